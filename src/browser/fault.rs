//! Faults for the loader, which tells the page of them.

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// A JavaScript `Error` with the property `code`: one of the error codes of DESIGN 1.4.
pub fn fault(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // A new error takes any property.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
