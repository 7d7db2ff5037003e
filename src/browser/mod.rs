//! The only module that names web-sys and js-sys: ports, storage, clock, language.

mod api;
pub mod backend;
mod bearer;
mod clock;
mod download;
pub mod elements;
mod fetch;
mod intl;
mod journal;
mod line;
mod listener;
mod portals;
mod route;
mod salesforce;
mod sign_in;
mod sign_in_store;
pub mod stopped;
mod tab;
mod tabs;
mod transport;
mod visibility;
mod watch;

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::ui::app::{App, AppProps};
use crate::ui::backend::Backend;
use crate::ui::say;
use crate::words::Language;

/// Starts the panel; the browser calls it as soon as the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    stopped::watch();
    let Some(window) = web_sys::window() else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let place = window.document().and_then(|document| document.get_element_by_id("app"));
        let backend: Rc<dyn Backend> = Rc::new(backend::Browser::find(window).await);
        let language = Language::best(backend.languages().iter().map(String::as_str));
        let mut words = say::words(&backend, language).await;
        if words.is_none() {
            words = say::words(&backend, Language::English).await;
        }
        match (place, words) {
            (Some(place), Some(words)) => {
                yew::Renderer::<App>::with_root_and_props(place, AppProps { backend, words }).render();
            }
            _ => stopped::tell("latchkey-speechless"),
        }
    });
}
