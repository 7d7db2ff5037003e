//! Who may disconnect a Teams chat from a record: the published truth table and the rule behind it.
//!
//! Source: "Configure Microsoft Teams chat in Customer Service", section "How user rights work together for
//! disconnecting chats" (S003-69 to S003-85).

use crate::text::Text;

/// One user before one chat connected to one record: the five facts of the published table, in its order.
///
/// The table's second heading reads "last to *disconnect*"; the column behind it is `recentchatlinkercanunlink`
/// and the prose says "users who connected a chat", so *connect* is meant (S003-69).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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

    /// The reasons in words, the deciding one first, then the published rows or that the verdict is derived.
    ///
    /// `situation` is the one this is the verdict of; `record_type` names the type whose toggles are meant.
    pub fn explain(&self, situation: Situation, record_type: &str) -> Vec<Text> {
        let of_type = |id| Text::new(id).name("type", record_type);
        let mut words = match self.rule {
            Rule::GlobalRight => vec![Text::new("disconnect-verdict-global")],
            Rule::OwnerToggle => vec![of_type("disconnect-verdict-owner")],
            Rule::ConnectorToggle => vec![of_type("disconnect-verdict-connector")],
            Rule::Nothing => vec![
                if situation.record_owner {
                    of_type("disconnect-verdict-owner-off")
                } else {
                    Text::new("disconnect-verdict-not-owner")
                },
                if situation.last_to_connect {
                    of_type("disconnect-verdict-connector-off")
                } else {
                    Text::new("disconnect-verdict-not-connector")
                },
                Text::new("disconnect-verdict-no-role"),
            ],
        };
        words.push(self.source());
        words
    }

    /// Which published rows decide, or that none does.
    pub fn source(&self) -> Text {
        if self.is_derived() {
            return Text::new("disconnect-verdict-derived");
        }
        let rows: Vec<String> = self.rows.iter().map(u8::to_string).collect();
        Text::new("disconnect-verdict-rows")
            .number("count", rows.len() as i64)
            .name("rows", rows.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = Situation> {
        (0_u8..32).map(|bits| situation([16, 8, 4, 2, 1].map(|bit| bits & bit != 0)))
    }

    fn situation(facts: [bool; 5]) -> Situation {
        Situation {
            record_owner: facts[0],
            last_to_connect: facts[1],
            owner_may_disconnect: facts[2],
            connector_may_disconnect: facts[3],
            global_right: facts[4],
        }
    }

    /// `Y`, `N` and `?` (for Y/N), in the table's order.
    fn matching(pattern: &str) -> Vec<Situation> {
        all()
            .filter(|situation| {
                pattern
                    .chars()
                    .zip(situation.facts())
                    .all(|(wanted, fact)| match wanted {
                        'Y' => fact,
                        'N' => !fact,
                        _ => true,
                    })
            })
            .collect()
    }

    fn row(number: u8, pattern: &str, can: bool, inputs: usize) {
        let covered = matching(pattern);
        assert_eq!(covered.len(), inputs);
        for situation in all() {
            let verdict = situation.verdict();
            assert_eq!(
                verdict.rows().contains(&number),
                covered.contains(&situation),
                "row {number} and {situation:?}"
            );
        }
        for situation in covered {
            let verdict = situation.verdict();
            assert_eq!(verdict.can_disconnect(), can, "row {number} and {situation:?}");
            assert!(!verdict.is_derived());
        }
    }

    fn derived(pattern: &str) {
        let [situation] = matching(pattern)[..] else {
            panic!("{pattern} is one input")
        };
        let verdict = situation.verdict();
        assert!(!verdict.can_disconnect());
        assert!(verdict.is_derived());
        assert_eq!(verdict.rule(), Rule::Nothing);
        assert_eq!(verdict.source().id, "disconnect-verdict-derived");
    }

    #[test]
    fn s003_69_all_32_inputs_follow_the_rule_and_no_two_rows_contradict_each_other() {
        assert_eq!(all().count(), 32);
        let mut derived = 0;
        for situation in all() {
            let [owner, connector, owner_toggle, connector_toggle, global] = situation.facts();
            let verdict = situation.verdict();
            assert_eq!(
                verdict.can_disconnect(),
                global || (owner && owner_toggle) || (connector && connector_toggle)
            );
            for row in PUBLISHED_ROWS.iter().filter(|row| row.covers(situation)) {
                assert_eq!(
                    row.can_disconnect,
                    verdict.can_disconnect(),
                    "{row:?} and {situation:?}"
                );
            }
            derived += usize::from(verdict.is_derived());
        }
        assert_eq!(derived, 4, "28 of 32 inputs are published");
    }

    #[test]
    fn s003_70_row_1_owner_without_a_switch_or_a_role() {
        row(1, "Y?NNN", false, 2);
    }

    #[test]
    fn s003_71_row_2_owner_with_the_owner_switch() {
        row(2, "Y?Y??", true, 8);
    }

    #[test]
    fn s003_72_row_3_last_to_connect_without_a_switch_or_a_role() {
        row(3, "?YNNN", false, 2);
    }

    #[test]
    fn s003_73_row_4_last_to_connect_with_the_connector_switch() {
        row(4, "?Y?Y?", true, 8);
    }

    #[test]
    fn s003_74_row_5_the_right_of_a_role_decides_everything() {
        row(5, "????Y", true, 16);
    }

    #[test]
    fn s003_75_row_6_the_owner_switch_helps_nobody_but_the_owner() {
        row(6, "NNYNN", false, 1);
    }

    #[test]
    fn s003_76_row_7_last_to_connect_alone_is_also_covered_by_row_3() {
        row(7, "NYNNN", false, 1);
        assert_eq!(matching("NYNNN")[0].verdict().rows(), [3, 7]);
    }

    #[test]
    fn s003_77_row_8_nothing_at_all() {
        row(8, "NNNNN", false, 1);
    }

    #[test]
    fn s003_78_derived_the_connector_switch_helps_nobody_but_the_connector() {
        derived("NNNYN");
    }

    #[test]
    fn s003_79_derived_both_switches_help_neither_a_stranger() {
        derived("NNYYN");
    }

    #[test]
    fn s003_80_derived_last_to_connect_under_the_owner_switch() {
        derived("NYYNN");
    }

    #[test]
    fn s003_81_derived_owner_under_the_connector_switch() {
        derived("YNNYN");
    }

    #[test]
    fn words_name_what_decides_and_every_reason_why_nothing_does() {
        let ids = |facts| -> Vec<String> {
            let situation = situation(facts);
            let verdict = situation.verdict();
            verdict
                .explain(situation, "Case")
                .iter()
                .map(|text| text.id.to_string())
                .collect()
        };
        assert_eq!(
            ids([true, true, true, true, true]),
            ["disconnect-verdict-global", "disconnect-verdict-rows"]
        );
        assert_eq!(
            ids([true, true, true, true, false]),
            ["disconnect-verdict-owner", "disconnect-verdict-rows"]
        );
        assert_eq!(
            ids([true, true, false, true, false]),
            ["disconnect-verdict-connector", "disconnect-verdict-rows"]
        );
        assert_eq!(
            ids([true, false, false, true, false]),
            [
                "disconnect-verdict-owner-off",
                "disconnect-verdict-not-connector",
                "disconnect-verdict-no-role",
                "disconnect-verdict-derived"
            ]
        );
    }
}
