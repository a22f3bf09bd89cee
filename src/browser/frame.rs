//! Something that is done before the next picture.

use gloo::render::{AnimationFrame, request_animation_frame};

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
