//! Events of the page around, listened to as long as the listener is kept.
//!
//! The reader's own controls have their handlers in `html!`; this is for what happens outside of them.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, EventTarget};

/// An event that is listened to; no more once this is dropped.
///
/// All are passive: none can `preventDefault()`, so none makes scrolling wait.
///
/// ```no_run
/// use qari_reader::browser::Listener;
///
/// let leaving = Listener::on_window("pagehide", |_| { /* keep the place */ });
/// // …
/// drop(leaving);
/// ```
#[derive(Debug)]
#[must_use = "nothing is heard after the listener is dropped"]
pub struct Listener {
    _listener: EventListener,
}

impl Listener {
    /// Listens on the window: `resize`, `pagehide`, `wheel`.
    pub fn on_window(name: &'static str, on_event: impl FnMut(&Event) + 'static) -> Self {
        Self::on(&window(), name, on_event)
    }

    /// Listens on the window to an event on its way down, and so to those that do not bubble: `scroll` of any box of the
    /// host's.
    pub fn on_window_capture_passive(
        name: &'static str,
        on_event: impl FnMut(&Event) + 'static,
    ) -> Self {
        Self::capture(&window(), name, on_event)
    }

    /// Listens on the document: `visibilitychange`, `pointerdown`.
    pub fn on_document(name: &'static str, on_event: impl FnMut(&Event) + 'static) -> Self {
        Self::on(&document(), name, on_event)
    }

    pub(super) fn on(
        target: &EventTarget,
        name: &'static str,
        on_event: impl FnMut(&Event) + 'static,
    ) -> Self {
        Self {
            _listener: EventListener::new(target, name, on_event),
        }
    }

    fn capture(
        target: &EventTarget,
        name: &'static str,
        on_event: impl FnMut(&Event) + 'static,
    ) -> Self {
        let options = EventListenerOptions::run_in_capture_phase();
        Self {
            _listener: EventListener::new_with_options(target, name, options, on_event),
        }
    }
}

/// Whether an event happened in `element`. Its target does not tell outside of the shadow root, where it is the host.
pub fn passed_through(event: &Event, element: &Element) -> bool {
    let element: &JsValue = element;
    event
        .composed_path()
        .iter()
        .any(|on_way| on_way == *element)
}
