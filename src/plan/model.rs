//! What a plan is made of: targets, steps, probes and changes. Pure data; serialised, digested, shown and replayed.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::domain::organization::{EnvironmentKind, SignedInUser};
use crate::http::{Millis, Request};
use crate::json::{self, ToJson, choice, record};
use crate::text::Text;

pub use super::change::{Action, Change, Hint, PageAct, Part, Patience, Undo, Write, WriteCondition};
pub use super::slot::{Shape, Slot, SlotKind, Take, placeholder};

/// The version written into every plan; older ones are decoded forward, newer ones refused with a clear message.
///
/// 2 brought slots and what is done on a page besides switches; a plan of 1 is one of 2 without them, written alike.
pub const PLAN_VERSION: u16 = 2;

/// An ordered set of changes against named targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// [`PLAN_VERSION`] of the writer.
    pub version: u16,
    /// Which recipe made it, such as `disconnect-rights`; `undo` plans keep the recipe's id.
    pub recipe: String,
    /// What it is for, in words.
    pub title: Text,
    /// The run this plan takes back, if it is an undo.
    pub undoes: Option<String>,
    /// When it was made.
    pub made_at: Millis,
    /// Every target the steps write to; which names are typed, [`Plan::typed`] tells.
    pub targets: Vec<Target>,
    /// The steps in the order they are carried out.
    pub steps: Vec<Step>,
    /// Values that are not known when the plan is made; [`placeholder`] stands for each where it is used.
    pub slots: Vec<Slot>,
    /// What the admin should know before approving, such as who gains and who loses.
    pub notes: Vec<Text>,
}

record!(Plan { version, recipe, title, undoes or default, made_at as "madeAt", targets, steps, slots or default, notes or default });

/// Where a plan writes, as whom, and how that is checked again over the transport that writes (target lock).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Key within the plan, such as `org`.
    pub id: String,
    /// The service behind it.
    pub service: Service,
    /// The service's own id of it, such as the organization id.
    pub identity: String,
    /// The name the admin knows it by.
    pub name: String,
    /// The host.
    pub host: String,
    /// The kind; unknown counts as production.
    pub kind: EnvironmentKind,
    /// As whom the plan writes.
    pub user: SignedInUser,
    /// Reads that must hold before the first write and after any navigation.
    pub lock: Vec<LockProbe>,
}

record!(Target {
    id,
    service,
    identity,
    name,
    host,
    kind,
    user,
    lock
});

/// The services a target can be on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// A Dataverse organization.
    Dataverse,
    /// Microsoft Graph of one Entra tenant.
    Graph,
    /// The Power Platform admin API (BAP) of one Entra tenant.
    PowerPlatform,
    /// The Power Platform API of one Entra tenant.
    PowerPlatformApi,
    /// The configuration API of Microsoft Teams of one Entra tenant.
    Teams,
    /// A Salesforce organization, on its own host (My Domain).
    Salesforce,
    /// The Dataverse of an environment beside the page's, with a token.
    Environment,
    /// A portal page in its tab; the target's host is the page's.
    Page,
}

impl Service {
    /// Whether what it answers tells where and as whom it writes. The others go by the sign-in of an Entra tenant, so that
    /// a plan that writes to them also has that tenant among its targets, whose lock tells both.
    pub const fn tells_account(self) -> bool {
        !matches!(self, Self::PowerPlatform | Self::PowerPlatformApi | Self::Teams)
    }
}

choice!(Service {
    Dataverse = "dataverse",
    Graph = "graph",
    PowerPlatform = "powerPlatform",
    PowerPlatformApi = "powerPlatformApi",
    Teams = "teams",
    Salesforce = "salesforce",
    Environment = "environment",
    Page = "page",
});

/// One read of the target lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockProbe {
    /// What is read and what must hold.
    pub probe: Probe,
    /// What it establishes, for the message when it does not hold.
    pub what: Text,
    /// Whether being unable to read it stops the plan. The portal's header may be unreadable; the service may not.
    pub required: bool,
}

record!(LockProbe { probe, what, required });

/// A read and what must hold on its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// The read.
    pub read: Read,
    /// All of them must hold.
    pub conditions: Vec<Condition>,
}

record!(Probe { read, conditions });

/// Where a probe reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// A GET on the target's service.
    Http(Request),
    /// A snapshot of the portal page by locator id; the answer is a JSON object such as `{"checked":true}`.
    Page {
        /// The locator.
        locator: String,
    },
}

choice!(Read {
    Http(http) = "http",
    Page { locator } = "page",
});

/// Something that must hold on an answer's JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The value at a JSON Pointer (RFC 6901) equals `equals`; a missing value equals `null`.
    Field {
        /// Which column this is in words, for the three-column view of a conflict.
        label: Text,
        /// The pointer.
        pointer: String,
        /// The value.
        equals: Value,
    },
    /// The array at `list` has an element with all of `key`, and that element has all of `fields`.
    Member {
        /// In words.
        label: Text,
        /// Pointer to the array.
        list: String,
        /// What identifies the element; texts compare without regard to ASCII case (GUIDs).
        key: BTreeMap<String, Value>,
        /// What it must hold besides.
        fields: BTreeMap<String, Value>,
    },
    /// The array at `list` has no element with all of `key`.
    NoMember {
        /// In words.
        label: Text,
        /// Pointer to the array.
        list: String,
        /// What identifies the element.
        key: BTreeMap<String, Value>,
    },
    /// The text at a JSON Pointer can be this user's name ([`SignedInUser::may_be_shown_as`]).
    Person {
        /// In words.
        label: Text,
        /// The pointer.
        pointer: String,
        /// The user.
        user: SignedInUser,
    },
    /// The array at `list` has an element with all of `key`, and only one. What its column `id` holds is an id the
    /// service chose: it fills `slot`.
    Found {
        /// In words.
        label: Text,
        /// Pointer to the array.
        list: String,
        /// What identifies the element.
        key: BTreeMap<String, Value>,
        /// The column with the id.
        id: String,
        /// The slot it fills, of kind [`SlotKind::Found`].
        slot: String,
    },
    /// The whole answer, without what stands at these pointers, is the one with this digest ([`super::sameness::digest`]):
    /// for documents that are written whole, and too long to be held in every probe.
    Same {
        /// In words.
        label: Text,
        /// JSON Pointers to what the service changes by itself.
        without: Vec<String>,
        /// Lower-case hex SHA-256.
        sha256: String,
    },
    /// The row does not exist (the read answers 404).
    Absent {
        /// In words.
        label: Text,
    },
}

choice!(Condition {
    Field { label, pointer, equals } = "field",
    Member { label, list, key, fields } = "member",
    NoMember { label, list, key } = "noMember",
    Found { label, list, key, id, slot } = "found",
    Person { label, pointer, user } = "person",
    Same { label, without or default, sha256 } = "same",
    Absent { label } = "absent",
});

/// How much taking a step back undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// Undo restores it exactly.
    Reversible,
    /// Reversible, but people notice while it happens.
    Disruptive,
    /// Cannot be taken back, or not fully.
    Irreversible,
}

choice!(Risk {
    Reversible = "reversible",
    Disruptive = "disruptive",
    Irreversible = "irreversible",
});

/// One change with its reason, guard, proof and way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Unique within the plan and stable for the same change, such as `toggle:incident:owner`.
    pub id: String,
    /// The target's key.
    pub target: String,
    /// What changes.
    pub title: Text,
    /// Why.
    pub reason: Text,
    /// Old → new, one pair per column or link.
    pub delta: Vec<Delta>,
    /// The risk.
    pub risk: Risk,
    /// Steps that must be done first.
    pub needs: Vec<String>,
    /// The change.
    pub change: Change,
    /// The way back, or why there is none.
    pub undo: Undo,
    /// What this step stands on that has not been proven on a live tenant, if anything.
    pub unproven: Option<Text>,
}

record!(Step { id, target, title, reason, delta, risk, needs or default, change, undo, unproven or default });

/// Old → new of one thing, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delta {
    /// What it is.
    pub label: Text,
    /// As planned from.
    pub from: Text,
    /// As wanted.
    pub to: Text,
}

record!(Delta { label, from, to });

impl Plan {
    /// Lower-case hex SHA-256 of the plan's canonical JSON: what an approval is bound to.
    pub fn digest(&self) -> String {
        use sha2::{Digest, Sha256};
        let canonical = json::text(&self.to_json());
        crate::http::hex(&Sha256::digest(canonical))
    }

    /// Every request this plan may write: what an approval grants a port, by method, path and body digest. A conditional
    /// header is added per run and is no part of that digest.
    pub fn writes(&self) -> Vec<Request> {
        self.steps
            .iter()
            .filter_map(|step| match &step.change.action {
                Action::Http(write) => Some(write.request.clone()),
                Action::Page { .. } | Action::Guide { .. } | Action::Await => None,
            })
            .collect()
    }

    /// Everything this plan may do on portal pages, by locator id: what an approval grants a port besides
    /// [`Plan::writes`].
    pub fn presses(&self) -> Vec<(String, PageAct)> {
        self.steps
            .iter()
            .filter_map(|step| match &step.change.action {
                Action::Page { locator, act } => Some((locator.clone(), act.clone())),
                Action::Http(_) | Action::Guide { .. } | Action::Await => None,
            })
            .collect()
    }

    /// How many requests applying it takes when nothing goes wrong: target lock, and per step guard, write and proof.
    pub fn requests(&self) -> u32 {
        let locks: usize = self.targets.iter().map(|target| target.lock.len()).sum();
        let steps: u32 = self.steps.iter().map(Step::requests).sum();
        steps.saturating_add(u32::try_from(locks).unwrap_or(u32::MAX))
    }

    /// The value of a slot, if the run that this plan takes back had found it.
    pub fn known(&self, slot: &str) -> Option<String> {
        let slot = self.slots.iter().find(|known| known.id == slot)?;
        match &slot.kind {
            SlotKind::Known { value, .. } => Some(value.clone()),
            _ => None,
        }
    }

    /// The step with this id.
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

impl Step {
    /// The target it writes to: its own, unless what is done through one service shows in another only.
    pub fn writes_to(&self) -> &str {
        match &self.change.action {
            Action::Http(write) => write.at.as_ref().unwrap_or(&self.target),
            Action::Page { .. } | Action::Guide { .. } | Action::Await => &self.target,
        }
    }

    /// Whether it only reads where all is well: nothing is asked of the admin unless its proof does not hold.
    pub fn only_reads(&self) -> bool {
        let is_guide = matches!(self.change.action, Action::Guide { .. });
        is_guide && self.change.guard.conditions.is_empty() && self.delta.is_empty()
    }

    /// Whether it only looks whether something still is as the plan was made from it. Such a step is looked at again right
    /// before each act on a page that needs it: the page's own guard says nothing of what stands elsewhere.
    pub fn is_check(&self) -> bool {
        self.change.action == Action::Await && self.change.guard == self.change.proof
    }

    /// Guard, write and proof; one read more if the proof reads elsewhere than the guard, one request less if the admin
    /// does it.
    pub fn requests(&self) -> u32 {
        let reads = if super::probe::same_read(&self.change.guard.read, &self.change.proof.read) {
            2
        } else {
            3
        };
        match self.change.action {
            Action::Http(_) | Action::Page { .. } => reads + 1,
            Action::Guide { .. } | Action::Await => reads,
        }
    }
}
