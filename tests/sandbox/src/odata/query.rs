//! Query options: `$select`, `$filter`, `$orderby`, `$top`, `$count`, `$expand`, paging; and the `Prefer` header.

use super::error::Refusal;
use super::filter::{self, Expr};
use super::url;
use http::HeaderMap;

/// One expanded navigation property with its own options.
#[derive(Debug, Clone, PartialEq)]
pub struct Expand {
    /// Navigation property.
    pub nav: String,
    /// Options in its parentheses.
    pub query: Query,
}

/// The options of one request or one expansion.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// Chosen properties; empty means all.
    pub select: Vec<String>,
    /// Filter.
    pub filter: Option<Expr>,
    /// Order: property path, and whether descending.
    pub orderby: Vec<(Vec<String>, bool)>,
    /// At most so many rows.
    pub top: Option<usize>,
    /// Whether the number of rows is asked for.
    pub count: bool,
    /// Expansions.
    pub expand: Vec<Expand>,
    /// Rows to leave out because earlier pages held them.
    pub skip: usize,
    /// A fetchXml query instead.
    pub fetch_xml: Option<String>,
    /// A SQL query instead.
    pub sql: Option<String>,
    /// Parameter aliases, `@p1` and so on.
    pub aliases: Vec<(String, String)>,
}

const MAX_DEPTH: usize = 8;

impl Query {
    /// Reads a query string.
    ///
    /// # Errors
    /// 400 for options that cannot be read or that Dataverse does not support (`$skip`).
    pub fn parse(query: &str) -> Result<Self, Refusal> {
        let pairs = url::pairs(query);
        let aliases: Vec<_> = pairs
            .iter()
            .filter(|(name, _)| name.starts_with('@'))
            .cloned()
            .collect();
        Self::from_pairs(pairs, aliases, 0)
    }

    fn from_pairs(pairs: Vec<(String, String)>, aliases: Vec<(String, String)>, depth: usize) -> Result<Self, Refusal> {
        if depth > MAX_DEPTH {
            return Err(Refusal::bad("The $expand is nested too deeply."));
        }
        let mut query = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "$select" => query.select = names(&value),
                "$filter" => query.filter = Some(filter::parse(&value, &aliases)?),
                "$orderby" => query.orderby = order(&value)?,
                "$top" => query.top = Some(number(&name, &value)?),
                "$count" => query.count = value.trim() == "true",
                "$expand" => query.expand = expansions(&value, &aliases, depth)?,
                "$skiptoken" => query.skip = skip_token(&value)?,
                "$skip" => return Err(Refusal::bad("Skip Clause is not supported in CRM.")),
                "$apply" | "$search" | "$compute" => {
                    return Err(Refusal::new(
                        501,
                        "0x80060888",
                        format!("The query option '{name}' is not supported."),
                    ));
                }
                "fetchXml" => query.fetch_xml = Some(value),
                "sql" => query.sql = Some(value),
                _ => {}
            }
        }
        query.aliases = aliases;
        Ok(query)
    }
}

fn names(value: &str) -> Vec<String> {
    value
        .split(',')
        .map(str::trim)
        .filter(|n| !n.is_empty() && *n != "*")
        .map(str::to_owned)
        .collect()
}

fn number(name: &str, value: &str) -> Result<usize, Refusal> {
    value
        .trim()
        .parse()
        .map_err(|_| Refusal::bad(format!("Invalid value '{value}' for {name} query option found.")))
}

fn order(value: &str) -> Result<Vec<(Vec<String>, bool)>, Refusal> {
    let entry = |text: &str| {
        let mut words = text.split_whitespace();
        let path = words.next()?.split('/').map(str::to_owned).collect();
        match (words.next(), words.next()) {
            (None | Some("asc"), None) => Some((path, false)),
            (Some("desc"), None) => Some((path, true)),
            _ => None,
        }
    };
    value
        .split(',')
        .map(|text| entry(text).ok_or_else(|| Refusal::bad(format!("The $orderby expression '{text}' is not valid."))))
        .collect()
}

fn expansions(value: &str, aliases: &[(String, String)], depth: usize) -> Result<Vec<Expand>, Refusal> {
    let mut out = Vec::new();
    for text in url::split_outside(value, ',') {
        let (nav, inner) = match text.split_once('(') {
            Some((nav, rest)) => {
                let inner = rest
                    .strip_suffix(')')
                    .ok_or_else(|| Refusal::bad(format!("Bad $expand: '{text}'")))?;
                (nav.trim().to_owned(), inner.to_owned())
            }
            None => (text.trim().to_owned(), String::new()),
        };
        let pairs = url::split_outside(&inner, ';')
            .into_iter()
            .map(|piece| piece.split_once('=').map(|(n, v)| (n.trim().to_owned(), v.to_owned())))
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| Refusal::bad(format!("Bad $expand: '{text}'")))?;
        out.push(Expand {
            nav,
            query: Query::from_pairs(pairs, aliases.to_vec(), depth + 1)?,
        });
    }
    Ok(out)
}

/// The offset inside a skip token; whatever trails behind it is ignored.
fn skip_token(value: &str) -> Result<usize, Refusal> {
    let digits: String = value
        .split_once("first=")
        .map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect())
        .unwrap_or_default();
    digits
        .parse()
        .map_err(|_| Refusal::new(400, "0x80060888", "The skip token is not valid."))
}

/// The text of a skip token.
pub fn write_skip_token(page: usize, first: usize) -> String {
    format!("<cookie pagenumber=\"{page}\" pagingcookie=\"first={first}\" istracking=\"False\" />")
}

/// What a request prefers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefer {
    /// Rows on a page.
    pub page_size: Option<usize>,
    /// Annotation patterns.
    pub annotations: Vec<String>,
    /// `return=representation`.
    pub representation: bool,
    /// `odata.continue-on-error`.
    pub continue_on_error: bool,
}

impl Prefer {
    /// Reads every `Prefer` header.
    pub fn read(headers: &HeaderMap) -> Self {
        let mut prefer = Self::default();
        for value in headers.get_all("prefer") {
            for piece in url::split_outside(&String::from_utf8_lossy(value.as_bytes()), ',') {
                let (name, value) = piece.split_once('=').unwrap_or((&piece, ""));
                let value = value.trim().trim_matches('"');
                match name.trim().to_ascii_lowercase().as_str() {
                    "odata.maxpagesize" | "maxpagesize" => prefer.page_size = value.parse().ok().filter(|n| *n > 0),
                    "odata.include-annotations" => {
                        prefer.annotations = value.split(',').map(|p| p.trim().to_owned()).collect();
                    }
                    "return" => prefer.representation = value == "representation",
                    "odata.continue-on-error" | "continue-on-error" => prefer.continue_on_error = value != "false",
                    _ => {}
                }
            }
        }
        prefer
    }

    /// Whether an annotation of that name is wanted.
    pub fn wants(&self, annotation: &str) -> bool {
        self.annotations.iter().any(|pattern| match pattern.strip_suffix('*') {
            Some(prefix) => annotation.starts_with(prefix),
            None => pattern == annotation,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefer_takes_quoted_and_unquoted_lists() {
        let read = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("prefer", text.parse().unwrap());
            Prefer::read(&headers)
        };
        let joined = read("odata.maxpagesize=3,odata.include-annotations=\"*\"");
        assert_eq!((joined.page_size, joined.wants("anything")), (Some(3), true));
        let unquoted = read("odata.include-annotations=OData.Community.Display.V1.FormattedValue,odata.maxpagesize=3");
        assert_eq!(unquoted.page_size, Some(3));
        assert!(unquoted.wants("OData.Community.Display.V1.FormattedValue"));
        let comma = read("odata.include-annotations=\"Microsoft.Dynamics.CRM.a,Microsoft.Dynamics.CRM.b\"");
        assert!(comma.wants("Microsoft.Dynamics.CRM.b") && !comma.wants("Microsoft.Dynamics.CRM.c"));
    }

    #[test]
    fn expansions_nest() {
        let query = Query::parse("$expand=a($select=x,y;$filter=n eq 'p;q';$expand=c($top=1)),b").unwrap();
        assert_eq!(query.expand.len(), 2);
        assert_eq!(query.expand[0].query.select, ["x", "y"]);
        assert_eq!(query.expand[0].query.expand[0].query.top, Some(1));
    }

    #[test]
    fn a_skip_token_tolerates_a_tail() {
        let token = write_skip_token(2, 3);
        assert_eq!(skip_token(&format!("{token}/")).unwrap(), 3);
        assert!(skip_token("nothing").is_err());
    }
}
