//! The element that an application renders into.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Hold, Host, PlainView, Refused, TopLine};

/// Class under which all blocks have their real height, not `content-visibility`'s estimate (`static/qari.css`).
const SETTLING: &str = "settling";

/// A `<div>` in a reader's shadow root, hidden until its article stands in it.
#[derive(Debug)]
pub struct Mount {
    element: HtmlElement,
    /// Keeps the paragraph that was read in the plain view in its place.
    hold: Option<Hold>,
}

impl Mount {
    /// An element that stands nowhere yet.
    ///
    /// # Errors
    ///
    /// The page lets no element be made.
    pub fn new() -> Result<Self, Refused> {
        let element: HtmlElement = document().create_element("div")?.unchecked_into();
        element.set_hidden(true);
        Ok(Self {
            element,
            hold: None,
        })
    }

    /// The element.
    pub fn element(&self) -> &Element {
        &self.element
    }

    /// Goes into the shadow root of a reader, still hidden.
    ///
    /// # Errors
    ///
    /// The element has no shadow root.
    pub fn enter(&self, host: &Host) -> Result<(), Refused> {
        let root = host.element().shadow_root().ok_or(Refused)?;
        root.append_child(&self.element)?;
        Ok(())
    }

    /// Is seen no more.
    pub fn hide(&mut self) {
        self.hold = None;
        self.element.set_hidden(true);
        self.element.set_class_name("");
    }

    /// Leaves the page.
    pub fn leave(&mut self) {
        self.hide();
        self.element.remove();
    }

    /// Takes the place of the plain view in one step; the paragraph that is read there stays where it is.
    pub fn take_place_of(&mut self, plain: &PlainView) {
        // As it is now: whoever scrolled while the article was rendered wants to be there.
        let line = TopLine::of(plain.element());
        self.element
            .set_class_name(if line.is_some() { SETTLING } else { "" });
        self.element.set_hidden(false);
        plain.leave_to(&self.element);
        let twin = line.and_then(|line| line.twin(&self.element));
        let element = self.element.clone();
        self.hold = match twin {
            Some(twin) => Some(twin.restore_then(move || element.set_class_name(""))),
            None => {
                element.set_class_name("");
                None
            }
        };
    }
}
