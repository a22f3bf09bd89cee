//! What is spoken is kept in view, while the reader does not look elsewhere.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};

use web_sys::Element;

use super::{Edges, Frame, Scroller, Sentence};

/// Blocks that come near the screen get their real height a frame later (`content-visibility`), so one look is not enough.
const LOOKS: u32 = 4;
/// The sentence is brought to this share of the room above the bar.
const SHARE: f64 = 1.0 / 3.0;

/// Keeps a sentence in view for some frames, unless it is dropped before.
#[must_use = "a sentence is followed as long as this is kept"]
pub struct Follow {
    _following: Rc<Following>,
}

struct Following {
    sentence: Sentence,
    /// What covers the foot of the screen.
    bar: Option<Element>,
    /// Whether the reader wants to follow: scrolling elsewhere says no, a sentence in view says yes again.
    wanted: Rc<Cell<bool>>,
    looks: Cell<u32>,
    /// The next look. It knows of this only weakly, so it ends with it.
    frame: RefCell<Option<Frame>>,
}

impl Follow {
    /// Brings `sentence` into view, above `bar`, if that is `wanted`.
    pub fn new(sentence: &Sentence, bar: Option<Element>, wanted: Rc<Cell<bool>>) -> Self {
        let following = Rc::new(Following {
            sentence: sentence.clone(),
            bar,
            wanted,
            looks: Cell::new(LOOKS),
            frame: RefCell::new(None),
        });
        following.look();
        Self {
            _following: following,
        }
    }
}

impl Following {
    fn look(self: &Rc<Self>) {
        let Edges { top, bottom } = self.sentence.edges();
        let room = match &self.bar {
            Some(bar) => Edges::of(bar).top,
            None => super::page::viewport_height(),
        };
        if top >= 0.0 && bottom <= room {
            self.wanted.set(true);
        } else if self.wanted.get() {
            Scroller::around(&self.sentence.block).scroll_by(top - room * SHARE);
        }
        let left = self.looks.get() - 1;
        self.looks.set(left);
        if left > 0 {
            let following = Rc::downgrade(self);
            let next = Frame::next(move || {
                if let Some(following) = Weak::upgrade(&following) {
                    following.look();
                }
            });
            self.frame.replace(Some(next));
        }
    }
}

impl fmt::Debug for Follow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Follow").finish_non_exhaustive()
    }
}
