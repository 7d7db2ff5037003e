//! Listeners that are gone when they are dropped, and that fall silent once the panel has stopped.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

use super::api::ExtensionEvent;
use super::stopped;

/// A listener of an extension event; removed on drop.
pub struct Listener {
    event: ExtensionEvent,
    closure: Closure<dyn FnMut(JsValue)>,
}

impl Listener {
    /// Listens until dropped.
    pub fn new(event: ExtensionEvent, mut heard: impl FnMut(JsValue) + 'static) -> Self {
        let closure = Closure::<dyn FnMut(JsValue)>::new(move |value| {
            if !stopped::is_stopped() {
                heard(value);
            }
        });
        event.add_listener(closure.as_ref().unchecked_ref());
        Self { event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.event.remove_listener(self.closure.as_ref().unchecked_ref());
    }
}
