//! Dates and numbers in the reader's language, by `Intl`.

use js_sys::{Array, Date, Intl, Object};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use super::api::to_js;
use crate::http::Millis;

fn locales(language: &str) -> Array {
    Array::of1(&JsValue::from_str(language))
}

/// A date and time.
pub fn time(language: &str, at: Millis) -> String {
    let options: Object = to_js(&json!({"dateStyle": "medium", "timeStyle": "short"})).unchecked_into();
    let format = Intl::DateTimeFormat::new(&locales(language), &options);
    #[allow(clippy::cast_precision_loss, reason = "exact until the year 287396")]
    let date = Date::new(&JsValue::from_f64(at as f64));
    text(&format.format(), date.as_ref())
}

/// A number.
pub fn number(language: &str, number: i64) -> String {
    let format = Intl::NumberFormat::new(&locales(language), &Object::new());
    #[allow(clippy::cast_precision_loss, reason = "counts, far below 2^53")]
    let value = JsValue::from_f64(number as f64);
    text(&format.format(), &value)
}

fn text(format: &js_sys::Function, value: &JsValue) -> String {
    format
        .call1(&JsValue::UNDEFINED, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
