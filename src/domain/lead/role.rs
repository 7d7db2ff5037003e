//! The role *Microsoft Marketplace Lead Writer* as the article has it (S004-33 to S004-43).

use crate::domain::privilege::{Depth, Privilege};
use crate::text::Text;

/// The role's name, which the solution brings (S004-33, S004-34). French texts call it "Rédacteur de prospects pour la
/// Place de marché Microsoft"; the role itself is not translated.
pub const ROLE: &str = "Microsoft Marketplace Lead Writer";

/// `role.isinherited`: *Member's privilege inheritance* (Dataverse, role table).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inheritance {
    /// 0: *Team privileges only*.
    TeamOnly,
    /// 1: *Direct User (Basic) access level and Team privileges* (S004-36).
    DirectAndTeam,
}

impl Inheritance {
    /// From the column; `None` for a value Dataverse does not document.
    pub const fn from_wire(number: i64) -> Option<Self> {
        match number {
            0 => Some(Self::TeamOnly),
            1 => Some(Self::DirectAndTeam),
            _ => None,
        }
    }

    /// As the column holds it.
    pub const fn number(self) -> i64 {
        match self {
            Self::TeamOnly => 0,
            Self::DirectAndTeam => 1,
        }
    }
}

/// The tables of the article's list, as the role editor calls them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// *User Entity UI Settings* on *Core Records*.
    UserEntityUiSettings,
    /// *System Job* on *Customization*.
    SystemJob,
}

/// What may be done with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Create.
    Create,
    /// Read.
    Read,
    /// Write.
    Write,
    /// Append To; the French article says "ajouter", by which it is meant.
    AppendTo,
}

/// A privilege the role must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The rule, such as `S004-37`.
    pub rule: &'static str,
    /// `privilege.name`; only the two Reads are documented, the others follow the naming rule.
    pub name: &'static str,
    /// The table.
    pub table: Table,
    /// What may be done.
    pub verb: Verb,
    /// How far.
    pub depth: Depth,
}

const fn wanted(rule: &'static str, name: &'static str, table: Table, verb: Verb, depth: Depth) -> Wanted {
    Wanted {
        rule,
        name,
        table,
        verb,
        depth,
    }
}

/// All six, in the article's order (S004-37 to S004-42).
pub const WANTED: [Wanted; 6] = [
    wanted(
        "S004-37",
        "prvCreateUserEntityUISettings",
        Table::UserEntityUiSettings,
        Verb::Create,
        Depth::Basic,
    ),
    wanted(
        "S004-38",
        "prvReadUserEntityUISettings",
        Table::UserEntityUiSettings,
        Verb::Read,
        Depth::Basic,
    ),
    wanted(
        "S004-39",
        "prvWriteUserEntityUISettings",
        Table::UserEntityUiSettings,
        Verb::Write,
        Depth::Basic,
    ),
    wanted(
        "S004-40",
        "prvReadAsyncOperation",
        Table::SystemJob,
        Verb::Read,
        Depth::Global,
    ),
    wanted(
        "S004-41",
        "prvWriteAsyncOperation",
        Table::SystemJob,
        Verb::Write,
        Depth::Global,
    ),
    wanted(
        "S004-42",
        "prvAppendToAsyncOperation",
        Table::SystemJob,
        Verb::AppendTo,
        Depth::Global,
    ),
];

/// What becomes of a wanted privilege in an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// It can be granted at this depth, which is the wanted one, or the widest there is below it.
    At {
        /// The privilege.
        privilege: Privilege,
        /// The depth.
        depth: Depth,
    },
    /// The organization has no privilege of that name.
    Absent,
    /// It exists, but at no depth up to the wanted one.
    TooWide,
}

impl Table {
    /// Its name in the role editor.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::UserEntityUiSettings => "lead-table-ui-settings",
            Self::SystemJob => "lead-table-system-job",
        })
    }
}

impl Verb {
    /// Its name in the role editor.
    pub const fn label(self) -> Text {
        Text::new(match self {
            Self::Create => "lead-verb-create",
            Self::Read => "lead-verb-read",
            Self::Write => "lead-verb-write",
            Self::AppendTo => "lead-verb-append-to",
        })
    }
}

impl Wanted {
    /// The privilege as the article has it, such as *System Job: Append To*.
    pub fn label(&self) -> Text {
        Text::new("lead-privilege-named")
            .message("table", self.table.label())
            .message("verb", self.verb.label())
    }

    /// Resolves it among the privileges of an organization, by name without regard to case. One over-deep privilege makes
    /// Dataverse refuse the whole request, so the depth is held to what the privilege allows (`canbe…`).
    pub fn resolve(&self, privileges: &[Privilege]) -> Resolved {
        let found = privileges
            .iter()
            .find(|known| known.name.eq_ignore_ascii_case(self.name));
        let Some(privilege) = found else {
            return Resolved::Absent;
        };
        let allowed = privilege.depths.iter().copied();
        let depth = allowed
            .filter(|depth| depth.rank() <= self.depth.rank() && *depth != Depth::RecordFilter)
            .max_by_key(|depth| depth.rank());
        match depth {
            Some(depth) => Resolved::At {
                privilege: privilege.clone(),
                depth,
            },
            None => Resolved::TooWide,
        }
    }
}

/// Whether a role that holds a privilege at `held` lacks it at `wanted`; what reaches further is enough and stays
/// (S004-43: added to the role, never replaced).
pub fn lacks(held: Option<Depth>, wanted: Depth) -> bool {
    held.is_none_or(|held| held.rank() < wanted.rank())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn privilege(name: &str, depths: &[Depth]) -> Privilege {
        Privilege {
            id: "1".into(),
            name: name.into(),
            depths: depths.to_vec(),
        }
    }

    fn of(rule: &str) -> Wanted {
        *WANTED.iter().find(|wanted| wanted.rule == rule).unwrap()
    }

    #[test]
    fn s004_37_to_42_the_six_privileges_and_their_depths() {
        let of_table = |table: Table| -> Vec<(Verb, Depth)> {
            let own = WANTED.iter().filter(|wanted| wanted.table == table);
            own.map(|wanted| (wanted.verb, wanted.depth)).collect()
        };
        assert_eq!(
            of_table(Table::UserEntityUiSettings),
            [
                (Verb::Create, Depth::Basic),
                (Verb::Read, Depth::Basic),
                (Verb::Write, Depth::Basic)
            ]
        );
        assert_eq!(
            of_table(Table::SystemJob),
            [
                (Verb::Read, Depth::Global),
                (Verb::Write, Depth::Global),
                (Verb::AppendTo, Depth::Global)
            ]
        );
        for wanted in WANTED {
            let verb = format!("prv{:?}", wanted.verb);
            let table = match wanted.table {
                Table::UserEntityUiSettings => "UserEntityUISettings",
                Table::SystemJob => "AsyncOperation",
            };
            assert_eq!(wanted.name, format!("{verb}{table}"), "named by the rule");
        }
    }

    #[test]
    fn s004_42_append_to_is_not_append() {
        let all = [privilege("prvAppendAsyncOperation", &Depth::ALL)];
        assert_eq!(of("S004-42").resolve(&all), Resolved::Absent);
    }

    #[test]
    fn s004_36_inheritance_is_the_column_s_number() {
        for value in [Inheritance::TeamOnly, Inheritance::DirectAndTeam] {
            assert_eq!(Inheritance::from_wire(value.number()), Some(value));
        }
        assert_eq!(Inheritance::DirectAndTeam.number(), 1);
        assert_eq!(Inheritance::from_wire(2), None);
    }

    #[test]
    fn depths_are_held_to_what_a_privilege_allows() {
        use Depth::{Basic, Deep, Global, Local, RecordFilter};
        for (rule, allowed, wanted) in [
            ("S004-37", &[Basic][..], Some(Basic)),
            ("S004-37", &[Basic, Local, Deep, Global], Some(Basic)),
            ("S004-37", &[Global], None),
            ("S004-37", &[], None),
            ("S004-40", &[Basic, Local, Deep, Global], Some(Global)),
            ("S004-40", &[Basic, Local], Some(Local)),
            ("S004-40", &[RecordFilter], None),
        ] {
            let wanted_privilege = of(rule);
            let all = [privilege(&wanted_privilege.name.to_uppercase(), allowed)];
            let depth = match wanted_privilege.resolve(&all) {
                Resolved::At { depth, .. } => Some(depth),
                Resolved::TooWide => None,
                Resolved::Absent => panic!("it is there"),
            };
            assert_eq!(depth, wanted, "{rule} {allowed:?}");
        }
    }

    #[test]
    fn s004_43_only_what_is_missing_is_added() {
        for wanted in Depth::ALL {
            assert!(lacks(None, wanted));
            for held in Depth::ALL {
                assert_eq!(
                    lacks(Some(held), wanted),
                    held.rank() < wanted.rank(),
                    "{held:?} {wanted:?}"
                );
            }
        }
    }
}
