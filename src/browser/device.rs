//! What the device can do with an article: share sheet, clipboard, print.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use super::object::object;
use super::{document, window};

/// Calls a method that this browser may not have; a promise if that is what it gives.
fn call(target: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(target, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(target, argument).ok()
}

fn navigator() -> Option<JsValue> {
    Some(window()?.navigator().into())
}

/// Whether the device has a share sheet for pages.
pub fn has_share_sheet() -> bool {
    navigator().is_some_and(|navigator| {
        Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
    })
}

/// Opens the share sheet. That the reader closes it again is no error; nor is anything else the page's business.
pub async fn share(title: &str, url: &str) {
    let data = object(&[("title", title.into()), ("url", url.into())]);
    let promise = navigator().and_then(|navigator| call(&navigator, "share", &data));
    if let Some(promise) = promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        let _ = JsFuture::from(promise).await;
    }
}

/// Copies `text`; `false` where the device refuses. `near` is where a helper element may stand for a moment.
pub async fn copy(text: &str, near: &Element) -> bool {
    let asked = navigator()
        .and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok())
        .and_then(|clipboard| call(&clipboard, "writeText", &text.into()))
        .and_then(|promise| promise.dyn_into::<Promise>().ok());
    if let Some(promise) = asked {
        if JsFuture::from(promise).await.is_ok() {
            return true;
        }
    }
    copy_by_selection(text, near).unwrap_or(false)
}

/// The old way, which works in frames and on plain http: select the text of a field and copy the selection.
fn copy_by_selection(text: &str, near: &Element) -> Option<bool> {
    let document = document()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    // Read-only, so that no keyboard comes up; in view, so that nothing scrolls to it.
    field.set_read_only(true);
    field.set_class_name("offscreen");
    let before = near
        .get_root_node()
        .dyn_into::<web_sys::ShadowRoot>()
        .ok()
        .and_then(|root| root.active_element());
    near.append_child(&field).ok()?;
    field.select();
    let copied = call(&document, "execCommand", &"copy".into()).and_then(|done| done.as_bool());
    field.remove();
    if let Some(element) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
    copied
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
