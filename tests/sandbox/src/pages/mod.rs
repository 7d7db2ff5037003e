//! The org's pages: what a browser is shown at `/main.aspx` and beside it.

mod assets;
mod policy;
pub mod portals;

use std::collections::BTreeMap;

const DOCUMENT: &str = "text/html; charset=utf-8";

/// The path of the page that ends the sign-in.
pub const SIGN_OUT: &str = "/signout.aspx";

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
    /// The chosen answer of every dialect: how the page's own scripts read and write.
    pub dialects: BTreeMap<&'static str, String>,
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
    let (media, body) = match request.path.as_str() {
        "/" | "/main.aspx" | "/apps" => (DOCUMENT, assets::SHELL.replace("{{boot}}", &boot(request))),
        "/consent.aspx" => (DOCUMENT, assets::CONSENT.to_owned()),
        SIGN_OUT => (DOCUMENT, assets::SIGN_OUT.to_owned()),
        "/hostile.aspx" => (DOCUMENT, assets::HOSTILE.to_owned()),
        path => {
            let (media, text) = assets::find(path)?;
            (media, text.to_owned())
        }
    };
    let mut headers = vec![
        ("content-type".to_owned(), media.to_owned()),
        ("cache-control".to_owned(), "no-store".to_owned()),
        ("x-content-type-options".to_owned(), "nosniff".to_owned()),
    ];
    if media == DOCUMENT
        && let Some(directives) = policy::header(request.csp)
    {
        headers.push(("content-security-policy".to_owned(), directives.to_owned()));
    }
    Some(PageResponse {
        status: 200,
        headers,
        body: body.into_bytes(),
    })
}

/// What the shell's script must know before its first request, as JSON that cannot end its element.
fn boot(request: &PageRequest) -> String {
    let generation = match request.generation {
        Generation::G2023 => "2023",
        Generation::G2026 => "2026",
    };
    serde_json::json!({ "generation": generation, "locale": request.locale, "dialects": request.dialects })
        .to_string()
        .replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(path: &str, csp: Csp) -> PageRequest {
        PageRequest {
            path: path.into(),
            query: String::new(),
            host: "contoso.crm4.dynamics.com".into(),
            locale: "</script>".into(),
            generation: Generation::G2023,
            csp,
            signed_in_upn: "admin@contoso.com".into(),
            dialects: BTreeMap::new(),
        }
    }

    fn text(response: &PageResponse) -> String {
        String::from_utf8(response.body.clone()).unwrap()
    }

    fn policy_of(response: &PageResponse) -> Option<&str> {
        response
            .headers
            .iter()
            .find(|(name, _)| name == "content-security-policy")
            .map(|(_, value)| value.as_str())
    }

    /// Every script or style a text names, by `src`, `href` or `import`.
    fn named(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        for piece in text
            .split('"')
            .filter(|piece| piece.starts_with("/uclient/") || piece.starts_with("./"))
        {
            if piece.ends_with(".js") || piece.ends_with(".css") {
                found.push(piece.replace("./", "/uclient/scripts/"));
            }
        }
        found
    }

    #[test]
    fn every_file_a_page_or_script_names_is_served() {
        let mut open: Vec<String> = ["/main.aspx", "/consent.aspx", "/hostile.aspx", SIGN_OUT]
            .map(String::from)
            .to_vec();
        let mut seen = std::collections::BTreeSet::new();
        while let Some(path) = open.pop() {
            if !seen.insert(path.clone()) {
                continue;
            }
            let response =
                respond(&request(&path, Csp::None)).unwrap_or_else(|| panic!("{path} is named but not served"));
            open.extend(named(&text(&response)));
        }
        assert!(
            seen.contains("/uclient/scripts/teams_chat.js"),
            "the walk reached {seen:?}"
        );
    }

    #[test]
    fn boot_data_cannot_end_its_element() {
        let page = text(&respond(&request("/main.aspx", Csp::None)).unwrap());
        assert_eq!(page.matches("</script>").count(), 3);
        assert!(page.contains("\\u003c/script>"));
    }

    #[test]
    fn documents_carry_the_chosen_policy_and_nothing_inline_that_breaks_it() {
        assert_eq!(policy_of(&respond(&request("/main.aspx", Csp::None)).unwrap()), None);
        for path in ["/", "/main.aspx", "/consent.aspx", "/hostile.aspx", SIGN_OUT] {
            let response = respond(&request(path, Csp::Strict)).unwrap();
            let policy = policy_of(&response).unwrap();
            assert!(policy.contains("script-src 'self';") && policy.contains("frame-src 'self' blob:"));
            let page = text(&response);
            let inline = page
                .split("<script")
                .skip(1)
                .filter(|tag| !tag.contains("src=") && !tag.contains("application/json"));
            assert_eq!(inline.count(), 0, "{path}");
            assert!(!page.contains(" onclick="), "{path}");
        }
    }

    #[test]
    fn an_unknown_path_is_not_a_page() {
        assert_eq!(respond(&request("/uclient/scripts/absent.js", Csp::None)), None);
        assert_eq!(respond(&request("/api/data/v9.2/WhoAmI", Csp::None)), None);
    }
}
