//! The Lightning shell: its document at every address of Setup, its files, and where My Domain's own addresses lead.

use super::{HOSTS, Visit, redirect};
use crate::salesforce::HOST;
use crate::server::respond as answer;
use bytes::Bytes;
use http::Response;
use serde_json::json;

macro_rules! page_file {
    ($name:literal) => {
        include_str!(concat!("../../../pages/", $name))
    };
}

/// As published in 2019, without the hosts of its own instance; `https:` stands for the frames of every domain.
const POLICY: &str = "default-src 'self'; script-src 'self' chrome-extension: 'unsafe-eval'; object-src 'self'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' http: https: data:; frame-src https: mailto: blob:; \
    font-src 'self' https: data:; connect-src 'self'";

fn file(path: &str) -> Option<(&'static str, &'static str)> {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    const STYLE: &str = "text/css; charset=utf-8";
    Some(match path.strip_prefix("/static/")? {
        "portal.css" => (STYLE, page_file!("portal.css")),
        "salesforce.css" => (STYLE, page_file!("salesforce.css")),
        "dom.js" => (SCRIPT, page_file!("dom.js")),
        "salesforce_shell.js" => (SCRIPT, page_file!("salesforce_shell.js")),
        "salesforce_classic.js" => (SCRIPT, page_file!("salesforce_classic.js")),
        _ => return None,
    })
}

/// The page behind each node that is framed; a node's own page, unless the address names another.
pub(super) const NODES: [(&str, &str); 6] = [
    ("ConnectedApplication", super::classic::LIST),
    ("ConnectedAppsUsage", super::classic::USAGE),
    ("ManageExternalClientApplication", super::classic::EXTERNAL),
    ("PermSets", ""),
    ("ManageUsers", ""),
    ("Profiles", ""),
];

/// Answers for the shell's hosts, and for addresses of the shell on My Domain.
pub(super) fn respond(visit: &Visit<'_>) -> Option<Response<Bytes>> {
    if visit.method != "GET" {
        return None;
    }
    if let Some((media, text)) = file(visit.path) {
        return Some(answer(200, &[("content-type", media)], text));
    }
    let shell = HOSTS.contains(&visit.name);
    if !shell && (visit.path == "/" || visit.path.starts_with("/lightning")) {
        // My Domain sends on to Setup's own host.
        let query: Vec<String> = visit
            .query
            .iter()
            .map(|(name, value)| {
                let value = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
                format!("{name}={value}")
            })
            .collect();
        let path = if visit.path == "/" {
            "/lightning/setup/SetupOneHome/home"
        } else {
            visit.path
        };
        let mark = if query.is_empty() { "" } else { "?" };
        return Some(redirect(&format!(
            "https://{}{}{path}{mark}{}",
            HOSTS[1],
            visit.port,
            query.join("&")
        )));
    }
    if !shell || !(visit.path == "/" || visit.path.starts_with("/lightning")) {
        return None;
    }
    let frame = if visit.framed_from_setup { HOSTS[1] } else { HOST };
    let boot = json!({
        "locale": visit.locale, "frame": format!("https://{frame}{}", visit.port), "as": visit.pair("as"),
        "nodes": NODES.iter().map(|(node, page)| ((*node).to_owned(), json!(page))).collect::<serde_json::Map<_, _>>(),
        "words": {
            "setup": visit.words.setup, "tools": visit.words.tools, "apps": visit.words.apps,
            "connectedApps": visit.words.connected_apps, "manage": visit.words.manage, "usage": visit.words.usage,
            "external": visit.words.external, "loading": visit.words.loading,
        },
    });
    let text = page_file!("portal.html")
        .replace(
            "</title>",
            "</title><link rel=\"stylesheet\" href=\"/static/salesforce.css\" />",
        )
        .replace("{{title}}", visit.words.setup)
        .replace("{{script}}", "salesforce_shell.js")
        .replace("{{boot}}", &boot.to_string().replace('<', "\\u003c"));
    let headers = [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("content-security-policy", POLICY),
    ];
    Some(answer(200, &headers, &text))
}
