//! The message that welcomes the sellers, in the language of the admin's choice: to copy, to send, to save (S001-40); and
//! the community (S001-43, S001-44).

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::paper::escaped;
use super::part::Edit;
use crate::browser::elements;
use crate::domain::deployment::steps::{COMMUNITY, IDEAS, LEARN};
use crate::recipes::deployment::Observed;
use crate::recipes::deployment::welcome::{Part, left_out, parts, subject};
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::{Action, Panel};
use crate::ui::say;
use crate::words::{Language, Words};

/// What may not stand in the address of a mail as it is (RFC 6068).
const MAIL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'?');

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let part = &panel.state.deployment;
    let own = part.welcome.as_ref().unwrap_or(words);
    let text = plain(own, observed, false);
    let title = own.plain(&subject());
    let left = left_out(observed);
    let address = format!(
        "mailto:?subject={}&body={}",
        encoded(&title),
        encoded(&plain(own, observed, true))
    );
    let speak = {
        let panel = panel.clone();
        Callback::from(move |event: Event| {
            if let Some(language) = Language::from_tag(&elements::value(&event)) {
                let panel = panel.clone();
                spawn_local(async move {
                    let words = say::words(&panel.backend, language).await;
                    panel.send(Action::Deployment(Edit::Welcome(words)));
                });
            }
        })
    };
    let copy = {
        let (panel, text) = (panel.clone(), format!("{title}\n\n{text}"));
        Callback::from(move |_: MouseEvent| {
            let copied = panel.backend.copy(&text);
            let panel = panel.clone();
            spawn_local(async move {
                if copied.await {
                    panel.send(Action::Deployment(Edit::Copied));
                }
            });
        })
    };
    let save = {
        let (panel, page) = (panel.clone(), page(own, observed));
        Callback::from(move |_: MouseEvent| panel.backend.download("latchkey-welcome.html", "text/html", &page))
    };
    html! {
        <div class="stack" data-testid="deploy-welcome-message">
            <label class="labelled">
                <span class="caption-strong">{ words.word("deploy-welcome-language") }</span>
                <span class="select">
                    <select data-testid="deploy-welcome-language" onchange={speak}>
                        { for Language::ALL.into_iter().map(|language| html! {
                            <option value={language.tag()} selected={language == own.language()}>{ language.name() }</option>
                        }) }
                    </select>
                    { Icon::Open.tiny() }
                </span>
            </label>
            if !left.is_empty() {
                <ul class="notes" data-testid="deploy-welcome-without">
                    { for left.into_iter().map(|(fact, why)| html! {
                        <li class="caption">{ words.html(&fact) }{ for why.map(|why| html! { <>{ " " }{ words.html(&why) }</> }) }</li>
                    }) }
                </ul>
            }
            <details class="fold" data-testid="deploy-welcome-text">
                <summary>{ Icon::chevron() }{ words.word("deploy-welcome-read") }</summary>
                <div class="stack" lang={own.language().tag()}>
                    <h3>{ title.clone() }</h3>
                    <pre class="raw"><bdi>{ text }</bdi></pre>
                </div>
            </details>
            <div class="row">
                <button type="button" class="button small" data-testid="deploy-welcome-copy" onclick={copy}>
                    { words.word("lead-copy") }
                </button>
                <a class="button small" href={address} data-testid="deploy-welcome-mail">{ words.word("deploy-welcome-mail") }</a>
                <button type="button" class="button small" data-testid="deploy-welcome-save" onclick={save}>
                    { Icon::Save.small() }{ words.word("deploy-welcome-save-page") }
                </button>
                if part.is_copied {
                    <span class="caption with-icon" role="status">{ Glyph::Ready.small() }<span>{ words.word("deploy-welcome-copied") }</span></span>
                }
            </div>
            <ul class="notes" data-testid="deploy-community-links">
                { for [("deploy-link-community", COMMUNITY), ("deploy-link-ideas", IDEAS)].into_iter().map(|(says, address)| html! {
                    <li class="caption"><a class="place" href={address} target="_blank" rel="noreferrer">{ words.word(says) }</a></li>
                }) }
            </ul>
        </div>
    }
}

fn encoded(text: &str) -> String {
    // Lines of a message end so (RFC 6068).
    utf8_percent_encode(&text.replace('\n', "\r\n"), MAIL).to_string()
}

/// The message as text. In short, for the address of a mail, which some programs cut: without the articles, which the
/// product's own page leads to.
fn plain(words: &Words, observed: &Observed, is_short: bool) -> String {
    let mut text = String::new();
    for part in parts(observed) {
        match part {
            Part::Heading(_) if is_short => {}
            Part::Link(_, address) if is_short && address != COMMUNITY => {}
            Part::Paragraph(says) => text.push_str(&format!("{}\n\n", words.plain(&says))),
            Part::Heading(says) => text.push_str(&format!("{}\n", words.plain(&says))),
            Part::Link(says, address) => {
                let at = Text::new("deploy-welcome-at")
                    .message("says", says)
                    .name("address", address);
                text.push_str(&format!("- {}\n", words.plain(&at)));
            }
        }
    }
    if is_short {
        text.push_str(&format!("\n{LEARN}\n"));
    }
    text
}

/// The message as a page of its own.
fn page(words: &Words, observed: &Observed) -> String {
    let mut body = String::new();
    for part in parts(observed) {
        body.push_str(&match part {
            Part::Paragraph(says) => format!("<p>{}</p>\n", escaped(&words.plain(&says))),
            Part::Heading(says) => format!("<h2>{}</h2>\n", escaped(&words.plain(&says))),
            Part::Link(says, address) => {
                format!(
                    "<p><a href=\"{}\">{}</a></p>\n",
                    escaped(&address),
                    escaped(&words.plain(&says))
                )
            }
        });
    }
    super::paper::document(words, &words.plain(&Text::new("deploy-welcome-subject")), &body)
}
