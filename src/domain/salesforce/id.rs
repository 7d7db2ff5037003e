//! Ids as Salesforce writes them: 15 characters whose case counts, or those and three more that spell it out.

const LENGTH: usize = 15;
const SUFFIX: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// An id in its 18 characters: the only form an id from outside may have before it gets into a path or a query. Of one
/// with 18 the last three have to fit (Salesforce Object Reference, "ID Field Type").
pub fn salesforce_id(text: &str) -> Option<String> {
    let text = text.trim();
    if !text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let mut id = text.get(..LENGTH)?.to_owned();
    let suffix = suffix(&id)?;
    match text.get(LENGTH..)? {
        "" => {}
        told if told == suffix => {}
        _ => return None,
    }
    id.push_str(&suffix);
    Some(id)
}

/// One character for every five: which of them are capitals, the first one counting least.
fn suffix(id: &str) -> Option<String> {
    let mut suffix = String::with_capacity(3);
    for five in id.as_bytes().chunks(5) {
        let mut place = 0_usize;
        for (bit, byte) in five.iter().enumerate() {
            if byte.is_ascii_uppercase() {
                place |= 1 << bit;
            }
        }
        suffix.push(char::from(*SUFFIX.get(place)?));
    }
    Some(suffix)
}

/// Whether two ids are of the same thing, whichever form each has.
pub fn same(one: &str, other: &str) -> bool {
    let core = |id: &str| {
        matches!(id.len(), 15 | 18)
            .then(|| id.get(..LENGTH).map(str::to_owned))
            .flatten()
    };
    core(one).is_some_and(|one| core(other).is_some_and(|other| one == other))
}
