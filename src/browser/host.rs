//! The `<qari-reader>` element, and what of the page around it a reader must know.

use gloo::utils::format::JsValueSerdeExt;
use gloo::utils::{document, window};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, ShadowRoot};

/// The `<qari-reader>` element in the host page. Clones are the same element, and equal.
#[derive(Debug, Clone, PartialEq)]
pub struct Host(HtmlElement);

impl From<HtmlElement> for Host {
    fn from(element: HtmlElement) -> Self {
        Self(element)
    }
}

impl Host {
    /// The element itself.
    pub fn element(&self) -> &HtmlElement {
        &self.0
    }

    /// All its attributes, name and value: Qari's `data-…` and the owner's own.
    pub fn attributes(&self) -> Vec<(String, String)> {
        self.0
            .get_attribute_names()
            .iter()
            .filter_map(|name| {
                let name = name.as_string()?;
                let value = self.0.get_attribute(&name)?;
                Some((name, value))
            })
            .collect()
    }

    /// The language that the page states around the element (BCP 47, as written), through the shadow roots of others too.
    pub fn language_around(&self) -> Option<String> {
        let mut element = Element::from(self.0.clone());
        loop {
            if let Ok(Some(stated)) = element.closest("[lang]") {
                let language = stated.get_attribute("lang")?;
                return (!language.is_empty()).then_some(language);
            }
            element = element
                .get_root_node()
                .dyn_into::<ShadowRoot>()
                .ok()?
                .host();
        }
    }

    /// Whether the page has a headline of its own, an `h1` outside any reader. The article's is then one level down.
    pub fn page_has_headline(&self) -> bool {
        let Ok(headlines) = document().query_selector_all("h1") else {
            return false;
        };
        (0..headlines.length())
            .filter_map(|at| headlines.get(at)?.dyn_into::<Element>().ok())
            .any(|headline| matches!(headline.closest("qari-reader"), Ok(None)))
    }

    /// How wide the page makes the element, in pixels; `None` where it is not laid out.
    pub fn width(&self) -> Option<u32> {
        let width = self.0.client_width();
        u32::try_from(width).ok().filter(|width| *width > 0)
    }

    /// Tells the page something: a `CustomEvent` named `qari:NAME` that bubbles and crosses shadow roots. `detail`
    /// becomes a plain object.
    ///
    /// The page's listeners run before this returns, and may change or remove the element: hold nothing borrowed.
    pub fn emit(&self, name: &str, detail: &impl Serialize) {
        self.dispatch(name, detail, false);
    }

    /// [`Self::emit`], and whether to go on: `false` when a listener called `preventDefault()`.
    #[must_use = "a page that prevents the default wants nothing more to happen"]
    pub fn emit_cancelable(&self, name: &str, detail: &impl Serialize) -> bool {
        self.dispatch(name, detail, true)
    }

    fn dispatch(&self, name: &str, detail: &impl Serialize, cancelable: bool) -> bool {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_cancelable(cancelable);
        init.set_detail(&JsValue::from_serde(detail).unwrap_or(JsValue::NULL));
        CustomEvent::new_with_event_init_dict(&format!("qari:{name}"), &init)
            .and_then(|event| self.0.dispatch_event(&event))
            .unwrap_or(true)
    }

    /// The font family that the page gives the element, for `data-font="inherit"`.
    pub fn font_family(&self) -> Option<String> {
        let style = window().get_computed_style(&self.0).ok()??;
        let family = style.get_property_value("font-family").ok()?;
        (!family.is_empty()).then_some(family)
    }
}
