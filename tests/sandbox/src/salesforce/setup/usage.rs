//! OAuth usage: every app somebody uses or that is installed, with Install, Block and Unblock, which are a person's.

use super::classic::{DETAIL, INSTALL, USAGE, document, link, table};
use super::{Visit, redirect};
use crate::markup::escaped;
use crate::salesforce::cast::POWER_PLATFORM;
use crate::salesforce::store::{flag, text};
use crate::salesforce::{World, id};
use bytes::Bytes;
use http::Response;
use serde_json::json;
use std::collections::BTreeMap;

impl World<'_> {
    /// Every app somebody uses, and every installed one.
    pub(super) fn usage(&mut self, visit: &Visit<'_>, may: bool) -> Response<Bytes> {
        let words = visit.words;
        let mut apps: BTreeMap<String, (usize, bool)> = BTreeMap::new();
        for app in self.org.records.all("ConnectedApplication") {
            apps.insert(text(app, "Name").to_owned(), (0, flag(app, "Blocked")));
        }
        for token in self.org.records.all("OauthToken") {
            let used = apps.entry(text(token, "AppName").to_owned()).or_default();
            used.0 += 1;
            used.1 |= flag(token, "Blocked");
        }
        let guard = self.confirmation(visit);
        let organization = id::short(self.org.organization()).to_owned();
        let lines: Vec<String> = apps
            .into_iter()
            .map(|(name, (users, blocked))| {
                let shown = escaped(&name);
                let installed = self.org.records.find("ConnectedApplication", "Name", &name);
                let policies = installed.map_or(String::new(), |app| {
                    format!("<a class=\"actionLink\" href=\"{}\">{}</a>", link(DETAIL, text(app, "Id")), escaped(words.manage_policies))
                });
                let press = |action: &str, label: &str| {
                    format!(
                        "<form method=\"post\" action=\"{USAGE}\">{guard}<input type=\"hidden\" name=\"app\" value=\"{shown}\">\
                         <input type=\"hidden\" name=\"do\" value=\"{action}\"><input type=\"button\" class=\"btn needsPerson\" name=\"{action}\" value=\"{}\"></form>",
                        escaped(label)
                    )
                };
                let install = if installed.is_none() && !blocked {
                    let address = format!("{INSTALL}?app_id={}&app_org_id={organization}", handle(&name));
                    format!("<input type=\"button\" class=\"btn needsPerson\" name=\"install\" value=\"{}\" data-href=\"{}\">", escaped(words.install), escaped(&address))
                } else {
                    String::new()
                };
                let block = if blocked { press("unblock", words.unblock) } else { press("block", words.block) };
                let actions = if may { format!("{install}{block}") } else { String::new() };
                format!(
                    "<tr class=\"dataRow\"><th scope=\"row\" class=\"dataCell\">{shown}</th><td class=\"dataCell\">{users}</td>\
                     <td class=\"actionColumn\">{policies}{actions}</td></tr>"
                )
            })
            .collect();
        let body = table(&[words.name, words.users, words.action], &lines, words.empty);
        document(
            visit,
            200,
            words.usage,
            &format!("<div class=\"bRelatedList\">{body}</div>"),
        )
    }

    /// The app an address of Install names, while it is used and neither installed nor blocked.
    fn installable(&self, visit: &Visit<'_>) -> Option<String> {
        let wanted = visit.pair("app_id");
        let records = &self.org.records;
        let token = records.all("OauthToken").find(|token| {
            let name = text(token, "AppName");
            handle(name) == wanted
                && !flag(token, "Blocked")
                && records.find("ConnectedApplication", "Name", name).is_none()
        });
        token.map(|token| text(token, "AppName").to_owned())
    }

    pub(super) fn install_asked(&mut self, visit: &Visit<'_>) -> Response<Bytes> {
        let Some(name) = self.installable(visit) else {
            return redirect(USAGE);
        };
        let guard = self.confirmation(visit);
        let words = visit.words;
        let body = format!(
            "<form method=\"post\" action=\"{INSTALL}?app_id={}\">{guard}<div class=\"bPageBlock\"><h2 class=\"mainTitle\">{}</h2><p>{}</p>\
             <span id=\"topButtonRow\"><input type=\"button\" class=\"btn needsPerson\" name=\"install\" value=\"{}\"> \
             <input type=\"button\" class=\"btn\" name=\"cancel\" value=\"{}\" data-href=\"{USAGE}\"></span></div></form>",
            handle(&name),
            escaped(&name),
            escaped(words.uninstall_warning),
            escaped(words.install),
            escaped(words.cancel)
        );
        document(visit, 200, words.install, &body)
    }

    pub(super) fn installed(&mut self, visit: &Visit<'_>) -> Response<Bytes> {
        if self.confirmed(visit)
            && let Some(name) = self.installable(visit)
        {
            let row = json!({
                "Name": name, "OptionsAllowAdminApprovedUsersOnly": false, "RefreshTokenValidityPeriod": null,
                "IpRelaxation": "ENFORCE", "RefreshTokenPolicy": "infinite", "SessionTimeout": null,
            });
            if let serde_json::Value::Object(row) = row {
                let (schema, records) = (&self.org.schema, &mut self.org.records);
                records.make(
                    schema,
                    self.mint,
                    "ConnectedApplication",
                    row,
                    &visit.user,
                    self.clock.now(),
                );
                let line = (
                    "insertConnectedApplication",
                    "Connected Apps",
                    format!("Installed connected app {name}"),
                );
                records.audit(schema, self.mint, self.clock, &visit.user, line);
            }
        }
        redirect(USAGE)
    }

    /// Block, or Unblock, after which the app is gone from the list until somebody signs in with it again.
    pub(super) fn used(&mut self, visit: &Visit<'_>) -> Response<Bytes> {
        if !self.confirmed(visit) {
            return redirect(USAGE);
        }
        let (name, block) = (visit.field("app"), visit.field("do") == "block");
        let (schema, records) = (&self.org.schema, &mut self.org.records);
        for object in ["OauthToken", "ConnectedApplication"] {
            let field = if object == "OauthToken" { "AppName" } else { "Name" };
            let ids: Vec<String> = records
                .all(object)
                .filter(|row| text(row, field) == name)
                .map(|row| text(row, "Id").to_owned())
                .collect();
            for id in ids {
                if let Some(row) = records.get_mut(object, &id) {
                    row.insert("Blocked".into(), json!(block));
                }
            }
        }
        if !block {
            records.remove_where("OauthToken", |row| text(row, "AppName") == name);
            let line = (
                "unblockConnectedApplication",
                "Connected Apps",
                format!("Unblocked connected app {name}"),
            );
            records.audit(schema, self.mint, self.clock, &visit.user, line);
        }
        redirect(USAGE)
    }
}

/// What stands for an app that is not installed in an address.
fn handle(name: &str) -> String {
    let kind = if name == POWER_PLATFORM { "0Ci" } else { "0Cj" };
    id::short(&id::derive(kind, name)).to_owned()
}
