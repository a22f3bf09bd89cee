//! The device's share sheet.

use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};

use super::Refused;

/// Whether the device has one. It is there on https only, on phones and some computers.
pub fn is_available() -> bool {
    Reflect::get(&window().navigator(), &JsValue::from_str("share"))
        .is_ok_and(|share| share.is_function())
}

/// Opens it; asks at once, so call it within the tap itself. Closing it without sharing is no error.
///
/// # Errors
///
/// There is none, or the page may not open it.
pub fn open(title: &str, url: &str) -> impl Future<Output = Result<(), Refused>> + use<> {
    let shared = is_available().then(|| {
        let data = ShareData::new();
        data.set_title(title);
        data.set_url(url);
        window().navigator().share_with_data(&data)
    });
    async move {
        match JsFuture::from(shared.ok_or(Refused)?).await {
            Err(error) if !is_cancelled(&error) => Err(Refused),
            _ => Ok(()),
        }
    }
}

fn is_cancelled(error: &JsValue) -> bool {
    error
        .dyn_ref::<DomException>()
        .is_some_and(|error| error.name() == "AbortError")
}
