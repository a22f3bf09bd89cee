//! Places within the article.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::{Hold, Place, focus};

/// A link that leads to a place in the article.
#[derive(Debug, Clone, PartialEq)]
pub struct InsideLink(Element);

impl InsideLink {
    /// The one that was pressed, if it was such a link.
    pub fn pressed(press: &Event) -> Option<Self> {
        let pressed = press.target()?.dyn_into::<Element>().ok()?;
        let link = pressed.closest("a[href^='#qari-']").ok().flatten();
        link.map(Self)
    }

    /// Brings its place into view, lets a keyboard and a screen reader go on from there, and holds it until the blocks
    /// around have their real heights. None where the place does not stand in the page.
    pub fn follow(&self) -> Option<Hold> {
        let id = self.0.get_attribute("href")?;
        let article = self.0.closest("[part=article]").ok().flatten()?;
        // The name is Qari's own: letters, a dash and a number.
        let place = format!("[data-place='{}']", id.trim_start_matches('#'));
        let place = article.query_selector(&place).ok().flatten()?;
        focus::go_on_from(&place);
        place.scroll_into_view();
        Some(Place::here(place).restore())
    }
}
