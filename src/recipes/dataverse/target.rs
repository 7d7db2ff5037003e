//! The organization as the target of a plan, and the requests a plan sends it.

use serde_json::{Value, json};

use crate::domain::organization::{Organization, SignedInUser};
use crate::http::{Method, Request};
use crate::plan::making::{field, on_page};
use crate::plan::model::{Condition, LockProbe, Probe, Read, Service, Target};
use crate::services::dataverse::client::read_request;
use crate::services::dataverse::identity;
use crate::text::Text;

/// Key of the organization among a plan's targets.
pub const TARGET: &str = "org";
/// Locator of the user the portal's header shows.
pub const HEADER_USER: &str = "shell.user";

/// The organization, with the reads that must show it again, and the signed-in user, over the writing transport.
pub fn target(organization: &Organization, admin: &SignedInUser) -> Target {
    let is = |label: &'static str, pointer: &str, equals: Value| field(Text::new(label), pointer, equals);
    let mut current = vec![is(
        "disconnect-lock-name",
        "/Detail/FriendlyName",
        json!(organization.name),
    )];
    if let Some(environment) = &organization.environment_id {
        current.push(is(
            "disconnect-lock-environment",
            "/Detail/EnvironmentId",
            json!(environment),
        ));
    }
    let mut lock = vec![LockProbe {
        probe: Probe {
            read: Read::Http(fresh(&identity::who_am_i_path())),
            conditions: vec![
                is("disconnect-lock-user", "/UserId", json!(admin.id)),
                is(
                    "disconnect-lock-organization",
                    "/OrganizationId",
                    json!(organization.id),
                ),
            ],
        },
        what: Text::new("disconnect-lock-who"),
        required: true,
    }];
    // Without RetrieveCurrentOrganization the host stands in for the name, which no read could confirm.
    if organization.name != organization.host || organization.environment_id.is_some() {
        lock.push(LockProbe {
            probe: Probe {
                read: Read::Http(fresh(&identity::current_organization_path())),
                conditions: current,
            },
            what: Text::new("disconnect-lock-where"),
            required: true,
        });
    }
    if !admin.name.is_empty() {
        lock.push(LockProbe {
            probe: on_page(
                HEADER_USER,
                vec![Condition::Person {
                    label: Text::new("disconnect-lock-header"),
                    pointer: "/text".to_owned(),
                    user: admin.clone(),
                }],
            ),
            what: Text::new("disconnect-lock-header"),
            required: false,
        });
    }
    Target {
        id: TARGET.to_owned(),
        service: Service::Dataverse,
        identity: organization.id.clone(),
        name: organization.name.clone(),
        host: organization.host.clone(),
        kind: organization.kind,
        user: admin.clone(),
        lock,
    }
}

/// A read that no cache may answer.
pub fn fresh(path: &str) -> Request {
    read_request(path).header("if-none-match", "null")
}

/// A write with a JSON body and the headers every write carries (Web API, "Compose HTTP requests").
pub fn write(method: Method, path: &str, body: &Value) -> Request {
    Request::json(method, path, body)
        .header("accept", "application/json")
        .header("content-type", "application/json")
        .header("odata-maxversion", "4.0")
        .header("odata-version", "4.0")
}
