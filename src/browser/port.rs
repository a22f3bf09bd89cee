//! What a reader asks of the page, by name: the other half of this room answers (`hands` in `static/qari-shell.js`).

use js_sys::{Array, Function};
use wasm_bindgen::JsValue;

/// The way to the hands of one reader.
#[derive(Debug, Clone)]
pub struct Port(Function);

impl Port {
    /// `hands(name, ...arguments)`; it never throws.
    pub fn new(hands: Function) -> Self {
        Self(hands)
    }

    /// Asks for `name` with texts.
    pub fn ask(&self, name: &str, texts: &[&str]) -> JsValue {
        self.ask_with(name, texts, &JsValue::UNDEFINED)
    }

    /// Asks for `name` with texts, and with something of the page's behind them.
    pub fn ask_with(&self, name: &str, texts: &[&str], thing: &JsValue) -> JsValue {
        let arguments = Array::of1(&name.into());
        for text in texts {
            arguments.push(&(*text).into());
        }
        arguments.push(thing);
        self.0
            .apply(&JsValue::NULL, &arguments)
            .unwrap_or(JsValue::UNDEFINED)
    }
}
