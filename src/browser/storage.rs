//! What is kept on the device for this site. It may be refused (in third-party frames and private modes), be full, or
//! hold anything.
//!
//! Through `Window::local_storage` and its `Result`: gloo's `LocalStorage` panics where storage is refused.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::{Listener, Refused};

/// What is stored under `key`; `None` where there is nothing, or storage is refused.
pub fn get(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Stores `value` under `key`.
///
/// # Errors
///
/// Storage is refused or full: what was to be kept holds for this page.
pub fn set(key: &str, value: &str) -> Result<(), Refused> {
    let storage = window().local_storage()?.ok_or(Refused)?;
    Ok(storage.set_item(key, value)?)
}

/// Calls `on_value` with what another tab has stored under `key`; with `None` when it was taken away.
pub fn on_change(
    key: &'static str,
    mut on_value: impl FnMut(Option<String>) + 'static,
) -> Listener {
    Listener::on_window("storage", move |event| {
        let event: &StorageEvent = event.unchecked_ref();
        if event.key().as_deref() == Some(key) {
            on_value(event.new_value());
        }
    })
}
