//! The documents, scripts and styles, and what they are told at their start.

use super::{FRAME, PORTALS, Visit};
use crate::pages::PageResponse;
use serde_json::{Value, json};

macro_rules! page_file {
    ($name:literal) => {
        include_str!(concat!("../../pages/", $name))
    };
}

/// Id of the app in Teams and Outlook (SALES `set-up-sales-agent-salesforce.md`).
const APP: &str = "c92c289e-ceb4-4755-819d-0d1dffdab6fa";

fn file(path: &str) -> Option<(&'static str, &'static str)> {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    Some(match path.strip_prefix("/static/")? {
        "portal.css" => ("text/css; charset=utf-8", page_file!("portal.css")),
        "sales.css" => ("text/css; charset=utf-8", page_file!("sales.css")),
        "dom.js" => (SCRIPT, page_file!("dom.js")),
        "controls.js" => (SCRIPT, page_file!("controls.js")),
        "sales_labels.js" => (SCRIPT, page_file!("sales_labels.js")),
        "sales_settings.js" => (SCRIPT, page_file!("sales_settings.js")),
        "sales_host.js" => (SCRIPT, page_file!("sales_host.js")),
        _ => return None,
    })
}

/// An answer with a policy, if it is a document.
fn answer(status: u16, media: &str, policy: Option<String>, body: Vec<u8>) -> PageResponse {
    let mut headers = vec![
        ("content-type".to_owned(), media.to_owned()),
        ("cache-control".to_owned(), "no-store".to_owned()),
    ];
    headers.extend(policy.map(|policy| ("content-security-policy".to_owned(), policy)));
    PageResponse { status, headers, body }
}

/// A JSON answer.
pub(super) fn told(status: u16, body: &Value) -> PageResponse {
    answer(
        status,
        "application/json; charset=utf-8",
        None,
        body.to_string().into_bytes(),
    )
}

/// Answers a page or a file of one.
pub(super) fn respond(visit: &Visit<'_>, administers: bool) -> Option<PageResponse> {
    if let Some((media, text)) = file(visit.path) {
        return Some(answer(200, media, None, text.as_bytes().to_vec()));
    }
    let framed = visit.host == FRAME;
    let paths: &[&str] = if framed {
        &["/settings"]
    } else {
        &["/v2", "/host", "/mail"]
    };
    if visit.path != "/" && !paths.iter().any(|path| visit.path.starts_with(path)) {
        return None;
    }
    let (title, script) = match visit.host {
        FRAME => ("Sales", "sales_settings.js"),
        host if host == PORTALS[0] => ("Sales - Outlook", "sales_host.js"),
        _ => ("Sales | Microsoft Teams", "sales_host.js"),
    };
    let boot = json!({
        "locale": visit.locale, "generation": "2026", "dialects": visit.dialects, "app": APP, "frame": FRAME,
        "teams": visit.host == PORTALS[1], "administers": administers, "upn": visit.upn,
    });
    let text = page_file!("portal.html")
        .replace(
            "</title>",
            "</title><link rel=\"stylesheet\" href=\"/static/sales.css\" />",
        )
        .replace("{{title}}", title)
        .replace("{{script}}", script)
        .replace("{{boot}}", &boot.to_string().replace('<', "\\u003c"));
    // No header of these pages has been published: what is likely, and as tight as their frames allow.
    let policy = if framed {
        format!(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; \
             frame-ancestors https://{0} https://{0}:* https://{1} https://{1}:*",
            PORTALS[0], PORTALS[1]
        )
    } else {
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
         connect-src 'self'; frame-src https:; frame-ancestors 'self'"
            .to_owned()
    };
    Some(answer(200, "text/html; charset=utf-8", Some(policy), text.into_bytes()))
}
