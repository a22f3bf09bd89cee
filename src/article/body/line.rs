//! The line under construction: text, its white space and breaks, and the inline elements around it.

use super::text::is_blank;
use super::tree::{Last, Tree};
use super::{Attr, Element, Node, Tag, attributes};

/// Inline elements deeper than this lose their tags.
const DEEPEST: usize = 12;

impl Tree<'_> {
    /// Text of the source: white space collapses as on a page; at the edges of a line it goes.
    pub fn text(&mut self, text: &str) {
        if self.verbatim() {
            if !text.is_empty() {
                self.ready_leaf();
                self.sync(self.inline.len());
                self.push_text(text);
            }
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find(|c| !is_blank(c)).unwrap_or(rest.len());
            self.hold(&rest[..end]);
            rest = &rest[end..];
            let end = settled(rest);
            if end > 0 {
                self.write(&rest[..end]);
                rest = &rest[end..];
            }
        }
    }

    fn hold(&mut self, blank: &str) {
        if self.held.0.is_empty() {
            self.held.1 = self.inline.len();
        }
        for c in blank.chars() {
            let c = if c == '\u{a0}' { c } else { ' ' };
            if c != ' ' || !self.held.0.ends_with(' ') {
                self.held.0.push(c);
            }
        }
    }

    fn write(&mut self, text: &str) {
        if self.leaf.is_some() && self.breaks > 0 {
            if self.breaks > 1 && !self.in_line_only() {
                self.close_leaf();
            } else {
                self.target()
                    .push(Node::Element(Element::new(Tag::Br, Vec::new())));
                self.held.0.clear();
            }
        }
        self.breaks = 0;
        if self.leaf.is_none() {
            self.ready_leaf();
        } else if !self.held.0.is_empty() {
            self.sync(self.held.1.min(self.inline.len()));
            let held = std::mem::take(&mut self.held.0);
            self.push_text(&held);
        }
        self.held.0.clear();
        self.sync(self.inline.len());
        self.push_text(text);
        self.last = Last::Other;
    }

    fn push_text(&mut self, text: &str) {
        let target = self.target();
        if let Some(Node::Text(before)) = target.last_mut() {
            before.push_str(text);
        } else {
            target.push(Node::Text(text.into()));
        }
    }

    /// `br`: one is kept between two lines, several part two paragraphs.
    pub fn line_break(&mut self) {
        if self.verbatim() {
            self.text("\n");
        } else {
            self.held.0.clear();
            self.breaks = self.breaks.saturating_add(1);
        }
    }

    /// `wbr`.
    pub fn word_break(&mut self) {
        if self.leaf.is_some() && self.breaks == 0 && self.held.0.is_empty() {
            self.target()
                .push(Node::Element(Element::new(Tag::Wbr, Vec::new())));
        }
    }

    /// Opens an inline element; false where it says nothing new or is too deep.
    pub fn open_inline(&mut self, tag: Tag, attributes: Vec<Attr>) -> bool {
        let repeats = attributes.is_empty() || tag == Tag::A;
        let nested = matches!(tag, Tag::Q | Tag::Sub | Tag::Sup);
        let fits = match tag {
            // A parser closes the one before the other.
            Tag::Rt | Tag::Rp => {
                let within = |tag| self.within(tag).is_some();
                within(Tag::Ruby) && !within(Tag::Rt) && !within(Tag::Rp)
            }
            _ => nested || !repeats || self.within(tag).is_none(),
        };
        let open = fits && self.inline.len() < DEEPEST;
        if open {
            self.inline.push(Element::new(tag, attributes));
        }
        open
    }

    /// Closes the last inline element.
    pub fn close_inline(&mut self) {
        self.inline.pop();
        while self.inner.len() > self.inline.len() {
            self.close_inner();
        }
        self.held.1 = self.held.1.min(self.inline.len());
    }

    fn sync(&mut self, depth: usize) {
        while self.inner.len() > depth {
            self.close_inner();
        }
        while self.inner.len() < depth {
            let Some(next) = self.inline.get(self.inner.len()) else {
                break;
            };
            let cost = attributes::weight(&next.attributes);
            let paid = self.budget.checked_sub(cost);
            self.budget = paid.unwrap_or(0);
            self.inner.push(match paid {
                Some(_) => next.clone(),
                // An enormous link around very many blocks would be copied into each.
                None => Element::new(Tag::Span, Vec::new()),
            });
        }
    }

    pub(super) fn close_inner(&mut self) {
        if let Some(element) = self
            .inner
            .pop()
            .filter(|element| !element.children.is_empty())
        {
            self.target().push(Node::Element(element));
        }
    }

    pub(super) fn target(&mut self) -> &mut Vec<Node> {
        let open = match self.inner.last_mut() {
            Some(element) => element,
            None => self
                .leaf
                .get_or_insert_with(|| Element::new(Tag::P, Vec::new())),
        };
        &mut open.children
    }
}

/// The length of what can be taken in one piece: as far as white space that collapses or ends the text.
fn settled(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let more = chars.peek().is_some_and(|(_, next)| !is_blank(*next));
        if is_blank(c) && !(c == ' ' && more && at > 0) {
            return at;
        }
    }
    text.len()
}
