//! The solution: what is installed, and the file to import (S004-07 to S004-11, S004-34).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use yew::prelude::*;

use super::controls::{caption, point, warning};
use super::framed;
use super::part::Edit;
use crate::browser::elements;
use crate::domain::lead::package::{self, LARGEST, PackageError, Standing};
use crate::domain::lead::rights::Group;
use crate::plan::run::Secret;
use crate::recipes::lead_management::Observed;
use crate::recipes::lead_management::choices::File;
use crate::text::Text;
use crate::ui::panel::{Action, Panel};
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
            <div class="row">
                <label class="check file">
                    <span>{ words.word("lead-file-choose") }</span>
                    <input type="file" accept=".zip,application/zip" data-testid="lead-file" onchange={choose} />
                </label>
            </div>
            if let Some(why) = &lead.file_refusal {
                { warning(panel, why) }
            }
            { chosen(panel, observed) }
            { caption(panel, &Text::new("lead-file-where")) }
        </>
    };
    framed(panel, observed, Group::Solution, inside)
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
