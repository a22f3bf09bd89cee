//! Shortcodes whose brackets met only when what stood between them was gone: a comment, an empty element.

use std::rc::Rc;

use super::tree::Tree;
use super::{Element, Node, Tag, shortcodes};

/// How often a block is gone over again: brackets in brackets are no accident.
const ROUNDS: u8 = 4;

impl Tree<'_> {
    /// Takes such shortcodes out of a block that just closed, and closes it again; `None` once that is done.
    pub(super) fn without_leftovers(&mut self, leaf: Element) -> Option<Element> {
        if leaf.tag == Tag::Pre || self.rounds >= ROUNDS || !self.has_leftovers(&leaf.children) {
            return Some(leaf);
        }
        let want = self.want.replace((leaf.tag, leaf.attributes));
        let inline = std::mem::take(&mut self.inline);
        self.rounds += 1;
        self.replay(leaf.children);
        self.close_leaf();
        self.rounds -= 1;
        self.inline = inline;
        self.want = want;
        None
    }

    fn has_leftovers(&self, nodes: &[Node]) -> bool {
        nodes.iter().any(|node| match node {
            Node::Text(text) => shortcodes::first(text, &self.closed).is_some(),
            Node::Element(element) => {
                !is_literal(element.tag) && self.has_leftovers(&element.children)
            }
            _ => false,
        })
    }

    fn replay(&mut self, nodes: Vec<Node>) {
        for node in nodes {
            match node {
                Node::Text(text) if self.literal() => self.text(&text),
                Node::Text(text) => self.without_shortcodes(&text),
                Node::Element(element) if element.tag == Tag::Br => self.line_break(),
                Node::Element(element) if element.tag == Tag::Wbr => self.word_break(),
                Node::Element(element) => {
                    let open = self.open_inline(element.tag, element.attributes);
                    self.replay(element.children);
                    if open {
                        self.close_inline();
                    }
                }
                _ => {}
            }
        }
    }

    fn without_shortcodes(&mut self, text: &str) {
        let closed = Rc::clone(&self.closed);
        let mut rest = text;
        while let Some(code) = shortcodes::first(rest, &closed) {
            self.text(rest.get(..code.start).unwrap_or_default());
            rest = rest.get(code.end..).unwrap_or_default();
        }
        self.text(rest);
    }
}

/// Whether brackets are meant as they stand.
pub(super) fn is_literal(tag: Tag) -> bool {
    matches!(tag, Tag::Code | Tag::Kbd | Tag::Samp)
}
