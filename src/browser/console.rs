//! Words for the site owner, in the console.

use gloo::console;
use js_sys::{Set, WeakMap};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

thread_local! {
    /// What was said of each element. The element may go: this does not hold it.
    static SAID: WeakMap = WeakMap::new();
}

/// Says something that the owner may want to change.
pub fn warn(text: &str) {
    console::warn!(text);
}

/// [`warn`], once for an element, however many readers it has had.
pub fn warn_once(element: &Element, text: &str) {
    let said = SAID.with(|all| {
        all.get(element).dyn_into::<Set>().unwrap_or_else(|_| {
            let said = Set::new(&JsValue::UNDEFINED);
            all.set(element, &said);
            said
        })
    });
    let text = JsValue::from_str(text);
    if !said.has(&text) {
        console::warn!(&text);
        said.add(&text);
    }
}
