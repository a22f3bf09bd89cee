//! This module contains the implementation of a virtual element node [VTag].

use super::{AttrValue, Key, VNode};
#[cfg(feature = "csr")]
use crate::dom_bundle::Dom;

/// SVG namespace string used for creating svg elements
pub const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// Default namespace for html elements
pub const HTML_NAMESPACE: &str = "http://www.w3.org/1999/xhtml";

/// A type for a virtual
/// [Element](https://developer.mozilla.org/en-US/docs/Web/API/Element)
/// representation.
#[derive(Debug)]
pub struct VTag {
    pub(crate) tag: &'static str,
    /// List of attributes.
    pub(crate) attributes: Vec<(&'static str, AttrValue)>,
    pub(crate) children: Vec<VNode>,
    /// The name by which it is told from its siblings.
    pub key: Option<Key>,
    /// The element, once this stands in the page.
    #[cfg(feature = "csr")]
    pub(crate) dom: Option<Dom>,
}

impl VTag {
    /// Creates a new [VTag] instance with `tag` name (cannot be changed later in DOM).
    pub fn new(tag: &'static str) -> Self {
        VTag {
            tag,
            attributes: Vec::new(),
            children: Vec::new(),
            key: None,
            #[cfg(feature = "csr")]
            dom: None,
        }
    }

    /// Add [VNode] child.
    pub fn add_child(&mut self, child: VNode) {
        self.children.push(child);
    }

    /// Adds a key-value pair to attributes
    pub fn add_attribute(&mut self, key: &'static str, value: impl Into<AttrValue>) {
        let value = value.into();
        for pair in &mut self.attributes {
            if pair.0 == key {
                pair.1 = value;
                return;
            }
        }
        self.attributes.push((key, value));
    }
}
