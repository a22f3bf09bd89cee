//! The line under construction: text, its white space and breaks, and the inline elements around it.

use super::text::is_blank;
use super::tree::{Cleaner, Last};
use super::{Node, Tag};
use crate::locale::template::cut;
use crate::platform::Platform;

/// Inline elements deeper than this lose their tags.
const DEEPEST: usize = 12;

impl<P: Platform> Cleaner<'_, P> {
    /// Text of the source: white space collapses as on a page; at the edges of a line it goes.
    pub fn text(&mut self, text: &str) {
        for c in text.chars() {
            if self.now.want == Tag::Pre || !is_blank(c) {
                self.write(c);
                continue;
            }
            if self.held.is_empty() {
                self.held_at = self.inline.len();
            }
            if c == '\u{a0}' {
                self.held.push(c);
            } else if !self.held.ends_with(' ') {
                self.held.push(' ');
            }
        }
    }

    /// Text without markup: blank lines separate paragraphs, other line breaks stay.
    pub fn lines(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let (line, next) = cut(rest, "\n");
            rest = next;
            self.text(line);
            self.line_break();
        }
    }

    fn write(&mut self, c: char) {
        if self.leaf.is_some() && self.breaks > 0 {
            if self.breaks > 1 && !self.in_line_only() {
                self.close_leaf();
            } else {
                self.add_to_line(Tag::Br);
                self.held.clear();
            }
        }
        self.breaks = 0;
        let held = std::mem::take(&mut self.held);
        if self.leaf.is_none() {
            self.ready_leaf();
        } else if !held.is_empty() {
            self.sync(self.held_at);
            for blank in held.chars() {
                self.push_char(blank);
            }
        }
        self.sync(self.inline.len());
        self.push_char(c);
        self.last = Last::Other;
    }

    fn push_char(&mut self, c: char) {
        let target = self.target();
        if target.last().is_none_or(|last| last.tag != Tag::Text) {
            target.push(Node::new(Tag::Text));
        }
        if let Some(text) = target.last_mut() {
            text.text.push(c);
        }
    }

    fn add_to_line(&mut self, tag: Tag) {
        self.target().push(Node::new(tag));
    }

    /// `br`: one is kept between two lines, several part two paragraphs.
    pub fn line_break(&mut self) {
        if self.now.want == Tag::Pre {
            self.text("\n");
        } else {
            self.held.clear();
            self.breaks = self.breaks.saturating_add(1);
        }
    }

    /// `wbr`.
    pub fn word_break(&mut self) {
        if self.leaf.is_some() && self.breaks == 0 && self.held.is_empty() {
            self.add_to_line(Tag::Wbr);
        }
    }

    /// The open inline element of this kind, if there is one.
    pub fn within(&self, tag: Tag) -> Option<&Node> {
        self.inline.iter().find(|element| element.tag == tag)
    }

    /// Opens an inline element; false where it says nothing new or is too deep.
    pub fn open_inline(&mut self, element: Node) -> bool {
        let fits = match element.tag {
            // A parser closes the one before the other.
            Tag::Rt | Tag::Rp => {
                let inside = |tag| self.within(tag).is_some();
                inside(Tag::Ruby) && !inside(Tag::Rt) && !inside(Tag::Rp)
            }
            Tag::Q | Tag::Sub | Tag::Sup => true,
            tag => (tag != Tag::A && !element.attributes.is_empty()) || self.within(tag).is_none(),
        };
        let open = fits && self.inline.len() < DEEPEST;
        if open {
            self.inline.push(element);
        }
        open
    }

    /// Closes the last inline element.
    pub fn close_inline(&mut self) {
        self.inline.pop();
        let depth = self.inline.len();
        if self.inner.len() > depth {
            self.sync(depth);
        }
        self.held_at = self.held_at.min(depth);
    }

    /// Has as many of the open inline elements open in the leaf as `depth` says.
    pub fn sync(&mut self, depth: usize) {
        while self.inner.len() > depth
            && let Some(element) = self.inner.pop()
        {
            if !element.children.is_empty() {
                self.target().push(element);
            }
        }
        while self.inner.len() < depth
            && let Some(next) = self.inline.get(self.inner.len())
        {
            self.inner.push(Node::with(next.tag, &next.attributes));
        }
    }

    fn target(&mut self) -> &mut Vec<Node> {
        let open = match self.inner.last_mut() {
            Some(element) => element,
            None => self.leaf.get_or_insert_with(|| Node::new(Tag::P)),
        };
        &mut open.children
    }
}
