//! The browser's inert parser, `URL` and clocks, as the pure rooms see them.

use html_escape::encode_text;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Url};

use super::{Loader, SerializedNode, TimeZone};
use crate::platform::{Clock, Platform};

/// The browser as a [`Platform`]: the loader's parser, the browser's URLs and clocks.
///
/// Where Trusted Types refuse the parser, `parse` gives `None`, and the article room makes text of the HTML
/// (`article::body`).
#[derive(Debug, Clone, PartialEq)]
pub struct Browser {
    loader: Loader,
}

impl Browser {
    /// A platform that parses with the page's one parser.
    pub fn new(loader: Loader) -> Self {
        Self { loader }
    }

    /// The content of an element of the host page, read anew into an inert document: in the page itself, what sits in a
    /// form shadows the properties of the form that are read.
    ///
    /// Where the parser is refused, the lines of its text as paragraphs.
    pub fn reread(&self, element: &Element) -> SerializedNode {
        self.parse(&element.inner_html())
            .unwrap_or_else(|| paragraphs(element))
    }
}

/// The lines of an element's text as paragraphs, made without a parser.
fn paragraphs(element: &Element) -> SerializedNode {
    let text = match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.inner_text(),
        None => element.text_content().unwrap_or_default(),
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let paragraphs = lines.map(|line| format!("<p>{}</p>", encode_text(line)));
    SerializedNode::read(paragraphs.collect())
}

impl Platform for Browser {
    type Node = SerializedNode;

    fn parse(&self, html: &str) -> Option<SerializedNode> {
        let body = self.loader.parse(html).ok()?;
        Some(SerializedNode::read(body.inner_html()))
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        // A base that is no URL makes the browser refuse absolute addresses, too.
        let resolved = Url::new_with_base(url, base).or_else(|_| Url::new(url));
        Some(resolved.ok()?.href())
    }

    fn clock(&self, zone: &str, instant: i64) -> Option<Clock> {
        TimeZone::named(zone).ok()?.clock(instant)
    }

    fn decode_base64(&self, written: &str) -> Option<String> {
        let bytes = web_sys::window()?.atob(written).ok()?;
        // Each character stands for a byte.
        let bytes = bytes.chars().map(|c| c as u8).collect();
        String::from_utf8(bytes).ok()
    }
}
