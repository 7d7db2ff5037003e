//! What is read only when it is opened: the tables there are, one record type's views and columns, what roles lack,
//! profiles, site maps of custom apps.

use super::observe::{draft, name_drafts, people, view};
use super::observed::{Access, AppSiteMap, Candidate, Details, Observed, ProfileSeen, ViewLayout};
use super::pane_reading::{access, profiles};
use crate::domain::chat::context_card;
use crate::domain::chat::record_type;
use crate::domain::chat::site_map;
use crate::domain::chat::table::{Column, Table};
use crate::domain::reading::Reading;
use crate::recipes::dataverse::reading::{Context, listed, missing, pages, reading};
use crate::services::Transport;
use crate::services::dataverse::wire::Label;
use crate::services::dataverse::wire_chat::{Attribute, SavedQuery, SiteMapRow, TableDefinition};
use crate::services::dataverse::{Dataverse, DataverseError, apps, identity, tables};
use crate::sorted;
use crate::text::Text;

/// A part that is read when it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Section {
    /// The tables that may become record types.
    Tables,
    /// Views and columns of one table, by logical name.
    Type(String),
    /// What roles lack to reach the pane.
    Access,
    /// Profiles, and whom they reach.
    Profiles,
    /// Site maps of custom apps.
    SiteMaps,
}

/// What came of it: [`Observed::add`] takes it in.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Of [`Section::Tables`].
    Tables(Reading<Vec<Candidate>>),
    /// Of [`Section::Type`].
    Type(String, Box<Details>),
    /// Of [`Section::Access`].
    Access(Reading<Access>),
    /// Of [`Section::Profiles`].
    Profiles(Reading<Vec<ProfileSeen>>),
    /// Of [`Section::SiteMaps`].
    SiteMaps(Reading<Vec<AppSiteMap>>),
}

/// Reads a part. What cannot be read is said in the part itself.
pub async fn read_section(
    transport: &dyn Transport,
    context: Context<'_>,
    observed: &Observed,
    section: &Section,
) -> Part {
    let dataverse = Dataverse::new(transport, context.sleep);
    match section {
        Section::Tables => Part::Tables(candidates(&dataverse, observed).await),
        Section::Type(table) => Part::Type(table.clone(), Box::new(details(&dataverse, table).await)),
        Section::Access => Part::Access(access(&dataverse).await),
        Section::Profiles => Part::Profiles(profiles(&dataverse).await),
        Section::SiteMaps => Part::SiteMaps(site_maps(&dataverse, observed).await),
    }
}

fn label(label: Option<Label>, otherwise: &str) -> String {
    label
        .and_then(|label| label.user_localized_label)
        .map(|label| label.label)
        .filter(|label| !label.trim().is_empty())
        .unwrap_or_else(|| otherwise.to_owned())
}

fn table(row: TableDefinition, has_update_message: Option<bool>) -> Table {
    Table {
        name: label(row.display_name, &row.logical_name),
        logical_name: row.logical_name,
        metadata_id: row.metadata_id.map(|id| id.0),
        table_type: row.table_type,
        data_provider_id: row.data_provider_id,
        ownership: row.ownership_type,
        intersect: row.is_intersect,
        private: row.is_private,
        has_update_message,
    }
}

/// Every table, with why it cannot be added where it cannot.
async fn candidates(dataverse: &Dataverse<'_>, observed: &Observed) -> Reading<Vec<Candidate>> {
    let mut batch = dataverse.batch();
    let definitions = batch.add(&tables::definitions());
    let filters = batch.add(&tables::update_filters(None));
    let entities = batch.add(&tables::entity_rows());
    let answers = batch.send().await;
    let filters = pages(dataverse, &answers, &filters, &tables::update_filters(None)).await;
    let entities = pages(dataverse, &answers, &entities, &tables::entity_rows()).await;
    let mut gaps = Vec::new();
    // An incomplete list of filters tells nothing about the tables that are not in it.
    let whole = filters.as_ref().is_ok_and(|filters| filters.is_complete());
    match &filters {
        Ok(filters) => gaps.extend(missing(filters, "dataverse-what-message-filters")),
        Err(error) => gaps.push(error.explain()),
    }
    match &entities {
        Ok(entities) => gaps.extend(missing(entities, "dataverse-what-tables")),
        Err(error) => gaps.push(error.explain()),
    }
    let filters = filters.map(|filters| filters.rows).unwrap_or_default();
    // A filter that names no table may be any table's.
    let whole = whole && filters.iter().all(|row| row.primaryobjecttypecode.is_some());
    let updated: Vec<String> = filters
        .into_iter()
        .filter_map(|row| row.primaryobjecttypecode)
        .collect();
    let entities = entities.map(|listing| listing.rows).unwrap_or_default();
    let types = observed.record_types.value().into_iter().flatten();
    let taken: Vec<String> = types
        .filter(|row| row.active)
        .filter_map(|row| row.logical_name.clone())
        .collect();
    let listing = pages(dataverse, &answers, &definitions, &tables::definitions()).await;
    let mut found = listed(listing, "dataverse-what-tables", |row: TableDefinition| {
        let has = updated.contains(&row.logical_name);
        let table = table(row, (has || whole).then_some(has));
        let entity = entities
            .iter()
            .find(|row| row.logicalname.as_deref() == Some(&table.logical_name));
        Some(Candidate {
            entity: entity.map(|row| row.entityid.0.clone()),
            refusal: record_type::refusal(&table, &taken),
            remarks: record_type::remarks(&table),
            table,
        })
    });
    if let Reading::Complete(found) | Reading::Partial { value: found, .. } = &mut found {
        sorted::sort_by_key(found, |one| {
            (one.table.name.to_lowercase(), one.table.logical_name.clone())
        });
    }
    with_gaps(found, gaps)
}

/// What was read, with what else is missing from it.
pub(super) fn with_gaps<T>(found: Reading<T>, mut gaps: Vec<Text>) -> Reading<T> {
    match found {
        Reading::Complete(value) => reading(value, gaps),
        Reading::Partial { value, mut missing } => {
            missing.append(&mut gaps);
            Reading::Partial { value, missing }
        }
        unreadable @ Reading::Unreadable(_) => unreadable,
    }
}

fn column(row: Attribute) -> Option<Column> {
    Some(Column {
        name: label(row.display_name, &row.logical_name),
        attribute_type: row.attribute_type?,
        type_name: row.attribute_type_name.and_then(|name| name.value),
        readable: row.is_valid_for_read.unwrap_or(true),
        secured: row.is_secured,
        attribute_of: row.attribute_of,
        format: row.format_name.and_then(|name| name.value),
        logical_name: row.logical_name,
    })
}

async fn details(dataverse: &Dataverse<'_>, name: &str) -> Details {
    let mut batch = dataverse.batch();
    let views = batch.add(&tables::views(&[name], true));
    let columns = batch.add(&tables::attributes(name));
    let formats = batch.add(&tables::text_formats(name));
    let definition = batch.add(&tables::definition(name));
    let filters = batch.add(&tables::update_filters(Some(name)));
    let answers = batch.send().await;
    let views = pages(dataverse, &answers, &views, &tables::views(&[name], true)).await;
    // Without the formats a rich text column is only not warned about.
    let formats: Vec<Attribute> = answers.get(&formats).map(|page| page.into_rows()).unwrap_or_default();
    let columns = pages(dataverse, &answers, &columns, &tables::attributes(name)).await;
    let has_update = answers.get(&filters).ok().map(|page| !page.into_rows().is_empty());
    Details {
        views: listed(views, "dataverse-what-views", |row: SavedQuery| {
            Some(ViewLayout {
                view: view(&row),
                cells: row.layoutxml.as_deref().and_then(|xml| context_card::layout(xml).ok()),
            })
        }),
        columns: listed(columns, "dataverse-what-columns", |row: Attribute| {
            let format = formats.iter().find(|one| one.logical_name == row.logical_name);
            let format = format.and_then(|one| one.format_name.as_ref()?.value.clone());
            let column = column(row)?;
            Some(Column {
                format: format.or(column.format),
                ..column
            })
        }),
        table: match answers.get(&definition) {
            Ok(row) => Reading::Complete(table(row, has_update)),
            Err(error) => Reading::Unreadable(error.explain()),
        },
    }
}

async fn site_maps(dataverse: &Dataverse<'_>, observed: &Observed) -> Reading<Vec<AppSiteMap>> {
    let apps = match &observed.apps {
        Reading::Unreadable(why) => return Reading::Unreadable(why.clone()),
        apps => apps.value().into_iter().flatten().filter(|app| !app.managed),
    };
    let mut gaps = observed.apps.missing();
    let mut batch = dataverse.batch();
    let asked: Vec<_> = apps.map(|app| (app, batch.add(&apps::components(&app.id)))).collect();
    let answers = batch.send().await;
    let mut bound: Vec<(String, String)> = Vec::new();
    for (app, slot) in asked {
        match answers.get(&slot) {
            Ok(components) => {
                for one in components.value {
                    match (one.componenttype, one.objectid) {
                        (Some(apps::SITE_MAP_COMPONENT), Some(id)) => bound.push((app.unique_name.clone(), id.0)),
                        // It may be the site map.
                        (Some(apps::SITE_MAP_COMPONENT), None) | (None, _) => {
                            gaps.push(Text::new("chat-missing-site-map").name("app", &app.name));
                        }
                        (Some(_), _) => {}
                    }
                }
            }
            Err(error) => gaps.push(
                Text::new("chat-missing-app")
                    .name("app", &app.name)
                    .message("why", error.explain()),
            ),
        }
    }
    if bound.is_empty() {
        return reading(Vec::new(), gaps);
    }
    let ids: Vec<String> = bound.iter().map(|(_, id)| id.clone()).collect();
    let mut batch = dataverse.batch();
    let published = batch.add(&apps::site_maps(&ids, false));
    let drafts = batch.add(&apps::site_maps(&ids, true));
    let answers = batch.send().await;
    let published = match pages(dataverse, &answers, &published, &apps::site_maps(&ids, false)).await {
        Ok(listing) => listing.rows,
        Err(error) => return Reading::Unreadable(error.explain()),
    };
    // Without the draft nothing may be written: somebody's work could be lost.
    let (whole, drafts) = match pages(dataverse, &answers, &drafts, &apps::site_maps(&ids, true)).await {
        Ok(listing) => (listing.is_complete(), listing.rows),
        Err(error) => return Reading::Unreadable(unreadable_draft(&error)),
    };
    let mut maps = Vec::new();
    for (app, id) in bound {
        let find = |rows: &[SiteMapRow]| {
            let row = rows.iter().find(|row| row.sitemapid.0 == id)?;
            let name = row.sitemapname.clone().unwrap_or_default();
            let changed = draft(name, row.modifiedby.as_ref(), row.modifiedon.as_ref());
            Some((row.sitemapxml.clone()?, changed, row.ismanaged))
        };
        let was = find(&published);
        // What is not changed is in no list of drafts; what could not be read of it may be.
        let unchanged = was.clone().filter(|_| whole);
        let Some((draft, changed, managed)) = find(&drafts).or(unchanged) else {
            gaps.push(Text::new("chat-missing-site-map").name("app", &app));
            continue;
        };
        maps.push(AppSiteMap {
            map: site_map::read(&draft).map_err(|_| Text::new("chat-site-map-unknown")),
            name: changed.what.clone(),
            changed,
            published: was.map(|(xml, ..)| xml),
            app,
            id,
            managed,
            draft,
        });
    }
    let mut batch = dataverse.batch();
    let drafts = maps.iter().filter(|map| map.has_draft()).map(|map| &map.changed);
    let people: Vec<_> = people(drafts)
        .into_iter()
        .map(|id| {
            let slot = batch.add(&identity::user(&id));
            (id, slot)
        })
        .collect();
    let answers = batch.send().await;
    name_drafts(maps.iter_mut().map(|map| &mut map.changed), &people, &answers);
    reading(maps, gaps)
}

fn unreadable_draft(error: &DataverseError) -> Text {
    Text::new("chat-drafts-unread").message("why", error.explain())
}
