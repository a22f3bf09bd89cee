//! The prerendered article from a Worker: `GET /read?src=ADDRESS&…attributes` gives a page or a snippet,
//! `GET /oembed?url=ADDRESS` says how another site frames it ([`oembed`]).
//!
//! What is decided is here, and tested natively: which addresses are fetched ([`policy`]), where a page's article is
//! ([`discovery`]), what is answered ([`answer`], [`fault`]). `worker.mjs` fetches, keeps answers, and sends them.

#![deny(missing_debug_implementations)]

mod answer;
mod discovery;
mod fault;
mod oembed;
mod policy;
mod request;
mod settings;
mod visit;

use std::rc::Rc;

use url::Url;
use wasm_bindgen::prelude::*;

use settings::Settings;

/// The Worker's settings.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Edge {
    settings: Rc<Settings>,
}

#[wasm_bindgen]
impl Edge {
    /// Of the variables `QARI_…`, as a JSON object.
    ///
    /// # Errors
    /// One is not understood.
    #[wasm_bindgen(constructor)]
    pub fn new(variables: &str) -> Result<Edge, JsError> {
        let settings = Settings::read(variables).map_err(|told| JsError::new(&told))?;
        Ok(Edge {
            settings: Rc::new(settings),
        })
    }

    /// Seconds for which an answer is fresh.
    #[wasm_bindgen(getter)]
    pub fn max_age(&self) -> u32 {
        self.settings.max_age
    }

    /// Seconds after that in which it may still be given.
    #[wasm_bindgen(getter)]
    pub fn stale(&self) -> u32 {
        self.settings.stale
    }

    /// The largest source, in bytes.
    #[wasm_bindgen(getter)]
    pub fn max_bytes(&self) -> u32 {
        self.settings.max_bytes
    }

    /// Milliseconds for all that is fetched for one request.
    #[wasm_bindgen(getter)]
    pub fn timeout(&self) -> u32 {
        self.settings.timeout
    }

    /// A request at the Worker's address.
    ///
    /// # Errors
    /// It is no address.
    pub fn visit(&self, address: &str, accept_language: &str) -> Result<Visit, JsError> {
        let url = Url::parse(address)?;
        let inner = visit::Visit::new(Rc::clone(&self.settings), &url, accept_language);
        Ok(Visit {
            key: inner.request().key(&url),
            inner,
        })
    }
}

/// A request on its way: [`visit::Visit`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Visit {
    inner: visit::Visit,
    key: String,
}

#[wasm_bindgen]
impl Visit {
    /// Under which address the answer is kept.
    #[wasm_bindgen(getter)]
    pub fn key(&self) -> String {
        self.key.clone()
    }

    /// Parameters that mean nothing, as a header has them; empty where there are none.
    #[wasm_bindgen(getter)]
    pub fn ignored(&self) -> String {
        match self.inner.request().ignored.as_slice() {
            [] => String::new(),
            some => answer::notices(some),
        }
    }

    /// What is to be fetched now; nothing when there is an answer.
    #[wasm_bindgen(getter)]
    pub fn address(&self) -> Option<String> {
        self.inner.address().map(str::to_owned)
    }

    /// The head of what was fetched. Gives whether the body is wanted.
    pub fn head(&mut self, status: u16, content_type: &str, location: &str) -> bool {
        self.inner.head(status, content_type, location)
    }

    /// The body of what was fetched.
    pub fn body(&mut self, content_type: &str, text: &str) {
        self.inner.body(content_type, text);
    }

    /// Why nothing could be fetched: `network`, `timeout`, `too-large`; and the cause.
    pub fn failed(&mut self, code: &str, message: &str) {
        self.inner.failed(code, message);
    }

    /// The answer. The request is over then.
    pub fn answer(self) -> Answer {
        Answer(self.inner.answer())
    }
}

/// An answer: [`answer::Answer`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Answer(answer::Answer);

#[wasm_bindgen]
impl Answer {
    /// Of HTTP.
    #[wasm_bindgen(getter)]
    pub fn status(&self) -> u16 {
        self.0.status
    }

    /// A JSON object of names and values.
    #[wasm_bindgen(getter)]
    pub fn headers(&self) -> String {
        let headers = self.0.headers.iter();
        let pairs = headers.map(|(name, value)| ((*name).to_owned(), value.clone().into()));
        serde_json::Value::Object(pairs.collect()).to_string()
    }

    /// The page to the end of its head.
    #[wasm_bindgen(getter)]
    pub fn head(&self) -> String {
        self.0.head.clone()
    }

    /// The rest.
    #[wasm_bindgen(getter)]
    pub fn rest(&self) -> String {
        self.0.rest.clone()
    }
}

/// Whether a reader has this answer already.
#[wasm_bindgen]
pub fn is_known(if_none_match: &str, etag: &str) -> bool {
    answer::matches(if_none_match, etag)
}
