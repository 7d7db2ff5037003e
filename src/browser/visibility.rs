//! Whether a control has been seen for long enough to act: the defence against a page that covers or moves the dock.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Reflect};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverInit};

use super::api::to_js;

/// For how long a control has to have been visible, in milliseconds.
pub const LONG_ENOUGH: f64 = 500.0;

/// One watched control.
struct Watch {
    observer: IntersectionObserver,
    since: Rc<Cell<Option<f64>>>,
    _closure: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The watched controls of a docked panel, by element id.
#[derive(Default)]
pub struct Watches(RefCell<BTreeMap<String, Watch>>);

impl Watches {
    /// Starts watching a control, or starts again with the element that has its id now.
    pub fn watch(&self, control: &str) {
        let watch = observe(control);
        let mut watches = self.0.borrow_mut();
        watches.remove(control);
        if let Some(watch) = watch {
            watches.insert(control.to_owned(), watch);
        }
    }

    /// Whether the browser has called the control wholly visible, uncovered and undistorted for [`LONG_ENOUGH`].
    pub fn seen_long_enough(&self, control: &str) -> bool {
        let since = self.0.borrow().get(control).and_then(|watch| watch.since.get());
        since
            .zip(monotonic())
            .is_some_and(|(since, now)| now - since >= LONG_ENOUGH)
    }
}

fn monotonic() -> Option<f64> {
    web_sys::window()?.performance().map(|performance| performance.now())
}

fn observe(control: &str) -> Option<Watch> {
    let element = web_sys::window()?.document()?.get_element_by_id(control)?;
    let since = Rc::new(Cell::new(None));
    let closure = {
        let since = Rc::clone(&since);
        Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // The last entry is how things are now. A browser without this answer never says it is visible.
            let entry = entries.pop();
            let flag = |name: &str| Reflect::get(&entry, &name.into()).ok();
            let whole = flag("intersectionRatio")
                .and_then(|ratio| ratio.as_f64())
                .is_some_and(|ratio| ratio >= 0.99);
            let visible = whole && flag("isVisible").and_then(|visible| visible.as_bool()) == Some(true);
            since.set(match (visible, since.get()) {
                (false, _) => None,
                (true, None) => monotonic(),
                (true, known) => known,
            });
        })
    };
    // `trackVisibility` is newer than the bindings.
    let options: IntersectionObserverInit =
        to_js(&json!({"trackVisibility": true, "delay": 100, "threshold": [0.0, 0.5, 0.99, 1.0]})).unchecked_into();
    let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
    observer.observe(&element);
    Some(Watch {
        observer,
        since,
        _closure: closure,
    })
}
