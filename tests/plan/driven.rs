//! The simulated tenant as the world of a driven run, with a journal and leases.

#[path = "../memory_journal/mod.rs"]
mod memory_journal;

use std::cell::{Cell, RefCell};

use latchkey::http::{LocalFuture, Millis, Request, Response, TransportError};
use latchkey::plan::drive::{JournalStore, World};
use latchkey::plan::grants::Grants;
use latchkey::plan::model::{PageAct, Target};
use serde_json::{Value, json};

use crate::tenant::{Cell as Place, Tenant};
use memory_journal::Journal;
pub use memory_journal::block_on;

pub struct Driven {
    pub tenant: RefCell<Tenant>,
    pub journal: Journal,
    pub sent: RefCell<Vec<Request>>,
    pub guided: RefCell<Vec<Option<String>>>,
    /// What a press does: nothing at all, its work without saying so, or both; one each, then both.
    pub presses: RefCell<Vec<Press>>,
    pub pressed: Cell<usize>,
    now: Cell<Millis>,
}

impl Driven {
    pub fn new(tenant: Tenant) -> Self {
        Self {
            tenant: RefCell::new(tenant),
            journal: Journal::default(),
            sent: RefCell::default(),
            guided: RefCell::default(),
            presses: RefCell::default(),
            pressed: Cell::new(0),
            now: Cell::new(1_000_000),
        }
    }
}

/// What becomes of a press on the page's switch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Press {
    Ignored,
    Unanswered,
    Done,
}

/// The cell behind the page's one switch.
const SWITCH: Place = Place::Field(0, 0);

impl World for Driven {
    fn send<'a>(&'a self, _: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        self.sent.borrow_mut().push(request.clone());
        let answer = self.tenant.borrow_mut().handle(&request);
        Box::pin(async move { Ok(answer) })
    }

    fn page_read<'a>(&'a self, _: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        let checked = self.tenant.borrow().cells[&SWITCH].clone();
        Box::pin(async move { Ok(json!({ "checked": checked })) })
    }

    fn grant(&self, _: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async { Ok(()) })
    }

    fn page_press<'a>(&'a self, _: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        let PageAct::Set { checked } = *act else {
            panic!("{act:?}")
        };
        self.pressed.set(self.pressed.get() + 1);
        let mut presses = self.presses.borrow_mut();
        let press = if presses.is_empty() {
            Press::Done
        } else {
            presses.remove(0)
        };
        if press != Press::Ignored {
            self.tenant.borrow_mut().set(&SWITCH, json!(checked), true);
        }
        Box::pin(async move {
            match press {
                Press::Unanswered => Err(TransportError::PageGone),
                _ => Ok(json!({})),
            }
        })
    }

    fn guide(&self, locator: Option<&str>) {
        self.guided.borrow_mut().push(locator.map(str::to_owned));
    }

    fn journal(&self) -> &dyn JournalStore {
        &self.journal
    }

    fn now(&self) -> Millis {
        self.now.get()
    }

    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.now.set(self.now.get() + millis);
        Box::pin(async {})
    }
}
