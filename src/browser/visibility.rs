//! Whether a control has been seen for long enough to act: the defence against a page that covers or moves the dock.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Reflect};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverInit};

use super::api::to_js;
use crate::ui::backend::MayAct;

/// For how long a control has to have been visible, in milliseconds.
const LONG_ENOUGH: f64 = 500.0;

/// For how long after it was put there a control may lack the browser's word that it is visible, in milliseconds. The
/// first word takes a moment; one that never comes, or says that the control is covered, is taken seriously after it.
const FIRST_WORD: f64 = 1000.0;

/// What the browser said last of a control.
#[derive(Clone, Copy)]
enum Sight {
    /// Nothing yet, or that it is covered, distorted or out of view.
    Unseen,
    /// That it is wholly visible, without a break since this moment.
    Seen(f64),
}

/// One watched control.
struct Watch {
    observer: IntersectionObserver,
    began: f64,
    sight: Rc<Cell<Sight>>,
    _closure: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The watched controls of a panel, by element id.
#[derive(Default)]
pub struct Watches(RefCell<Vec<(String, Watch)>>);

impl Watches {
    /// Starts watching a control, or starts again with the element that has its id now.
    pub fn watch(&self, control: &str) {
        let watch = observe(control);
        let mut watches = self.0.borrow_mut();
        watches.retain(|(watched, _)| watched != control);
        if let Some(watch) = watch {
            watches.push((control.to_owned(), watch));
        }
    }

    /// Whether the browser has called the control wholly visible, uncovered and undistorted for [`LONG_ENOUGH`]; not
    /// yet while that may still come; nowhere but in a tab where it is covered or not watched at all.
    pub fn may_act(&self, control: &str) -> MayAct {
        let watches = self.0.borrow();
        let Some((watch, now)) = find(&watches, control).zip(monotonic()) else {
            return MayAct::OpenInTab;
        };
        match watch.sight.get() {
            Sight::Seen(since) if now - since >= LONG_ENOUGH => MayAct::Yes,
            Sight::Seen(_) => MayAct::NotYet,
            Sight::Unseen if now - watch.began < FIRST_WORD => MayAct::NotYet,
            Sight::Unseen => MayAct::OpenInTab,
        }
    }

    /// Whether a control that nothing can cover has stood where it is for [`LONG_ENOUGH`].
    pub fn has_stood(&self, control: &str) -> MayAct {
        let watches = self.0.borrow();
        match find(&watches, control).zip(monotonic()) {
            Some((watch, now)) if now - watch.began >= LONG_ENOUGH => MayAct::Yes,
            _ => MayAct::NotYet,
        }
    }
}

fn find<'a>(watches: &'a [(String, Watch)], control: &str) -> Option<&'a Watch> {
    let watched = watches.iter().find(|(watched, _)| watched == control)?;
    Some(&watched.1)
}

fn monotonic() -> Option<f64> {
    web_sys::window()?.performance().map(|performance| performance.now())
}

fn observe(control: &str) -> Option<Watch> {
    let element = web_sys::window()?.document()?.get_element_by_id(control)?;
    let began = monotonic()?;
    let sight = Rc::new(Cell::new(Sight::Unseen));
    let closure = {
        let sight = Rc::clone(&sight);
        Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            // The last entry is how things are now. A browser without this answer never says it is visible.
            let entry = entries.pop();
            let flag = |name: &str| Reflect::get(&entry, &name.into()).ok();
            let whole = flag("intersectionRatio")
                .and_then(|ratio| ratio.as_f64())
                .is_some_and(|ratio| ratio >= 0.99);
            let visible = whole && flag("isVisible").and_then(|visible| visible.as_bool()) == Some(true);
            sight.set(match (visible, sight.get()) {
                (false, _) => Sight::Unseen,
                (true, Sight::Unseen) => monotonic().map_or(Sight::Unseen, Sight::Seen),
                (true, seen) => seen,
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
        began,
        sight,
        _closure: closure,
    })
}
