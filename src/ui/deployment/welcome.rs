//! The message that welcomes the sellers, in the language of the admin's choice: to copy, to send, to save (S001-40); and
//! the community (S001-43, S001-44).

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::paper::escaped;
use super::part::Edit;
use crate::browser::elements;
use crate::domain::deployment::steps::{COMMUNITY, IDEAS};
use crate::recipes::deployment::Observed;
use crate::recipes::deployment::welcome::{Part, brief, left_out, parts, subject};
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
    let text = plain(own, parts(observed));
    let title = own.plain(&subject());
    let left = left_out(observed);
    let (address, is_brief) = mail(own, &title, &text, observed);
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
            if is_brief {
                <p class="caption" data-testid="deploy-welcome-short">{ words.word("deploy-welcome-short") }</p>
            }
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

/// So long an address may be, in characters, that every program takes it whole: Windows hands on 2,083.
const LONGEST: usize = 2_000;

/// The address of a mail with the message in it; in brief, and that it is, where all of it were too long.
fn mail(words: &Words, title: &str, text: &str, observed: &Observed) -> (String, bool) {
    let of = |text: &str| format!("mailto:?subject={}&body={}", encoded(title), encoded(text));
    let whole = of(text);
    if whole.len() <= LONGEST {
        return (whole, false);
    }
    (of(&plain(words, brief(parts(observed)))), true)
}

/// The message as text: a blank line before all but the links of a list.
fn plain(words: &Words, parts: Vec<Part>) -> String {
    let mut text = String::new();
    let mut is_in_list = true;
    for part in parts {
        let is_link = matches!(part, Part::Link(..));
        let goes_on = is_link && is_in_list;
        if !goes_on && !text.is_empty() {
            text.push('\n');
        }
        is_in_list = !matches!(part, Part::Paragraph(_));
        text.push_str(&match part {
            Part::Paragraph(says) | Part::Heading(says) => words.plain(&says),
            Part::Link(says, address) => {
                let at = Text::new("deploy-welcome-at")
                    .message("says", says)
                    .name("address", address);
                format!("- {}", words.plain(&at))
            }
        });
        text.push('\n');
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
