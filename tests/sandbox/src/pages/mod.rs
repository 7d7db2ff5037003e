//! The org's pages: what a browser is shown at `/main.aspx` and beside it.

/// Which product generation the pages and the metadata imitate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generation {
    /// Agent experience, v8 toggles, no settings framework, no key-update columns.
    G2023,
    /// Today's pages.
    G2026,
}

/// Content Security Policy the pages are served with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Csp {
    /// No header at all.
    None,
    /// What the product sends by default.
    Default,
    /// The strictest an organisation can choose.
    Strict,
}

/// What a page may depend on. The core has already chosen the caller; pages never read cookies.
#[derive(Debug, Clone)]
pub struct PageRequest {
    /// Path without query, for example `/main.aspx`.
    pub path: String,
    /// Raw query without the question mark, still percent-encoded.
    pub query: String,
    /// Authority as the browser sent it, port included.
    pub host: String,
    /// Language of the signed-in user: `en`, `da`, `fr` or `ja`.
    pub locale: String,
    /// Product generation.
    pub generation: Generation,
    /// Policy to send with documents.
    pub csp: Csp,
    /// User principal name of the signed-in user.
    pub signed_in_upn: String,
}

/// A page's answer. The core adds the sign-in cookie; the policy header is the page's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageResponse {
    /// HTTP status.
    pub status: u16,
    /// Header names and values.
    pub headers: Vec<(String, String)>,
    /// Body bytes.
    pub body: Vec<u8>,
}

/// Answers a page request on an org host, or `None` where there is no such page.
pub fn respond(request: &PageRequest) -> Option<PageResponse> {
    if request.path != "/main.aspx" {
        return None;
    }
    Some(PageResponse {
        status: 200,
        headers: vec![("content-type".into(), "text/html; charset=utf-8".into())],
        body: b"<!doctype html><title>Contoso Service</title>".to_vec(),
    })
}
