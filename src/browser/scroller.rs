//! What scrolls around an element.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions, ShadowRoot};

use super::{Edges, page};

/// What scrolls around an element: a box of the host's, or the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Scroller {
    /// None is the page.
    container: Option<Element>,
}

impl Scroller {
    /// The nearest box around `element` that scrolls, through the shadow roots of others too; else the page.
    pub fn around(element: &Element) -> Self {
        let page = document().document_element();
        let mut container = parent(element);
        while let Some(candidate) = &container {
            if container == page {
                container = None;
            } else if scrolls(candidate) {
                break;
            } else {
                container = parent(candidate);
            }
        }
        Self { container }
    }

    /// How far it is scrolled down, in CSS pixels.
    pub fn offset(&self) -> f64 {
        match &self.container {
            Some(container) => container.scroll_top().into(),
            None => page::scroll_y(),
        }
    }

    /// Its upper edge on the screen, in CSS pixels below the top: what stands above it is not seen.
    pub fn top(&self) -> f64 {
        let container = self.container.as_ref();
        container.map_or(0.0, |container| Edges::of(container).top.max(0.0))
    }

    /// Scrolls down by `distance` CSS pixels, at once, whatever the page says of smooth scrolling.
    pub fn scroll_by(&self, distance: f64) {
        let options = ScrollToOptions::new();
        options.set_top(distance);
        options.set_behavior(ScrollBehavior::Instant);
        match &self.container {
            Some(container) => container.scroll_by_with_scroll_to_options(&options),
            None => window().scroll_by_with_scroll_to_options(&options),
        }
    }
}

/// The element around: the parent, or the host of the shadow root.
fn parent(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| {
        let root = element.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        Some(root.host())
    })
}

fn scrolls(element: &Element) -> bool {
    let overflow = window()
        .get_computed_style(element)
        .ok()
        .flatten()
        .and_then(|style| style.get_property_value("overflow-y").ok());
    matches!(overflow.as_deref(), Some("auto" | "scroll"))
        && element.scroll_height() > element.client_height()
}
