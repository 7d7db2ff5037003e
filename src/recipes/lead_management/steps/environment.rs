//! The account in the environment, and the role as the article has it (S004-23, S004-31 to S004-43). Both ways of the
//! credential end in the same state.

use serde_json::json;

use super::{
    at, back, change, delete, delta, field, found, guide, member, no_member, nothing, partly, patch, post, post_again,
    reading, sent, step,
};
use crate::domain::lead::Credential;
use crate::domain::lead::role::{Inheritance, ROLE, Resolved, Wanted, lacks};
use crate::domain::privilege::{Depth, Privilege};
use crate::plan::model::{Change, Condition, Delta, Part, Probe, Shape, SlotKind, Step, Undo, WriteCondition};
use crate::recipes::dataverse::role;
use crate::recipes::dataverse::words::depth_label;
use crate::recipes::disconnect::planning::TARGET;
use crate::recipes::lead_management::choices::Road;
use crate::recipes::lead_management::observed::LeadWriter;
use crate::recipes::lead_management::planning::{Draft, POWER_PLATFORM, PlanError, environment, slot};
use crate::services::dataverse::leads;
use crate::services::power_platform;
use crate::text::Text;

/// Id of the step that brings the account into the environment.
pub const USER: &str = "environment:user";
/// Id of the step that gives it the role.
pub const ASSIGN: &str = "environment:role";
/// Id of the step that sets the inheritance.
pub const INHERITANCE: &str = "environment:inheritance";
/// Id of the step that grants what the role lacks.
pub const PRIVILEGES: &str = "environment:privileges";
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
            nothing("lead-undo-person"),
        ),
    };
    let step = Step {
        delta: match choices.credential {
            Credential::Entra => vec![delta(
                label(),
                Text::new("lead-value-absent"),
                Text::new("lead-value-there"),
            )],
            Credential::Office365 => Vec::new(),
        },
        unproven: (choices.credential == Credential::Entra).then_some(Text::new("lead-unproven-road")),
        ..step(
            USER,
            TARGET,
            title,
            Text::new("lead-reason-account"),
            change(
                // A person comes by themselves: there is nothing to be held against before.
                reading(
                    &path,
                    match choices.credential {
                        Credential::Entra => vec![no_member(label(), "/value", &keyed)],
                        Credential::Office365 => Vec::new(),
                    },
                ),
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
            Text::new("lead-value-disabled"),
            Text::new("lead-value-enabled"),
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
    if known.is_some_and(|known| !known.held.is_complete()) {
        return Err(PlanError::Incomplete {
            what: Text::new("dataverse-what-role-privileges"),
        });
    }
    let mut steps: Vec<Step> = Vec::new();
    if known.is_none_or(|known| known.inheritance != Some(Inheritance::DirectAndTeam)) {
        steps.push(inheritance(role, choices.inheritance_by_hand));
    }
    let standards = observed.standards();
    let mut missing: Vec<Missing<'_>> = Vec::new();
    for standard in &standards {
        let Resolved::At { privilege, depth } = &standard.resolved else {
            return Err(PlanError::NoPrivilege {
                wanted: standard.wanted,
            });
        };
        // What a role that comes with the plan holds is told by the file it comes in.
        let from = if known.is_some() {
            standard.held
        } else {
            choices.brought(standard.wanted.name)
        };
        if lacks(from, *depth) {
            missing.push(Missing {
                wanted: standard.wanted,
                privilege,
                from,
                to: *depth,
            });
        }
    }
    if !missing.is_empty() {
        steps.push(grant(role, &missing));
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

/// A privilege of the article's list that the role lacks, or holds less far.
struct Missing<'a> {
    wanted: Wanted,
    privilege: &'a Privilege,
    from: Option<Depth>,
    to: Depth,
}

impl Missing<'_> {
    /// What was read back, by the name the service has for it too.
    fn holds(&self, after: bool) -> Condition {
        let label = Text::new("lead-privilege-detail")
            .message("privilege", self.wanted.label())
            .name("name", &self.privilege.name);
        role::holds(label, &self.privilege.id, if after { Some(self.to) } else { self.from })
    }

    fn delta(&self) -> Delta {
        let in_words = |depth: Option<Depth>| depth.map_or_else(|| Text::new("role-depth-none"), depth_label);
        delta(self.wanted.label(), in_words(self.from), in_words(Some(self.to)))
    }
}

fn holding(role: &str, all: &[&Missing<'_>], after: bool) -> Probe {
    role::probe(role, all.iter().map(|one| one.holds(after)).collect())
}

fn granted(role: &str, all: &[&Missing<'_>], after: bool) -> Change {
    let given = all.iter().filter_map(|one| {
        let depth = if after { Some(one.to) } else { one.from }?;
        Some((one.privilege.id.as_str(), depth))
    });
    let given: Vec<(&str, Depth)> = given.collect();
    change(
        holding(role, all, !after),
        role::add(role, &given),
        holding(role, all, after),
    )
}

/// All the role lacks, in one request. `RemovePrivilegeRole` takes one privilege, so what was not held at all is taken
/// back one by one.
fn grant(role: &str, missing: &[Missing<'_>]) -> Step {
    let all: Vec<&Missing<'_>> = missing.iter().collect();
    let parts = all.iter().map(|one| {
        let alone = [*one];
        let back = match one.from {
            Some(_) => granted(role, &alone, false),
            None => change(
                holding(role, &alone, true),
                role::remove(role, &one.privilege.id),
                holding(role, &alone, false),
            ),
        };
        Part {
            id: one.wanted.name.to_owned(),
            title: Text::new("lead-step-privilege").message("privilege", one.wanted.label()),
            delta: vec![one.delta()],
            back,
            again: granted(role, &alone, true),
        }
    });
    Step {
        delta: all.iter().map(|one| one.delta()).collect(),
        unproven: Some(Text::new("lead-unproven-privilege")),
        ..step(
            PRIVILEGES,
            TARGET,
            Text::new("lead-step-privileges").number("count", all.len() as i64),
            Text::new("lead-reason-role"),
            granted(role, &all, true),
            Undo::Each(parts.collect()),
        )
    }
}
