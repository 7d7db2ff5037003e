//! Takes System Administrator of msdyn_viva off those whom no role of the tenant made that (S001-34). Nobody is locked out
//! (G11): the signed-in admin stays and is seen to stay right before each step, and who is dismissed keeps another role.

use serde_json::json;

use super::choices::Choices;
use super::observed::{Administrator, Observed};
use super::planning::{Draft, PlanError};
use super::viva::named;
use crate::domain::reading::Reading;
use crate::http::{Method, Request};
use crate::plan::model::{Change, Condition, Probe, Read, Risk, Service, Step, Target, WriteCondition};
use crate::recipes::dataverse::making::{back, delta, http, post};
use crate::recipes::dataverse::target::{self, fresh};
use crate::services::dataverse::client::read_request;
use crate::services::dataverse::leads::{assign_body, assign_path, unassign_path};
use crate::services::dataverse::security::holders_path;
use crate::text::Text;

/// Key of msdyn_viva among a plan's targets.
const TARGET: &str = "viva";

/// One step per dismissed administrator.
///
/// # Errors
/// [`PlanError`].
pub(super) fn dismissed(draft: &mut Draft, observed: &Observed, choices: &Choices) -> Result<(), PlanError> {
    let viva = observed.viva.as_ref().ok_or(PlanError::SignIn)?;
    let incomplete = || PlanError::Incomplete {
        what: Text::new("deploy-what-administrators"),
    };
    if !observed.environment().is_some_and(|own| own.is_of(&viva.host)) {
        return Err(incomplete());
    }
    let (_, others) = viva.parted().ok_or_else(incomplete)?;
    let Reading::Complete((organization, admin)) = &viva.organization else {
        return Err(incomplete());
    };
    let own = viva
        .own()
        .and_then(|own| Some((own, own.roles.first()?)))
        .ok_or_else(incomplete)?;
    let mut steps = Vec::new();
    for one in others {
        let is_chosen = choices.dismissed.contains(&one.id) && viva.stays(one).is_none();
        let (Some(role), Some(other)) = (one.roles.first(), &one.other) else {
            continue;
        };
        if is_chosen {
            steps.push(step(&organization.host, one, (role, other), (&own.0.id, own.1)));
        }
    }
    if steps.is_empty() {
        return Err(PlanError::Nobody);
    }
    draft.steps.extend(steps);
    draft.notes.push(Text::new("deploy-note-administrators"));
    let mut target = Target {
        id: TARGET.to_owned(),
        service: Service::Environment,
        ..target::target(organization, admin)
    };
    // No page of it is open.
    target.lock.retain(|lock| matches!(lock.probe.read, Read::Http(_)));
    draft.targets.push(target);
    Ok(())
}

/// `own` is the signed-in admin, and the copy of the role they keep.
fn step(host: &str, one: &Administrator, (role, other): (&str, &str), own: (&str, &str)) -> Step {
    let label = || Text::new("deploy-administrator-label").name("person", named(one));
    let has = |label: Text, user: &str, role: &str| Condition::Member {
        label,
        list: "/value".to_owned(),
        key: [
            ("systemuserid".to_owned(), json!(user)),
            ("roleid".to_owned(), json!(role)),
        ]
        .into(),
        fields: [].into(),
    };
    let probe = |conditions: Vec<Condition>| Probe {
        read: Read::Http(fresh(&holders_path(&[role, other, own.1]))),
        conditions,
    };
    let held = || {
        probe(vec![
            has(label(), &one.id, role),
            has(Text::new("deploy-administrator-other"), &one.id, other),
            has(Text::new("deploy-administrator-own"), own.0, own.1),
        ])
    };
    let gone = || {
        probe(vec![Condition::NoMember {
            label: label(),
            list: "/value".to_owned(),
            key: [
                ("systemuserid".to_owned(), json!(one.id)),
                ("roleid".to_owned(), json!(role)),
            ]
            .into(),
        }])
    };
    let remove = Request {
        method: Method::Delete,
        ..read_request(&unassign_path(&one.id, role))
    };
    let give = post(&assign_path(&one.id), &assign_body(host, role));
    Step {
        id: format!("administrator:{}", one.id),
        target: TARGET.to_owned(),
        title: Text::new("deploy-step-administrator").name("person", named(one)),
        reason: Text::new("deploy-reason-administrator"),
        delta: vec![delta(
            Text::new("deploy-administrator-role"),
            Text::new("lead-value-assigned"),
            Text::new("lead-value-none"),
        )],
        risk: Risk::Disruptive,
        needs: Vec::new(),
        change: Change {
            guard: held(),
            action: http(remove, WriteCondition::None),
            proof: gone(),
            patience: None,
        },
        undo: back(Change {
            guard: gone(),
            action: give,
            proof: probe(vec![has(label(), &one.id, role)]),
            patience: None,
        }),
        unproven: None,
    }
}
