//! What the loader (`static/qari.js`) hands over: its inert parser and the files of words, and what it has fetched.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The loader, as far as a reader asks it for something.
    ///
    /// It keeps the page's one HTML parser with its Trusted Types policy, and the files that are fetched beside the wasm.
    #[wasm_bindgen(typescript_type = "Loader")]
    #[derive(Debug, Clone, PartialEq)]
    pub type Loader;

    /// Parses `html` into the body of a document that runs nothing and loads nothing.
    ///
    /// # Errors
    ///
    /// Where the page's Trusted Types refuse even the one policy.
    #[wasm_bindgen(method, catch)]
    pub fn parse(this: &Loader, html: &str) -> Result<Element, JsValue>;

    /// The colour schemes that the page around `element` declares, as it writes them; empty where it declares none.
    #[wasm_bindgen(method)]
    pub fn scheme(this: &Loader, element: &Element) -> String;

    #[wasm_bindgen(method, catch, js_name = words)]
    async fn words_file(this: &Loader, language: &str) -> Result<JsValue, JsValue>;

    /// What the loader has fetched or found in the page for one reader.
    #[wasm_bindgen(typescript_type = "Source")]
    #[derive(Debug, Clone, PartialEq)]
    pub type Source;

    /// The JSON: one text, or one for each script of JSON-LD in the page.
    #[wasm_bindgen(method, getter)]
    pub fn texts(this: &Source) -> Vec<String>;

    /// Where the JSON came from, absolute.
    #[wasm_bindgen(method, getter)]
    pub fn url(this: &Source) -> String;

    /// The page's own article, for `data-src="page"`.
    #[wasm_bindgen(method, getter)]
    pub fn page(this: &Source) -> Option<Element>;

    /// When the steps of the load were done.
    #[wasm_bindgen(method, getter)]
    pub fn timings(this: &Source) -> Timings;

    /// Milliseconds as `performance.now()` counts them.
    #[wasm_bindgen(typescript_type = "Timings")]
    #[derive(Debug, Clone, PartialEq)]
    pub type Timings;

    /// The load began.
    #[wasm_bindgen(method, getter)]
    pub fn start(this: &Timings) -> f64;

    /// The JSON was there.
    #[wasm_bindgen(method, getter)]
    pub fn source(this: &Timings) -> f64;

    /// The plain text was shown, if it was.
    #[wasm_bindgen(method, getter)]
    pub fn text(this: &Timings) -> Option<f64>;

    /// The full reader stood, if it does.
    #[wasm_bindgen(method, getter)]
    pub fn ready(this: &Timings) -> Option<f64>;
}

impl Loader {
    /// The text of `words/LANGUAGE.json`. `None` when it cannot be had, which the loader has told the console.
    pub async fn words(&self, language: &str) -> Option<String> {
        let text = self.words_file(language).await.ok()?.as_string()?;
        (!text.is_empty()).then_some(text)
    }
}
