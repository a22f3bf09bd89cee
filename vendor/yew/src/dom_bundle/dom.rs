//! The few calls to the browser that realizing a tree takes. None of them can be refused here: names of elements and
//! attributes are the views' own, and a node is only ever put beside its siblings.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// An element or a text of the page.
    #[derive(Clone, Debug)]
    pub(crate) type Dom;

    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    pub(crate) fn create_element(namespace: &str, tag: &str) -> Dom;

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub(crate) fn create_text(text: &str) -> Dom;

    /// In front of `next`, or as the last child.
    #[wasm_bindgen(method, js_name = insertBefore)]
    pub(crate) fn insert(this: &Dom, node: &Dom, next: Option<&Dom>);

    #[wasm_bindgen(method)]
    pub(crate) fn remove(this: &Dom);

    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(crate) fn set_attribute(this: &Dom, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub(crate) fn remove_attribute(this: &Dom, name: &str);

    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_data(this: &Dom, text: &str);
}
