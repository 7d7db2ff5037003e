//! The readiness check: the whole list of the article, read-only, as the Overview's lines and as the state of each part.

use super::choices::{AppChoice, Choices};
use super::observed::{Account, App, Observed};
use super::proof::{Proof, proof};
use crate::domain::lead::Credential;
use crate::domain::lead::hosting::Hosting;
use crate::domain::lead::rights::Group;
use crate::domain::lead::role::{Inheritance, Resolved};
use crate::domain::lead::secret::{Term, term};
use crate::domain::reading::Reading;
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::services::graph::roles::{FOR_APPLICATIONS, FOR_USERS, Role};
use crate::sorted;
use crate::text::Text;

/// The lines, the worst first.
pub fn readiness(observed: &Observed) -> Vec<ReadinessLine> {
    let mut lines = Vec::new();
    if !matches!(observed.hosting(), Hosting::Microsoft(_)) {
        lines.push(line("hosting", Readiness::Blocked, Text::new("lead-ready-not-hosted")));
        return lines;
    }
    lines.extend(rights(observed));
    lines.push(solution(observed));
    lines.extend(role(observed));
    lines.push(account(observed));
    lines.extend(directory(observed));
    lines.push(lead(observed));
    sorted::sort_by_key(&mut lines, |line| line.readiness);
    lines
}

/// Nothing of this recipe is fixed from the Overview alone.
pub fn add_fix(_: &Observed, _: &mut Choices, _: &str) {}

/// See [`add_fix`].
pub fn take_fix(_: &Observed, _: &mut Choices, _: &str) {}

/// How a part stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is left to do in it.
    Done,
    /// What can be read of it is there; whether it works is not known, for what the leads do not prove.
    Unknown(Proof),
    /// Something is left to do.
    Open,
}

/// Whether nothing is left to do in a part, as far as that can be read.
pub fn is_done(observed: &Observed, choices: &Choices, group: Group) -> bool {
    state(observed, choices, group) == State::Done
}

/// How a part stands.
pub fn state(observed: &Observed, choices: &Choices, group: Group) -> State {
    let done = |done: bool| if done { State::Done } else { State::Open };
    match group {
        Group::Solution => done(match choices.package() {
            Some((name, version)) => {
                observed.solutions.is_complete() && !observed.standing(name, version).needs_import()
            }
            None => observed.role().is_some(),
        }),
        Group::Credential => credential(observed, choices),
        Group::Environment => {
            done(account_of(observed, choices).is_some_and(Account::can_write) && role_done(observed))
        }
        // A lead proves the credential whose user made it, and no other (S004-51).
        Group::Offer => match account_of(observed, choices).filter(|account| account.can_write()) {
            Some(account) => match proof(observed, account) {
                Proof::Proven { .. } => State::Done,
                Proof::NoLead | Proof::Ended => State::Open,
                open => State::Unknown(open),
            },
            None => State::Open,
        },
    }
}

/// The user of the chosen credential in the environment.
pub fn account_of<'a>(observed: &'a Observed, choices: &Choices) -> Option<&'a Account> {
    choices.account(observed).or_else(|| any_writer(observed, choices))
}

/// Before the directory is read and while no app is named, an application user that can write leads stands in for what
/// cannot be seen.
fn any_writer<'a>(observed: &'a Observed, choices: &Choices) -> Option<&'a Account> {
    let is_open =
        choices.credential == Credential::Entra && choices.app == AppChoice::New && observed.directory.is_none();
    let mut apps = observed
        .writers()
        .into_iter()
        .filter(|account| account.client.is_some());
    apps.next().filter(|_| is_open)
}

/// A secret that is there is of use only to who holds it, which a lead shows; a password the admin has chosen.
fn credential(observed: &Observed, choices: &Choices) -> State {
    let account = account_of(observed, choices);
    let Some(directory) = &observed.directory else {
        return match account {
            Some(account) if account.can_write() => State::Unknown(Proof::Untold),
            _ => State::Open,
        };
    };
    let is_there = match choices.credential {
        Credential::Entra => choices.existing_app(observed).is_some_and(|app| {
            is_as_wanted(app)
                && matches!(app.principal.value(), Some(Some(_)))
                && app.secrets.iter().any(|secret| {
                    let end = secret.end.map(|end| term(observed.today(), end));
                    matches!(end, Some(Term::Fine | Term::Soon { .. }))
                })
        }),
        Credential::Office365 => choices.existing_person(observed).is_some_and(|person| {
            let skus = directory.licences.value().into_iter().flatten();
            let mut fitting = skus.filter(|sku| sku.fit().is_some());
            person.enabled
                && person.is_administrator == Reading::Complete(false)
                && fitting.any(|sku| person.licences.contains(&sku.id))
        }),
    };
    match choices.credential {
        _ if !is_there => State::Open,
        Credential::Office365 => State::Done,
        Credential::Entra => match account.map_or(Proof::NoLead, |account| proof(observed, account)) {
            Proof::Proven { .. } => State::Done,
            open => State::Unknown(open),
        },
    }
}

/// Whether an app registration is as the article has it (S004-16, S004-17, S004-22).
pub fn is_as_wanted(app: &App) -> bool {
    app.multi_tenant && !app.redirects.is_empty() && app.impersonates
}

fn role_done(observed: &Observed) -> bool {
    let inherits = |role: &super::observed::LeadWriter| role.inheritance == Some(Inheritance::DirectAndTeam);
    observed.role().is_some_and(inherits)
        && observed.privileges.is_complete()
        && observed.role().is_some_and(|role| role.held.is_complete())
        && observed.standards().iter().all(|standard| !standard.is_missing())
}

/// How a point stands, its words, and what they stand on.
fn line(id: &str, readiness: Readiness, statement: Text) -> ReadinessLine {
    ReadinessLine {
        id: id.to_owned(),
        readiness,
        statement,
        evidence: None,
        fix: (readiness != Readiness::Ready).then_some(Fix::Review),
    }
}

fn unread<T>(id: &str, what: &'static str, reading: &Reading<T>) -> ReadinessLine {
    let why = match reading {
        Reading::Unreadable(why) => Some(why.clone()),
        Reading::Partial { missing, .. } => missing.first().cloned(),
        Reading::Complete(_) => None,
    };
    ReadinessLine {
        evidence: why,
        ..line(
            id,
            Readiness::Unknown,
            Text::new("lead-ready-unread").message("what", Text::new(what)),
        )
    }
}

/// What the admin may do, part by part (S004-04, S004-05, S004-10, S004-31).
fn rights(observed: &Observed) -> Vec<ReadinessLine> {
    let mut lines = Vec::new();
    for group in [Group::Solution, Group::Environment] {
        let id = format!("right-{}", group.key());
        let part = super::planning::group_label(group);
        match observed.rights.for_group(group) {
            Some(true) => {}
            Some(false) => lines.push(line(
                &id,
                Readiness::Blocked,
                Text::new("lead-ready-no-right").message("part", part),
            )),
            None => lines.push(line(
                &id,
                Readiness::Unknown,
                Text::new("lead-ready-right-unread").message("part", part),
            )),
        }
    }
    if lines.is_empty() {
        lines.push(line("rights", Readiness::Ready, Text::new("lead-ready-rights")));
    }
    if let Some(directory) = &observed.directory {
        match &directory.own_roles {
            Reading::Complete(held) => {
                let may = |roles: &[Role]| roles.iter().any(|role| held.iter().any(|held| held == role.template));
                let (apps, users) = (may(&FOR_APPLICATIONS), may(&FOR_USERS));
                let (readiness, id) = match (apps, users) {
                    (true, true) => (Readiness::Ready, "lead-ready-roles"),
                    (true, false) => (Readiness::Ready, "lead-ready-roles-apps"),
                    (false, true) => (Readiness::Attention, "lead-ready-roles-users"),
                    (false, false) => (Readiness::Attention, "lead-ready-roles-none"),
                };
                lines.push(line("directory-roles", readiness, Text::new(id)));
            }
            other => lines.push(unread("directory-roles", "graph-what-roles", other)),
        }
    }
    lines
}

fn solution(observed: &Observed) -> ReadinessLine {
    if !observed.solutions.is_complete() {
        return unread("solution", "lead-what-solutions", &observed.solutions);
    }
    match observed.solution(None) {
        Some(found) => {
            let version = found.version.map(|version| version.to_string()).unwrap_or_default();
            let text = Text::new("lead-ready-solution")
                .name("name", &found.unique_name)
                .name("version", version);
            line("solution", Readiness::Ready, text)
        }
        None if observed.role().is_some() => line("solution", Readiness::Ready, Text::new("lead-ready-solution-role")),
        None => line("solution", Readiness::Blocked, Text::new("lead-ready-solution-absent")),
    }
}

/// The role, its inheritance and its privileges (S004-33 to S004-43).
fn role(observed: &Observed) -> Vec<ReadinessLine> {
    if !observed.role.is_complete() {
        return vec![unread("role", "dataverse-what-roles", &observed.role)];
    }
    let Some(role) = observed.role() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if role.inheritance != Some(Inheritance::DirectAndTeam) {
        lines.push(line(
            "inheritance",
            Readiness::Attention,
            Text::new("lead-ready-inheritance"),
        ));
    }
    if !observed.privileges.is_complete() {
        lines.push(unread("privileges", "dataverse-what-privilege", &observed.privileges));
    } else if !role.held.is_complete() {
        lines.push(unread("privileges", "dataverse-what-role-privileges", &role.held));
    } else {
        let standards = observed.standards();
        let missing = standards.iter().filter(|standard| standard.is_missing()).count();
        let absent = standards
            .iter()
            .filter(|standard| !matches!(standard.resolved, Resolved::At { .. }))
            .count();
        if missing > 0 {
            let text = Text::new("lead-ready-privileges").number("count", missing as i64);
            lines.push(line("privileges", Readiness::Attention, text));
        }
        if absent > 0 {
            let text = Text::new("lead-ready-privileges-absent").number("count", absent as i64);
            lines.push(line("privileges-absent", Readiness::Blocked, text));
        }
    }
    if lines.is_empty() {
        lines.push(line("role", Readiness::Ready, Text::new("lead-ready-role")));
    }
    lines
}

fn account(observed: &Observed) -> ReadinessLine {
    if !observed.accounts.is_complete() {
        return unread("account", "dataverse-what-users", &observed.accounts);
    }
    let writers = observed.writers();
    match writers.first() {
        Some(account) => {
            let text = Text::new("lead-ready-account")
                .name("name", &account.name)
                .number("more", writers.len() as i64 - 1);
            line("account", Readiness::Ready, text)
        }
        None => line("account", Readiness::Blocked, Text::new("lead-ready-account-none")),
    }
}

/// The app registrations of accounts that write, and their secrets' ends (S004-19). Without a sign-in nothing is said but
/// that one is needed.
fn directory(observed: &Observed) -> Vec<ReadinessLine> {
    let Some(directory) = &observed.directory else {
        return vec![line("directory", Readiness::Unknown, Text::new("lead-ready-sign-in"))];
    };
    let Some(apps) = directory.apps.value().filter(|_| directory.apps.is_complete()) else {
        return vec![unread("apps", "graph-what-applications", &directory.apps)];
    };
    let writers = observed.writers();
    let own = apps.iter().filter(|app| {
        writers
            .iter()
            .any(|account| account.client.as_deref() == Some(&app.client))
    });
    let mut lines = Vec::new();
    for app in own {
        if !is_as_wanted(app) {
            let text = Text::new("lead-ready-app").name("name", &app.name);
            lines.push(line(&format!("app:{}", app.id), Readiness::Attention, text));
        }
        let today = observed.today();
        let last = app.secrets.iter().filter_map(|secret| secret.end).max();
        let (readiness, text) = match last.map(|last| (last, term(today, last))) {
            Some((last, Term::Fine)) => (
                Readiness::Ready,
                Text::new("lead-ready-secret").day("day", last.millis()),
            ),
            Some((last, Term::Soon { days })) => (
                Readiness::Attention,
                Text::new("lead-ready-secret-soon")
                    .day("day", last.millis())
                    .number("days", days),
            ),
            Some((_, Term::Ended)) => (Readiness::Blocked, Text::new("lead-ready-secret-ended")),
            None => (Readiness::Blocked, Text::new("lead-ready-secret-none")),
        };
        lines.push(line(
            &format!("secret:{}", app.id),
            readiness,
            text.name("name", &app.name),
        ));
    }
    lines
}

/// What the leads of the accounts prove, of the one that proves most: nothing tells more of the offer from here.
fn lead(observed: &Observed) -> ReadinessLine {
    let writers = observed.writers();
    let proofs = writers.iter().map(|account| (*account, proof(observed, account)));
    let most = proofs.min_by_key(|(_, proof)| match proof {
        Proof::Proven { .. } => 0,
        Proof::Before { .. } => 1,
        Proof::Untold => 2,
        Proof::Unread => 3,
        Proof::Ended => 4,
        Proof::NoLead => 5,
    });
    let Some((account, proof)) = most.filter(|(_, proof)| *proof != Proof::NoLead) else {
        return line("lead", Readiness::Attention, Text::new("lead-ready-lead-none"));
    };
    let readiness = match proof {
        Proof::Proven { .. } => Readiness::Ready,
        Proof::Ended | Proof::NoLead => Readiness::Attention,
        Proof::Before { .. } | Proof::Untold | Proof::Unread => Readiness::Unknown,
    };
    line("lead", readiness, says(account, proof))
}

/// What the leads of an account prove, and what to do where that is not enough.
pub fn says(account: &Account, proof: Proof) -> Text {
    let (id, lead, made) = match proof {
        Proof::Proven { lead } => ("lead-ready-lead", Some(lead), None),
        Proof::Before { lead, made } => ("lead-proof-before", Some(lead), Some(made)),
        Proof::Untold => ("lead-proof-untold", None, None),
        Proof::Ended => ("lead-proof-ended", None, None),
        Proof::NoLead => ("lead-offer-unproven", None, None),
        Proof::Unread => ("lead-ready-lead-unread", None, None),
    };
    let text = Text::new(id).name("name", &account.name);
    let text = match lead {
        Some(lead) => text.day("lead", lead),
        None => text,
    };
    match made {
        Some(made) => text.day("made", made),
        None => text,
    }
}
