//! Copying a text.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

use super::{Refused, focus};

/// Copies `text`; asks at once, so call it within the tap itself. Where the clipboard is refused it tries the old way, by
/// selection, which works in frames and on plain http: for a moment a field stands in `near`.
///
/// # Errors
///
/// Both ways are refused: show the text, so that it can be copied by hand.
pub fn copy(text: String, near: &Element) -> impl Future<Output = Result<(), Refused>> + use<> {
    let near = near.clone();
    let clipboard = window().navigator().clipboard();
    // There is none on plain http.
    let written = (!clipboard.is_undefined()).then(|| clipboard.write_text(&text));
    async move {
        if let Some(written) = written
            && JsFuture::from(written).await.is_ok()
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
        .exec_command("copy")
        .map_err(|_: JsValue| Refused);
    field.remove();
    if let Some(focused) = focused {
        focus::give(&focused);
    }
    if copied? { Ok(()) } else { Err(Refused) }
}
