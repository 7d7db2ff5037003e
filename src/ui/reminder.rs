//! A calendar entry of the day a credential ends, to be saved (S004-19, S002-13).

use yew::prelude::*;

use super::icon::Icon;
use super::panel::Panel;
use crate::domain::day::Day;
use crate::domain::lead::reminder::{Reminder, calendar};
use crate::http::Millis;
use crate::text::Text;

/// Days before at which the entry reminds.
const DAYS_BEFORE: u32 = 14;

/// The button that saves it.
pub fn save(panel: &Panel, testid: &'static str, now: Millis, day: Day, summary: &Text, description: &Text) -> Html {
    let words = &panel.words;
    let (summary, description) = (words.label(summary), words.label(description));
    let save = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| {
            let uid = format!("{testid}-{}@latchkey", day.compact());
            let file = calendar(&Reminder {
                uid: &uid,
                day,
                days_before: DAYS_BEFORE,
                summary: &summary,
                description: &description,
                written: Day::of(now),
            });
            panel.backend.download("latchkey-reminder.ics", "text/calendar", &file);
        })
    };
    html! {
        <div class="row">
            <button type="button" class="button small" data-testid={testid} onclick={save}>
                { Icon::Save.small() }{ words.html(&Text::new("lead-remind").day("day", day.millis())) }
            </button>
        </div>
    }
}
