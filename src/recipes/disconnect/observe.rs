//! Reads everything about disconnect rights: two batches, then the lists of people side by side.

use crate::sorted::{self, Sorted};

use super::observed::{Observed, RecordType, STILL_READING, Toggle};
use super::people_reading::{self, PeopleRead};
use super::roles_reading::{self, RolesRead};
use crate::domain::organization::Organization;
use crate::domain::privilege::Privilege;
use crate::domain::reading::Reading;
use crate::domain::role::Role;
use crate::http::Millis;
use crate::recipes::dataverse::reading::{Context, ObserveError};
pub(crate) use crate::recipes::dataverse::reading::{missing, reading};
use crate::services::Transport;
use crate::services::dataverse::chat::{self, ALL_TABLES_SETTING, TableKey};
use crate::services::dataverse::client::{Answers, Listing, Page, Slot};
use crate::services::dataverse::wire::{EntityDefinition, LinkChatConfiguration, PrivilegeRow, RolePrivileges};
use crate::services::dataverse::{Dataverse, DataverseError, identity, security};
use crate::text::Text;

/// The privilege by the name one source gives it; resolved at run time, never assumed (S003-60).
pub const PRIVILEGE: &str = "prvUnlinkTeamsChatFromRecord";
/// What its name contains if it has another.
const PRIVILEGE_PART: &str = "TeamsChat";

/// Reads everything.
pub async fn observe(transport: &dyn Transport, context: Context<'_>) -> Result<Observed, ObserveError> {
    observe_in_parts(transport, context, &mut |_| {}).await
}

/// Reads everything and hands over what is there as soon as it is: first record types and the privilege, the roles
/// and people still being read ([`Observed::is_still_reading`]).
pub async fn observe_in_parts(
    transport: &dyn Transport,
    context: Context<'_>,
    on_part: &mut dyn FnMut(&Observed),
) -> Result<Observed, ObserveError> {
    let dataverse = Dataverse::new(transport, context.sleep);
    let host = transport.host();

    let mut batch = dataverse.batch();
    let who = batch.add(&identity::who_am_i());
    let organization = batch.add(&identity::current_organization());
    let expanded = batch.add(&chat::link_chat_configurations(true));
    let plain = batch.add(&chat::link_chat_configurations(false));
    let settings = batch.add(&chat::settings());
    let by_name = batch.add(&security::privilege_named(PRIVILEGE));
    let by_part = batch.add(&security::privileges_containing(PRIVILEGE_PART));
    let first = batch.send().await;

    let who = first.get(&who).map_err(|error| ObserveError::from(error, host))?;
    let organization = first.get(&organization);
    let mut remarks = Vec::new();
    if let Err(error) = &organization {
        remarks.push(error.explain());
    }
    let organization = identity::organization(&who, organization.ok().map(|current| current.detail), host);
    let privilege = privilege(&first, &by_name, &by_part, &mut remarks);
    let chats_for_all_tables = chats_for_all_tables(first.get(&settings));
    let configurations = configurations(&dataverse, &first, &expanded, &plain).await;

    let named_privilege = privilege.value().and_then(Option::as_ref);
    let mut batch = dataverse.batch();
    let own = batch.add(&identity::user(&who.user_id.0));
    let write_types = batch.add(&security::privilege_of_user(&who.user_id.0, chat::WRITE_PRIVILEGE));
    let write_roles = batch.add(&security::privilege_of_user(
        &who.user_id.0,
        security::WRITE_ROLE_PRIVILEGE,
    ));
    let tables: Vec<Slot<EntityDefinition>> = configurations
        .as_ref()
        .map(|listing| {
            listing
                .rows
                .iter()
                .filter_map(table_key)
                .map(|key| batch.add(&chat::table(&key)))
                .collect()
        })
        .unwrap_or_default();
    let own_right =
        named_privilege.map(|privilege| batch.add(&security::privilege_of_user(&who.user_id.0, &privilege.name)));
    let roles_slots = roles_reading::ask(&mut batch, named_privilege);
    let people_slots = people_reading::ask(&mut batch, &who);
    let second = batch.send().await;

    let may = |slot: &Slot<RolePrivileges>| second.get(slot).ok().map(|held| !held.role_privileges.is_empty());
    let mut observed = Observed {
        admin: identity::signed_in(&who, second.get(&own).ok()),
        record_types: record_types(configurations, &second, &tables),
        may_write_record_types: may(&write_types),
        may_write_roles: may(&write_roles),
        ..nothing_yet(organization, context.now)
    };
    observed.privilege = privilege;
    observed.chats_for_all_tables = chats_for_all_tables;
    observed.remarks = remarks;
    observed.requests = dataverse.requests();
    on_part(&observed);

    let named_privilege = observed.privilege.value().and_then(Option::as_ref);
    let (roles, people) = futures_util::future::join(
        roles_reading::read(&dataverse, &second, roles_slots, &observed.privilege),
        people_reading::read(&dataverse, &second, people_slots, &who),
    )
    .await;
    let RolesRead {
        roles,
        roots,
        remarks: role_remarks,
    } = roles;
    observed.remarks.extend(role_remarks);
    let PeopleRead {
        users,
        users_left_out,
        links,
        remarks: people_remarks,
    } = people;
    observed.remarks.extend(people_remarks);
    let assignments = people_reading::assignments(&users, &roles, roots, links);
    observed.holders = holders(&users, &roles, &assignments, named_privilege.is_some());
    if let (Reading::Complete(holders), Some(Some(has))) = (&observed.holders, own_right.as_ref().map(may))
        && holders.iter().any(|holder| holder.user_id == observed.admin.id) != has
    {
        observed.remarks.push(Text::new("disconnect-remark-own-right"));
    }
    observed.roles = in_order(roles);
    observed.users = users;
    observed.users_left_out = users_left_out;
    observed.assignments = assignments;
    observed.requests = dataverse.requests();
    Ok(observed)
}

fn nothing_yet(organization: Organization, now: Millis) -> Observed {
    Observed {
        organization,
        admin: crate::domain::organization::SignedInUser {
            id: String::new(),
            name: String::new(),
            upn: String::new(),
        },
        record_types: Reading::Unreadable(STILL_READING),
        privilege: Reading::Unreadable(STILL_READING),
        roles: Reading::Unreadable(STILL_READING),
        users: Reading::Unreadable(STILL_READING),
        users_left_out: 0,
        holders: Reading::Unreadable(STILL_READING),
        assignments: Reading::Unreadable(STILL_READING),
        chats_for_all_tables: Reading::Unreadable(STILL_READING),
        may_write_record_types: None,
        may_write_roles: None,
        remarks: Vec::new(),
        read_at: now,
        requests: 0,
    }
}

/// By its known name; else the one privilege about Teams chats that speaks of unlinking or disconnecting.
fn privilege(
    answers: &Answers,
    by_name: &Slot<Page<PrivilegeRow>>,
    by_part: &Slot<Page<PrivilegeRow>>,
    remarks: &mut Vec<Text>,
) -> Reading<Option<Privilege>> {
    let whole = |slot: &Slot<Page<PrivilegeRow>>| {
        answers
            .get(slot)
            .and_then(|page| page.whole("dataverse-what-privilege"))
    };
    let named = match whole(by_name) {
        Ok(rows) => rows,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    if let Some(row) = named.into_iter().next() {
        return Reading::Complete(Some(row.into()));
    }
    let similar = match whole(by_part) {
        Ok(rows) => rows,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut fitting = similar.into_iter().filter(|row| {
        let name = row.name.to_lowercase();
        name.contains("unlink") || name.contains("disconnect")
    });
    match (fitting.next(), fitting.next()) {
        (Some(row), None) => {
            remarks.push(Text::new("disconnect-remark-privilege-renamed").name("privilege", &row.name));
            Reading::Complete(Some(row.into()))
        }
        (Some(_), Some(_)) => Reading::Unreadable(Text::new("disconnect-privilege-ambiguous")),
        (None, _) => Reading::Complete(None),
    }
}

fn chats_for_all_tables(
    settings: Result<crate::services::dataverse::wire::SettingList, DataverseError>,
) -> Reading<Option<bool>> {
    match settings {
        Ok(list) => {
            let value = list
                .setting_detail_collection
                .into_iter()
                .find(|setting| setting.name.eq_ignore_ascii_case(ALL_TABLES_SETTING))
                .and_then(|setting| setting.value);
            Reading::Complete(value.map(|value| value.eq_ignore_ascii_case("true")))
        }
        // An organization of an older generation has no settings framework: the setting is absent.
        Err(DataverseError::NotFound { .. }) => Reading::Complete(None),
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

/// With the tables if they can be expanded, else without.
async fn configurations(
    dataverse: &Dataverse<'_>,
    answers: &Answers,
    expanded: &Slot<Page<LinkChatConfiguration>>,
    plain: &Slot<Page<LinkChatConfiguration>>,
) -> Result<Listing<LinkChatConfiguration>, DataverseError> {
    match answers.get(expanded) {
        Ok(page) => Ok(dataverse.rest(page, &chat::link_chat_configurations(true)).await),
        Err(_) => {
            let page = answers.get(plain)?;
            Ok(dataverse.rest(page, &chat::link_chat_configurations(false)).await)
        }
    }
}

fn table_key(row: &LinkChatConfiguration) -> Option<TableKey<'_>> {
    let logical_name = row
        .msdyn_entitytype
        .as_ref()
        .and_then(|table| table.logicalname.as_deref());
    match (logical_name, &row.table_id) {
        (Some(name), _) => Some(TableKey::LogicalName(name)),
        (None, Some(id)) => Some(TableKey::MetadataId(&id.0)),
        (None, None) => None,
    }
}

fn record_types(
    configurations: Result<Listing<LinkChatConfiguration>, DataverseError>,
    answers: &Answers,
    tables: &[Slot<EntityDefinition>],
) -> Reading<Vec<RecordType>> {
    let listing = match configurations {
        Ok(listing) => listing,
        Err(DataverseError::NotFound { .. }) => {
            return Reading::Unreadable(Text::new("disconnect-record-types-absent"));
        }
        Err(DataverseError::Refused { status: 400, .. }) => {
            return Reading::Unreadable(Text::new("disconnect-generation-unknown"));
        }
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let missing = missing(&listing, "dataverse-what-record-types");
    let mut tables = tables.iter();
    let mut record_types: Vec<RecordType> = listing
        .rows
        .into_iter()
        .map(|row| {
            let table = table_key(&row)
                .and_then(|_| tables.next())
                .and_then(|slot| answers.get(slot).ok());
            record_type(row, table)
        })
        .collect();
    sorted::sort_by_key(&mut record_types, |one| (one.name.to_lowercase(), one.id.clone()));
    reading(record_types, missing)
}

fn record_type(row: LinkChatConfiguration, table: Option<EntityDefinition>) -> RecordType {
    let logical_name = row
        .msdyn_entitytype
        .and_then(|table| table.logicalname)
        .or_else(|| table.as_ref().map(|table| table.logical_name.clone()));
    let display_name = table
        .and_then(|table| table.display_name)
        .and_then(|label| label.user_localized_label)
        .map(|label| label.label)
        .filter(|label| !label.trim().is_empty());
    let unset = [
        (Toggle::Owner, row.msdyn_recordownercanunlink),
        (Toggle::Connector, row.msdyn_recentchatlinkercanunlink),
    ]
    .into_iter()
    .filter(|(_, value)| value.is_none())
    .map(|(toggle, _)| toggle)
    .collect();
    RecordType {
        name: display_name
            .or(row.msdyn_name)
            .or_else(|| logical_name.clone())
            .unwrap_or_else(|| row.msdyn_entitylinkchatconfigurationid.0.clone()),
        id: row.msdyn_entitylinkchatconfigurationid.0,
        logical_name,
        owner_may_disconnect: row.msdyn_recordownercanunlink.unwrap_or_default(),
        connector_may_disconnect: row.msdyn_recentchatlinkercanunlink.unwrap_or_default(),
        etag: row.etag,
        managed: row.ismanaged,
        unset,
    }
}

/// Those holding the privilege first, then by name.
fn in_order(roles: Reading<Vec<Role>>) -> Reading<Vec<Role>> {
    roles.map(|mut roles| {
        sorted::sort_by_key(&mut roles, |role| {
            (!role.gives_right(), role.name.to_lowercase(), role.id.clone())
        });
        roles
    })
}

fn holders(
    users: &Reading<Vec<crate::domain::role::User>>,
    roles: &Reading<Vec<Role>>,
    assignments: &Reading<crate::domain::audience::Assignments>,
    privilege: bool,
) -> Reading<Vec<crate::domain::role::Holder>> {
    let parts = match (users, roles, assignments) {
        (Reading::Unreadable(why), _, _) | (_, Reading::Unreadable(why), _) | (_, _, Reading::Unreadable(why)) => {
            return Reading::Unreadable(why.clone());
        }
        (users, roles, assignments) => (users.value(), roles.value(), assignments.value()),
    };
    let (Some(_), Some(roles_read), Some(assigned)) = parts else {
        return Reading::Unreadable(STILL_READING);
    };
    if !privilege {
        return Reading::Unreadable(Text::new("disconnect-privilege-absent"));
    }
    let holding = super::choices::holding_today(roles_read);
    let missing = [users.missing(), roles.missing(), assignments.missing()].concat();
    reading(assigned.holders(&holding), missing)
}

/// Id of any copy → id of the root copy.
pub(super) type Roots = Sorted<String, String>;
