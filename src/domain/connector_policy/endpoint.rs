//! Rules for endpoints: tried in their order, the first that fits decides (Power Platform, "Connector endpoint
//! filtering"). That Salesforce's connector has any is not documented; what is there is honoured.

use crate::json::{FromJson, Members, Misread};
use crate::sorted;
use serde_json::Value;

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Endpoint {
    order: i64,
    /// Whether it lets through; `None` for a word nobody knows.
    allows: Option<bool>,
    /// With `*` for anything.
    pub(super) pattern: String,
}

/// What the rules say of a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Met {
    /// Nothing against it.
    Open,
    /// This one denies it.
    Denied(String),
    /// It cannot be told.
    Unclear,
}

impl FromJson for Endpoint {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let members = Members::of(value)?;
        let behavior: Option<String> = members.get_or_default("behavior")?;
        let is = |word: &str| {
            behavior
                .as_deref()
                .is_some_and(|given| given.eq_ignore_ascii_case(word))
        };
        // Written `endpoint` or `endPoint`.
        let pattern: Option<String> = members.get_or_default("endpoint")?;
        Ok(Self {
            order: members.get_or_default("order")?,
            allows: match (is("Allow"), is("Deny") || is("Block")) {
                (true, _) => Some(true),
                (_, true) => Some(false),
                _ => None,
            },
            pattern: match pattern {
                Some(pattern) => pattern,
                None => members.get("endPoint")?,
            },
        })
    }
}

/// In the order they are tried.
pub(super) fn ordered(mut rules: Vec<Endpoint>) -> Vec<Endpoint> {
    sorted::sort_by_key(&mut rules, |rule| rule.order);
    rules
}

/// What the rules say of a host; `None` where it is not known yet.
pub(super) fn met(rules: &[&Endpoint], host: Option<&str>) -> Met {
    for rule in rules {
        let (pattern, is_whole) = host_of(&rule.pattern);
        let fits = match host {
            Some(host) => matches(pattern, host),
            None if matches!(pattern, "*") => true,
            // Which host is meant nobody could say.
            None if rule.allows == Some(false) => return Met::Unclear,
            None => false,
        };
        match rule.allows {
            _ if !fits => {}
            None => return Met::Unclear,
            Some(false) => return Met::Denied(rule.pattern.clone()),
            Some(true) if is_whole => return Met::Open,
            // Of a part of the host alone: what is not in it meets the rules that follow.
            Some(true) => {}
        }
    }
    Met::Open
}

/// The part of a pattern that speaks of hosts, and whether it speaks of all that is on them.
fn host_of(pattern: &str) -> (&str, bool) {
    let rest = pattern.split_once("://").map_or(pattern, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    (host, matches!(path, "" | "*"))
}

/// Whether a text fits a pattern, `*` standing for any number of letters, without regard to case.
fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.to_ascii_lowercase(), text.to_ascii_lowercase());
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| text.strip_prefix(first)) else {
        return false;
    };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else {
        return rest.is_empty();
    };
    for piece in pieces {
        let Some(at) = rest.find(piece) else { return false };
        rest = rest.get(at + piece.len()..).unwrap_or_default();
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::{host_of, matches};

    #[test]
    fn a_pattern_fits_with_stars_anywhere_and_without_regard_to_case() {
        let host = "contoso.my.salesforce.com";
        for pattern in [
            "*",
            host,
            "*.salesforce.com",
            "CONTOSO.*",
            "*my*",
            "contoso.*.com",
            "**",
        ] {
            assert!(matches(pattern, host), "{pattern}");
        }
        for pattern in [
            "",
            "salesforce.com",
            "*.salesforce.org",
            "contoso",
            "*contoso",
            "a*b*c*contoso.my.salesforce.com",
        ] {
            assert!(!matches(pattern, host), "{pattern}");
        }
        assert!(!matches("ab*ba", "aba"), "no letter is used twice");
    }

    #[test]
    fn what_a_pattern_says_of_hosts_is_told_apart_from_the_rest() {
        for (pattern, host, whole) in [
            ("*", "*", true),
            ("https://a.b:443/*", "a.b", true),
            ("https://a.b/services/*", "a.b", false),
            ("a.b/", "a.b", true),
        ] {
            assert_eq!(host_of(pattern), (host, whole), "{pattern}");
        }
    }
}
