//! One document of a tab, watched until it ends: what stands in the tab afterwards may be anybody's.

use std::cell::Cell;
use std::rc::Rc;

use serde_json::{Value, json};

use super::api::{self, to_js};
use super::clock;
use super::line::Line;
use super::tab::{LOOK_LIMIT, put_hands};
use crate::json::{FromJson, ToJson};
use crate::portal::page::Address;
use crate::portal::verbs::{PageFacts, Said, Verb, WATCH};

/// A document of a tab, from the first look at it on.
pub struct Watch {
    /// The tab.
    pub tab: i32,
    host: String,
    began: f64,
    is_reload: bool,
    line: Rc<Line>,
    ended: Rc<Cell<Option<f64>>>,
}

impl Watch {
    /// Watches the page of a tab; `None` while none answers.
    pub async fn begin(tab: i32) -> Option<Rc<Self>> {
        put_hands(tab, 0).await.ok()?;
        let port = api::connect_tab(tab, &to_js(&json!({"frameId": 0, "name": WATCH}))).ok()?;
        let ended = Rc::new(Cell::new(None));
        let hear = {
            let ended = Rc::clone(&ended);
            move |value: Value| {
                if let Ok(Said::Left { at }) = Said::from_json(&value) {
                    // One that is shown again was left all the same.
                    ended.set(ended.get().or(at.parse().ok()));
                }
            }
        };
        let line = Line::new(port, Rc::new(hear));
        let facts = facts(&line).await?;
        Some(Rc::new(Self {
            tab,
            host: Address::parse(&facts.href)?.host,
            began: facts.document.parse().ok()?,
            is_reload: facts.reloaded,
            line,
            ended,
        }))
    }

    /// What stands in the tab now, and whether it is this document or what that was loaded anew as; `None` while none
    /// answers.
    pub async fn now(self: &Rc<Self>) -> Option<(Rc<Self>, bool)> {
        if self.is_standing() {
            let answers = facts(&self.line).await.is_some();
            if self.is_standing() {
                return answers.then(|| (Rc::clone(self), true));
            }
        }
        let now = Self::begin(self.tab).await?;
        let is_same = self.became(&now);
        Some((now, is_same))
    }

    /// A port ends with its document, also with one that is kept to be shown again.
    fn is_standing(&self) -> bool {
        self.line.is_open() && self.ended.get().is_none()
    }

    /// That a document was loaded anew does not tell which it was before: it was this one if its loading began while this
    /// one still stood. Without a word of its end nobody knows.
    fn became(&self, now: &Self) -> bool {
        now.is_reload && now.host == self.host && self.ended.get().is_some_and(|ended| now.began < ended)
    }
}

/// What the page at the other end says of itself.
async fn facts(line: &Line) -> Option<PageFacts> {
    let answer = clock::within(LOOK_LIMIT, Box::pin(line.call(Verb::Page.to_json()))).await?;
    PageFacts::from_json(&answer.ok()?.ok()?).ok()
}
