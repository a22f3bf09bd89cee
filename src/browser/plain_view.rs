//! The plain view, which stands in the reader's place until the wasm is there (`static/qari.js`, `static/touch.js`).

use web_sys::Element;

use super::focus;

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

    /// Leaves the page; a button that had the focus hands it to its twin in `successor`.
    pub fn leave_to(&self, successor: &Element) {
        let focused = focus::focused_around(&self.element)
            .filter(|focused| self.element.contains(Some(focused)))
            .and_then(|focused| focused.get_attribute("part"));
        self.element.remove();
        let twin = focused.and_then(|part| {
            successor
                .query_selector(&format!("[part='{part}']"))
                .ok()
                .flatten()
        });
        if let Some(twin) = twin {
            focus::give_in_place(&twin);
        }
    }
}
