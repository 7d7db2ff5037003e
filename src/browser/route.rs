//! The panel's address: which tab it belongs to, its introduction, and the route it was opened at.

use web_sys::{Url, Window};

/// What the address of a panel says.
pub struct Asked {
    /// The nonce a docked panel was given by the content script.
    pub nonce: Option<String>,
    /// The tab a panel elsewhere was opened for.
    pub tab: Option<i32>,
    /// The tab of the organization the panel that opened this one works with.
    pub org: Option<i32>,
    /// The ticket of a tab the extension itself opened. It stays in the address, so that the tab can be loaded anew;
    /// the worker takes it from that tab alone.
    pub ticket: Option<String>,
    /// The route, such as `#/disconnect-rights/Case`; empty is the overview.
    pub route: String,
}

/// Reads the address, and takes the nonce out of it: it is used once and belongs nowhere else.
pub fn asked(window: &Window) -> Asked {
    let address = window.location().href().ok().and_then(|href| Url::new(&href).ok());
    let Some(address) = address else {
        return Asked {
            nonce: None,
            tab: None,
            org: None,
            ticket: None,
            route: String::new(),
        };
    };
    let hash = address.hash();
    let fragment = hash.trim_start_matches('#');
    let (nonce, route) = match fragment.strip_prefix("nonce=") {
        Some(rest) => {
            let (nonce, route) = rest.split_once('&').unwrap_or((rest, ""));
            (Some(nonce.to_owned()), route)
        }
        None => (None, fragment),
    };
    let route = if route.is_empty() || route == "/" {
        String::new()
    } else {
        decoded(route)
    };
    if nonce.is_some()
        && let Ok(history) = window.history()
    {
        // Only tidies up; the worker hands a nonce out once whatever stays in the address.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address.pathname()));
    }
    let number = |name: &str| address.search_params().get(name).and_then(|id| id.parse().ok());
    Asked {
        nonce,
        tab: number("tab"),
        org: number("org"),
        ticket: address.search_params().get("ticket"),
        route,
    }
}

/// A route as the page said it, percent-decoded, with the `#` routes begin with.
pub fn decoded(route: &str) -> String {
    let plain = js_sys::decode_uri_component(route).map_or_else(|_| route.to_owned(), String::from);
    format!("#{plain}")
}
