//! The reader's place: the block being read stays where it is on the screen while everything around it changes.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{document, window};

/// A block and where on the screen its top was, in CSS pixels.
#[derive(Debug)]
pub struct Place {
    block: Element,
    top: f64,
}

/// How far above the upper edge (CSS pixels) a block may start and still count as fully in view.
const SLACK: f64 = 2.0;

impl Place {
    /// The block being read: the first that starts in view, else the one that fills the screen.
    pub fn of(mount: &Element) -> Option<Self> {
        let height = window()?.inner_height().ok()?.as_f64()?;
        let article = mount.query_selector("article").ok()??;
        let body = mount.query_selector("[part=body]").ok()??;
        // The headline while it is in view, else the body: one of its slices' blocks.
        let inside = if body.get_bounding_client_rect().top() > height / 2.0 {
            article
        } else {
            body
        };
        let blocks = inside.children();
        let at = |index: u32| blocks.item(index).map(|block| block.get_bounding_client_rect());
        // Blocks follow one another, so a few looks find the first that starts in view.
        let (mut low, mut high) = (0, blocks.length());
        while low < high {
            let middle = u32::midpoint(low, high);
            if at(middle)?.top() < -SLACK {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let begins = at(low).is_some_and(|rect| rect.top() < height * 0.6);
        let block = blocks.item(if begins { low } else { low.saturating_sub(1) })?;
        let top = block.get_bounding_client_rect().top();
        Some(Self { block, top })
    }

    /// Scrolls so that the block is where it was. Lays the page out.
    pub fn restore(&self) {
        let moved = self.block.get_bounding_client_rect().top() - self.top;
        if moved.abs() >= 0.5 {
            scroll(&self.block, moved);
        }
    }
}

/// Scrolls what scrolls around `element` (the page, or a box of the host's) by `pixels`.
fn scroll(element: &Element, pixels: f64) -> Option<()> {
    let window = window()?;
    let mut inner = element.clone();
    loop {
        let parent = inner.parent_element().or_else(|| {
            let root = inner.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok()?;
            Some(root.host())
        });
        let Some(outer) = parent else { break };
        let style = window.get_computed_style(&outer).ok()??;
        let overflow = style.get_property_value("overflow-y").ok()?;
        if matches!(overflow.as_str(), "auto" | "scroll") && outer.parent_element().is_some() {
            let before = outer.scroll_top();
            outer.set_scroll_top(before + pixels.round() as i32);
            if outer.scroll_top() != before {
                return Some(());
            }
        }
        inner = outer;
    }
    // A smooth scroll of the host's would show the jump it should hide.
    let options = web_sys::ScrollToOptions::new();
    options.set_top(pixels);
    options.set_behavior(web_sys::ScrollBehavior::Instant);
    document()?;
    window.scroll_by_with_scroll_to_options(&options);
    Some(())
}
