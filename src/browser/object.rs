//! Rust values as plain objects of the page.

use gloo::utils::format::JsValueSerdeExt;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A plain object with the fields of `value`; `null` for what can't be one.
pub fn plain_object(value: &impl Serialize) -> JsValue {
    JsValue::from_serde(value).unwrap_or(JsValue::NULL)
}
