//! Multi-session apps: the profiles, whom they reach, and whether Teams is in their pane (S003-38 to S003-41).

use yew::prelude::*;

use super::controls::{Toggle, button, caption, field, switch, unproven};
use super::edit::{Edit, Field};
use super::{framed, part_reading, show_me};
use crate::domain::chat::pane_access::TeamsInPane;
use crate::recipes::teams_chat::Observed;
use crate::recipes::teams_chat::observed::ProfileSeen;
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::ui::preview::count;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let chat = &panel.state.chat;
    let profiles = observed.profiles.as_ref();
    let seen = profiles
        .and_then(|profiles| profiles.value())
        .map_or(&[][..], Vec::as_slice);
    let name = chat.typed(Field::Profile).trim().to_owned();
    let add = Edit::Profile {
        name: name.clone(),
        on: true,
    };
    let inside = html! {
        <>
            { caption(words, &Text::new("chat-profiles-means")) }
            { part_reading(panel, profiles, "profiles") }
            if !seen.is_empty() {
                <table class="profiles">
                    <caption class="unseen">{ words.word("chat-profiles-title") }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words.word("chat-profile-name") }</th>
                            <th scope="col">{ words.word("chat-profile-reach") }</th>
                            <th scope="col">{ words.word("chat-profile-teams") }</th>
                        </tr>
                    </thead>
                    <tbody>{ for seen.iter().map(|one| profile(panel, one)) }</tbody>
                </table>
            }
            if let Some(seen) = profiles.and_then(|profiles| profiles.value()) {
                if seen.is_empty() {
                    { caption(words, &Text::new("chat-profiles-none")) }
                }
                <ul class="stack">
                    { for chat.choices.profiles().iter().map(|name| {
                        let label = Text::new("overview-fix-named")
                            .message("fix", Text::new("overview-remove"))
                            .message("line", Text::new("chat-value").name("value", name));
                        let edit = Edit::Profile { name: name.clone(), on: false };
                        html! {
                            <li class="row">
                                <bdi>{ name.clone() }</bdi>
                                <span class="tag change">{ words.word("chat-profile-guided") }</span>
                                { button(panel, format!("chat-profile-forget-{name}"), Some(&label), words.word("overview-remove"), edit) }
                            </li>
                        }
                    }) }
                </ul>
                <div class="row">
                    { field(panel, Field::Profile, "chat-profile-new", "chat-profile-new", "text") }
                    { button(panel, "chat-profile-add".to_owned(), None, words.word("chat-profile-add"), add) }
                </div>
                { caption(words, &Text::new("chat-profile-steps")) }
                { show_me(panel, "teams-chat.profiles-manage", "chat-show-profiles") }
            }
            { unproven(words, &["chat-unproven-pane"]) }
        </>
    };
    framed(panel, "chat-profiles", "chat-profiles-title", Html::default(), inside)
}

fn profile(panel: &Panel, one: &ProfileSeen) -> Html {
    let words = &panel.words;
    let is_default = one.profile.is_default();
    let was = one.teams == Some(TeamsInPane::On);
    let set = |on: bool| Edit::Pane {
        id: one.profile.id.clone(),
        on,
    };
    let can = !is_default && one.teams_tab.is_some() && matches!(one.teams, Some(TeamsInPane::On | TeamsInPane::Off));
    let teams = match one.teams {
        _ if can => {
            let chosen = panel.state.chat.choices.teams_in_pane().get(&one.profile.id);
            let toggle = Toggle {
                testid: format!("chat-pane-{}", one.profile.unique_name),
                label: Text::new("chat-teams-in-pane").name("profile", &one.profile.name),
                was,
                now: chosen.copied().unwrap_or(was),
                can: true,
                edits: [set(false), set(true)],
            };
            switch(panel, toggle)
        }
        Some(TeamsInPane::On) => words.word("value-on"),
        Some(TeamsInPane::Off) => words.word("value-off"),
        Some(TeamsInPane::NotRecognised) => words.word("chat-pane-not-recognised"),
        Some(TeamsInPane::NoPane) => words.word("chat-pane-none"),
        Some(TeamsInPane::Unclear) => words.word("chat-pane-unclear"),
        None => words.word("value-unknown"),
    };
    let reach = |number: Option<usize>, id: &'static str| match number {
        Some(number) => words.html(&Text::new(id).number("count", count(number))),
        None => words.word("value-unknown"),
    };
    html! {
        <tr key={one.profile.id.clone()}>
            <th scope="row">
                <bdi>{ one.profile.name.clone() }</bdi>
                if is_default {
                    <span class="caption">{ words.word("chat-profile-default") }</span>
                }
            </th>
            <td>
                { reach(one.users, "chat-profile-users") }
                <span class="caption">{ reach(one.roles, "chat-profile-roles") }</span>
            </td>
            <td>{ teams }</td>
        </tr>
    }
}
