//! Colours and custom properties. A `style="…"` attribute is refused under a strict CSP; CSSOM is not.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, css};

/// Whether the browser takes `value` for one of the CSS property's.
pub fn supports(property: &str, value: &str) -> bool {
    css::supports_with_value(property, value).unwrap_or(false)
}

/// Gives `element` the property (`--qari-accent`), or takes it off when there is no value.
pub fn set_property(element: &Element, name: &str, value: Option<&str>) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else {
        return;
    };
    let style = element.style();
    // Both throw only on styles that cannot be changed, which an element's own can.
    let _ = match value {
        Some(value) => style.set_property(name, value),
        None => style.remove_property(name).map(drop),
    };
}
