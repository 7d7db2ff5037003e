//! Rights: roles, direct and through teams, added up; no deny exists (Dataverse security concepts).

use super::schema::{Ownership, TableDef};
use super::store::{Row, Store};
use crate::ident::Guid;
use crate::odata::error::Refusal;
use std::collections::{BTreeMap, BTreeSet};

/// How far a privilege reaches. Enum 0–4 on the wire by name, mask 1, 2, 4, 8, 16 in `roleprivileges`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Own rows.
    Basic,
    /// The business unit.
    Local,
    /// The business unit and those below.
    Deep,
    /// The organisation.
    Global,
    /// Rows of a filter; ranks below Basic.
    RecordFilter,
}

impl Depth {
    /// From the name or the number clients send.
    pub fn read(text: &str) -> Option<Self> {
        Some(match text {
            "Basic" | "0" => Self::Basic,
            "Local" | "1" => Self::Local,
            "Deep" | "2" => Self::Deep,
            "Global" | "3" => Self::Global,
            "RecordFilter" | "4" => Self::RecordFilter,
            _ => return None,
        })
    }

    /// The name answers carry.
    pub fn name(self) -> &'static str {
        match self {
            Self::Basic => "Basic",
            Self::Local => "Local",
            Self::Deep => "Deep",
            Self::Global => "Global",
            Self::RecordFilter => "RecordFilter",
        }
    }

    /// `privilegedepthmask`.
    pub fn mask(self) -> i64 {
        match self {
            Self::Basic => 1,
            Self::Local => 2,
            Self::Deep => 4,
            Self::Global => 8,
            Self::RecordFilter => 16,
        }
    }

    /// From `privilegedepthmask`.
    pub fn from_mask(mask: i64) -> Option<Self> {
        [Self::Basic, Self::Local, Self::Deep, Self::Global, Self::RecordFilter]
            .into_iter()
            .find(|d| d.mask() == mask)
    }

    /// Rank for "the widest wins".
    pub fn rank(self) -> u8 {
        match self {
            Self::RecordFilter => 0,
            Self::Basic => 1,
            Self::Local => 2,
            Self::Deep => 3,
            Self::Global => 4,
        }
    }

    /// The column of `privileges` that allows this depth.
    pub fn allowed_by(self) -> &'static str {
        match self {
            Self::Basic => "canbebasic",
            Self::Local => "canbelocal",
            Self::Deep => "canbedeep",
            Self::Global => "canbeglobal",
            Self::RecordFilter => "canberecordfilter",
        }
    }
}

/// What a caller wants to do with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the privilege verbs of Dataverse")]
pub enum Verb {
    Create,
    Read,
    Write,
    Delete,
    Append,
    AppendTo,
    Assign,
    Share,
}

impl Verb {
    /// All eight, in the order of the metadata.
    pub const ALL: [Self; 8] = [
        Self::Create,
        Self::Read,
        Self::Write,
        Self::Delete,
        Self::Assign,
        Self::Share,
        Self::Append,
        Self::AppendTo,
    ];

    /// The verb as privilege names and the metadata write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Create => "Create",
            Self::Read => "Read",
            Self::Write => "Write",
            Self::Delete => "Delete",
            Self::Append => "Append",
            Self::AppendTo => "AppendTo",
            Self::Assign => "Assign",
            Self::Share => "Share",
        }
    }

    /// Its `AccessRights` flag.
    pub fn access_right(self) -> i64 {
        match self {
            Self::Read => 1,
            Self::Write => 2,
            Self::Append => 4,
            Self::AppendTo => 16,
            Self::Create => 32,
            Self::Delete => 65_536,
            Self::Share => 262_144,
            Self::Assign => 524_288,
        }
    }
}

/// Where a user's privilege comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// How far it reaches.
    pub depth: Depth,
    /// The root role.
    pub role: Guid,
    /// Whether it came through a team.
    pub through_team: bool,
}

/// Everything one user may do.
#[derive(Debug, Clone)]
pub struct Rights {
    /// The user.
    pub user: Guid,
    /// The teams the user is a member of.
    pub teams: BTreeSet<Guid>,
    /// Grants by privilege id.
    pub grants: BTreeMap<Guid, Vec<Grant>>,
    /// How many roles, copies counted once each.
    pub roles: usize,
    /// Whether one of them is System Administrator.
    pub administrator: bool,
}

/// Template of System Administrator, the same in every organisation (Dataverse role template reference).
pub const ADMINISTRATOR_TEMPLATE: &str = "627090ff-40a3-4053-8790-584edc5be201";
/// Template of System Customizer.
pub const CUSTOMIZER_TEMPLATE: &str = "119f245c-3cc8-4b62-b31c-d1a046ced15d";

/// The id of the privilege of that name.
pub fn privilege_id(name: &str) -> Guid {
    Guid::derive("privilege", &name.to_ascii_lowercase())
}

/// The root of a role copy, itself for a root.
pub fn root_of(store: &Store, role: Guid) -> Guid {
    store
        .get("role", role)
        .and_then(|row| row.guid("parentrootroleid"))
        .unwrap_or(role)
}

/// The privileges of a root role, with depth.
pub fn role_privileges(store: &Store, root: Guid) -> Vec<(Guid, Depth)> {
    store
        .referring("roleprivileges", "roleid", root)
        .iter()
        .filter_map(|row| {
            let mask = row.value("privilegedepthmask").as_i64()?;
            Some((row.guid("privilegeid")?, Depth::from_mask(mask)?))
        })
        .collect()
}

/// The roles a user holds: (role copy, through a team).
pub fn roles_of(store: &Store, user: Guid) -> Vec<(Guid, bool)> {
    let mut roles: Vec<(Guid, bool)> = store
        .referring("systemuserroles", "systemuserid", user)
        .iter()
        .filter_map(|row| Some((row.guid("roleid")?, false)))
        .collect();
    for team in teams_of(store, user) {
        // Access teams give no roles.
        if store
            .get("team", team)
            .is_some_and(|row| row.value("teamtype").as_i64() == Some(1))
        {
            continue;
        }
        roles.extend(
            store
                .referring("teamroles", "teamid", team)
                .iter()
                .filter_map(|row| Some((row.guid("roleid")?, true))),
        );
    }
    roles
}

/// The teams a user is a member of.
pub fn teams_of(store: &Store, user: Guid) -> BTreeSet<Guid> {
    store
        .referring("teammembership", "systemuserid", user)
        .iter()
        .filter_map(|row| row.guid("teamid"))
        .collect()
}

impl Rights {
    /// Adds up a user's roles.
    pub fn of(store: &Store, user: Guid) -> Self {
        let roles = roles_of(store, user);
        let mut rights = Self {
            user,
            teams: teams_of(store, user),
            grants: BTreeMap::new(),
            roles: roles.len(),
            administrator: false,
        };
        for (role, through_team) in roles {
            let Some(row) = store.get("role", role) else { continue };
            rights.administrator |= row.text("roletemplateid") == Some(ADMINISTRATOR_TEMPLATE);
            let root = root_of(store, role);
            for (privilege, depth) in role_privileges(store, root) {
                rights.grants.entry(privilege).or_default().push(Grant {
                    depth,
                    role: root,
                    through_team,
                });
            }
        }
        rights
    }

    /// The widest depth of a privilege; `None` when not held.
    pub fn depth(&self, privilege: Guid) -> Option<Depth> {
        self.grants
            .get(&privilege)?
            .iter()
            .map(|g| g.depth)
            .max_by_key(|d| d.rank())
    }

    /// Checks a verb on a table and says how far it reaches; tables without privileges are open to everyone signed in.
    ///
    /// # Errors
    /// 403 `0x80042f09` without any role, `0x80040220` without the privilege.
    pub fn demand(&self, verb: Verb, def: &TableDef) -> Result<Depth, Refusal> {
        let Some(part) = &def.privilege else {
            return Ok(Depth::Global);
        };
        self.demand_named(&format!("prv{}{part}", verb.name()), def)
    }

    /// Checks a privilege by its name.
    ///
    /// # Errors
    /// As [`Rights::demand`].
    pub fn demand_named(&self, name: &str, def: &TableDef) -> Result<Depth, Refusal> {
        if let Some(depth) = self.depth(privilege_id(name)) {
            return Ok(depth);
        }
        if self.roles == 0 {
            return Err(Refusal::new(
                403,
                "0x80042f09",
                format!(
                    "The user with id {} has not been assigned any roles. They need a role with the {name} privilege.",
                    self.user
                ),
            ));
        }
        Err(Refusal::new(
            403,
            "0x80040220",
            format!(
                "Principal user (Id={}, type=8, roleCount={}, privilegeCount={}) is missing {name} privilege (Id={}) on OTC={} for entity '{}'.",
                self.user,
                self.roles,
                self.grants.len(),
                privilege_id(name),
                def.otc,
                def.logical
            ),
        ))
    }

    /// Whether a privilege of that depth reaches a row. Everything wider than Basic reaches all rows: a simplification.
    pub fn reaches(&self, depth: Depth, def: &TableDef, row: &Row) -> bool {
        if def.ownership != Ownership::User || depth.rank() > Depth::Basic.rank() {
            return true;
        }
        match row.guid("ownerid") {
            Some(owner) => owner == self.user || self.teams.contains(&owner),
            None => true,
        }
    }
}
