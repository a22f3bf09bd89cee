//! Elements without the `html!` macro: one small builder that every view shares.
//!
//! The macro writes each element's construction out where it stands; here it is a call. The attributes' names
//! are a `'static` list, which lets Yew compare two renderings of an element by one pointer.

use std::rc::Rc;

use yew::html::onclick;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VNode, VTag};
use yew::{AttrValue, Callback, MouseEvent};

/// An element under construction.
#[derive(Debug)]
pub struct El(VTag);

/// Starts an element called `name`.
pub fn el(name: &'static str) -> El {
    El(VTag::new(name))
}

/// Starts an element that is a public styling hook: `part` is its name for `::part()` (DESIGN 1.5).
pub fn part(name: &'static str, part: &'static str) -> El {
    el(name).attrs(&["part"], [Some(part.into())])
}

impl El {
    /// Sets all attributes at once: `names` and, in the same order, their values; `None` is absent.
    pub fn attrs<const N: usize>(
        self,
        names: &'static [&'static str; N],
        values: [Option<AttrValue>; N],
    ) -> Self {
        self.set(names, Box::new(values))
    }

    fn set(mut self, keys: &'static [&'static str], values: Box<[Option<AttrValue>]>) -> Self {
        let values = values
            .into_iter()
            .map(|value| value.map(AttributeOrProperty::Attribute))
            .collect();
        self.0.set_attributes(Attributes::Dynamic { keys, values });
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.child(VNode::VText(yew::virtual_dom::VText::new(text.into())))
    }

    /// Adds a child.
    pub fn child(mut self, child: impl Into<VNode>) -> Self {
        self.0.add_child(child.into());
        self
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

    /// Adds children in order.
    pub fn children(mut self, children: impl IntoIterator<Item = VNode>) -> Self {
        for child in children {
            self.0.add_child(child);
        }
        self
    }

    /// Calls `callback` on a click (which a keyboard and a screen reader make too).
    pub fn on_click(mut self, callback: Callback<MouseEvent>) -> Self {
        self.0
            .add_listener(Rc::new(onclick::Wrapper::new(callback)));
        self
    }

    /// Names the element for Yew, where siblings come and go.
    pub fn key(mut self, key: &'static str) -> Self {
        self.0.key = Some(key.into());
        self
    }
}

impl From<El> for VNode {
    fn from(el: El) -> Self {
        VNode::VTag(Rc::new(el.0))
    }
}
