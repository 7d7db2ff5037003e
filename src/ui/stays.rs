//! What an undo leaves working, or no longer working, beyond its steps: said before everything else on the plan, and again
//! when the undo is over, with what can be done about it (S004-52).

use yew::prelude::*;

use super::lead;
use super::notice::{Kind, Notice};
use super::panel::Panel;
use crate::plan::model::Plan;
use crate::recipes::bright_pattern::undoing::ACCOUNT_STOPS;
use crate::recipes::lead_management::undoing::OFFER_STAYS;
use crate::text::Text;

/// Whether a note of a plan is said so.
pub fn is_said_first(note: &Text) -> bool {
    [OFFER_STAYS, ACCOUNT_STOPS].contains(&note.id.as_ref())
}

/// The notice, if the plan has such a note.
pub fn notice(panel: &Panel, plan: &Plan) -> Html {
    let Some(note) = plan.notes.iter().find(|note| is_said_first(note)) else {
        return Html::default();
    };
    let (testid, why, actions) = if note.id == OFFER_STAYS {
        (
            "lead-offer-stays",
            "lead-offer-stays-why",
            lead::portal(panel, "lead-offer-open"),
        )
    } else {
        ("bright-account-stops", "bright-account-stops-why", Html::default())
    };
    html! {
        <section class="flush">
            <Notice kind={Kind::Attention} {testid} title={panel.words.html(note)} {actions}>
                <p>{ panel.words.word(why) }</p>
            </Notice>
        </section>
    }
}
