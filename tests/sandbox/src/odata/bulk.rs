//! `CreateMultiple`, `UpdateMultiple`, `UpsertMultiple`, `DeleteMultiple`: all or nothing (Web API, "Use bulk operation messages").

use super::error::Refusal;
use super::payload::{below_version, object};
use super::service::{Answer, Call, Service};
use super::url;
use crate::dataverse::schema::TableDef;
use serde_json::{Map, Value, json};

impl Service<'_> {
    /// `POST set/Microsoft.Dynamics.CRM.<action>`.
    pub(super) fn bulk(&mut self, def: &TableDef, action: &str, call: Call<'_>) -> Result<Answer, Refusal> {
        if !matches!(
            action,
            "CreateMultiple" | "UpdateMultiple" | "UpsertMultiple" | "DeleteMultiple"
        ) {
            return Err(Refusal::no_segment(action));
        }
        let mut body = object(call.body)?;
        let Some(Value::Array(targets)) = body.remove("Targets") else {
            return Err(Refusal::payload("The parameter 'Targets' is missing."));
        };
        let nested = self.store.in_change_set();
        if !nested {
            self.store.begin();
        }
        let outcome = self.each_target(def, action, targets);
        if !nested {
            if outcome.is_ok() {
                self.store.commit();
            } else {
                self.store.rollback();
            }
        }
        outcome
    }

    fn each_target(&mut self, def: &TableDef, action: &str, targets: Vec<Value>) -> Result<Answer, Refusal> {
        let mut ids = Vec::new();
        let mut results = Vec::new();
        for target in targets {
            let Value::Object(target) = target else {
                return Err(Refusal::payload("A target is not an object."));
            };
            if action == "CreateMultiple" {
                ids.push(json!(self.insert(def, target, None)?.id.to_string()));
                continue;
            }
            let Some(key) = target_key(def, &target)? else {
                if action == "UpsertMultiple" {
                    let id = self.insert(def, target, None)?.id;
                    results.push(json!({"RecordCreated": true, "Target": {"@odata.type": format!("#{}", def.type_name()), def.id.as_str(): id.to_string()}}));
                    continue;
                }
                return Err(Refusal::new(
                    400,
                    "0x80040203",
                    format!("A target has neither '{}' nor a key.", def.id),
                ));
            };
            match action {
                "UpdateMultiple" => {
                    self.upsert(def, &key, target, Some("*"), false)?;
                }
                "DeleteMultiple" => {
                    let id = self.resolve_key(def, &key)?;
                    self.remove(def, id, None)?;
                }
                _ => {
                    let written = self.upsert(def, &key, target, None, false)?;
                    results.push(json!({"RecordCreated": written.created, "Target": {"@odata.type": format!("#{}", def.type_name()), def.id.as_str(): written.id.to_string()}}));
                }
            }
        }
        let context = |name: &str| format!("{}$metadata#Microsoft.Dynamics.CRM.{name}Response", self.base);
        Ok(match action {
            "CreateMultiple" => Answer::ok(json!({"@odata.context": context(action), "Ids": ids})),
            "UpsertMultiple" => Answer::ok(json!({"@odata.context": context(action), "Results": results})),
            _ => Answer::no_content(),
        })
    }
}

fn target_key(def: &TableDef, target: &Map<String, Value>) -> Result<Option<String>, Refusal> {
    if let Some(id) = target.get(&def.id).and_then(Value::as_str) {
        return Ok(Some(id.to_owned()));
    }
    let Some(uri) = target.get("@odata.id").and_then(Value::as_str) else {
        return Ok(None);
    };
    Ok(url::segments(below_version(uri))?
        .into_iter()
        .next()
        .and_then(|segment| segment.arguments))
}
