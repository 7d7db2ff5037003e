//! Which roles hold the privilege: the quick list, checked, and the slow sure way where the check fails.

use crate::sorted::Sorted;
use std::collections::BTreeSet;

use super::observe::{Roots, missing, reading};
use crate::domain::privilege::{Depth, Privilege};
use crate::domain::reading::Reading;
use crate::domain::role::{DefaultRole, Role};
use crate::services::dataverse::client::{Answers, Batch, Listing, Page, Slot};
use crate::services::dataverse::wire::{RolePrivilegeRow, RoleRow};
use crate::services::dataverse::{Dataverse, DataverseError, security};
use crate::text::Text;

/// Roles the quick list is checked on. One answer holds every privilege of a role, so these are few.
const MOST_CHECKED: usize = 12;
/// Roles per batch on the slow way: with thousands of privileges each, more would pass the size a transport accepts.
const PER_BATCH: usize = 25;

/// Where the first answers are.
pub(super) struct Slots {
    roles: Slot<Page<RoleRow>>,
    held: Option<Slot<Page<RolePrivilegeRow>>>,
}

/// What came of it.
pub(super) struct RolesRead {
    pub(super) roles: Reading<Vec<Role>>,
    pub(super) roots: Roots,
    pub(super) remarks: Vec<Text>,
}

/// Adds the first reads.
pub(super) fn ask(batch: &mut Batch<'_, '_>, privilege: Option<&Privilege>) -> Slots {
    Slots {
        roles: batch.add(&security::roles()),
        held: privilege.map(|privilege| batch.add(&security::role_privileges(&privilege.id))),
    }
}

/// Reads the rest.
pub(super) async fn read(
    dataverse: &Dataverse<'_>,
    answers: &Answers,
    slots: Slots,
    privilege: &Reading<Option<Privilege>>,
) -> RolesRead {
    let unreadable = |why| RolesRead {
        roles: Reading::Unreadable(why),
        roots: Roots::new(),
        remarks: Vec::new(),
    };
    let listing = match answers.get(&slots.roles) {
        Ok(page) => dataverse.rest(page, &security::roles()).await,
        Err(error) => return unreadable(error.explain()),
    };
    let mut incomplete = missing(&listing, "dataverse-what-roles");
    let (mut roles, roots) = roots_of(listing.rows);
    let privilege = match privilege {
        Reading::Unreadable(why) => return unreadable(why.clone()),
        other => other.value().and_then(Option::as_ref),
    };
    let mut remarks = Vec::new();
    if let Some(privilege) = privilege {
        let quick = match slots.held {
            Some(slot) => match answers.get(&slot) {
                Ok(page) => Ok(dataverse.rest(page, &security::role_privileges(&privilege.id)).await),
                Err(error) => Err(error),
            },
            None => Ok(Listing {
                rows: Vec::new(),
                unreadable: 0,
                stopped: None,
            }),
        };
        match depths(dataverse, quick, &roles, &roots, privilege, &mut remarks).await {
            Ok((depths, unread)) => {
                for role in &mut roles {
                    role.depth = depths.get(&role.id).copied();
                }
                // A role that could not be read may hold it: the list is "at least".
                incomplete.extend(unread);
            }
            Err(error) => {
                return RolesRead {
                    roots,
                    ..unreadable(error.explain())
                };
            }
        }
    }
    RolesRead {
        roles: reading(roles, incomplete),
        roots,
        remarks,
    }
}

/// One role per root copy, and where every copy belongs.
fn roots_of(rows: Vec<RoleRow>) -> (Vec<Role>, Roots) {
    let (mut of_roots, mut of_copies) = (Vec::new(), Vec::new());
    let mut roles: Sorted<String, (bool, Role)> = Sorted::new();
    for row in rows {
        let id = row.roleid.0;
        let root = row.root.map_or_else(|| id.clone(), |root| root.0);
        let is_root = root == id || row.parent.is_none();
        let role = Role {
            id: root.clone(),
            default: DefaultRole::find(&row.name, row.template.as_deref()),
            name: row.name,
            template_id: row.template,
            managed: row.ismanaged,
            customizable: row.iscustomizable.is_none_or(|property| property.value),
            depth: None,
        };
        of_copies.push((id, root.clone()));
        of_roots.push((root.clone(), root.clone()));
        // The root copy's own row decides; a copy stands in for a root that was not listed.
        match roles.get_mut(&root) {
            Some((true, _)) => {}
            Some(known) if is_root => *known = (true, role),
            Some(_) => {}
            None => {
                roles.insert(root, (is_root, role));
            }
        }
    }
    // What a copy's own row says of its root goes before what others say of theirs.
    of_roots.append(&mut of_copies);
    let roles = roles.into_values().map(|(_, role)| role).collect();
    (roles, of_roots.into_iter().collect())
}

type Depths = Sorted<String, Depth>;

/// Depth per root id, and what could not be read.
async fn depths(
    dataverse: &Dataverse<'_>,
    quick: Result<Listing<RolePrivilegeRow>, DataverseError>,
    roles: &[Role],
    roots: &Roots,
    privilege: &Privilege,
    remarks: &mut Vec<Text>,
) -> Result<(Depths, Vec<Text>), DataverseError> {
    let quick = match quick {
        Ok(listing) if listing.is_complete() => listing,
        Ok(_) => {
            remarks.push(Text::new("disconnect-remark-roles-quick-partial"));
            return slow(dataverse, roles, privilege).await;
        }
        Err(error) if !error.is_refusal() => return Err(error),
        Err(_) => {
            remarks.push(Text::new("disconnect-remark-roles-quick-refused"));
            return slow(dataverse, roles, privilege).await;
        }
    };
    let mut depths = Depths::new();
    for row in quick.rows {
        let depth = Depth::from_mask(row.privilegedepthmask);
        if let (Some(root), Some(depth)) = (roots.get(&row.roleid.0), depth) {
            let wider = depths.get(root).is_none_or(|known| known.rank() < depth.rank());
            if wider {
                depths.insert(root.clone(), depth);
            }
        }
    }
    let checked: Vec<&Role> = roles
        .iter()
        // System Administrator always holds it, and its answer is the largest of all.
        .filter(|role| role.default != Some(DefaultRole::SystemAdministrator))
        .filter(|role| role.default.is_some() || depths.contains_key(&role.id))
        .take(MOST_CHECKED)
        .collect();
    let (sure, unread) = sure(dataverse, &checked, privilege).await?;
    let unread_ids: BTreeSet<&str> = unread.iter().map(|(role, _)| role.id.as_str()).collect();
    let differing = checked
        .iter()
        .filter(|role| !unread_ids.contains(role.id.as_str()))
        .find(|role| sure.get(&role.id) != depths.get(&role.id));
    let Some(differing) = differing else {
        return Ok((depths, Vec::new()));
    };
    remarks.push(Text::new("disconnect-remark-roles-disagree").name("role", &differing.name));
    slow(dataverse, roles, privilege).await
}

async fn slow(
    dataverse: &Dataverse<'_>,
    roles: &[Role],
    privilege: &Privilege,
) -> Result<(Depths, Vec<Text>), DataverseError> {
    let mut depths = Depths::new();
    let mut missing = Vec::new();
    let all: Vec<&Role> = roles.iter().collect();
    for roles in all.chunks(PER_BATCH) {
        let (sure, unread) = sure(dataverse, roles, privilege).await?;
        depths.extend(sure);
        missing.extend(unread.into_iter().map(|(role, error)| {
            Text::new("disconnect-missing-role")
                .name("role", &role.name)
                .message("why", error.explain())
        }));
    }
    Ok((depths, missing))
}

/// `RetrieveRolePrivilegesRole` of each, in one request.
async fn sure<'r>(
    dataverse: &Dataverse<'_>,
    roles: &[&'r Role],
    privilege: &Privilege,
) -> Result<(Depths, Vec<(&'r Role, DataverseError)>), DataverseError> {
    let mut batch = dataverse.batch();
    let slots: Vec<_> = roles
        .iter()
        .map(|role| (*role, batch.add(&security::privileges_of_role(&role.id))))
        .collect();
    let answers = batch.send().await;
    let mut depths = Depths::new();
    let mut unread = Vec::new();
    for (role, slot) in slots {
        match answers.get(&slot) {
            Ok(held) => {
                if let Some(depth) = held.depth_of(&privilege.id) {
                    depths.insert(role.id.clone(), depth);
                }
            }
            Err(error) if !error.is_refusal() => return Err(error),
            Err(error) => unread.push((role, error)),
        }
    }
    Ok((depths, unread))
}
