//! What the admin has looked at by hand: what such a look is about. It counts for that and for nothing else.

use serde_json::{Value, json};

use super::observed::Observed;
use super::report::Told;
use super::viva;
use crate::domain::deployment::steps::{Point, REVIEW, Source};
use crate::json::ToJson;
use crate::plan::sameness;
use crate::recipes::readiness::Readiness;

/// What a line says where nobody has signed in, or nothing Latchkey can ask tells it, Teams' private API among that, which
/// sends the admin to its admin center. Everything else that is unknown is an answer that is unclear, contradicts another,
/// or was not had: the admin's own word does not make that well.
const UNTOLD: [&str; 9] = [
    "deploy-unknown-signed-out",
    "deploy-unknown-hand",
    "deploy-unknown-page",
    "deploy-setup-not-found",
    "deploy-unknown-optional",
    "deploy-unknown-welcome",
    "deploy-unknown-community",
    "deploy-teams-app-refused",
    "deploy-teams-refused",
];

/// Digest of what a look at a point by hand is about now: the tenant, the Salesforce organization and its app, and what
/// stood there; for the review, whom there was to see (S001-34). `None` where the admin's own look does not count.
pub(super) fn about(point: &Point, observed: &Observed, told: &Told) -> Option<String> {
    let stood = match point.source {
        // Nothing ever stands there but how long ago it was.
        Source::Hand => Value::Null,
        _ if point.id == REVIEW => viva::seen(observed)?,
        _ => {
            let is_untold = UNTOLD.contains(&&*told.statement.id) && told.readiness == Readiness::Unknown;
            is_untold.then(|| told.statement.to_json())?
        }
    };
    let salesforce = observed
        .salesforce
        .as_ref()
        .filter(|_| point.source == Source::Salesforce);
    let host = salesforce.map(|read| &read.host).or(observed.my_domain.as_ref());
    let app = salesforce.and_then(|read| read.app.value()?.as_ref().map(|app| &app.id));
    let about = json!({
        "point": point.id,
        "tenant": observed.organization.tenant_id,
        "salesforce": host.filter(|_| point.source == Source::Salesforce),
        "app": app,
        "stood": stood,
    });
    Some(sameness::digest(&about, &[]))
}
