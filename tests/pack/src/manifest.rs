//! One manifest in the repository, one per browser in `dist`: the differences, as a pure function.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

/// The browsers a package is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chrome, Chromium and Chrome for Testing.
    Chrome,
    /// Microsoft Edge: the same package as Chrome, submitted to another store.
    Edge,
    /// Firefox 142 or newer.
    Firefox,
}

impl Browser {
    /// Every browser, in the order they are built.
    pub const ALL: [Browser; 3] = [Browser::Chrome, Browser::Edge, Browser::Firefox];

    /// The folder name under `dist`.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chrome => "chrome",
            Browser::Edge => "edge",
            Browser::Firefox => "firefox",
        }
    }
}

/// Firefox's id of the extension: fixed, so that settings and a managed policy survive updates.
pub const GECKO_ID: &str = "latchkey@latchkey.dev";

/// The first Firefox that asks for data-collection consent by manifest on every system, as new add-ons must declare.
const GECKO_MIN_VERSION: &str = "142.0";

/// The manifest that ships to `browser`, from the one in the repository and the workspace's version.
///
/// # Errors
/// When the source is not a Manifest V3 object, or already carries a version of its own.
pub fn for_browser(source: &Value, browser: Browser, version: &str) -> Result<Value> {
    let mut manifest = source.as_object().context("manifest.json is not an object")?.clone();
    if manifest.get("manifest_version") != Some(&json!(3)) {
        bail!("manifest.json is not Manifest V3");
    }
    if manifest.contains_key("version") {
        bail!("manifest.json carries a version; the one in Cargo.toml is the only one");
    }
    manifest.insert("version".into(), version.into());
    if browser == Browser::Firefox {
        to_firefox(&mut manifest)?;
    }
    Ok(Value::Object(manifest))
}

fn to_firefox(manifest: &mut Map<String, Value>) -> Result<()> {
    manifest.remove("key");
    manifest.remove("minimum_chrome_version");

    // Firefox runs an event page, not a service worker.
    if let Some(background) = manifest.get_mut("background").and_then(Value::as_object_mut) {
        let worker = background
            .remove("service_worker")
            .context("background names no service_worker")?;
        background.insert("scripts".into(), json!([worker]));
    }

    // The side panel is Firefox's sidebar; it needs no permission there.
    if let Some(panel) = manifest.remove("side_panel") {
        let mut sidebar = Map::new();
        sidebar.insert(
            "default_panel".into(),
            panel.get("default_path").context("side_panel names no page")?.clone(),
        );
        sidebar.insert(
            "default_title".into(),
            manifest.get("name").cloned().unwrap_or_default(),
        );
        sidebar.insert("open_at_install".into(), false.into());
        if let Some(icons) = manifest.get("icons") {
            sidebar.insert("default_icon".into(), icons.clone());
        }
        manifest.insert("sidebar_action".into(), Value::Object(sidebar));
    }
    if let Some(permissions) = manifest.get_mut("permissions").and_then(Value::as_array_mut) {
        permissions.retain(|permission| permission != "sidePanel");
    }

    // Firefox hands out an id per installation anyway and does not know the key.
    for entry in manifest
        .get_mut("web_accessible_resources")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        if let Some(entry) = entry.as_object_mut() {
            entry.remove("use_dynamic_url");
        }
    }

    manifest.insert(
        "browser_specific_settings".into(),
        json!({"gecko": {
            "id": GECKO_ID,
            "strict_min_version": GECKO_MIN_VERSION,
            "data_collection_permissions": {"required": ["none"]},
        }}),
    );
    Ok(())
}

/// The manifest as a store takes it: the key, which gives an unpacked extension the same id on every machine, is the
/// store's to give, and an upload that carries one is refused.
pub fn for_store(manifest: &Value) -> Value {
    let mut manifest = manifest.clone();
    if let Some(fields) = manifest.as_object_mut() {
        fields.remove("key");
    }
    manifest
}

/// Every packaged file a manifest names, so that none can be forgotten.
pub fn named_files(manifest: &Value) -> Vec<String> {
    const EXTENSIONS: [&str; 6] = [".html", ".js", ".css", ".png", ".svg", ".json"];
    match manifest {
        Value::String(text) if EXTENSIONS.iter().any(|end| text.ends_with(end)) && !text.contains('*') => {
            vec![text.trim_start_matches('/').to_owned()]
        }
        Value::Array(items) => items.iter().flat_map(named_files).collect(),
        Value::Object(fields) => fields.values().flat_map(named_files).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Value {
        json!({
            "manifest_version": 3,
            "name": "__MSG_name__",
            "key": "abc",
            "minimum_chrome_version": "130",
            "icons": {"48": "icons/48.png"},
            "permissions": ["storage", "scripting", "activeTab", "sidePanel", "identity"],
            "background": {"service_worker": "worker.js", "type": "module"},
            "side_panel": {"default_path": "panel.html"},
            "content_scripts": [{"matches": ["https://*.crm4.dynamics.com/*"], "js": ["content.js"]}],
            "web_accessible_resources": [{"resources": ["panel.html"], "matches": [], "use_dynamic_url": true}],
        })
    }

    #[test]
    fn chrome_and_edge_get_the_source_with_the_workspace_version() {
        for browser in [Browser::Chrome, Browser::Edge] {
            let mut expected = source();
            expected["version"] = "1.2.3".into();
            assert_eq!(for_browser(&source(), browser, "1.2.3").unwrap(), expected);
        }
    }

    #[test]
    fn firefox_gets_an_event_page_a_sidebar_and_its_own_settings() {
        let made = for_browser(&source(), Browser::Firefox, "1.2.3").unwrap();
        assert_eq!(
            made,
            json!({
                "manifest_version": 3,
                "name": "__MSG_name__",
                "version": "1.2.3",
                "icons": {"48": "icons/48.png"},
                "permissions": ["storage", "scripting", "activeTab", "identity"],
                "background": {"scripts": ["worker.js"], "type": "module"},
                "sidebar_action": {
                    "default_panel": "panel.html",
                    "default_title": "__MSG_name__",
                    "default_icon": {"48": "icons/48.png"},
                    "open_at_install": false,
                },
                "content_scripts": [{"matches": ["https://*.crm4.dynamics.com/*"], "js": ["content.js"]}],
                "web_accessible_resources": [{"resources": ["panel.html"], "matches": []}],
                "browser_specific_settings": {"gecko": {
                    "id": "latchkey@latchkey.dev",
                    "strict_min_version": "142.0",
                    "data_collection_permissions": {"required": ["none"]},
                }},
            })
        );
    }

    #[test]
    fn a_store_gets_all_but_the_key() {
        let unpacked = for_browser(&source(), Browser::Chrome, "1.2.3").unwrap();
        let mut expected = unpacked.clone();
        expected.as_object_mut().unwrap().remove("key").unwrap();
        assert_eq!(for_store(&unpacked), expected);
    }

    #[test]
    fn a_version_in_the_source_is_refused() {
        let mut manifest = source();
        manifest["version"] = "9".into();
        assert!(
            for_browser(&manifest, Browser::Chrome, "1.2.3")
                .unwrap_err()
                .to_string()
                .contains("Cargo.toml")
        );
    }

    #[test]
    fn named_files_are_found_at_any_depth() {
        let mut files = named_files(&source());
        files.sort();
        files.dedup();
        assert_eq!(files, ["content.js", "icons/48.png", "panel.html", "worker.js"]);
    }
}
