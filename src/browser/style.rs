//! The owner's colours and fonts as custom properties, set through CSSOM: a `style` attribute in markup is refused
//! under a strict Content-Security-Policy.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::window;
use crate::config::Config;
use crate::prefs::Font;

/// Sets what the owner said on the element that holds the reader; `host` is where `inherit` looks.
pub fn apply(mount: &Element, host: &HtmlElement, config: &Config) {
    let Some(mount) = mount.dyn_ref::<HtmlElement>() else {
        return;
    };
    let family = match &config.font {
        Font::Family(family) => Some(family.clone()),
        Font::Inherit => window()
            .and_then(|window| window.get_computed_style(host).ok()?)
            .and_then(|style| style.get_property_value("font-family").ok()),
        _ => None,
    };
    let style = mount.style();
    for (name, value) in [
        ("--qari-accent", &config.accent),
        ("--owner-font", &family),
    ] {
        // The browser drops a value that it does not understand.
        let _ = match value {
            Some(value) => style.set_property(name, value).ok(),
            None => style.remove_property(name).ok().map(|_| ()),
        };
    }
}
