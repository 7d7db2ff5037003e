//! Lead management: the article's four parts on one screen, each with its state, what that stands on, and its place in the
//! plan (S004-01 to S004-52).

mod account;
mod controls;
mod environment;
mod next;
mod offer;
pub mod part;
pub mod reading;
mod solution;

pub use next::{after, portal};

use std::rc::Rc;

use yew::prelude::*;

use self::controls::{caption, radio, tick};
use self::part::Edit;
use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::notice::{Kind, Notice};
use super::panel::{Action, Panel, use_panel};
use super::sign_in::{NeedsSignIn, NeedsSignInProps};
use super::{bar, view};
use crate::domain::lead::Credential;
use crate::domain::lead::hosting::{Destination, Hosting};
use crate::domain::lead::rights::Group;
use crate::recipes::lead_management::export::{View, csv, json};
use crate::recipes::lead_management::planning::group_label;
use crate::recipes::lead_management::ready::{self, State};
use crate::recipes::lead_management::{Observed, Proof};
use crate::services::entra::{Scope, scope};

/// The view.
#[component]
pub fn LeadManagement() -> Html {
    let panel = use_panel();
    html! {
        <>
            <main id="content" data-testid="lead-management">
                { view::head(&panel, "lead-title", "lead-subtitle") }
                if let Some(observed) = panel.state.lead.observed.clone() {
                    { shown(&panel, &observed) }
                } else {
                    { draw::<view::Loading>(()) }
                }
            </main>
            { draw::<bar::Bar>(()) }
        </>
    }
}

fn shown(panel: &Panel, observed: &Rc<Observed>) -> Html {
    if !matches!(observed.hosting(), Hosting::Microsoft(_)) {
        return refused(panel);
    }
    html! {
        <>
            { way(panel) }
            { solution::section(panel, observed) }
            { account::section(panel, observed) }
            { environment::section(panel, observed) }
            { offer::section(panel, observed) }
            { files(panel) }
            { for observed.remarks.iter().map(|remark| caption(panel, remark)) }
        </>
    }
}

/// On-premises is refused with the article's alternatives (S004-02, S004-03).
fn refused(panel: &Panel) -> Html {
    let words = &panel.words;
    let name = |destination: Destination| match destination {
        Destination::HttpsEndpoint => "lead-destination-https",
        Destination::AzureTable => "lead-destination-table",
        Destination::AzureBlob => "lead-destination-blob",
        Destination::Email => "lead-destination-email",
        Destination::Marketo => "lead-destination-marketo",
        Destination::Salesforce => "lead-destination-salesforce",
    };
    html! {
        <section class="flush">
            <Notice kind={Kind::Blocked} testid="lead-not-hosted" title={words.word("lead-ready-not-hosted")}>
                <p>{ words.word("lead-plan-not-hosted") }</p>
                <ul>
                    { for Destination::ALL.into_iter().map(|one| html! {
                        <li>
                            <a href={one.address()} target="_blank" rel="noopener noreferrer">{ words.word(name(one)) }</a>
                        </li>
                    }) }
                </ul>
            </Notice>
        </section>
    }
}

/// Which credential, and everything at once (S004-12, S004-13, S004-24).
fn way(panel: &Panel) -> Html {
    let words = &panel.words;
    let chosen = panel.state.lead.choices.credential;
    let one = |credential: Credential, name: &'static str, means: &'static str| {
        let says = html! {
            <>
                { words.word(name) }
                <span class="caption">{ " " }{ words.word(means) }</span>
            </>
        };
        let testid = format!("lead-way-{}", credential.key());
        radio(
            panel,
            "lead-way",
            testid,
            chosen == credential,
            says,
            Edit::Credential(credential),
        )
    };
    html! {
        <section aria-labelledby="lead-way" data-testid="lead-way">
            <div class="section-head">
                <h2 id="lead-way">{ words.word("lead-way-title") }</h2>
                <button
                    type="button"
                    class="button small"
                    data-testid="lead-everything"
                    onclick={panel.on(|| Action::Lead(Edit::Everything))}
                >
                    { words.word("lead-everything") }
                </button>
            </div>
            <p class="caption" role="status" data-testid="lead-nothing">
                if let Some(nothing) = &panel.state.lead.nothing {
                    { words.html(nothing) }
                }
            </p>
            <div role="radiogroup" aria-labelledby="lead-way">
                { one(Credential::Entra, "lead-way-entra", "lead-way-entra-means") }
                { one(Credential::Office365, "lead-way-office", "lead-way-office-means") }
            </div>
            { sign_in(panel) }
        </section>
    }
}

/// The sign-in the credential needs, and what follows it: the directory is read.
fn sign_in(panel: &Panel) -> Html {
    let scopes: Vec<Scope> = match panel.state.lead.choices.credential {
        Credential::Entra => vec![
            scope::PROFILE,
            scope::DIRECTORY,
            scope::APPLICATIONS,
            scope::POLICIES,
            scope::POWER_PLATFORM,
        ],
        Credential::Office365 => vec![scope::PROFILE, scope::DIRECTORY, scope::APPLICATIONS_READ, scope::USERS],
    };
    let then = {
        let panel = panel.clone();
        Callback::from(move |_| reading::read_directory(&panel))
    };
    html! {
        <>
            { draw::<NeedsSignIn>(NeedsSignInProps { scopes, then, revision: 0 }) }
            if panel.state.lead.is_reading_directory {
                <p class="caption with-icon" role="status" data-testid="lead-reading-directory">
                    { Glyph::Running.small() }<span>{ panel.words.word("lead-reading-directory") }</span>
                </p>
            }
        </>
    }
}

/// A part: its heading with how it stands, and whether it is in the plan.
fn framed(panel: &Panel, observed: &Observed, group: Group, inside: Html) -> Html {
    let words = &panel.words;
    let lead = &panel.state.lead;
    let id = format!("lead-{}", group.key());
    let is_signed_out = observed.directory.is_none();
    let (glyph, state, name) = match ready::state(observed, &lead.choices, group) {
        State::Done => (Glyph::Ready, "lead-state-done", "done"),
        State::Unknown(Proof::Untold) if is_signed_out => (Glyph::Unknown, "lead-state-sign-in", "signIn"),
        State::Unknown(_) => (Glyph::Unknown, "lead-state-unknown", "unknown"),
        State::Open if is_signed_out && group == Group::Credential => (Glyph::Unknown, "lead-state-sign-in", "signIn"),
        State::Open => (Glyph::Attention, "lead-state-open", "open"),
    };
    let edit: fn(bool) -> Edit = match group {
        Group::Solution => |on| Edit::Group(Group::Solution, on),
        Group::Credential => |on| Edit::Group(Group::Credential, on),
        Group::Environment => |on| Edit::Group(Group::Environment, on),
        Group::Offer => |on| Edit::Group(Group::Offer, on),
    };
    let testid = match group {
        Group::Solution => "lead-plan-solution",
        Group::Credential => "lead-plan-credential",
        Group::Environment => "lead-plan-environment",
        Group::Offer => "lead-plan-offer",
    };
    html! {
        <section aria-labelledby={id.clone()} data-testid={id.clone()} data-state={name}>
            <div class="section-head">
                <h2 {id}>{ words.html(&group_label(group)) }</h2>
                <span class="caption with-icon">{ glyph.small() }<span>{ words.word(state) }</span></span>
            </div>
            { tick(panel, testid, lead.choices.wants(group), true, words.word("lead-in-plan"), edit) }
            { view::not_allowed(words, observed.rights.for_group(group), group.key(), group_name(group)) }
            { inside }
        </section>
    }
}

const fn group_name(group: Group) -> &'static str {
    match group {
        Group::Solution => "lead-group-solution",
        Group::Credential => "lead-group-credential",
        Group::Environment => "lead-group-environment",
        Group::Offer => "lead-group-offer",
    }
}

/// Saves what was read.
fn files(panel: &Panel) -> Html {
    let words = &panel.words;
    let button = |testid: &'static str, says: &'static str, view: Option<View>| {
        let save = {
            let panel = panel.clone();
            Callback::from(move |_: MouseEvent| {
                let Some(observed) = &panel.state.lead.observed else {
                    return;
                };
                let (name, media, content) = match view {
                    Some(view) => (
                        format!("latchkey-leads-{}.csv", view.key()),
                        "text/csv",
                        csv(observed, view, &panel.time(observed.read_at)),
                    ),
                    None => (
                        "latchkey-leads.json".to_owned(),
                        "application/json",
                        crate::json::pretty(&json(observed)),
                    ),
                };
                panel.backend.download(&name, media, &content);
            })
        };
        html! {
            <button type="button" class="button small" data-testid={testid} onclick={save}>
                { Icon::Save.small() }{ words.word(says) }
            </button>
        }
    };
    html! {
        <section aria-labelledby="lead-files" data-testid="lead-files">
            <div class="section-head"><h2 id="lead-files">{ words.word("chat-files-title") }</h2></div>
            <div class="row">
                { button("lead-csv-role", "lead-file-role", Some(View::Role)) }
                { button("lead-csv-accounts", "lead-file-accounts", Some(View::Accounts)) }
                { button("lead-csv-apps", "lead-file-apps", Some(View::Apps)) }
                { button("lead-json", "export-json", None) }
            </div>
        </section>
    }
}
