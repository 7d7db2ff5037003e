//! Actions: role privileges, team members, settings, publishing, bulk deletion.

use super::schema::TableDef;
use super::security::Verb;
use super::settings;
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::eval;
use crate::odata::payload::object;
use crate::odata::service::{Answer, Call, Service};
use serde_json::{Map, Value, json};

fn body(call: Call<'_>) -> Result<Map<String, Value>, Refusal> {
    if call.body.iter().all(u8::is_ascii_whitespace) {
        Ok(Map::new())
    } else {
        object(call.body)
    }
}

impl Service<'_> {
    /// An unbound action.
    pub(crate) fn action(&mut self, name: &str, call: Call<'_>) -> Result<Answer, Refusal> {
        let given = body(call)?;
        match name {
            "SaveSettingValue" => {
                let (place, values) = settings::prepare(self.store, &given)?;
                self.save_setting(&place, values)?;
                Ok(Answer::no_content())
            }
            "PublishXml" => self.publish_named(&given),
            "PublishAllXml" => self.publish_all(),
            "BulkDelete" => self.bulk_delete(&given),
            "StageSolution" => self.stage_solution(&given),
            "ImportSolutionAsync" => self.import_solution(&given),
            _ => Err(Refusal::no_segment(name)),
        }
    }

    /// An action bound to a row.
    pub(crate) fn bound_action(
        &mut self,
        def: &TableDef,
        id: Guid,
        name: &str,
        call: Call<'_>,
    ) -> Result<Answer, Refusal> {
        let given = body(call)?;
        match (def.logical.as_str(), name) {
            ("role", "AddPrivilegesRole") => self.add_privileges(def, id, &given)?,
            ("role", "ReplacePrivilegesRole") => self.replace_privileges(def, id, &given)?,
            ("role", "RemovePrivilegeRole") => self.remove_privilege(def, id, &given)?,
            ("team", "AddMembersTeam" | "RemoveMembersTeam") => {
                self.members(def, id, name == "AddMembersTeam", &given)?
            }
            _ => return Err(Refusal::no_segment(name)),
        }
        Ok(Answer::no_content())
    }

    /// Writes what `SaveSettingValue` asked for, as the caller.
    fn save_setting(&mut self, place: &settings::Place, mut values: Map<String, Value>) -> Result<(), Refusal> {
        let def = self.table(place.table)?;
        if place.exists {
            values.retain(|name, _| name == "value");
            return self.update(&def, place.id, values);
        }
        for (nav, set) in [
            ("settingdefinitionid", "settingdefinitions"),
            ("parentappmoduleid", "appmodules"),
        ] {
            if let Some(Value::String(id)) = values.remove(nav) {
                values.insert(format!("{nav}@odata.bind"), json!(format!("{set}({id})")));
            }
        }
        self.insert(&def, values, Some(place.id)).map(|_| ())
    }

    fn members(&mut self, def: &TableDef, team: Guid, add: bool, given: &Map<String, Value>) -> Result<(), Refusal> {
        self.rights.demand(Verb::Write, def)?;
        if self.store.get("team", team).is_none() {
            return Err(Refusal::no_row("Team", team));
        }
        let list = given.get("Members").and_then(Value::as_array);
        let list = list.ok_or_else(|| Refusal::payload("The parameter 'Members' is missing."))?;
        let ids: Option<Vec<Guid>> = list
            .iter()
            .map(|m| {
                m.get("systemuserid")
                    .or_else(|| m.get("ownerid"))
                    .and_then(Value::as_str)
                    .and_then(Guid::parse)
            })
            .collect();
        let ids = ids.ok_or_else(|| Refusal::payload("A member has no 'systemuserid'."))?;
        if let Some(unknown) = ids.iter().find(|id| self.store.get("systemuser", **id).is_none()) {
            return Err(Refusal::no_row("SystemUser", *unknown));
        }
        for user in ids {
            let id = Guid::derive("teammembership", &format!("{team}{user}"));
            if add {
                let values = Map::from_iter([
                    ("teamid".to_owned(), json!(team.to_string())),
                    ("systemuserid".to_owned(), json!(user.to_string())),
                ]);
                self.store.put("teammembership", id, values);
            } else {
                self.store.remove("teammembership", id);
            }
        }
        Ok(())
    }

    /// Deletes at once what the real service would delete in a job.
    fn bulk_delete(&mut self, given: &Map<String, Value>) -> Result<Answer, Refusal> {
        let sets = given.get("QuerySet").and_then(Value::as_array);
        let sets = sets.ok_or_else(|| Refusal::payload("The parameter 'QuerySet' is missing."))?;
        for set in sets {
            let logical = set.get("EntityName").and_then(Value::as_str).unwrap_or_default();
            let def = self.table(logical)?;
            let conditions = set
                .pointer("/Criteria/Conditions")
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            let mut doomed = Vec::new();
            for row in self.all(&def)? {
                let hit = conditions.iter().all(|condition| {
                    let column = condition
                        .get("AttributeName")
                        .and_then(Value::as_str)
                        .unwrap_or_default();
                    let own = eval::property(&def, &row, column).unwrap_or(Value::Null);
                    let values = condition
                        .get("Values")
                        .and_then(Value::as_array)
                        .cloned()
                        .unwrap_or_default();
                    values.iter().any(|v| eval::same(v.get("Value").unwrap_or(v), &own))
                });
                if hit && !conditions.is_empty() {
                    doomed.push(row.id);
                }
            }
            for id in doomed {
                self.remove(&def, id, None)?;
            }
        }
        let job = Guid::derive("job", &self.store.now());
        let values = json!({"name": given.get("JobName"), "operationtype": 13, "statecode": 3, "statuscode": 30});
        self.store
            .put("asyncoperation", job, values.as_object().cloned().unwrap_or_default());
        Ok(Answer::ok(json!({
            "@odata.context": format!("{}$metadata#Microsoft.Dynamics.CRM.BulkDeleteResponse", self.base),
            "JobId": job.to_string(),
        })))
    }
}
