//! The element that an application renders into.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{Host, Refused};

/// The element that an application renders into, in the shadow root of one `<qari-reader>` or, between two of them, in
/// no page. Dropped, it leaves the page.
#[derive(Debug, PartialEq)]
#[must_use = "the element leaves the page when this is dropped"]
pub struct Mount(HtmlElement);

impl Mount {
    /// A hidden element that is in no page yet.
    ///
    /// # Errors
    ///
    /// The page's document makes no elements, as one that is gone does.
    pub fn new() -> Result<Self, Refused> {
        let element: HtmlElement = document().create_element("div")?.unchecked_into();
        element.set_hidden(true);
        Ok(Self(element))
    }

    /// The element, for `yew::Renderer::with_root_and_props`.
    pub fn element(&self) -> &Element {
        &self.0
    }

    /// Moves it to the end of the shadow root of `host`, wherever it was.
    ///
    /// # Errors
    ///
    /// The host has no open shadow root.
    pub fn move_into(&self, host: &Host) -> Result<(), Refused> {
        let root = host.element().shadow_root().ok_or(Refused)?;
        root.append_child(&self.0)?;
        Ok(())
    }

    /// Takes it out of the page, to be moved into another.
    pub fn take_out(&self) {
        self.0.remove();
    }

    /// Whether it is hidden.
    pub fn is_hidden(&self) -> bool {
        self.0.hidden()
    }

    /// Hides or shows it.
    pub fn set_hidden(&self, hidden: bool) {
        self.0.set_hidden(hidden);
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.take_out();
    }
}
