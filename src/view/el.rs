//! Elements without the `html!` macro: one small builder that every view shares.
//!
//! The macro writes each element's construction out where it stands; here it is a call with a short text. In the
//! wasm that is about a third of the bytes, which is why it is so (docs/BUILDING.md has the figures).

use yew::AttrValue;
use yew::virtual_dom::{VNode, VTag, VText};

use crate::locale::template::cut;

/// An element under construction.
#[derive(Debug)]
pub struct El(Box<VTag>);

/// Starts an element: its name, then the attributes that never change, as in `"button part=retry type=button"`
/// (values without blanks; a name alone is an empty value). `part` is its public styling hook (DESIGN 1.5).
pub fn el(spec: &'static str) -> El {
    let (name, mut rest) = cut(spec, " ");
    let mut tag = VTag::new(name);
    while !rest.is_empty() {
        let (word, next) = cut(rest, " ");
        let (name, value) = cut(word, "=");
        tag.add_attribute(name, AttrValue::Static(value));
        rest = next;
    }
    El(Box::new(tag))
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets an attribute to one of our own texts.
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        self.attr(name, AttrValue::Static(value))
    }

    /// Sets an attribute if there is a value.
    pub fn attr_if(self, name: &'static str, value: Option<AttrValue>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute to a text that is kept elsewhere.
    pub fn copy(mut self, name: &'static str, value: &str) -> Self {
        self.add(name, value);
        self
    }

    /// Sets an attribute in place to a text that is kept elsewhere.
    pub fn add(&mut self, name: &'static str, value: &str) {
        self.0
            .add_attribute(name, AttrValue::from(value.to_owned()));
    }

    /// Adds a text.
    pub fn text(self, text: AttrValue) -> Self {
        self.node(VText::new(text).into())
    }

    /// Adds a text that is kept elsewhere.
    pub fn say(self, text: &str) -> Self {
        self.text(AttrValue::from(text.to_owned()))
    }

    /// Adds a node.
    pub fn node(mut self, node: VNode) -> Self {
        self.0.add_child(node);
        self
    }

    /// Adds a child.
    pub fn child(self, child: El) -> Self {
        self.node(child.into())
    }

    /// Adds a child if there is one.
    ///
    /// What is absent leaves no empty node behind: Yew 0.23 can stumble over one between siblings that come
    /// and go (yew issue 4092).
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Makes a click (a keyboard's and a screen reader's too) do `action`, as [`super::change`] reads it.
    ///
    /// One listener of the page's hands the name on: a closure for each control would cost a kilobyte, and a
    /// prerendered page has its actions in it already.
    pub fn action(self, kind: &str, value: &str) -> Self {
        self.attr("data-action", (kind.to_owned() + value).into())
    }

    /// Names the element for Yew, where siblings come and go.
    pub fn key(mut self, key: &'static str) -> Self {
        self.0.key = Some(key.into());
        self
    }
}

impl From<El> for VNode {
    fn from(el: El) -> Self {
        (*el.0).into()
    }
}
