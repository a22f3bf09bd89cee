//! The plain view, which stands in the reader's place until the wasm is there (`static/qari.js`, `static/touch.js`).

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use super::focus;

/// What tells a control or a link from others of its kind.
const TELLING: [&str; 3] = ["part", "data-network", "href"];

/// The plain view of one reader, with what was done in it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainView {
    element: Element,
}

impl PlainView {
    /// The loader's element.
    pub fn new(element: Element) -> Self {
        Self { element }
    }

    /// The element.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// The text size that was chosen here; `None` where nobody pressed A− or A+.
    pub fn chosen_size(&self) -> Option<u64> {
        let article = self.element.query_selector("[data-chosen-size]").ok()??;
        article.get_attribute("data-chosen-size")?.parse().ok()
    }

    /// Leaves the page; what had the focus hands it to its twin in `successor`.
    pub fn leave_to(&self, successor: &Element) {
        let focused = focus::focused_around(&self.element)
            .filter(|focused| self.element.contains(Some(focused)));
        let twin = focused.and_then(|focused| {
            let is_twin = |other: &Element| {
                let value = |of: &Element, name: &&str| of.get_attribute(name);
                TELLING
                    .iter()
                    .all(|name| value(other, name) == value(&focused, name))
            };
            list(successor, &focused.local_name()).find(is_twin)
        });
        self.element.remove();
        if let Some(twin) = twin {
            focus::give_in_place(&twin);
        }
    }
}

/// The elements in `around` that a selector finds, in the order of the tree.
fn list(around: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = around.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}
