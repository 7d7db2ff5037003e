//! The only module that names web-sys and js-sys: ports, storage, clock, language.

pub mod elements;

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the panel; the browser calls it as soon as the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(place) = document.and_then(|document| document.get_element_by_id("app")) {
        yew::Renderer::<Empty>::with_root(place).render();
    }
}

#[yew::component]
fn Empty() -> yew::Html {
    yew::html! { <main><h1>{ "Latchkey" }</h1></main> }
}
