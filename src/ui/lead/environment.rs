//! The account in the environment, and the role against the article's table (S004-23, S004-31 to S004-43).

use yew::prelude::*;

use super::controls::{point, select, tick};
use super::framed;
use super::part::Edit;
use crate::domain::lead::Credential;
use crate::domain::lead::rights::Group;
use crate::domain::lead::role::{Inheritance, Resolved};
use crate::domain::privilege::Depth;
use crate::recipes::disconnect::planning::depth_label;
use crate::recipes::lead_management::Observed;
use crate::recipes::lead_management::choices::Road;
use crate::recipes::lead_management::observed::Standard;
use crate::text::Text;
use crate::ui::icon::Glyph;
use crate::ui::panel::Panel;
use crate::ui::view;

/// The section.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let choices = &panel.state.lead.choices;
    let account = choices.account(observed);
    let road = |road: Road| {
        let says = words.label(&Text::new(match road {
            Road::PowerPlatform => "lead-road-power-platform",
            Road::Dataverse => "lead-road-dataverse",
            Road::Hand => "lead-road-hand",
        }));
        (says.to_string(), choices.road == road, Edit::Road(road))
    };
    let inside = html! {
        <>
            { view::reading(words, &observed.accounts, "accounts") }
            { match account {
                Some(account) if account.deleted => point(panel, Some(false), &Text::new("lead-plan-deleted")),
                Some(account) => {
                    let id = if account.disabled { "lead-account-off" } else { "lead-account-there" };
                    point(panel, Some(!account.disabled), &Text::new(id).name("name", &account.name))
                }
                None => point(panel, Some(false), &Text::new("lead-account-absent")),
            } }
            if let Some(account) = account {
                { point(panel, Some(account.has_role), &Text::new(if account.has_role { "lead-account-role" } else { "lead-account-no-role" })) }
            }
            if account.is_none() && choices.credential == Credential::Entra {
                { select(panel, "lead-road", "lead-road-choose", Road::ALL.into_iter().map(road).collect()) }
            }
            { view::reading(words, &observed.role, "role") }
            { role(panel, observed) }
        </>
    };
    framed(panel, observed, Group::Environment, inside)
}

/// The role's seven settings: as it is, and as the article has it.
fn role(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let Some(role) = observed.role() else {
        return point(panel, None, &Text::new("lead-role-later"));
    };
    let choices = &panel.state.lead.choices;
    let inherits = role.inheritance == Some(Inheritance::DirectAndTeam);
    let inheritance = |inheritance: Option<Inheritance>| match inheritance {
        Some(Inheritance::TeamOnly) => words.word("lead-inheritance-team"),
        Some(Inheritance::DirectAndTeam) => words.word("lead-inheritance-direct"),
        None => words.word("lead-value-absent"),
    };
    html! {
        <>
            { view::reading(words, &role.held, "held") }
            <ul class="stack" data-testid="lead-role-table">
                <li class="line" data-testid="lead-row-inheritance">
                    { if inherits { Glyph::Ready.small() } else { Glyph::Attention.small() } }
                    <div>
                        <h3>{ words.word("lead-inheritance") }</h3>
                        { compared(panel, inheritance(role.inheritance), inheritance(Some(Inheritance::DirectAndTeam)), inherits) }
                        if !inherits {
                            { tick(panel, "lead-by-hand", choices.inheritance_by_hand, true, words.word("lead-by-hand"), Edit::ByHand) }
                        }
                    </div>
                </li>
                { for observed.standards().iter().map(|standard| row(panel, standard)) }
            </ul>
        </>
    }
}

fn row(panel: &Panel, standard: &Standard) -> Html {
    let words = &panel.words;
    let depth = |depth: Option<Depth>| {
        depth.map_or_else(
            || words.word("role-depth-none"),
            |depth| words.html(&depth_label(depth)),
        )
    };
    let (glyph, said) = match &standard.resolved {
        Resolved::At { depth: wanted, .. } => {
            let missing = standard.is_missing();
            let glyph = if missing { Glyph::Attention } else { Glyph::Ready };
            (
                glyph,
                compared(panel, depth(standard.held), depth(Some(*wanted)), !missing),
            )
        }
        Resolved::Absent | Resolved::TooWide => {
            let text = Text::new("lead-plan-no-privilege").message("privilege", standard.wanted.label());
            (Glyph::Blocked, html! { <p class="caption">{ words.html(&text) }</p> })
        }
    };
    html! {
        <li class="line" data-testid={format!("lead-row-{}", standard.wanted.name)}>
            { glyph.small() }
            <div>
                <h3>{ words.html(&standard.wanted.label()) }</h3>
                { said }
                <p class="caption"><code>{ standard.wanted.name }</code></p>
            </div>
        </li>
    }
}

/// As it is, or old → new.
fn compared(panel: &Panel, is: Html, wanted: Html, same: bool) -> Html {
    if same {
        html! { <p class="caption">{ is }</p> }
    } else {
        html! { <p class="caption">{ panel.words.delta(is, wanted) }</p> }
    }
}
