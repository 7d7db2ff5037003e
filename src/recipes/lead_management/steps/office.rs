//! The Office 365 user: made without administrator access, given a licence, never deleted (S004-24 to S004-30).

use serde_json::json;

use super::{back, change, delta, field, found, member, no_member, none, partly, read, sent, step, verbatim};
use crate::domain::country::is_country;
use crate::domain::lead::licence::{named, product};
use crate::domain::reading::Reading;
use crate::plan::model::{Risk, Shape, SlotKind, Step};
use crate::recipes::lead_management::observed::Person;
use crate::recipes::lead_management::planning::{Draft, PlanError, slot};
use crate::recipes::tenant::ENTRA;
use crate::services::graph::users::{self, NewUser};
use crate::text::Text;

/// Id of the step that makes the user.
pub const USER: &str = "credential:user";
const LOCATION: &str = "credential:location";
const LICENCE: &str = "credential:licence";
const UNBLOCK: &str = "credential:unblocked";

/// Object id in Entra: literal, or what stands for it.
pub(super) fn object(draft: &mut Draft<'_>) -> Result<String, PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    if draft.steps.iter().any(|step| step.id == USER) {
        return Ok(draft.slot(slot::ACCOUNT, SlotKind::Found(Shape::Guid)));
    }
    let person = choices.existing_person(observed).map(|person| person.id.clone());
    let account = observed
        .account_of_person(&choices.upn)
        .and_then(|account| account.object.clone());
    person.or(account).ok_or(PlanError::NoCredential)
}

/// The user and the licence.
pub(in super::super) fn add(draft: &mut Draft<'_>) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let directory = observed.directory.as_ref().ok_or(PlanError::SignIn)?;
    if !directory.users.is_complete() {
        return Err(PlanError::Incomplete {
            what: Text::new("lead-what-user"),
        });
    }
    let person = choices.existing_person(observed);
    let has_licence = person.is_some_and(|person| {
        let skus = directory.licences.value().into_iter().flatten();
        let mut fitting = skus.filter(|sku| sku.fit().is_some());
        fitting.any(|sku| person.licences.contains(&sku.id))
    });
    let location = person.and_then(|person| person.location.clone());
    let id = match person {
        Some(person) => {
            match &person.is_administrator {
                Reading::Complete(false) => {}
                Reading::Complete(true) => return Err(PlanError::Administrator),
                _ => {
                    return Err(PlanError::Incomplete {
                        what: Text::new("lead-what-user-roles"),
                    });
                }
            }
            if !person.enabled {
                draft.push(unblock(person), &[]);
            }
            person.id.clone()
        }
        None => {
            check_location(&choices.location)?;
            let upn = choices.upn.clone();
            draft.slot(slot::PASSWORD, SlotKind::Password { upn });
            let account = draft.slot(slot::ACCOUNT, SlotKind::Found(Shape::Guid));
            draft.push(create(draft, &account), &[]);
            account
        }
    };
    if has_licence {
        return Ok(());
    }
    let skus = directory.licences.value().into_iter().flatten();
    let chosen = skus.clone().find(|sku| Some(&sku.id) == choices.licence.as_ref());
    let sku = chosen
        .filter(|sku| sku.free() > 0 && sku.fit().is_some())
        .ok_or(PlanError::NoLicence)?;
    if person.is_some() && location.is_none() {
        check_location(&choices.location)?;
        draft.push(located(&id, &choices.upn, &choices.location), &[]);
    }
    draft.push(
        licence(&id, &choices.upn, &sku.id, &sku.part_number),
        &[USER, LOCATION, UNBLOCK],
    );
    Ok(())
}

fn check_location(location: &str) -> Result<(), PlanError> {
    if is_country(location) {
        Ok(())
    } else {
        Err(PlanError::NoLocation)
    }
}

fn create(draft: &Draft<'_>, account: &str) -> Step {
    let choices = draft.choices;
    let upn = choices.upn.as_str();
    let label = || Text::new("lead-user-named").name("upn", upn);
    let path = || users::called(upn).request();
    let key = [("userPrincipalName", upn)];
    let password = crate::plan::model::placeholder(slot::PASSWORD);
    let nickname = choices.nickname();
    let new = NewUser {
        display_name: choices.user_name.trim(),
        nickname: &nickname,
        upn,
        usage_location: &choices.location,
        password_slot: &password,
    };
    Step {
        delta: vec![delta(
            label(),
            Text::new("lead-value-absent"),
            Text::new("lead-value-user"),
        )],
        ..step(
            USER,
            ENTRA,
            Text::new("lead-step-user").name("upn", upn),
            Text::new("lead-reason-user"),
            change(
                read(path(), vec![no_member(label(), "/value", &key)]),
                sent(users::create(&new), false),
                read(path(), vec![found(label(), "/value", &key, "id", slot::ACCOUNT)]),
            ),
            // It is never deleted.
            partly(enabled(account, upn, false), "lead-left-user"),
        )
    }
}

/// Lets a user sign in, or blocks it.
fn enabled(id: &str, upn: &str, on: bool) -> crate::plan::model::Change {
    let label = || Text::new("lead-user-enabled").name("upn", upn);
    let probe = |on: bool| {
        read(
            users::by_name(id).request(),
            vec![field(label(), "/accountEnabled", json!(on))],
        )
    };
    change(probe(!on), sent(users::set_enabled(id, on), true), probe(on))
}

fn unblock(person: &Person) -> Step {
    Step {
        delta: vec![delta(
            Text::new("lead-user-enabled").name("upn", &person.upn),
            Text::new("lead-value-blocked"),
            Text::new("lead-value-allowed"),
        )],
        ..step(
            UNBLOCK,
            ENTRA,
            Text::new("lead-step-unblock").name("upn", &person.upn),
            Text::new("lead-reason-user"),
            enabled(&person.id, &person.upn, true),
            back(enabled(&person.id, &person.upn, false)),
        )
    }
}

/// Where a user's licences are used, which no licence is given without.
pub(crate) fn located(id: &str, upn: &str, location: &str) -> Step {
    let label = || Text::new("lead-location");
    let probe = |value: serde_json::Value| {
        let named = field(label(), "/usageLocation", value);
        let same = field(Text::new("lead-upn"), "/userPrincipalName", json!(upn));
        read(users::by_name(id).request(), vec![same, named])
    };
    let change = change(
        probe(serde_json::Value::Null),
        sent(users::set_location(id, location), true),
        probe(json!(location)),
    );
    Step {
        delta: vec![delta(label(), Text::new("lead-value-absent"), verbatim(location))],
        ..step(
            LOCATION,
            ENTRA,
            Text::new("lead-step-location").name("upn", upn),
            Text::new("lead-reason-location"),
            change,
            none("lead-undo-location"),
        )
    }
}

/// A licence for a user.
pub(crate) fn licence(id: &str, upn: &str, sku: &str, part_number: &str) -> Step {
    let label = || Text::new("lead-licence-named").name("part", named(part_number));
    let list = "/assignedLicenses";
    let probe = |given: bool| {
        let condition = if given {
            member(label(), list, &[("skuId", sku)], &[])
        } else {
            no_member(label(), list, &[("skuId", sku)])
        };
        read(users::by_name(id).request(), vec![condition])
    };
    Step {
        // The tenant is charged for it (S004-29).
        risk: Risk::Disruptive,
        delta: vec![delta(
            label(),
            Text::new("lead-value-none"),
            Text::new("lead-value-assigned"),
        )],
        ..step(
            LICENCE,
            ENTRA,
            Text::new("lead-step-licence")
                .name("upn", upn)
                .name("part", product(part_number)),
            Text::new("lead-reason-licence"),
            change(probe(false), sent(users::assign_license(id, sku), true), probe(true)),
            back(change(
                probe(true),
                sent(users::remove_license(id, sku), true),
                probe(false),
            )),
        )
    }
}
