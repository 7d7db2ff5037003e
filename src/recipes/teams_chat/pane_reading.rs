//! Reads what reaching the productivity pane takes: the Reads roles hold, and the profiles with their panes (S003-14 to
//! S003-21, S003-38 to S003-41).

use super::observed::{Access, ProfileSeen, RoleAccess};
use super::sections::with_gaps;
use crate::domain::chat::pane_access::{HeldPrivilege, PRODUCTIVITY_TOOLS_USER, Pane, PaneTab, PaneTable, Profile};
use crate::domain::privilege::{Depth, Privilege};
use crate::domain::reading::Reading;
use crate::domain::role::{DefaultRole, Role};
use crate::recipes::dataverse::reading::{listed, missing, pages, reading, unreadable};
use crate::services::dataverse::wire::RolePrivilege;
use crate::services::dataverse::wire_chat::{PaneTabRow, ProfileRow};
use crate::services::dataverse::{Dataverse, panes, security};
use crate::sorted;
use crate::text::Text;

/// The seven Reads on the roles that can be changed. One answer per role holds all its privileges, so the quick list of
/// roles by privilege comes first and the roles are read only for *Productivity tools user*.
pub(super) async fn access(dataverse: &Dataverse<'_>) -> Reading<Access> {
    let mut batch = dataverse.batch();
    let roles = batch.add(&security::roles());
    let named: Vec<_> = PaneTable::ALL
        .into_iter()
        .map(|table| (table, batch.add(&security::privilege_named(table.privilege()))))
        .collect();
    let first = batch.send().await;
    let mut privileges: Vec<(PaneTable, Privilege)> = Vec::new();
    for (table, slot) in named {
        match first.get(&slot).and_then(|page| page.whole("dataverse-what-privilege")) {
            Ok(rows) => privileges.extend(rows.into_iter().next().map(|row| (table, row.into()))),
            Err(error) => return Reading::Unreadable(error.explain()),
        }
    }
    let listing = match pages(dataverse, &first, &roles, &security::roles()).await {
        Ok(listing) => listing,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut gaps = missing(&listing, "dataverse-what-roles");
    let mut roles: Vec<Role> = Vec::new();
    for row in listing.rows {
        let id = row.roleid.0;
        if row.root.as_ref().is_some_and(|root| root.0 != id) {
            continue;
        }
        roles.push(Role {
            id,
            default: DefaultRole::find(&row.name, row.template.as_deref()),
            name: row.name,
            template_id: row.template,
            managed: row.ismanaged,
            customizable: row.iscustomizable.is_none_or(|property| property.value),
            depth: None,
        });
    }
    sorted::sort_by_key(&mut roles, |role| (role.name.to_lowercase(), role.id.clone()));
    let is_productivity_user = |role: &Role| {
        let names = PRODUCTIVITY_TOOLS_USER;
        names.iter().any(|name| name.eq_ignore_ascii_case(&role.name))
    };
    let custom: Vec<&Role> = roles
        .iter()
        .filter(|role| !role.managed && role.is_changeable())
        .collect();
    let mut batch = dataverse.batch();
    let model = roles.iter().find(|role| is_productivity_user(role));
    let model_slot = model.map(|role| batch.add(&security::privileges_of_role(&role.id)));
    let slots: Vec<_> = custom
        .iter()
        .map(|role| batch.add(&security::privileges_of_role(&role.id)))
        .collect();
    let second = batch.send().await;
    let mut access = Access {
        privileges,
        roles: Vec::new(),
        productivity_user: None,
    };
    for (role, slot) in custom.into_iter().zip(&slots) {
        match second.get(slot) {
            Ok(holds) => {
                let asked = |one: &&RolePrivilege| {
                    let mut all = access.privileges.iter();
                    all.any(|(_, known)| known.id.eq_ignore_ascii_case(&one.privilege_id.0))
                };
                // How far it reaches is not understood: that is not "not held".
                if holds
                    .role_privileges
                    .iter()
                    .filter(asked)
                    .any(|one| depth(one).is_none())
                {
                    gaps.push(unreadable("dataverse-what-roles", 1));
                    continue;
                }
                let held = access.privileges.iter().filter_map(|(_, privilege)| {
                    Some(HeldPrivilege {
                        name: privilege.name.clone(),
                        depth: holds.depth_of(&privilege.id)?,
                    })
                });
                access.roles.push(RoleAccess {
                    role: role.clone(),
                    held: held.collect(),
                });
            }
            Err(error) => gaps.push(
                Text::new("disconnect-missing-role")
                    .name("role", &role.name)
                    .message("why", error.explain()),
            ),
        }
    }
    if let (Some(role), Some(slot)) = (model, &model_slot) {
        match second.get(slot) {
            Ok(holds) => access.productivity_user = Some((role.clone(), held(&holds))),
            Err(error) => gaps.push(error.explain()),
        }
    }
    reading(access, gaps)
}

/// What a role's answer says, by name, where it names its privileges.
fn held(holds: &crate::services::dataverse::wire::RolePrivileges) -> Vec<HeldPrivilege> {
    let held = holds.role_privileges.iter().filter_map(|one| {
        Some(HeldPrivilege {
            name: one.privilege_name.clone()?,
            depth: depth(one)?,
        })
    });
    held.collect()
}

/// How far a privilege of a role reaches; `None` where that is not understood.
fn depth(one: &RolePrivilege) -> Option<Depth> {
    match &one.depth {
        serde_json::Value::String(name) => Depth::from_wire(name),
        other => Depth::from_wire(&other.to_string()),
    }
}

/// The profiles, whom they reach, and whether Teams is in their pane.
pub(super) async fn profiles(dataverse: &Dataverse<'_>) -> Reading<Vec<ProfileSeen>> {
    let mut batch = dataverse.batch();
    let linked = batch.add(&panes::profiles(true));
    let plain = batch.add(&panes::profiles(false));
    let tabs = batch.add(&panes::pane_tabs());
    let mappings = batch.add(&panes::role_mappings());
    let answers = batch.send().await;
    let mut gaps = Vec::new();
    let rows = match pages(dataverse, &answers, &linked, &panes::profiles(true)).await {
        Ok(listing) => Ok(listing),
        Err(error) => {
            let plain = pages(dataverse, &answers, &plain, &panes::profiles(false)).await;
            if plain.is_ok() {
                gaps.push(error.explain());
            }
            plain
        }
    };
    let tabs = match pages(dataverse, &answers, &tabs, &panes::pane_tabs()).await {
        Ok(listing) => {
            gaps.extend(missing(&listing, "dataverse-what-panes"));
            // A tab in no pane is nobody's; one in a pane that is not told could be anybody's.
            let odd = listing.rows.iter().filter(|row| {
                let pane = row.pane.as_ref();
                pane.is_some_and(|pane| pane.msdyn_paneconfigurationid.is_none())
            });
            let odd = odd.count();
            if odd > 0 {
                gaps.push(unreadable("dataverse-what-panes", odd as i64));
            }
            Some(listing.rows)
        }
        Err(error) => {
            gaps.push(error.explain());
            None
        }
    };
    // A list that is not whole counts nothing.
    let mappings = match pages(dataverse, &answers, &mappings, &panes::role_mappings()).await {
        Ok(listing) => {
            let missing = missing(&listing, "dataverse-what-profiles");
            let whole = missing.is_empty();
            gaps.extend(missing);
            Some(listing.rows).filter(|_| whole)
        }
        Err(error) => {
            gaps.push(error.explain());
            None
        }
    };
    let (panes, tab_list) = panes_of(tabs.as_deref().unwrap_or_default());
    let seen = listed(rows, "dataverse-what-profiles", |row: ProfileRow| {
        let id = row.msdyn_appconfigurationid.0;
        let users = row.msdyn_appconfiguration_systemuser.map(|users| users.len());
        let users = users.filter(|_| row.more_users.is_none());
        let linked = row.msdyn_msdyn_paneconfig_msdyn_appconfig;
        let profile = Profile {
            name: row.msdyn_name.unwrap_or_default(),
            unique_name: row.msdyn_uniquename.unwrap_or_default(),
            app: row.msdyn_appmoduleuniquename,
            managed: row.ismanaged,
            pane_unique_name: row.msdyn_productivitypaneuniquename,
            linked_panes: linked.map(|panes| panes.into_iter().map(|pane| pane.msdyn_paneconfigurationid.0).collect()),
            id,
        };
        let own_panes = own_panes(&profile, &panes);
        let teams_tab = tab_list
            .iter()
            .find(|(tab, _)| tab.is_teams() && own_panes.contains(&tab.pane))
            .map(|(_, id)| id.clone());
        let all: Vec<PaneTab> = tab_list.iter().map(|(tab, _)| tab.clone()).collect();
        Some(ProfileSeen {
            teams: tabs.as_ref().and_then(|_| profile.teams(&panes, &all).ok()),
            teams_tab,
            users,
            roles: mappings.as_ref().map(|mappings| {
                let own = |row: &&crate::services::dataverse::wire_chat::RoleMappingRow| {
                    row.profile.as_ref().is_some_and(|mapped| mapped.0 == profile.id)
                };
                mappings.iter().filter(own).count()
            }),
            profile,
        })
    });
    with_gaps(seen, gaps)
}

/// The panes that have tabs, and the tabs with their ids.
fn panes_of(rows: &[PaneTabRow]) -> (Vec<Pane>, Vec<(PaneTab, String)>) {
    let mut panes: Vec<Pane> = Vec::new();
    let mut tabs = Vec::new();
    for row in rows {
        let Some(pane) = &row.pane else { continue };
        let unique_name = pane.msdyn_uniquename.clone().unwrap_or_default();
        let id = match &pane.msdyn_paneconfigurationid {
            Some(id) => id.0.clone(),
            None => continue,
        };
        if !panes.iter().any(|known| known.id == id) {
            panes.push(Pane {
                id: id.clone(),
                unique_name,
            });
        }
        let tool = row.tool.as_ref();
        tabs.push((
            PaneTab {
                pane: id,
                enabled: row.msdyn_isenabled,
                tool_unique_name: tool.and_then(|tool| tool.msdyn_uniquename.clone()).unwrap_or_default(),
                tool_control: tool.and_then(|tool| tool.msdyn_controlname.clone()).unwrap_or_default(),
                tool_name: tool.and_then(|tool| tool.msdyn_name.clone()).unwrap_or_default(),
            },
            row.msdyn_panetabconfigurationid.0.clone(),
        ));
    }
    (panes, tabs)
}

fn own_panes(profile: &Profile, panes: &[Pane]) -> Vec<String> {
    let mut own: Vec<String> = profile.linked_panes.clone().unwrap_or_default();
    if let Some(name) = profile.pane_unique_name.as_deref().filter(|name| !name.is_empty()) {
        let named = panes.iter().find(|pane| pane.unique_name.eq_ignore_ascii_case(name));
        own.extend(named.map(|pane| pane.id.clone()));
    }
    own
}
