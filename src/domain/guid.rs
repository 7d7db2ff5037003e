//! Ids as Dataverse writes them.

/// A GUID in lower case without braces: the only form an id from outside may have before it gets into a path.
pub fn guid(text: &str) -> Option<String> {
    let bare = text.trim().trim_start_matches('{').trim_end_matches('}');
    let lengths = [8, 4, 4, 4, 12];
    let mut parts = bare.split('-');
    let shaped = lengths.iter().all(|length| {
        parts
            .next()
            .is_some_and(|part| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
    });
    (shaped && parts.next().is_none()).then(|| bare.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::guid;

    #[test]
    fn only_guids_are_guids() {
        assert_eq!(
            guid("{627090FF-40a3-4053-8790-584edc5be201}").as_deref(),
            Some("627090ff-40a3-4053-8790-584edc5be201")
        );
        for wrong in [
            "",
            "1",
            "627090ff-40a3-4053-8790-584edc5be201)/x",
            "627090ff40a340538790584edc5be201",
            "627090ff-40a3-4053-8790-584edc5be20g",
            "627090ff-40a3-4053-8790-584edc5be201-1",
        ] {
            assert_eq!(guid(wrong), None, "{wrong}");
        }
    }
}
