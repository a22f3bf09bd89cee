//! The place on the screen: which block is being read.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Edges, Hold, page};

const BODY: &str = "[part=body]";
/// The blocks of a body: those of a long one stand in stretches.
const BLOCKS: &str = "[part=body] > :not(.stretch), .stretch > *";

/// A block that reaches this little over the upper edge, in CSS pixels, still begins on the screen.
const ALMOST_ON_SCREEN: f64 = -2.0;
/// A block that begins below this share of the screen is not the one being read: the one above fills the screen.
const READ_ABOVE: f64 = 0.6;

/// A block of the article, and where its upper edge is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    block: Element,
    top: f64,
}

impl Place {
    /// The block being read of the article that stands in `root`; none where it has no body.
    pub fn reading(root: &Element) -> Option<Self> {
        let body = body_of(root)?;
        // While the headline fills the screen, what is read is a child of the article: headline, summary, image.
        let parent = if Edges::of(&body).top > page::viewport_height() / 2.0 {
            body.parent_element()?
        } else {
            body
        };
        let first = being_read(&parent)?;
        let block = if first.class_list().contains("stretch") {
            being_read(&first)?
        } else {
            first
        };
        Some(Self::here(block))
    }

    /// An element, where it is now.
    pub fn here(block: Element) -> Self {
        let top = Edges::of(&block).top;
        Self { block, top }
    }

    /// An element, and where it is wanted: `top` in CSS pixels below the top of the screen.
    pub fn at(block: Element, top: f64) -> Self {
        Self { block, top }
    }

    /// The block of this number in the article's body, or the last one where the article has become shorter; wanted at
    /// `top`. None where it has no body.
    pub fn numbered(root: &Element, number: u32, top: f64) -> Option<Self> {
        let blocks = root.query_selector_all(BLOCKS).ok()?;
        let last = blocks.length().checked_sub(1)?;
        let block = blocks.item(number.min(last))?;
        Some(Self::at(block.unchecked_into(), top))
    }

    /// The block.
    pub fn block(&self) -> &Element {
        &self.block
    }

    /// Its upper edge, in CSS pixels below the top of the screen.
    pub fn top(&self) -> f64 {
        self.top
    }

    /// Its number among the blocks of the article's body, from 0; none for what stands above the body.
    pub fn number(&self) -> Option<u32> {
        let body = self.block.closest(BODY).ok().flatten()?;
        let blocks = body.query_selector_all(BLOCKS).ok()?;
        (0..blocks.length()).find(|&at| blocks.item(at).as_ref() == Some(&*self.block))
    }

    /// Brings the block back to its place, and holds it there until it is steady.
    pub fn restore(&self) -> Hold {
        Hold::new(self, None)
    }

    /// [`Self::restore`], for half a second, and calls `then` when that is over or someone else scrolls.
    pub fn restore_then(&self, then: impl FnOnce() + 'static) -> Hold {
        Hold::new(self, Some(Box::new(then)))
    }
}

/// The child of `parent` that is being read.
fn being_read(parent: &Element) -> Option<Element> {
    let blocks = parent.children();
    let top = |at: u32| blocks.item(at).map(|block| Edges::of(&block).top);
    // Blocks follow one another, so a few looks find the first that begins on the screen.
    let numbers: Vec<u32> = (0..blocks.length()).collect();
    let first =
        numbers.partition_point(|&at| top(at).is_some_and(|top| top < ALMOST_ON_SCREEN)) as u32;
    let begins = top(first).is_some_and(|top| top < page::viewport_height() * READ_ABOVE);
    let at = if begins {
        first
    } else {
        first.saturating_sub(1)
    };
    blocks.item(at)
}

fn body_of(root: &Element) -> Option<Element> {
    root.query_selector(BODY).ok().flatten()
}
