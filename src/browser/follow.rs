//! What is spoken is kept in view, while the reader does not look elsewhere.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::Element;

use super::{Drawn, Edges, Frame, ResizeWatch, Scroller, Sentence};

/// The sentence is brought to this share of the room above the bar.
const SHARE: f64 = 1.0 / 3.0;

/// Keeps a sentence in view, unless it is dropped before. Blocks that come near the screen get their real height later
/// (`content-visibility`), and the bar grows and shrinks with what it says, so one look is not enough.
#[derive(Debug)]
#[must_use = "a sentence is followed as long as this is kept"]
pub struct Follow {
    _drawn: Drawn,
    _watch: Rc<RefCell<Option<ResizeWatch>>>,
}

impl Follow {
    /// Brings `sentence` into view, above `bar`, if that is `wanted`: scrolling elsewhere says no, a sentence in view says
    /// yes again.
    pub fn new(sentence: &Sentence, bar: Option<Element>, wanted: Rc<Cell<bool>>) -> Self {
        let scroller = Scroller::around(&sentence.block);
        bring(sentence, bar.as_ref(), &scroller, &wanted);
        let left_at = Cell::new(scroller.offset());
        let body = sentence.block.parent_element();
        let row = bar.as_ref().and_then(Element::first_element_child);
        let watched = [Some(sentence.block.clone()), body, bar.clone(), row];
        let sentence = sentence.clone();
        let look = Rc::new(move || {
            // Else somebody scrolled: the reader, or an engine that keeps the text where it was.
            if scroller.offset() == left_at.get() {
                bring(&sentence, bar.as_ref(), &scroller, &wanted);
                left_at.set(scroller.offset());
            }
        });
        let mut _frame = None;
        let on_resize = move || {
            let look = look.clone();
            // Not at once: what scrolling changes in the same frame would be an error of the page (`ResizeObserver loop`).
            _frame = Some(Frame::next(move || look()));
        };
        let watch: Rc<RefCell<Option<ResizeWatch>>> = Rc::default();
        // Blocks that came just now get their heights in the first picture, which WebKit can call such an error too.
        let drawn = Drawn::then({
            let watch = Rc::clone(&watch);
            move || {
                watch.replace(Some(ResizeWatch::new(watched.iter().flatten(), on_resize)));
            }
        });
        Self {
            _drawn: drawn,
            _watch: watch,
        }
    }
}

/// Where the bar begins, with the row that stands over it.
fn roof(bar: &Element) -> f64 {
    let top = Edges::of(bar).top;
    match bar.first_element_child() {
        Some(row) => top.min(Edges::of(&row).top),
        None => top,
    }
}

fn bring(sentence: &Sentence, bar: Option<&Element>, scroller: &Scroller, wanted: &Cell<bool>) {
    let Edges { top, bottom } = sentence.edges();
    let room = match bar {
        Some(bar) => roof(bar),
        None => super::page::viewport_height(),
    };
    if top >= 0.0 && bottom <= room {
        wanted.set(true);
    } else if wanted.get() {
        scroller.scroll_by(top - room * SHARE);
    }
}
