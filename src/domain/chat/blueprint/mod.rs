//! A blueprint: all choices about Teams chat as one file, carried from one environment to another.
//!
//! [`file`] writes and reads it (JSON, described by `schemas/teams-chat-blueprint-1.json`), [`compare`] sets it beside
//! the environment it is opened in. Everything is named the way that survives the journey: tables and columns by logical
//! name, apps and profiles by unique name, views by id or name, roles by template or name. What is not named the same in
//! the other environment is reported, never guessed.

pub mod compare;
pub mod file;

use super::context_card::{View, view_id};
use super::key_updates;
use super::record_type::{Configuration, FOLLOWED_COLUMN, Switch};
use super::setting::Scope;

/// All choices of one environment. What is `None`, or not listed, is not spoken of and stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Blueprint {
    /// The name of the organization it was taken from, for people to read.
    pub from: Option<String>,
    /// Where Teams chat is on (S003-31 to S003-36).
    pub scope: Option<Scope>,
    /// The record types, by table.
    pub record_types: Vec<RecordType>,
    /// Whether chats are synced to the timeline (S003-105).
    pub timeline: Option<bool>,
    /// Where the settings page stands (S003-25 to S003-28).
    pub pages: Vec<Page>,
    /// The custom roles that read what the productivity pane needs (S003-15 to S003-21).
    pub roles: Vec<Role>,
    /// The custom profiles with Teams in their pane or not (S003-39 to S003-41).
    pub profiles: Vec<Profile>,
}

/// A record type as it is to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordType {
    /// The table's logical name.
    pub table: String,
    /// Its display name there, for people to read.
    pub name: Option<String>,
    /// The switches of the article that are spoken of.
    pub switches: Vec<(Switch, bool)>,
    /// The note's view.
    pub view: Option<ViewChoice>,
    /// The columns of key updates, at most five.
    pub followed: Option<Vec<String>>,
}

/// Which view a note takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewChoice {
    /// None chosen (S003-52, S003-53).
    Default,
    /// This one.
    Chosen {
        /// `savedqueryid`, lower case: the same in every environment a solution brought it to.
        id: String,
        /// `name`, by which it is found where the id is another.
        name: String,
    },
}

/// The settings page in an app's site map.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Page {
    /// The app's unique name.
    pub app: String,
    /// The area's id.
    pub area: String,
    /// The group's id.
    pub group: String,
}

/// A custom role.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Role {
    /// `name`.
    pub name: String,
    /// `roletemplateid`, lower case, if it has one.
    pub template_id: Option<String>,
}

/// A custom profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Profile {
    /// `msdyn_uniquename`.
    pub unique_name: String,
    /// `msdyn_name`.
    pub name: String,
    /// Whether Teams is in its pane.
    pub teams: bool,
}

impl RecordType {
    /// A record type as it is here, with every switch of the article this generation has; no value counts as off.
    ///
    /// A view that is not among `views`, and a list of columns that is not understood, are not spoken of: nothing true
    /// could be said about them elsewhere.
    pub fn of(
        table: &str,
        name: &str,
        configuration: &Configuration,
        has_column: &dyn Fn(&str) -> bool,
        views: &[View],
    ) -> Self {
        let there = |switch: &Switch| has_column(switch.column());
        let switches = Switch::OF_THE_ARTICLE.into_iter().filter(there);
        let view = match configuration.view.as_deref().filter(|written| !written.is_empty()) {
            None => Some(ViewChoice::Default),
            Some(written) => view_id(written).and_then(|(id, _)| {
                let view = views.iter().find(|view| view.id == id)?;
                let name = view.name.clone();
                Some(ViewChoice::Chosen { id, name })
            }),
        };
        let followed = key_updates::parse(configuration.followed.as_deref().unwrap_or_default()).ok();
        Self {
            table: table.to_owned(),
            name: Some(name.to_owned()),
            switches: switches.map(|switch| (switch, configuration.is_on(switch))).collect(),
            view,
            followed: followed.filter(|_| has_column(FOLLOWED_COLUMN)),
        }
    }
}
