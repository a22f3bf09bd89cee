//! Faults for the loader, which tells the page of them.

use std::borrow::Cow;

use js_sys::{Error, Reflect};
use strum::IntoStaticStr;
use wasm_bindgen::JsValue;

/// The error codes of DESIGN 1.4 that only the full reader can find out. The loader knows the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Code {
    /// The source is not JSON.
    NotJson,
    /// It is JSON of no known format.
    UnknownFormat,
    /// A known format with neither title nor body.
    EmptyArticle,
    /// The full reader can't work in this page.
    WasmFailed,
    /// Something newer was asked for meanwhile. The loader has stopped waiting, so nobody is told.
    Superseded,
}

/// Why there is nothing to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind.
    pub code: Code,
    /// The technical cause, for the site owner.
    pub message: Cow<'static, str>,
}

/// A JavaScript `Error` with the property `code`.
impl From<Fault> for JsValue {
    fn from(fault: Fault) -> Self {
        let error = Error::new(&fault.message);
        let code: &'static str = fault.code.into();
        // A new error takes any property.
        let _ = Reflect::set(&error, &"code".into(), &code.into());
        error.into()
    }
}
