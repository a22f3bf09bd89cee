//! The browser's inert parser and `URL`, as the pure rooms see them.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Url};

use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// The browser as a [`Platform`]. The loader owns the one parser and its Trusted Types policy.
#[derive(Debug, Clone)]
pub struct Browser {
    parse: Function,
}

impl Browser {
    /// `parse` takes HTML and gives the body of an inert document.
    pub fn new(parse: Function) -> Self {
        Self { parse }
    }
}

impl Platform for Browser {
    type Node = DomNode;

    fn parse(&self, html: &str) -> Option<DomNode> {
        let body = self.parse.call1(&JsValue::NULL, &html.into()).ok()?;
        Some(DomNode(body.unchecked_into()))
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        // A base that is no URL makes the browser refuse absolute addresses, too.
        let resolved = Url::new_with_base(url, base).or_else(|_| Url::new(url));
        Some(resolved.ok()?.href())
    }
}

/// A node of an inert document, in which no form's content shadows what is read.
#[derive(Debug, Clone)]
pub struct DomNode(Node);

impl DomNode {
    /// Reads from an element of an inert document.
    pub fn of(element: Element) -> Self {
        Self(element.into())
    }
}

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
