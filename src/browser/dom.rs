//! The browser's inert parser, `URL` and clocks, as the pure rooms see them.

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, Url};

use super::{Loader, TimeZone};
use crate::platform::{Clock, NodeKind, Platform, SourceAttributes, SourceNode};

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
    /// Where the parser is refused, the lines of its text. `None` where not even an inert document is to be had.
    pub fn reread(&self, element: &Element) -> Option<DomNode> {
        match self.loader.parse(&element.inner_html()) {
            Ok(body) => Some(DomNode(body.into())),
            Err(_) => paragraphs(element).ok().flatten(),
        }
    }
}

/// The lines of an element's text as paragraphs of an inert document, made without a parser.
fn paragraphs(element: &Element) -> Result<Option<DomNode>, JsValue> {
    let inert = document()
        .implementation()?
        .create_html_document_with_title("")?;
    let Some(body) = inert.body() else {
        return Ok(None);
    };
    let text = match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.inner_text(),
        None => element.text_content().unwrap_or_default(),
    };
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let paragraph = inert.create_element("p")?;
        paragraph.set_text_content(Some(line));
        body.append_child(&paragraph)?;
    }
    Ok(Some(DomNode(body.into())))
}

impl Platform for Browser {
    type Node = DomNode;

    fn parse(&self, html: &str) -> Option<DomNode> {
        let body = self.loader.parse(html).ok()?;
        Some(DomNode(body.into()))
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        // A base that is no URL makes the browser refuse absolute addresses, too.
        let resolved = Url::new_with_base(url, base).or_else(|_| Url::new(url));
        Some(resolved.ok()?.href())
    }

    fn clock(&self, zone: &str, instant: i64) -> Option<Clock> {
        TimeZone::named(zone).ok()?.clock(instant)
    }
}

/// A node of an inert document, in which no form's content shadows what is read.
#[derive(Debug, Clone, PartialEq)]
pub struct DomNode(Node);

impl SourceNode for DomNode {
    fn kind(&self) -> NodeKind<'_> {
        match self.0.node_type() {
            Node::TEXT_NODE => NodeKind::Text(self.text_content().into()),
            Node::ELEMENT_NODE => {
                NodeKind::Element(self.0.unchecked_ref::<Element>().local_name().into())
            }
            _ => NodeKind::Other,
        }
    }

    fn attributes(&self) -> SourceAttributes<'_> {
        if self.0.node_type() != Node::ELEMENT_NODE {
            return SourceAttributes::default();
        }
        let element: &Element = self.0.unchecked_ref();
        // Most elements of an article have none: one call for those.
        if !element.has_attributes() {
            return SourceAttributes::default();
        }
        let names = element.get_attribute_names();
        let names = names.iter().filter_map(|name| name.as_string());
        names
            .filter_map(|name| {
                let value = element.get_attribute(&name)?;
                Some((name.into(), value.into()))
            })
            .collect()
    }

    fn first_child(&self) -> Option<Self> {
        self.0.first_child().map(Self)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.0.next_sibling().map(Self)
    }

    fn text_content(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }
}
