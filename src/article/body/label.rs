//! The text of a label, and the first nodes below an element: enough to say what it is.

use super::text::collapsed;
use super::unseen::is_control;
use crate::platform::{NodeKind, SourceNode};

/// How many nodes are looked at for a label.
const LARGEST_LABEL: usize = 64;

/// The text of a label: not that of its icons, and no more of it than a label has.
pub(super) fn label<N: SourceNode>(node: &N) -> String {
    text_but(node, "svg")
}

/// The same without what stands in elements of the name `left_out`.
pub(super) fn text_but<N: SourceNode>(node: &N, left_out: &str) -> String {
    let is_read = |element: &N, name: &str| {
        let is_icon = element.attributes().value("aria-hidden") == "true";
        !is_icon && !is_silent(name) && name != left_out
    };
    let mut text = String::new();
    for node in Below::new(node, &is_read) {
        if let NodeKind::Text(part) = node.kind() {
            text.push_str(&part);
        }
    }
    collapsed(&text)
}

/// Whether what is in an element of this name is no text of the page.
pub(super) fn is_silent(name: &str) -> bool {
    matches!(name, "svg" | "script" | "style" | "template")
}

/// Whether a field to fill in is among the first nodes below.
pub(super) fn has_control<N: SourceNode>(node: &N) -> bool {
    Below::all(node).any(|node| is_control(&node))
}

/// Whether a picture is among the first nodes below.
pub(super) fn has_picture<N: SourceNode>(node: &N) -> bool {
    Below::all(node).any(|node| {
        matches!(node.kind(), NodeKind::Element(name) if matches!(&*name, "img" | "picture" | "amp-img"))
    })
}

/// The first nodes below another, in their order.
pub(super) struct Below<'a, N> {
    open: Vec<Option<N>>,
    left: usize,
    /// Whether what is in an element of this name is of interest.
    enters: &'a dyn Fn(&N, &str) -> bool,
}

impl<'a, N: SourceNode> Below<'a, N> {
    pub fn new(node: &N, enters: &'a dyn Fn(&N, &str) -> bool) -> Self {
        Self {
            open: vec![node.first_child()],
            left: LARGEST_LABEL,
            enters,
        }
    }

    /// Those in every element.
    pub fn all(node: &N) -> Self {
        Self::new(node, &|_, _| true)
    }
}

impl<N: SourceNode> Iterator for Below<'_, N> {
    type Item = N;

    fn next(&mut self) -> Option<N> {
        self.left = self.left.checked_sub(1)?;
        loop {
            let next = self.open.last_mut()?;
            let Some(node) = next.take() else {
                self.open.pop();
                continue;
            };
            *next = node.next_sibling();
            if let NodeKind::Element(name) = node.kind()
                && (self.enters)(&node, &name)
            {
                self.open.push(node.first_child());
            }
            return Some(node);
        }
    }
}
