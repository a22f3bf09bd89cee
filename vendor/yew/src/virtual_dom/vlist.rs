//! This module contains fragments implementation.

use super::VNode;

/// This struct represents a fragment of the Virtual DOM tree.
#[derive(Debug, Default)]
pub struct VList {
    /// The list of child [VNode]s
    pub(crate) children: Vec<VNode>,
}

impl VList {
    /// Creates a new empty [VList] instance.
    pub const fn new() -> Self {
        Self {
            children: Vec::new(),
        }
    }

    /// Add [VNode] child.
    pub fn add_child(&mut self, child: VNode) {
        self.children.push(child);
    }
}
