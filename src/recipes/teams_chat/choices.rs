//! What the admin wants to be different about Teams chat.

use crate::sorted::Sorted;

use super::observed::{Observed, RecordType};
use crate::domain::chat::key_updates::{self, Detected, Separator};
use crate::domain::chat::record_type::{Configuration, Refusal, Switch};
use crate::domain::chat::setting::Scope;
use crate::domain::chat::{context_card, site_map};

/// The message with what the settings page is called in a site map, to be said once per language.
pub const PAGE_TITLE: &str = "chat-page-title";

/// The differences from what was observed; what is as it was is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Where Teams chat is to be on (S003-31 to S003-36).
    scope: Option<Scope>,
    /// Apps to be published with what waits in them; by unique name. A tick of its own: other people's drafts go along.
    publish: Vec<String>,
    /// Wanted configurations, by row id.
    types: Sorted<String, Configuration>,
    /// Record types to be added, by the table's logical name.
    added: Sorted<String, Added>,
    /// Ids of rows to be removed.
    removed: Vec<String>,
    /// The timeline (S003-105).
    timeline: Option<bool>,
    /// Root ids of roles that get the Reads they lack (S003-15 to S003-21).
    roles: Vec<String>,
    /// Where the settings page goes, by the app's unique name (S003-25 to S003-28).
    pages: Sorted<String, Place>,
    /// Names of custom profiles to be made from the default one (S003-39).
    profiles: Vec<String>,
    /// Ids of profiles in whose pane Teams is to be, or not to be (S003-41).
    teams_in_pane: Sorted<String, bool>,
}

/// A record type to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The id it gets: chosen beforehand, so that an unknown outcome can be settled by a read.
    pub id: String,
    /// Its configuration, with every column the organization has explicit.
    pub configuration: Configuration,
}

/// A place in a site map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The area's id.
    pub area: String,
    /// The group's id.
    pub group: String,
    /// What the entry is called, language by language.
    pub titles: Vec<site_map::Title>,
}

impl Choices {
    /// Wants Teams chat on in a scope; the scope there is already is no change.
    pub fn set_scope(&mut self, observed: &Observed, scope: Scope) {
        self.scope = observed
            .switch()
            .filter(|switch| switch.setting.scope(observed.chat_apps()) != scope)
            .map(|_| scope);
        self.settle(observed);
    }

    /// Wants Teams chat on or off where the organization has no such setting: on the page's own switch.
    pub fn set_on_page(&mut self, on: Option<bool>) {
        self.scope = on.map(|on| if on { Scope::All } else { Scope::Off });
    }

    /// Where Teams chat is to be on, if that is to change.
    pub const fn scope(&self) -> Option<&Scope> {
        self.scope.as_ref()
    }

    /// Ticks, or unticks, an app to be published. Only what waits there, or will, can be.
    pub fn set_publish(&mut self, observed: &Observed, app: &str, on: bool) {
        self.publish.retain(|known| known != app);
        if on && self.can_publish(observed, app) {
            self.publish.push(app.to_owned());
            self.publish.sort_unstable();
        }
    }

    /// Whether an app has, or gets, something that only counts once it is published.
    pub fn can_publish(&self, observed: &Observed, app: &str) -> bool {
        self.pages.contains_key(app)
            || self.changed_apps(observed).iter().any(|known| known == app)
            || observed
                .switch()
                .is_some_and(|switch| switch.setting.waiting().any(|value| value.app == app))
    }

    /// Whether an app is to be published.
    pub fn publishes(&self, app: &str) -> bool {
        self.publish.iter().any(|known| known == app)
    }

    /// The apps to be published.
    pub fn published(&self) -> &[String] {
        &self.publish
    }

    /// The apps whose own value the wanted scope changes.
    pub fn changed_apps(&self, observed: &Observed) -> Vec<String> {
        let (Some(scope), Some(switch)) = (&self.scope, observed.switch()) else {
            return Vec::new();
        };
        let changes = switch
            .setting
            .changes(scope, &observed.chat_apps(), false)
            .unwrap_or_default();
        changes
            .iter()
            .filter_map(|change| change.publishes().map(str::to_owned))
            .collect()
    }

    /// Wants a switch of a record type on or off. Rows that are gone or inactive, and columns this organization does not
    /// have, are left alone.
    pub fn set(&mut self, observed: &Observed, record_type: &str, switch: Switch, on: bool) {
        if !observed.has_column(switch.column()) {
            return;
        }
        self.change(observed, record_type, |wanted| {
            if wanted.is_on(switch) != on {
                wanted.set(switch, Some(on));
            }
        });
    }

    /// Wants the note to take this view, by `savedqueryid`, or the default one. Written the way the organization writes
    /// ids (S003-46).
    pub fn set_view(&mut self, observed: &Observed, record_type: &str, view: Option<&str>) {
        let style = observed.id_style().unwrap_or(context_card::IdStyle::Bare);
        self.change(observed, record_type, |wanted| {
            let held = wanted.view.as_deref().and_then(context_card::view_id);
            if held.as_ref().map(|(id, _)| id.as_str()) != view {
                let style = held.map_or(style, |(_, style)| style);
                wanted.view = view.map(|id| context_card::written_id(id, style));
            }
        });
    }

    /// Wants these columns followed, in the organization's own way of writing lists (S003-98). A list that could not be
    /// written, or an organization whose lists disagree, is left alone: see [`Choices::followed_problem`].
    pub fn set_followed(&mut self, observed: &Observed, record_type: &str, columns: &[String]) {
        if columns.len() > key_updates::MOST {
            return;
        }
        let separator = match observed.separator() {
            Detected::One(separator) => separator,
            Detected::Nothing => Separator::Comma,
            Detected::Both if columns.len() > 1 => return,
            Detected::Both => Separator::Comma,
        };
        self.change(observed, record_type, |wanted| {
            let held = wanted.followed.as_deref().map(key_updates::parse);
            let same = match &held {
                Some(Ok(held)) => held == columns,
                Some(Err(_)) => false,
                None => columns.is_empty(),
            };
            if !same {
                wanted.followed = (!columns.is_empty()).then(|| key_updates::print(columns, separator));
            }
        });
    }

    fn change(&mut self, observed: &Observed, id: &str, change: impl FnOnce(&mut Configuration)) {
        if let Some(added) = self.added.values_mut().find(|added| added.id == id) {
            change(&mut added.configuration);
            return;
        }
        let Some(found) = observed.record_type(id).filter(|row| row.active) else {
            return;
        };
        let mut wanted = self.wanted(found);
        change(&mut wanted);
        // What is off without a value of its own, and is wanted off, stays without one.
        for switch in Switch::ALL {
            if wanted.is_on(switch) == found.configuration.is_on(switch) {
                wanted.set(switch, found.configuration.get(switch));
            }
        }
        if wanted == found.configuration {
            self.types.remove(id);
        } else {
            self.types.insert(id.to_owned(), wanted);
        }
    }

    /// How a record type is to be.
    pub fn wanted(&self, record_type: &RecordType) -> Configuration {
        let changed = self.types.get(&record_type.id);
        changed.unwrap_or(&record_type.configuration).clone()
    }

    /// Whether a record type is to be changed.
    pub fn changes(&self, id: &str) -> bool {
        self.types.contains_key(id)
    }

    /// The changed configurations, by row id.
    pub const fn types(&self) -> &Sorted<String, Configuration> {
        &self.types
    }

    /// Wants a table to become a record type, as a new one is (S003-44); `id` is a new GUID. A table that cannot, or is
    /// to be added already, is left alone.
    pub fn add_type(&mut self, observed: &Observed, table: &str, id: &str) {
        let tables = observed.tables.as_ref().and_then(|tables| tables.value());
        let found = tables.and_then(|tables| tables.iter().find(|one| one.table.logical_name == table));
        let can = found.is_some_and(|one| one.refusal.is_none() && one.entity.is_some());
        if !can || self.added.contains_key(table) {
            return;
        }
        let separator = match observed.separator() {
            Detected::One(separator) => separator,
            Detected::Nothing | Detected::Both => Separator::Comma,
        };
        let configuration = Configuration::new(table, separator);
        self.added.insert(
            table.to_owned(),
            Added {
                id: id.to_owned(),
                configuration,
            },
        );
    }

    /// Takes a wanted addition out again.
    pub fn forget_type(&mut self, table: &str) {
        self.added.remove(table);
    }

    /// The record types to be added, by table.
    pub const fn added(&self) -> &Sorted<String, Added> {
        &self.added
    }

    /// Wants a record type gone, or to stay after all. What was wanted of it is forgotten.
    pub fn set_removed(&mut self, observed: &Observed, id: &str, removed: bool) {
        self.removed.retain(|known| known != id);
        if removed && observed.record_type(id).is_some_and(|row| row.active) {
            self.types.remove(id);
            self.removed.push(id.to_owned());
            self.removed.sort_unstable();
        }
    }

    /// Whether a record type is to be removed.
    pub fn removes(&self, id: &str) -> bool {
        self.removed.iter().any(|known| known == id)
    }

    /// Ids of the record types to be removed.
    pub fn removed(&self) -> &[String] {
        &self.removed
    }

    /// Wants the timeline on or off (S003-105). An organization without the column is left alone.
    pub fn set_timeline(&mut self, observed: &Observed, on: bool) {
        let held = observed.timeline.value().copied().flatten();
        self.timeline = held.filter(|held| *held != on).map(|_| on);
    }

    /// The timeline, if it is to change.
    pub const fn timeline(&self) -> Option<bool> {
        self.timeline
    }

    /// Wants a role to get the Reads it lacks, or not. Roles that lack nothing, or were not read, are left alone.
    pub fn set_role(&mut self, observed: &Observed, role: &str, on: bool) {
        self.roles.retain(|known| known != role);
        let access = observed.access.as_ref().and_then(|access| access.value());
        let lacks = access.is_some_and(|access| {
            let found = access.roles.iter().find(|one| one.role.id == role);
            found.is_some_and(|one| !one.lacking(access).is_empty())
        });
        if on && lacks {
            self.roles.push(role.to_owned());
            self.roles.sort_unstable();
        }
    }

    /// Whether a role is to get the Reads it lacks.
    pub fn completes(&self, role: &str) -> bool {
        self.roles.iter().any(|known| known == role)
    }

    /// Root ids of the roles that get them.
    pub fn roles(&self) -> &[String] {
        &self.roles
    }

    /// Wants the settings page at a place of a custom app's site map, or not. Managed site maps, and those that have the
    /// page, are left alone.
    pub fn set_page(&mut self, observed: &Observed, app: &str, place: Option<Place>) {
        self.pages.remove(app);
        let maps = observed.site_maps.as_ref().and_then(|maps| maps.value());
        let found = maps.and_then(|maps| maps.iter().find(|map| map.app == app && !map.managed));
        if let (Some(found), Some(place)) = (found, place)
            && site_map::add(&found.draft, &place.area, &place.group, &place.titles).is_ok()
        {
            self.pages.insert(app.to_owned(), place);
        }
        self.settle(observed);
    }

    /// Where the settings page goes, by app.
    pub const fn pages(&self) -> &Sorted<String, Place> {
        &self.pages
    }

    /// Wants a custom profile of this name made from the default one, or not.
    pub fn set_profile(&mut self, name: &str, on: bool) {
        self.profiles.retain(|known| known != name);
        if on && !name.trim().is_empty() {
            self.profiles.push(name.trim().to_owned());
        }
    }

    /// Names of the profiles to be made.
    pub fn profiles(&self) -> &[String] {
        &self.profiles
    }

    /// Wants Teams in the pane of a custom profile, or not. Default profiles cannot be changed.
    pub fn set_teams_in_pane(&mut self, observed: &Observed, profile: &str, on: bool) {
        use crate::domain::chat::pane_access::TeamsInPane;
        self.teams_in_pane.remove(profile);
        let profiles = observed.profiles.as_ref().and_then(|profiles| profiles.value());
        let found = profiles.and_then(|profiles| profiles.iter().find(|one| one.profile.id == profile));
        if let Some(found) = found
            && !found.profile.is_default()
            && found.teams_tab.is_some()
            && matches!(found.teams, Some(TeamsInPane::On | TeamsInPane::Off))
            && (found.teams == Some(TeamsInPane::On)) != on
        {
            self.teams_in_pane.insert(profile.to_owned(), on);
        }
    }

    /// Profiles in whose pane Teams is to be, or not to be.
    pub const fn teams_in_pane(&self) -> &Sorted<String, bool> {
        &self.teams_in_pane
    }

    /// The same wishes against a newer reading: what is already so, or gone, is no longer a change. Parts of it that were
    /// opened must be open in the newer reading as well.
    pub fn rebased(&self, observed: &Observed) -> Self {
        let mut choices = Self::default();
        match (&self.scope, observed.switch()) {
            (Some(scope), Some(_)) => choices.set_scope(observed, scope.clone()),
            (scope, _) => choices.scope = scope.clone(),
        }
        for (id, wanted) in &self.types {
            choices.change(observed, id, |configuration| *configuration = wanted.clone());
        }
        for (table, added) in &self.added {
            choices.add_type(observed, table, &added.id);
            if let Some(known) = choices.added.get_mut(table) {
                known.configuration = added.configuration.clone();
            }
        }
        for id in &self.removed {
            choices.set_removed(observed, id, true);
        }
        if let Some(on) = self.timeline {
            choices.set_timeline(observed, on);
        }
        for role in &self.roles {
            choices.set_role(observed, role, true);
        }
        for (app, place) in &self.pages {
            choices.set_page(observed, app, Some(place.clone()));
        }
        for name in &self.profiles {
            choices.set_profile(name, true);
        }
        for (profile, on) in &self.teams_in_pane {
            choices.set_teams_in_pane(observed, profile, *on);
        }
        for app in &self.publish {
            choices.set_publish(observed, app, true);
        }
        choices
    }

    /// Forgets all wishes.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether nothing is to be different.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many things are to be different.
    pub fn count(&self) -> usize {
        usize::from(self.scope.is_some())
            + self.publish.len()
            + self.types.len()
            + self.added.len()
            + self.removed.len()
            + usize::from(self.timeline.is_some())
            + self.roles.len()
            + self.pages.len()
            + self.profiles.len()
            + self.teams_in_pane.len()
    }

    /// Unticks apps that no longer have anything to publish.
    fn settle(&mut self, observed: &Observed) {
        let kept: Vec<String> = self
            .publish
            .iter()
            .filter(|app| self.can_publish(observed, app))
            .cloned()
            .collect();
        self.publish = kept;
    }

    /// Why a list of columns cannot be followed on a record type, once its table was opened; nothing if it can.
    pub fn followed_problems(observed: &Observed, table: &str, columns: &[String]) -> Vec<key_updates::Problem> {
        let details = observed.details.get(table).and_then(|details| details.columns.value());
        details.map_or_else(Vec::new, |known| key_updates::problems(columns, known))
    }

    /// Why a table cannot be added, if it cannot.
    pub fn refusal(observed: &Observed, table: &str) -> Option<Refusal> {
        let tables = observed.tables.as_ref().and_then(|tables| tables.value())?;
        tables.iter().find(|one| one.table.logical_name == table)?.refusal
    }
}
