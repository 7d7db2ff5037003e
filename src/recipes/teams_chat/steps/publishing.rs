//! Publishing an app: a step of its own, since it releases other people's drafts as well. Taken back, it comes after what
//! it published was taken back.

use serde_json::json;

use super::{delta, member, no_member, post, probe, step};
use crate::domain::chat::setting::{Layer, SETTING};
use crate::plan::model::{Change, Condition, Risk, Step, Undo};
use crate::recipes::teams_chat::choices::Choices;
use crate::recipes::teams_chat::observed::{App, Observed};
use crate::recipes::teams_chat::planning::PlanError;
use crate::services::dataverse::{apps, settings};
use crate::text::Text;

/// Publishes every ticked app once its value and its site map are written; `earlier` are the plan's steps so far.
pub fn steps(observed: &Observed, choices: &Choices, earlier: &[Step]) -> Result<Vec<Step>, PlanError> {
    let mut steps = Vec::new();
    for name in choices.published() {
        let app = observed.app(name).ok_or(PlanError::Gone)?;
        if observed.rights.publish == Some(false) {
            return Err(PlanError::NotAllowed {
                what: Text::new("dataverse-what-apps"),
            });
        }
        steps.push(publish(observed, choices, app, earlier)?);
    }
    Ok(steps)
}

fn publish(observed: &Observed, choices: &Choices, app: &App, earlier: &[Step]) -> Result<Step, PlanError> {
    let own = [
        format!("switch:{}", app.unique_name),
        format!("page:{}", app.unique_name),
    ];
    let needs: Vec<String> = own
        .into_iter()
        .filter(|id| earlier.iter().any(|step| step.id == *id))
        .collect();
    let maps: Vec<&str> = observed
        .site_maps
        .as_ref()
        .and_then(|maps| maps.value())
        .into_iter()
        .flatten()
        .filter(|map| map.app == app.unique_name && choices.pages().contains_key(&map.app))
        .map(|map| map.id.as_str())
        .collect();
    let (path, before, after) = shown(observed, choices, app)?;
    let change = |from: Condition, to: Condition| Change {
        guard: probe(&path, vec![from]),
        action: post(&apps::publish_path(), &apps::publish_body(&app.id, &maps)),
        proof: probe(&path, vec![to]),
        patience: None,
    };
    Ok(Step {
        risk: Risk::Disruptive,
        reason: Text::new(match observed.drafts(app) {
            Some(drafts) if drafts.is_empty() => "chat-reason-publish",
            Some(_) => "chat-reason-publish-drafts",
            None => "chat-reason-publish-unknown",
        }),
        needs,
        ..step(
            format!("publish:{}", app.unique_name),
            Text::new("chat-step-publish").name("app", &app.name),
            vec![delta(
                Text::new("chat-published").name("app", &app.name),
                Text::new("chat-published-waiting"),
                Text::new("chat-published-done"),
            )],
            change(before.clone(), after.clone()),
            Undo::After(Box::new(change(after, before))),
        )
    })
}

/// What everybody sees of the app's value, or of its site map: where it is read, what it shows now and afterwards.
fn shown(observed: &Observed, choices: &Choices, app: &App) -> Result<(String, Condition, Condition), PlanError> {
    let maps = observed.site_maps.as_ref().and_then(|maps| maps.value());
    if let Some(place) = choices.pages().get(&app.unique_name) {
        let map = maps.and_then(|maps| maps.iter().find(|map| map.app == app.unique_name));
        let map = map.ok_or(PlanError::Gone)?;
        let after = super::site_map::with_page(map, place)?;
        let holds = |xml: &str| {
            member(
                Text::new("chat-site-map").name("app", &app.name),
                ("sitemapid", &map.id),
                &[("sitemapxml", json!(xml))],
            )
        };
        let before = map.published.as_deref().unwrap_or_default();
        return Ok((
            apps::site_maps_path(std::slice::from_ref(&map.id), false),
            holds(before),
            holds(&after),
        ));
    }
    let switch = observed.switch().ok_or(PlanError::Gone)?;
    let value = switch.setting.apps.iter().find(|value| value.app == app.unique_name);
    let published = value.and_then(|value| value.published);
    let wanted = match choices.scope() {
        Some(scope) => switch
            .setting
            .changes(scope, &observed.chat_apps(), false)
            .map_err(|error| PlanError::Scope { error })?
            .into_iter()
            .find(|change| change.layer == Layer::App(app.unique_name.clone()))
            .map(|change| change.to),
        None => None,
    };
    let wanted = wanted.unwrap_or_else(|| value.and_then(|value| value.draft));
    let label = || {
        Text::new("chat-layer-published")
            .name("app", &app.name)
            .name("setting", SETTING)
    };
    let key = ("_settingdefinitionid_value", switch.definition.as_str());
    let holds = |value: Option<bool>| match value {
        Some(value) => member(label(), key, &[("value", json!(value.to_string()))]),
        None => no_member(label(), key),
    };
    Ok((
        settings::app_value_path(&switch.definition, &app.id, false),
        holds(published),
        holds(wanted),
    ))
}
