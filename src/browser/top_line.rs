//! The line that a reader has reached in the plain view, and its twin in the full reader that takes its place.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

use super::{Edges, Place, Scroller};

/// What in the full reader may be the twin of a paragraph of the plain view.
const BLOCKS: &str = "p,h2,h3,li";

/// The first paragraph of the plain view that is still on the screen, once its reader has scrolled into it.
#[derive(Debug, Clone, PartialEq)]
pub struct TopLine {
    text: String,
    top: f64,
}

impl TopLine {
    /// The line at the top of the screen; none while the plain view is read from its start.
    pub fn of(plain: &Element) -> Option<Self> {
        // A reader in a box of the host's that scrolls is cut off where that box begins.
        let edge = Scroller::around(plain).top();
        if Edges::of(plain).top >= edge {
            return None;
        }
        let lines = plain.query_selector_all("p").ok()?;
        elements(&lines).find_map(|line| {
            let Edges { top, bottom } = Edges::of(&line);
            (bottom > edge).then(|| Self {
                text: line.text_content().unwrap_or_default(),
                top,
            })
        })
    }

    /// The block in `root` with the same text, wanted where the line was on the screen. All blocks must be there.
    pub fn twin(&self, root: &Element) -> Option<Place> {
        let blocks = root.query_selector_all(BLOCKS).ok()?;
        elements(&blocks)
            .find(|block| block.text_content().as_ref() == Some(&self.text))
            .map(|block| Place::at(block, self.top))
    }
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> {
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok())
}
