//! Solutions: staged, imported in a job, and told about afterwards (Dataverse, "Solution staging, with asynchronous
//! import and export").

pub mod jobs;
pub mod made_up;
pub mod package;

use super::schema::TableDef;
use super::store::{Row, Store};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::service::{Answer, Service};
use jobs::Job;
use package::Package;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the platform keeps of solutions beside its rows.
#[derive(Debug, Default)]
pub struct Desk {
    /// Staged solutions by upload id.
    staged: BTreeMap<Guid, Arc<Package>>,
    /// Imports by the id of their system job.
    pub(super) jobs: BTreeMap<Guid, Job>,
    /// What the next import fails with: a prepared fault.
    pub doom: Option<Doom>,
}

/// Why an import fails midway.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Doom {
    /// The error as a number, such as -2147188685.
    pub errorcode: i64,
    /// What the job says.
    pub message: String,
}

impl Service<'_> {
    fn may_import(&self) -> Result<(), Refusal> {
        let solution = self.table("solution")?;
        self.rights.demand_named(IMPORT, &solution)?;
        Ok(())
    }

    /// What a solution needs and the organisation lacks: neither its solution nor, for a table, the table is there.
    fn missing(&self, package: &Package) -> Vec<package::Required> {
        let schema = self.store.schema();
        let there = |required: &&package::Required| {
            let table = required.kind == "1" && schema.tables.values().any(|t| t.schema_name == required.name);
            !(table || installed(self.store, &required.solution).is_some())
        };
        package.required.iter().filter(there).cloned().collect()
    }

    /// `StageSolution`: reads and checks, writes nothing that shows. Whether a row of `stagesolutionuploads` stays
    /// behind is unproven: a dialect.
    pub(super) fn stage_solution(&mut self, given: &Map<String, Value>) -> Result<Answer, Refusal> {
        self.may_import()?;
        let file = given
            .get("CustomizationFile")
            .ok_or_else(|| Refusal::payload("The parameter 'CustomizationFile' is missing."))?;
        let package = Package::posted(file)?;
        let missing = self.missing(&package);
        let upload = Guid::derive(
            "stagesolutionupload",
            &format!("{}{}", self.store.now(), package.version),
        );
        if self.org.answers("staging", "uploads") {
            let values = json!({"name": package.unique_name, "solutionuniquename": package.unique_name});
            let values = values.as_object().cloned().unwrap_or_default();
            self.store.put("stagesolutionupload", upload, values);
        }
        let before = installed(self.store, &package.unique_name);
        let results = stage_results(upload, &package, &missing, before.as_deref(), |role| {
            self.store.get("role", role).is_some()
        });
        self.store.solutions.staged.insert(upload, Arc::new(package));
        Ok(self.complex("StageSolution", json!({"StageSolutionResults": results})))
    }

    /// `ImportSolutionAsync`: opens the job. What stops it at once has the documented codes; the rest the job tells.
    pub(super) fn import_solution(&mut self, given: &Map<String, Value>) -> Result<Answer, Refusal> {
        self.may_import()?;
        let flag = |name: &str| {
            given
                .get(name)
                .and_then(Value::as_bool)
                .ok_or_else(|| Refusal::payload(format!("The parameter '{name}' is missing.")))
        };
        let overwrite = flag("OverwriteUnmanagedCustomizations")?;
        flag("PublishWorkflows")?;
        let staged = given
            .get("SolutionParameters")
            .and_then(|p| p.get("StageSolutionUploadId"))
            .filter(|id| !id.is_null());
        let package = match (staged, given.get("CustomizationFile").filter(|file| !file.is_null())) {
            (Some(id), _) => {
                let id = id
                    .as_str()
                    .and_then(Guid::parse)
                    .ok_or_else(|| Refusal::payload("StageSolutionUploadId is not a GUID."))?;
                let found = self.store.solutions.staged.get(&id).cloned();
                found.ok_or_else(|| Refusal::no_row("StageSolutionUpload", id))?
            }
            (None, Some(file)) => Arc::new(Package::posted(file)?),
            (None, None) => return Err(Refusal::payload("The parameter 'CustomizationFile' is missing.")),
        };
        if let Some(missing) = self.missing(&package).first() {
            return Err(Refusal::new(
                500,
                "0x80048033",
                format!(
                    "The import of the solution {} failed. The following components are missing in your system and are not included in the solution: {} ({}).",
                    package.unique_name, missing.name, missing.solution_named
                ),
            ));
        }
        let key = match given.get("ImportJobId").filter(|id| !id.is_null()) {
            Some(id) => id
                .as_str()
                .and_then(Guid::parse)
                .ok_or_else(|| Refusal::payload("ImportJobId is not a GUID."))?,
            None => Guid::derive("importjob", &self.store.now()),
        };
        if self.store.solutions.jobs.values().any(|job| job.key == key) {
            return Err(Refusal::new(
                412,
                "0x80040237",
                "A record with matching key values already exists.",
            ));
        }
        let operation = jobs::open(self, key, package, overwrite)?;
        Ok(self.complex(
            "ImportSolutionAsync",
            json!({"ImportJobKey": key.to_string(), "AsyncOperationId": operation.to_string()}),
        ))
    }

    /// `RetrieveSolutionImportResult`: only of an import that has ended; what it says before is unproven.
    pub(super) fn import_result(&self, key: Guid) -> Result<Value, Refusal> {
        self.may_import()?;
        let job = self.store.solutions.jobs.values().find(|job| job.key == key);
        let (job, ended) = job
            .and_then(|job| Some((job, job.ended()?)))
            .ok_or_else(|| Refusal::no_row("ImportJob", key))?;
        let errors: Vec<&str> = ended.iter().map(|doom| doom.message.as_str()).collect();
        Ok(json!({"SolutionOperationResult": {
            "Type": "Import",
            "Status": if errors.is_empty() { "Passed" } else { "Failed" },
            "WarningMessages": [],
            "ErrorMessages": errors,
            "FormattedResults": format!("<?xml version=\"1.0\"?><Workbook><Worksheet Name=\"{}\" /></Workbook>", job.package.unique_name),
            "ActionLink": {"Label": null, "Target": null},
        }}))
    }
}

/// The installed solution of that unique name.
fn installed(store: &Store, unique_name: &str) -> Option<Arc<Row>> {
    let mut rows = store.table("solution").rows();
    rows.find(|row| row.text("uniquename") == Some(unique_name)).cloned()
}

fn named(pairs: &[(&str, &str)]) -> Value {
    json!({
        "Count": pairs.len(),
        "Keys": pairs.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        "Values": pairs.iter().map(|(_, value)| *value).collect::<Vec<_>>(),
    })
}

/// What staging answers, in the shape the service was recorded with. The status of a solution with missing
/// dependencies is unproven.
fn stage_results(
    upload: Guid,
    package: &Package,
    missing: &[package::Required],
    before: Option<&Row>,
    present: impl Fn(Guid) -> bool,
) -> Value {
    let mut components = vec![json!({
        "ComponentName": package.friendly_name, "ComponentTypeName": "solution", "IsPresentInOrg": "Unknown",
        "Attributes": named(&[("localizedname", &package.friendly_name), ("description", "")]),
    })];
    for role in &package.roles {
        components.push(json!({
            "ComponentName": role.name, "ComponentTypeName": "role",
            "IsPresentInOrg": if present(role.id) { "True" } else { "False" },
            "Attributes": named(&[("name", &role.name)]),
        }));
    }
    let missing: Vec<Value> = missing
        .iter()
        .map(|required| {
            let (schema, display, kind) = &required.dependent;
            json!({
                "RequiredComponentSchemaName": required.name, "RequiredComponentDisplayName": required.display,
                "RequiredComponentParentSchemaName": null, "RequiredComponentParentDisplayName": null,
                "RequiredComponentId": null, "RequiredSolutionName": required.solution_named,
                "RequiredComponentType": required.kind,
                "DependentComponentSchemaName": schema, "DependentComponentDisplayName": display,
                "DependentComponentParentSchemaName": null, "DependentComponentParentDisplayName": null,
                "DependentComponentType": kind, "DependentComponentId": null,
            })
        })
        .collect();
    let (publisher, publisher_friendly, _) = &package.publisher;
    json!({
        "StageSolutionUploadId": upload.to_string(),
        "StageSolutionStatus": if missing.is_empty() { "Passed" } else { "Failed" },
        "SolutionComponentsDetails": components,
        "SolutionDetails": {
            "SolutionUniqueName": package.unique_name,
            "SolutionFriendlyName": package.friendly_name,
            "SolutionDescription": "",
            "PublisherUniqueName": publisher,
            "PublisherFriendlyName": publisher_friendly,
            "PreviousSolutionUniqueName": before.and_then(|row| row.text("uniquename")),
            "PreviousSolutionFriendlyName": before.and_then(|row| row.text("friendlyname")),
            "PreviousPublisherUniqueName": before.map(|_| publisher),
            "PreviousPublisherFriendlyName": before.map(|_| publisher_friendly),
            "IsPatchSolution": false,
            "IsManaged": package.managed,
            "PreviousIsManaged": before.is_some_and(|row| row.flag("ismanaged")),
            "SolutionVersion": package.version,
            "PreviousSolutionVersion": before.and_then(|row| row.text("version")),
            "PreviousPatchSolutionsNames": [],
            "IsPrerequisitesExport": false,
            "HasPendingUpgrade": false,
        },
        "MissingDependencies": missing,
        "SolutionValidationResults": [],
    })
}

/// Whether rows of that table tell how far imports are, so that reading them lets time pass.
pub fn tells_progress(set: &str) -> bool {
    [
        "asyncoperations",
        "importjobs",
        "solutions",
        "RetrieveSolutionImportResult",
    ]
    .iter()
    .any(|told| set.starts_with(told))
}

/// The privilege importing takes.
pub const IMPORT: &str = "prvImportCustomization";

/// Columns of a row that a package decides, for a table definition that has them.
pub(super) fn known(def: &TableDef, values: Value) -> Map<String, Value> {
    let mut row = values.as_object().cloned().unwrap_or_default();
    row.retain(|name, value| !value.is_null() && def.columns.contains_key(name));
    row
}
