//! Slots: values a plan speaks of before they are known, and how they get to where they are used. Pure.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::model::{Action, Change, Condition, PageAct, Probe, Read};
use crate::domain::guid::guid;
use crate::http::Request;
use crate::json::{self, ToJson, choice, record};
use crate::text::{Arg, Text};

/// What stands in a plan where a slot's value is used: in the path or body of a request, in the text a page's input is
/// filled with, or as the whole value in a condition. It is replaced when the step runs, escaped for where it stands.
pub fn placeholder(slot: &str) -> String {
    format!("~{slot}~")
}

/// A value that is not known when the plan is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Unique within the plan: letters, digits and hyphens, such as `client-secret`.
    pub id: String,
    /// What it is, in words.
    pub what: Text,
    /// Where the value comes from, and where it may be kept.
    pub kind: SlotKind,
}

record!(Slot { id, what, kind });

/// Where a slot's value comes from, and where it may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotKind {
    /// A value the service chooses, of this shape; in the journal as soon as it is known.
    Found(Shape),
    /// What the service had chosen in the run that this plan takes back.
    Known {
        /// It.
        value: String,
        /// What it is like.
        shape: Shape,
    },
    /// Lives only in the run's memory: never in a plan, journal, log, export, message or URL. A write's own answer makes
    /// it ([`Take`]), or else the admin types it.
    Secret,
    /// A secret that is a client secret of Entra's, for a product that does not take every one (S002-13): one it does not
    /// take is refused where it is typed, and made again where it is made.
    ClientSecret,
    /// The password of a cloud user that is being made: one Entra would not take is refused where it is typed (S004-26).
    Password {
        /// The user principal name, which must not be in it.
        upn: String,
    },
    /// A file of the admin's, held by its digest; its content is only in memory. What is put into a body is Base64.
    File {
        /// Its name, for asking for it again.
        name: String,
        /// Lower-case hex SHA-256 of the content.
        sha256: String,
        /// How long it is.
        bytes: u64,
    },
}

choice!(SlotKind {
    Found(shape) = "found",
    Known { value, shape } = "known",
    Secret = "secret",
    ClientSecret = "clientSecret",
    Password { upn } = "password",
    File { name, sha256, bytes } = "file",
});

/// What a value that a service chooses is like: an answer of another shape is not used, as it would get into paths and
/// bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A GUID without braces, as ids of rows and of directory objects are.
    Guid,
    /// Letters, digits, hyphens and underscores, as other ids are (Graph: those of `oAuth2PermissionGrant`).
    Id,
}

choice!(Shape {
    Guid = "guid",
    Id = "id",
});

impl Shape {
    /// Whether a value is like this.
    pub fn fits(self, value: &str) -> bool {
        match self {
            Self::Guid => guid(value).is_some_and(|bare| bare.len() == value.len()),
            Self::Id => {
                let plain = |byte: u8| byte == b'-' || byte == b'_' || byte.is_ascii_alphanumeric();
                (1..=LONGEST).contains(&value.len()) && value.bytes().all(plain)
            }
        }
    }
}

impl SlotKind {
    /// Whether the service chooses it, in this run.
    pub const fn is_found(&self) -> bool {
        matches!(self, Self::Found(_))
    }

    /// Whether it is a secret of any kind.
    pub const fn is_secret(&self) -> bool {
        matches!(self, Self::Secret | Self::ClientSecret | Self::Password { .. })
    }

    /// Whether the value is in memory only: a secret's, or a file's content.
    pub const fn is_in_memory(&self) -> bool {
        self.is_secret() || matches!(self, Self::File { .. })
    }
}

/// A value that the answer to a write gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Take {
    /// The slot it fills, of kind [`SlotKind::Found`], or a secret.
    pub slot: String,
    /// JSON Pointer (RFC 6901) to a text or number in the answer, or [`ENTITY_ID`].
    pub pointer: String,
}

record!(Take { slot, pointer });

/// As a [`Take::pointer`]: the id in the parentheses at the end of the answer's `OData-EntityId` (Dataverse's answer to
/// a create).
pub const ENTITY_ID: &str = "header:odata-entityid";

/// For where a value stands, so that it stays one value there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escape {
    /// In a path or query, or in a form: percent-encoded, an apostrophe doubled as an OData literal has it.
    Url,
    /// Inside a JSON text.
    Json,
    /// As it is.
    None,
}

/// What a percent-encoded value keeps (RFC 3986, unreserved).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_');

impl Escape {
    pub(super) fn apply(self, value: &str) -> String {
        match self {
            Self::Url => utf8_percent_encode(&value.replace('\'', "''"), UNRESERVED).to_string(),
            Self::Json => {
                let quoted = json::text(&value.to_json());
                let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                inner.unwrap_or_default().to_owned()
            }
            Self::None => value.to_owned(),
        }
    }

    /// Of a request's body, going by its content type; JSON if it names none.
    fn of_body(request: &Request) -> Self {
        let form = |kind: &String| kind.starts_with("application/x-www-form-urlencoded");
        if request.headers.get("content-type").is_some_and(form) {
            Self::Url
        } else {
            Self::Json
        }
    }
}

/// Whether this can be shown as what the service chose, whatever its slot's shape: it gets into the journal, so it is
/// short, printable, and cannot be taken for a placeholder itself.
pub(super) fn may_be_found(value: &str) -> bool {
    (1..=LONGEST).contains(&value.len()) && !value.chars().any(|each| each.is_control() || each == '~')
}

/// Bytes a found value has at most.
pub(super) const LONGEST: usize = 512;

/// A text of a plan that names a value by its placeholder, with that value, or in words that it is known later.
pub(super) fn said(text: &Text, slots: &[Slot], known: &dyn Fn(&str) -> Option<String>) -> Text {
    let mut told = text.clone();
    for arg in told.args.values_mut() {
        let Arg::Name(name) = &*arg else { continue };
        if let Some(slot) = slots.iter().find(|slot| *name == placeholder(&slot.id)) {
            *arg = match known(&slot.id) {
                Some(value) => Arg::Name(value),
                None => Arg::Message(Text::new("slot-known-later")),
            };
        }
    }
    told
}

/// What is known of a plan's slots at the moment, by id.
pub(super) type Known<'a> = dyn Fn(&str) -> Option<&'a str> + 'a;

/// Goes through a text, once: what stands between placeholders, and the slot each names.
fn pieces<'t>(text: &'t str, mut each: impl FnMut(&'t str, Option<&'t str>)) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('~') {
        let named = after.split_once('~').filter(|(name, _)| is_id(name));
        match named {
            Some((name, behind)) => {
                each(before, Some(name));
                rest = behind;
            }
            None => {
                each(before, None);
                each("~", None);
                rest = after;
            }
        }
    }
    each(rest, None);
}

/// Whether a slot can be called this.
pub(super) fn is_id(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte == b'-' || byte.is_ascii_alphanumeric())
}

/// A text with the values that are known in place of their placeholders.
pub(super) fn filled(text: &str, escape: Escape, known: &Known<'_>) -> String {
    let mut filled = String::with_capacity(text.len());
    pieces(text, |before, name| {
        filled.push_str(before);
        if let Some(name) = name {
            match known(name) {
                Some(value) => filled.push_str(&escape.apply(value)),
                None => filled.push_str(&placeholder(name)),
            }
        }
    });
    filled
}

/// The slots of a plan that a text names.
pub(super) fn named_in(text: &str, slots: &[Slot], into: &mut Vec<String>) {
    pieces(text, |_, name| {
        if let Some(name) = name
            && slots.iter().any(|slot| slot.id == name)
            && !into.iter().any(|known| known == name)
        {
            into.push(name.to_owned());
        }
    });
}

/// The slots a request names, in its path and body.
pub(super) fn named_in_request(request: &Request, slots: &[Slot]) -> Vec<String> {
    let mut named = Vec::new();
    named_in(&request.path, slots, &mut named);
    named_in(request.body.as_deref().unwrap_or_default(), slots, &mut named);
    named
}

/// The slots an action names.
pub(super) fn named_in_action(action: &Action, slots: &[Slot]) -> Vec<String> {
    match action {
        Action::Http(write) => named_in_request(&write.request, slots),
        Action::Page { act, .. } => named_in_act(act, slots),
        Action::Guide { .. } | Action::Await => Vec::new(),
    }
}

/// The slots an act on a page names.
pub(super) fn named_in_act(act: &PageAct, slots: &[Slot]) -> Vec<String> {
    let mut named = Vec::new();
    if let PageAct::Fill { text } | PageAct::Choose { option: text } = act {
        named_in(text, slots, &mut named);
    }
    named
}

/// The slots a read names.
pub(super) fn named_in_read(read: &Read, slots: &[Slot]) -> Vec<String> {
    match read {
        Read::Http(request) => named_in_request(request, slots),
        Read::Page { .. } => Vec::new(),
    }
}

/// The slots a probe names, in its read and its conditions.
pub(super) fn named_in_probe(probe: &Probe, slots: &[Slot]) -> Vec<String> {
    let mut named = named_in_read(&probe.read, slots);
    for condition in &probe.conditions {
        let mut value = |value: &Value| {
            if let Value::String(text) = value {
                named_in(text, slots, &mut named);
            }
        };
        match condition {
            Condition::Field { equals, .. } => value(equals),
            Condition::Member { key, fields, .. } => key.values().chain(fields.values()).for_each(value),
            Condition::NoMember { key, .. } | Condition::Found { key, .. } => key.values().for_each(value),
            Condition::Person { .. } | Condition::Same { .. } | Condition::Absent { .. } => {}
        }
    }
    named
}

/// The slots a change names anywhere.
pub(super) fn named_in_change(change: &Change, slots: &[Slot]) -> Vec<String> {
    let mut named = named_in_action(&change.action, slots);
    named.extend(named_in_probe(&change.guard, slots));
    named.extend(named_in_probe(&change.proof, slots));
    named
}

/// The slots whose value a change brings to light: by the answer to its write, or by what its guard or proof finds.
pub(super) fn brought_by(change: &Change) -> Vec<&str> {
    let mut brought: Vec<&str> = Vec::new();
    if let Action::Http(write) = &change.action {
        brought.extend(write.takes.iter().map(|take| take.slot.as_str()));
    }
    for condition in change.guard.conditions.iter().chain(&change.proof.conditions) {
        if let Condition::Found { slot, .. } = condition {
            brought.push(slot);
        }
    }
    brought
}

/// A request with what is known.
pub(super) fn fill_request(request: &Request, known: &Known<'_>) -> Request {
    let body = Escape::of_body(request);
    Request {
        method: request.method,
        path: filled(&request.path, Escape::Url, known),
        headers: request.headers.clone(),
        body: request.body.as_ref().map(|text| filled(text, body, known)),
    }
}

/// An act on a page with what is known.
pub(super) fn fill_act(act: &PageAct, known: &Known<'_>) -> PageAct {
    match act {
        PageAct::Fill { text } => PageAct::Fill {
            text: filled(text, Escape::None, known),
        },
        PageAct::Choose { option } => PageAct::Choose {
            option: filled(option, Escape::None, known),
        },
        PageAct::Set { .. } | PageAct::Press => act.clone(),
    }
}

/// A change with what is known. What a [`Condition::Found`] is to find is then part of what identifies it.
pub(super) fn fill_change(change: &Change, known: &Known<'_>) -> Change {
    let mut change = change.clone();
    for probe in [&mut change.guard, &mut change.proof] {
        if let Read::Http(request) = &mut probe.read {
            *request = fill_request(request, known);
        }
        probe.conditions.iter_mut().for_each(|each| fill_condition(each, known));
    }
    if let Some(patience) = &mut change.patience {
        let conditions = patience.agrees.iter_mut().chain(&mut patience.fails);
        conditions.for_each(|each| fill_condition(each, known));
    }
    match &mut change.action {
        Action::Http(write) => write.request = fill_request(&write.request, known),
        Action::Page { act, .. } => *act = fill_act(act, known),
        Action::Guide { .. } | Action::Await => {}
    }
    change
}

fn fill_condition(condition: &mut Condition, known: &Known<'_>) {
    let value = |value: &mut Value| {
        if let Value::String(text) = value {
            *text = filled(text, Escape::None, known);
        }
    };
    match condition {
        Condition::Field { equals, .. } => value(equals),
        Condition::Member { key, fields, .. } => key.values_mut().chain(fields.values_mut()).for_each(value),
        Condition::NoMember { key, .. } => key.values_mut().for_each(value),
        Condition::Found { key, id, slot, .. } => {
            key.values_mut().for_each(value);
            if let Some(found) = known(slot) {
                key.insert(id.clone(), found.to_json());
            }
        }
        Condition::Person { .. } | Condition::Same { .. } | Condition::Absent { .. } => {}
    }
}
