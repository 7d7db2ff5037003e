//! The portal pages a run's plan acts on: what people call them, and the way there.

use std::borrow::Cow;

use yew::prelude::*;

use super::icon::Icon;
use super::panel::{Live, Panel};
use super::salesforce;
use crate::domain::salesforce::setup;
use crate::plan::model::{Action, Condition, Read, Service, Step, Target};
use crate::portal::{Page, locators};
use crate::text::{Arg, Text};

/// Why a run is held, with what people call the page that is to be opened: a frame's host says nothing to anybody.
pub fn held_title(live: &Live, why: &Text) -> Text {
    match closed(live, why).map(|target| (shown_by(target), &target.host)) {
        Some((Some(Page::SalesSettings), _)) => Text::new("run-sales-closed"),
        Some((Some(Page::SalesforceApp), host)) => Text::new("run-page-closed")
            .message("name", Text::new("run-portal-setup"))
            .name("host", host),
        _ => why.clone(),
    }
}

/// Opens the page that no tab shows any more, if that holds the run; a frame is opened in the portal around it.
pub fn reopen(panel: &Panel, live: &Live, why: &Text) -> Html {
    let page = closed(live, why).filter(|target| shown_by(target) != Some(Page::SalesSettings));
    match page.filter(|_| live.handle.is_some()) {
        Some(target) => open(panel, target),
        None => Html::default(),
    }
}

/// Opens the portal in which the admin does a step. Where the Sales agent's settings stand is known by the apps around
/// them alone, though what the step's proof reads is Salesforce.
pub fn of_step(panel: &Panel, live: &Live, step: &Step) -> Html {
    let control = match &step.change.action {
        Action::Guide { locator, .. } => locator.as_deref().and_then(locators::find),
        _ => None,
    };
    if control.and_then(|control| control.portal()) == Some(Page::SalesSettings) {
        return salesforce::open_apps(panel);
    }
    let target = live.plan.targets.iter().find(|target| target.id == step.target);
    match target.filter(|target| matches!(target.service, Service::Page | Service::Salesforce)) {
        // A frame alone is not the page around it, where the step waits.
        Some(target) if shown_by(target) != Some(Page::SalesSettings) => open(panel, target),
        _ => Html::default(),
    }
}

/// Opens the page of a target.
fn open(panel: &Panel, target: &Target) -> Html {
    let open = {
        let (backend, place) = (panel.backend.clone(), place(target));
        Callback::from(move |_: MouseEvent| backend.open_page(&place))
    };
    html! {
        <button type="button" class="button small" data-testid="run-open-page" onclick={open}>
            { Icon::Page.small() }{ panel.words.html(&Text::new("run-open-page").name("host", &target.host)) }
        </button>
    }
}

/// The page that no tab shows any more, if that holds the run.
fn closed<'a>(live: &'a Live, why: &Text) -> Option<&'a Target> {
    let is_named = |target: &&Target| match why.args.get(&Cow::Borrowed("name")) {
        Some(Arg::Name(name)) => why.id == "run-page-closed" && *name == target.name,
        _ => false,
    };
    let targets = live.plan.targets.iter();
    targets.filter(|target| target.service == Service::Page).find(is_named)
}

/// Which page a target is, by the locator it is locked by.
fn shown_by(target: &Target) -> Option<Page> {
    let locator = target.lock.iter().find_map(|lock| match &lock.probe.read {
        Read::Page { locator } => Some(locator),
        Read::Http(_) => None,
    });
    locators::find(locator?)?.portal()
}

/// Where a page of a plan is opened: of a connected app, the page of that app in Setup.
fn place(target: &Target) -> String {
    let conditions = target.lock.iter().flat_map(|lock| &lock.probe.conditions);
    let app = conditions.into_iter().find_map(|condition| match condition {
        Condition::Field { pointer, equals, .. } if pointer == "/open" => equals.as_str(),
        _ => None,
    });
    let is_app = shown_by(target) == Some(Page::SalesforceApp);
    let page = app.filter(|_| is_app).and_then(setup::app_policies);
    match page {
        Some(page) => format!("{}/{page}", target.host),
        None => target.host.clone(),
    }
}
