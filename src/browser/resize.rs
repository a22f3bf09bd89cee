//! Changes of the size of elements.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

/// Tells when the size of an element has changed, as long as this is kept.
#[derive(Debug)]
#[must_use = "nothing is told after it is dropped"]
pub struct ResizeWatch {
    observer: Option<ResizeObserver>,
    _call: Closure<dyn FnMut()>,
}

impl ResizeWatch {
    /// Calls `on_resize` once when `elements` are laid out, then whenever one of them has another size. It is
    /// called before the picture is drawn; what then changes the layout belongs into the next frame.
    pub fn new<'a>(
        elements: impl IntoIterator<Item = &'a Element>,
        on_resize: impl FnMut() + 'static,
    ) -> Self {
        let call = Closure::<dyn FnMut()>::new(on_resize);
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            for element in elements {
                observer.observe(element);
            }
        }
        Self {
            observer,
            _call: call,
        }
    }
}

impl Drop for ResizeWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
