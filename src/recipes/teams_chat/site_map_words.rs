//! A site map in words, as the proof of a step and a conflict show it: its XML fills pages and says nothing to anybody.

use crate::domain::chat::site_map::{self, URL};
use crate::domain::chat::site_map_difference::{Difference, How, differences};
use crate::text::Text;

/// The column that holds a site map.
pub const COLUMN: &str = "sitemapxml";

/// Whether the settings page is in it, and where (S003-26, S003-27).
pub fn told(sitemapxml: &str) -> Text {
    let Ok(map) = site_map::read(sitemapxml) else {
        return Text::new("chat-map-unknown");
    };
    match map.pages.first() {
        Some(page) => Text::new("chat-map-page")
            .name("id", &page.id)
            .name("area", &page.area)
            .name("group", &page.group)
            .name("url", URL),
        None => Text::new("chat-map-no-page"),
    }
}

/// What `after` has otherwise than `before`, one text for each entry.
pub fn differing(before: &str, after: &str) -> Vec<Text> {
    match differences(before, after) {
        Ok(found) if found.is_empty() && before == after => vec![Text::new("chat-map-same")],
        Ok(found) if found.is_empty() => vec![Text::new("chat-map-other")],
        Ok(found) => found.iter().map(entry).collect(),
        Err(_) => vec![Text::new("chat-map-unknown")],
    }
}

fn entry(difference: &Difference) -> Text {
    let Difference {
        how,
        id,
        place,
        title,
        opens,
    } = difference;
    let id_of = match how {
        How::Added => "chat-map-added",
        How::Removed => "chat-map-removed",
        How::Changed => "chat-map-changed",
    };
    let mut what = title.as_ref().unwrap_or(id).clone();
    if let Some(opens) = opens {
        what = format!("{what} ({opens})");
    }
    let mut place = place.clone();
    place.push(id.clone());
    Text::new(id_of).name("what", what).name("place", place.join(" › "))
}
