//! The keyboard's focus inside a shadow root.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, ShadowRoot};

/// What has the focus in the tree that `element` stands in, be it a shadow root or the page.
pub fn focused_around(element: &Element) -> Option<Element> {
    let root = element.get_root_node();
    match root.dyn_ref::<ShadowRoot>() {
        Some(root) => root.active_element(),
        None => root.dyn_ref::<Document>()?.active_element(),
    }
}

/// Whether the focus is on `element` or in it.
pub fn is_within(element: &Element) -> bool {
    focused_around(element).is_some_and(|focused| element.contains(Some(&focused)))
}

/// Gives an element the focus, and scrolls it into view.
pub fn give(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Throws only in frames that are already gone.
        let _ = element.focus();
    }
}

/// Gives an element the focus, and scrolls nothing.
pub fn give_in_place(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Lets the next Tab, and a screen reader, go on from a paragraph, which takes no focus by itself. Scrolls nothing.
pub fn go_on_from(paragraph: &Element) {
    // Throws only for what is no attribute's name.
    let _ = paragraph.set_attribute("tabindex", "-1");
    give_in_place(paragraph);
}
