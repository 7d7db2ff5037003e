//! A blueprint beside the environment it is opened in: three columns (the file, here now, what the article starts with)
//! and for each line what taking the file's value would mean here, or why it cannot be taken.

use super::{Blueprint, RecordType, ViewChoice};
use crate::domain::chat::Unread;
use crate::domain::chat::availability::KnownApp;
use crate::domain::chat::context_card::{View, view_id};
use crate::domain::chat::key_updates::{self, Problem, Separator, TableRefusal};
use crate::domain::chat::pane_access::TeamsInPane;
use crate::domain::chat::record_type::{Configuration, FOLLOWED_COLUMN, READY_MADE, Switch};
use crate::domain::chat::setting::Scope;
use crate::domain::chat::site_map::SiteMap;
use crate::domain::chat::table::Column;

/// The environment a blueprint is opened in. `None` always means *not read*: nothing is said about it then.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// Where Teams chat is on; `Some(None)` if this generation has no such setting, only the page's own switch.
    pub scope: Option<Option<&'a Scope>>,
    /// The apps chats are had in: (unique name, name).
    pub apps: Option<&'a [(String, String)]>,
    /// The record types: (table, configuration).
    pub record_types: Option<&'a [(String, Configuration)]>,
    /// Whether there are record types whose table could not be told: then none is known not to be there.
    pub unresolved_types: bool,
    /// The columns record types have here; older generations lack some.
    pub has_column: &'a dyn Fn(&str) -> bool,
    /// Logical names of the tables that could become record types.
    pub tables: Option<&'a [String]>,
    /// The views: (table, view).
    pub views: Option<&'a [(String, View)]>,
    /// A table's columns.
    pub columns: &'a dyn Fn(&str) -> Option<&'a [Column]>,
    /// Why a table cannot have key updates, if it cannot (S003-88, S003-89).
    pub key_updates: &'a dyn Fn(&str) -> Result<Option<TableRefusal>, Unread>,
    /// The timeline; `Some(None)` if this generation has none.
    pub timeline: Option<Option<bool>>,
    /// The site maps of custom apps: (app's unique name, its site map).
    pub site_maps: Option<&'a [(String, SiteMapHere)]>,
    /// The custom roles.
    pub roles: Option<&'a [RoleHere]>,
    /// The custom profiles.
    pub profiles: Option<&'a [ProfileHere]>,
}

/// A custom app's site map here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SiteMapHere {
    /// Understood.
    Read(SiteMap),
    /// Not understood: nothing is said about it.
    Unreadable,
    /// It came with a solution and is not changed.
    Managed,
}

/// A custom role here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleHere {
    /// `roleid` of the root copy.
    pub id: String,
    /// `name`.
    pub name: String,
    /// `roletemplateid`, lower case.
    pub template_id: Option<String>,
    /// Whether it reads all seven tables.
    pub complete: bool,
}

/// A custom profile here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileHere {
    /// `msdyn_appconfigurationid`.
    pub id: String,
    /// `msdyn_uniquename`.
    pub unique_name: String,
    /// Whether Teams is in its pane; `None` where that was not read.
    pub teams: Option<TeamsInPane>,
    /// Whether there is a Teams tab in its pane that could be enabled.
    pub has_tab: bool,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub subject: Subject,
    /// In the file.
    pub file: Value,
    /// Here now; `None` where it was not read or is not there.
    pub here: Option<Value>,
    /// What the article starts with; `None` where it does not say.
    pub article: Option<Value>,
    /// What it comes to.
    pub outcome: Outcome,
}

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// Where Teams chat is on.
    Scope,
    /// That a table is a record type.
    RecordType(String),
    /// A switch of a record type, by table.
    Switch(String, Switch),
    /// The note's view of a record type, by table.
    View(String),
    /// The columns of key updates of a record type, by table.
    Followed(String),
    /// The timeline.
    Timeline,
    /// The settings page in an app, by unique name.
    Page(String),
    /// A custom role reads what the pane needs, by name.
    Role(String),
    /// Teams in the pane of a profile, by unique name.
    Profile(String),
}

/// What stands in a column of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// Everywhere.
    All,
    /// Names: apps, columns, a view, a place. None of them for "nowhere" or "the default".
    Names(Vec<String>),
}

/// What a line comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Here it is so already.
    Same,
    /// It can be made so.
    Wish(Wish),
    /// It cannot be made so: these are not here, by the file's names.
    Missing(Vec<String>),
    /// More than one thing here has this name: which one is meant is not guessed.
    Ambiguous(String),
    /// These columns cannot be followed here, and why.
    Refused(Vec<Problem>),
    /// The table cannot have key updates here.
    NoKeyUpdates(TableRefusal),
    /// It came with a solution and is not changed.
    Managed,
    /// Only the admin's own hand can make it so, in the product's pages.
    ByHand,
    /// This generation of the product does not have it.
    NotInThisGeneration,
    /// What it takes to tell was not read.
    NotRead,
}

/// What taking the file's value means, in this environment's own ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Teams chat is to be on there.
    Scope(Scope),
    /// The table is to become a record type.
    Add(String),
    /// A switch of the record type on this table is to be on or off.
    Switch(String, Switch, bool),
    /// The note of the record type on this table is to take this view, by id, or the default one.
    View(String, Option<String>),
    /// These columns of the record type on this table are to be followed.
    Follow(String, Vec<String>),
    /// The timeline is to be on or off.
    Timeline(bool),
    /// The settings page is to be in this app, area and group.
    Page(super::Page),
    /// The role of this id is to read what the pane needs.
    Role(String),
    /// Teams is to be in the pane of the profile of this id, or not.
    Teams(String, bool),
}

/// Every line of a blueprint, in the order of the article.
pub fn compare(blueprint: &Blueprint, here: &Here<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = blueprint.scope.iter().map(|scope| scope_line(scope, here)).collect();
    for record_type in &blueprint.record_types {
        record_type_lines(record_type, here, &mut lines);
    }
    if let Some(on) = blueprint.timeline {
        let held = here.timeline.flatten();
        lines.push(Line {
            subject: Subject::Timeline,
            file: Value::Bool(on),
            here: held.map(Value::Bool),
            article: None,
            outcome: match here.timeline {
                None => Outcome::NotRead,
                Some(None) => Outcome::NotInThisGeneration,
                Some(Some(held)) if held == on => Outcome::Same,
                Some(Some(_)) => Outcome::Wish(Wish::Timeline(on)),
            },
        });
    }
    for page in &blueprint.pages {
        lines.push(page_line(page, here));
    }
    for role in &blueprint.roles {
        lines.push(role_line(role, here));
    }
    for profile in &blueprint.profiles {
        lines.push(profile_line(profile, here));
    }
    lines
}

fn scope_line(scope: &Scope, here: &Here<'_>) -> Line {
    let missing: Vec<String> = match (scope, here.apps) {
        (Scope::Selected(wanted), Some(apps)) => {
            let there = |wanted: &&String| apps.iter().any(|(app, _)| app == *wanted);
            wanted.iter().filter(|app| !there(app)).cloned().collect()
        }
        _ => Vec::new(),
    };
    let preselected = here.apps.map(|apps| {
        let known = |app: &&(String, String)| KnownApp::find(&app.0, &app.1).is_some_and(KnownApp::is_preselected);
        Value::Names(apps.iter().filter(known).map(|(app, _)| app.clone()).collect())
    });
    Line {
        subject: Subject::Scope,
        file: scope_value(scope),
        here: here.scope.flatten().map(scope_value),
        article: preselected,
        outcome: match (here.scope, here.apps) {
            // Without the setting there is only the page's own switch, whose state no read of the service tells.
            (Some(None), _) => Outcome::ByHand,
            (Some(Some(held)), _) if held == scope => Outcome::Same,
            (Some(_), Some(_)) if missing.is_empty() => Outcome::Wish(Wish::Scope(scope.clone())),
            (Some(_), Some(_)) => Outcome::Missing(missing),
            _ => Outcome::NotRead,
        },
    }
}

fn scope_value(scope: &Scope) -> Value {
    match scope {
        Scope::All => Value::All,
        Scope::Off => Value::Names(Vec::new()),
        Scope::Selected(apps) => Value::Names(apps.clone()),
    }
}

fn record_type_lines(wanted: &RecordType, here: &Here<'_>, lines: &mut Vec<Line>) {
    let table = &wanted.table;
    let held = here
        .record_types
        .and_then(|all| all.iter().find(|(known, _)| known == table));
    let article = Configuration::new(table, Separator::Comma);
    // A record type that will be added starts as the article has it, so its other lines are told apart from that.
    let mut starts = held.map(|(_, configuration)| configuration);
    if held.is_none() {
        let outcome = match (here.record_types, here.tables) {
            (None, _) | (_, None) => Outcome::NotRead,
            // It may be one of those whose table is not known.
            _ if here.unresolved_types => Outcome::NotRead,
            (_, Some(tables)) if tables.contains(table) => {
                starts = Some(&article);
                Outcome::Wish(Wish::Add(table.clone()))
            }
            _ => Outcome::Missing(vec![table.clone()]),
        };
        lines.push(Line {
            subject: Subject::RecordType(table.clone()),
            file: Value::Bool(true),
            here: here.record_types.map(|_| Value::Bool(false)),
            article: Some(Value::Bool(READY_MADE.contains(&table.as_str()))),
            outcome,
        });
    }
    // Where there is no record type and none can be, its line above has said all there is to say.
    let Some(starts) = starts else { return };
    for &(switch, on) in &wanted.switches {
        let outcome = if !(here.has_column)(switch.column()) {
            Outcome::NotInThisGeneration
        } else if starts.is_on(switch) == on {
            Outcome::Same
        } else if let Some(why) = refused(switch == Switch::KeyUpdates && on, table, here) {
            why
        } else {
            Outcome::Wish(Wish::Switch(table.clone(), switch, on))
        };
        lines.push(Line {
            subject: Subject::Switch(table.clone(), switch),
            file: Value::Bool(on),
            here: held.map(|(_, held)| Value::Bool(held.is_on(switch))),
            article: article.get(switch).map(Value::Bool),
            outcome,
        });
    }
    if let Some(view) = &wanted.view {
        lines.push(view_line(
            table,
            view,
            held.and_then(|(_, held)| held.view.as_deref()),
            here,
        ));
    }
    if let Some(followed) = &wanted.followed {
        lines.push(followed_line(table, followed, starts, held.is_some(), here));
    }
}

/// What stands against key updates of a table, if they are wanted.
fn refused(wanted: bool, table: &str, here: &Here<'_>) -> Option<Outcome> {
    if !wanted {
        return None;
    }
    match (here.key_updates)(table) {
        Ok(None) => None,
        Ok(Some(refusal)) => Some(Outcome::NoKeyUpdates(refusal)),
        Err(Unread) => Some(Outcome::NotRead),
    }
}

fn view_line(table: &str, wanted: &ViewChoice, held: Option<&str>, here: &Here<'_>) -> Line {
    let views: Vec<&View> = here
        .views
        .into_iter()
        .flatten()
        .filter(|(of, _)| of == table)
        .map(|(_, view)| view)
        .collect();
    let held = held.filter(|held| !held.is_empty());
    let held_id = held.and_then(view_id).map(|(id, _)| id);
    let name_here = match (held, &held_id) {
        (None, _) => Some(Vec::new()),
        (_, Some(id)) => views
            .iter()
            .find(|view| view.id == *id)
            .map(|view| vec![view.name.clone()]),
        // What is written there is no id: it is shown as it is.
        (Some(odd), None) => Some(vec![odd.to_owned()]),
    };
    let (file, found) = match wanted {
        ViewChoice::Default => (Vec::new(), Ok(None)),
        ViewChoice::Chosen { id, name } => {
            let mut named = views.iter().filter(|view| view.name == *name);
            let found = match (views.iter().find(|view| view.id == *id), named.next(), named.next()) {
                (Some(view), _, _) | (None, Some(view), None) => Ok(Some(view.id.clone())),
                (None, Some(_), Some(_)) => Err(Outcome::Ambiguous(name.clone())),
                (None, None, _) if here.views.is_none() => Err(Outcome::NotRead),
                (None, None, _) => Err(Outcome::Missing(vec![name.clone()])),
            };
            (vec![name.clone()], found)
        }
    };
    Line {
        subject: Subject::View(table.to_owned()),
        file: Value::Names(file),
        here: name_here.map(Value::Names),
        article: Some(Value::Names(Vec::new())),
        outcome: match found {
            Err(why) => why,
            Ok(id) if id == held_id && (id.is_some() || held.is_none()) => Outcome::Same,
            Ok(id) => Outcome::Wish(Wish::View(table.to_owned(), id)),
        },
    }
}

fn followed_line(table: &str, wanted: &[String], starts: &Configuration, is_there: bool, here: &Here<'_>) -> Line {
    let held = key_updates::parse(starts.followed.as_deref().unwrap_or_default()).ok();
    let columns = (here.columns)(table);
    let outcome = if !(here.has_column)(FOLLOWED_COLUMN) {
        Outcome::NotInThisGeneration
    } else if held.as_deref() == Some(wanted) {
        Outcome::Same
    } else if let Some(why) = refused(!wanted.is_empty(), table, here) {
        why
    } else {
        match columns.map(|columns| key_updates::problems(wanted, columns)) {
            None => Outcome::NotRead,
            Some(problems) if problems.is_empty() => Outcome::Wish(Wish::Follow(table.to_owned(), wanted.to_vec())),
            Some(problems) => Outcome::Refused(problems),
        }
    };
    Line {
        subject: Subject::Followed(table.to_owned()),
        file: Value::Names(wanted.to_vec()),
        here: held.filter(|_| is_there).map(Value::Names),
        article: Some(Value::Names(
            key_updates::preset(table).iter().map(|&name| name.to_owned()).collect(),
        )),
        outcome,
    }
}

fn page_line(page: &super::Page, here: &Here<'_>) -> Line {
    let map = here
        .site_maps
        .and_then(|maps| maps.iter().find(|(app, _)| *app == page.app));
    let found = map.map(|(_, map)| map);
    let map = match found {
        Some(SiteMapHere::Read(map)) => Some(map),
        _ => None,
    };
    let held = map.and_then(|map| map.pages.iter().find(|held| held.exact));
    let groups = map.map_or(0, |map| {
        let areas = map.areas.iter().filter(|area| area.id == page.area);
        areas
            .flat_map(|area| &area.groups)
            .filter(|group| group.id == page.group)
            .count()
    });
    Line {
        subject: Subject::Page(page.app.clone()),
        file: Value::Names(vec![page.area.clone(), page.group.clone()]),
        here: map.map(|_| Value::Names(held.map_or_else(Vec::new, |held| vec![held.area.clone(), held.group.clone()]))),
        article: None,
        outcome: match (here.site_maps, found, groups) {
            (None, _, _) | (_, Some(SiteMapHere::Unreadable), _) => Outcome::NotRead,
            (_, Some(SiteMapHere::Managed), _) => Outcome::Managed,
            (_, None, _) => Outcome::Missing(vec![page.app.clone()]),
            // Wherever in the app it stands, the page is there.
            _ if held.is_some() => Outcome::Same,
            (_, _, 0) => Outcome::Missing(vec![page.area.clone(), page.group.clone()]),
            (_, _, 1) => Outcome::Wish(Wish::Page(page.clone())),
            _ => Outcome::Ambiguous(page.group.clone()),
        },
    }
}

fn role_line(role: &super::Role, here: &Here<'_>) -> Line {
    let roles = here.roles.unwrap_or_default();
    let same_template = |known: &&RoleHere| role.template_id.is_some() && known.template_id == role.template_id;
    let found: Vec<&RoleHere> = match roles.iter().find(same_template) {
        Some(one) => vec![one],
        None => roles.iter().filter(|known| known.name == role.name).collect(),
    };
    Line {
        subject: Subject::Role(role.name.clone()),
        file: Value::Bool(true),
        here: match found.as_slice() {
            [one] => Some(Value::Bool(one.complete)),
            _ => None,
        },
        article: None,
        outcome: match found.as_slice() {
            _ if here.roles.is_none() => Outcome::NotRead,
            [] => Outcome::Missing(vec![role.name.clone()]),
            [one] if one.complete => Outcome::Same,
            [one] => Outcome::Wish(Wish::Role(one.id.clone())),
            _ => Outcome::Ambiguous(role.name.clone()),
        },
    }
}

fn profile_line(profile: &super::Profile, here: &Here<'_>) -> Line {
    let found = here
        .profiles
        .and_then(|all| all.iter().find(|known| known.unique_name == profile.unique_name));
    let held = found.and_then(|found| match found.teams {
        Some(TeamsInPane::On) => Some(true),
        Some(TeamsInPane::Off | TeamsInPane::NoPane) => Some(false),
        Some(TeamsInPane::NotRecognised | TeamsInPane::Unclear) | None => None,
    });
    Line {
        subject: Subject::Profile(profile.unique_name.clone()),
        file: Value::Bool(profile.teams),
        here: held.map(Value::Bool),
        article: None,
        outcome: match (here.profiles, found, held) {
            (None, _, _) | (_, Some(ProfileHere { teams: None, .. }), _) => Outcome::NotRead,
            (_, None, _) => Outcome::Missing(vec![profile.name.clone()]),
            (_, _, Some(held)) if held == profile.teams => Outcome::Same,
            (_, Some(found), Some(_)) if found.has_tab => Outcome::Wish(Wish::Teams(found.id.clone(), profile.teams)),
            _ => Outcome::ByHand,
        },
    }
}
