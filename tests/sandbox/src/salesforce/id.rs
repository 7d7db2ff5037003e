//! Record ids: 15 characters of which case counts, and the same with three more that make case not count
//! (Object Reference, "ID field type").

use sha2::{Digest, Sha256};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// The 18-character form of 15 characters.
fn checked(short: &str) -> String {
    let mut long = short.to_owned();
    for part in short.as_bytes().chunks(5) {
        let bits = part.iter().enumerate().fold(0usize, |bits, (at, c)| {
            bits | (usize::from(c.is_ascii_uppercase()) << at)
        });
        long.push(CHECKS.get(bits).map_or('A', |c| char::from(*c)));
    }
    long
}

/// The 18-character id that stands for `name` among the records of a key prefix: the same in every run.
pub fn derive(prefix: &str, name: &str) -> String {
    let digest = Sha256::digest(format!("{prefix}\0{name}").as_bytes());
    let mut short = format!("{prefix}gK0");
    for byte in digest.iter().take(15 - short.len()) {
        short.push(
            DIGITS
                .get(usize::from(*byte) % DIGITS.len())
                .map_or('0', |c| char::from(*c)),
        );
    }
    checked(&short)
}

/// The 18-character form of an id in either form; `None` for what is no id, or has the wrong last three.
pub fn parse(text: &str) -> Option<String> {
    if !text.chars().all(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    match text.len() {
        15 => Some(checked(text)),
        18 => text
            .get(..15)
            .map(checked)
            .filter(|long| long.eq_ignore_ascii_case(text))
            .map(|_| text.to_owned()),
        _ => None,
    }
}

/// The first 15 characters.
pub fn short(long: &str) -> &str {
    long.get(..15).unwrap_or(long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_one_id() {
        // The pair of the Object Reference's own example of SOQL answers.
        assert_eq!(parse("001D000000IqhSL").as_deref(), Some("001D000000IqhSLIAZ"));
        let id = derive("005", "admin");
        assert_eq!((id.len(), parse(short(&id)).as_deref()), (18, Some(id.as_str())));
        for bad in [
            "",
            "005",
            "001D000000IqhSLIAA",
            "001D000000Iqh-L",
            "001D000000IqhSLIAZ0",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
