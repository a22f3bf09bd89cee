//! This module contains the implementation yew's virtual nodes' keys.

use std::rc::Rc;

/// Represents the (optional) key of Yew's virtual nodes.
///
/// Keys are cheap to clone.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Key {
    key: Rc<str>,
}

impl From<&'_ str> for Key {
    fn from(key: &'_ str) -> Self {
        Self { key: key.into() }
    }
}
