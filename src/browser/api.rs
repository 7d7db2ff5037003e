//! The extension APIs the panel calls, and nothing more. `chrome` is the name all supported browsers know.

use js_sys::{Array, Object, Reflect};
use serde_json::{Map, Number, Value};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

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

    #[wasm_bindgen(catch, js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub async fn execute_script(injection: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = get)]
    pub async fn stored(key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "storage", "local"], js_name = set)]
    pub async fn store(items: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    pub async fn all_permissions() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    pub async fn remove_permissions(permissions: &JsValue) -> Result<JsValue, JsValue>;
}

/// A file of the extension itself, such as `messages/en.ftl`; `None` if it cannot be read.
pub async fn own_file(path: &str) -> Option<String> {
    let answer: Fetched = fetch(path).await.ok()?.unchecked_into();
    if !answer.ok() {
        return None;
    }
    answer.text().await.ok()?.as_string()
}

/// JSON nested deeper than this is no message of ours.
const DEEPEST: usize = 100;

/// A value as the plain JavaScript object extension APIs take.
pub fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(value) => JsValue::from_bool(*value),
        Value::Number(number) => number.as_f64().map_or(JsValue::NULL, JsValue::from_f64),
        Value::String(text) => JsValue::from_str(text),
        Value::Array(elements) => {
            let array = Array::new();
            for element in elements {
                array.push(&to_js(element));
            }
            array.into()
        }
        Value::Object(members) => {
            let object = Object::new();
            for (key, value) in members {
                // A fresh plain object refuses no member.
                let _ = Reflect::set(&object, &JsValue::from_str(key), &to_js(value));
            }
            object.into()
        }
    }
}

/// The other way: what JSON has no word for is left out, and `None` is what is nothing but that. Messages are plain
/// copies by the time they arrive, so looking at them runs nobody's code.
pub fn from_js(value: &JsValue) -> Option<Value> {
    read(value, 0)
}

fn read(value: &JsValue, depth: usize) -> Option<Value> {
    if let Some(text) = value.as_string() {
        return Some(Value::String(text));
    }
    if let Some(number) = value.as_f64() {
        return Some(json_number(number));
    }
    if let Some(value) = value.as_bool() {
        return Some(Value::Bool(value));
    }
    if value.is_null() {
        return Some(Value::Null);
    }
    if !value.is_object() || depth > DEEPEST {
        return None;
    }
    if Array::is_array(value) {
        let elements = Array::unchecked_from_js_ref(value).iter();
        return elements.map(|element| read(&element, depth + 1)).collect();
    }
    let mut members = Map::new();
    for entry in Object::entries(value.unchecked_ref()) {
        let entry: Array = entry.unchecked_into();
        if let (Some(key), Some(value)) = (entry.get(0).as_string(), read(&entry.get(1), depth + 1)) {
            members.insert(key, value);
        }
    }
    Some(Value::Object(members))
}

/// Whole numbers as such: JavaScript knows no difference.
fn json_number(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[allow(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    if number.trunc() == number && number.abs() < EXACT {
        return Value::Number(Number::from(number as i64));
    }
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}
