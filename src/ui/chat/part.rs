//! What the panel knows about Teams chat: what was read, what is to be different, and what the admin has open.

use std::rc::Rc;

use super::edit::{Check, Edit, Field};
use crate::domain::chat::blueprint::Blueprint;
use crate::domain::chat::key_updates;
use crate::domain::chat::setting::Scope;
use crate::domain::chat::site_map::Title;
use crate::http::Millis;
use crate::json;
use crate::plan::journal::RunRecord;
use crate::plan::model::Plan;
use crate::recipes::readiness::ReadinessLine;
use crate::recipes::teams_chat::{self, Choices, Observed, Section, blueprint, packed};
use crate::text::Text;
use crate::ui::part::{Part, Standing, Weight, of_organization};

/// It.
#[derive(Debug, Clone, Default)]
pub struct ChatPart {
    /// How its reading stands.
    pub standing: Standing,
    /// What was last read.
    pub observed: Option<Rc<Observed>>,
    /// What the admin wants to be different.
    pub choices: Rc<Choices>,
    /// What the choices come to.
    weight: Weight,
    /// The record type whose settings are open, by row id.
    pub open: Option<String>,
    /// Whether the tables to choose a record type from are open.
    pub adding: bool,
    /// The app whose site map is open, by unique name.
    pub app: Option<String>,
    /// What is typed into the view's fields.
    typed: [String; Field::ALL],
    /// A part being read.
    pub section: Option<Section>,
    /// Whether who holds the permissions to Teams data is being read.
    pub is_reading_consent: bool,
    /// What was last pointed at on the page, by locator, and what became of it.
    pub pointed: Option<(&'static str, Text)>,
    /// Whether a record was seen with its chats.
    pub check: Check,
    /// The blueprint that is open, or why it could not be opened.
    pub blueprint: Option<Rc<Result<Blueprint, Text>>>,
}

impl ChatPart {
    /// A reading.
    pub fn take(&mut self, mut observed: Rc<Observed>) {
        // Somebody may have signed in while it was read.
        if let (None, Some(before)) = (&observed.consents, self.observed.as_deref()) {
            let (consents, own) = (before.consents.clone(), before.global_administrator.clone());
            let observed = Rc::make_mut(&mut observed);
            (observed.consents, observed.global_administrator) = (consents, own);
        }
        self.choices = Rc::new(self.choices.rebased(&observed));
        self.observed = Some(observed);
        self.section = None;
        self.weigh();
    }

    /// Opens the record type an address asks for, once it is known.
    pub fn open_called(&mut self, wanted: &str) {
        let types = self
            .observed
            .as_ref()
            .and_then(|observed| observed.record_types.value());
        let found = types.and_then(|types| types.iter().find(|it| it.is_called(wanted)));
        if let Some(found) = found {
            self.open = Some(found.id.clone());
        }
    }

    /// What is typed into a field.
    pub fn typed(&self, field: Field) -> &str {
        self.typed.get(field as usize).map_or("", String::as_str)
    }

    /// The parts that are open, to be read again with everything else.
    pub fn opened(&self) -> Vec<Section> {
        let Some(observed) = &self.observed else {
            return Vec::new();
        };
        let mut opened: Vec<Section> = observed.details.keys().cloned().map(Section::Type).collect();
        let read = [
            (observed.tables.is_some(), Section::Tables),
            (observed.access.is_some(), Section::Access),
            (observed.profiles.is_some(), Section::Profiles),
            (observed.site_maps.is_some(), Section::SiteMaps),
        ];
        opened.extend(
            read.into_iter()
                .filter(|(is_read, _)| *is_read)
                .map(|(_, section)| section),
        );
        opened
    }

    /// The part of the view to be read next: what the admin opened, then what stands further down.
    pub fn to_read(&self) -> Option<Section> {
        let observed = self.observed.as_ref()?;
        if self.standing.is_reading || self.section.is_some() {
            return None;
        }
        let table = self.table_open().filter(|table| !observed.details.contains_key(table));
        if let Some(table) = table {
            return Some(Section::Type(table));
        }
        if let Some(Ok(opened)) = self.blueprint.as_deref() {
            let read = self.opened();
            let needed = blueprint::needs(opened)
                .into_iter()
                .find(|section| !read.contains(section));
            if needed.is_some() {
                return needed;
            }
        }
        let wanted = [
            (self.adding && observed.tables.is_none(), Section::Tables),
            (observed.profiles.is_none(), Section::Profiles),
            (observed.site_maps.is_none(), Section::SiteMaps),
            (observed.access.is_none(), Section::Access),
        ];
        wanted
            .into_iter()
            .find(|(is_wanted, _)| *is_wanted)
            .map(|(_, section)| section)
    }

    /// The table of the record type that is open.
    pub fn table_open(&self) -> Option<String> {
        let (observed, open) = (self.observed.as_ref()?, self.open.as_ref()?);
        let added = self.choices.added().iter().find(|(_, added)| added.id == *open);
        match added {
            Some((table, _)) => Some(table.clone()),
            None => observed.record_type(open)?.logical_name.clone(),
        }
    }

    /// Does what the admin did; `titles` is what a settings page is called in a site map.
    pub fn edit(&mut self, edit: Edit, titles: &[Title]) {
        match edit {
            Edit::Open(open) => {
                self.open = open;
                self.set_typed(Field::Columns, String::new());
            }
            Edit::Adding(adding) => self.adding = adding,
            Edit::App(app) => self.app = app,
            Edit::Type(field, text) => self.set_typed(field, text),
            Edit::Reading(section) => self.section = Some(section),
            Edit::Took(part) => self.took(&part),
            Edit::ReadingConsent => self.is_reading_consent = true,
            Edit::Consent(read) => {
                self.is_reading_consent = false;
                if let Some(observed) = &mut self.observed {
                    let (consents, own) = (*read).clone();
                    let observed = Rc::make_mut(observed);
                    (observed.consents, observed.global_administrator) = (Some(consents), Some(own));
                }
                self.weigh();
            }
            Edit::Pointed(locator, text) => self.pointed = Some((locator, text)),
            Edit::Checked(check) => self.check = check,
            Edit::Blueprint(opened) => self.blueprint = opened,
            edit => {
                if let Some(observed) = self.observed.clone() {
                    self.choose(&observed, edit, titles);
                    self.weigh();
                }
            }
        }
    }

    fn took(&mut self, part: &teams_chat::sections::Part) {
        // A reading of everything that came in between has what it needs.
        if let (Some(observed), Some(_)) = (&mut self.observed, self.section.take()) {
            Rc::make_mut(observed).add(part.clone());
        }
    }

    fn set_typed(&mut self, field: Field, text: String) {
        if let Some(typed) = self.typed.get_mut(field as usize) {
            *typed = text;
        }
    }

    fn choose(&mut self, observed: &Observed, edit: Edit, titles: &[Title]) {
        let followed = match &edit {
            Edit::Follow { id, .. } => self.followed(id),
            _ => Vec::new(),
        };
        let choices = Rc::make_mut(&mut self.choices);
        match edit {
            Edit::Scope(scope) => choices.set_scope(observed, scope),
            Edit::Select { app, on } => {
                let mut selected = selected(observed, choices);
                selected.retain(|known| *known != app);
                if on {
                    selected.push(app);
                    selected.sort_unstable();
                }
                choices.set_scope(observed, Scope::Selected(selected));
            }
            Edit::OnPage(on) => choices.set_on_page(on),
            Edit::Publish { app, on } => choices.set_publish(observed, &app, on),
            Edit::Set { id, switch, on } => choices.set(observed, &id, switch, on),
            Edit::View { id, view } => choices.set_view(observed, &id, view.as_deref()),
            Edit::Follow { id, column, on } => {
                let mut columns = followed;
                columns.retain(|known| *known != column);
                if on {
                    columns.push(column);
                }
                choices.set_followed(observed, &id, &columns);
            }
            Edit::Add { table, id } => {
                choices.add_type(observed, &table, &id);
                self.open = Some(id);
                self.adding = false;
            }
            Edit::Forget(table) => choices.forget_type(&table),
            Edit::Remove { id, on } => choices.set_removed(observed, &id, on),
            Edit::Take(wishes) => {
                for (wish, guid) in &wishes {
                    blueprint::take(observed, choices, wish, titles, guid);
                }
            }
            Edit::Timeline(on) => choices.set_timeline(observed, on),
            Edit::Role { id, on } => choices.set_role(observed, &id, on),
            Edit::Page { app, place } => choices.set_page(observed, &app, place),
            Edit::Profile { name, on } => {
                choices.set_profile(&name, on);
                self.set_typed(Field::Profile, String::new());
            }
            Edit::Pane { id, on } => choices.set_teams_in_pane(observed, &id, on),
            _ => {}
        }
    }

    /// The columns a record type is to follow; none where its list is not understood.
    pub fn followed(&self, id: &str) -> Vec<String> {
        let configuration = self.wanted(id);
        let list = configuration.and_then(|configuration| configuration.followed);
        list.and_then(|list| key_updates::parse(&list).ok()).unwrap_or_default()
    }

    /// How a record type, or one to be added, is to be.
    pub fn wanted(&self, id: &str) -> Option<crate::domain::chat::record_type::Configuration> {
        let added = self.choices.added().values().find(|added| added.id == id);
        match added {
            Some(added) => Some(added.configuration.clone()),
            None => Some(self.choices.wanted(self.observed.as_ref()?.record_type(id)?)),
        }
    }

    /// The choices with a fix added or taken out.
    fn fixed(&self, key: &str, add: bool) -> Option<Choices> {
        let observed = self.observed.as_ref()?;
        let mut choices = (*self.choices).clone();
        if add {
            teams_chat::ready::add_fix(observed, &mut choices, key);
        } else {
            teams_chat::ready::take_fix(observed, &mut choices, key);
        }
        Some(choices)
    }

    fn weigh(&mut self) {
        let Some(observed) = &self.observed else {
            return;
        };
        let plan = teams_chat::plan(observed, &self.choices, observed.read_at);
        self.weight = Weight::of(plan.map_err(|error| error.explain()));
    }
}

/// The apps selected in the wanted scope, or in the one there is.
pub fn selected(observed: &Observed, choices: &Choices) -> Vec<String> {
    let apps = observed.chat_apps();
    let scope = choices.scope().cloned().or_else(|| {
        let switch = observed.switch()?;
        Some(switch.setting.scope(apps.iter().copied()))
    });
    match scope {
        Some(Scope::Selected(selected)) => selected,
        Some(Scope::All) => apps.into_iter().map(str::to_owned).collect(),
        Some(Scope::Off) | None => Vec::new(),
    }
}

impl Part for ChatPart {
    of_organization!();

    fn is_whole(&self) -> bool {
        self.observed.is_some() && !self.standing.is_reading && self.section.is_none() && self.to_read().is_none()
    }

    fn readiness(&self) -> Vec<ReadinessLine> {
        self.observed
            .as_ref()
            .map_or_else(Vec::new, |observed| teams_chat::readiness(observed))
    }

    fn has_fix(&self, key: &str) -> bool {
        self.fixed(key, true).is_some_and(|choices| choices == *self.choices)
    }

    fn fix(&mut self, key: &str, add: bool) {
        if let Some(choices) = self.fixed(key, add) {
            self.choices = Rc::new(choices);
            self.weigh();
        }
    }

    fn changes(&self) -> usize {
        self.choices.count()
    }

    fn requests(&self) -> u32 {
        self.weight.requests
    }

    fn note(&self) -> Text {
        self.weight.note()
    }

    fn may_plan(&self) -> bool {
        self.weight.refusal.is_none()
    }

    fn discard(&mut self) {
        self.choices = Rc::default();
        self.weigh();
    }

    fn plan(&self, now: Millis) -> Result<Plan, Text> {
        let Some(observed) = &self.observed else {
            return Err(Text::new("bar-incomplete"));
        };
        teams_chat::plan(observed, &self.choices, now).map_err(|error| error.explain())
    }

    fn explain_undo(&self, plan: &mut Plan, _: &RunRecord, _: &str) {
        teams_chat::explain_undo(plan, self.observed.as_deref());
    }

    fn packed(&self) -> Vec<u8> {
        json::text(&packed::pack(&self.choices)).into_bytes()
    }

    fn unpack(&mut self, packed: &[u8]) -> bool {
        let choices = std::str::from_utf8(packed)
            .ok()
            .and_then(|packed| json::parse(packed).ok());
        let (Some(observed), Some(choices)) = (&self.observed, choices) else {
            return false;
        };
        self.choices = Rc::new(packed::unpack(observed, &choices));
        self.weigh();
        true
    }
}
