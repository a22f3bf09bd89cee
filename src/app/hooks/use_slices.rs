//! The body in slices: the first screen at once, the rest between tasks.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Page, SLICE};
use crate::browser::{Drawn, Timer};

/// Blocks that each later step adds.
const STEP: usize = SLICE * 8;

/// How much of a body stands in the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Slices {
    blocks: usize,
    shown: Shown,
    set: UseStateSetter<Shown>,
}

/// How many blocks of which article are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shown {
    edition: u32,
    blocks: usize,
}

impl Slices {
    /// How many of the top-level blocks are rendered.
    pub fn shown(&self) -> usize {
        self.shown.blocks
    }

    /// Whether all are.
    pub fn is_complete(&self) -> bool {
        self.shown.blocks >= self.blocks
    }

    /// Renders all of it at once, for who cannot wait.
    pub fn show_all(&self) {
        if !self.is_complete() {
            self.set.set(Shown {
                blocks: usize::MAX,
                ..self.shown
            });
        }
    }
}

/// Shows the first slice of the page's article, then the others, a task each, so that the page stays responsive.
#[hook]
pub fn use_slices(page: &Rc<Page>) -> Slices {
    let first = Shown {
        edition: page.edition,
        blocks: if page.whole { usize::MAX } else { SLICE },
    };
    let shown = use_state(|| first);
    // Another article begins anew; the same one, with other attributes, keeps what stands there.
    let now = if shown.edition == page.edition {
        *shown
    } else {
        first
    };
    let blocks = page.article.body.len();
    {
        let shown = shown.clone();
        use_effect_with((now, blocks), move |(now, blocks)| {
            let now = *now;
            if *shown != now {
                shown.set(now);
            }
            let show_more = move || {
                shown.set(Shown {
                    blocks: now.blocks + STEP,
                    ..now
                })
            };
            // The first screen is seen before anything else is made.
            let (is_first, is_more) = (now.blocks == SLICE, now.blocks < *blocks);
            let drawn = (is_more && is_first).then(|| Drawn::then(show_more.clone()));
            let task = (is_more && !is_first).then(|| Timer::after(0, show_more));
            move || drop((drawn, task))
        });
    }
    Slices {
        blocks,
        shown: now,
        set: shown.setter(),
    }
}
