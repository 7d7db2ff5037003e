//! OData URLs: composed from parts, quoted and percent-encoded in one place.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

pub use crate::domain::guid::guid;

/// Where the Web API lives on every org host.
pub const API: &str = "/api/data/v9.2/";

/// Kept readable: what RFC 3986 allows in a query and OData gives a meaning (`$ ' ( ) , ; = : @ / *`).
const QUERY: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// As [`QUERY`], and no outside text may open another segment.
const SEGMENT: &AsciiSet = &QUERY.add(b'/');

/// An OData text literal: in apostrophes, with apostrophes inside doubled.
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A path under [`API`] with its system query options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    path: String,
    options: Vec<String>,
}

impl Query {
    /// An entity set, a row such as `roles(<id>)`, or a function with its parameters, from literal text.
    ///
    /// Outside text gets in only as [`guid`] or [`quoted`].
    pub fn new(segment: &str) -> Self {
        Self::on(API, segment)
    }

    /// The same under the root of another service that speaks OData.
    pub fn on(root: &str, segment: &str) -> Self {
        Self {
            path: format!("{root}{}", utf8_percent_encode(segment, SEGMENT)),
            options: Vec::new(),
        }
    }

    /// One more segment, such as an association.
    pub fn then(mut self, segment: &str) -> Self {
        self.path.push('/');
        self.path.extend(utf8_percent_encode(segment, SEGMENT));
        self
    }

    /// `$select`.
    pub fn select(self, columns: &[&str]) -> Self {
        self.option("$select", &columns.join(","))
    }

    /// `$filter`.
    pub fn filter(self, expression: &str) -> Self {
        self.option("$filter", expression)
    }

    /// `$expand`.
    pub fn expand(self, expression: &str) -> Self {
        self.option("$expand", expression)
    }

    /// `$orderby`; paging wants a unique one.
    pub fn order_by(self, columns: &str) -> Self {
        self.option("$orderby", columns)
    }

    /// Any other option, such as a parameter alias `@p1`.
    pub fn option(mut self, name: &str, value: &str) -> Self {
        self.options
            .push(format!("{name}={}", utf8_percent_encode(value, QUERY)));
        self
    }

    /// Path and query, percent-encoded.
    pub fn path(&self) -> String {
        if self.options.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.options.join("&"))
        }
    }
}

/// The path and query of an `@odata.nextLink`, verbatim, if it stays inside the Web API.
///
/// The link is absolute; its authority does not matter, since the transport only ever speaks to its own host.
pub fn next_path(link: &str) -> Option<String> {
    let path = match link.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..))?,
        None => link,
    };
    path.starts_with("/api/data/v").then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_literal_or_its_segment() {
        let path = Query::new(&format!("EntityDefinitions(LogicalName={})", quoted("a'b/c?d#e&f%g")))
            .filter(&format!("name eq {}", quoted("O'Brien & Søn + 1")))
            .path();
        assert_eq!(
            path,
            "/api/data/v9.2/EntityDefinitions(LogicalName='a''b%2Fc%3Fd%23e%26f%25g')?$filter=name%20eq%20'O''Brien%20%26%20S%C3%B8n%20%2B%201'"
        );
    }

    #[test]
    fn options_are_joined_and_segments_appended() {
        let path = Query::new("roles(1)")
            .then("roleprivileges_association")
            .select(&["roleid", "name"])
            .expand("b($select=name)")
            .order_by("name,roleid")
            .path();
        assert_eq!(
            path,
            "/api/data/v9.2/roles(1)/roleprivileges_association?$select=roleid,name&$expand=b($select=name)&$orderby=name,roleid"
        );
    }

    #[test]
    fn next_links_keep_their_text_and_stay_inside() {
        assert_eq!(
            next_path("https://contoso.crm4.dynamics.com:8443/api/data/v9.2/roles?$skiptoken=%3Ccookie%20a='1'/%3E")
                .as_deref(),
            Some("/api/data/v9.2/roles?$skiptoken=%3Ccookie%20a='1'/%3E")
        );
        assert_eq!(
            next_path("/api/data/v9.2/roles?x").as_deref(),
            Some("/api/data/v9.2/roles?x")
        );
        assert_eq!(next_path("https://contoso.crm4.dynamics.com/main.aspx"), None);
        assert_eq!(next_path("https://evil.example"), None);
        // What a host's name looks like further on is a piece of the path, asked of this organization.
        assert_eq!(
            next_path("https://evil.example/api/data/v9/evil.example/api/data/v9.2/roles").as_deref(),
            Some("/api/data/v9/evil.example/api/data/v9.2/roles")
        );
        assert_eq!(next_path("//evil.example/api/data/v9.2/roles"), None);
    }
}
