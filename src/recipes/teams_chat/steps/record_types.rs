//! Record types: added with an id of our own and every column explicit, changed by one guarded write per row, removed the
//! way the row allows (S003-42 to S003-46, S003-56 to S003-59, S003-82 to S003-86, S003-97 to S003-100).

use serde_json::{Map, Value, json};

use super::{back, delete, delta, field, no_member, patch, probe, step};
use crate::domain::chat::context_card;
use crate::domain::chat::key_updates;
use crate::domain::chat::record_type::{self, Cell, Configuration, FOLLOWED_COLUMN, Switch, VIEW_COLUMN};
use crate::plan::model::{Change, Condition, Probe, Step, Undo, WriteCondition};
use crate::recipes::dataverse::words::on_off;
use crate::recipes::teams_chat::choices::{Added, Choices};
use crate::recipes::teams_chat::observed::{Candidate, Observed, RecordType};
use crate::recipes::teams_chat::planning::PlanError;
use crate::services::dataverse::chat;
use crate::text::Text;

/// The steps, in the order the view lists the record types; then those added to the list, last those taken off it.
pub fn steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    if choices.types().is_empty() && choices.added().is_empty() && choices.removed().is_empty() {
        return Ok(Vec::new());
    }
    for complete in [observed.record_types.is_complete(), observed.columns.is_complete()] {
        if !complete {
            return Err(PlanError::Incomplete {
                what: Text::new("dataverse-what-record-types"),
            });
        }
    }
    if observed.rights.record_types == Some(false) {
        return Err(PlanError::NotAllowed {
            what: Text::new("dataverse-what-record-types"),
        });
    }
    let mut steps = Vec::new();
    let listed = || observed.record_types.value().into_iter().flatten();
    let is_listed = |id: &String| listed().any(|row| row.id == *id);
    if !choices.types().keys().chain(choices.removed()).all(is_listed) {
        return Err(PlanError::Gone);
    }
    for row in listed() {
        let Some(wanted) = choices.types().get(&row.id) else {
            continue;
        };
        // A list somebody else left as it is does not stand in the way of another setting.
        if wanted.followed != row.configuration.followed {
            check_followed(observed, row.logical_name.as_deref(), wanted)?;
        }
        let starts = wanted.is_on(Switch::KeyUpdates) && !row.configuration.is_on(Switch::KeyUpdates);
        if let (true, Some(table)) = (starts, row.logical_name.as_deref()) {
            check_key_updates(observed, table, &row.name)?;
        }
        steps.push(change(observed, row, wanted));
    }
    for (table, added) in choices.added() {
        steps.push(add(observed, table, added)?);
    }
    for row in listed().filter(|row| choices.removed().contains(&row.id)) {
        steps.push(remove(observed, row));
    }
    Ok(steps)
}

/// A list of columns that were opened holds only what can be followed.
fn check_followed(observed: &Observed, table: Option<&str>, wanted: &Configuration) -> Result<(), PlanError> {
    let list = wanted.followed.as_deref().map(key_updates::parse).transpose();
    let (Some(table), Ok(Some(list))) = (table, list) else {
        return Ok(());
    };
    if list.len() > key_updates::MOST || !Choices::followed_problems(observed, table, &list).is_empty() {
        return Err(PlanError::Columns);
    }
    Ok(())
}

/// Key updates are not switched on for a table that is known not to have any (S003-88, S003-89).
fn check_key_updates(observed: &Observed, table: &str, name: &str) -> Result<(), PlanError> {
    match observed.key_updates(table) {
        Ok(Some(_)) => Err(PlanError::NoKeyUpdates { what: name.to_owned() }),
        Ok(None) | Err(_) => Ok(()),
    }
}

fn json_of(value: &record_type::Value) -> Value {
    match value {
        record_type::Value::Null => Value::Null,
        record_type::Value::Bool(on) => json!(on),
        record_type::Value::Text(text) => json!(text),
    }
}

/// The product's own label of a column.
pub fn column_label(column: &str) -> Text {
    let switch = Switch::ALL.into_iter().find(|switch| switch.column() == column);
    Text::new(match switch {
        Some(Switch::IncludeNote) => "chat-note",
        Some(Switch::RecordOwnerCanDisconnect) => "disconnect-toggle-owner",
        Some(Switch::ChatConnectorCanDisconnect) => "disconnect-toggle-connector",
        Some(Switch::JoinChat) => "chat-join",
        Some(Switch::KeyUpdates) => "chat-key-updates",
        Some(Switch::AutoNameChats) => "chat-auto-name",
        Some(Switch::AiSuggestion | Switch::LogicBasedSuggestion) => "chat-suggestions",
        Some(Switch::AiIntroduction) => "chat-ai-introduction",
        None if column == VIEW_COLUMN => "chat-view",
        None if column == FOLLOWED_COLUMN => "chat-followed",
        None => "chat-state",
    })
}

/// What stands in a cell, with the names people know the view and the columns by.
fn words(observed: &Observed, table: Option<&str>, cell: &Cell) -> Text {
    match &cell.value {
        record_type::Value::Bool(on) => on_off(*on),
        record_type::Value::Null if cell.column == VIEW_COLUMN => Text::new("chat-view-default"),
        record_type::Value::Null if cell.column == FOLLOWED_COLUMN => Text::new("chat-followed-none"),
        record_type::Value::Null => on_off(false),
        record_type::Value::Text(text) if cell.column == VIEW_COLUMN => {
            let id = context_card::view_id(text).map(|(id, _)| id);
            let views = observed.views.value().into_iter().flatten();
            let mut opened = observed
                .details
                .values()
                .filter_map(|details| details.views.value())
                .flatten();
            let name = views
                .map(|(_, view)| view)
                .find(|view| Some(&view.id) == id.as_ref())
                .map(|view| view.name.clone())
                .or_else(|| {
                    let found = opened.find(|layout| Some(&layout.view.id) == id.as_ref())?;
                    Some(found.view.name.clone())
                });
            Text::new("chat-value").name("value", name.unwrap_or_else(|| text.clone()))
        }
        record_type::Value::Text(text) => {
            let list = key_updates::parse(text).ok();
            let list = list.map(|list| list.into_iter().map(|column| column_name(observed, table, column)));
            let names = list.map(|list| list.collect::<Vec<_>>().join(", "));
            Text::new("chat-value").name("value", names.unwrap_or_else(|| text.clone()))
        }
    }
}

/// The column's display name where its table was opened.
fn column_name(observed: &Observed, table: Option<&str>, column: String) -> String {
    let details = table.and_then(|table| observed.details.get(table));
    let columns = details.and_then(|details| details.columns.value());
    let found = columns.and_then(|columns| columns.iter().find(|known| known.logical_name == column));
    found.map_or(column, |found| found.name.clone())
}

fn cell_condition(cell: &Cell) -> Condition {
    field(
        column_label(cell.column),
        &format!("/{}", cell.column),
        json_of(&cell.value),
    )
}

fn body(cells: &[Cell]) -> Map<String, Value> {
    cells
        .iter()
        .map(|cell| (cell.column.to_owned(), json_of(&cell.value)))
        .collect()
}

fn row_probe(id: &str, cells: &[Cell], more: &[(&str, Value)]) -> Probe {
    let mut columns: Vec<&str> = cells.iter().map(|cell| cell.column).collect();
    columns.extend(more.iter().map(|(name, _)| *name));
    let mut conditions: Vec<Condition> = cells.iter().map(cell_condition).collect();
    for (name, value) in more {
        conditions.push(field(column_label(name), &format!("/{name}"), value.clone()));
    }
    probe(&chat::columns_of_configuration(id, &columns), conditions)
}

/// What a written view id or list of columns stands on that nobody has proven.
fn unproven(observed: &Observed, cells: &[Cell]) -> Text {
    let writes = |column: &str| cells.iter().any(|cell| cell.column == column);
    let view = writes(VIEW_COLUMN) && observed.id_style().is_none();
    let list = writes(FOLLOWED_COLUMN) && observed.separator() == key_updates::Detected::Nothing;
    Text::new(if view || list {
        "chat-unproven-format"
    } else {
        "disconnect-unproven-record-type"
    })
}

/// One PATCH of the changed columns of one row.
fn change(observed: &Observed, row: &RecordType, wanted: &Configuration) -> Step {
    let has = |column: &str| observed.has_column(column);
    let (before, after): (Vec<Cell>, Vec<Cell>) = row.configuration.changes(wanted, &has).into_iter().unzip();
    let change = |from: &[Cell], to: &[Cell]| Change {
        guard: row_probe(&row.id, from, &[]),
        action: patch(
            &chat::link_chat_configuration_row(&row.id),
            &Value::Object(body(to)),
            WriteCondition::GuardEtag,
        ),
        proof: row_probe(&row.id, to, &[]),
        patience: None,
    };
    let name = match after.as_slice() {
        [one] => Text::new("chat-switch-of").message("switch", column_label(one.column)),
        _ => Text::new("chat-step-type"),
    };
    let deltas = before.iter().zip(&after);
    let said = |cell: &Cell| words(observed, row.logical_name.as_deref(), cell);
    Step {
        unproven: Some(unproven(observed, &after)),
        ..step(
            format!("type:{}", row.logical_name.as_ref().unwrap_or(&row.id)),
            name.name("type", &row.name),
            deltas
                .map(|(from, to)| delta(column_label(to.column), said(from), said(to)))
                .collect(),
            change(&before, &after),
            back(change(&after, &before)),
        )
    }
}

/// The unique name the way the rows there are have theirs; else as solutions name what belongs to a table.
fn unique_name(observed: &Observed, table: &str) -> String {
    let rows = observed.record_types.value().into_iter().flatten();
    for row in rows {
        let Some(own) = row.logical_name.as_deref() else {
            continue;
        };
        if let Some((before, after)) = row.unique_name.split_once(own) {
            return format!("{before}{table}{after}");
        }
    }
    format!("new_{table}_linkchat")
}

fn candidate<'a>(observed: &'a Observed, table: &str) -> Option<&'a Candidate> {
    let tables = observed.tables.as_ref()?.value()?;
    tables.iter().find(|one| one.table.logical_name == table)
}

fn listed(state: bool) -> Text {
    Text::new(if state {
        "chat-type-listed"
    } else {
        "chat-type-unlisted"
    })
}

fn add(observed: &Observed, table: &str, added: &Added) -> Result<Step, PlanError> {
    let found = candidate(observed, table)
        .filter(|one| one.refusal.is_none())
        .ok_or(PlanError::Gone)?;
    let entity = found.entity.as_deref().ok_or(PlanError::Gone)?;
    check_followed(observed, Some(table), &added.configuration)?;
    if added.configuration.is_on(Switch::KeyUpdates) {
        check_key_updates(observed, table, &found.table.name)?;
    }
    let has = |column: &str| observed.has_column(column);
    let cells = added.configuration.cells(&has);
    let types = observed.record_types.value().into_iter().flatten();
    let inactive = types
        .filter(|row| !row.active)
        .find(|row| row.entity.as_deref() == Some(entity));
    if let Some(row) = inactive {
        return Ok(again(observed, row, &cells));
    }
    let label = || Text::new("chat-type-row");
    let guard = probe(
        &chat::configurations_of_path(entity),
        vec![no_member(label(), ("_msdyn_entitytype_value", entity))],
    );
    let mut row = body(&cells);
    for (column, value) in [
        ("msdyn_name", json!(found.table.name)),
        ("msdyn_uniquename", json!(unique_name(observed, table))),
        ("msdyn_entitytype@odata.bind", json!(format!("/entities({entity})"))),
    ] {
        row.insert(column.to_owned(), value);
    }
    let make = super::create(&chat::link_chat_configuration_row(&added.id), &Value::Object(row));
    let proof = row_probe(&added.id, &cells, &[]);
    Ok(Step {
        unproven: Some(Text::new("chat-unproven-add")),
        ..step(
            format!("add:{table}"),
            Text::new("chat-step-add").name("type", &found.table.name),
            vec![delta(label(), listed(false), listed(true))],
            Change {
                guard,
                action: make,
                proof: proof.clone(),
                patience: None,
            },
            back(Change {
                guard: proof,
                action: delete(chat::link_chat_configuration_row(&added.id)),
                proof: gone(&added.id),
                patience: None,
            }),
        )
    })
}

fn gone(id: &str) -> Probe {
    probe(
        &chat::columns_of_configuration(id, &["msdyn_name"]),
        vec![Condition::Absent {
            label: Text::new("chat-type-row"),
        }],
    )
}

const ACTIVE: [(&str, i64); 2] = [("statecode", 0), ("statuscode", 1)];
const INACTIVE: [(&str, i64); 2] = [("statecode", 1), ("statuscode", 2)];

/// Brings a row into a state, with its columns.
fn turn(id: &str, from: (&[Cell], [(&'static str, i64); 2]), to: (&[Cell], [(&'static str, i64); 2])) -> Change {
    let state = |(cells, state): (&[Cell], [(&'static str, i64); 2])| {
        let more = state.map(|(name, value)| (name, json!(value)));
        row_probe(id, cells, &more)
    };
    let mut columns = body(to.0);
    columns.extend(to.1.map(|(name, value)| (name.to_owned(), json!(value))));
    Change {
        guard: state(from),
        action: patch(
            &chat::link_chat_configuration_row(id),
            &Value::Object(columns),
            WriteCondition::GuardEtag,
        ),
        proof: state(to),
        patience: None,
    }
}

/// Adds a type whose row was made inactive: the row is made active again.
fn again(observed: &Observed, row: &RecordType, cells: &[Cell]) -> Step {
    let has = |column: &str| observed.has_column(column);
    let before = row.configuration.cells(&has);
    Step {
        unproven: Some(Text::new("chat-unproven-add")),
        ..step(
            format!("add:{}", row.logical_name.as_ref().unwrap_or(&row.id)),
            Text::new("chat-step-add").name("type", &row.name),
            vec![delta(Text::new("chat-type-row"), listed(false), listed(true))],
            turn(&row.id, (&before, INACTIVE), (cells, ACTIVE)),
            back(turn(&row.id, (cells, ACTIVE), (&before, INACTIVE))),
        )
    }
}

/// A row that came with a solution is made inactive, another is deleted; taking it back makes the same row again, with
/// the same id and every column.
fn remove(observed: &Observed, row: &RecordType) -> Step {
    let has = |column: &str| observed.has_column(column);
    let cells = row.configuration.cells(&has);
    let (change, undo) = match (&row.entity, row.managed) {
        (Some(entity), false) => {
            let mut whole = body(&cells);
            for (column, value) in [
                ("msdyn_name", json!(row.row_name)),
                ("msdyn_uniquename", json!(row.unique_name)),
                ("msdyn_entitytype@odata.bind", json!(format!("/entities({entity})"))),
            ] {
                whole.insert(column.to_owned(), value);
            }
            let there = row_probe(&row.id, &cells, &[]);
            let remove = Change {
                guard: there.clone(),
                action: delete(chat::link_chat_configuration_row(&row.id)),
                proof: gone(&row.id),
                patience: None,
            };
            let make = Change {
                guard: gone(&row.id),
                action: super::create(&chat::link_chat_configuration_row(&row.id), &Value::Object(whole)),
                proof: there,
                patience: None,
            };
            (remove, make)
        }
        _ => (
            turn(&row.id, (&[], ACTIVE), (&[], INACTIVE)),
            turn(&row.id, (&[], INACTIVE), (&[], ACTIVE)),
        ),
    };
    Step {
        unproven: Some(Text::new("chat-unproven-remove")),
        ..step(
            format!("remove:{}", row.logical_name.as_ref().unwrap_or(&row.id)),
            Text::new("chat-step-remove").name("type", &row.name),
            vec![delta(Text::new("chat-type-row"), listed(true), listed(false))],
            change,
            Undo::Change(Box::new(undo)),
        )
    }
}
