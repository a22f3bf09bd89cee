//! The machine outside a browser: html5ever and the crates `url` and `jiff`, for tests and for writing pages beforehand.
//!
//! It parses as the browser's inert parser does (scripting off), so that cleaning gives the same tree in both.

use std::borrow::Cow;
use std::rc::Rc;

use ego_tree::{NodeId, NodeRef};
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use scraper::{Html, HtmlTreeSink, Node};
use url::Url;

use crate::platform::{Clock, NodeKind, Platform, SourceAttributes, SourceNode};

/// html5ever and the crates `url` and `jiff`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Native;

/// A node of a parsed document. The document lives as long as any of its nodes is held.
#[derive(Debug, Clone)]
pub struct NativeNode {
    document: Rc<Html>,
    id: NodeId,
}

impl Platform for Native {
    type Node = NativeNode;

    fn parse(&self, html: &str) -> Option<NativeNode> {
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
            ..ParseOpts::default()
        };
        let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), options);
        parser.process("<!doctype html><body>".into());
        parser.process(without_forms(html).into());
        let document = Rc::new(parser.finish());
        let id = document
            .tree
            .root()
            .children()
            .find(|node| is_element(node, "html"))?
            .children()
            .find(|node| is_element(node, "body"))?
            .id();
        Some(NativeNode { document, id })
    }

    fn resolve(&self, url: &str, base: &str) -> Option<String> {
        let resolved = match Url::parse(base) {
            Ok(base) => base.join(url),
            Err(_) => Url::parse(url),
        };
        resolved.ok().map(String::from)
    }

    fn clock(&self, zone: &str, instant: i64) -> Option<Clock> {
        // Here `page` is no zone: whoever writes a page beforehand does not know where it will be read.
        let zone = TimeZone::get(zone).ok()?;
        let shown = Timestamp::from_second(instant)
            .ok()?
            .to_zoned_datetime(zone);
        Some(Clock {
            year: shown.year().try_into().ok()?,
            month: shown.month().try_into().ok()?,
            day: shown.day().try_into().ok()?,
            hour: shown.hour().try_into().ok()?,
            minute: shown.minute().try_into().ok()?,
        })
    }
}

impl NativeNode {
    fn node(&self) -> Option<NodeRef<'_, Node>> {
        self.document.tree.get(self.id)
    }

    fn at(&self, node: Option<NodeRef<'_, Node>>) -> Option<Self> {
        node.map(|node| Self {
            document: Rc::clone(&self.document),
            id: node.id(),
        })
    }
}

impl SourceNode for NativeNode {
    fn kind(&self) -> NodeKind<'_> {
        match self.node().map(|node| node.value()) {
            Some(Node::Text(text)) => NodeKind::Text(Cow::Borrowed(text)),
            Some(Node::Element(element)) => NodeKind::Element(lower_case(element.name())),
            _ => NodeKind::Other,
        }
    }

    fn attributes(&self) -> SourceAttributes<'_> {
        self.node()
            .and_then(|node| node.value().as_element())
            .into_iter()
            .flat_map(|element| element.attrs())
            .map(|(name, value)| (name.into(), value.into()))
            .collect()
    }

    fn first_child(&self) -> Option<Self> {
        let node = self.node()?;
        // The tree keeps a template's content as its child; the DOM keeps it apart.
        if is_element(&node, "template") {
            return None;
        }
        self.at(node.first_child())
    }

    fn next_sibling(&self) -> Option<Self> {
        self.at(self.node()?.next_sibling())
    }

    fn text_content(&self) -> String {
        let Some(node) = self.node() else {
            return String::new();
        };
        let mut text = String::new();
        for node in node.descendants() {
            if let Node::Text(part) = node.value() {
                text.push_str(part);
            }
        }
        text
    }
}

/// Names of foreign elements (`foreignObject`) are the only ones that the parser leaves in their own case.
fn lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name.into()
    }
}

fn is_element(node: &NodeRef<'_, Node>, name: &str) -> bool {
    node.value()
        .as_element()
        .is_some_and(|element| element.name() == name)
}

/// The text with every `<form>` a `<div>`, as the loader hands it to the browser's parser: what sits in a form can
/// shadow the properties of the form's node, and what must be read would be hidden by its own content.
fn without_forms(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at + 1);
        out.push_str(before);
        let name = tag.strip_prefix('/').unwrap_or(tag);
        out.push_str(&tag[..tag.len() - name.len()]);
        let form = name
            .get(..4)
            .is_some_and(|four| four.eq_ignore_ascii_case("form"))
            && !name[4..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        rest = if form {
            out.push_str("div");
            &name[4..]
        } else {
            name
        };
    }
    out.push_str(rest);
    out
}
