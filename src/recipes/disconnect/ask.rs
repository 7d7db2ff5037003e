//! Can this person disconnect? Today and after the choices, with every reason.

use super::choices::{Choices, holding_after, holding_today};
use super::observed::{Observed, RecordType, Toggle};
use crate::domain::disconnect::{Rule, Situation, Verdict};
use crate::domain::role::Grant;
use crate::text::Text;

/// What somebody is to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ownership {
    /// Its owner.
    Owner,
    /// A member of the team that owns it: whether that counts as owner is unproven, so both verdicts are shown.
    MemberOfOwningTeam,
    /// Neither.
    NotOwner,
}

/// The four situations, in the order of the columns: both, owner, connector, neither.
pub const SITUATIONS: [(bool, bool); 4] = [(true, true), (true, false), (false, true), (false, false)];

/// A verdict and what it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The five facts.
    pub situation: Situation,
    /// What follows from them.
    pub verdict: Verdict,
    /// For a member of the owning team: the verdict if that does not count as owner, if it differs.
    pub otherwise: Option<Verdict>,
    /// Whether it is certain. It is not when the answer is "no" and the roles or their users could not be fully read.
    pub certain: bool,
    /// The ways in which the user has the right by a role.
    pub grants: Vec<Grant>,
}

/// The answer of [`ask`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// As things are.
    pub today: Judgement,
    /// As they would be.
    pub after: Judgement,
}

/// Who is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked<'a> {
    /// Somebody without the right by a role.
    OrdinaryUser,
    /// This user, by `systemuserid`.
    User(&'a str),
}

/// Whether somebody may disconnect a chat from a record of a type, or `None` if the type is not listed.
pub fn ask(
    observed: &Observed,
    choices: &Choices,
    record_type: &str,
    asked: Asked<'_>,
    ownership: Ownership,
    last_to_connect: bool,
) -> Option<Answer> {
    let record_type = observed.record_type(record_type)?;
    let (grants_today, grants_after, certain) = rights(observed, choices, asked);
    let judge = |grants: Vec<Grant>, [owner_may_disconnect, connector_may_disconnect]: [bool; 2]| {
        let situation = Situation {
            record_owner: ownership != Ownership::NotOwner,
            last_to_connect,
            owner_may_disconnect,
            connector_may_disconnect,
            global_right: !grants.is_empty(),
        };
        let verdict = situation.verdict();
        let otherwise = (ownership == Ownership::MemberOfOwningTeam)
            .then(|| {
                Situation {
                    record_owner: false,
                    ..situation
                }
                .verdict()
            })
            .filter(|otherwise| otherwise.can_disconnect() != verdict.can_disconnect());
        Judgement {
            situation,
            certain: certain || verdict.can_disconnect(),
            verdict,
            otherwise,
            grants,
        }
    };
    Some(Answer {
        today: judge(grants_today, Toggle::ALL.map(|toggle| record_type.is_on(toggle))),
        after: judge(
            grants_after,
            Toggle::ALL.map(|toggle| choices.wants(record_type, toggle)),
        ),
    })
}

/// The ways in which somebody has the right today and after, and whether that is all.
fn rights(observed: &Observed, choices: &Choices, asked: Asked<'_>) -> (Vec<Grant>, Vec<Grant>, bool) {
    let Asked::User(user) = asked else {
        return (Vec::new(), Vec::new(), true);
    };
    let (Some(roles), Some(assignments)) = (observed.roles.value(), observed.assignments.value()) else {
        return (Vec::new(), Vec::new(), false);
    };
    (
        assignments.grants(user, &holding_today(roles)),
        assignments.grants(user, &holding_after(roles, choices)),
        observed.roles.is_complete() && observed.assignments.is_complete(),
    )
}

impl Judgement {
    /// The reasons in words, the deciding one first, then the published rows or that the verdict is derived.
    pub fn explain(&self, record_type: &RecordType) -> Vec<Text> {
        let mut words = self.verdict.explain(self.situation, &record_type.name);
        words.extend(self.grants.iter().map(|grant| {
            match &grant.team {
                Some(team) => Text::new("disconnect-grant-through-team")
                    .name("role", &grant.role)
                    .name("team", team),
                None => Text::new("disconnect-grant-direct").name("role", &grant.role),
            }
        }));
        if self.otherwise.is_some() {
            words.push(Text::new("disconnect-verdict-owning-team-unproven"));
        }
        if !self.certain {
            words.push(Text::new("disconnect-verdict-roles-unread"));
        }
        words
    }
}

/// How a cell of the four situations is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Yes, by a role.
    ByRole,
    /// Yes, by a switch.
    BySwitch,
    /// No.
    No,
}

impl Mark {
    fn of(verdict: &Verdict) -> Self {
        match verdict.rule() {
            Rule::GlobalRight => Self::ByRole,
            Rule::OwnerToggle | Rule::ConnectorToggle => Self::BySwitch,
            Rule::Nothing => Self::No,
        }
    }
}

/// One cell: as it is, as it would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// As it is.
    pub today: Mark,
    /// As it would be.
    pub after: Mark,
}

impl Cell {
    /// Whether the choices change it.
    pub fn changes(self) -> bool {
        self.today != self.after
    }
}

/// The four situations of [`SITUATIONS`] for one record type and somebody who has the right by a role or not.
pub fn situations(record_type: &RecordType, choices: &Choices, right_today: bool, right_after: bool) -> [Cell; 4] {
    let mark = |owner, connector, owner_may_disconnect, connector_may_disconnect, global_right| {
        Mark::of(
            &Situation {
                record_owner: owner,
                last_to_connect: connector,
                owner_may_disconnect,
                connector_may_disconnect,
                global_right,
            }
            .verdict(),
        )
    };
    let [owner_today, connector_today] = Toggle::ALL.map(|toggle| record_type.is_on(toggle));
    let [owner_after, connector_after] = Toggle::ALL.map(|toggle| choices.wants(record_type, toggle));
    SITUATIONS.map(|(owner, connector)| Cell {
        today: mark(owner, connector, owner_today, connector_today, right_today),
        after: mark(owner, connector, owner_after, connector_after, right_after),
    })
}
