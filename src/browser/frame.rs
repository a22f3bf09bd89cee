//! Something that is done before the next picture, or behind it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::document;

use super::Timer;

/// Runs something once before the browser draws again, unless it is dropped before. A page that nobody sees is not
/// drawn, and so it waits there.
#[derive(Debug)]
#[must_use = "a frame that is dropped never runs"]
pub struct Frame {
    _request: AnimationFrame,
}

impl Frame {
    /// Runs `then` before the next picture.
    pub fn next(then: impl FnOnce() + 'static) -> Self {
        Self {
            _request: request_animation_frame(|_time| then()),
        }
    }
}

/// Runs something once as soon as the browser has drawn what stands in the page, unless it is dropped before. Where nobody
/// sees the page, which then is not drawn, as soon as it has done what waits.
#[derive(Debug)]
#[must_use = "what is dropped never runs"]
pub struct Drawn {
    _frame: Option<Frame>,
    _timer: Rc<RefCell<Option<Timer>>>,
}

impl Drawn {
    /// Runs `then` behind the next picture.
    pub fn then(then: impl FnOnce() + 'static) -> Self {
        let timer = Rc::new(RefCell::new(None));
        let start = {
            let timer = timer.clone();
            move || drop(timer.replace(Some(Timer::after(0, then))))
        };
        let frame = if document().hidden() {
            start();
            None
        } else {
            Some(Frame::next(start))
        };
        Self {
            _frame: frame,
            _timer: timer,
        }
    }
}
