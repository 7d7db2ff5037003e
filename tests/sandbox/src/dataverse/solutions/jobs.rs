//! Imports as jobs: they move on as they are read about, and end in what they import or in nothing.

use super::package::{self, Package, PackagedRole};
use super::{Doom, installed, known};
use crate::dataverse::security::{self, Depth, privilege_id};
use crate::dataverse::store::Store;
use crate::dataverse::{roles, rules};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::service::{Org, Service};
use serde_json::{Value, json};
use std::sync::Arc;

/// How far an import is: percent, by read. The job's row says ready, then in progress twice, then completed.
const PROGRESS: [f64; 3] = [17.4, 61.2, 100.0];

/// One import.
#[derive(Debug, Clone)]
pub struct Job {
    /// Id of its `importjobs` row.
    pub key: Guid,
    /// What it imports.
    pub package: Arc<Package>,
    overwrite: bool,
    doom: Option<Doom>,
    /// How often somebody has asked; past the last of [`PROGRESS`] it has ended.
    asked: usize,
}

impl Job {
    /// What it ended with; `None` while it runs, `Some(None)` for success.
    pub fn ended(&self) -> Option<Option<&Doom>> {
        (self.asked >= PROGRESS.len()).then_some(self.doom.as_ref())
    }
}

/// Why a package cannot go on top of what is installed (Dataverse, web service error codes: the modes must match).
/// That an older version is refused at all is unproven.
fn clash(service: &Service<'_>, package: &Package) -> Option<Doom> {
    let row = installed(service.store, &package.unique_name)?;
    let told = |errorcode: i64, message: &str| {
        Some(Doom {
            errorcode,
            message: message.to_owned(),
        })
    };
    let modes = "Import can only update solutions when the modes match. Uninstall the current solution and try again.";
    match (row.flag("ismanaged"), package.managed) {
        (false, true) => told(
            -2_147_188_672,
            &format!(
                "The solution is already installed on this system as an unmanaged solution and the package supplied is attempting to install it in managed mode. {modes}"
            ),
        ),
        (true, false) => told(
            -2_147_188_671,
            &format!(
                "The solution is already installed on this system as a managed solution and the package supplied is attempting to install it in unmanaged mode. {modes}"
            ),
        ),
        _ if package::version(row.text("version").unwrap_or_default()) > package::version(&package.version) => told(
            -2_147_188_685,
            "The version of the solution being imported is lower than the version of the installed solution.",
        ),
        _ => None,
    }
}

/// Opens a job and answers its id.
pub(super) fn open(
    service: &mut Service<'_>,
    key: Guid,
    package: Arc<Package>,
    overwrite: bool,
) -> Result<Guid, Refusal> {
    let doom = service.store.solutions.doom.take().or_else(|| clash(service, &package));
    let operation = Guid::derive("asyncoperation", &key.to_string());
    let now = service.store.now();
    let def = service.table("asyncoperation")?;
    let unit = service
        .store
        .get("systemuser", service.user)
        .and_then(|user| user.guid("businessunitid"));
    let user = service.user.to_string();
    let mut values = known(
        &def,
        json!({
            "name": "ImportSolution", "messagename": "ImportSolutionAsync", "operationtype": 54, "subtype": 1, "depth": 1,
            "retrycount": 0, "iswaitingforevent": false, "retainjobhistory": false,
            "correlationid": Guid::derive("correlation", &key.to_string()).to_string(),
            "dependencytoken": format!("SolutionOperation_{{{}}}", service.org.id),
            "statecode": 0, "statuscode": 0,
            "createdon": now, "modifiedon": now, "createdby": user, "modifiedby": user,
            "ownerid": user, "owninguser": user, "owningbusinessunit": unit.map(|unit| unit.to_string()),
        }),
    );
    values.insert("ownerid@target".into(), json!("systemuser"));
    service.store.put("asyncoperation", operation, values);
    let job = Job {
        key,
        package,
        overwrite,
        doom,
        asked: 0,
    };
    service.store.solutions.jobs.insert(operation, job);
    Ok(operation)
}

/// Lets the imports move on by one read.
pub fn pass(store: &mut Store, org: &Org) {
    let running: Vec<Guid> = store
        .solutions
        .jobs
        .iter()
        .filter(|(_, job)| job.ended().is_none())
        .map(|(id, _)| *id)
        .collect();
    for operation in running {
        let Some(job) = store.solutions.jobs.get_mut(&operation) else {
            continue;
        };
        job.asked += 1;
        let job = job.clone();
        match job.ended() {
            None => progress(store, operation, &job),
            Some(doom) => {
                if doom.is_none() {
                    install(store, org, &job);
                }
                end(store, operation, &job);
            }
        }
    }
}

fn change(store: &mut Store, table: &str, id: Guid, changes: Value) {
    let Some(def) = store.schema().table(table).cloned() else {
        return;
    };
    let mut values = store.get(table, id).map(|row| row.values.clone()).unwrap_or_default();
    let now = store.now();
    values.extend(known(&def, changes));
    values.entry("createdon").or_insert_with(|| json!(now));
    values.insert("modifiedon".into(), json!(now));
    store.put(table, id, values);
}

fn progress(store: &mut Store, operation: Guid, job: &Job) {
    let now = store.now();
    let done = PROGRESS.get(job.asked.saturating_sub(1)).copied().unwrap_or_default();
    change(
        store,
        "asyncoperation",
        operation,
        json!({"statecode": 2, "statuscode": 20, "startedon": now}),
    );
    change(
        store,
        "importjob",
        job.key,
        json!({
            "name": job.package.unique_name, "solutionname": job.package.unique_name, "progress": done, "startedon": now,
            "operationcontext": "Import", "data": data(job, ""),
        }),
    );
}

fn data(job: &Job, result: &str) -> String {
    let package = &job.package;
    format!(
        "<importexportxml start=\"1\" succeeded=\"{result}\"><solutionManifests><solutionManifest languagecode=\"1033\" id=\"{}\"><UniqueName>{}</UniqueName><Version>{}</Version><result result=\"{result}\" errorcode=\"0\" errortext=\"\" /></solutionManifest></solutionManifests></importexportxml>",
        package.unique_name, package.unique_name, package.version
    )
}

fn end(store: &mut Store, operation: Guid, job: &Job) {
    let now = store.now();
    let doom = job.doom.as_ref();
    change(
        store,
        "asyncoperation",
        operation,
        json!({
            "statecode": 3, "statuscode": if doom.is_some() { 31 } else { 30 }, "completedon": now,
            "errorcode": doom.map(|d| d.errorcode), "message": doom.map(|d| d.message.clone()),
            "friendlymessage": doom.map(|d| d.message.clone()),
        }),
    );
    let mut told = json!({
        "completedon": now, "data": data(job, if doom.is_some() { "failure" } else { "success" }),
    });
    // A failed import keeps the progress it had.
    if doom.is_none()
        && let (Some(map), Some(done)) = (told.as_object_mut(), PROGRESS.last())
    {
        map.insert("progress".into(), json!(done));
    }
    change(store, "importjob", job.key, told);
}

fn install(store: &mut Store, org: &Org, job: &Job) {
    let package = &job.package;
    let now = store.now();
    let (unique, friendly, prefix) = &package.publisher;
    let publisher = Guid::derive("publisher", unique);
    change(
        store,
        "publisher",
        publisher,
        json!({"uniquename": unique, "friendlyname": friendly, "customizationprefix": prefix, "isreadonly": package.managed}),
    );
    let before = installed(store, &package.unique_name);
    let id = before
        .as_ref()
        .map_or_else(|| Guid::derive("solution", &package.unique_name), |row| row.id);
    let updated = before
        .as_ref()
        .is_some_and(|row| row.text("version") != Some(package.version.as_str()));
    let mut changes = json!({
        "uniquename": package.unique_name, "friendlyname": package.friendly_name, "version": package.version,
        "ismanaged": package.managed, "isvisible": true, "isapimanaged": false, "solutionpackageversion": "9.2",
        "publisherid": publisher.to_string(),
    });
    if let Some(map) = changes.as_object_mut() {
        if before.is_none() {
            map.insert("installedon".into(), json!(now));
        }
        if updated {
            map.insert("updatedon".into(), json!(now));
        }
    }
    change(store, "solution", id, changes);
    for role in &package.roles {
        bring(store, org, job, id, role);
    }
}

/// The role in the root business unit with its privileges, and its copies below. Without `OverwriteUnmanagedCustomizations`
/// what was changed since stays: a depth given by hand, a privilege added.
fn bring(store: &mut Store, org: &Org, job: &Job, solution: Guid, packaged: &PackagedRole) {
    let top = store
        .table("businessunit")
        .rows()
        .find(|unit| unit.guid("parentbusinessunitid").is_none())
        .map(|unit| unit.id.to_string());
    let there = store.get("role", packaged.id).cloned();
    let managed = job.package.managed;
    let mut values = there.as_ref().map(|row| row.values.clone()).unwrap_or_default();
    let fresh = json!({
        "name": packaged.name, "businessunitid": top, "parentrootroleid": packaged.id.to_string(),
        "ismanaged": managed, "issytemgenerated": false, "isautoassigned": 0, "componentstate": 0,
        "solutionid": solution.to_string(), "organizationid": org.id.to_string(),
        "roleidunique": Guid::derive("roleidunique", &packaged.id.to_string()).to_string(),
        "iscustomizable": rules::managed(true, "iscustomizableanddeletable"),
        "canbedeleted": rules::managed(!managed, "canbedeleted"),
    });
    values.extend(fresh.as_object().cloned().unwrap_or_default());
    if there.is_none() || job.overwrite {
        values.insert("isinherited".into(), json!(packaged.inherited));
    }
    let now = store.now();
    values.entry("createdon").or_insert_with(|| json!(now));
    values.insert("modifiedon".into(), json!(now));
    store.put("role", packaged.id, values);
    rules::copy_role(store, packaged.id);
    let held = security::role_privileges(store, packaged.id);
    // A privilege the organisation does not know is left out: its import tells nothing of it.
    let wanted: Vec<(Guid, Depth)> = packaged
        .privileges
        .iter()
        .map(|(name, depth)| (privilege_id(name), *depth))
        .filter(|(id, _)| store.get("privilege", *id).is_some())
        .collect();
    if job.overwrite {
        for (id, _) in held.iter().filter(|(id, _)| !wanted.iter().any(|(w, _)| w == id)) {
            roles::set(store, org, packaged.id, *id, None);
        }
    }
    for (id, depth) in wanted {
        if job.overwrite || !held.iter().any(|(h, _)| *h == id) {
            roles::set(store, org, packaged.id, id, Some(depth));
        }
    }
}
