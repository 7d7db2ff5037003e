//! What the admin does in the Teams chat view, and what comes of it: the doors through which the view changes what it
//! stands on.

use std::rc::Rc;

use crate::domain::chat::blueprint::Blueprint;
use crate::domain::chat::blueprint::compare::Wish;
use crate::domain::chat::consent::Holder;
use crate::domain::chat::record_type::Switch;
use crate::domain::chat::setting::Scope;
use crate::domain::reading::Reading;
use crate::http::Millis;
use crate::recipes::teams_chat::observed::GlobalAdministrator;
use crate::recipes::teams_chat::{self, Place, Section};
use crate::text::Text;

/// Whether a record was seen with its chats (S003-37).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Check {
    /// Nobody has looked.
    #[default]
    NotYet,
    /// The page is being looked at.
    Looking,
    /// The page beside the panel is no record, or does not answer.
    Elsewhere,
    /// The pane of the chats is on the record.
    Shown {
        /// The record's table.
        record_type: String,
        /// When.
        at: Millis,
    },
    /// It was not found there.
    NotShown {
        /// The record's table.
        record_type: String,
    },
    /// The admin says that the chats are there.
    Confirmed {
        /// When.
        at: Millis,
    },
}

/// A field of the view whose text only narrows what is shown, or names what is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Finds a table to add.
    Tables,
    /// Finds a column to follow.
    Columns,
    /// The name of a new profile.
    Profile,
}

impl Field {
    /// How many there are.
    pub const ALL: usize = 3;
}

/// Something the admin does in the view.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Teams chat is to be on here.
    Scope(Scope),
    /// An app among the selected ones, or not.
    Select {
        /// Its unique name.
        app: String,
        /// Whether it is.
        on: bool,
    },
    /// The page's own switch, where there is no setting; `None` leaves it.
    OnPage(Option<bool>),
    /// An app is to be published.
    Publish {
        /// Its unique name.
        app: String,
        /// Whether it is.
        on: bool,
    },
    /// A switch of a record type.
    Set {
        /// Its row.
        id: String,
        /// Which.
        switch: Switch,
        /// How it is to be.
        on: bool,
    },
    /// The view of a record type's note.
    View {
        /// Its row.
        id: String,
        /// The view; `None` for the default one.
        view: Option<String>,
    },
    /// A column followed, or no longer.
    Follow {
        /// The row.
        id: String,
        /// The column.
        column: String,
        /// Whether it is.
        on: bool,
    },
    /// A record type to be added.
    Add {
        /// The table.
        table: String,
        /// A new GUID for its row.
        id: String,
    },
    /// Not to be added after all.
    Forget(String),
    /// A record type to be removed, or to stay after all.
    Remove {
        /// Its row.
        id: String,
        /// Whether it goes.
        on: bool,
    },
    /// The timeline.
    Timeline(bool),
    /// A role gets the Reads it lacks.
    Role {
        /// Its root id.
        id: String,
        /// Whether it does.
        on: bool,
    },
    /// The settings page in an app's site map.
    Page {
        /// The app.
        app: String,
        /// Where, if anywhere.
        place: Option<Place>,
    },
    /// A profile to be made from the default one.
    Profile {
        /// Its name.
        name: String,
        /// Whether it is.
        on: bool,
    },
    /// Teams in the pane of a profile.
    Pane {
        /// The profile.
        id: String,
        /// Whether it is.
        on: bool,
    },
    /// Lines of the blueprint are taken, each with a new GUID should it make a row.
    Take(Vec<(Wish, String)>),
    /// Opens a blueprint, or closes it.
    Blueprint(Option<Rc<Result<Blueprint, Text>>>),
    /// Opens a record type's settings, or closes them.
    Open(Option<String>),
    /// Opens the tables to add, or closes them.
    Adding(bool),
    /// Opens an app's site map.
    App(Option<String>),
    /// Types.
    Type(Field, String),
    /// A part is being read.
    Reading(Section),
    /// It was read.
    Took(Rc<teams_chat::sections::Part>),
    /// Who holds the permissions to Teams data is being read.
    ReadingConsent,
    /// It was read, and whether the admin is a global administrator.
    Consent(Rc<(Reading<Vec<Holder>>, GlobalAdministrator)>),
    /// What became of pointing at the page.
    Pointed(&'static str, Text),
    /// What a record showed.
    Checked(Check),
}
