//! The account in the environment, and the role as the article has it (S004-23, S004-31 to S004-43). Both ways of the
//! credential end in the same state.

use serde_json::json;

use super::{
    at, back, change, delete, delta, field, found, guide, member, no_member, none, partly, patch, post, post_again,
    reading, sent, step,
};
use crate::domain::lead::Credential;
use crate::domain::lead::role::{Inheritance, ROLE, Resolved};
use crate::domain::privilege::{Depth, Privilege};
use crate::plan::model::{Change, Condition, Probe, Read, Shape, SlotKind, Step, Undo, WriteCondition};
use crate::recipes::disconnect::planning::{TARGET, depth_label, fresh};
use crate::recipes::lead_management::choices::Road;
use crate::recipes::lead_management::observed::{LeadWriter, Standard};
use crate::recipes::lead_management::planning::{Draft, POWER_PLATFORM, PlanError, environment, slot};
use crate::services::dataverse::{leads, odata, security};
use crate::services::power_platform;
use crate::text::Text;

/// Id of the step that brings the account into the environment.
pub const USER: &str = "environment:user";
/// Id of the step that gives it the role.
pub const ASSIGN: &str = "environment:role";
/// Id of the step that sets the inheritance.
pub const INHERITANCE: &str = "environment:inheritance";
const ENABLE: &str = "environment:user-enabled";

/// The steps.
pub(in super::super) fn add(draft: &mut Draft<'_>) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    for (complete, what) in [
        (observed.accounts.is_complete(), "dataverse-what-users"),
        (observed.root_unit.is_complete(), "lead-what-unit"),
        (observed.role.is_complete(), "dataverse-what-roles"),
        (observed.privileges.is_complete(), "dataverse-what-privilege"),
    ] {
        if !complete {
            return Err(PlanError::Incomplete { what: Text::new(what) });
        }
    }
    let root = observed
        .root_unit
        .value()
        .and_then(Option::as_ref)
        .ok_or(PlanError::Incomplete {
            what: Text::new("lead-what-unit"),
        })?;
    // The role first: who gets it should get it whole.
    let role = super::solution::role_in(draft, &root.id)?;
    standards(draft, &role)?;

    let account = choices.account(observed);
    let (user, unit, has_role) = match account {
        Some(account) if account.deleted => return Err(PlanError::Deleted),
        Some(account) => {
            if account.disabled {
                draft.push(enable(&account.id, &account.name), &[]);
            }
            let unit = account.unit.clone().unwrap_or_else(|| root.id.clone());
            (account.id.clone(), unit, account.has_role)
        }
        None => {
            let user = draft.slot(slot::USER, SlotKind::Found(Shape::Guid));
            arrive(draft, &root.id, &user)?;
            (user, root.id.clone(), false)
        }
    };
    if !has_role {
        let copy = if unit == root.id {
            role
        } else {
            super::solution::role_in(draft, &unit)?
        };
        let step = assign(&observed.organization.host, &user, &copy);
        draft.push(step, &[USER, ENABLE, super::solution::ROLE_THERE, "solution:role-copy"]);
    }
    Ok(())
}

/// The account's id: literal, or what stands for it.
pub(super) fn user(draft: &mut Draft<'_>) -> Option<String> {
    if draft.steps.iter().any(|step| step.id == USER) {
        return Some(draft.slot(slot::USER, SlotKind::Found(Shape::Guid)));
    }
    draft.choices.account(draft.observed).map(|account| account.id.clone())
}

/// Brings the account into the environment: an application user by one of three roads, a person by waiting.
fn arrive(draft: &mut Draft<'_>, unit: &str, user: &str) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let label = || Text::new("lead-account");
    let (path, key, value, needs) = match choices.credential {
        Credential::Entra => {
            let (_, client) = super::entra::ids(draft)?;
            (
                leads::application_user_path(&client),
                "applicationid",
                client,
                [super::entra::PRINCIPAL, super::entra::APP],
            )
        }
        Credential::Office365 => {
            let object = super::office::object(draft)?;
            (
                leads::person_path(&object),
                "azureactivedirectoryobjectid",
                object,
                ["credential:licence", super::office::USER],
            )
        }
    };
    let keyed = [(key, value.as_str())];
    let action = match (choices.credential, choices.road) {
        (Credential::Entra, Road::PowerPlatform) => {
            let environment = environment(observed)?;
            at(
                POWER_PLATFORM,
                sent(power_platform::add_app_user(environment, &value), false),
            )
        }
        (Credential::Entra, Road::Dataverse) => post(&leads::users_path(), &leads::application_user_body(&value, unit)),
        (Credential::Entra, Road::Hand) => guide(Text::new("lead-guide-application-user"), None),
        (Credential::Office365, _) => guide(Text::new("lead-guide-person").name("upn", &choices.upn), None),
    };
    let (title, undo) = match choices.credential {
        Credential::Entra => (
            Text::new("lead-step-application-user"),
            partly(disabled(user, true), "lead-left-account"),
        ),
        Credential::Office365 => (
            Text::new("lead-step-person").name("upn", &choices.upn),
            none("lead-undo-person"),
        ),
    };
    let step = Step {
        delta: vec![delta(
            label(),
            Text::new("lead-value-absent"),
            Text::new("lead-value-there"),
        )],
        unproven: (choices.credential == Credential::Entra).then_some(Text::new("lead-unproven-road")),
        ..step(
            USER,
            TARGET,
            title,
            Text::new("lead-reason-account"),
            change(
                reading(&path, vec![no_member(label(), "/value", &keyed)]),
                action,
                reading(
                    &path,
                    vec![found(label(), "/value", &keyed, "systemuserid", slot::USER)],
                ),
            ),
            undo,
        )
    };
    draft.push(step, &needs);
    Ok(())
}

/// Disables a user, or enables it.
fn disabled(user: &str, disabled: bool) -> Change {
    let label = || Text::new("lead-account-disabled");
    let probe = |disabled: bool| {
        reading(
            &leads::account_path(user),
            vec![field(label(), "/isdisabled", json!(disabled))],
        )
    };
    change(
        probe(!disabled),
        patch(
            &leads::user_row_path(user),
            &json!({"isdisabled": disabled}),
            WriteCondition::GuardEtag,
        ),
        probe(disabled),
    )
}

fn enable(user: &str, name: &str) -> Step {
    Step {
        delta: vec![delta(
            Text::new("lead-account-disabled"),
            Text::new("value-on"),
            Text::new("value-off"),
        )],
        ..step(
            ENABLE,
            TARGET,
            Text::new("lead-step-enable").name("name", name),
            Text::new("lead-reason-account"),
            disabled(user, false),
            back(disabled(user, true)),
        )
    }
}

/// Gives the account the role, its business unit's copy of it (S004-33).
fn assign(host: &str, user: &str, role: &str) -> Step {
    let label = || Text::new("lead-role");
    let list = "/systemuserroles_association";
    let probe = |has: bool| {
        let key = [("roleid", role)];
        let condition = if has {
            member(label(), list, &key, &[])
        } else {
            no_member(label(), list, &key)
        };
        reading(&leads::account_path(user), vec![condition])
    };
    Step {
        delta: vec![delta(label(), Text::new("lead-value-none"), super::verbatim(ROLE))],
        ..step(
            ASSIGN,
            TARGET,
            Text::new("lead-step-assign"),
            Text::new("lead-reason-assign"),
            change(
                probe(false),
                post_again(&leads::assign_path(user), &leads::assign_body(host, role)),
                probe(true),
            ),
            back(change(
                probe(true),
                delete(&leads::unassign_path(user, role)),
                probe(false),
            )),
        )
    }
}

/// Inheritance and privileges, only what is missing (S004-36 to S004-43).
fn standards(draft: &mut Draft<'_>, role: &str) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let known = observed.role();
    let mut steps: Vec<Step> = Vec::new();
    if known.is_none_or(|known| known.inheritance != Some(Inheritance::DirectAndTeam)) {
        steps.push(inheritance(role, choices.inheritance_by_hand));
    }
    for standard in observed.standards() {
        match &standard.resolved {
            Resolved::At { privilege, depth } => {
                let held = known.map(|known| known.held.is_complete());
                if held == Some(false) {
                    return Err(PlanError::Incomplete {
                        what: Text::new("dataverse-what-role-privileges"),
                    });
                }
                if standard.is_missing() {
                    steps.push(grant(role, &standard, privilege, *depth));
                }
            }
            Resolved::Absent | Resolved::TooWide => {
                return Err(PlanError::NoPrivilege {
                    name: standard.wanted.name.to_owned(),
                });
            }
        }
    }
    if !steps.is_empty() && known.is_some_and(|known: &LeadWriter| !known.customizable) {
        return Err(PlanError::RoleFixed);
    }
    for step in steps {
        draft.push(step, &[super::solution::ROLE_THERE]);
    }
    Ok(())
}

/// *Member's privilege inheritance* (S004-36). Whether the service takes the write is not proven, so it can be done by hand.
fn inheritance(role: &str, by_hand: bool) -> Step {
    let label = || Text::new("lead-inheritance");
    let probe = |value: Inheritance| {
        reading(
            &leads::inheritance_path(role),
            vec![field(label(), "/isinherited", json!(value.number()))],
        )
    };
    let set = |from: Inheritance, to: Inheritance| {
        let body = json!({"isinherited": to.number()});
        let action = if by_hand {
            guide(Text::new("lead-guide-inheritance"), None)
        } else {
            patch(&leads::role_row_path(role), &body, WriteCondition::GuardEtag)
        };
        change(probe(from), action, probe(to))
    };
    let (team, direct) = (Inheritance::TeamOnly, Inheritance::DirectAndTeam);
    let undo: Undo = back(set(direct, team));
    Step {
        delta: vec![delta(
            label(),
            Text::new("lead-inheritance-team"),
            Text::new("lead-inheritance-direct"),
        )],
        unproven: Some(Text::new("lead-unproven-inheritance")),
        ..step(
            INHERITANCE,
            TARGET,
            Text::new("lead-step-inheritance"),
            Text::new("lead-reason-role"),
            set(team, direct),
            undo,
        )
    }
}

/// Grants one privilege, so that each is guarded and taken back by itself: a role that comes with the plan is not known
/// before it is there.
fn grant(role: &str, standard: &Standard, privilege: &Privilege, depth: Depth) -> Step {
    let label = || Text::new("disconnect-privilege-label").name("privilege", &privilege.name);
    let key = [("PrivilegeId", privilege.id.as_str())];
    let list = "/RolePrivileges";
    let probe = |held: Option<Depth>| {
        let condition: Condition = match held {
            Some(depth) => member(label(), list, &key, &[("Depth", json!(depth.name()))]),
            None => no_member(label(), list, &key),
        };
        Probe {
            read: Read::Http(fresh(&security::privileges_of_role_path(role)).header("consistency", "Strong")),
            conditions: vec![condition],
        }
    };
    let action = |depth: Option<Depth>| {
        let (name, body) = match depth {
            Some(depth) => (
                "AddPrivilegesRole",
                json!({"Privileges": [{"PrivilegeId": privilege.id, "Depth": depth.name()}]}),
            ),
            None => ("RemovePrivilegeRole", json!({"PrivilegeId": privilege.id})),
        };
        let path = odata::Query::new(&format!("roles({role})"))
            .then(&format!("Microsoft.Dynamics.CRM.{name}"))
            .path();
        post_again(&path, &body)
    };
    let turned = |from: Option<Depth>, to: Option<Depth>| change(probe(from), action(to), probe(to));
    let in_words = |depth: Option<Depth>| depth.map_or_else(|| Text::new("role-depth-none"), depth_label);
    Step {
        delta: vec![delta(label(), in_words(standard.held), in_words(Some(depth)))],
        unproven: Some(Text::new("lead-unproven-privilege")),
        ..step(
            format!("environment:privilege:{}", standard.wanted.name),
            TARGET,
            Text::new("lead-step-privilege").name("privilege", &privilege.name),
            Text::new("lead-reason-role"),
            turned(standard.held, Some(depth)),
            back(turned(Some(depth), standard.held)),
        )
    }
}
