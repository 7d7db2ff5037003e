//! Microsoft Graph: typed reads over [`super::bearer`], and the writes plans are made of, each with the read that proves
//! it. Bodies use no member the v1.0 metadata does not have.
//!
//! An id may be a plan's `~slot~` wherever a GUID is asked for: it stands in the path until the run knows it.

pub mod applications;
pub mod grants;
pub mod groups;
pub mod roles;
pub mod tenant;
pub mod users;

use crate::http::{Method, Request};
use crate::services::dataverse::odata::Query;
use serde_json::Value;

/// Where the API lives.
const ROOT: &str = "/v1.0/";

fn query(segment: &str) -> Query {
    Query::on(ROOT, segment)
}

fn write(method: Method, path: String, body: &Value) -> Request {
    Request::json(method, path, body)
        .header("content-type", "application/json")
        .header("accept", "application/json")
}

fn delete(path: String) -> Request {
    Request {
        method: Method::Delete,
        path,
        headers: [("accept".to_owned(), "application/json".to_owned())].into(),
        body: None,
    }
}
