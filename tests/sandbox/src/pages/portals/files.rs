//! The portals' documents, scripts and styles, and the policy they come with.

use super::bright_pattern::CALLBACK;
use super::{
    BRIGHT_PATTERN, Csp, ENTRA, Generation, MICROSOFT_365, PARTNER_CENTER, POWER_PLATFORM, PageResponse, TEAMS_ADMIN,
    Visit, answer,
};
use serde_json::json;

const DOCUMENT: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

macro_rules! page_file {
    ($name:literal) => {
        include_str!(concat!("../../../pages/", $name))
    };
}

/// No header of these portals has been published: the worst that is likely, a policy that names neither this
/// extension nor any other, with trusted types. Bright Pattern's sends none.
const STRICT: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'self'; require-trusted-types-for 'script'";

fn file(path: &str) -> Option<(&'static str, &'static str)> {
    Some(match path.strip_prefix("/static/")? {
        "portal.css" => (STYLE, page_file!("portal.css")),
        "dom.js" => (SCRIPT, page_file!("dom.js")),
        "portal_labels.js" => (SCRIPT, page_file!("portal_labels.js")),
        "partner_center.js" => (SCRIPT, page_file!("partner_center.js")),
        "web_components.js" => (SCRIPT, page_file!("web_components.js")),
        "bright_pattern.js" => (SCRIPT, page_file!("bright_pattern.js")),
        "msdynamicscallback.js" => (SCRIPT, page_file!("msdynamicscallback.js")),
        "entra.js" => (SCRIPT, page_file!("entra.js")),
        "power_platform.js" => (SCRIPT, page_file!("power_platform.js")),
        "microsoft365_admin.js" => (SCRIPT, page_file!("microsoft365_admin.js")),
        "teams_admin.js" => (SCRIPT, page_file!("teams_admin.js")),
        "controls.js" => (SCRIPT, page_file!("controls.js")),
        _ => return None,
    })
}

/// Title and script of the document at an address; portals are single-page apps, so most addresses have the same.
fn document(visit: &Visit<'_>) -> Option<(&'static str, &'static str)> {
    match visit.host {
        PARTNER_CENTER if visit.path == "/" || visit.path.starts_with("/dashboard") => {
            Some(("Partner Center", "partner_center.js"))
        }
        BRIGHT_PATTERN if visit.path == CALLBACK => Some(("Microsoft Dynamics 365", "msdynamicscallback.js")),
        BRIGHT_PATTERN if visit.path == "/" || visit.path.starts_with("/admin") => {
            Some(("Contact Center Administrator", "bright_pattern.js"))
        }
        POWER_PLATFORM
            if visit.path == "/" || visit.path.starts_with("/environments") || visit.path.starts_with("/manage") =>
        {
            Some(("Power Platform admin center", "power_platform.js"))
        }
        TEAMS_ADMIN if !visit.path.contains('.') => Some(("Microsoft Teams admin center", "teams_admin.js")),
        host if MICROSOFT_365.contains(&host) && !visit.path.contains('.') => {
            Some(("Microsoft 365 admin center", "microsoft365_admin.js"))
        }
        host if ENTRA.contains(&host) && !visit.path.contains('.') => {
            Some(("Microsoft Entra admin center", "entra.js"))
        }
        _ => None,
    }
}

pub(super) fn respond(visit: &Visit<'_>) -> Option<PageResponse> {
    if !matches!(visit.method.as_str(), "GET" | "HEAD") {
        return None;
    }
    if let Some((media, text)) = file(visit.path) {
        return Some(answer(200, media, text.as_bytes().to_vec()));
    }
    let (title, script) = document(visit)?;
    let boot = json!({
        "locale": visit.locale,
        "generation": if visit.generation == Generation::G2023 { "2023" } else { "2026" },
        "dialects": visit.dialects,
        "tenant": visit.tenant.to_string(),
        "organization": visit.organization.to_string(),
        "environment": visit.environment,
        "org": format!("https://{}", crate::ORG_HOST),
    });
    let text = page_file!("portal.html")
        .replace("{{title}}", title)
        .replace("{{script}}", script)
        .replace("{{boot}}", &boot.to_string().replace('<', "\\u003c"));
    let mut response = answer(200, DOCUMENT, text.into_bytes());
    if visit.host != BRIGHT_PATTERN && visit.csp != Csp::None {
        let policy = ("content-security-policy".to_owned(), STRICT.to_owned());
        response.headers.push(policy);
    }
    Some(response)
}

#[cfg(test)]
mod tests {
    use super::{super::HOSTS, *};
    use crate::ident::Guid;
    use http::Method;
    use std::collections::{BTreeMap, BTreeSet};

    fn get(host: &str, path: &str) -> Option<String> {
        let response = respond(&Visit {
            host,
            method: &Method::GET,
            path,
            body: &[],
            locale: "</script>".into(),
            generation: Generation::G2026,
            csp: Csp::Default,
            tenant: Guid::derive("tenant", "t"),
            organization: Guid::derive("organization", "o"),
            environment: "e",
            session: String::new(),
            upn: "admin@contoso.com",
            dialects: &BTreeMap::new(),
        })?;
        String::from_utf8(response.body).ok()
    }

    #[test]
    fn every_file_a_portal_names_is_served_and_boot_data_cannot_end_its_element() {
        let mut seen = BTreeSet::new();
        for host in HOSTS {
            let mut open = ["/dashboard/x", "/admin/", "/environments", CALLBACK]
                .map(str::to_owned)
                .to_vec();
            while let Some(path) = open.pop() {
                let Some(text) = get(host, &path) else {
                    assert!(!path.starts_with("/static/"), "{path} is named but not served");
                    continue;
                };
                assert!(text.matches("</script>").count() <= 2, "{path}");
                if !seen.insert(format!("{host}{path}")) {
                    continue;
                }
                let named = text
                    .split('"')
                    .filter(|piece| piece.ends_with(".js") || piece.ends_with(".css"));
                open.extend(named.map(|piece| piece.replace("./", "/static/")));
            }
        }
        assert!(seen.iter().any(|path| path.ends_with("/static/web_components.js")));
    }
}
