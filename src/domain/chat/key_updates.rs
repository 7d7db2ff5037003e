//! Key updates: which tables and columns every participant of a chat can be told about (S003-87 to S003-100).

use super::Unread;
use super::table::{Column, Kind, Table};

/// How many columns can be chosen (S003-98).
pub const MOST: usize = 5;
/// The columns Case starts with: Priority, Status, Status Reason (S003-99).
pub const CASE_PRESET: [&str; 3] = ["prioritycode", "statecode", "statuscode"];
/// How long `msdyn_filteringattributes` can be.
pub const LENGTH: usize = 2000;

/// Why a table cannot have key updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableRefusal {
    /// It is virtual (S003-88).
    Virtual,
    /// It has no Update SDK message filter (S003-89).
    NoUpdateMessage,
}

/// Why a column cannot be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnRefusal {
    /// PartyList (S003-90).
    PartyList,
    /// Image (S003-91).
    Image,
    /// Integer (S003-92).
    Integer,
    /// File (S003-93).
    File,
    /// It cannot be read (`IsValidForRead`).
    Unreadable,
    /// It only mirrors another column and is never updated itself.
    Mirror,
    /// Its type says no more than "virtual": it may be one of the unsupported ones.
    UnknownType,
}

/// What to know about a column that can be followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// Formatted text: images in it are not fully shown (S003-94).
    InlineImages,
    /// A big whole number: whether the product counts it as Integer (S003-92) is unproven.
    MaybeInteger,
}

/// What is wrong with a list of columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// More than [`MOST`]; how many.
    TooMany(usize),
    /// Together they are longer than [`LENGTH`].
    TooLong,
    /// The same column twice.
    Twice(String),
    /// The table has no such column.
    Missing(String),
    /// A column that cannot be followed.
    Refused(String, ColumnRefusal),
}

/// What stands between the columns of `msdyn_filteringattributes`. Which of the two the product writes is unproven: it
/// is detected from what an organization already has ([`Separator::of`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// As in a plug-in step's `filteringattributes`.
    Comma,
    /// The other way lists are kept in Dataverse columns.
    Semicolon,
}

/// What the lists of an organization tell about its separator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detected {
    /// All lists of more than one column have this one.
    One(Separator),
    /// No list has more than one column: nothing tells.
    Nothing,
    /// Lists disagree, or one has both: none may be written.
    Both,
}

/// A list that is none of logical names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the list of columns is not understood")]
pub struct UnknownList;

/// Whether a table can have key updates: `Ok(None)` if it can, `Err` as long as its messages have not been read.
///
/// # Errors
/// [`Unread`] where a virtual table is ruled out, but the Update message was not asked for.
pub fn table_refusal(table: &Table) -> Result<Option<TableRefusal>, Unread> {
    if table.is_virtual() {
        return Ok(Some(TableRefusal::Virtual));
    }
    match table.has_update_message {
        Some(true) => Ok(None),
        Some(false) => Ok(Some(TableRefusal::NoUpdateMessage)),
        None => Err(Unread),
    }
}

/// Why a column cannot be followed, or `None` if it can.
pub fn column_refusal(column: &Column) -> Option<ColumnRefusal> {
    match column.kind() {
        Kind::PartyList => Some(ColumnRefusal::PartyList),
        Kind::Image => Some(ColumnRefusal::Image),
        Kind::Integer => Some(ColumnRefusal::Integer),
        Kind::File => Some(ColumnRefusal::File),
        _ if column.attribute_of.is_some() => Some(ColumnRefusal::Mirror),
        Kind::UnknownVirtual => Some(ColumnRefusal::UnknownType),
        _ if !column.readable => Some(ColumnRefusal::Unreadable),
        Kind::BigInt | Kind::MultiSelect | Kind::Other => None,
    }
}

/// What to know about a column that can be followed.
pub fn caution(column: &Column) -> Option<Caution> {
    if column.kind() == Kind::BigInt {
        Some(Caution::MaybeInteger)
    } else if column.is_rich_text() {
        Some(Caution::InlineImages)
    } else {
        None
    }
}

/// The columns a new record type starts with (S003-99).
pub fn preset(table: &str) -> &'static [&'static str] {
    if table == "incident" { &CASE_PRESET } else { &[] }
}

/// Everything that is wrong with a list of columns of a table; a list without problems may be written.
pub fn problems(list: &[String], columns: &[Column]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if list.len() > MOST {
        problems.push(Problem::TooMany(list.len()));
    }
    if print(list, Separator::Comma).len() > LENGTH {
        problems.push(Problem::TooLong);
    }
    for (at, name) in list.iter().enumerate() {
        if list.iter().take(at).any(|before| before == name) {
            problems.push(Problem::Twice(name.clone()));
            continue;
        }
        match columns.iter().find(|column| column.logical_name == *name) {
            None => problems.push(Problem::Missing(name.clone())),
            Some(column) => {
                if let Some(why) = column_refusal(column) {
                    problems.push(Problem::Refused(name.clone(), why));
                }
            }
        }
    }
    problems
}

/// The columns of a list, in order.
///
/// # Errors
/// [`UnknownList`] where it holds something else than logical names.
pub fn parse(list: &str) -> Result<Vec<String>, UnknownList> {
    let mut columns = Vec::new();
    for part in list.split([',', ';']) {
        let name = part.trim();
        if name.is_empty() {
            continue;
        }
        let logical = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if !name.bytes().all(logical) {
            return Err(UnknownList);
        }
        columns.push(name.to_owned());
    }
    Ok(columns)
}

/// The columns as one list.
pub fn print(columns: &[String], separator: Separator) -> String {
    columns.join(match separator {
        Separator::Comma => ",",
        Separator::Semicolon => ";",
    })
}

impl Separator {
    /// What the lists an organization has tell.
    pub fn of<'a>(lists: impl IntoIterator<Item = &'a str>) -> Detected {
        let (mut comma, mut semicolon) = (false, false);
        for list in lists {
            comma |= list.contains(',');
            semicolon |= list.contains(';');
        }
        match (comma, semicolon) {
            (true, false) => Detected::One(Self::Comma),
            (false, true) => Detected::One(Self::Semicolon),
            (false, false) => Detected::Nothing,
            (true, true) => Detected::Both,
        }
    }
}
