//! One change of a plan: guard → action → proof, what the action may be, and the way back. Pure data.

use serde_json::Value;

use super::model::{Condition, Delta, Probe};
use super::slot::Take;
use crate::http::{Millis, Request};
use crate::json::{self, FromJson, Members, Misread, ToJson, Written, choice, record};
use crate::text::Text;

/// Guard → action → proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What must hold right before the write. If `proof` already holds on this read, the step is "already so".
    pub guard: Probe,
    /// What is done.
    pub action: Action,
    /// What must hold afterwards, on a read.
    pub proof: Probe,
    /// How long the proof may take to show; `None` for what shows within half a minute.
    pub patience: Option<Patience>,
}

record!(Change { guard, action, proof, patience or default });

/// How a proof that takes long is waited for, such as that of a solution's import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// For how long the proof is read again, in milliseconds since the write was accepted.
    pub millis: Millis,
    /// Pointer to how much is done, 0 to 100, in the proof's answer, if it tells.
    pub percent: Option<String>,
    /// What the answer to the write has to say; otherwise it is not what was approved, nothing is taken from it, and the
    /// step failed.
    pub agrees: Vec<Condition>,
    /// If all of these hold on the answer to the write or to the proof, the service has given up: the step failed.
    pub fails: Vec<Condition>,
    /// Pointer to the service's own words on why, in the same answer.
    pub why: Option<String>,
    /// What else in it may tell why.
    pub hints: Vec<Hint>,
    /// Where a page says that it came to nothing, while the proof reads elsewhere: the locator of its alerts. They are
    /// looked at after each read that does not show the proof; one that stands there ends the step in its own words.
    pub alert: Option<String>,
    /// What its alerts said when the plan was made: the same words count only once they were gone, or when the wait is
    /// over.
    pub stood: Vec<String>,
    /// Whether what the proof shows before anything was done is something else, so that it is never "already so": a form
    /// that somebody had open holds what nobody planned. Nothing is written where it is not, for the digests of older plans.
    pub anew: Option<bool>,
}

impl Patience {
    /// So many milliseconds, and nothing in the answers that says more.
    pub const fn of(millis: Millis) -> Self {
        Self {
            millis,
            percent: None,
            agrees: Vec::new(),
            fails: Vec::new(),
            why: None,
            hints: Vec::new(),
            alert: None,
            stood: Vec::new(),
            anew: None,
        }
    }
}

record!(Patience {
    millis,
    percent or default,
    agrees or default,
    fails or default,
    why or default,
    hints or default,
    alert or default,
    stood or default,
    anew or default
});

/// Where an answer tells why a service gave up, other than in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Pointer to a text.
    pub pointer: String,
    /// What it means, with the text as `message`.
    pub says: Text,
}

record!(Hint { pointer, says });

/// The kinds of step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A write to the service.
    Http(Write),
    /// Something is done with a control of a portal page.
    Page {
        /// The locator, which also tells on which page.
        locator: String,
        /// What.
        act: PageAct,
    },
    /// The admin does it; Latchkey highlights, explains and reads the completion.
    Guide {
        /// What to do.
        instruction: Text,
        /// What to highlight, if it is on this page.
        locator: Option<String>,
    },
    /// Nothing is done: what an earlier step began is waited for.
    Await,
}

/// What is done with a control of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageAct {
    /// A switch or check box is brought into a state.
    Set {
        /// The state.
        checked: bool,
    },
    /// An input's text is replaced.
    Fill {
        /// The text; slots may stand in it, a secret's only as the whole of it.
        text: String,
    },
    /// An option is chosen.
    Choose {
        /// The option's text or value, as the locator's page has it.
        option: String,
    },
    /// A button is pressed.
    Press,
}

choice!(PageAct {
    Set { checked } = "set",
    Fill { text } = "fill",
    Choose { option } = "choose",
    Press = "press",
});

// By hand for `Page` alone: a switch is written as it was when there was nothing but switches, `{"locator","checked"}`,
// so that older plans are read and keep the digest they were approved with.
impl ToJson for Action {
    fn to_json(&self) -> Value {
        match self {
            Self::Http(write) => json::named("http", write.to_json()),
            Self::Page { locator, act } => {
                let mut page = Written::default();
                page.put("locator", locator.to_json());
                match act {
                    PageAct::Set { checked } => page.put("checked", checked.to_json()),
                    act => page.put("act", act.to_json()),
                }
                json::named("page", page.done())
            }
            Self::Guide { instruction, locator } => {
                let mut guide = Written::default();
                guide.put("instruction", instruction.to_json());
                guide.put_unless_empty("locator", locator.to_json());
                json::named("guide", guide.done())
            }
            Self::Await => json::named("await", Written::default().done()),
        }
    }
}

impl FromJson for Action {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let (name, inner) = json::variant(value)?;
        let read = match name {
            "http" => Write::from_json(inner).map(Self::Http),
            "page" => page(inner),
            "guide" => guide(inner),
            "await" => Ok(Self::Await),
            _ => return Err(Misread::new("a known Action")),
        };
        read.map_err(|misread| misread.within(name))
    }
}

fn page(value: &Value) -> Result<Action, Misread> {
    let members = Members::of(value)?;
    Ok(Action::Page {
        locator: members.get("locator")?,
        act: if value.get("checked").is_some() {
            PageAct::Set {
                checked: members.get("checked")?,
            }
        } else {
            members.get("act")?
        },
    })
}

fn guide(value: &Value) -> Result<Action, Misread> {
    let members = Members::of(value)?;
    Ok(Action::Guide {
        instruction: members.get("instruction")?,
        locator: members.get_or_default("locator")?,
    })
}

/// A write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// The request, without the `If-Match` of `guard`.
    pub request: Request,
    /// How the service itself is kept from writing over somebody else's change.
    pub condition: WriteCondition,
    /// Whether carrying it out twice is the same as once; otherwise an unknown outcome is settled by the proof only.
    pub repeatable: bool,
    /// What its own answer tells and later steps need.
    pub takes: Vec<Take>,
    /// The target it goes to, where that is another than the step's, on which it is guarded and proven: what is done
    /// through one service may show in another only.
    pub at: Option<String>,
}

record!(Write { request, condition, repeatable, takes or default, at or default });

/// Conditional writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteCondition {
    /// `If-Match` with the `@odata.etag` of the guard read.
    GuardEtag,
    /// `If-None-Match: *`: only if it does not exist (a create with our own GUID).
    CreateOnly,
    /// The service has no conditional write here; the preview says so.
    None,
}

choice!(WriteCondition {
    GuardEtag = "guardEtag",
    CreateOnly = "createOnly",
    None = "none",
});

/// The way back of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// This change takes it back; its guard is "untouched since".
    Change(Box<Change>),
    /// The same, but after the steps it needed have been taken back: for a step that makes theirs count, as publishing
    /// does.
    After(Box<Change>),
    /// One request did it, and it takes several to take it back, as for a grant of many privileges: a step each.
    Each(Vec<Part>),
    /// This change takes back what can be; the thing is not as it was before.
    Partly {
        /// The change.
        change: Box<Change>,
        /// How the thing stands then, in words, such as "blocked, stays".
        left: Text,
    },
    /// There is nothing to take back: the step only reads, or what it does lasts no longer than the page, and another
    /// step makes it last.
    Nothing {
        /// Why.
        why: Text,
    },
    /// There is none, and what was done stays.
    None {
        /// Why.
        why: Text,
    },
}

choice!(Undo {
    Change(change) = "change",
    After(change) = "after",
    Each(parts) = "each",
    Partly { change, left } = "partly",
    Nothing { why } = "nothing",
    None { why } = "none",
});

impl Undo {
    /// The change that takes the step back, if one does.
    pub fn change(&self) -> Option<&Change> {
        match self {
            Self::Change(change) | Self::After(change) | Self::Partly { change, .. } => Some(change),
            Self::Each(_) | Self::Nothing { .. } | Self::None { .. } => None,
        }
    }
}

/// A part of a step that is taken back by itself ([`Undo::Each`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Unique within the step.
    pub id: String,
    /// What it changes.
    pub title: Text,
    /// Old → new, as in the step.
    pub delta: Vec<Delta>,
    /// Takes this part back; its guard is "untouched since".
    pub back: Change,
    /// Makes it again, should the way back be taken back.
    pub again: Change,
}

record!(Part {
    id,
    title,
    delta,
    back,
    again
});
