//! The portal tab the panel works with: verbs over a port to its content script.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Value, json};

use super::api::{self, to_js};
use super::clock;
use super::line::{Line, Lost};
use crate::http::{ANSWER_LIMIT, TransportError};
use crate::json::{FromJson, ToJson};
use crate::portal::verbs::{PORT, Said, Verb};

/// Who is told which route a button of the page asks for.
pub type OnRoute = Rc<RefCell<Option<Rc<dyn Fn(String)>>>>;

/// How long a page may take to look at itself or to do something, in milliseconds: one that still loads on a slow machine
/// is busy for long, one that keeps its thread for itself never answers. What it sends has [`ANSWER_LIMIT`] besides.
pub const LOOK_LIMIT: u64 = 60_000;

/// One portal tab, or a frame in it. Connects when first used, and again after its page was left; a new port is read-only again.
pub struct Tab {
    id: Option<i32>,
    /// The frame of it that is meant; 0 is its page.
    frame: i32,
    line: RefCell<Option<Rc<Line>>>,
    /// The port that was granted writes or acts; none after it.
    granted: RefCell<Option<Rc<Line>>>,
    on_route: OnRoute,
}

impl Tab {
    /// The tab with that id, or none at all: then every verb fails with [`TransportError::PageGone`].
    pub fn new(id: Option<i32>) -> Self {
        Self::framed(id, 0)
    }

    /// A frame of the tab with that id.
    pub fn framed(id: Option<i32>, frame: i32) -> Self {
        Self {
            id,
            frame,
            line: RefCell::default(),
            granted: RefCell::default(),
            on_route: OnRoute::default(),
        }
    }

    /// The id.
    pub const fn id(&self) -> Option<i32> {
        self.id
    }

    /// Whether a port of it was granted anything.
    pub fn is_granted(&self) -> bool {
        self.granted.borrow().is_some()
    }

    /// Whether the port that was granted anything has gone with its page, and the grant with it.
    pub fn has_lost_grant(&self) -> bool {
        self.granted.borrow().as_ref().is_some_and(|granted| !granted.is_open())
    }

    /// Who is told from now on which route a button of the page asks for.
    pub fn on_route(&self, listener: Rc<dyn Fn(String)>) {
        *self.on_route.borrow_mut() = Some(listener);
    }

    /// Asks the content script, and reads its answer as what the verb promises.
    ///
    /// # Errors
    /// What the content script says; [`TransportError::PageGone`] if it is not there, does not answer in time or leaves
    /// before it does, or if the page that was granted a write or an act has left meanwhile: whoever writes has to look
    /// where it is now.
    pub async fn ask<T: FromJson>(&self, verb: &Verb) -> Result<T, TransportError> {
        let limit = match verb {
            Verb::Get { .. } | Verb::Batch { .. } | Verb::Write { .. } => ANSWER_LIMIT + LOOK_LIMIT,
            _ => LOOK_LIMIT,
        };
        let answer = clock::within(limit, Box::pin(self.answer(verb))).await;
        let answer = answer.unwrap_or(Err(TransportError::PageGone))?;
        T::from_json(&answer).map_err(|misread| TransportError::NotSent {
            reason: format!("the content script answered something else: {misread}"),
        })
    }

    async fn answer(&self, verb: &Verb) -> Result<Value, TransportError> {
        let line = self.line().await?;
        match verb {
            Verb::Grant { writes, acts } => {
                let grants = !writes.is_empty() || !acts.is_empty();
                *self.granted.borrow_mut() = grants.then(|| Rc::clone(&line));
            }
            Verb::Write { .. } | Verb::Act { .. } => {
                let granted = self.granted.borrow();
                if granted.as_ref().is_some_and(|granted| !Rc::ptr_eq(granted, &line)) {
                    return Err(TransportError::PageGone);
                }
            }
            _ => {}
        }
        let answer = line
            .call(verb.to_json())
            .await
            .map_err(|Lost| TransportError::PageGone)?;
        // A refusal of another shape: the other side is not what it should be.
        answer.map_err(|error| TransportError::from_json(&error).unwrap_or(TransportError::PageGone))
    }

    async fn line(&self) -> Result<Rc<Line>, TransportError> {
        if let Some(line) = self.open_line() {
            return Ok(line);
        }
        let id = self.id.ok_or(TransportError::PageGone)?;
        put_hands(id, self.frame).await?;
        // Another call may have connected meanwhile: a grant holds on one port only.
        if let Some(line) = self.open_line() {
            return Ok(line);
        }
        let port = api::connect_tab(id, &to_js(&json!({"frameId": self.frame, "name": PORT})))
            .map_err(|_| TransportError::PageGone)?;
        let on_route = Rc::clone(&self.on_route);
        let line = Line::new(
            port,
            Rc::new(move |value: Value| {
                if let Ok(Said::Open { route }) = Said::from_json(&value)
                    && let Some(listener) = on_route.borrow().as_ref()
                {
                    listener(super::route::decoded(&route));
                }
            }),
        );
        *self.line.borrow_mut() = Some(Rc::clone(&line));
        Ok(line)
    }

    fn open_line(&self) -> Option<Rc<Line>> {
        self.line.borrow().as_ref().filter(|line| line.is_open()).map(Rc::clone)
    }
}

/// The declared content script has no verbs; they follow when somebody needs them. Twice does no harm.
///
/// # Errors
/// [`TransportError::PageGone`] where there is no such frame, or the browser lets nobody in.
pub async fn put_hands(id: i32, frame: i32) -> Result<(), TransportError> {
    let hands = json!({"target": {"tabId": id, "frameIds": [frame]}, "files": ["hands.js"]});
    let put = api::execute_script(&to_js(&hands)).await;
    put.map(drop).map_err(|_| TransportError::PageGone)
}
