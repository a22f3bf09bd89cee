//! The plain view, which stands in the reader's place until the wasm is there (`static/qari.js`, `static/touch.js`).

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

use super::{focus, selection::Selected};

/// What tells a control or a link from others of its kind.
const TELLING: [&str; 4] = ["part", "data-network", "data-choice", "href"];
const ARTICLE: &str = "[part=article]";
/// The settings, and those that are open.
const SHEET: &str = ".sheet";
const OPEN_SHEET: &str = ".sheet:not([hidden])";
/// A player to be: a link in what is prerendered, then a button.
const POSTER: &str = ".poster";
/// Boxes that scroll in themselves.
const SCROLLING: &str = ".scroll,.sheet";

/// The plain view of one reader, with what was done in it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainView {
    element: Element,
}

impl PlainView {
    /// The loader's element.
    pub fn new(element: Element) -> Self {
        Self { element }
    }

    /// The element.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// Whether it shows all that the reader will: `qari-prerender` made it.
    pub fn is_whole(&self) -> bool {
        first(&self.element, ".reader").is_some()
    }

    /// The reader's choices, in the form in which they are stored; `None` where nothing was chosen here.
    pub fn chosen(&self) -> Option<String> {
        first(&self.element, "[data-chosen]")?.get_attribute("data-chosen")
    }

    /// Whether the settings are open.
    pub fn has_open_settings(&self) -> bool {
        first(&self.element, OPEN_SHEET).is_some()
    }

    /// Leaves the page to `successor`, which goes on where this ended: with the focus, what is selected, how far wide tables
    /// are scrolled, and the player that was asked for.
    pub fn leave_to(&self, successor: &Element) {
        let plain = &self.element;
        // Opened since the reader was rendered, they are not open there yet; what is hidden takes no focus.
        if let (Some(sheet), true) = (first(successor, SHEET), self.has_open_settings()) {
            let _ = sheet.remove_attribute("hidden");
        }
        let focused = focus::focused_around(plain).filter(|focused| plain.contains(Some(focused)));
        let focused = focused.and_then(|focused| twin(&focused, plain, successor));
        let pressed = first(plain, "[data-pressed]");
        let pressed = pressed.and_then(|pressed| twin(&pressed, plain, successor));
        let selected = first(plain, ARTICLE).and_then(|article| Selected::of(&article));
        let scrolled: Vec<(i32, i32)> = list(plain, SCROLLING)
            .map(|box_| (box_.scroll_left(), box_.scroll_top()))
            .collect();

        plain.remove();
        for (box_, (left, top)) in list(successor, SCROLLING).zip(scrolled) {
            if left != 0 || top != 0 {
                box_.set_scroll_left(left);
                box_.set_scroll_top(top);
            }
        }
        if let (Some(selected), Some(article)) = (selected, first(successor, ARTICLE)) {
            selected.restore(&article);
        }
        if let Some(focused) = focused {
            focus::give_in_place(&focused);
        }
        if let Some(pressed) = pressed.and_then(|pressed| pressed.dyn_into::<HtmlElement>().ok()) {
            pressed.click();
        }
    }
}

/// The element of `successor` that is what `element` is in `plain`: of those that are told apart by nothing, the one in the
/// same place.
fn twin(element: &Element, plain: &Element, successor: &Element) -> Option<Element> {
    let is_poster = element.matches(POSTER).unwrap_or_default();
    let is_like = |other: &Element| {
        let value = |of: &Element, name: &&str| of.get_attribute(name);
        is_poster
            || TELLING
                .iter()
                .all(|name| value(other, name) == value(element, name))
    };
    let kind = if is_poster {
        POSTER.to_owned()
    } else {
        element.local_name()
    };
    let like = |around: &Element| list(around, &kind).filter(is_like);
    let place = like(plain).position(|other| other == *element)?;
    like(successor).nth(place)
}

fn first(around: &Element, selector: &str) -> Option<Element> {
    around.query_selector(selector).ok().flatten()
}

/// The elements in `around` that a selector finds, in the order of the tree.
fn list(around: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = around.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}
