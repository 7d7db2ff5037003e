//! The writes plans are made of, each with the read that guards and proves it. An id may be a plan's `~slot~`.

use serde_json::{Value, json};

use super::API;
use super::client::read_request;
use super::soql::{path, quoted, row};
use crate::domain::salesforce::rights::API_ENABLED;
use crate::http::{Method, Request};

fn write(method: Method, path: String, body: &Value) -> Request {
    Request::json(method, path, body)
        .header("content-type", "application/json")
        .header("accept", "application/json")
}

fn create(object: &str, body: &Value) -> Request {
    write(Method::Post, format!("{API}sobjects/{object}"), body)
}

/// Takes a row away.
pub fn delete(object: &str, id: &str) -> Request {
    Request {
        method: Method::Delete,
        path: format!("{API}sobjects/{object}/{id}"),
        headers: [("accept".to_owned(), "application/json".to_owned())].into(),
        body: None,
    }
}

/// The object of a connected app's grants.
pub const ACCESS: &str = "SetupEntityAccess";

/// Lets a permission set, or a profile's, use a connected app (S001-29). The kind of the app is derived: sending it is
/// refused (cloud-apis §3.4).
pub fn grant_app(set: &str, app: &str) -> Request {
    create(ACCESS, &json!({"ParentId": set, "SetupEntityId": app}))
}

/// Whether it may.
pub fn app_granted(set: &str, app: &str) -> Request {
    let condition = format!("SetupEntityId = {} AND ParentId = {}", quoted(app), quoted(set));
    read_request(&path(&["Id", "ParentId", "SetupEntityId"], ACCESS, &condition))
}

/// The object of permission sets' assignments.
pub const ASSIGNMENT: &str = "PermissionSetAssignment";

/// Gives a permission set to a user.
pub fn assign(user: &str, set: &str) -> Request {
    create(ASSIGNMENT, &json!({"AssigneeId": user, "PermissionSetId": set}))
}

/// Whether the user has it.
pub fn assigned(user: &str, set: &str) -> Request {
    let condition = format!("AssigneeId = {} AND PermissionSetId = {}", quoted(user), quoted(set));
    read_request(&path(&["Id", "AssigneeId", "PermissionSetId"], ASSIGNMENT, &condition))
}

/// Turns **API Enabled** of a permission set on or off (S001-15).
pub fn enable_api(set: &str, on: bool) -> Request {
    let path = format!("{API}sobjects/PermissionSet/{set}");
    write(Method::Patch, path, &json!({ API_ENABLED: on }))
}

/// Whether it is on.
pub fn api_enabled(set: &str) -> Request {
    read_request(&row("PermissionSet", set, &["Id", "Label", API_ENABLED]))
}
