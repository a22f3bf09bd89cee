//! Copying a text.

use gloo::utils::document;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

use super::{Refused, focus};

// `web-sys` takes it for granted that there is a clipboard. On plain http there is none.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<JsValue, JsValue>;
}

/// Copies `text`. It asks at once, so call it within the tap itself.
///
/// Where the clipboard is refused it tries the old way, by selection, which works in frames and on plain http: for a
/// moment a field stands in `near`.
///
/// # Errors
///
/// Both ways are refused: show the text, so that it can be copied by hand.
pub fn copy(text: String, near: &Element) -> impl Future<Output = Result<(), Refused>> + use<> {
    let near = near.clone();
    let written = write_text(&text).map(|promise| JsFuture::from(Promise::resolve(&promise)));
    async move {
        if let Ok(written) = written
            && written.await.is_ok()
        {
            return Ok(());
        }
        by_selection(&text, &near)
    }
}

fn by_selection(text: &str, near: &Element) -> Result<(), Refused> {
    let focused = focus::focused_around(near);
    let field: HtmlTextAreaElement = document().create_element("textarea")?.unchecked_into();
    field.set_class_name("offscreen");
    field.set_read_only(true);
    field.set_value(text);
    near.append_child(&field)?;
    field.select();
    let copied = document()
        .unchecked_into::<HtmlDocument>()
        .exec_command("copy");
    field.remove();
    if let Some(focused) = focused {
        focus::give(&focused);
    }
    if copied? { Ok(()) } else { Err(Refused) }
}
