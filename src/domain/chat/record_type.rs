//! One record type chats can be connected to: its configuration, what a new one starts with, and which tables can become
//! one (S003-42 to S003-46, S003-56 to S003-59, S003-82 to S003-86, S003-97).
//!
//! A record type is a row of `msdyn_entitylinkchatconfiguration`; that the row *is* the permission to connect chats is
//! unproven.

use super::Unread;
use super::key_updates;
use super::table::Table;

/// A record type that is there when the product is new (S003-42).
pub const READY_MADE: [&str; 5] = ["incident", "account", "contact", "knowledgearticle", "email"];

/// A switch of a record type: a Yes/No column of its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Switch {
    /// "Include a note" (S003-45); that it is this column is inferred.
    IncludeNote,
    /// "Record owner can disconnect chats" (S003-57).
    RecordOwnerCanDisconnect,
    /// "Chat connector can disconnect chat" (S003-58).
    ChatConnectorCanDisconnect,
    /// "Join chat" (S003-82, S003-86).
    JoinChat,
    /// "Receive notification on key updates" (S003-97).
    KeyUpdates,
    /// Automatic names of chats; the article does not speak of it, nor of those that follow.
    AutoNameChats,
    /// Suggestions.
    AiSuggestion,
    /// Suggestions by rules.
    LogicBasedSuggestion,
    /// An introduction written by AI.
    AiIntroduction,
}

/// A column of a record type's row, with what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Logical name.
    pub column: &'static str,
    /// The value.
    pub value: Value,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// Text.
    Text(String),
}

/// Everything a record type's row says about chats. A column the organization's generation does not have is `None` like
/// one that holds nothing; [`Configuration::cells`] is told which there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Configuration {
    switches: [Option<bool>; Switch::ALL.len()],
    /// `msdyn_contextviewid`: the note's view, as written.
    pub view: Option<String>,
    /// `msdyn_filteringattributes`: the columns of key updates, as written.
    pub followed: Option<String>,
}

/// `msdyn_contextviewid`.
pub const VIEW_COLUMN: &str = "msdyn_contextviewid";
/// `msdyn_filteringattributes`.
pub const FOLLOWED_COLUMN: &str = "msdyn_filteringattributes";

/// Why a table cannot be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is a record type already.
    AlreadyThere,
    /// It only links two tables: it has no records anybody opens.
    LinksOnly,
    /// The platform keeps it to itself.
    Private,
    /// Its `MetadataId` was not told, so the new row could not be bound to it.
    NoId,
}

/// What to know before a table is added. None of it forbids to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Its records have no owner: "Record owner can disconnect chats" will help nobody (S003-57).
    NoOwner,
    /// No key updates, and why (S003-88, S003-89).
    NoKeyUpdates(key_updates::TableRefusal),
    /// Whether it can have key updates could not be read.
    KeyUpdatesUnread,
    /// Which view the note takes without a chosen one is not documented for this table (S003-52, S003-53).
    NoDocumentedView,
}

impl Switch {
    /// All of them, in the order of the page, then those the article does not speak of.
    pub const ALL: [Self; 9] = [
        Self::IncludeNote,
        Self::RecordOwnerCanDisconnect,
        Self::ChatConnectorCanDisconnect,
        Self::JoinChat,
        Self::KeyUpdates,
        Self::AutoNameChats,
        Self::AiSuggestion,
        Self::LogicBasedSuggestion,
        Self::AiIntroduction,
    ];

    /// Those of the article.
    pub const OF_THE_ARTICLE: [Self; 5] = [
        Self::IncludeNote,
        Self::RecordOwnerCanDisconnect,
        Self::ChatConnectorCanDisconnect,
        Self::JoinChat,
        Self::KeyUpdates,
    ];

    /// The logical name of the column (`msdyn_entitylinkchatconfiguration`).
    pub const fn column(self) -> &'static str {
        match self {
            Self::IncludeNote => "msdyn_enablekickoffmessage",
            Self::RecordOwnerCanDisconnect => "msdyn_recordownercanunlink",
            Self::ChatConnectorCanDisconnect => "msdyn_recentchatlinkercanunlink",
            Self::JoinChat => "msdyn_usercanjoinchat",
            Self::KeyUpdates => "msdyn_isenabledforbot",
            Self::AutoNameChats => "msdyn_enableautonamechats",
            Self::AiSuggestion => "msdyn_enableaisuggestion",
            Self::LogicBasedSuggestion => "msdyn_enablelogicbasedsuggestion",
            Self::AiIntroduction => "msdyn_enableaiintroductionmessage",
        }
    }
}

impl Configuration {
    /// What a new record type starts with, every switch of the article explicit: the columns' own default is No for all
    /// of them, also where the article says "on by default" (S003-56, S003-84).
    ///
    /// Both disconnect switches on (S003-56), Join chat on for Case alone (S003-84), no note and no key updates, which
    /// send data to the participants; Case comes with its three columns (S003-99). The switches the article does not
    /// speak of are left to the product.
    pub fn new(table: &str, separator: key_updates::Separator) -> Self {
        let mut new = Self::default();
        new.set(Switch::IncludeNote, Some(false));
        new.set(Switch::RecordOwnerCanDisconnect, Some(true));
        new.set(Switch::ChatConnectorCanDisconnect, Some(true));
        new.set(Switch::JoinChat, Some(table == "incident"));
        new.set(Switch::KeyUpdates, Some(false));
        let preset: Vec<String> = key_updates::preset(table).iter().map(|&name| name.to_owned()).collect();
        new.followed = (!preset.is_empty()).then(|| key_updates::print(&preset, separator));
        new
    }

    /// What a switch holds; `None` is no value, which the product takes for off.
    pub fn get(&self, switch: Switch) -> Option<bool> {
        self.switches.get(switch as usize).copied().flatten()
    }

    /// Sets a switch.
    pub fn set(&mut self, switch: Switch, on: Option<bool>) {
        if let Some(held) = self.switches.get_mut(switch as usize) {
            *held = on;
        }
    }

    /// Whether a switch is on.
    pub fn is_on(&self, switch: Switch) -> bool {
        self.get(switch) == Some(true)
    }

    /// Every column with its value, in a fixed order, of those `there` are in this organization: older generations lack
    /// some (probe before use).
    pub fn cells(&self, there: &dyn Fn(&str) -> bool) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Switch::ALL
            .into_iter()
            .map(|switch| Cell {
                column: switch.column(),
                value: self.get(switch).map_or(Value::Null, Value::Bool),
            })
            .collect();
        for (column, text) in [(VIEW_COLUMN, &self.view), (FOLLOWED_COLUMN, &self.followed)] {
            let value = text.clone().map_or(Value::Null, Value::Text);
            cells.push(Cell { column, value });
        }
        cells.retain(|cell| there(cell.column));
        cells
    }

    /// The columns that must be written to come from `self` to `wanted`, of those there are: (before, wanted).
    pub fn changes(&self, wanted: &Self, there: &dyn Fn(&str) -> bool) -> Vec<(Cell, Cell)> {
        let pairs = self.cells(there).into_iter().zip(wanted.cells(there));
        pairs.filter(|(before, after)| before != after).collect()
    }
}

/// Why a table cannot be added to the record types `listed` (logical names), or `None` if it can: any table can that has
/// records to open (S003-42, S003-44).
pub fn refusal(table: &Table, listed: &[String]) -> Option<Refusal> {
    if listed.contains(&table.logical_name) {
        Some(Refusal::AlreadyThere)
    } else if table.intersect {
        Some(Refusal::LinksOnly)
    } else if table.private {
        Some(Refusal::Private)
    } else if table.metadata_id.is_none() {
        Some(Refusal::NoId)
    } else {
        None
    }
}

/// What to know before a table is added.
pub fn remarks(table: &Table) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if table.has_owner() == Some(false) {
        remarks.push(Remark::NoOwner);
    }
    match key_updates::table_refusal(table) {
        Ok(None) => {}
        Ok(Some(why)) => remarks.push(Remark::NoKeyUpdates(why)),
        Err(Unread) => remarks.push(Remark::KeyUpdatesUnread),
    }
    if !READY_MADE.contains(&table.logical_name.as_str()) {
        remarks.push(Remark::NoDocumentedView);
    }
    remarks
}
