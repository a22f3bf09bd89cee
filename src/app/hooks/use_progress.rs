//! How far the article is read.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Page;
use crate::browser::{Element, Frame, Listener, Progress};

/// How far the article is scrolled, 0–100; `None` while that is not known, or where all of it fits on the screen. Tells the page
/// around of each quarter that has been on the screen, once. Nothing is measured while the article is not `complete`.
#[hook]
pub fn use_progress(page: &Rc<Page>, article: &NodeRef, complete: bool) -> Option<u32> {
    let scrolled = use_state_eq(|| None);
    // The quarters of which load were told.
    let told = use_mut_ref(|| (0_u32, 0_u32));
    {
        let (scrolled, page, article) = (scrolled.clone(), page.clone(), article.clone());
        use_effect_with(
            (page.load, page.edition, complete),
            move |(load, _, complete)| {
                let load = *load;
                let measure = move || {
                    let Some(progress) = article
                        .cast::<Element>()
                        .and_then(|article| Progress::of(&article))
                    else {
                        return;
                    };
                    let read = progress.percent;
                    scrolled.set(progress.scrolled);
                    let quarters = {
                        let mut told = told.borrow_mut();
                        if told.0 != load {
                            *told = (load, 0);
                        }
                        let before = told.1;
                        told.1 = before.max(read / 25);
                        before + 1..=told.1
                    };
                    for quarter in quarters {
                        page.events.on_progress.emit(quarter * 25);
                    }
                };
                let listening = complete.then(|| OnScroll::new(measure));
                move || drop(listening)
            },
        );
    }
    *scrolled
}

/// Calls back at once and whenever something was scrolled or the window resized, at most once a frame.
#[derive(Debug)]
#[must_use = "it listens while it lives"]
pub(super) struct OnScroll {
    _listeners: [Listener; 2],
    _frame: Rc<RefCell<Option<Frame>>>,
}

impl OnScroll {
    /// Starts to listen.
    pub(super) fn new(measure: impl Fn() + 'static) -> Self {
        let frame = Rc::new(RefCell::new(None));
        let measure = Rc::new(measure);
        let moved = {
            let frame = frame.clone();
            move || {
                let (due, measure) = (frame.clone(), measure.clone());
                frame.borrow_mut().get_or_insert_with(|| {
                    Frame::next(move || {
                        due.take();
                        measure();
                    })
                });
            }
        };
        moved();
        let resized = moved.clone();
        Self {
            _listeners: [
                // A host's own box may be what scrolls, so the event is caught on its way down.
                Listener::on_window_capture_passive("scroll", move |_| moved()),
                Listener::on_window_capture_passive("resize", move |_| resized()),
            ],
            _frame: frame,
        }
    }
}
