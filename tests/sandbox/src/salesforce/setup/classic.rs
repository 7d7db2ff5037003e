//! The classic pages: connected apps with their policies, a record's own page.

use super::policies::{self, Field};
use super::{Visit, redirect};
use crate::markup::escaped;
use crate::salesforce::rights::Rights;
use crate::salesforce::store::{Row, flag, text};
use crate::salesforce::{HOST, World, id};
use crate::server::respond;
use bytes::Bytes;
use http::Response;

const FOLDER: &str = "/app/mgmt/forceconnectedapps/";
/// The list of connected apps.
pub(super) const LIST: &str = "/app/mgmt/forceconnectedapps/forceAppList.apexp";
/// OAuth usage.
pub(super) const USAGE: &str = "/app/mgmt/forceconnectedapps/forceAppUsage.apexp";
/// External client apps.
pub(super) const EXTERNAL: &str = "/app/mgmt/forceconnectedapps/externalClientApps.apexp";
pub(super) const DETAIL: &str = "/app/mgmt/forceconnectedapps/forceAppDetail.apexp";
const EDIT: &str = "/app/mgmt/forceconnectedapps/forceAppEdit.apexp";
/// The page that installs an app somebody uses already.
pub(super) const INSTALL: &str = "/identity/app/AppInstallApprovalPage.apexp";
/// What stands before the ids of a page's parts.
const PREFIX: &str = "thePage:theForm:thePageBlock";

/// A page whose script is there before its first button is: a press is never lost.
pub(super) fn document(visit: &Visit<'_>, status: u16, title: &str, body: &str) -> Response<Bytes> {
    let port = visit.port;
    let policy = [HOST, super::HOSTS[0], super::HOSTS[1]]
        .map(|host| format!("https://{host}{port}"))
        .join(" ");
    let policy = format!("frame-ancestors {policy}");
    let headers = [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("content-security-policy", policy.as_str()),
    ];
    let title = escaped(title);
    let text = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/static/salesforce.css\">\
         <script src=\"/static/salesforce_classic.js\"></script></head>\n\
         <body class=\"sfdcBody setupTab brandQuaternaryBgr\"><div class=\"bPageTitle\"><h1 class=\"pageType\">{title}</h1></div>\
         {body}</body>\n</html>\n",
        visit.locale
    );
    respond(status, &headers, &text)
}

pub(super) fn link(path: &str, id: &str) -> String {
    format!("{path}?connectedAppId={}", id::short(id))
}

/// A table with its head.
pub(super) fn table(heads: &[&str], lines: &[String], empty: &str) -> String {
    if lines.is_empty() {
        return format!(
            "<table class=\"list\"><tbody><tr class=\"noRecords\"><td class=\"dataCell\">{}</td></tr></tbody></table>",
            escaped(empty)
        );
    }
    let heads: String = heads
        .iter()
        .map(|head| format!("<th scope=\"col\" class=\"headerRow\">{}</th>", escaped(head)))
        .collect();
    format!(
        "<table class=\"list\"><thead><tr class=\"headerRow\">{heads}</tr></thead><tbody>{}</tbody></table>",
        lines.concat()
    )
}

impl World<'_> {
    fn rights(&self, visit: &Visit<'_>) -> Rights {
        Rights::of(&self.org.records, &visit.user, self.clock)
    }

    fn denied(&self, visit: &Visit<'_>) -> Response<Bytes> {
        let says = escaped(visit.words.denied);
        let body = format!(
            "<div id=\"errorTitle\">Insufficient Privileges</div><div id=\"errorDesc\" class=\"errorMsg\">{says}</div>"
        );
        document(visit, 200, "Insufficient Privileges", &body)
    }

    /// Answers a classic page.
    pub(super) fn classic(&mut self, visit: &Visit<'_>) -> Option<Response<Bytes>> {
        let rights = self.rights(visit);
        let known = visit.path.starts_with(FOLDER) || visit.path == INSTALL || self.record(visit).is_some();
        if !known {
            return None;
        }
        if !rights.holds("ViewSetup") {
            return Some(self.denied(visit));
        }
        // Changing an app takes the right to customize and the right to apps, or to everything.
        let may = rights.holds("CustomizeApplication")
            && (rights.holds("ManageRemoteAccess") || rights.holds("ModifyAllData"));
        let app = id::parse(visit.pair("connectedAppId"))
            .and_then(|id| self.org.records.get("ConnectedApplication", &id))
            .cloned();
        match (visit.method, visit.path) {
            ("GET", LIST) => Some(self.list(visit)),
            ("GET", USAGE) => Some(self.usage(visit, may)),
            ("GET", EXTERNAL) => Some(self.external(visit)),
            ("GET", DETAIL) => Some(self.detail(visit, &app?, may)),
            (_, EDIT | INSTALL) | ("POST", USAGE) if !may => Some(self.denied(visit)),
            ("GET", EDIT) => Some(self.form(visit, &app?, None)),
            ("POST", EDIT) => Some(self.saved(visit, &app?)),
            ("GET", INSTALL) => Some(self.install_asked(visit)),
            ("POST", INSTALL) => Some(self.installed(visit)),
            ("POST", USAGE) => Some(self.used(visit)),
            ("GET", _) => {
                let (object, name) = self.record(visit)?;
                let body = format!(
                    "<div class=\"bPageBlock\"><h2 class=\"mainTitle\">{}</h2><p>{object}</p></div>",
                    escaped(&name)
                );
                Some(document(visit, 200, &name, &body))
            }
            _ => None,
        }
    }

    fn list(&self, visit: &Visit<'_>) -> Response<Bytes> {
        let words = visit.words;
        let mut apps: Vec<&Row> = self.org.records.all("ConnectedApplication").collect();
        apps.sort_by_key(|app| text(app, "Name").to_lowercase());
        let lines: Vec<String> = apps
            .iter()
            .map(|app| {
                let (id, name) = (text(app, "Id"), escaped(text(app, "Name")));
                let users = if flag(app, "OptionsAllowAdminApprovedUsersOnly") {
                    words.preauthorized
                } else {
                    words.self_authorize
                };
                format!(
                    "<tr class=\"dataRow\"><td class=\"actionColumn\"><a class=\"actionLink\" href=\"{}\">{}</a></td>\
                     <th scope=\"row\" class=\"dataCell\"><a href=\"{}\">{name}</a></th><td class=\"dataCell\">{}</td></tr>",
                    link(EDIT, id),
                    escaped(words.edit),
                    link(DETAIL, id),
                    escaped(users)
                )
            })
            .collect();
        let body = table(&[words.action, words.name, words.permitted], &lines, words.empty);
        document(
            visit,
            200,
            words.manage,
            &format!("<div class=\"bRelatedList\">{body}</div>"),
        )
    }

    fn external(&self, visit: &Visit<'_>) -> Response<Bytes> {
        let rows = self.org.records.all("ExternalClientApplication");
        let lines: Vec<String> = rows
            .map(|app| {
                let (id, name) = (text(app, "Id"), escaped(text(app, "MasterLabel")));
                format!(
                    "<tr class=\"dataRow\"><th scope=\"row\" class=\"dataCell\"><a href=\"/{id}\">{name}</a></th></tr>"
                )
            })
            .collect();
        document(
            visit,
            200,
            visit.words.external,
            &table(&[visit.words.external], &lines, visit.words.empty),
        )
    }

    fn detail(&self, visit: &Visit<'_>, app: &Row, may: bool) -> Response<Bytes> {
        let words = visit.words;
        let fields = policies::fields(app, words, visit.numbered);
        let line = |field: &Field| {
            format!(
                "<tr><td class=\"labelCol\">{}</td><td class=\"dataCol\" id=\"{PREFIX}:{}\">{}</td></tr>",
                escaped(field.label),
                field.name,
                escaped(policies::shown(field))
            )
        };
        let [users, relaxation, refresh, timeout] = &fields;
        let edit = if may {
            format!(
                "<input type=\"button\" class=\"btn\" name=\"edit\" value=\"{}\" data-href=\"{}\">",
                escaped(words.edit_policies),
                link(EDIT, text(app, "Id"))
            )
        } else {
            String::new()
        };
        let mut body = format!(
            "<div class=\"bPageBlock\"><div class=\"pbHeader\"><h2 class=\"mainTitle\">{}</h2><span id=\"topButtonRow\">{edit}</span></div>\
             <div class=\"pbBody\"><h3>{}</h3><table class=\"detailList\"><tbody>{}{}{}</tbody></table>\
             <h3>{}</h3><table class=\"detailList\"><tbody>{}</tbody></table></div></div>",
            escaped(words.detail),
            escaped(words.oauth),
            line(users),
            line(relaxation),
            line(refresh),
            escaped(words.session),
            line(timeout)
        );
        // Who may use it is listed only where an administrator decides that.
        if flag(app, "OptionsAllowAdminApprovedUsersOnly") {
            for (title, owned) in [(words.profiles, true), (words.sets, false)] {
                let lines = self.granted_to(text(app, "Id"), owned);
                body += &format!(
                    "<div class=\"bRelatedList\"><h3>{}</h3>{}</div>",
                    escaped(title),
                    table(&[title], &lines, words.empty)
                );
            }
        }
        document(visit, 200, text(app, "Name"), &body)
    }

    /// Profiles or permission sets an app is granted to, as lines of a list.
    fn granted_to(&self, app: &str, owned: bool) -> Vec<String> {
        let records = &self.org.records;
        let sets = records
            .all("SetupEntityAccess")
            .filter(|row| text(row, "SetupEntityId") == app)
            .filter_map(|row| records.get("PermissionSet", text(row, "ParentId")))
            .filter(|set| flag(set, "IsOwnedByProfile") == owned);
        let mut names: Vec<(&str, &str)> = sets
            .map(|set| {
                let profile = records.get("Profile", text(set, "ProfileId"));
                match profile {
                    Some(profile) => (text(profile, "Name"), text(profile, "Id")),
                    None => (text(set, "Label"), text(set, "Id")),
                }
            })
            .collect();
        names.sort_unstable();
        names
            .into_iter()
            .map(|(name, id)| {
                format!(
                    "<tr class=\"dataRow\"><th scope=\"row\" class=\"dataCell\"><a href=\"/{id}\">{}</a></th></tr>",
                    escaped(name)
                )
            })
            .collect()
    }

    fn form(&mut self, visit: &Visit<'_>, app: &Row, wrong: Option<&str>) -> Response<Bytes> {
        let words = visit.words;
        let guard = self.confirmation(visit);
        let fields = policies::fields(app, words, visit.numbered);
        let control = |field: &Field| {
            let id = format!("{PREFIX}:{}", field.name);
            if !field.radios {
                let options: String = field
                    .choices
                    .iter()
                    .map(|(value, label, chosen)| {
                        let chosen = if *chosen { " selected=\"selected\"" } else { "" };
                        format!(
                            "<option value=\"{}\"{chosen}>{}</option>",
                            escaped(value),
                            escaped(label)
                        )
                    })
                    .collect();
                return format!(
                    "<tr><th class=\"labelCol vfLabelColTextWrap\" scope=\"row\"><label for=\"{id}\">{}</label></th>\
                     <td class=\"dataCol\"><select id=\"{id}\" name=\"{id}\" size=\"1\">{options}</select></td></tr>",
                    escaped(field.label)
                );
            }
            let radios: String = field
                .choices
                .iter()
                .enumerate()
                .map(|(at, (value, label, chosen))| {
                    let chosen = if *chosen { " checked=\"checked\"" } else { "" };
                    format!(
                        "<tr><td><input type=\"radio\" id=\"{id}:{at}\" name=\"{id}\" value=\"{}\"{chosen}><label for=\"{id}:{at}\">{}</label></td></tr>",
                        escaped(value),
                        escaped(label)
                    )
                })
                .collect();
            format!(
                "<tr><th class=\"labelCol vfLabelColTextWrap\" scope=\"row\"><label>{}</label></th><td class=\"dataCol\"><table id=\"{id}\"><tbody>{radios}</tbody></table></td></tr>",
                escaped(field.label)
            )
        };
        let [users, relaxation, refresh, timeout] = &fields;
        let buttons = |place: &str| {
            format!(
                "<span id=\"{place}ButtonRow\"><input type=\"submit\" class=\"btn\" name=\"save\" id=\"{PREFIX}:{place}:save\" value=\"{}\"> \
                 <input type=\"button\" class=\"btn\" name=\"cancel\" value=\"{}\" data-href=\"{}\"></span>",
                escaped(words.save),
                escaped(words.cancel),
                link(DETAIL, text(app, "Id"))
            )
        };
        let wrong = wrong.map_or(String::new(), |says| {
            format!("<div id=\"validationError\" class=\"errorMsg\">{}</div>", escaped(says))
        });
        let body = format!(
            "<form id=\"thePage:theForm\" name=\"thePage:theForm\" method=\"post\" action=\"{}\">{guard}<div class=\"bPageBlock\">\
             <div class=\"pbHeader\"><h2 class=\"mainTitle\">{}</h2>{}</div><div class=\"pbBody\">{wrong}\
             <h3>{}</h3><table class=\"detailList\"><tbody>{}{}{}</tbody></table>\
             <h3>{}</h3><table class=\"detailList\"><tbody>{}</tbody></table></div>{}</div></form>",
            link(EDIT, text(app, "Id")),
            escaped(words.detail),
            buttons("top"),
            escaped(words.oauth),
            control(users),
            control(relaxation),
            control(refresh),
            escaped(words.session),
            control(timeout),
            buttons("bottom")
        );
        document(visit, 200, text(app, "Name"), &body)
    }

    fn saved(&mut self, visit: &Visit<'_>, app: &Row) -> Response<Bytes> {
        let invalid = Some(visit.words.invalid);
        if !self.confirmed(visit) {
            return self.form(visit, app, invalid);
        }
        let mut row = app.clone();
        let value = |name: &str| visit.field(&format!("{PREFIX}:{name}")).to_owned();
        let Some(changes) = policies::change(&mut row, visit.words, visit.numbered, &value) else {
            return self.form(visit, app, invalid);
        };
        let id = text(app, "Id").to_owned();
        let (schema, records) = (&self.org.schema, &mut self.org.records);
        records.change(schema, "ConnectedApplication", &id, row, &visit.user, self.clock.now());
        for change in changes {
            let line = (change.action, "Connected Apps", change.display);
            records.audit(schema, self.mint, self.clock, &visit.user, line);
        }
        redirect(&link(DETAIL, &id))
    }
}

#[cfg(test)]
mod tests {
    use super::super::shell::NODES;
    use super::FOLDER;

    #[test]
    fn nodes_lead_to_pages_of_the_folder() {
        for (_, page) in NODES {
            assert!(page.is_empty() || page.starts_with(FOLDER));
        }
    }
}
