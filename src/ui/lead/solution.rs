//! The solution: what is installed, and the file to import (S004-07 to S004-11, S004-34).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use yew::prelude::*;

use super::controls::{caption, link, point, warning};
use super::framed;
use super::part::Edit;
use crate::browser::elements;
use crate::domain::lead::article;
use crate::domain::lead::package::{self, LARGEST, PackageError, Standing};
use crate::domain::lead::rights::Group;
use crate::plan::run::Secret;
use crate::recipes::dataverse::words::depth_label;
use crate::recipes::lead_management::Observed;
use crate::recipes::lead_management::choices::File;
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::{Action, Panel};
use crate::ui::preview::count;
use crate::ui::view;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let lead = &panel.state.lead;
    let choose = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            let panel = panel.clone();
            elements::read_chosen(
                &event,
                LARGEST,
                Box::new(move |read| {
                    let taken = match read {
                        Some((name, bytes)) => taken(name, &bytes),
                        None => Err(PackageError::TooLarge),
                    };
                    let taken = taken.map(|(file, content)| {
                        panel.files.keep(file.sha256.clone(), Secret::new(content));
                        file
                    });
                    panel.send(Action::Lead(Edit::File(taken)));
                }),
            );
        })
    };
    let installed = match observed.solution(lead.unique_name().as_deref()) {
        Some(found) => {
            let version = found.version.map(|version| version.to_string()).unwrap_or_default();
            let says = Text::new("lead-ready-solution")
                .name("name", &found.unique_name)
                .name("version", version);
            point(panel, Some(true), &says)
        }
        None if observed.role().is_some() => point(panel, Some(true), &Text::new("lead-ready-solution-role")),
        None if observed.solutions.is_complete() => point(panel, Some(false), &Text::new("lead-ready-solution-absent")),
        None => Html::default(),
    };
    let inside = html! {
        <>
            { view::reading(words, &observed.solutions, "solutions") }
            { installed }
            { privileges(panel, observed) }
            <div class="row">
                { link(panel, "lead-download", article::SOLUTION, "lead-download") }
                { link(panel, "lead-article", article::ARTICLE, "lead-article") }
            </div>
            { caption(panel, &Text::new("lead-file-where")) }
            <div class="row">
                // The browser's own words on it would be in the browser's language.
                <label class="button small file">
                    <span>{ words.word(if lead.choices.file.is_some() { "lead-file-other" } else { "lead-file-choose" }) }</span>
                    <input
                        type="file"
                        class="unseen"
                        accept=".zip,application/zip"
                        data-testid="lead-file"
                        onchange={choose}
                    />
                </label>
            </div>
            if let Some(why) = &lead.file_refusal {
                { warning(panel, why) }
            }
            { chosen(panel, observed) }
        </>
    };
    framed(panel, observed, Group::Solution, inside)
}

/// What the role holds: as it is here, or as the chosen file brings it (S004-34).
fn privileges(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let from_file = || {
        panel
            .state
            .lead
            .choices
            .file
            .as_ref()
            .map(|file| &file.package.privileges)
    };
    let (says, held) = match observed.role() {
        Some(role) => {
            let held = role.held.value().into_iter().flatten();
            let named = held.map(|held| (held.name.clone().unwrap_or_else(|| held.id.clone()), held.depth));
            ("lead-role-holds", named.collect::<Vec<_>>())
        }
        None => ("lead-role-brings", from_file().cloned().unwrap_or_default()),
    };
    if held.is_empty() {
        return Html::default();
    }
    html! {
        <details class="fold" data-testid="lead-role-privileges">
            <summary>{ Icon::chevron() }{ words.html(&Text::new(says).number("count", count(held.len()))) }</summary>
            <ul class="notes">
                { for held.iter().map(|(name, depth)| html! {
                    <li class="caption">
                        <code>{ name.clone() }</code>{ words.word("list-separator") }{ words.html(&depth_label(*depth)) }
                    </li>
                }) }
            </ul>
        </details>
    }
}

/// What is in the chosen file, and how what is installed stands to it.
fn chosen(panel: &Panel, observed: &Observed) -> Html {
    let Some(file) = &panel.state.lead.choices.file else {
        return Html::default();
    };
    let package = &file.package;
    let says = Text::new("lead-file-is")
        .name("file", &file.name)
        .name("name", &package.unique_name)
        .name("version", package.version.to_string());
    let standing = Text::new(match observed.standing(&package.unique_name, package.version) {
        Standing::Absent => "lead-standing-absent",
        Standing::Older => "lead-standing-older",
        Standing::Same => "lead-standing-same",
        Standing::Newer => "lead-note-newer",
    });
    html! {
        <div data-testid="lead-file-chosen">
            { caption(panel, &says) }
            <p class="caption">{ panel.words.word("lead-file-digest") }{ " " }<code>{ file.sha256.clone() }</code></p>
            { match package.brings_role {
                Some(true) => point(panel, Some(true), &Text::new("lead-file-role-there")),
                Some(false) => point(panel, Some(false), &Text::new("lead-plan-other-file")),
                None => point(panel, None, &Text::new("lead-file-role-unread")),
            } }
            { caption(panel, &standing) }
        </div>
    }
}

/// What the file is, and its content for the run.
fn taken(name: String, bytes: &[u8]) -> Result<(File, String), PackageError> {
    let package = package::read(bytes)?;
    let file = File {
        name,
        sha256: crate::http::hex(&Sha256::digest(bytes)),
        bytes: bytes.len() as u64,
        package,
    };
    Ok((file, STANDARD.encode(bytes)))
}
