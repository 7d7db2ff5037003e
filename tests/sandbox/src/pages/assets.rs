//! The files behind the pages: scripts and styles, served from the org's own origin.

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

macro_rules! page_file {
    ($name:literal) => {
        include_str!(concat!("../../pages/", $name))
    };
}

/// The document of the model-driven shell; `{{boot}}` stands for the boot data.
pub(super) const SHELL: &str = page_file!("shell.html");
/// The window that asks for the tenant's consent.
pub(super) const CONSENT: &str = page_file!("consent.html");
/// The page after signing out.
pub(super) const SIGN_OUT: &str = page_file!("signout.html");
/// The page that attacks what is injected into it.
pub(super) const HOSTILE: &str = page_file!("hostile.html");

/// Media type and text of a script or style, by the path it is served under.
pub(super) fn find(path: &str) -> Option<(&'static str, &'static str)> {
    let file = match path.strip_prefix("/uclient/")? {
        "styles/shell.css" => (STYLE, page_file!("shell.css")),
        "scripts/api.js" => (SCRIPT, page_file!("api.js")),
        "scripts/boot.js" => (SCRIPT, page_file!("boot.js")),
        "scripts/cdnEndpointCheck.js" => (SCRIPT, page_file!("cdnEndpointCheck.js")),
        "scripts/collaboration.js" => (SCRIPT, page_file!("collaboration.js")),
        "scripts/consent.js" => (SCRIPT, page_file!("consent.js")),
        "scripts/controls.js" => (SCRIPT, page_file!("controls.js")),
        "scripts/dom.js" => (SCRIPT, page_file!("dom.js")),
        "scripts/hostile.js" => (SCRIPT, page_file!("hostile.js")),
        "scripts/labels.js" => (SCRIPT, page_file!("labels.js")),
        "scripts/profiles.js" => (SCRIPT, page_file!("profiles.js")),
        "scripts/record_pane.js" => (SCRIPT, page_file!("record_pane.js")),
        "scripts/record_types.js" => (SCRIPT, page_file!("record_types.js")),
        "scripts/records.js" => (SCRIPT, page_file!("records.js")),
        "scripts/router.js" => (SCRIPT, page_file!("router.js")),
        "scripts/settings.js" => (SCRIPT, page_file!("settings.js")),
        "scripts/shell.js" => (SCRIPT, page_file!("shell.js")),
        "scripts/site_map.js" => (SCRIPT, page_file!("site_map.js")),
        "scripts/teams_chat.js" => (SCRIPT, page_file!("teams_chat.js")),
        _ => return None,
    };
    Some(file)
}
