//! Steps that let people use an app and the API: a grant of the app to a permission set (S001-24, S001-29), a permission
//! set for a user, **API Enabled** (S001-15). Each is taken back exactly.

use serde_json::{Value, json};

use super::making::{found, write};
use super::target::TARGET;
use crate::domain::salesforce::rights::API_ENABLED;
use crate::http::Request;
use crate::plan::making::{field, probe};
use crate::plan::model::{Change, Condition, Delta, Risk, Shape, Slot, SlotKind, Step, Take, Undo, placeholder};
use crate::recipes::dataverse::words::on_off;
use crate::services::salesforce::writes::{self, ACCESS, ASSIGNMENT};
use crate::text::Text;

/// A step with the slot of the row it makes, if it makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The step.
    pub step: Step,
    /// The slot.
    pub slot: Option<Slot>,
}

/// Lets everybody who holds a permission set, or a profile, use the app. Ids have 18 characters.
pub fn grant_app(set: (&str, &str), app: (&str, &str)) -> Made {
    row(Row {
        id: format!("grant:{}", set.0),
        slot: format!("grant-{}", set.0),
        object: ACCESS,
        read: writes::app_granted(set.0, app.0),
        write: writes::grant_app(set.0, app.0),
        key: ("ParentId", set.0),
        title: Text::new("salesforce-step-grant").name("set", set.1).name("app", app.1),
        reason: Text::new("salesforce-reason-grant"),
        label: Text::new("salesforce-grant").name("set", set.1).name("app", app.1),
    })
}

/// Gives a user a permission set. Ids have 18 characters.
pub fn assign(user: (&str, &str), set: (&str, &str)) -> Made {
    row(Row {
        id: format!("assign:{}:{}", user.0, set.0),
        slot: format!("assign-{}-{}", user.0, set.0),
        object: ASSIGNMENT,
        read: writes::assigned(user.0, set.0),
        write: writes::assign(user.0, set.0),
        key: ("AssigneeId", user.0),
        title: Text::new("salesforce-step-assign")
            .name("user", user.1)
            .name("set", set.1),
        reason: Text::new("salesforce-reason-assign"),
        label: Text::new("salesforce-assignment")
            .name("user", user.1)
            .name("set", set.1),
    })
}

/// Turns **API Enabled** of a permission set on. A profile's own set cannot be written so.
pub fn enable_api(set: (&str, &str)) -> Made {
    let label = || Text::new("salesforce-api-enabled").name("set", set.1);
    let is = |on: bool| {
        probe(
            writes::api_enabled(set.0),
            vec![field(label(), &format!("/{API_ENABLED}"), json!(on))],
        )
    };
    let turned = |on: bool| Change {
        guard: is(!on),
        action: write(writes::enable_api(set.0, on), true, Vec::new()),
        proof: is(on),
        patience: None,
    };
    let step = Step {
        id: format!("api:{}", set.0),
        target: TARGET.to_owned(),
        title: Text::new("salesforce-step-api").name("set", set.1),
        reason: Text::new("salesforce-reason-api"),
        delta: vec![Delta {
            label: label(),
            from: on_off(false),
            to: on_off(true),
        }],
        risk: Risk::Reversible,
        needs: Vec::new(),
        change: turned(true),
        undo: Undo::Change(Box::new(turned(false))),
        unproven: None,
    };
    Made { step, slot: None }
}

/// A row that is made, and found by what it joins.
struct Row<'a> {
    id: String,
    slot: String,
    object: &'static str,
    read: Request,
    write: Request,
    key: (&'static str, &'a str),
    title: Text,
    reason: Text,
    label: Text,
}

fn row(row: Row<'_>) -> Made {
    let none = || probe(row.read.clone(), vec![found(row.label.clone(), 0)]);
    let there = || {
        let key = [(row.key.0.to_owned(), Value::from(row.key.1))];
        let is = Condition::Found {
            label: row.label.clone(),
            list: "/records".to_owned(),
            key: key.into(),
            id: "Id".to_owned(),
            slot: row.slot.clone(),
        };
        probe(row.read.clone(), vec![is])
    };
    let take = Take {
        slot: row.slot.clone(),
        pointer: "/id".to_owned(),
    };
    let made = Condition::Member {
        label: row.label.clone(),
        list: "/records".to_owned(),
        key: [("Id".to_owned(), Value::from(placeholder(&row.slot)))].into(),
        fields: [].into(),
    };
    let back = Change {
        guard: probe(row.read.clone(), vec![made]),
        action: write(writes::delete(row.object, &placeholder(&row.slot)), true, Vec::new()),
        proof: none(),
        patience: None,
    };
    let step = Step {
        id: row.id,
        target: TARGET.to_owned(),
        title: row.title,
        reason: row.reason,
        delta: vec![Delta {
            label: row.label.clone(),
            from: Text::new("salesforce-not-there"),
            to: Text::new("salesforce-there"),
        }],
        risk: Risk::Reversible,
        needs: Vec::new(),
        change: Change {
            guard: none(),
            // A second one is refused (DUPLICATE_VALUE), so an unknown outcome may be tried again.
            action: write(row.write.clone(), true, vec![take]),
            proof: there(),
            patience: None,
        },
        undo: Undo::Change(Box::new(back)),
        unproven: None,
    };
    let slot = Slot {
        id: row.slot,
        what: row.label,
        kind: SlotKind::Found(Shape::Id),
    };
    Made { step, slot: Some(slot) }
}
