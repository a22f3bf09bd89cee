//! This module contains the implementation of a virtual text node `VText`.

use super::AttrValue;
#[cfg(feature = "csr")]
use crate::dom_bundle::Dom;

/// A type for a virtual
/// [`TextNode`](https://developer.mozilla.org/en-US/docs/Web/API/Document/createTextNode)
/// representation.
#[derive(Debug)]
pub struct VText {
    /// Contains a text of the node.
    pub text: AttrValue,
    /// The text node, once this stands in the page.
    #[cfg(feature = "csr")]
    pub(crate) dom: Option<Dom>,
}

impl VText {
    /// Creates new virtual text node with a content.
    pub fn new(text: impl Into<AttrValue>) -> Self {
        VText {
            text: text.into(),
            #[cfg(feature = "csr")]
            dom: None,
        }
    }
}
