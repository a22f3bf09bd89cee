//! The device's share sheet.

use gloo::utils::window;
use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};

use super::Refused;

// `web-sys` takes it for granted that there is one.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, catch)]
    fn share(data: &ShareData) -> Result<JsValue, JsValue>;
}

/// Whether the device has one. It is there on https only, on phones and some computers.
pub fn is_available() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Opens it. It asks at once, so call it within the tap itself. Closing it without sharing is no error.
///
/// # Errors
///
/// There is none, or the page may not open it.
pub fn open(title: &str, url: &str) -> impl Future<Output = Result<(), Refused>> + use<> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    let shared = share(&data).map(|promise| JsFuture::from(Promise::resolve(&promise)));
    async move {
        match shared?.await {
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
