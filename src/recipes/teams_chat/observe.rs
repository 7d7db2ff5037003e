//! Reads what Teams chat is set to: two batches; views with layouts, tables, roles, profiles and site maps are read when
//! they are opened ([`super::sections`]).

use serde_json::Value;

use super::observed::{App, Draft, Observed, RecordType, Rights, Switch};
use crate::domain::chat::availability::KnownApp;
use crate::domain::chat::context_card::View;
use crate::domain::chat::record_type::{Configuration, FOLLOWED_COLUMN, Switch as Toggle, VIEW_COLUMN};
use crate::domain::chat::setting::{AppValue, Overridable, SETTING, Setting};
use crate::domain::guid::guid;
use crate::domain::reading::Reading;
use crate::json::{FromJson, Misread};
use crate::recipes::dataverse::reading::{Context, ObserveError, listed, missing, pages, reading, unreadable};
use crate::services::Transport;
use crate::services::dataverse::chat::{self, ALL_TABLES_SETTING, TableKey};
use crate::services::dataverse::client::{Answers, Listing, Page, Slot};
use crate::services::dataverse::wire::{EntityDefinition, Guid, RolePrivileges, SettingList, SystemUser};
use crate::services::dataverse::wire_chat::{
    AppModule, Attribute, OrganizationRow, SavedQuery, SettingDefinition, SettingValue,
};
use crate::services::dataverse::{Dataverse, DataverseError, apps, identity, security, settings, tables};
use crate::sorted::{self, Sorted};
use crate::text::Text;

/// Privilege to publish customizations.
const PUBLISH_PRIVILEGE: &str = "prvPublishCustomization";
/// Privilege to change the organization's row.
const WRITE_ORGANIZATION: &str = "prvWriteOrganization";

/// Reads everything the view begins with.
///
/// # Errors
/// [`ObserveError`] if nothing at all can be shown.
pub async fn observe(transport: &dyn Transport, context: Context<'_>) -> Result<Observed, ObserveError> {
    let dataverse = Dataverse::new(transport, context.sleep);
    let host = transport.host();

    let mut batch = dataverse.batch();
    let who = batch.add(&identity::who_am_i());
    let organization = batch.add(&identity::current_organization());
    let list = batch.add(&chat::settings());
    let definitions = batch.add(&settings::definition(SETTING));
    let environment = batch.add(&settings::environment_values());
    let published = batch.add(&settings::app_values(false));
    let drafts = batch.add(&settings::app_values(true));
    let modules = batch.add(&apps::app_modules());
    let module_drafts = batch.add(&apps::unpublished_app_modules());
    let columns = batch.add(&tables::column_names(chat::LINK_CHAT_TABLE));
    let expanded = batch.add(&chat::whole_configurations(true));
    let plain = batch.add(&chat::whole_configurations(false));
    let first = batch.send().await;

    let who = first.get(&who).map_err(|error| ObserveError::from(error, host))?;
    let organization = first.get(&organization);
    let mut remarks = Vec::new();
    if let Err(error) = &organization {
        remarks.push(error.explain());
    }
    let organization = identity::organization(&who, organization.ok().map(|current| current.detail), host);
    let list = first.get(&list);
    let mut apps_read = app_modules(&dataverse, &first, &modules, &module_drafts).await;
    let layers = Layers {
        definitions: pages(&dataverse, &first, &definitions, &settings::definition(SETTING)).await,
        environment: pages(&dataverse, &first, &environment, &settings::environment_values()).await,
        published: pages(&dataverse, &first, &published, &settings::app_values(false)).await,
        drafts: pages(&dataverse, &first, &drafts, &settings::app_values(true)).await,
    };
    add_drafts(&mut apps_read, &layers);
    let rows = match first.get(&expanded) {
        Ok(page) => Ok(dataverse.rest(page, &chat::whole_configurations(true)).await),
        Err(_) => pages(&dataverse, &first, &plain, &chat::whole_configurations(false)).await,
    };
    let columns = pages(
        &dataverse,
        &first,
        &columns,
        &tables::column_names(chat::LINK_CHAT_TABLE),
    )
    .await;
    let columns = column_names(columns);

    let mut batch = dataverse.batch();
    let own = batch.add(&identity::user(&who.user_id.0));
    let right = |batch: &mut crate::services::dataverse::client::Batch<'_, '_>, name: &str| {
        batch.add(&security::privilege_of_user(&who.user_id.0, name))
    };
    let write_types = right(&mut batch, chat::WRITE_PRIVILEGE);
    let write_organization = right(&mut batch, WRITE_ORGANIZATION);
    let write_roles = right(&mut batch, security::WRITE_ROLE_PRIVILEGE);
    let publish = right(&mut batch, PUBLISH_PRIVILEGE);
    let timeline = batch.add(&chat::timeline(&organization.id));
    let definitions: Vec<Option<Slot<EntityDefinition>>> = rows
        .iter()
        .flat_map(|listing| &listing.rows)
        .map(|row| Some(batch.add(&chat::table(&table_key(row)?))))
        .collect();
    let names: Vec<&str> = rows
        .iter()
        .flat_map(|listing| &listing.rows)
        .filter_map(logical_name)
        .collect();
    let views = (!names.is_empty()).then(|| batch.add(&tables::views(&names, false)));
    let drafts = apps_read
        .value()
        .into_iter()
        .flatten()
        .filter_map(|app| app.drafts.as_ref());
    let people: Vec<(String, Slot<SystemUser>)> = people(drafts.flatten())
        .into_iter()
        .map(|id| {
            let slot = batch.add(&identity::user(&id));
            (id, slot)
        })
        .collect();
    let second = batch.send().await;
    if let Reading::Complete(apps) | Reading::Partial { value: apps, .. } = &mut apps_read {
        let drafts = apps.iter_mut().filter_map(|app| app.drafts.as_mut());
        name_drafts(drafts.flatten(), &people, &second);
    }

    let may = |slot: &Slot<RolePrivileges>| second.get(slot).ok().map(|held| !held.role_privileges.is_empty());
    let views_read = match &views {
        Some(slot) => listed(
            pages(&dataverse, &second, slot, &tables::views(&names, false)).await,
            "dataverse-what-views",
            |row: SavedQuery| Some((row.returnedtypecode.clone(), view(&row))),
        ),
        None => Reading::Complete(Vec::new()),
    };
    Ok(Observed {
        admin: identity::signed_in(&who, second.get(&own).ok()),
        switch: switch(&list, layers, &apps_read),
        chats_for_all_tables: chats_for_all_tables(&list),
        apps: apps_read,
        columns,
        timeline: timeline_of(second.get(&timeline)),
        rights: Rights {
            record_types: may(&write_types),
            organization: may(&write_organization),
            roles: may(&write_roles),
            publish: may(&publish),
        },
        record_types: record_types(rows, &second, &definitions),
        views: views_read,
        tables: None,
        details: Sorted::new(),
        access: None,
        profiles: None,
        site_maps: None,
        consents: None,
        global_administrator: None,
        organization,
        remarks,
        read_at: context.now,
        requests: dataverse.requests(),
    })
}

pub(super) fn view(row: &SavedQuery) -> View {
    View {
        id: row.savedqueryid.0.clone(),
        name: row.name.clone().unwrap_or_default(),
        query_type: row.querytype,
        default: row.isdefault,
    }
}

async fn app_modules(
    dataverse: &Dataverse<'_>,
    answers: &Answers,
    published: &Slot<Page<AppModule>>,
    drafts: &Slot<Page<AppModule>>,
) -> Reading<Vec<App>> {
    let drafts = pages(dataverse, answers, drafts, &apps::unpublished_app_modules()).await;
    let listing = pages(dataverse, answers, published, &apps::app_modules()).await;
    let mut apps = listed(listing, "dataverse-what-apps", |row: AppModule| {
        let name = row.name.unwrap_or_else(|| row.uniquename.clone());
        let changed = drafts.as_ref().ok().map(|drafts| {
            let own = drafts.rows.iter().find(|draft| draft.appmoduleid == row.appmoduleid);
            let changed = own.is_some_and(|own| own.modifiedon != row.modifiedon);
            let own = own.filter(|_| changed);
            own.map(|own| draft(name.clone(), own.modifiedby.as_ref(), own.modifiedon.as_ref()))
                .into_iter()
                .collect()
        });
        Some(App {
            id: row.appmoduleid.0,
            known: KnownApp::find(&row.uniquename, &name),
            unique_name: row.uniquename,
            name,
            managed: row.ismanaged,
            drafts: changed,
        })
    });
    if let Reading::Complete(apps) | Reading::Partial { value: apps, .. } = &mut apps {
        sorted::sort_by_key(apps, |app| (app.name.to_lowercase(), app.id.clone()));
    }
    apps
}

/// Adds the settings that wait to be published to the drafts of their apps; of the master switch too, since somebody else
/// may have written it.
fn add_drafts(apps: &mut Reading<Vec<App>>, layers: &Layers) {
    let (Reading::Complete(apps) | Reading::Partial { value: apps, .. }) = apps else {
        return;
    };
    let (Ok(published), Ok(drafts)) = (&layers.published, &layers.drafts) else {
        apps.iter_mut().for_each(|app| app.drafts = None);
        return;
    };
    for row in &drafts.rows {
        let same = |known: &&SettingValue| known.appsettingid == row.appsettingid && known.value == row.value;
        let app = apps
            .iter_mut()
            .find(|app| row.app.as_ref().is_some_and(|id| id.0 == app.id));
        if let (Some(app), None) = (app, published.rows.iter().find(same))
            && let Some(drafts) = &mut app.drafts
        {
            let what = row.uniquename.clone().unwrap_or_else(|| SETTING.to_owned());
            drafts.push(draft(what, row.modifiedby.as_ref(), row.modifiedon.as_ref()));
        }
    }
}

pub(super) fn draft(what: String, by: Option<&Guid>, at: Option<&String>) -> Draft {
    Draft {
        what,
        by: by.map(|by| by.0.clone()),
        at: at.cloned(),
    }
}

/// The most people whose names are looked up; the rest are told without a name.
const MOST_PEOPLE: usize = 20;

/// Who made these drafts, each once, to be asked for their names in a batch.
pub(super) fn people<'a>(drafts: impl Iterator<Item = &'a Draft>) -> Vec<String> {
    let mut people: Vec<String> = drafts.filter_map(|draft| draft.by.clone()).collect();
    people.sort_unstable();
    people.dedup();
    people.truncate(MOST_PEOPLE);
    people
}

/// Names drafts by those who made them. A name that could not be read is left out.
pub(super) fn name_drafts<'a>(
    drafts: impl Iterator<Item = &'a mut Draft>,
    people: &[(String, Slot<SystemUser>)],
    answers: &Answers,
) {
    for draft in drafts {
        let by = draft.by.take();
        let asked = people.iter().find(|(id, _)| Some(id) == by.as_ref());
        draft.by = asked.and_then(|(_, slot)| answers.get(slot).ok()?.fullname);
    }
}

/// Everything the master switch is made of, as read.
struct Layers {
    definitions: Result<Listing<SettingDefinition>, DataverseError>,
    environment: Result<Listing<SettingValue>, DataverseError>,
    published: Result<Listing<SettingValue>, DataverseError>,
    drafts: Result<Listing<SettingValue>, DataverseError>,
}

/// The switch, layer by layer. It is absent only where the list of settings says so, or there is no such list.
fn switch(
    list: &Result<SettingList, DataverseError>,
    layers: Layers,
    apps: &Reading<Vec<App>>,
) -> Reading<Option<Switch>> {
    match list {
        Ok(list) => {
            let settings = &list.setting_detail_collection;
            if !settings
                .iter()
                .any(|setting| setting.name.eq_ignore_ascii_case(SETTING))
            {
                return Reading::Complete(None);
            }
        }
        Err(DataverseError::NotFound { .. }) => return Reading::Complete(None),
        Err(error) => return Reading::Unreadable(error.explain()),
    }
    let mut gaps = Vec::new();
    let mut rows = |listing: Result<Listing<SettingValue>, DataverseError>, what| match listing {
        Ok(listing) => {
            gaps.extend(missing(&listing, what));
            Ok(listing.rows)
        }
        Err(error) => Err(error.explain()),
    };
    let (definition, environment) = match (layers.definitions, rows(layers.environment, "dataverse-what-settings")) {
        (Err(error), _) => return Reading::Unreadable(error.explain()),
        (_, Err(why)) => return Reading::Unreadable(why),
        (Ok(definitions), Ok(environment)) => match definitions.rows.into_iter().next() {
            Some(definition) => (definition, environment),
            None => return Reading::Unreadable(Text::new("chat-switch-undefined")),
        },
    };
    let published = rows(layers.published, "dataverse-what-app-settings");
    let drafts = rows(layers.drafts, "dataverse-what-app-settings");
    let Some(overridable) = Overridable::from_wire(
        definition.isoverridable.unwrap_or(true),
        definition.overridablelevel.unwrap_or(0),
    ) else {
        return Reading::Unreadable(Text::new("chat-switch-undefined"));
    };
    let id = definition.settingdefinitionid.0;
    let own = |row: &SettingValue| row.definition.as_ref().is_some_and(|definition| definition.0 == id);
    let environment = environment.iter().find(|row| own(row));
    let mut switch = Switch {
        setting: Setting {
            default: on(definition.defaultvalue.as_deref(), &mut gaps).unwrap_or_default(),
            overridable,
            environment: on(environment.and_then(|row| row.value.as_deref()), &mut gaps),
            apps: Vec::new(),
        },
        environment_row: environment.and_then(|row| Some(row.organizationsettingid.as_ref()?.0.clone())),
        app_rows: Vec::new(),
        definition: id.clone(),
    };
    let unique_name = |row: &SettingValue| {
        let id = row.app.as_ref()?;
        let app = apps.value()?.iter().find(|app| app.id == id.0)?;
        Some(app.unique_name.clone())
    };
    // What was read of one layer is shown, and that the other could not be.
    let mut layer = |rows: Result<Vec<SettingValue>, Text>| rows.map_err(|why| gaps.push(why)).ok();
    let (published, drafts) = (layer(published), layer(drafts));
    // What is published stays unless the unpublished list says otherwise, which need not hold what is not changed.
    let (published, drafts) = (published.unwrap_or_default(), drafts.unwrap_or_default());
    for (rows, is_draft) in [(&published, false), (&drafts, true)] {
        for row in rows.iter().filter(|row| own(row)) {
            let Some(app) = unique_name(row) else {
                gaps.push(Text::new("chat-switch-unknown-app"));
                continue;
            };
            let value = on(row.value.as_deref(), &mut gaps);
            let at = switch.setting.apps.iter().position(|known| known.app == app);
            let at = at.unwrap_or_else(|| {
                switch.setting.apps.push(AppValue {
                    app: app.clone(),
                    published: None,
                    draft: None,
                });
                switch.setting.apps.len() - 1
            });
            if let Some(known) = switch.setting.apps.get_mut(at) {
                known.draft = value;
                if !is_draft {
                    known.published = value;
                }
            }
            if let Some(id) = &row.appsettingid
                && !switch.app_rows.iter().any(|(known, _)| *known == app)
            {
                switch.app_rows.push((app, id.0.clone()));
            }
        }
    }
    gaps.extend(apps.missing());
    if let Reading::Unreadable(why) = apps {
        gaps.push(why.clone());
    }
    reading(Some(switch), gaps)
}

fn is_true(value: &str) -> bool {
    value.eq_ignore_ascii_case("true")
}

/// Whether a value is on, if there is one. What is neither true nor false could not be read.
fn on(value: Option<&str>, gaps: &mut Vec<Text>) -> Option<bool> {
    let value = value?;
    if is_true(value) || value.eq_ignore_ascii_case("false") {
        return Some(is_true(value));
    }
    gaps.push(unreadable("dataverse-what-settings", 1));
    None
}

fn chats_for_all_tables(list: &Result<SettingList, DataverseError>) -> Reading<Option<bool>> {
    match list {
        Ok(list) => {
            let settings = &list.setting_detail_collection;
            let found = settings
                .iter()
                .find(|one| one.name.eq_ignore_ascii_case(ALL_TABLES_SETTING));
            let mut gaps = Vec::new();
            let found = on(found.and_then(|one| one.value.as_deref()), &mut gaps);
            match gaps.pop() {
                None => Reading::Complete(found),
                Some(why) => Reading::Unreadable(why),
            }
        }
        Err(DataverseError::NotFound { .. }) => Reading::Complete(None),
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

fn column_names(listing: Result<Listing<Attribute>, DataverseError>) -> Reading<Vec<String>> {
    match listing {
        Err(DataverseError::NotFound { .. }) => Reading::Unreadable(Text::new("disconnect-record-types-absent")),
        listing => listed(listing, "dataverse-what-columns", |row| Some(row.logical_name)),
    }
}

/// A refused `$select` means that there is no such column; anything else, that it could not be read.
fn timeline_of(answer: Result<OrganizationRow, DataverseError>) -> Reading<Option<bool>> {
    match answer {
        Ok(row) => Reading::Complete(Some(row.teamschatdatasync.unwrap_or_default())),
        Err(DataverseError::Refused { status: 400, .. }) => Reading::Complete(None),
        Err(error) => Reading::Unreadable(error.explain()),
    }
}

fn text(row: &Value, column: &str) -> Option<String> {
    row.get(column).and_then(Value::as_str).map(str::to_owned)
}

/// What a column holds, if anything; an error where it has another shape, which is not "nothing".
fn cell<T: FromJson>(row: &Value, column: &str) -> Result<Option<T>, Misread> {
    Option::from_json(row.get(column).unwrap_or(&Value::Null))
}

fn logical_name(row: &Value) -> Option<&str> {
    row.get("msdyn_entitytype")?.get("logicalname")?.as_str()
}

fn table_key(row: &Value) -> Option<TableKey<'_>> {
    match logical_name(row) {
        Some(name) => Some(TableKey::LogicalName(name)),
        None => {
            let id = row.get("_msdyn_entitytype_value")?.as_str()?;
            guid(id).is_some().then_some(TableKey::MetadataId(id))
        }
    }
}

/// What a row says about chats.
fn configuration(row: &Value) -> Result<Configuration, Misread> {
    let mut configuration = Configuration::default();
    configuration.view = cell(row, VIEW_COLUMN)?;
    configuration.followed = cell(row, FOLLOWED_COLUMN)?;
    for toggle in Toggle::ALL {
        configuration.set(toggle, cell(row, toggle.column())?);
    }
    Ok(configuration)
}

fn record_types(
    rows: Result<Listing<Value>, DataverseError>,
    answers: &Answers,
    definitions: &[Option<Slot<EntityDefinition>>],
) -> Reading<Vec<RecordType>> {
    let listing = match rows {
        Ok(listing) => listing,
        Err(DataverseError::NotFound { .. }) => {
            return Reading::Unreadable(Text::new("disconnect-record-types-absent"));
        }
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    let mut gaps = missing(&listing, "dataverse-what-record-types");
    let mut odd = 0;
    let mut types = Vec::new();
    for (row, definition) in listing.rows.into_iter().zip(definitions) {
        let definition = definition.as_ref().and_then(|slot| answers.get(slot).ok());
        match record_type(&row, definition) {
            Some(record_type) => types.push(record_type),
            None => odd += 1,
        }
    }
    if odd > 0 {
        gaps.push(unreadable("dataverse-what-record-types", odd));
    }
    sorted::sort_by_key(&mut types, |one| (one.name.to_lowercase(), one.id.clone()));
    reading(types, gaps)
}

fn record_type(row: &Value, definition: Option<EntityDefinition>) -> Option<RecordType> {
    let id = guid(&text(row, "msdyn_entitylinkchatconfigurationid")?)?;
    let logical_name = logical_name(row)
        .map(str::to_owned)
        .or_else(|| definition.as_ref().map(|table| table.logical_name.clone()));
    let label = definition
        .and_then(|table| table.display_name)
        .and_then(|label| label.user_localized_label)
        .map(|label| label.label)
        .filter(|label| !label.trim().is_empty());
    let row_name = text(row, "msdyn_name").unwrap_or_default();
    let name = label
        .or_else(|| Some(row_name.clone()).filter(|name| !name.is_empty()))
        .or_else(|| logical_name.clone())
        .unwrap_or_else(|| id.clone());
    Some(RecordType {
        logical_name,
        name,
        row_name,
        unique_name: text(row, "msdyn_uniquename").unwrap_or_default(),
        entity: text(row, "_msdyn_entitytype_value").and_then(|id| guid(&id)),
        configuration: configuration(row).ok()?,
        managed: cell(row, "ismanaged").ok()?.unwrap_or_default(),
        active: cell::<i64>(row, "statecode").ok()?.unwrap_or_default() == 0,
        id,
    })
}
