//! Blueprints: this organization with its choices as one, one held against this organization, and what is taken from it
//! as choices. What a blueprint is, and what comes of a name that is not here, is [`crate::domain::chat::blueprint`].

use super::choices::{Choices, Place};
use super::observed::Observed;
use super::sections::Section;
use crate::domain::chat::blueprint::compare::{self, Here, Line, ProfileHere, RoleHere, SiteMapHere, Wish};
use crate::domain::chat::blueprint::{Blueprint, Page, Profile, RecordType, Role};
use crate::domain::chat::context_card::{View, view_id};
use crate::domain::chat::key_updates;
use crate::domain::chat::pane_access::TeamsInPane;
use crate::domain::chat::record_type::Configuration;
use crate::domain::chat::site_map::Title;
use crate::domain::reading::Reading;
use crate::text::Text;

/// What a reading holds, if it is complete: nothing is said about the rest.
fn whole<T>(reading: &Reading<T>) -> Option<&T> {
    reading.value().filter(|_| reading.is_complete())
}

/// The organization as it would be with the choices. Parts that were not read are not spoken of.
pub fn blueprint(observed: &Observed, choices: &Choices) -> Blueprint {
    let views = views(observed).unwrap_or_default();
    let has_column = |column: &str| observed.has_column(column);
    let mut record_types = Vec::new();
    let mut wish = |table: &str, name: &str, configuration: &Configuration| {
        let own: Vec<View> = views
            .iter()
            .filter(|(known, _)| known == table)
            .map(|(_, view)| view.clone())
            .collect();
        record_types.push(RecordType::of(table, name, configuration, &has_column, &own));
    };
    for row in whole(&observed.record_types).into_iter().flatten() {
        if let Some(table) = row.logical_name.as_deref()
            && row.active
            && !choices.removes(&row.id)
        {
            wish(table, &row.name, &choices.wanted(row));
        }
    }
    for (table, added) in choices.added() {
        wish(table, table, &added.configuration);
    }
    let access = observed.access.as_ref().and_then(whole);
    let mut roles = Vec::new();
    for one in access.into_iter().flat_map(|access| &access.roles) {
        if choices.completes(&one.role.id) || access.is_some_and(|access| one.lacking(access).is_empty()) {
            roles.push(Role {
                name: one.role.name.clone(),
                template_id: one.role.template_id.clone(),
            });
        }
    }
    let mut pages = Vec::new();
    for map in observed.site_maps.as_ref().and_then(whole).into_iter().flatten() {
        let held = map.map.as_ref().ok().and_then(|read| read.pages.first());
        let held = held.map(|page| (&page.area, &page.group));
        let wanted = choices.pages().get(&map.app).map(|place| (&place.area, &place.group));
        pages.extend(wanted.or(held).map(|(area, group)| Page {
            app: map.app.clone(),
            area: area.clone(),
            group: group.clone(),
        }));
    }
    let mut profiles = Vec::new();
    for one in observed.profiles.as_ref().and_then(whole).into_iter().flatten() {
        let held = match one.teams {
            Some(TeamsInPane::On) => Some(true),
            Some(TeamsInPane::Off) => Some(false),
            _ => None,
        };
        let wanted = choices.teams_in_pane().get(&one.profile.id).copied().or(held);
        if let Some(teams) = wanted.filter(|_| !one.profile.is_default()) {
            profiles.push(Profile {
                unique_name: one.profile.unique_name.clone(),
                name: one.profile.name.clone(),
                teams,
            });
        }
    }
    let held = observed.switch().filter(|_| observed.switch.is_complete());
    Blueprint {
        from: Some(observed.organization.name.clone()),
        scope: choices
            .scope()
            .cloned()
            .or_else(|| Some(held?.setting.scope(observed.chat_apps()))),
        record_types,
        timeline: choices.timeline().or(whole(&observed.timeline).copied().flatten()),
        pages,
        roles,
        profiles,
    }
}

/// What of this organization a blueprint taken now would not speak of, and why. What is off by choice is not among it.
pub fn left_out(observed: &Observed) -> Vec<Text> {
    let mut left = Vec::new();
    let mut unread = |is_whole: bool, what: &'static str| {
        if !is_whole {
            left.push(Text::new("chat-left-unread").message("what", Text::new(what)));
        }
    };
    unread(observed.switch.is_complete(), "chat-switch");
    unread(observed.record_types.is_complete(), "dataverse-what-record-types");
    unread(observed.timeline.is_complete(), "chat-timeline");
    let access = observed.access.as_ref();
    unread(access.is_some_and(Reading::is_complete), "dataverse-what-roles");
    let maps = observed.site_maps.as_ref();
    unread(maps.is_some_and(Reading::is_complete), "dataverse-what-site-maps");
    let profiles = observed.profiles.as_ref();
    unread(profiles.is_some_and(Reading::is_complete), "dataverse-what-profiles");
    let views = views(observed).unwrap_or_default();
    for row in whole(&observed.record_types)
        .into_iter()
        .flatten()
        .filter(|row| row.active)
    {
        let Some(table) = row.logical_name.as_deref() else {
            left.push(Text::new("chat-left-table").name("type", &row.name));
            continue;
        };
        let view = row.configuration.view.as_deref().filter(|view| !view.is_empty());
        let known = |id: &str| views.iter().any(|(of, view)| of == table && view.id == id);
        if view.is_some_and(|view| !view_id(view).is_some_and(|(id, _)| known(&id))) {
            left.push(Text::new("chat-left-view").name("type", &row.name));
        }
        let followed = row.configuration.followed.as_deref().unwrap_or_default();
        if key_updates::parse(followed).is_err() {
            left.push(Text::new("chat-left-columns").name("type", &row.name));
        }
    }
    for map in maps.and_then(whole).into_iter().flatten() {
        if map.map.is_err() {
            let name = observed.app(&map.app).map_or(&map.app, |app| &app.name);
            left.push(Text::new("chat-left-site-map").name("app", name));
        }
    }
    for one in profiles.and_then(whole).into_iter().flatten() {
        let told = matches!(
            one.teams,
            Some(TeamsInPane::On | TeamsInPane::Off | TeamsInPane::NoPane)
        );
        if !told && !one.profile.is_default() {
            left.push(Text::new("chat-left-profile").name("profile", &one.profile.name));
        }
    }
    left
}

/// The parts that have to be opened before a blueprint can be held against the organization.
pub fn needs(blueprint: &Blueprint) -> Vec<Section> {
    let mut needs = Vec::new();
    if !blueprint.record_types.is_empty() {
        needs.push(Section::Tables);
    }
    for record_type in &blueprint.record_types {
        needs.push(Section::Type(record_type.table.clone()));
    }
    if !blueprint.roles.is_empty() {
        needs.push(Section::Access);
    }
    if !blueprint.pages.is_empty() {
        needs.push(Section::SiteMaps);
    }
    if !blueprint.profiles.is_empty() {
        needs.push(Section::Profiles);
    }
    needs
}

/// The views that were read: those of record types, and those of opened tables.
fn views(observed: &Observed) -> Option<Vec<(String, View)>> {
    let mut views = whole(&observed.views)?.clone();
    for (table, details) in &observed.details {
        if let Some(layouts) = whole(&details.views) {
            views.retain(|(known, _)| known != table);
            views.extend(layouts.iter().map(|layout| (table.clone(), layout.view.clone())));
        }
    }
    Some(views)
}

/// Every line of a blueprint beside this organization.
pub fn compare(observed: &Observed, blueprint: &Blueprint) -> Vec<Line> {
    let scope = whole(&observed.switch).map(|switch| {
        let switch = switch.as_ref()?;
        Some(switch.setting.scope(observed.chat_apps()))
    });
    let chat_apps = observed.chat_apps();
    let apps: Option<Vec<(String, String)>> = whole(&observed.apps).map(|apps| {
        let had = apps.iter().filter(|app| chat_apps.contains(&app.unique_name.as_str()));
        had.map(|app| (app.unique_name.clone(), app.name.clone())).collect()
    });
    let record_types: Option<Vec<(String, Configuration)>> = whole(&observed.record_types).map(|rows| {
        let active = rows.iter().filter(|row| row.active);
        active
            .filter_map(|row| Some((row.logical_name.clone()?, row.configuration.clone())))
            .collect()
    });
    let tables: Option<Vec<String>> = observed.tables.as_ref().and_then(whole).map(|tables| {
        let can = tables
            .iter()
            .filter(|one| one.refusal.is_none() && one.entity.is_some());
        can.map(|one| one.table.logical_name.clone()).collect()
    });
    let views = views(observed);
    let site_maps: Option<Vec<(String, SiteMapHere)>> = observed.site_maps.as_ref().and_then(whole).map(|maps| {
        let here = maps.iter().map(|map| {
            let here = match &map.map {
                _ if map.managed => SiteMapHere::Managed,
                Ok(read) => SiteMapHere::Read(read.clone()),
                Err(_) => SiteMapHere::Unreadable,
            };
            (map.app.clone(), here)
        });
        here.collect()
    });
    let roles: Option<Vec<RoleHere>> = observed.access.as_ref().and_then(whole).map(|access| {
        let here = access.roles.iter().map(|one| RoleHere {
            id: one.role.id.clone(),
            name: one.role.name.clone(),
            template_id: one.role.template_id.clone(),
            complete: one.lacking(access).is_empty(),
        });
        here.collect()
    });
    let profiles: Option<Vec<ProfileHere>> = observed.profiles.as_ref().and_then(whole).map(|profiles| {
        let own = profiles.iter().filter(|one| !one.profile.is_default());
        own.map(|one| ProfileHere {
            id: one.profile.id.clone(),
            unique_name: one.profile.unique_name.clone(),
            teams: one.teams,
            has_tab: one.teams_tab.is_some(),
        })
        .collect()
    });
    compare::compare(
        blueprint,
        &Here {
            scope: scope.as_ref().map(Option::as_ref),
            apps: apps.as_deref(),
            record_types: record_types.as_deref(),
            unresolved_types: observed
                .record_types
                .value()
                .is_some_and(|rows| rows.iter().any(|row| row.active && row.logical_name.is_none())),
            has_column: &|column| observed.has_column(column),
            tables: tables.as_deref(),
            views: views.as_deref(),
            columns: &|table| {
                let details = observed.details.get(table)?;
                whole(&details.columns).map(Vec::as_slice)
            },
            key_updates: &|table| observed.key_updates(table),
            timeline: whole(&observed.timeline).copied(),
            site_maps: site_maps.as_deref(),
            roles: roles.as_deref(),
            profiles: profiles.as_deref(),
        },
    )
}

/// Takes one line's wish into the choices. `titles` is what a settings page is called ([`super::choices::PAGE_TITLE`]),
/// `new_guid` a new id for a record type that is added.
pub fn take(observed: &Observed, choices: &mut Choices, wish: &Wish, titles: &[Title], new_guid: &str) {
    match wish {
        Wish::Scope(scope) => choices.set_scope(observed, scope.clone()),
        Wish::Add(table) => choices.add_type(observed, table, new_guid),
        Wish::Switch(table, switch, on) => {
            if let Some(id) = row(observed, choices, table) {
                choices.set(observed, &id, *switch, *on);
            }
        }
        Wish::View(table, view) => {
            if let Some(id) = row(observed, choices, table) {
                choices.set_view(observed, &id, view.as_deref());
            }
        }
        Wish::Follow(table, columns) => {
            if let Some(id) = row(observed, choices, table) {
                choices.set_followed(observed, &id, columns);
            }
        }
        Wish::Timeline(on) => choices.set_timeline(observed, *on),
        Wish::Page(page) => {
            let place = Place {
                area: page.area.clone(),
                group: page.group.clone(),
                titles: titles.to_vec(),
            };
            choices.set_page(observed, &page.app, Some(place));
        }
        Wish::Role(id) => choices.set_role(observed, id, true),
        Wish::Teams(profile, on) => choices.set_teams_in_pane(observed, profile, *on),
    }
}

/// The row of a table: the one there is, or the one that is to be added.
fn row(observed: &Observed, choices: &Choices, table: &str) -> Option<String> {
    let mut rows = observed.record_types.value()?.iter();
    let found = rows.find(|row| row.active && row.logical_name.as_deref() == Some(table));
    found
        .map(|row| row.id.clone())
        .or_else(|| Some(choices.added().get(table)?.id.clone()))
}
