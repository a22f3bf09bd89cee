//! The host page: its address, its visibility, and where things are on the screen.

use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{DomRect, Element, Url};

/// What relative addresses in the page resolve against, absolute.
pub fn base_uri() -> String {
    document().base_uri().ok().flatten().unwrap_or_default()
}

/// Whether an address that may be relative to the page is one of http or https.
pub fn is_web_address(address: &str) -> bool {
    let url = Url::new_with_base(address, &base_uri());
    url.is_ok_and(|url| url.protocol().starts_with("http"))
}

/// Milliseconds since the page began, as the loader counts them.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Whether nobody sees the page now: another tab is in front, or the phone was put away.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Height of what is seen of the page, in CSS pixels.
pub fn viewport_height() -> f64 {
    pixels(window().inner_height())
}

/// Width of what is seen of the page, in CSS pixels.
pub fn viewport_width() -> f64 {
    pixels(window().inner_width())
}

/// How far the page is scrolled down, in CSS pixels.
pub fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

fn pixels(length: Result<JsValue, JsValue>) -> f64 {
    length
        .ok()
        .and_then(|length| length.as_f64())
        .unwrap_or_default()
}

/// Upper and lower edge on the screen, in CSS pixels below its top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edges {
    /// Upper edge; negative when it is scrolled out above.
    pub top: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Edges {
    /// The edges of an element.
    pub fn of(element: &Element) -> Self {
        element.get_bounding_client_rect().into()
    }

    /// From edge to edge, in CSS pixels.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }
}

impl From<DomRect> for Edges {
    fn from(rect: DomRect) -> Self {
        Self {
            top: rect.top(),
            bottom: rect.bottom(),
        }
    }
}
