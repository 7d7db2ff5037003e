//! Values that live in memory only: secrets and the contents of files. They cannot be printed or written as JSON.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::slot::{Slot, SlotKind};
use crate::domain::integration_account::{SecretTrouble, check_secret};
use crate::domain::lead::account::{Refusal, check_password};
use crate::json;
use crate::text::Text;

/// A value nobody may keep. Printed it is only its name; its memory is overwritten when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Of a text.
    pub const fn new(value: String) -> Self {
        Self(value)
    }

    /// The text, for the one place it is meant for.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Secret")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        // Keeps the compiler from leaving out what it believes nobody reads.
        std::hint::black_box(&bytes);
    }
}

/// Why a value was not taken for a slot.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SlotRefused {
    /// The plan asks nobody for it: there is no such slot, or a service fills it.
    #[error("nothing is asked for {slot}")]
    NotAsked {
        /// The slot.
        slot: String,
    },
    /// There is nothing in it.
    #[error("{slot} is empty")]
    Empty {
        /// The slot.
        slot: String,
    },
    /// The product it is for does not take it.
    #[error("the client secret cannot be used: {trouble:?}")]
    Unusable {
        /// Why.
        trouble: SecretTrouble,
    },
    /// Entra would not take it for a password.
    #[error("the password is not taken: {refusal:?}")]
    Password {
        /// Why.
        refusal: Refusal,
    },
    /// The content is not that of the file the plan was made with.
    #[error("the file is not {name}: its digest is another")]
    OtherFile {
        /// The file's name when the plan was made.
        name: String,
    },
}

impl SlotRefused {
    /// What happened and what to do, in words.
    pub fn explain(&self) -> Text {
        match self {
            Self::NotAsked { slot } => Text::new("slot-refused-not-asked").name("slot", slot),
            Self::Empty { .. } => Text::new("slot-refused-empty"),
            Self::Unusable { trouble } => Text::new(match trouble {
                SecretTrouble::Empty => "slot-refused-empty",
                SecretTrouble::Plus => "slot-refused-plus",
                SecretTrouble::IsAnId => "slot-refused-id",
                SecretTrouble::Space => "slot-refused-space",
            }),
            Self::Password { refusal } => Text::new("slot-refused-password").message("why", refusal.explain()),
            Self::OtherFile { name } => Text::new("slot-refused-other-file").name("name", name),
        }
    }
}

/// The values a run holds in memory.
#[derive(Debug, Clone, Default)]
pub(super) struct Vault(Vec<(String, Secret)>);

/// Secrets shorter than this are not looked for in answers: they could be part of anything.
const TELLING: usize = 4;
/// So much of a secret at the end of a text is the secret, cut.
const CUT: usize = 8;
/// Spellings one text may have it in.
const SPELLINGS: usize = 6;
/// What stands in its place.
const REDACTED: &str = "•••";

/// A text without a secret as it is, or in JSON's escapes; `None` if it is not in it.
fn without_plain(text: &str, secret: &str) -> Option<String> {
    let escaped = super::slot::Escape::Json.apply(secret);
    let form = [secret, &escaped].into_iter().find(|form| text.contains(*form))?;
    Some(text.replace(form, REDACTED))
}

/// A text without a secret, however it is spelled in it: also in the escapes of an address or of markup, or cut at the end;
/// `None` if it is not in it.
fn without(text: &str, secret: &str) -> Option<String> {
    if let Some(redacted) = without_plain(text, secret) {
        return Some(redacted);
    }
    // Which letters are escaped, and how, is the service's choice: the whole text is read as it means it.
    let unescaped = percent_decode_str(text).decode_utf8_lossy();
    let unmarked = MARKUP
        .iter()
        .fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter));
    for read in [&*unescaped, &unmarked] {
        if read.contains(secret) {
            return Some(read.replace(secret, REDACTED));
        }
    }
    let mut ends = secret.char_indices().map(|(at, _)| at).filter(|at| *at >= CUT).rev();
    let head = ends.find_map(|at| text.strip_suffix(secret.get(..at)?))?;
    Some(format!("{head}{REDACTED}"))
}

/// The letters of markup, as it writes them; the ampersand last, as the others begin with it.
const MARKUP: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&amp;", "&"),
];

impl Vault {
    pub(super) fn get(&self, slot: &str) -> Option<&Secret> {
        self.0.iter().find(|(id, _)| id == slot).map(|(_, value)| value)
    }

    pub(super) fn put(&mut self, slot: &str, value: Secret) {
        self.forget(slot);
        self.0.push((slot.to_owned(), value));
    }

    pub(super) fn forget(&mut self, slot: &str) {
        self.0.retain(|(id, _)| id != slot);
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes every secret out of what a service answered, which may quote what it was sent.
    pub(super) fn redact(&self, slots: &[Slot], text: &mut String) {
        self.redact_by(without, slots, text);
    }

    fn redact_by(&self, without: fn(&str, &str) -> Option<String>, slots: &[Slot], text: &mut String) {
        for (id, secret) in &self.0 {
            let is_secret = |slot: &Slot| slot.id == *id && slot.kind.is_secret();
            let value = secret.reveal();
            if value.len() >= TELLING && slots.iter().any(is_secret) {
                // In several spellings; bounded, as a secret may itself look like what stands in its place.
                for _ in 0..SPELLINGS {
                    match without(text, value) {
                        Some(redacted) => *text = redacted,
                        None => break,
                    }
                }
            }
        }
    }

    /// The same for a body, which a service may have escaped in its own way: in JSON each text is looked at as it is read.
    pub(super) fn redact_body(&self, slots: &[Slot], body: &mut String) {
        if self.0.is_empty() {
            return;
        }
        let Ok(told) = json::parse(body) else {
            return self.redact(slots, body);
        };
        let mut redacted = told.clone();
        self.redact_value(slots, &mut redacted);
        if redacted != told {
            *body = json::text(&redacted);
        }
        // A member's name may quote it as well.
        self.redact_by(without_plain, slots, body);
    }

    /// The same for what a page says.
    pub(super) fn redact_value(&self, slots: &[Slot], value: &mut Value) {
        match value {
            Value::String(text) => self.redact(slots, text),
            Value::Array(elements) => elements.iter_mut().for_each(|each| self.redact_value(slots, each)),
            Value::Object(members) => members.values_mut().for_each(|each| self.redact_value(slots, each)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

impl Slot {
    /// Whether a value is what the slot asks for. A file's content comes as Base64.
    ///
    /// # Errors
    /// [`SlotRefused`] says what is wrong with it.
    pub fn accepts(&self, value: &str) -> Result<(), SlotRefused> {
        let not_asked = || SlotRefused::NotAsked { slot: self.id.clone() };
        match &self.kind {
            SlotKind::Found(_) | SlotKind::Known { .. } => Err(not_asked()),
            _ if value.is_empty() => Err(SlotRefused::Empty { slot: self.id.clone() }),
            SlotKind::Secret => Ok(()),
            SlotKind::ClientSecret => check_secret(value).map_err(|trouble| SlotRefused::Unusable { trouble }),
            SlotKind::Password { upn } => {
                check_password(value, upn).map_err(|refusal| SlotRefused::Password { refusal })
            }
            SlotKind::File { name, sha256, .. } => {
                let content = STANDARD.decode(value).unwrap_or_default();
                if crate::http::hex(&Sha256::digest(&content)).eq_ignore_ascii_case(sha256) {
                    Ok(())
                } else {
                    Err(SlotRefused::OtherFile { name: name.clone() })
                }
            }
        }
    }
}
