//! The account to be made: its name, whether it becomes the default, the client id, and where the secret comes from
//! (S002-05 to S002-07, S002-12, S002-13).

use yew::prelude::*;

use super::part::Edit;
use super::{attention, framed, ticked, typed};
use crate::domain::integration_account::{TYPE, default_now};
use crate::recipes::bright_pattern::choices::NameTrouble;
use crate::recipes::bright_pattern::{Choices, Observed, SecretFrom};
use crate::text::Text;
use crate::ui::icon::Glyph;
use crate::ui::panel::{Action, Panel};

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let choices = &panel.state.bright.choices;
    let is_taken = choices.check_name(observed) == Err(NameTrouble::Taken);
    let (id_note, is_wrong_id) = client_id(choices, observed);
    let accounts = observed.shown().and_then(|shown| shown.accounts.value());
    let loses = accounts
        .and_then(|accounts| default_now(accounts))
        .filter(|_| choices.is_default);
    let inside = html! {
        <>
            <dl class="facts">
                <dt>{ words.word("bright-field-type") }</dt>
                <dd>{ TYPE }</dd>
            </dl>
            <div class="field">
                <label for="bright-name">{ words.word("bright-field-name") }</label>
                <input
                    id="bright-name"
                    class="input"
                    data-testid="bright-name"
                    autocomplete="off"
                    maxlength="200"
                    aria-invalid={is_taken.then_some("true")}
                    aria-describedby="bright-name-note"
                    value={choices.name.clone()}
                    oninput={typed(panel, Edit::Name)}
                />
                <span id="bright-name-note" class="caption" role="status" data-testid="bright-name-note">
                    { words.word(if is_taken { "bright-plan-name-taken" } else { "bright-name-note" }) }
                </span>
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    data-testid="bright-default"
                    checked={choices.is_default}
                    onchange={ticked(panel, Edit::Default)}
                />
                <span>{ words.word("bright-default") }</span>
            </label>
            if let Some(loses) = loses {
                { attention(panel, "bright-loses", &Text::new("bright-note-default").name("name", &loses.name)) }
            }
            <div class="field">
                <label for="bright-client-id">{ words.word("bright-field-client-id") }</label>
                <input
                    id="bright-client-id"
                    class="input"
                    data-testid="bright-client-id-field"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="00000000-0000-0000-0000-000000000000"
                    aria-invalid={is_wrong_id.then_some("true")}
                    aria-describedby="bright-client-id-note"
                    value={choices.client_id.clone()}
                    oninput={typed(panel, Edit::ClientId)}
                />
                <span id="bright-client-id-note" class="caption" role="status" data-testid="bright-client-id-note">
                    { words.html(&id_note) }
                </span>
            </div>
            <fieldset class="plain">
                <legend>{ words.word("bright-field-client-secret") }</legend>
                { from(panel, SecretFrom::Typed, "bright-secret-typed", "bright-secret-type-it") }
                { from(panel, SecretFrom::Made, "bright-secret-made", "bright-secret-make-it") }
                <p class="caption">{ words.word("bright-secret-note") }</p>
            </fieldset>
            <p class="caption with-icon quiet">
                { Glyph::Unknown.small() }<span>{ words.word("bright-unproven-page") }</span>
            </p>
        </>
    };
    framed(panel, "bright-account", "bright-account-title", inside)
}

/// What is said of the client id, and whether it cannot be right.
fn client_id(choices: &Choices, observed: &Observed) -> (Text, bool) {
    if !choices.client_id.trim().is_empty() && choices.client_id().is_none() {
        return (Text::new("bright-plan-no-client-id"), true);
    }
    match choices.app(observed) {
        Some(app) if app.is_absent() => (Text::new("bright-plan-no-app"), true),
        Some(app) => match app.name() {
            Some(name) => (Text::new("bright-app-named").name("app", name), false),
            None => (Text::new("bright-client-id-note"), false),
        },
        None => (Text::new("bright-client-id-note"), false),
    }
}

fn from(panel: &Panel, secret: SecretFrom, testid: &'static str, says: &'static str) -> Html {
    let choose = panel.clone();
    html! {
        <label class="check">
            <input
                type="radio"
                name="bright-secret"
                data-testid={testid}
                checked={panel.state.bright.choices.secret == secret}
                onchange={Callback::from(move |_: Event| choose.send(Action::Bright(Edit::Secret(secret))))}
            />
            <span>{ panel.words.word(says) }</span>
        </label>
    }
}
