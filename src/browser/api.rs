//! The extension APIs the panel calls, and nothing more. `chrome` is the name all supported browsers know.

use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::listener::Listener;
use crate::json::FromJson;

#[wasm_bindgen]
extern "C" {
    /// A port to a content script or to the worker.
    #[derive(Clone)]
    pub type Port;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    pub fn post_message(this: &Port, message: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    pub fn on_message(this: &Port) -> ExtensionEvent;
    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    pub fn on_disconnect(this: &Port) -> ExtensionEvent;
    #[wasm_bindgen(method)]
    pub fn disconnect(this: &Port);

    /// An event of an extension API.
    #[derive(Clone)]
    pub type ExtensionEvent;
    #[wasm_bindgen(method, js_name = addListener)]
    pub fn add_listener(this: &ExtensionEvent, listener: &js_sys::Function);
    #[wasm_bindgen(method, js_name = removeListener)]
    pub fn remove_listener(this: &ExtensionEvent, listener: &js_sys::Function);

    /// The answer to [`fetch`].
    type Fetched;
    #[wasm_bindgen(method, getter)]
    fn ok(this: &Fetched) -> bool;
    #[wasm_bindgen(method, catch)]
    async fn text(this: &Fetched) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch)]
    async fn fetch(path: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = connect)]
    pub fn connect_worker(info: &JsValue) -> Result<Port, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub async fn send_message(message: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = onMessage)]
    static ON_MESSAGE: ExtensionEvent;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub fn get_url(path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    pub fn get_manifest() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = connect)]
    pub fn connect_tab(tab: i32, info: &JsValue) -> Result<Port, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    pub async fn query_tabs(query: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = getCurrent)]
    pub async fn current_tab() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = create)]
    pub async fn create_tab(properties: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = update)]
    pub async fn update_tab(tab: i32, properties: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub async fn execute_script(injection: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub async fn stored(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub async fn stored_all(keys: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = remove)]
    pub async fn unstore(keys: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub async fn store(items: &JsValue) -> Result<JsValue, JsValue>;
    /// The same, begun before it is waited for: what is read next finds it.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub fn begin_to_store(items: &JsValue) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = get)]
    pub async fn held(keys: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = set)]
    pub async fn hold(items: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "session"], js_name = remove)]
    pub async fn let_go(keys: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "identity"], js_name = getRedirectURL)]
    pub fn redirect_address() -> Result<String, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "identity"], js_name = launchWebAuthFlow)]
    pub fn launch_web_auth_flow(details: &JsValue) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    pub async fn all_permissions() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    pub async fn has_permissions(permissions: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    pub fn request_permissions(permissions: &JsValue) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    pub async fn remove_permissions(permissions: &JsValue) -> Result<JsValue, JsValue>;
}

/// Hears what the worker tells every panel, until dropped.
pub fn told(heard: impl FnMut(JsValue) + 'static) -> Listener {
    Listener::new(ON_MESSAGE.with(Clone::clone), heard)
}

/// A file of the extension itself, such as `messages/en.ftl`; `None` if it cannot be read.
pub async fn own_file(path: &str) -> Option<String> {
    let answer: Fetched = fetch(path).await.ok()?.unchecked_into();
    if !answer.ok() {
        return None;
    }
    answer.text().await.ok()?.as_string()
}

/// A value as the plain JavaScript object extension APIs take; what does not convert is `undefined`.
pub fn to_js(value: &Value) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or(JsValue::UNDEFINED)
}

/// What an extension API answered; `None` if it has another shape.
pub fn as_told<T: FromJson>(answer: JsValue) -> Option<T> {
    T::from_json(&from_js(answer)?).ok()
}

/// The other way; `None` for what JSON has no word for. Messages are plain copies by the time they arrive, so looking at
/// them runs nobody's code.
pub fn from_js(value: JsValue) -> Option<Value> {
    serde_wasm_bindgen::from_value(value).ok()
}
