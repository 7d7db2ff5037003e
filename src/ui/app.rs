//! The panel itself: the state, the words, the world, and the view the admin is in.

use std::rc::Rc;

use yew::prelude::*;

use super::backend::Backend;
use super::bright::BrightPattern;
use super::chat::TeamsChat;
use super::deployment::Deployment;
use super::disconnect::Disconnect;
use super::drawing::draw;
use super::history::History;
use super::lead::LeadManagement;
use super::overview::Overview;
use super::panel::{Action, Panel, State, use_panel};
use super::part::Which;
use super::preview::{Preview, PreviewProps};
use super::route::Route;
use super::run::{Run, RunProps};
use super::salesforce::SalesforceConnection;
use super::settings::Settings;
use super::shell::{Header, Rail};
use super::slots::Files;
use super::{reading, tasks};
use crate::browser::elements;
use crate::text::Text;
use crate::words::Words;

/// The world the panel is mounted in.
#[derive(Properties, Clone)]
pub struct AppProps {
    /// It.
    pub backend: Rc<dyn Backend>,
    /// Speaks the language it opens in.
    pub words: Rc<Words>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.backend, &other.backend)
    }
}

/// The whole panel.
#[component]
pub fn App(props: &AppProps) -> Html {
    let backend = props.backend.clone();
    let state = {
        let (backend, words) = (backend.clone(), props.words.clone());
        use_reducer(move || State::new(words, &backend.route()))
    };
    let panel = Panel {
        words: state.words.clone(),
        backend,
        state,
        files: use_memo((), |()| Files::default()),
    };
    {
        let panel = panel.clone();
        use_effect_with((), move |()| {
            let dispatcher = panel.state.dispatcher();
            panel
                .backend
                .on_route(Box::new(move |address| dispatcher.dispatch(Action::Follow(address))));
            tasks::find_unfinished(&panel);
        });
    }
    {
        let words = panel.words.clone();
        use_effect_with(panel.words.language(), move |language| {
            elements::set_document_language(language.tag(), &words.plain(&Text::new("product")));
        });
    }
    html! {
        <ContextProvider<Panel> context={panel}>
            { draw::<Frame>(()) }
        </ContextProvider<Panel>>
    }
}

#[component]
fn Frame() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    {
        // A recipe is read when a view needs it.
        let panel = panel.clone();
        use_effect_with(panel.state.to_read(), move |which| {
            if let Some(which) = *which {
                reading::read(&panel, which);
            }
        });
    }
    {
        // What the address asked for is done once, as soon as everything is read.
        let ready = panel.state.part(panel.state.current).is_whole() && !panel.state.is_reading();
        let asked = panel.state.asked.clone();
        let panel = panel.clone();
        use_effect_with((ready, asked), move |(ready, asked)| {
            if let (true, Some(asked)) = (ready, asked) {
                panel.send(Action::FollowedUp);
                tasks::follow_up(&panel, asked);
            }
        });
    }
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        elements::focus_main();
    });
    html! {
        <div class="panel" lang={words.language().tag()}>
            <a class="skip" href="#content" onclick={skip}>{ words.word("skip") }</a>
            { draw::<Header>(()) }
            { draw::<Rail>(()) }
            { shown(&panel) }
        </div>
    }
}

fn shown(panel: &Panel) -> Html {
    match panel.state.route {
        Route::Overview => draw::<Overview>(()),
        Route::Recipe(Which::DisconnectRights) => draw::<Disconnect>(()),
        Route::Recipe(Which::TeamsChat) => draw::<TeamsChat>(()),
        Route::Recipe(Which::BrightPattern) => draw::<BrightPattern>(()),
        Route::Recipe(Which::LeadManagement) => draw::<LeadManagement>(()),
        Route::Recipe(Which::SalesforceConnection) => draw::<SalesforceConnection>(()),
        Route::Recipe(Which::Deployment) => draw::<Deployment>(()),
        Route::History => draw::<History>(()),
        Route::Settings => draw::<Settings>(()),
        Route::Plan => match (&panel.state.preview, &panel.state.live) {
            (Some(plan), _) => draw::<Preview>(PreviewProps { plan: plan.clone() }),
            (None, Some(live)) => draw::<Run>(RunProps { live: live.clone() }),
            (None, None) => draw::<Overview>(()),
        },
    }
}
