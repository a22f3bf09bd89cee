//! Faults for the loader, which tells the page of them.

use std::borrow::Cow;

use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

use crate::remark::ErrorCode;

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind; none where something newer was asked for: the loader has stopped waiting, so nobody is told.
    pub code: Option<ErrorCode>,
    /// The technical cause, for the site owner.
    pub message: Cow<'static, str>,
}

/// A JavaScript `Error` with the property `code`.
impl From<Fault> for JsValue {
    fn from(fault: Fault) -> Self {
        let error = Error::new(&fault.message);
        if let Some(code) = fault.code {
            // A new error takes any property.
            let _ = Reflect::set(&error, &"code".into(), &code.name().into());
        }
        error.into()
    }
}
