//! What the registered app lacks, by Graph: the reply address, the delegated permission, its grant, a secret (S002-02,
//! S002-13, S002-15; cloud-apis §6.3).

use serde_json::{Value, json};

use super::app::{App, SCOPE};
use super::planning::{KEY_ID, PlanError, SECRET};
use crate::domain::day::Day;
use crate::domain::integration_account::reply_address;
use crate::http::Request;
use crate::plan::making::{field, probe};
use crate::plan::model::{
    Action, Change, Condition, Delta, Risk, Shape, Slot, SlotKind, Step, Take, Undo, Write, WriteCondition, placeholder,
};
use crate::recipes::tenant::ENTRA;
use crate::services::graph::applications::{self, Application, DYNAMICS_CRM, USER_IMPERSONATION};
use crate::services::graph::grants;
use crate::text::Text;

/// Id of the step that makes the client secret.
pub const MAKE: &str = "app:secret";
/// Id of the step that grants the permission.
pub const GRANT: &str = "app:grant";
/// The slot of the grant's id.
const GRANT_ID: &str = "grant-id";

/// The steps that give the app what it lacks; nothing if it lacks nothing.
///
/// # Errors
/// [`PlanError`] where what it has could not be read.
pub fn prepare(app: &App, host: &str) -> Result<Vec<Step>, PlanError> {
    let application = registered(app)?;
    let mut steps = Vec::new();
    if app.has_reply(host) == Some(false) {
        steps.push(reply(application, host));
    }
    if app.lists_permission() == Some(false) {
        steps.push(permission(application));
    }
    match app.is_granted() {
        Some(true) => {}
        Some(false) => steps.push(consent(app)?),
        None => {
            return Err(PlanError::Incomplete {
                what: Text::new("bright-app-grants"),
            });
        }
    }
    Ok(steps)
}

/// The step that makes a secret, for the page alone (S002-13).
///
/// # Errors
/// [`PlanError`] where the app could not be read.
pub fn make_secret(app: &App, end: Day) -> Result<Step, PlanError> {
    let application = registered(app)?;
    let label = || Text::new("bright-app-secrets");
    let read = || applications::by_id(&application.id).request();
    let key = || [("keyId".to_owned(), json!(placeholder(KEY_ID)))].into();
    let member = || Condition::Member {
        label: label(),
        list: "/passwordCredentials".to_owned(),
        key: key(),
        fields: [].into(),
    };
    let back = Change {
        guard: probe(read(), vec![member()]),
        action: write(
            applications::remove_password(&application.id, &placeholder(KEY_ID)),
            true,
        ),
        proof: probe(
            read(),
            vec![Condition::NoMember {
                label: label(),
                list: "/passwordCredentials".to_owned(),
                key: key(),
            }],
        ),
        patience: None,
    };
    let Action::Http(made) = write(
        applications::add_password(&application.id, "Bright Pattern", &end.at_midnight()),
        false,
    ) else {
        return Err(PlanError::Gone);
    };
    let take = |slot: &str, pointer: &str| Take {
        slot: slot.to_owned(),
        pointer: pointer.to_owned(),
    };
    let change = Change {
        guard: probe(
            read(),
            vec![field(Text::new("bright-app"), "/appId", json!(application.app_id))],
        ),
        action: Action::Http(Write {
            takes: vec![take(SECRET, "/secretText"), take(KEY_ID, "/keyId")],
            ..made
        }),
        proof: probe(read(), vec![member()]),
        patience: None,
    };
    Ok(Step {
        delta: vec![Delta {
            label: label(),
            from: Text::new("bright-secret-none"),
            to: Text::new("bright-secret-until").day("end", end.millis()),
        }],
        undo: Undo::Change(Box::new(back)),
        ..step(
            MAKE,
            titled("bright-step-secret", application),
            "bright-reason-secret",
            change,
        )
    })
}

/// The slot of the grant's id, which the way back speaks of. It is no GUID (Graph: `oAuth2PermissionGrant`).
pub fn grant_slot() -> Slot {
    Slot {
        id: GRANT_ID.to_owned(),
        what: Text::new("bright-grant-id"),
        kind: SlotKind::Found(Shape::Id),
    }
}

/// The slots of a secret that is made.
pub fn made_slots() -> Vec<Slot> {
    vec![
        Slot {
            id: SECRET.to_owned(),
            what: Text::new("bright-field-client-secret"),
            kind: SlotKind::ClientSecret,
        },
        Slot {
            id: KEY_ID.to_owned(),
            what: Text::new("bright-secret-key-id"),
            kind: SlotKind::Found(Shape::Guid),
        },
    ]
}

fn registered(app: &App) -> Result<&Application, PlanError> {
    match app.application.value() {
        Some(Some(application)) => Ok(application),
        Some(None) => Err(PlanError::NoApp),
        None => Err(PlanError::Incomplete {
            what: Text::new("graph-what-application"),
        }),
    }
}

fn write(request: Request, repeatable: bool) -> Action {
    Action::Http(Write {
        request,
        // Graph has no conditional write for these; the guard is the last request before it.
        condition: WriteCondition::None,
        repeatable,
        takes: Vec::new(),
        at: None,
    })
}

fn step(id: &str, title: Text, reason: &'static str, change: Change) -> Step {
    Step {
        id: id.to_owned(),
        target: ENTRA.to_owned(),
        title,
        reason: Text::new(reason),
        delta: Vec::new(),
        risk: Risk::Reversible,
        needs: Vec::new(),
        change,
        undo: Undo::None {
            why: Text::new("bright-undo-unsaved"),
        },
        unproven: None,
    }
}

/// A title with the app's own name: which one is changed is seen before it is.
fn titled(id: &'static str, application: &Application) -> Text {
    Text::new(id).name("app", &application.display_name)
}

/// One member of the registration from one value to another, and back.
fn update(
    application: &Application,
    label: &Text,
    pointer: &str,
    [from, to]: [&Value; 2],
    body: impl Fn(&Value) -> Value,
) -> (Change, Undo) {
    let read = || applications::by_id(&application.id).request();
    let change = |from: &Value, to: &Value| Change {
        guard: probe(read(), vec![field(label.clone(), pointer, from.clone())]),
        action: write(applications::update(&application.id, &body(to)), true),
        proof: probe(read(), vec![field(label.clone(), pointer, to.clone())]),
        patience: None,
    };
    (change(from, to), Undo::Change(Box::new(change(to, from))))
}

fn reply(application: &Application, host: &str) -> Step {
    let had = application
        .web
        .as_ref()
        .map(|web| web.redirect_uris.clone())
        .unwrap_or_default();
    let wanted = reply_address(host);
    let mut has = had.clone();
    has.push(wanted.clone());
    let label = Text::new("bright-app-reply");
    let (change, undo) = update(
        application,
        &label,
        "/web/redirectUris",
        [&json!(had), &json!(has)],
        |uris| json!({"web": {"redirectUris": uris}}),
    );
    Step {
        delta: vec![Delta {
            label,
            from: Text::new("bright-reply-without"),
            to: Text::new("bright-value").name("value", wanted),
        }],
        undo,
        ..step(
            "app:reply",
            titled("bright-step-reply", application),
            "bright-reason-reply",
            change,
        )
    }
}

/// The permissions as Graph wrote them, with one more: what other resources list stays as it is.
fn permission(application: &Application) -> Step {
    let written = |application: &Application| -> Vec<Value> {
        let one = |resource: &applications::RequiredResourceAccess| {
            let access: Vec<Value> = resource
                .access
                .iter()
                .map(|access| json!({"id": access.id, "type": access.kind}))
                .collect();
            json!({"resourceAppId": resource.resource_app_id, "resourceAccess": access})
        };
        application.required.iter().map(one).collect()
    };
    let had = written(application);
    let mut wanted = application.clone();
    let access = applications::ResourceAccess {
        id: USER_IMPERSONATION.to_owned(),
        kind: "Scope".to_owned(),
    };
    let ours = |resource: &&mut applications::RequiredResourceAccess| {
        resource.resource_app_id.eq_ignore_ascii_case(DYNAMICS_CRM)
    };
    match wanted.required.iter_mut().find(ours) {
        Some(resource) => resource.access.push(access),
        None => wanted.required.push(applications::RequiredResourceAccess {
            resource_app_id: DYNAMICS_CRM.to_owned(),
            access: vec![access],
        }),
    }
    let has = written(&wanted);
    let label = Text::new("bright-app-permission");
    let (change, undo) = update(
        application,
        &label,
        "/requiredResourceAccess",
        [&json!(had), &json!(has)],
        |required| json!({ "requiredResourceAccess": required }),
    );
    Step {
        delta: vec![Delta {
            label,
            from: Text::new("bright-permission-without"),
            to: Text::new("bright-value").name("value", SCOPE),
        }],
        undo,
        ..step(
            "app:permission",
            titled("bright-step-permission", application),
            "bright-reason-permission",
            change,
        )
    }
}

/// The permission for the whole organization (S002-15). Its id is the service's own, found for the way back.
fn consent(app: &App) -> Result<Step, PlanError> {
    let unknown = || PlanError::Incomplete {
        what: Text::new("graph-what-service-principal"),
    };
    let principal = app
        .principal
        .value()
        .ok_or_else(unknown)?
        .as_ref()
        .ok_or(PlanError::NoPrincipal)?;
    let resource = app
        .resource
        .value()
        .ok_or_else(unknown)?
        .as_ref()
        .ok_or(PlanError::NoDynamics)?;
    // One app has one such grant per resource; one with other permissions would have to be changed, not made.
    let has_another = app.grants.value().is_some_and(|grants| {
        let for_all = |grant: &&grants::PermissionGrant| grant.consent_type == "AllPrincipals";
        grants
            .iter()
            .filter(for_all)
            .any(|grant| grant.resource_id.eq_ignore_ascii_case(&resource.id))
    });
    if has_another {
        return Err(PlanError::OtherGrant);
    }
    let label = || Text::new("bright-app-grants");
    let read = || grants::of_client(&principal.id).request();
    let key = || -> std::collections::BTreeMap<String, Value> {
        [
            ("consentType".to_owned(), json!("AllPrincipals")),
            ("resourceId".to_owned(), json!(resource.id)),
        ]
        .into()
    };
    let none = || Condition::NoMember {
        label: label(),
        list: "/value".to_owned(),
        key: key(),
    };
    let there = || Condition::Member {
        label: label(),
        list: "/value".to_owned(),
        key: key(),
        fields: [("scope".to_owned(), json!(SCOPE))].into(),
    };
    let found = Condition::Found {
        label: Text::new("bright-grant-id"),
        list: "/value".to_owned(),
        key: key(),
        id: "id".to_owned(),
        slot: GRANT_ID.to_owned(),
    };
    let back = Change {
        guard: probe(read(), vec![there()]),
        action: write(grants::revoke(&placeholder(GRANT_ID)), true),
        proof: probe(read(), vec![none()]),
        patience: None,
    };
    let change = Change {
        guard: probe(read(), vec![none()]),
        action: write(grants::grant_all(&principal.id, &resource.id, SCOPE), false),
        proof: probe(read(), vec![there(), found]),
        patience: None,
    };
    Ok(Step {
        delta: vec![Delta {
            label: label(),
            from: Text::new("bright-grant-none"),
            to: Text::new("bright-grant-all"),
        }],
        undo: Undo::Change(Box::new(back)),
        risk: Risk::Disruptive,
        ..step(
            GRANT,
            titled("bright-step-grant", registered(app)?),
            "bright-reason-grant",
            change,
        )
    })
}
