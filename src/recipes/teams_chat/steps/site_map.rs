//! The settings page in a custom app's site map: one splice into the draft as it is, so that nobody's draft is
//! overwritten; published by a step of its own (S003-25 to S003-28).

use serde_json::json;

use super::{back, delta, member, patch, probe, step};
use crate::domain::chat::site_map;
use crate::plan::model::{Change, Step, WriteCondition};
use crate::recipes::teams_chat::choices::{Choices, Place};
use crate::recipes::teams_chat::observed::{AppSiteMap, Observed};
use crate::recipes::teams_chat::planning::PlanError;
use crate::services::dataverse::apps;
use crate::text::Text;

/// The steps, one per app.
pub fn steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    let mut steps = Vec::new();
    for (name, place) in choices.pages() {
        let maps = observed.site_maps.as_ref().and_then(|maps| maps.value());
        let map = maps.and_then(|maps| maps.iter().find(|map| map.app == *name));
        let map = map.ok_or(PlanError::Gone)?;
        if map.managed {
            return Err(PlanError::Managed { what: map.name.clone() });
        }
        let app = observed.app(name).ok_or(PlanError::Gone)?;
        let after = with_page(map, place)?;
        let label = || Text::new("chat-site-map").name("app", &app.name);
        let path = apps::site_maps_path(std::slice::from_ref(&map.id), true);
        let holds = |xml: &str| {
            let own = member(label(), ("sitemapid", &map.id), &[("sitemapxml", json!(xml))]);
            probe(&path, vec![own])
        };
        // The service has no conditional write for a draft that is read as a list: the guard is the last request before.
        let change = |from: &str, to: &str| Change {
            guard: holds(from),
            action: patch(
                &apps::site_map_row(&map.id),
                &json!({"sitemapxml": to}),
                WriteCondition::None,
            ),
            proof: holds(to),
            patience: None,
        };
        steps.push(Step {
            unproven: Some(Text::new("chat-unproven-site-map")),
            ..step(
                format!("page:{name}"),
                Text::new("chat-step-site-map").name("app", &app.name),
                vec![delta(
                    Text::new("chat-settings-page"),
                    Text::new("chat-page-absent"),
                    Text::new("chat-page-at")
                        .name("area", &place.area)
                        .name("group", &place.group),
                )],
                change(&map.draft, &after),
                back(change(&after, &map.draft)),
            )
        });
    }
    Ok(steps)
}

/// The draft with the page in it.
pub(super) fn with_page(map: &AppSiteMap, place: &Place) -> Result<String, PlanError> {
    let splice = site_map::add(&map.draft, &place.area, &place.group, &place.titles)
        .map_err(|_| PlanError::NoPlace { what: map.name.clone() })?;
    splice
        .applied(&map.draft)
        .ok_or_else(|| PlanError::NoPlace { what: map.name.clone() })
}
