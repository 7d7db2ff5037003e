//! The app registration: made, or brought to what the article has; its service principal; its secret (S004-14 to S004-22).

use serde_json::{Map, Value, json};

use super::{back, change, delta, field, found, member, no_member, partly, read, sent, step, taking, verbatim};
use crate::domain::lead::secret;
use crate::plan::model::{Condition, Risk, Shape, SlotKind, Step};
use crate::recipes::lead_management::choices::AppChoice;
use crate::recipes::lead_management::directory::MULTI_TENANT;
use crate::recipes::lead_management::observed::App;
use crate::recipes::lead_management::planning::{Draft, PlanError, slot};
use crate::recipes::tenant::ENTRA;
use crate::services::graph::applications::{self as apps, DYNAMICS_CRM, NewApplication, USER_IMPERSONATION};
use crate::text::Text;

/// Id of the step that makes the app registration.
pub const APP: &str = "credential:app";
/// Id of the step that makes the service principal.
pub const PRINCIPAL: &str = "credential:principal";
/// Id of the step that makes the secret.
pub const SECRET: &str = "credential:secret";
const ADJUST: &str = "credential:app-adjusted";
/// How app and service principal stand once they are taken back: what has written a lead is in use
/// ([`super::super::undoing::explain_undo`]).
const LEFT: &str = "lead-left-app";

/// Object id and client id: literal, or what stands for them.
pub(super) fn ids(draft: &mut Draft<'_>) -> Result<(String, String), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    match &choices.app {
        AppChoice::New => {
            if !draft.steps.iter().any(|step| step.id == APP) {
                return Err(PlanError::NoCredential);
            }
            Ok((
                draft.slot(slot::APP, SlotKind::Found(Shape::Guid)),
                draft.slot(slot::CLIENT, SlotKind::Found(Shape::Guid)),
            ))
        }
        AppChoice::Existing(id) => {
            let app = observed.app(id).ok_or(PlanError::NoCredential)?;
            Ok((app.id.clone(), app.client.clone()))
        }
        AppChoice::Typed(_) => {
            let client = choices.client(observed).ok_or(PlanError::NoCredential)?;
            Ok((String::new(), client))
        }
    }
}

/// Everything but the secret.
pub(in super::super) fn add(draft: &mut Draft<'_>) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    match &choices.app {
        AppChoice::New => {
            draft.slot(slot::APP, SlotKind::Found(Shape::Guid));
            draft.slot(slot::CLIENT, SlotKind::Found(Shape::Guid));
            let step = create(&choices.app_name, &choices.redirect, &choices.unique_name());
            draft.push(step, &[]);
        }
        AppChoice::Existing(id) => {
            let app = observed.app(id).ok_or(PlanError::NoCredential)?;
            if let Some(step) = adjust(app, &choices.redirect) {
                draft.push(step, &[]);
            }
            match app.principal.value() {
                Some(Some(_)) => return Ok(()),
                Some(None) if app.principal.is_complete() => {}
                _ => {
                    return Err(PlanError::Incomplete {
                        what: Text::new("lead-what-principal"),
                    });
                }
            }
        }
        // What cannot be read cannot be changed.
        AppChoice::Typed(_) => return Err(PlanError::NoCredential),
    }
    let (_, client) = ids(draft)?;
    let principal = draft.slot(slot::PRINCIPAL, SlotKind::Found(Shape::Guid));
    draft.push(principal_step(&client, &principal), &[APP]);
    Ok(())
}

/// Makes the app registration under a name of ours, so that it is made once.
fn create(name: &str, redirect: &str, unique_name: &str) -> Step {
    let label = || Text::new("lead-app-named").name("name", name);
    let path = || apps::called(name).request();
    let ours = [("uniqueName", unique_name)];
    let new = NewApplication {
        display_name: name,
        sign_in_audience: MULTI_TENANT,
        redirect_uris: &[redirect],
    };
    let app = crate::plan::model::placeholder(slot::APP);
    // Deleted only as long as nobody has given it another secret or certificate; for thirty days it can be restored.
    let gone = change(
        read(
            apps::by_id(&app).request(),
            vec![
                field(Text::new("lead-app-unique-name"), "/uniqueName", json!(unique_name)),
                no_member(Text::new("lead-secrets"), "/passwordCredentials", &[]),
                no_member(Text::new("lead-certificates"), "/keyCredentials", &[]),
            ],
        ),
        sent(apps::remove(&app), true),
        read(path(), vec![no_member(label(), "/value", &ours)]),
    );
    Step {
        delta: vec![
            delta(
                label(),
                Text::new("lead-value-absent"),
                Text::new("lead-value-multi-tenant"),
            ),
            delta(
                Text::new("lead-redirect"),
                Text::new("lead-value-absent"),
                verbatim(redirect),
            ),
            delta(
                Text::new("lead-permission"),
                Text::new("lead-value-absent"),
                verbatim("Dynamics CRM: user_impersonation"),
            ),
        ],
        ..step(
            APP,
            ENTRA,
            Text::new("lead-step-app").name("name", name),
            Text::new("lead-reason-app"),
            change(
                // Others may have the name: whoever may register apps could keep ours from being made by it, so that theirs
                // is taken instead.
                read(path(), vec![no_member(label(), "/value", &ours)]),
                sent(apps::upsert(unique_name, &new), true),
                read(
                    path(),
                    vec![
                        found(label(), "/value", &ours, "id", slot::APP),
                        found(Text::new("lead-client-id"), "/value", &ours, "appId", slot::CLIENT),
                    ],
                ),
            ),
            partly(gone, LEFT),
        )
    }
}

/// Brings what an app registration lacks; nothing is taken from it.
fn adjust(app: &App, redirect: &str) -> Option<Step> {
    let mut columns: Vec<(Text, &str, Value, Value, Text, Text)> = Vec::new();
    if !app.multi_tenant {
        columns.push((
            Text::new("lead-audience"),
            "signInAudience",
            json!(app.audience),
            json!(MULTI_TENANT),
            verbatim(&app.audience),
            verbatim(MULTI_TENANT),
        ));
    }
    if app.redirects.is_empty() {
        columns.push((
            Text::new("lead-redirect"),
            "web",
            json!({"redirectUris": []}),
            json!({"redirectUris": [redirect]}),
            Text::new("lead-value-absent"),
            verbatim(redirect),
        ));
    }
    if !app.impersonates {
        let had = required(app);
        let own = json!({"id": USER_IMPERSONATION, "type": "Scope"});
        let mut wanted = had.clone();
        let dynamics = |known: &&mut Value| known["resourceAppId"] == json!(DYNAMICS_CRM);
        match wanted
            .iter_mut()
            .find(dynamics)
            .and_then(|known| known["resourceAccess"].as_array_mut())
        {
            Some(access) => access.push(own),
            None => wanted.push(json!({"resourceAppId": DYNAMICS_CRM, "resourceAccess": [own]})),
        }
        columns.push((
            Text::new("lead-permission"),
            "requiredResourceAccess",
            json!(had),
            json!(wanted),
            Text::new("lead-value-absent"),
            verbatim("Dynamics CRM: user_impersonation"),
        ));
    }
    if columns.is_empty() {
        return None;
    }
    let probe = |after: bool| {
        let conditions = columns.iter().map(|(label, name, from, to, ..)| {
            let value = if after { to } else { from };
            match *name {
                // Of the platform only the addresses are ours.
                "web" => field(label.clone(), "/web/redirectUris", value["redirectUris"].clone()),
                name => field(label.clone(), &format!("/{name}"), value.clone()),
            }
        });
        read(apps::by_id(&app.id).request(), conditions.collect())
    };
    let body = |after: bool| {
        let pairs = columns.iter().map(|(_, name, from, to, ..)| {
            let value = if after { to } else { from };
            ((*name).to_owned(), value.clone())
        });
        Value::Object(pairs.collect::<Map<String, Value>>())
    };
    let turned = |after: bool| {
        let action = sent(apps::update(&app.id, &body(after)), true);
        change(probe(!after), action, probe(after))
    };
    Some(Step {
        delta: columns
            .iter()
            .map(|(label, _, _, _, from, to)| delta(label.clone(), from.clone(), to.clone()))
            .collect(),
        ..step(
            ADJUST,
            ENTRA,
            Text::new("lead-step-adjust").name("name", &app.name),
            Text::new("lead-reason-app"),
            turned(true),
            back(turned(false)),
        )
    })
}

/// The permissions an app registration lists, as Graph writes them.
fn required(app: &App) -> Vec<Value> {
    let one = |required: &apps::RequiredResourceAccess| {
        let access = required.access.iter();
        let access: Vec<Value> = access
            .map(|access| json!({"id": access.id, "type": access.kind}))
            .collect();
        json!({"resourceAppId": required.resource_app_id, "resourceAccess": access})
    };
    app.required.iter().map(one).collect()
}

fn principal_step(client: &str, principal: &str) -> Step {
    let label = || Text::new("lead-principal");
    let path = || apps::service_principal(client).request();
    let there = || field(label(), "/appId", json!(client));
    let absent = || read(path(), vec![Condition::Absent { label: label() }]);
    let gone = change(
        read(path(), vec![there()]),
        sent(apps::remove_service_principal(principal), true),
        absent(),
    );
    step(
        PRINCIPAL,
        ENTRA,
        Text::new("lead-step-principal"),
        Text::new("lead-reason-principal"),
        change(
            absent(),
            taking(
                sent(apps::add_service_principal(client), false),
                &[(slot::PRINCIPAL, "/id")],
            ),
            read(path(), vec![there()]),
        ),
        partly(gone, LEFT),
    )
}

/// The secret: its value stays in the run's memory until it is handed over (S004-19, S004-20).
pub(in super::super) fn add_secret(draft: &mut Draft<'_>) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let (app, _) = ids(draft)?;
    let policy = observed
        .directory
        .as_ref()
        .and_then(|directory| directory.policy.value());
    let policy = policy.copied().unwrap_or_default();
    let today = crate::domain::day::Day::of(draft.now);
    let end = secret::end(today, choices.months, policy).map_err(PlanError::Lifetime)?;
    draft.slot(slot::SECRET, SlotKind::Secret);
    let key = draft.slot(slot::SECRET_KEY, SlotKind::Found(Shape::Guid));
    let name = choices.secret_name.trim();
    if name.is_empty() {
        return Err(PlanError::Name {
            what: Text::new("lead-secret-name"),
            refusal: crate::domain::lead::account::Refusal::Empty,
        });
    }
    // By its description the run finds the secret it has made: another of that one would be taken for it.
    let app_seen = match &choices.app {
        AppChoice::Existing(id) => observed.app(id),
        AppChoice::New | AppChoice::Typed(_) => None,
    };
    if app_seen.is_some_and(|app| app.secrets.iter().any(|secret| secret.name == name)) {
        return Err(PlanError::Name {
            what: Text::new("lead-secret-name"),
            refusal: crate::domain::lead::account::Refusal::Taken,
        });
    }
    let label = || Text::new("lead-secret-named").name("name", name);
    let (path, list) = (|| apps::by_id(&app).request(), "/passwordCredentials");
    let there = found(label(), list, &[("displayName", name)], "keyId", slot::SECRET_KEY);
    let removed = change(
        read(path(), vec![member(label(), list, &[("keyId", &key)], &[])]),
        sent(apps::remove_password(&app, &key), true),
        read(path(), vec![no_member(label(), list, &[("keyId", &key)])]),
    );
    let made = Step {
        risk: Risk::Reversible,
        delta: vec![delta(
            label(),
            Text::new("lead-value-absent"),
            Text::new("lead-value-until").day("day", end.millis()),
        )],
        ..step(
            SECRET,
            ENTRA,
            Text::new("lead-step-secret").name("name", name),
            Text::new("lead-reason-secret"),
            change(
                read(path(), vec![no_member(label(), list, &[("displayName", name)])]),
                taking(
                    sent(apps::add_password(&app, name, &end.at_midnight()), false),
                    &[(slot::SECRET, "/secretText")],
                ),
                read(path(), vec![there]),
            ),
            back(removed),
        )
    };
    // Not before the account can write: a secret nobody can use yet only lies about.
    let needs: Vec<String> = draft.steps.iter().map(|step| step.id.clone()).collect();
    let needs: Vec<&str> = needs.iter().map(String::as_str).collect();
    draft.push(made, &needs);
    Ok(())
}
