//! The users and what they may do, filtered and cut into pages, quick enough for ten thousand of them.

use super::ask::{Cell, situations};
use super::choices::{Choices, holding_after, holding_today};
use super::observed::{Observed, RecordType};
use crate::domain::role::{Grant, User};

/// Which users to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    /// All of them.
    #[default]
    Everyone,
    /// Those whose cells change.
    Changing,
    /// Those who gain the right by a role.
    Gaining,
    /// Those who lose it.
    Losing,
    /// Those who hold it by a role today.
    Holding,
}

/// A user and their four situations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The user.
    pub user: &'a User,
    /// The four situations of [`super::ask::SITUATIONS`].
    pub cells: [Cell; 4],
    /// The ways in which they hold the right today.
    pub grants: Vec<Grant>,
    /// The ways in which they would.
    pub grants_after: Vec<Grant>,
}

/// One page of users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'a> {
    /// How many match.
    pub matching: usize,
    /// How many there are.
    pub total: usize,
    /// Those on this page.
    pub rows: Vec<Row<'a>>,
}

/// Whether `text` contains `lowered`, which is in lower case already, whatever the case of `text`. Of ten thousand
/// names most are plain, and those are not copied to be compared.
pub fn contains(text: &str, lowered: &str) -> bool {
    if text.is_ascii() && !lowered.is_empty() {
        let lowered = lowered.as_bytes();
        return text
            .as_bytes()
            .windows(lowered.len())
            .any(|part| part.eq_ignore_ascii_case(lowered));
    }
    text.to_lowercase().contains(lowered)
}

/// The users of one reading under certain choices. Build it once per choice, ask it once per key press.
#[derive(Debug)]
pub struct People<'a> {
    observed: &'a Observed,
    choices: &'a Choices,
    users: &'a [User],
    /// Per user: holds today, would hold.
    rights: Vec<(bool, bool)>,
}

impl<'a> People<'a> {
    /// Works out who holds what.
    pub fn new(observed: &'a Observed, choices: &'a Choices) -> Self {
        let users = observed.users.value().map_or(&[][..], Vec::as_slice);
        let rights = match (observed.roles.value(), observed.assignments.value()) {
            (Some(roles), Some(assignments)) => assignments
                .flags(&holding_today(roles))
                .into_iter()
                .zip(assignments.flags(&holding_after(roles, choices)))
                .collect(),
            _ => Vec::new(),
        };
        Self {
            observed,
            choices,
            users,
            rights,
        }
    }

    /// The users whose name or user principal name contains `search`, whatever case, from position `from` on.
    pub fn page(&self, record_type: &RecordType, search: &str, only: Only, from: usize, len: usize) -> Page<'a> {
        let wanted = search.trim().to_lowercase();
        // Everybody's cells depend on their rights alone: four kinds of users.
        let cells = |(today, after)| situations(record_type, self.choices, today, after);
        let matches: Vec<(usize, &'a User, (bool, bool))> = self
            .users
            .iter()
            .enumerate()
            .map(|(at, user)| (at, user, self.rights.get(at).copied().unwrap_or_default()))
            .filter(|(_, _, rights)| match only {
                Only::Everyone => true,
                Only::Changing => cells(*rights).into_iter().any(Cell::changes),
                Only::Gaining => *rights == (false, true),
                Only::Losing => *rights == (true, false),
                Only::Holding => rights.0,
            })
            .filter(|(_, user, _)| wanted.is_empty() || contains(&user.name, &wanted) || contains(&user.upn, &wanted))
            .collect();
        let matching = matches.len();
        let shown: Vec<_> = matches.into_iter().skip(from).take(len).collect();
        let positions: Vec<usize> = shown.iter().map(|(at, ..)| *at).collect();
        let (today, after) = self.grants(&positions);
        Page {
            matching,
            total: self.users.len(),
            rows: shown
                .into_iter()
                .zip(today.into_iter().zip(after))
                .map(|((_, user, rights), (grants, grants_after))| Row {
                    user,
                    cells: cells(rights),
                    grants,
                    grants_after,
                })
                .collect(),
        }
    }

    /// The ways in which these users hold the right today, and would.
    fn grants(&self, positions: &[usize]) -> (Vec<Vec<Grant>>, Vec<Vec<Grant>>) {
        let (Some(roles), Some(assignments)) = (self.observed.roles.value(), self.observed.assignments.value()) else {
            return (vec![Vec::new(); positions.len()], vec![Vec::new(); positions.len()]);
        };
        (
            assignments.grants_of(positions, &holding_today(roles)),
            assignments.grants_of(positions, &holding_after(roles, self.choices)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_text_is_found_whatever_its_case_and_script() {
        let found = [
            ("Anne Larsen", "ne la"),
            ("ÅSE Ærø", "åse æ"),
            ("佐藤 ANNA", "藤 anna"),
            ("x", ""),
            ("İz", "i\u{307}z"),
        ];
        for (text, wanted) in found {
            assert!(contains(text, wanted), "{wanted} in {text}");
        }
        for (text, wanted) in [("Anne", "annes"), ("Anne", "å"), ("", "a"), ("Åse", "ase")] {
            assert!(!contains(text, wanted), "{wanted} in {text}");
        }
    }
}
