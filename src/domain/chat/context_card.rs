//! The context card of a newly connected chat: which columns of which view it will have (S003-46 to S003-53).

use super::table::{Column, Kind};
use super::xml::{self, Element, XmlError};
use crate::domain::guid::guid;

/// How many columns of a view a card takes (S003-47, S003-48).
pub const MOST: usize = 5;

/// A cell of a view's layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The alias of the linked table, for a column of another table.
    pub alias: Option<String>,
    /// The column's logical name.
    pub column: String,
    /// `ishidden`: the view does not show it.
    pub hidden: bool,
}

/// A table that a view's query links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The alias its columns go by.
    pub alias: String,
    /// The table's logical name.
    pub table: String,
}

/// What the card will have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The view's first five shown columns, in order, those that may be left out among them.
    pub columns: Vec<CardColumn>,
    /// How many more shown columns the view has; none of them moves up (S003-49).
    pub beyond: usize,
    /// Whether hidden cells stand before the last of the five: that they do not count is unproven.
    pub skips_hidden: bool,
}

/// One column of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardColumn {
    /// The cell it stands for.
    pub cell: Cell,
    /// Its display name, where its metadata is known.
    pub name: Option<String>,
    /// Whether it will be on the card.
    pub shown: Shown,
    /// Whether column security guards it: on the card every participant sees it (S003-51). `None` where its metadata is
    /// not known, or does not tell.
    pub secured: Option<bool>,
}

/// Whether a column will be on the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Nothing speaks against it.
    Yes,
    /// It may be left out: which types are unsupported is not published (S003-49).
    MayBeLeftOut(Doubt),
    /// The settings page says that it is not supported (S003-50).
    LeftOut,
}

/// Why a column may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Its type has no plain text: participants, a picture, a file, several choices.
    Type,
    /// It is a column of another table.
    OtherTable,
    /// The table has no such column, or its metadata could not be read.
    Unknown,
}

/// A view, from `savedqueries`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// `savedqueryid`, lower case.
    pub id: String,
    /// `name`, in the reader's language.
    pub name: String,
    /// `querytype`: 0 public, 4 Quick Find.
    pub query_type: i64,
    /// `isdefault`.
    pub default: bool,
}

/// `querytype` of a public view.
pub const PUBLIC: i64 = 0;
/// `querytype` of a Quick Find view.
pub const QUICK_FIND: i64 = 4;

/// What a card takes where no view is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultView {
    /// The view "Case introduction message" (S003-52).
    CaseIntroduction,
    /// The Quick Find view (S003-53).
    QuickFind,
    /// Not documented for this table.
    NotDocumented,
}

/// How `msdyn_contextviewid` writes an id; unproven, so it is kept as the organization has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdStyle {
    /// Without braces.
    Bare,
    /// In braces.
    Braces,
}

/// The cells of a layout in their order.
///
/// # Errors
/// [`XmlError`] where `layoutxml` is not understood.
pub fn layout(layoutxml: &str) -> Result<Vec<Cell>, XmlError> {
    let grid = xml::read(layoutxml, "grid")?;
    let named = |cell: &Element<'_>| {
        let name = cell.attribute("name").filter(|name| !name.is_empty())?;
        let (alias, column) = match name.split_once('.') {
            Some((alias, column)) => (Some(alias.to_owned()), column),
            None => (None, name),
        };
        Some(Cell {
            alias,
            column: column.to_owned(),
            hidden: matches!(cell.attribute("ishidden"), Some("1" | "true")),
        })
    };
    Ok(grid.all("cell").into_iter().filter_map(named).collect())
}

/// The tables a query links, for the names and the security of their columns.
///
/// # Errors
/// [`XmlError`] where `fetchxml` is not understood.
pub fn links(fetchxml: &str) -> Result<Vec<Link>, XmlError> {
    let fetch = xml::read(fetchxml, "fetch")?;
    let named = |link: &Element<'_>| {
        Some(Link {
            alias: link.attribute("alias")?.to_owned(),
            table: link.attribute("name")?.to_owned(),
        })
    };
    Ok(fetch.all("link-entity").into_iter().filter_map(named).collect())
}

/// The card of a view. `column` knows the metadata of a cell's column, and nothing of one that could not be read;
/// `unsupported` are the logical names the settings page itself marks, where it was read.
pub fn card<'a>(cells: &[Cell], column: &dyn Fn(&Cell) -> Option<&'a Column>, unsupported: &[String]) -> Card {
    let mut card = Card {
        columns: Vec::new(),
        beyond: 0,
        skips_hidden: false,
    };
    let mut hidden = false;
    for cell in cells {
        if cell.hidden {
            hidden = true;
        } else if card.columns.len() == MOST {
            card.beyond += 1;
        } else {
            card.skips_hidden = hidden;
            let known = column(cell);
            card.columns.push(CardColumn {
                cell: cell.clone(),
                name: known.map(|column| column.name.clone()),
                shown: shown(cell, known, unsupported),
                secured: known.and_then(|column| column.secured),
            });
        }
    }
    card
}

fn shown(cell: &Cell, known: Option<&Column>, unsupported: &[String]) -> Shown {
    let doubt = match known.map(Column::kind) {
        _ if unsupported.contains(&cell.column) => return Shown::LeftOut,
        _ if cell.alias.is_some() => Doubt::OtherTable,
        None => Doubt::Unknown,
        Some(Kind::PartyList | Kind::Image | Kind::File | Kind::MultiSelect | Kind::UnknownVirtual) => Doubt::Type,
        Some(Kind::Integer | Kind::BigInt | Kind::Other) => return Shown::Yes,
    };
    Shown::MayBeLeftOut(doubt)
}

impl Card {
    /// The secured columns every participant will see (S003-51).
    pub fn secured(&self) -> impl Iterator<Item = &CardColumn> {
        self.columns
            .iter()
            .filter(|column| column.secured == Some(true) && column.shown != Shown::LeftOut)
    }

    /// The columns of which it is not known whether they are secured (S003-51).
    pub fn maybe_secured(&self) -> impl Iterator<Item = &CardColumn> {
        self.columns
            .iter()
            .filter(|column| column.secured.is_none() && column.shown != Shown::LeftOut)
    }
}

impl DefaultView {
    /// Of a table (S003-52, S003-53).
    pub fn of(table: &str) -> Self {
        match table {
            "incident" => Self::CaseIntroduction,
            "account" | "contact" | "knowledgearticle" | "email" => Self::QuickFind,
            _ => Self::NotDocumented,
        }
    }

    /// The view it is, among the table's views. The Case view goes by its name in any language known here; of several
    /// Quick Find views the default one is meant.
    pub fn find(self, views: &[View]) -> Option<&View> {
        match self {
            Self::CaseIntroduction => views
                .iter()
                .find(|view| CASE_INTRODUCTION.contains(&folded(&view.name).as_str())),
            Self::QuickFind => {
                let mut found = views.iter().filter(|view| view.query_type == QUICK_FIND);
                let first = found.next();
                first
                    .filter(|view| view.default)
                    .or_else(|| found.find(|view| view.default))
                    .or(first)
            }
            Self::NotDocumented => None,
        }
    }
}

/// "Case introduction message" as the article prints it in English and French, folded; Danish and Japanese are unproven
/// and therefore not guessed.
const CASE_INTRODUCTION: [&str; 2] = ["case introduction message", "message d'introduction de cas"];

fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").replace('’', "'")
}

/// The view's id in `msdyn_contextviewid`, lower case and bare, with how it is written there.
pub fn view_id(written: &str) -> Option<(String, IdStyle)> {
    let style = if written.trim_start().starts_with('{') {
        IdStyle::Braces
    } else {
        IdStyle::Bare
    };
    guid(written).map(|id| (id, style))
}

/// A view's id as the column has it.
pub fn written_id(id: &str, style: IdStyle) -> String {
    match style {
        IdStyle::Bare => id.to_owned(),
        IdStyle::Braces => format!("{{{id}}}"),
    }
}
