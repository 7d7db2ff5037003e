//! A port with calls on it: each call waits for the answer that carries its id, until the other side is gone.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use serde_json::Value;
use wasm_bindgen::prelude::JsValue;

use super::api::{Port, from_js, to_js};
use super::listener::Listener;

/// The other side of a port went away before it answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the port closed")]
pub struct Lost;

/// Who waits for the answer to which call; never many at once.
type Waiting = Rc<RefCell<Vec<(u32, oneshot::Sender<JsValue>)>>>;

fn take(waiting: &Waiting, id: u32) -> Option<oneshot::Sender<JsValue>> {
    let mut waiting = waiting.borrow_mut();
    let at = waiting.iter().position(|(waits, _)| *waits == id)?;
    Some(waiting.swap_remove(at).1)
}

/// An open port.
pub struct Line {
    port: Port,
    waiting: Waiting,
    open: Rc<Cell<bool>>,
    next: Cell<u32>,
    _heard: [Listener; 2],
}

impl Line {
    /// Takes a port over; `unasked` gets what is said without having been asked for.
    pub fn new(port: Port, unasked: Rc<dyn Fn(Value)>) -> Rc<Self> {
        let waiting = Waiting::default();
        let open = Rc::new(Cell::new(true));
        let on_message = {
            let waiting = Rc::clone(&waiting);
            Listener::new(port.on_message(), move |message| {
                let id = js_sys::Reflect::get(&message, &"id".into())
                    .ok()
                    .and_then(|id| id.as_f64());
                // Ids are ours and small; anything else finds nobody waiting.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
                let asked = id.and_then(|id| take(&waiting, id as u32));
                match asked {
                    // The caller may have stopped waiting.
                    Some(sender) => drop(sender.send(message)),
                    None => {
                        if let Some(value) = from_js(message) {
                            unasked(value);
                        }
                    }
                }
            })
        };
        let on_disconnect = {
            let (waiting, open) = (Rc::clone(&waiting), Rc::clone(&open));
            Listener::new(port.on_disconnect(), move |_| {
                open.set(false);
                // Dropping the senders wakes everybody who waits.
                let dropped = std::mem::take(&mut *waiting.borrow_mut());
                drop(dropped);
            })
        };
        Rc::new(Self {
            port,
            waiting,
            open,
            next: Cell::new(1),
            _heard: [on_message, on_disconnect],
        })
    }

    /// Whether the other side is still there, as far as is known.
    pub fn is_open(&self) -> bool {
        self.open.get()
    }

    /// Says something, an object, and waits for its answer: what came of it, or the other side's error.
    pub async fn call(&self, call: Value) -> Result<Result<Value, Value>, Lost> {
        let id = self.next.get();
        self.next.set(id.wrapping_add(1));
        let (sender, receiver) = oneshot::channel();
        self.waiting.borrow_mut().push((id, sender));
        let message = to_js(&call);
        let numbered = js_sys::Reflect::set(&message, &"id".into(), &id.into());
        if numbered.and_then(|_| self.port.post_message(&message)).is_err() {
            self.open.set(false);
            drop(take(&self.waiting, id));
            return Err(Lost);
        }
        let message = receiver.await.map_err(|oneshot::Canceled| Lost)?;
        // An answer of another shape is no answer: the other side is not what it should be.
        let mut answer = from_js(message).ok_or(Lost)?;
        if answer.get("id").and_then(Value::as_u64) != Some(u64::from(id)) {
            return Err(Lost);
        }
        let mut part = |name| answer.get_mut(name).map(Value::take);
        Ok(match part("error") {
            None | Some(Value::Null) => Ok(part("ok").unwrap_or_default()),
            Some(error) => Err(error),
        })
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.port.disconnect();
    }
}
