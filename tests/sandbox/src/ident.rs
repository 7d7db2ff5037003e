//! Record ids: parsing, printing, and ids that are the same at every start.

use sha2::{Digest, Sha256};
use std::fmt;

/// A GUID. Dataverse prints ids in lower case with hyphens and reads any case, braces allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Guid(u128);

impl Guid {
    /// The id that stands for `name` among things of `kind`: the same in every run.
    pub fn derive(kind: &str, name: &str) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(kind.as_bytes());
        hasher.update([0]);
        hasher.update(name.as_bytes());
        let mut bits: u128 = 0;
        for byte in hasher.finalize().iter().take(16) {
            bits = (bits << 8) | u128::from(*byte);
        }
        // Version 4, variant 1, so that strict readers accept it.
        bits = (bits & !(0xf << 76)) | (0x4 << 76);
        bits = (bits & !(0x3 << 62)) | (0x2 << 62);
        Self(bits)
    }

    /// Reads a GUID in any case, with or without braces; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix('{').and_then(|t| t.strip_suffix('}')).unwrap_or(text);
        if text.len() != 36 {
            return None;
        }
        let mut bits: u128 = 0;
        for (at, c) in text.chars().enumerate() {
            if matches!(at, 8 | 13 | 18 | 23) {
                if c != '-' {
                    return None;
                }
            } else {
                bits = (bits << 4) | u128::from(c.to_digit(16)?);
            }
        }
        Some(Self(bits))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let b = self.0;
        let part = |shift: u32, mask: u128| (b >> shift) & mask;
        write!(
            f,
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            part(96, 0xffff_ffff),
            part(80, 0xffff),
            part(64, 0xffff),
            part(48, 0xffff),
            part(0, 0xffff_ffff_ffff)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Guid;

    #[test]
    fn prints_what_it_reads() {
        let text = "c2cbe3db-62c8-4661-9ac5-7691c83242f5";
        assert_eq!(Guid::parse(text).unwrap().to_string(), text);
        assert_eq!(
            Guid::parse("{C2CBE3DB-62C8-4661-9AC5-7691C83242F5}")
                .unwrap()
                .to_string(),
            text
        );
        assert!(Guid::parse("c2cbe3db-62c8-4661-9ac5-7691c83242f").is_none());
    }

    #[test]
    fn derived_ids_are_stable_and_apart() {
        assert_eq!(Guid::derive("role", "a"), Guid::derive("role", "a"));
        assert_ne!(Guid::derive("role", "a"), Guid::derive("team", "a"));
    }
}
