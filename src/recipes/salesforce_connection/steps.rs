//! The steps: what is done on the settings page of the Sales agent, by Latchkey where it can see that page and else by the
//! admin, and the read of Salesforce that shows it done. The page makes and removes the parts by itself and takes minutes
//! (S000-08, S000-11).

use serde_json::Value;

use super::page_steps;
use super::settings_page::Shown;
use crate::domain::salesforce::connection::Components;
use crate::domain::salesforce::names::PATTERN;
use crate::http::Request;
use crate::plan::making::{on_page, probe};
use crate::plan::model::{
    Action, Change, Condition, Delta, Probe, Risk, Shape, Slot, SlotKind, Step, Undo, placeholder,
};
use crate::portal::sales_settings as at;
use crate::recipes::dataverse::words::on_off;
use crate::recipes::salesforce::making::found;
use crate::recipes::salesforce::target::TARGET;
use crate::services::salesforce::client::read_request;
use crate::services::salesforce::soql::{path, quoted};
use crate::text::Text;

/// Id of the step that turns access on.
pub const CONNECT: &str = "access:on";
/// Id of the step that makes the connection anew.
pub const RECONNECT: &str = "access:again";
/// Id of the step that turns access off.
pub const TURN_OFF: &str = "access:off";
/// Id of the step that shows the app gone.
pub const APP_GONE: &str = "app:gone";

/// Id of the check that the integration users are those the plan was made from.
pub const STILL_USERS: &str = "users:still";
/// Id of the checks that the apps are.
pub const STILL_APPS: &str = "apps:still";
/// The slot of the integration user that turning access on brings.
pub const USER_SLOT: &str = "integration-user";

const CONNECTED: &str = "ConnectedApplication";
const EXTERNAL: &str = "ExternalClientApplication";

/// The active integration users: what is there once a connection is made, and gone once access is off.
fn users() -> Request {
    let condition = format!("IsActive = true AND Name LIKE {}", quoted(PATTERN));
    read_request(&path(&["Id", "Name", "Username"], "User", &condition))
}

/// The active integration users with the permission set they hold: there once a connection is complete (S000-16,
/// S000-17).
fn assigned() -> Request {
    let condition = format!(
        "Assignee.IsActive = true AND Assignee.Name LIKE {0} AND PermissionSet.IsOwnedByProfile = false AND \
         PermissionSet.Label LIKE {0}",
        quoted(PATTERN)
    );
    let columns = ["Id", "AssigneeId", "PermissionSetId"];
    read_request(&path(&columns, "PermissionSetAssignment", &condition))
}

/// The apps of one kind.
fn apps(is_external: bool) -> Request {
    let condition = |column: &str| format!("{column} LIKE {}", quoted(PATTERN));
    read_request(&if is_external {
        path(&["Id", "MasterLabel"], EXTERNAL, &condition("MasterLabel"))
    } else {
        path(&["Id", "Name"], CONNECTED, &condition("Name"))
    })
}

/// A query finds exactly these rows.
fn exactly<'a>(request: Request, label: &Text, ids: impl Iterator<Item = &'a str>) -> Probe {
    let mut conditions: Vec<Condition> = ids
        .map(|id| Condition::Member {
            label: label.clone(),
            list: "/records".to_owned(),
            key: [("Id".to_owned(), Value::from(id))].into(),
            fields: [].into(),
        })
        .collect();
    let count = u32::try_from(conditions.len()).unwrap_or(u32::MAX);
    conditions.insert(0, found(label.clone(), count));
    probe(request, conditions)
}

/// The active users are those that were read.
fn same_users(components: &Components) -> Probe {
    let active = components.active().map(|user| user.id.as_str());
    exactly(users(), &Text::new("salesforce-user"), active)
}

/// Something of Salesforce's that has to be so still.
fn still(id: String, title: Text, is: Probe) -> Step {
    Step {
        id,
        target: TARGET.to_owned(),
        title,
        reason: Text::new("salesforce-reason-still"),
        delta: Vec::new(),
        risk: Risk::Reversible,
        needs: Vec::new(),
        change: Change {
            guard: is.clone(),
            action: Action::Await,
            proof: is,
            patience: None,
        },
        undo: with_the_wait(),
        unproven: None,
    }
}

/// That Salesforce still has what the plan was made from, and nothing of another tenant's (S000-13): looked at before
/// anything is pressed, since whose settings the page shows it does not tell.
fn checks(components: &Components) -> Vec<Step> {
    let title = match components.active().next() {
        None => Text::new("salesforce-step-still-none"),
        Some(user) => Text::new("salesforce-step-still").name("name", &user.name),
    };
    let mut checks = vec![still(STILL_USERS.to_owned(), title, same_users(components))];
    for is_external in [false, true] {
        let of_kind = components.apps.iter().flatten();
        let of_kind: Vec<_> = of_kind.filter(|app| app.is_external == is_external).collect();
        let Some(first) = of_kind.first() else { continue };
        let label = Text::new("salesforce-app");
        let is = exactly(apps(is_external), &label, of_kind.iter().map(|app| app.id.as_str()));
        let title = Text::new("salesforce-step-still").name("name", &first.name);
        checks.push(still(format!("{STILL_APPS}:{}", first.id), title, is));
    }
    checks
}

/// The same, and that the page has nothing else to save.
fn checks_on_page(components: &Components) -> Vec<Step> {
    let mut checks = checks(components);
    checks.push(page_steps::nothing_unsaved());
    checks
}

/// By the admin's hand; the switch is highlighted if the page is in sight.
fn guided(instruction: &'static str) -> Action {
    Action::Guide {
        instruction: Text::new(instruction),
        locator: Some(at::ACCESS.to_owned()),
    }
}

fn change(guard: Probe, action: Action, proof: Probe) -> Change {
    Change {
        guard,
        action,
        proof,
        patience: None,
    }
}

/// By the admin's hand. Where it is so before, somebody else has done it, in whichever tenant: that is a conflict, and
/// neither "already so" nor undone (S000-13).
fn by_hand(guard: Probe, instruction: &'static str, proof: Probe) -> Change {
    Change {
        patience: Some(page_steps::patience(None)),
        ..change(guard, guided(instruction), proof)
    }
}

/// What an earlier step began, waited for with the page's own word on it.
fn awaited(change: Change, shown: Option<&Shown>) -> Change {
    Change {
        action: Action::Await,
        patience: Some(page_steps::patience(shown)),
        ..change
    }
}

fn no_users() -> Probe {
    probe(users(), vec![found(Text::new("salesforce-user"), 0)])
}

/// No user, then one with its permission set.
fn turned_on() -> Change {
    by_hand(
        no_users(),
        "salesforce-guide-connect",
        probe(assigned(), vec![found(Text::new("salesforce-user-with-set"), 1)]),
    )
}

/// These users, then none.
fn turned_off(before: Probe) -> Change {
    by_hand(before, "salesforce-guide-off", no_users())
}

fn access(from: bool, to: bool) -> Delta {
    Delta {
        label: Text::new("salesforce-access"),
        from: on_off(from),
        to: on_off(to),
    }
}

/// That the switch lasts no longer than the page until Salesforce shows what came of it.
fn with_the_wait() -> Undo {
    Undo::Nothing {
        why: Text::new("salesforce-undo-page"),
    }
}

/// The steps on the page, then the one that waits for what they bring; without the page that one is the admin's.
fn after_page(shown: Option<&Shown>, on: bool, mut last: Step, components: &Components) -> Vec<Step> {
    let Some(shown) = shown else {
        let mut steps = checks(components);
        last.needs.extend(page_steps::ids(&steps));
        steps.push(last);
        return steps;
    };
    waiting(shown, on, checks_on_page(components), last)
}

/// What the undo of turning on, or off, comes to where the page is in sight: the same on the page, while Salesforce has
/// what the undo is to change.
pub fn driven(shown: &Shown, on: bool, last: Step) -> Vec<Step> {
    let title = if on {
        "salesforce-step-still-none"
    } else {
        "salesforce-step-still-ours"
    };
    let is = last.change.guard.clone();
    let checks = vec![
        still(STILL_USERS.to_owned(), Text::new(title), is),
        page_steps::nothing_unsaved(),
    ];
    waiting(shown, on, checks, last)
}

/// The steps on the page while these checks hold, then the wait for what they bring.
fn waiting(shown: &Shown, on: bool, checks: Vec<Step>, mut last: Step) -> Vec<Step> {
    let mut steps = checks;
    steps.extend(page_steps::switch(shown, on, last.risk, &steps, with_the_wait()));
    let what = if on {
        "salesforce-step-made"
    } else {
        "salesforce-step-unmade"
    };
    last.title = Text::new(what);
    last.reason = Text::new(if on {
        "salesforce-reason-made"
    } else {
        "salesforce-reason-app-gone"
    });
    // The page shows the switch.
    last.delta = vec![Delta {
        label: Text::new("salesforce-user"),
        from: there(!on),
        to: there(on),
    }];
    // Not Save: whether it was needed only the page knows, and what came of it Salesforce tells.
    last.needs.push(page_steps::SWITCH.to_owned());
    last.change = awaited(last.change, Some(shown));
    steps.push(last);
    steps
}

fn there(is: bool) -> Text {
    Text::new(if is { "salesforce-there" } else { "salesforce-not-there" })
}

/// The integration user that turning access on brings: only it is turned off again.
pub fn user_slot() -> Slot {
    Slot {
        id: USER_SLOT.to_owned(),
        what: Text::new("salesforce-user"),
        kind: SlotKind::Found(Shape::Id),
    }
}

/// **Turn on access** and **Save** (S000-04 to S000-07).
pub fn connect(shown: Option<&Shown>, components: &Components) -> Vec<Step> {
    let mut made = turned_on();
    made.proof.conditions.push(Condition::Found {
        label: Text::new("salesforce-user"),
        list: "/records".to_owned(),
        key: [].into(),
        id: "AssigneeId".to_owned(),
        slot: USER_SLOT.to_owned(),
    });
    let slot = placeholder(USER_SLOT);
    let ours = exactly(users(), &Text::new("salesforce-user"), [slot.as_str()].into_iter());
    let last = Step {
        id: CONNECT.to_owned(),
        target: TARGET.to_owned(),
        title: Text::new("salesforce-step-connect"),
        reason: Text::new("salesforce-reason-connect"),
        delta: vec![access(false, true)],
        risk: Risk::Reversible,
        needs: Vec::new(),
        change: made,
        undo: Undo::Change(Box::new(turned_off(ours))),
        unproven: Some(Text::new("salesforce-unproven-page")),
    };
    after_page(shown, true, last, components)
}

/// **Reconnect** (S000-22): the parts are other ones than those that were there.
pub fn reconnect(shown: Option<&Shown>, components: &Components) -> Vec<Step> {
    let label = || Text::new("salesforce-user-with-set");
    let (mut proof, mut needs) = (vec![found(label(), 1)], Vec::new());
    for user in components.active() {
        proof.push(Condition::NoMember {
            label: label(),
            list: "/records".to_owned(),
            key: [("AssigneeId".to_owned(), Value::from(user.id.as_str()))].into(),
        });
    }
    // By hand too: a connection somebody else made anew meanwhile would pass for what was to be done.
    let mut steps = if shown.is_some() {
        checks_on_page(components)
    } else {
        checks(components)
    };
    needs.extend(page_steps::ids(&steps));
    if let Some(shown) = shown {
        let way = page_steps::way(shown, &steps);
        needs.extend(way.last().map(|before| before.id.clone()));
        steps.extend(way);
    }
    let done = match shown {
        Some(_) => Change {
            patience: Some(page_steps::patience(shown)),
            ..change(
                on_page(
                    at::RECONNECT,
                    vec![page_steps::there("salesforce-step-reconnect", true)],
                ),
                page_steps::press(at::RECONNECT),
                probe(assigned(), proof),
            )
        },
        None => by_hand(
            same_users(components),
            "salesforce-guide-reconnect",
            probe(assigned(), proof),
        ),
    };
    steps.push(Step {
        id: RECONNECT.to_owned(),
        target: TARGET.to_owned(),
        title: Text::new("salesforce-step-reconnect"),
        reason: Text::new("salesforce-reason-reconnect"),
        delta: vec![Delta {
            label: Text::new("salesforce-connection"),
            from: Text::new("salesforce-connection-old"),
            to: Text::new("salesforce-connection-new"),
        }],
        risk: Risk::Disruptive,
        needs,
        change: done,
        undo: Undo::None {
            why: Text::new("salesforce-undo-reconnect"),
        },
        unproven: Some(Text::new("salesforce-unproven-page")),
    });
    steps
}

/// Access off, then no app and no active user (S000-10, S000-11). Without a user there is none whose going would show it:
/// then the page alone tells, and the apps.
pub fn turn_off(shown: Option<&Shown>, components: &Components) -> Vec<Step> {
    let has_user = components.has_user();
    let mut steps = if has_user { Vec::new() } else { checks(components) };
    if let Some(shown) = shown.filter(|_| !has_user) {
        steps.push(page_steps::nothing_unsaved());
        let undo = Undo::None {
            why: Text::new("salesforce-undo-unmade"),
        };
        steps.extend(page_steps::switch(shown, false, Risk::Disruptive, &steps, undo));
    }
    if has_user {
        let last = Step {
            id: TURN_OFF.to_owned(),
            target: TARGET.to_owned(),
            title: Text::new("salesforce-step-off"),
            reason: Text::new("salesforce-reason-off"),
            delta: vec![access(true, false)],
            risk: Risk::Disruptive,
            needs: Vec::new(),
            change: turned_off(same_users(components)),
            undo: Undo::Partly {
                change: Box::new(turned_on()),
                left: Text::new("salesforce-left-anew"),
            },
            unproven: Some(Text::new("salesforce-unproven-page")),
        };
        steps.extend(after_page(shown, false, last, components));
    }
    let is_off = has_user || shown.is_some();
    let needs: Vec<String> = match shown {
        _ if has_user => vec![TURN_OFF.to_owned()],
        // Not Save: whether it was needed only the page knows.
        Some(_) => vec![page_steps::SWITCH.to_owned()],
        None => page_steps::ids(&steps).collect(),
    };
    for app in components.apps.iter().flatten() {
        let object = if app.is_external { EXTERNAL } else { CONNECTED };
        let read = || read_request(&path(&["Id"], object, &format!("Id = {}", quoted(&app.id))));
        let label = || Text::new("salesforce-app-named").name("name", &app.name);
        let gone = change(
            probe(read(), vec![found(label(), 1)]),
            guided("salesforce-guide-app-gone"),
            probe(read(), vec![found(label(), 0)]),
        );
        steps.push(Step {
            id: format!("{APP_GONE}:{}", app.id),
            target: TARGET.to_owned(),
            title: Text::new("salesforce-step-app-gone").name("name", &app.name),
            reason: Text::new("salesforce-reason-app-gone"),
            delta: vec![Delta {
                label: label(),
                from: Text::new("salesforce-there"),
                to: Text::new("salesforce-not-there"),
            }],
            risk: Risk::Disruptive,
            needs: needs.clone(),
            // Where access was turned off just before it goes by itself; else somebody has to turn it off.
            change: if is_off { awaited(gone, shown) } else { gone },
            undo: Undo::Nothing {
                why: Text::new("salesforce-undo-app"),
            },
            unproven: None,
        });
    }
    steps
}
