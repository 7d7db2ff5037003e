//! What writing leads stands on: solutions, the role that comes with one, application users, and the leads themselves.

use serde_json::{Value, json};

use super::client::{Page, Read};
use super::odata::{API, Query, quoted};
use super::wire_leads::{AccountRow, BusinessUnit, LeadRole, LeadRow, Operation, SolutionRow};

/// Columns of a user who may be the service account.
const ACCOUNT: [&str; 8] = [
    "systemuserid",
    "fullname",
    "domainname",
    "applicationid",
    "azureactivedirectoryobjectid",
    "isdisabled",
    "deletedstate",
    "_businessunitid_value",
];
const ROLES: &str = "systemuserroles_association($select=roleid,name)";

/// Path of a solution by its unique name (Web API, `solution`).
pub fn solution_path(unique_name: &str) -> String {
    Query::new("solutions")
        .select(&["solutionid", "uniquename", "version", "ismanaged"])
        .filter(&format!("uniquename eq {}", quoted(unique_name)))
        .path()
}

/// The same, in an address nobody can ask before a staged upload's id is known: what staging has installed, which is
/// nothing.
pub fn solution_after_staging_path(unique_name: &str, upload: &str) -> String {
    Query::new("solutions")
        .select(&["solutionid", "uniquename", "version", "ismanaged"])
        .filter(&format!(
            "uniquename eq {} and solutionid ne {upload}",
            quoted(unique_name)
        ))
        .path()
}

/// Solutions whose unique name contains both texts.
pub fn solutions_like(one: &str, other: &str) -> Read<Page<SolutionRow>> {
    let filter = format!(
        "contains(uniquename,{}) and contains(uniquename,{})",
        quoted(one),
        quoted(other)
    );
    Read::new(
        "lead-what-solutions",
        Query::new("solutions")
            .select(&["solutionid", "uniquename", "version", "ismanaged"])
            .filter(&filter)
            .path(),
    )
}

/// A solution by its unique name.
pub fn solution(unique_name: &str) -> Read<Page<SolutionRow>> {
    Read::new("lead-what-solutions", solution_path(unique_name))
}

/// Path of `StageSolution`, which takes and checks a file and installs nothing.
pub fn stage_path() -> String {
    format!("{API}StageSolution")
}

/// Body of `StageSolution`; `content` is Base64.
pub fn stage_body(content: &str) -> Value {
    json!({"CustomizationFile": content})
}

/// Path of `ImportSolutionAsync`.
pub fn import_path() -> String {
    format!("{API}ImportSolutionAsync")
}

/// Body of `ImportSolutionAsync` for a staged upload. Unmanaged layers stay: whoever edited the role by hand keeps that.
/// `job` becomes the id of the `importjobs` row, so that a lost answer can be settled.
pub fn import_body(upload: &str) -> Value {
    json!({
        "PublishWorkflows": true,
        "OverwriteUnmanagedCustomizations": false,
        "ComponentParameters": [],
        "SolutionParameters": {"StageSolutionUploadId": upload},
    })
}

/// Path of a system job.
pub fn operation_path(id: &str) -> String {
    Query::new(&format!("asyncoperations({id})"))
        .select(&[
            "asyncoperationid",
            "statecode",
            "statuscode",
            "message",
            "friendlymessage",
        ])
        .path()
}

/// A system job.
pub fn operation(id: &str) -> Read<Operation> {
    Read::new("lead-what-import", operation_path(id))
}

/// Path of every copy of a role: one per business unit (dataverse role table).
pub fn role_path(name: &str) -> String {
    Query::new("roles")
        .select(&[
            "roleid",
            "name",
            "_businessunitid_value",
            "_parentrootroleid_value",
            "isinherited",
            "ismanaged",
            "iscustomizable",
        ])
        .filter(&format!("name eq {}", quoted(name)))
        .path()
}

/// Every copy of a role.
pub fn role(name: &str) -> Read<Page<LeadRole>> {
    Read::new("dataverse-what-roles", role_path(name))
}

/// Path of a role's copy in a business unit, as a list of one.
pub fn role_in_path(name: &str, unit: &str) -> String {
    Query::new("roles")
        .select(&["roleid", "name", "_businessunitid_value"])
        .filter(&format!("name eq {} and _businessunitid_value eq {unit}", quoted(name)))
        .path()
}

/// Path of a role's row, for its inheritance.
pub fn inheritance_path(role: &str) -> String {
    role_row(role, &["roleid", "isinherited"])
}

/// Path of a role's row without its columns, for writing.
pub fn role_row_path(role: &str) -> String {
    Query::new(&format!("roles({role})")).path()
}

fn role_row(role: &str, columns: &[&str]) -> String {
    Query::new(&format!("roles({role})")).select(columns).path()
}

/// The root business unit.
pub fn root_unit() -> Read<Page<BusinessUnit>> {
    Read::new(
        "lead-what-unit",
        Query::new("businessunits")
            .select(&["businessunitid", "name"])
            .filter("_parentbusinessunitid_value eq null")
            .path(),
    )
}

/// All application users with their roles; there are few.
pub fn application_users() -> Read<Page<AccountRow>> {
    accounts("applicationid ne null")
}

/// Path of the application user of an app, as a list: none, one, or a deleted one besides.
pub fn application_user_path(application: &str) -> String {
    accounts_path(&format!("applicationid eq {application}"))
}

/// A person by their user principal name.
pub fn person(upn: &str) -> Read<Page<AccountRow>> {
    accounts(&format!("domainname eq {}", quoted(upn)))
}

/// Path of a person by their object id in Entra.
pub fn person_path(object: &str) -> String {
    accounts_path(&format!("azureactivedirectoryobjectid eq {object}"))
}

fn accounts(filter: &str) -> Read<Page<AccountRow>> {
    Read::new("dataverse-what-users", accounts_path(filter))
}

fn accounts_path(filter: &str) -> String {
    Query::new("systemusers")
        .select(&ACCOUNT)
        .expand(ROLES)
        .filter(filter)
        .path()
}

/// The users who have a role's copy directly.
pub fn users_of_role(role: &str) -> Read<Page<AccountRow>> {
    Read::new(
        "dataverse-what-user-roles",
        Query::new(&format!("roles({role})"))
            .then("systemuserroles_association")
            .select(&ACCOUNT)
            .path(),
    )
}

/// Path of one user with their roles.
pub fn account_path(user: &str) -> String {
    Query::new(&format!("systemusers({user})"))
        .select(&["systemuserid", "isdisabled", "_businessunitid_value"])
        .expand(ROLES)
        .path()
}

/// Path of one user's row, for writing.
pub fn user_row_path(user: &str) -> String {
    Query::new(&format!("systemusers({user})")).path()
}

/// Path of the set of users, for making one.
pub fn users_path() -> String {
    Query::new("systemusers").path()
}

/// Body of an application user (Power Platform, `systemuser`; access mode 4 is *Non-interactive*).
pub fn application_user_body(application: &str, unit: &str) -> Value {
    json!({
        "applicationid": application,
        "accessmode": 4,
        "isdisabled": false,
        "businessunitid@odata.bind": format!("/businessunits({unit})"),
    })
}

/// Path for giving a user a role.
pub fn assign_path(user: &str) -> String {
    Query::new(&format!("systemusers({user})"))
        .then("systemuserroles_association")
        .then("$ref")
        .path()
}

/// Body for giving a user a role: the safe form is the whole address.
pub fn assign_body(host: &str, role: &str) -> Value {
    json!({"@odata.id": format!("https://{host}{}", role_row_path(role))})
}

/// Path for taking a role off a user.
pub fn unassign_path(user: &str, role: &str) -> String {
    Query::new(&format!("systemusers({user})"))
        .then(&format!("systemuserroles_association({role})"))
        .then("$ref")
        .path()
}

/// The newest leads.
pub fn newest_leads() -> Read<Page<LeadRow>> {
    Read::new(
        "lead-what-leads",
        Query::new("leads")
            .select(&["leadid", "subject", "fullname", "createdon", "_createdby_value"])
            .order_by("createdon desc")
            .option("$top", "5")
            .path(),
    )
}

/// Path of the leads one user has made after a moment, as the service writes one, or ever.
pub fn leads_by_path(user: &str, since: Option<&str>) -> String {
    let since = since
        .map(|since| format!(" and createdon gt {since}"))
        .unwrap_or_default();
    Query::new("leads")
        .select(&["leadid", "subject", "createdon", "_createdby_value"])
        .filter(&format!("_createdby_value eq {user}{since}"))
        .order_by("createdon desc")
        .option("$top", "1")
        .path()
}

/// The last lead one user has made.
pub fn leads_by(user: &str) -> Read<Page<LeadRow>> {
    Read::new("lead-what-leads", leads_by_path(user, None))
}

/// Privileges by their names.
pub fn privileges_named(names: &[&str]) -> Read<Page<super::wire::PrivilegeRow>> {
    let any: Vec<String> = names.iter().map(|name| format!("name eq {}", quoted(name))).collect();
    super::security::privileges_where(&any.join(" or "))
}
