//! Dates and numbers in the reader's language, by `Intl`.

use js_sys::{Array, Date, Intl, Object};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;

use super::api::to_js;
use crate::http::Millis;

fn locales(language: &str) -> Array {
    Array::of1(&JsValue::from_str(language))
}

/// A date and time.
pub fn time(language: &str, at: Millis) -> String {
    date(language, at, &json!({"dateStyle": "medium", "timeStyle": "short"}))
}

/// A day of the calendar, which is the same wherever the reader is.
pub fn day(language: &str, at: Millis) -> String {
    date(language, at, &json!({"dateStyle": "medium", "timeZone": "UTC"}))
}

fn date(language: &str, at: Millis, options: &Value) -> String {
    let options: Object = to_js(options).unchecked_into();
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
