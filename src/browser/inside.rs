//! Places within the article.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::focus;

/// Brings the place into view that the pressed link leads to, and lets a keyboard and a screen reader go on from there.
/// Whether it was such a link.
pub fn go(press: &Event) -> bool {
    let pressed = press
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let link = pressed.and_then(|pressed| pressed.closest("a[href^='#qari-']").ok().flatten());
    let Some(link) = link else {
        return false;
    };
    let id = link.get_attribute("href").unwrap_or_default();
    let article = link.closest("[part=article]").ok().flatten();
    // The name is Qari's own: letters, a dash and a number.
    let place = format!("[data-place='{}']", id.trim_start_matches('#'));
    let place = article.and_then(|article| article.query_selector(&place).ok().flatten());
    if let Some(place) = place {
        focus::go_on_from(&place);
        place.scroll_into_view();
    }
    true
}
