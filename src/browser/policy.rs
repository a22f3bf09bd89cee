//! What the page's Content-Security-Policy stops.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{SecurityPolicyViolationEvent, Url};

use super::Listener;

/// Keeps each address that the policy of the page stops from now on, until it is dropped.
#[derive(Debug)]
pub struct PolicyWatch {
    stopped: Rc<RefCell<Vec<[String; 2]>>>,
    _listener: Listener,
}

impl PolicyWatch {
    /// The event of the document that tells of it.
    pub const EVENT: &str = "securitypolicyviolation";

    /// Begins to listen.
    pub fn start() -> Self {
        let stopped: Rc<RefCell<Vec<_>>> = Rc::default();
        let told = stopped.clone();
        let listener = Listener::on_document(Self::EVENT, move |event| {
            let event: &SecurityPolicyViolationEvent = event.unchecked_ref();
            let address = event.blocked_uri();
            // Else it is no address: `inline`, `eval`.
            if let Ok(url) = Url::new(&address) {
                let line = [&event.effective_directive(), " ", &url.origin()].concat();
                let entry = [address, line];
                let mut told = told.borrow_mut();
                if !told.contains(&entry) {
                    told.push(entry);
                }
            }
        });
        Self {
            stopped,
            _listener: listener,
        }
    }

    /// Each address, and the line that the policy lacks: `img-src https://cdn.example`.
    pub fn stopped(&self) -> Vec<[String; 2]> {
        self.stopped.borrow().clone()
    }
}
