//! What the device remembers: `localStorage`, which a third-party frame, a private mode or a policy can refuse.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::window;

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What is stored under `key`; `None` as well where storage is refused.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores `value`, if the device lets us.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // Refused or full: the choice still holds for this page.
        let _ = storage.set_item(key, value);
    }
}

/// Calls `changed` when another tab of the site stores something else under `key`, until the listener is dropped.
#[must_use = "dropping the listener ends it"]
pub fn on_change(key: &'static str, changed: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            if event.key().as_deref() == Some(key) {
                changed(event.new_value().unwrap_or_default());
            }
        }
    }))
}
