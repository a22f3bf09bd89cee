//! An element that stays where it is on the screen while the article around it changes.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};

use super::{Edges, Frame, Place, Scroller};

/// For how many frames a place is held at most: blocks that come near the screen get their real height a frame or two
/// later (`content-visibility`), so once is not enough.
const FRAMES: u32 = 30;
/// It is steady after standing still for so many frames.
const STEADY: u32 = 4;
/// Moved by less, in CSS pixels, it stands still.
const STILL: f64 = 0.5;

/// Holds a [`Place`] on the screen for some frames. Whoever else scrolls, reader or page, ends it, and so does dropping
/// it; then what was to follow does not follow.
#[must_use = "a place is held as long as this is kept"]
pub struct Hold {
    _held: Rc<Held>,
}

struct Held {
    place: Place,
    scroller: Scroller,
    /// Where the scroller was left. When it is elsewhere, someone else has scrolled.
    left: Cell<f64>,
    frames: Cell<u32>,
    still: Cell<u32>,
    then: RefCell<Option<Box<dyn FnOnce()>>>,
    /// The next look. It knows of this only weakly, so it ends with it.
    frame: RefCell<Option<Frame>>,
}

impl Hold {
    pub(super) fn new(place: &Place, then: Option<Box<dyn FnOnce()>>) -> Self {
        let scroller = Scroller::around(place.block());
        let held = Rc::new(Held {
            left: Cell::new(scroller.offset()),
            place: place.clone(),
            scroller,
            frames: Cell::new(FRAMES),
            still: Cell::new(0),
            then: RefCell::new(then),
            frame: RefCell::new(None),
        });
        held.look();
        Self { _held: held }
    }
}

impl Held {
    /// Scrolls back what has moved, and looks again in the next frame.
    fn look(self: &Rc<Self>) {
        let block = self.place.block();
        // A block that was taken away is nowhere.
        let ended = self.scroller.offset() != self.left.get() || !block.is_connected();
        if !ended {
            let moved = Edges::of(block).top - self.place.top();
            if moved.abs() < STILL {
                self.still.set(self.still.get() + 1);
            } else {
                self.still.set(0);
                self.scroller.scroll_by(moved);
            }
            self.left.set(self.scroller.offset());
        }
        let frames = self.frames.get();
        let waits = self.then.borrow().is_some() || self.still.get() < STEADY;
        if !ended && frames > 0 && waits {
            self.frames.set(frames - 1);
            let held = Rc::downgrade(self);
            let next = Frame::next(move || {
                if let Some(held) = Weak::upgrade(&held) {
                    held.look();
                }
            });
            self.frame.replace(Some(next));
            return;
        }
        let then = self.then.take();
        if let Some(then) = then {
            then();
        }
    }
}

impl fmt::Debug for Hold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hold").finish_non_exhaustive()
    }
}
