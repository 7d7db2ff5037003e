//! Privileges of roles: added, replaced, removed on the root and mirrored to its copies.

use super::schema::TableDef;
use super::security::{self, ADMINISTRATOR_TEMPLATE, Depth, Verb, privilege_id};
use super::store::Store;
use crate::ident::Guid;
use crate::odata::error::Refusal;
use crate::odata::service::{Org, Service};
use serde_json::{Map, Value, json};

/// The four privileges that come back after a replace, seen in every exported role.
pub const SHAREPOINT: [&str; 4] = [
    "prvReadSharePointDocument",
    "prvReadSharePointData",
    "prvCreateSharePointData",
    "prvWriteSharePointData",
];

/// One entry of the `Privileges` parameter, checked.
type Entry = (Guid, Depth);

/// Gives a role's family one privilege at that depth, or takes it with `None`.
pub fn set(store: &mut Store, org: &Org, root: Guid, privilege: Guid, depth: Option<Depth>) {
    let mut family = vec![root];
    if org.privilege_rows_for_copies {
        family.extend(
            store
                .referring("role", "parentrootroleid", root)
                .iter()
                .map(|r| r.id)
                .filter(|id| *id != root),
        );
    }
    for role in family {
        write(store, role, privilege, depth);
    }
}

fn write(store: &mut Store, role: Guid, privilege: Guid, depth: Option<Depth>) {
    let id = Guid::derive("roleprivileges", &format!("{role}{privilege}"));
    let Some(depth) = depth else {
        store.remove("roleprivileges", id);
        return;
    };
    if store
        .get("roleprivileges", id)
        .is_some_and(|row| row.value("privilegedepthmask").as_i64() == Some(depth.mask()))
    {
        return;
    }
    let values = Map::from_iter([
        ("roleid".to_owned(), json!(role.to_string())),
        ("privilegeid".to_owned(), json!(privilege.to_string())),
        ("privilegedepthmask".to_owned(), json!(depth.mask())),
        ("ismanaged".to_owned(), json!(false)),
        ("componentstate".to_owned(), json!(0)),
    ]);
    store.put("roleprivileges", id, values);
}

/// Makes the copies' rows equal to the root's, where copies have rows.
pub fn mirror(store: &mut Store, org: &Org, root: Guid) {
    let wanted = security::role_privileges(store, root);
    for copy in store.referring("role", "parentrootroleid", root) {
        if copy.id == root {
            continue;
        }
        for row in store.referring("roleprivileges", "roleid", copy.id) {
            let keep = org.privilege_rows_for_copies
                && wanted.iter().any(|(p, d)| {
                    row.guid("privilegeid") == Some(*p) && row.value("privilegedepthmask").as_i64() == Some(d.mask())
                });
            if !keep {
                store.remove("roleprivileges", row.id);
            }
        }
        if org.privilege_rows_for_copies {
            for (privilege, depth) in &wanted {
                write(store, copy.id, *privilege, Some(*depth));
            }
        }
    }
}

/// Gives the four SharePoint privileges back where they are missing.
pub fn restore_sharepoint(store: &mut Store, org: &Org, root: Guid) {
    let held: Vec<Guid> = security::role_privileges(store, root)
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    for name in SHAREPOINT {
        let id = privilege_id(name);
        if !held.contains(&id) && store.get("privilege", id).is_some() {
            set(store, org, root, id, Some(Depth::Global));
        }
    }
}

/// Refuses what the caller does not hold themselves.
///
/// # Errors
/// `0x80048d3b` naming the missing privileges.
pub fn caller_holds(service: &Service<'_>, wanted: impl Iterator<Item = Entry>) -> Result<(), Refusal> {
    let missing: Vec<String> = wanted
        .filter(|(id, depth)| service.rights.depth(*id).is_none_or(|own| own.rank() < depth.rank()))
        .map(|(id, _)| service.store.label("privilege", id).unwrap_or_else(|| id.to_string()))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::new(
        403,
        "0x80048d3b",
        format!(
            "Cannot add privileges that the caller does not have. User with id {} is missing: {}",
            service.user,
            missing.join(", ")
        ),
    ))
}

impl Service<'_> {
    /// The root a role action may change.
    fn changeable(&self, def: &TableDef, role: Guid) -> Result<Guid, Refusal> {
        self.rights.demand(Verb::Write, def)?;
        let row = self
            .store
            .get("role", role)
            .ok_or_else(|| Refusal::no_row("Role", role))?;
        if row.text("roletemplateid") == Some(ADMINISTRATOR_TEMPLATE) {
            return Err(Refusal::new(
                400,
                "0x80040203",
                "The System Administrator role cannot be changed.",
            ));
        }
        if row.value("iscustomizable").get("Value") == Some(&json!(false)) {
            return Err(Refusal::new(
                400,
                "0x80040203",
                "The role cannot be changed: it is not customizable.",
            ));
        }
        // Unproven: that the real service refuses a copy instead of changing its root.
        if row.guid("parentroleid").is_some() {
            return Err(Refusal::new(
                400,
                "0x80040203",
                "An inherited role cannot be changed; change it in its own business unit.",
            ));
        }
        Ok(role)
    }

    /// What adding and replacing ask for: the root of the role, and entries the caller may give.
    fn asked(&self, def: &TableDef, role: Guid, body: &Map<String, Value>) -> Result<(Guid, Vec<Entry>), Refusal> {
        let root = self.changeable(def, role)?;
        let entries = self.entries(body)?;
        caller_holds(self, entries.iter().copied())?;
        Ok((root, entries))
    }

    fn entries(&self, body: &Map<String, Value>) -> Result<Vec<Entry>, Refusal> {
        let list = body.get("Privileges").and_then(Value::as_array);
        let list = list.ok_or_else(|| Refusal::payload("The parameter 'Privileges' is missing."))?;
        list.iter().map(|entry| self.entry(entry)).collect()
    }

    fn entry(&self, entry: &Value) -> Result<Entry, Refusal> {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        let id = match (text("PrivilegeId"), text("PrivilegeName")) {
            (Some(id), _) => {
                Guid::parse(id).ok_or_else(|| Refusal::payload(format!("'{id}' is not a privilege id.")))?
            }
            (None, Some(name)) => privilege_id(name),
            (None, None) => return Err(Refusal::payload("A privilege has neither id nor name.")),
        };
        let row = self
            .store
            .get("privilege", id)
            .ok_or_else(|| Refusal::no_row("Privilege", id))?;
        let depth = entry
            .get("Depth")
            .map(|d| d.as_str().map_or_else(|| d.to_string(), str::to_owned));
        let depth = depth.as_deref().unwrap_or("Basic");
        let depth =
            Depth::read(depth).ok_or_else(|| Refusal::payload(format!("'{depth}' is not a privilege depth.")))?;
        if !row.flag(depth.allowed_by()) {
            return Err(Refusal::new(
                400,
                "0x80040203",
                format!(
                    "Privilege {} cannot be granted at depth {}.",
                    row.text("name").unwrap_or_default(),
                    depth.name()
                ),
            ));
        }
        Ok((id, depth))
    }

    /// `AddPrivilegesRole`: all or nothing; a held privilege changes its depth.
    pub(crate) fn add_privileges(
        &mut self,
        def: &TableDef,
        role: Guid,
        body: &Map<String, Value>,
    ) -> Result<(), Refusal> {
        let (root, entries) = self.asked(def, role, body)?;
        self.remember();
        for (privilege, depth) in entries {
            set(self.store, self.org, root, privilege, Some(depth));
        }
        Ok(())
    }

    /// `ReplacePrivilegesRole`: all or nothing; four SharePoint privileges come back.
    pub(crate) fn replace_privileges(
        &mut self,
        def: &TableDef,
        role: Guid,
        body: &Map<String, Value>,
    ) -> Result<(), Refusal> {
        let (root, entries) = self.asked(def, role, body)?;
        self.remember();
        for (held, _) in security::role_privileges(self.store, root) {
            if !entries.iter().any(|(id, _)| *id == held) {
                set(self.store, self.org, root, held, None);
            }
        }
        for (privilege, depth) in entries {
            set(self.store, self.org, root, privilege, Some(depth));
        }
        if self.org.sharepoint_returns {
            restore_sharepoint(self.store, self.org, root);
        }
        Ok(())
    }

    /// `RemovePrivilegeRole`.
    pub(crate) fn remove_privilege(
        &mut self,
        def: &TableDef,
        role: Guid,
        body: &Map<String, Value>,
    ) -> Result<(), Refusal> {
        let root = self.changeable(def, role)?;
        let id = body.get("PrivilegeId").and_then(Value::as_str).and_then(Guid::parse);
        let id = id.ok_or_else(|| Refusal::payload("The parameter 'PrivilegeId' is missing."))?;
        if !security::role_privileges(self.store, root)
            .iter()
            .any(|(held, _)| *held == id)
        {
            return Err(Refusal::new(
                404,
                "0x80040217",
                format!("The role {root} does not hold the privilege {id}."),
            ));
        }
        self.remember();
        set(self.store, self.org, root, id, None);
        Ok(())
    }

    fn remember(&mut self) {
        if self.org.privilege_lag > 0 {
            self.store.remember_privileges(self.org.privilege_lag);
        }
    }
}
