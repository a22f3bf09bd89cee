//! Changes of the colour scheme around: an attribute of the page's root or body.

use gloo::utils::{body, document};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MutationObserver, MutationObserverInit, Node};

/// Tells when the scheme around may have changed, as long as this is kept.
#[derive(Debug)]
#[must_use = "nothing is told after it is dropped"]
pub struct SchemeWatch {
    observer: Option<MutationObserver>,
    _call: Closure<dyn FnMut()>,
}

impl SchemeWatch {
    /// Calls `on_change` whenever it may have.
    pub fn new(on_change: impl FnMut() + 'static) -> Self {
        let call = Closure::<dyn FnMut()>::new(on_change);
        let observer = MutationObserver::new(call.as_ref().unchecked_ref()).ok();
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        if let Some(observer) = &observer {
            let root = document().document_element().map(Node::from);
            for node in root.into_iter().chain([body().into()]) {
                // It throws for options that ask for nothing, which these do not.
                let _ = observer.observe_with_options(&node, &options);
            }
        }
        Self {
            observer,
            _call: call,
        }
    }
}

impl Drop for SchemeWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}
