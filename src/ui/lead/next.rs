//! What is left to do once the leads have a way here: it is done in Partner Center, by the admin (S004-19, S004-24,
//! S004-52).

use yew::prelude::*;

use super::account;
use super::controls::point;
use crate::domain::lead::secret;
use crate::plan::model::Plan;
use crate::plan::progress::{Progress, StepState};
use crate::recipes::lead_management::planning::{PARTNER_CENTER, RECIPE};
use crate::recipes::lead_management::{Observed, steps_done};
use crate::text::Text;
use crate::ui::icon::Icon;
use crate::ui::panel::Panel;

/// Finish and publish the offer, or that it is live (S004-52).
pub fn publish(panel: &Panel, observed: &Observed) -> Html {
    match observed.offer.place().and_then(|place| place.is_live) {
        Some(true) => point(panel, Some(true), &Text::new("lead-offer-live")),
        Some(false) => point(panel, Some(false), &Text::new("lead-offer-draft")),
        None => point(panel, None, &Text::new("lead-note-publish")),
    }
}

/// Goes to the publishing portal.
pub fn portal(panel: &Panel, testid: &'static str) -> Html {
    let open = {
        let panel = panel.clone();
        Callback::from(move |_: MouseEvent| panel.backend.open_page(PARTNER_CENTER))
    };
    html! {
        <button type="button" class="button small" data-testid={testid} onclick={open}>
            { Icon::Page.small() }{ panel.words.word("lead-open-portal") }
        </button>
    }
}

/// What comes after a run that has set the offer up, or made a credential that ends: publishing it, and a reminder.
pub fn after(panel: &Panel, plan: &Plan, progress: &Progress) -> Html {
    if plan.recipe != RECIPE || plan.undoes.is_some() {
        return Html::default();
    }
    let words = &panel.words;
    let lead = &panel.state.lead;
    let is_done = |id: &str| {
        let mut steps = progress.steps.iter();
        steps.any(|step| step.id == id && matches!(step.state, StepState::Done { .. }))
    };
    let offer = is_done(steps_done::LEAD) || is_done(steps_done::VALIDATE);
    let today = crate::domain::day::Day::of(plan.made_at);
    let due = if is_done(steps_done::SECRET) {
        let policy = lead.observed.as_ref().and_then(|observed| observed.directory.as_ref());
        let policy = policy
            .and_then(|directory| directory.policy.value())
            .copied()
            .unwrap_or_default();
        let end = secret::end(today, lead.choices.months, policy).ok();
        end.map(|end| ("lead-after-secret", end, lead.choices.app_name.as_str()))
    } else if is_done(steps_done::USER) {
        let due = secret::password_due(today);
        Some(("lead-after-password", due, lead.choices.upn.as_str()))
    } else {
        None
    };
    if !offer && due.is_none() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="lead-next" data-testid="lead-next">
            <h2 id="lead-next">{ words.word("lead-next-title") }</h2>
            <ol class="stack">
                if offer {
                    <li>
                        <p>{ words.word("lead-note-publish") }</p>
                        <div class="row">{ portal(panel, "lead-next-publish") }</div>
                    </li>
                }
                if let Some((id, day, name)) = due {
                    <li>
                        <p>{ words.html(&Text::new(id).day("day", day.millis())) }</p>
                        { account::reminder(panel, "lead-next-remind", plan.made_at, day, name) }
                    </li>
                }
            </ol>
        </section>
    }
}
