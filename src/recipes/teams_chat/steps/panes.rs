//! Profiles: guided, because writing them is not documented; each proven by a read (S003-39 to S003-41, S003-104).

use serde_json::json;

use super::{delta, field, member, no_member, probe, step};
use crate::plan::model::{Action, Change, Step, Undo};
use crate::recipes::dataverse::words::on_off;
use crate::recipes::teams_chat::choices::Choices;
use crate::recipes::teams_chat::observed::Observed;
use crate::recipes::teams_chat::planning::PlanError;
use crate::services::dataverse::panes;
use crate::text::Text;

/// The way to the profiles page.
const PROFILES: &str = "teams-chat.profiles-manage";
/// The Teams toggle on a profile's page.
const TEAMS: &str = "control.profile-teams";

/// The steps: profiles to be made, then Teams in panes.
pub fn steps(observed: &Observed, choices: &Choices) -> Result<Vec<Step>, PlanError> {
    let guide = |instruction: Text, locator: &str| Action::Guide {
        instruction,
        locator: Some(locator.to_owned()),
    };
    let by_hand = || Undo::None {
        why: Text::new("chat-undo-by-hand"),
    };
    let mut steps = Vec::new();
    for name in choices.profiles() {
        let label = || Text::new("chat-profile").name("profile", name);
        let path = panes::profiles_path();
        let change = Change {
            guard: probe(&path, vec![no_member(label(), ("msdyn_name", name))]),
            action: guide(Text::new("chat-guide-profile").name("profile", name), PROFILES),
            proof: probe(&path, vec![member(label(), ("msdyn_name", name), &[])]),
            patience: None,
        };
        steps.push(step(
            format!("profile:{name}"),
            Text::new("chat-step-profile").name("profile", name),
            vec![delta(
                label(),
                Text::new("chat-profile-absent"),
                Text::new("chat-profile-there"),
            )],
            change,
            by_hand(),
        ));
    }
    for (id, on) in choices.teams_in_pane() {
        let profiles = observed.profiles.as_ref().and_then(|profiles| profiles.value());
        let seen = profiles.and_then(|profiles| profiles.iter().find(|one| one.profile.id == *id));
        let seen = seen.ok_or(PlanError::Gone)?;
        let tab = seen.teams_tab.as_deref().ok_or(PlanError::Gone)?;
        let name = &seen.profile.name;
        let label = || Text::new("chat-teams-in-pane").name("profile", name);
        let path = panes::pane_tab_path(tab);
        let shows = |on: bool| probe(&path, vec![field(label(), "/msdyn_isenabled", json!(on))]);
        let turn = |on: bool| Change {
            guard: shows(!on),
            action: guide(
                Text::new(if on {
                    "chat-guide-pane-on"
                } else {
                    "chat-guide-pane-off"
                })
                .name("profile", name),
                TEAMS,
            ),
            proof: shows(on),
            patience: None,
        };
        steps.push(Step {
            unproven: Some(Text::new("chat-unproven-pane")),
            ..step(
                format!("pane:{id}"),
                Text::new("chat-step-pane").name("profile", name),
                vec![delta(label(), on_off(!on), on_off(*on))],
                turn(*on),
                super::back(turn(!on)),
            )
        });
    }
    Ok(steps)
}
