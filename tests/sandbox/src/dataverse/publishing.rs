//! Publishing: what waits as a draft becomes what everybody sees, whoever drafted it; and what belongs to an app.

use super::security::Verb;
use super::store::{Row, draft_layer};
use crate::fetchxml::tree::{self, Node};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::query::{Prefer, Query};
use crate::odata::service::{Answer, Service};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Component type of a site map among the components of an app (`appmodulecomponent.componenttype`).
const SITE_MAP: i64 = 62;
/// "App does not contain Site Map", as `ValidateApp` numbers it; signed where the Web API writes it in hexadecimal.
const NO_SITE_MAP: i64 = -2_147_155_684;
const NO_SITE_MAP_CODE: &str = "0x80050114";

/// Checks the XML of a site map: Area, Group and SubArea with ids, each once. The codes are unproven.
///
/// # Errors
/// 400 where it is not a site map.
pub fn check_site_map(xml: &str) -> Result<(), Refusal> {
    let invalid = |what: String| Refusal::new(400, "0x80040203", format!("The site map XML is not valid: {what}"));
    let root = tree::parse(xml).map_err(invalid)?;
    if root.name != "SiteMap" {
        return Err(invalid(format!("the root element is '{}'", root.name)));
    }
    let mut ids = Vec::new();
    for area in &root.children {
        collect(area, "Area", &mut ids).map_err(invalid)?;
        for group in area.children.iter().filter(|c| c.name == "Group") {
            collect(group, "Group", &mut ids).map_err(invalid)?;
            for sub in group.children.iter().filter(|c| c.name == "SubArea") {
                collect(sub, "SubArea", &mut ids).map_err(invalid)?;
            }
        }
    }
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair.first() == pair.last()) {
        Some(pair) => Err(invalid(format!("the id '{}' is there twice", pair.concat()))),
        None => Ok(()),
    }
}

fn collect(node: &Node, tag: &str, ids: &mut Vec<String>) -> Result<(), String> {
    if node.name != tag {
        return Err(format!("'{}' where '{tag}' is due", node.name));
    }
    match node.get("Id").filter(|id| !id.is_empty()) {
        Some(id) => ids.push(id.to_owned()),
        None => return Err(format!("a '{tag}' has no Id")),
    }
    Ok(())
}

/// The ids named by `<parent><child>id</child></parent>`.
fn named(root: &Node, parent: &str, child: &str) -> Result<Vec<Guid>, Refusal> {
    root.children
        .iter()
        .filter(|c| c.name == parent)
        .flat_map(|c| c.children.iter().filter(|c| c.name == child))
        .map(|c| {
            Guid::parse(&c.text).ok_or_else(|| Refusal::new(400, "0x80040203", format!("'{}' is not a GUID.", c.text)))
        })
        .collect()
}

impl Service<'_> {
    fn may_publish(&self) -> Result<(), Refusal> {
        self.rights
            .demand_named("prvPublishCustomization", &*self.table("appmodule")?)
            .map(|_| ())
    }

    /// `PublishXml`: the named apps, site maps and tables. An app's values of settings are published with it.
    pub(super) fn publish_named(&mut self, given: &Map<String, Value>) -> Result<Answer, Refusal> {
        self.may_publish()?;
        let xml = given.get("ParameterXml").and_then(Value::as_str);
        let xml = xml.ok_or_else(|| Refusal::payload("The parameter 'ParameterXml' is missing."))?;
        let root = tree::parse(xml)
            .map_err(|what| Refusal::new(400, "0x80040203", format!("The ParameterXml is not valid: {what}")))?;
        if root.name != "importexportxml" {
            return Err(Refusal::new(
                400,
                "0x80040203",
                "The ParameterXml has no 'importexportxml'.",
            ));
        }
        let apps = named(&root, "appmodules", "appmodule")?;
        let mut maps = named(&root, "sitemaps", "sitemap")?;
        for app in &apps {
            if self.store.latest("appmodule", *app).is_none() {
                return Err(Refusal::no_row("AppModule", *app));
            }
            let own = self.site_maps(*app);
            if own.is_empty() {
                return Err(Refusal::new(400, NO_SITE_MAP_CODE, "App does not contain Site Map"));
            }
            if self.org.answers("apppublish", "sitemap") {
                maps.extend(own);
            }
        }
        if let Some(unknown) = maps.iter().find(|id| self.store.latest("sitemap", **id).is_none()) {
            return Err(Refusal::no_row("SiteMap", *unknown));
        }
        for app in apps {
            self.publish_app(app);
        }
        for map in maps {
            self.store.publish("sitemap", map);
        }
        let tables: Vec<&str> = root
            .children
            .iter()
            .filter(|c| c.name == "entities")
            .flat_map(|c| c.children.iter().map(|c| c.text.as_str()))
            .collect();
        for view in self.drafts("savedquery") {
            if view
                .text("returnedtypecode")
                .is_some_and(|table| tables.contains(&table))
            {
                self.store.publish("savedquery", view.id);
            }
        }
        Ok(Answer::no_content())
    }

    /// `PublishAllXml`: everything but apps that were never published.
    pub(super) fn publish_all(&mut self) -> Result<Answer, Refusal> {
        self.may_publish()?;
        for logical in ["sitemap", "savedquery"] {
            for row in self.drafts(logical) {
                self.store.publish(logical, row.id);
            }
        }
        let apps: Vec<Guid> = self.store.table("appmodule").rows().map(|row| row.id).collect();
        for app in apps {
            self.publish_app(app);
        }
        Ok(Answer::no_content())
    }

    fn drafts(&self, logical: &str) -> Vec<Arc<Row>> {
        self.store.table(&draft_layer(logical)).rows().cloned().collect()
    }

    fn publish_app(&mut self, app: Guid) {
        if self.store.publish("appmodule", app)
            && let Some(row) = self.store.get("appmodule", app).cloned()
        {
            let mut values = row.values.clone();
            values.insert("publishedon".into(), json!(self.store.now()));
            self.store.put("appmodule", app, values);
        }
        for value in self.drafts("appsetting") {
            if value.guid("parentappmoduleid") == Some(app) {
                self.store.publish("appsetting", value.id);
            }
        }
    }

    /// An app's components, which refer to it by `appmoduleidunique`, not by its id.
    fn components(&self, app: Guid) -> Vec<Arc<Row>> {
        let unique = self
            .store
            .latest("appmodule", app)
            .and_then(|row| row.guid("appmoduleidunique"));
        unique.map_or_else(Vec::new, |unique| {
            self.store.referring("appmodulecomponent", "appmoduleidunique", unique)
        })
    }

    /// The site maps among an app's components.
    fn site_maps(&self, app: Guid) -> Vec<Guid> {
        self.components(app)
            .iter()
            .filter(|row| row.value("componenttype").as_i64() == Some(SITE_MAP))
            .filter_map(|row| row.guid("objectid"))
            .filter(|id| self.store.latest("sitemap", *id).is_some())
            .collect()
    }

    /// `RetrieveAppComponents`: only for an app that was published.
    pub(super) fn app_components(&self, app: Guid) -> Result<Answer, Refusal> {
        self.rights.demand(Verb::Read, &*self.table("appmodule")?)?;
        if self.store.get("appmodule", app).is_none() {
            return Err(Refusal::no_row("appmodule", app));
        }
        let def = self.table("appmodulecomponent")?;
        let rows = self
            .components(app)
            .iter()
            .map(|row| {
                let mut document = self.render(&def, row, &Query::default(), &Prefer::default())?;
                if let Some(map) = document.as_object_mut() {
                    map.insert(
                        "@odata.type".into(),
                        json!("#Microsoft.Dynamics.CRM.appmodulecomponent"),
                    );
                }
                Ok(document)
            })
            .collect::<Result<Vec<_>, Refusal>>()?;
        Ok(Answer::ok(json!({
            "@odata.context": format!("{}$metadata#Collection(Microsoft.Dynamics.CRM.crmbaseentity)", self.base),
            "value": rows,
        })))
    }

    /// `ValidateApp`, of the app as last changed.
    pub(super) fn validate_app(&self, app: Guid) -> Result<Value, Refusal> {
        self.rights.demand(Verb::Read, &*self.table("appmodule")?)?;
        let row = self
            .store
            .latest("appmodule", app)
            .ok_or_else(|| Refusal::no_row("appmodule", app))?;
        let mut issues = Vec::new();
        if self.site_maps(app).is_empty() {
            issues.push(json!({
                "ErrorType": "Error", "Message": "App does not contain Site Map", "DisplayName": row.text("name"),
                "ComponentId": app.to_string(), "ComponentType": 0, "ComponentSubType": 0,
                "ParentEntityId": "00000000-0000-0000-0000-000000000000", "ParentEntityName": null,
                "CRMErrorCode": NO_SITE_MAP, "RequiredComponents": [],
            }));
        }
        Ok(json!({"AppValidationResponse": {"ValidationSuccess": issues.is_empty(), "ValidationIssueList": issues}}))
    }
}
