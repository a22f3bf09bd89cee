//! The browser's inert parser, `JSON` and `URL`, as the pure rooms see them.

use js_sys::{Array, Function, JSON, Object};
use serde_json::{Map, Number, Value};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Url};

use crate::platform::{NodeKind, Platform, SourceNode};

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
        body.dyn_into().ok().map(DomNode)
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        Some(Url::new_with_base(url, base).ok()?.href())
    }
}

/// Parses JSON with the browser's own parser; a fifth of the bytes of one in the wasm.
pub fn json(text: &str) -> Option<Value> {
    Some(value(&JSON::parse(text).ok()?, 0))
}

/// Levels of nesting that are read; what is deeper is as good as absent.
const DEPTH: u8 = 64;

fn value(js: &JsValue, depth: u8) -> Value {
    if let Some(text) = js.as_string() {
        Value::String(text)
    } else if let Some(number) = js.as_f64() {
        // Ids and sizes are whole; they must come back as they were written.
        match number as i64 {
            whole if whole as f64 == number => Value::Number(whole.into()),
            _ => Number::from_f64(number).map_or(Value::Null, Value::Number),
        }
    } else if let Some(truth) = js.as_bool() {
        Value::Bool(truth)
    } else if depth == DEPTH {
        Value::Null
    } else if let Some(list) = js.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for item in list.iter() {
            items.push(value(&item, depth + 1));
        }
        Value::Array(items)
    } else if let Some(object) = js.dyn_ref::<Object>() {
        let mut map = Map::new();
        for key in Object::keys(object).iter() {
            let Ok(item) = js_sys::Reflect::get(object, &key) else {
                continue;
            };
            map.insert(key.as_string().unwrap_or_default(), value(&item, depth + 1));
        }
        Value::Object(map)
    } else {
        Value::Null
    }
}

/// A node of an inert document, or of the host page's own article, which is only ever read.
#[derive(Debug, Clone)]
pub struct DomNode(Node);

impl DomNode {
    /// Reads from an element of the host page.
    pub fn of(element: Element) -> Self {
        Self(element.into())
    }
}

impl SourceNode for DomNode {
    fn kind(&self) -> NodeKind {
        match self.0.node_type() {
            Node::TEXT_NODE => NodeKind::Text(self.text_content()),
            Node::ELEMENT_NODE => NodeKind::Element(self.0.unchecked_ref::<Element>().local_name()),
            _ => NodeKind::Other,
        }
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.0.dyn_ref::<Element>()?.get_attribute(name)
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
