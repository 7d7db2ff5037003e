//! The settings page in the site map of a custom app: which app, which place, and what others have in draft (S003-25 to
//! S003-29).

use yew::prelude::*;

use super::controls::{Toggle, caption, select, tick, unproven, warning};
use super::edit::Edit;
use super::{framed, part_reading};
use crate::domain::chat::site_map::Title;
use crate::recipes::teams_chat::choices::PAGE_TITLE;
use crate::recipes::teams_chat::observed::AppSiteMap;
use crate::recipes::teams_chat::{Observed, Place};
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::words::{Language, Words};

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let maps = observed.site_maps.as_ref();
    let all = maps.and_then(|maps| maps.value()).map_or(&[][..], Vec::as_slice);
    let open = panel.state.chat.app.as_deref();
    let open = all
        .iter()
        .find(|map| Some(map.app.as_str()) == open)
        .or_else(|| all.first());
    let options = all.iter().map(|map| {
        let is_open = open.is_some_and(|open| open.app == map.app);
        (app_name(observed, map), is_open, Edit::App(Some(map.app.clone())))
    });
    let inside = html! {
        <>
            { caption(words, &Text::new("chat-pages-means")) }
            { part_reading(panel, maps, "site-maps") }
            if maps.is_some_and(|maps| maps.value().is_some_and(Vec::is_empty)) {
                { caption(words, &Text::new("chat-pages-none")) }
            }
            if let Some(map) = open {
                <div class="field">
                    <span class="label">{ words.word("chat-pages-app") }</span>
                    { select(panel, "chat-pages-app".to_owned(), &Text::new("chat-pages-app"), true, options.collect()) }
                </div>
                { place(panel, observed, map) }
            }
        </>
    };
    framed(panel, "chat-pages", "chat-pages-title", Html::default(), inside)
}

fn app_name(observed: &Observed, map: &AppSiteMap) -> String {
    observed
        .app(&map.app)
        .map_or_else(|| map.app.clone(), |app| app.name.clone())
}

/// The title in the reader's language, else the first.
fn titled(titles: &[Title], words: &Words, otherwise: &str) -> String {
    let lcid = lcid(words.language());
    let title = titles
        .iter()
        .find(|title| title.lcid == lcid)
        .or_else(|| titles.first());
    title.map_or_else(|| otherwise.to_owned(), |title| title.text.clone())
}

const fn lcid(language: Language) -> u32 {
    match language {
        Language::English => 1033,
        Language::Danish => 1030,
        Language::French => 1036,
        Language::Japanese => 1041,
    }
}

/// What the entry is called, in the reader's language.
pub fn titles(words: &Words) -> Vec<Title> {
    vec![Title {
        lcid: lcid(words.language()),
        text: words.plain(&Text::new(PAGE_TITLE)),
    }]
}

/// Who changed a site map last, and when.
fn changed(map: &AppSiteMap) -> Html {
    html! { <p class="caption" data-testid="chat-pages-changed"><bdi>{ map.changed.says() }</bdi></p> }
}

fn place(panel: &Panel, observed: &Observed, map: &AppSiteMap) -> Html {
    let words = &panel.words;
    let choices = &panel.state.chat.choices;
    let known = match &map.map {
        Ok(known) => known,
        Err(why) => return warning(words, why),
    };
    if map.managed {
        return warning(words, &Text::new("chat-pages-managed"));
    }
    let others = map.has_draft();
    if let Some(page) = known.pages.first() {
        return html! {
            <>
                <p class="caption-strong" data-testid="chat-pages-there">
                    { words.html(&Text::new("chat-pages-there").name("area", &page.area).name("group", &page.group)) }
                </p>
                if others {
                    { warning(words, &Text::new("chat-pages-waits")) }
                    { changed(map) }
                }
            </>
        };
    }
    let chosen = choices.pages().get(&map.app);
    let put = |place: Option<Place>| Edit::Page {
        app: map.app.clone(),
        place,
    };
    let mut options = vec![(
        words.plain(&Text::new("chat-pages-nowhere")),
        chosen.is_none(),
        put(None),
    )];
    for area in &known.areas {
        for group in &area.groups {
            let place = Place {
                area: area.id.clone(),
                group: group.id.clone(),
                titles: titles(words),
            };
            let name = format!(
                "{} › {}",
                titled(&area.titles, words, &area.id),
                titled(&group.titles, words, &group.id)
            );
            let is_chosen = chosen.is_some_and(|it| it.area == place.area && it.group == place.group);
            options.push((name, is_chosen, put(Some(place))));
        }
    }
    let publish = |on: bool| Edit::Publish {
        app: map.app.clone(),
        on,
    };
    html! {
        <div class="stack">
            <div class="field">
                <span class="label">{ words.word("chat-pages-place") }</span>
                { select(panel, "chat-pages-place".to_owned(), &Text::new("chat-pages-place"), true, options) }
            </div>
            if others {
                { warning(words, &Text::new("chat-pages-drafts")) }
                { changed(map) }
            }
            if chosen.is_some() {
                { tick(panel, Toggle {
                    testid: "chat-pages-publish".to_owned(),
                    label: Text::new("chat-publish"),
                    was: false,
                    now: choices.publishes(&map.app),
                    can: true,
                    edits: [publish(false), publish(true)],
                }, words.html(&Text::new("chat-pages-publish").name("app", app_name(observed, map)))) }
            }
            { unproven(words, &["chat-unproven-site-map"]) }
        </div>
    }
}
