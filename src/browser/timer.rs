//! Something that is done later.

use gloo::timers::callback::Timeout;

/// Runs something once after some time, unless it is dropped before.
#[derive(Debug)]
#[must_use = "a timer that is dropped never runs"]
pub struct Timer {
    _timeout: Timeout,
}

impl Timer {
    /// Runs `then` after `milliseconds`; with 0, as soon as the page has done what waits.
    pub fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Self {
        Self {
            _timeout: Timeout::new(milliseconds, then),
        }
    }
}
