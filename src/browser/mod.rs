//! The only module that names web-sys and js-sys: ports, storage, clock, language.

mod api;
pub mod backend;
mod clock;
mod download;
pub mod elements;
mod intl;
mod journal;
mod line;
mod listener;
mod route;
pub mod stopped;
mod tab;
mod transport;
mod visibility;

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::ui::app::{App, AppProps};
use crate::ui::backend::Backend;
use crate::words::{Language, Words};

/// Starts the panel; the browser calls it as soon as the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    stopped::watch();
    let Some(window) = web_sys::window() else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let place = window.document().and_then(|document| document.get_element_by_id("app"));
        let browser = Rc::new(backend::Browser::find(window).await);
        let language = Language::best(browser.languages().iter().map(String::as_str));
        stopped::prepare_notice(&Words::new(language, Box::new(|number| number.to_string())));
        if let Some(place) = place {
            yew::Renderer::<App>::with_root_and_props(place, AppProps { backend: browser }).render();
        }
    });
}
