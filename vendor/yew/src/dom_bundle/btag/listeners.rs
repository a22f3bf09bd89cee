use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, Event};

use super::Apply;
use crate::dom_bundle::BSubtree;
use crate::virtual_dom::{Listener, Listeners};

/// A listener on its element, as long as this lives.
#[derive(Debug)]
struct EventListener {
    target: Element,
    listener: Rc<RefCell<Rc<dyn Listener>>>,
    callback: Closure<dyn Fn(Event)>,
}

impl EventListener {
    fn new(target: &Element, listener: Rc<dyn Listener>) -> Self {
        let event_type = listener.kind().type_name();
        let listener = Rc::new(RefCell::new(listener));
        let current = listener.clone();
        let callback = Closure::<dyn Fn(Event)>::new(move |event| {
            // Nothing is borrowed while the listener runs: it may render again.
            let listener = current.borrow().clone();
            listener.handle(event);
        });
        target
            .add_event_listener_with_callback(event_type, callback.as_ref().unchecked_ref())
            .unwrap_throw();
        Self {
            target: target.clone(),
            listener,
            callback,
        }
    }
}

impl Drop for EventListener {
    fn drop(&mut self) {
        let event_type = self.listener.borrow().kind().type_name();
        self.target
            .remove_event_listener_with_callback(
                event_type,
                self.callback.as_ref().unchecked_ref(),
            )
            .unwrap_throw();
    }
}

/// An active set of listeners on an element
#[derive(Debug)]
pub(super) struct ListenerRegistration(Vec<EventListener>);

impl Apply for Listeners {
    type Bundle = ListenerRegistration;
    type Element = Element;

    fn apply(self, root: &BSubtree, el: &Self::Element) -> ListenerRegistration {
        let mut bundle = ListenerRegistration(Vec::new());
        self.apply_diff(root, el, &mut bundle);
        bundle
    }

    fn apply_diff(self, _root: &BSubtree, el: &Self::Element, bundle: &mut ListenerRegistration) {
        let mut kept = 0;
        if let Self::Pending(pending) = self {
            for listener in pending.into_vec().into_iter().flatten() {
                match bundle.0.get(kept) {
                    Some(old) if old.listener.borrow().kind() == listener.kind() => {
                        *old.listener.borrow_mut() = listener;
                    }
                    _ => {
                        bundle.0.truncate(kept);
                        bundle.0.push(EventListener::new(el, listener));
                    }
                }
                kept += 1;
            }
        }
        bundle.0.truncate(kept);
    }
}
