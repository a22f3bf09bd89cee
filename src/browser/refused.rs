//! The answer of a page, a device or its user that says no.

use std::error::Error;
use std::fmt;

use wasm_bindgen::JsValue;

/// The browser refused: by a policy of the page, by a setting of the device, or because its user said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the browser refused")
    }
}

impl Error for Refused {}

/// Whatever the browser throws is a no.
impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}
