//! Who may disconnect a Teams chat from a record: the published truth table and the rule behind it.
//!
//! Source: "Configure Microsoft Teams chat in Customer Service", section "How user rights work together for
//! disconnecting chats" (S003-69 to S003-85).

use serde::{Deserialize, Serialize};

/// One user before one chat connected to one record: the five facts of the published table, in its order.
///
/// The table's second heading reads "last to *disconnect*"; the column behind it is `recentchatlinkercanunlink`
/// and the prose says "users who connected a chat", so *connect* is meant (S003-69).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Situation {
    /// The record is user- or team-owned and the user is its owner.
    pub record_owner: bool,
    /// The user was the last to connect the chat.
    pub last_to_connect: bool,
    /// "Record owner can disconnect chats" is on for the record type (S003-57).
    pub owner_may_disconnect: bool,
    /// "Chat connector can disconnect chat" is on for the record type (S003-58).
    pub connector_may_disconnect: bool,
    /// A role of the user, direct or through a team, holds the privilege (S003-60).
    pub global_right: bool,
}

/// What decides a [`Verdict`], the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rule {
    /// A role gives the right on every record.
    GlobalRight,
    /// The user owns the record and the owner toggle is on.
    OwnerToggle,
    /// The user connected the chat last and the connector toggle is on.
    ConnectorToggle,
    /// Nothing lets the user disconnect.
    Nothing,
}

/// Whether the user may disconnect, what decides it, and which published rows say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    can: bool,
    rule: Rule,
    rows: Vec<u8>,
}

/// A row of the published table: `None` stands for Y/N.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedRow {
    /// 1 to 8, as printed.
    pub number: u8,
    /// The five facts in the order of [`Situation`]; `None` is "either".
    pub facts: [Option<bool>; 5],
    /// The published result.
    pub can_disconnect: bool,
}

const Y: Option<bool> = Some(true);
const N: Option<bool> = Some(false);
const ANY: Option<bool> = None;

/// The table as published (S003-70 to S003-77).
pub const PUBLISHED_ROWS: [PublishedRow; 8] = [
    PublishedRow {
        number: 1,
        facts: [Y, ANY, N, N, N],
        can_disconnect: false,
    },
    PublishedRow {
        number: 2,
        facts: [Y, ANY, Y, ANY, ANY],
        can_disconnect: true,
    },
    PublishedRow {
        number: 3,
        facts: [ANY, Y, N, N, N],
        can_disconnect: false,
    },
    PublishedRow {
        number: 4,
        facts: [ANY, Y, ANY, Y, ANY],
        can_disconnect: true,
    },
    PublishedRow {
        number: 5,
        facts: [ANY, ANY, ANY, ANY, Y],
        can_disconnect: true,
    },
    PublishedRow {
        number: 6,
        facts: [N, N, Y, N, N],
        can_disconnect: false,
    },
    PublishedRow {
        number: 7,
        facts: [N, Y, N, N, N],
        can_disconnect: false,
    },
    PublishedRow {
        number: 8,
        facts: [N, N, N, N, N],
        can_disconnect: false,
    },
];

impl Situation {
    /// The five facts in the table's order.
    pub const fn facts(self) -> [bool; 5] {
        [
            self.record_owner,
            self.last_to_connect,
            self.owner_may_disconnect,
            self.connector_may_disconnect,
            self.global_right,
        ]
    }

    /// The rule behind the table: `global ∨ (owner ∧ owner toggle) ∨ (last to connect ∧ connector toggle)`.
    ///
    /// Four of the 32 inputs stand in no published row (S003-78 to S003-81); for them the verdict is derived.
    pub fn verdict(self) -> Verdict {
        let rule = if self.global_right {
            Rule::GlobalRight
        } else if self.record_owner && self.owner_may_disconnect {
            Rule::OwnerToggle
        } else if self.last_to_connect && self.connector_may_disconnect {
            Rule::ConnectorToggle
        } else {
            Rule::Nothing
        };
        let rows = PUBLISHED_ROWS
            .iter()
            .filter(|row| row.covers(self))
            .map(|row| row.number)
            .collect();
        Verdict {
            can: rule != Rule::Nothing,
            rule,
            rows,
        }
    }
}

impl PublishedRow {
    /// Whether this row speaks of `situation`.
    pub fn covers(&self, situation: Situation) -> bool {
        self.facts
            .iter()
            .zip(situation.facts())
            .all(|(row, fact)| row.is_none_or(|wanted| wanted == fact))
    }
}

impl Verdict {
    /// Whether the user may disconnect the chat.
    pub const fn can_disconnect(&self) -> bool {
        self.can
    }

    /// What decides it.
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// The published rows that cover the situation, ascending; empty if the verdict is derived.
    pub fn rows(&self) -> &[u8] {
        &self.rows
    }

    /// Whether no published row covers the situation, so that only the rule decides.
    pub const fn is_derived(&self) -> bool {
        self.rows.is_empty()
    }
}
