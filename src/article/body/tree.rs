//! The tree under construction: what comes in is whatever the source had, in its order; what stands is well formed.
//!
//! Three levels. The *path* is the open containers (lists, quotes, tables …). Under the last of them stands at most
//! one *leaf*, a block of text, opened by its first letter, so that none is ever empty. Under the leaf stand the
//! inline elements, opened as late: one that spans several blocks is opened again in each.

use std::rc::Rc;

use super::leftover::is_literal;
use super::text::has_ink;
use super::{Attr, BodyContext, Element, Node, Tag, attributes, direction, finish};
use crate::article::Image;

/// Containers deeper than this lose their tags; no reader can tell them apart, and no stack overflows.
const DEEPEST: usize = 32;
/// What attributes of inline elements may cost, in bytes, when they are opened again and again.
const BUDGET: usize = 1 << 20;

/// An open container.
#[derive(Debug)]
pub(super) struct Open {
    pub element: Element,
    /// Put in because the content needed it, not because the source had it.
    implied: bool,
}

/// What came last, if it was an image: a twin of it is then known for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    Other,
    Image,
    Noscript,
    Dropped,
}

/// What a paragraph that is nothing but an address becomes.
type Lone<'a> = dyn Fn(&Element) -> Option<Node> + 'a;

/// The tree under construction.
pub(super) struct Tree<'a> {
    pub(super) context: &'a BodyContext<'a>,
    lone: Box<Lone<'a>>,
    pub(super) path: Vec<Open>,
    pub(super) leaf: Option<Element>,
    pub(super) inner: Vec<Element>,
    pub(super) inline: Vec<Element>,
    /// The leaf that the source has open; `None` where text makes a paragraph of its own.
    pub want: Option<(Tag, Vec<Attr>)>,
    /// What unwrapped wrappers said about direction and language.
    pub inherited: Vec<Attr>,
    /// The open leaf has its direction from a wrapper.
    borrowed: bool,
    /// Names of shortcodes that are closed somewhere.
    pub closed: Rc<[String]>,
    /// How often the block at hand was gone over again.
    pub(super) rounds: u8,
    /// In a card that links elsewhere: one paragraph, whatever its boxes.
    pub in_card: bool,
    /// White space that shows only if text follows in the same line, and how deep in the inline elements it stood.
    pub(super) held: (String, usize),
    pub(super) breaks: u8,
    /// Images met where none can stand; they follow as soon as one can.
    waiting: Vec<Node>,
    pub(super) last: Last,
    pub(super) budget: usize,
    seen_text: bool,
    seen_heading: bool,
    pub(super) last_image: Option<Image>,
    /// The depth of the figure whose only image is the lead's, whose caption is shown there.
    pub(super) captionless: usize,
}

impl<'a> Tree<'a> {
    pub fn new(context: &'a BodyContext<'a>, lone: Box<Lone<'a>>) -> Self {
        let root = Open {
            element: Element::new(Tag::Div, Vec::new()),
            implied: false,
        };
        Self {
            context,
            lone,
            path: vec![root],
            leaf: None,
            inner: Vec::new(),
            inline: Vec::new(),
            want: None,
            inherited: Vec::new(),
            borrowed: false,
            closed: Rc::new([]),
            rounds: 0,
            in_card: false,
            held: (String::new(), 0),
            breaks: 0,
            waiting: Vec::new(),
            last: Last::Other,
            budget: BUDGET,
            seen_text: false,
            seen_heading: false,
            last_image: None,
            captionless: 0,
        }
    }

    /// How many containers are open.
    pub fn depth(&self) -> usize {
        self.path.len()
    }

    /// The container that what comes next falls into.
    pub fn top(&self) -> Tag {
        self.path.last().map_or(Tag::Div, |open| open.element.tag)
    }

    /// Whether only text can come: in a heading, a caption, preformatted text.
    pub fn in_line_only(&self) -> bool {
        self.in_card || matches!(&self.want, Some((tag, _)) if *tag != Tag::P)
    }

    /// Whether text is taken as it is.
    pub fn verbatim(&self) -> bool {
        matches!(self.want, Some((Tag::Pre, _)))
    }

    /// Whether brackets are meant as they stand.
    pub fn literal(&self) -> bool {
        self.verbatim() || self.inline.iter().any(|open| is_literal(open.tag))
    }

    /// Whether an inline element of this kind is open.
    pub fn within(&self, tag: Tag) -> Option<&Element> {
        self.inline.iter().find(|element| element.tag == tag)
    }

    // ---- leaves ----

    pub(super) fn ready_leaf(&mut self) {
        if self.leaf.is_some() {
            return;
        }
        let (mut tag, mut attributes) = self.want.clone().unwrap_or((Tag::P, Vec::new()));
        if finish::needs_parent(tag) && !finish::fits(self.top(), tag) {
            tag = Tag::P;
        }
        if !finish::needs_parent(tag) {
            self.ready_container();
        }
        let says = |attributes: &[Attr]| attributes.iter().any(attributes::is_dir);
        self.borrowed = !says(&attributes) && says(&self.inherited);
        attributes::inherit(&mut attributes, &self.inherited);
        self.leaf = Some(Element::new(tag, attributes));
    }

    /// What follows stands apart from what came before.
    pub fn boundary(&mut self) {
        if !self.in_line_only() {
            self.close_leaf();
        } else if self.verbatim() {
            if self.leaf.is_some() {
                self.text("\n");
            }
        } else if self.leaf.is_some() {
            self.breaks = self.breaks.max(1);
        }
    }

    /// Closes the block of text, if one is open.
    pub fn close_leaf(&mut self) {
        while !self.inner.is_empty() {
            self.close_inner();
        }
        self.breaks = 0;
        self.held.0.clear();
        if let Some(mut leaf) = self.leaf.take().filter(|leaf| has_ink(&leaf.children)) {
            // A wrapper's direction is not meant for a text that is all of the other one.
            if self.borrowed
                && let Some(own) = direction::of_letters(&leaf.children)
            {
                leaf.attributes
                    .retain(|a| !attributes::is_dir(a) || *a == Attr::Dir(own));
            }
            if let Some(leaf) = self.without_leftovers(leaf) {
                self.add_leaf(leaf);
            }
        }
        self.flush();
    }

    fn add_leaf(&mut self, leaf: Element) {
        let heading = matches!(leaf.tag, Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6);
        let first = !self.seen_text || (heading && !self.seen_heading);
        self.seen_text = true;
        self.seen_heading |= heading;
        let repeats = first
            && (heading || leaf.tag == Tag::P)
            && finish::same_text(&leaf.children, self.context.title);
        if !repeats {
            let lone = (leaf.tag == Tag::P).then(|| (self.lone)(&leaf)).flatten();
            self.place(lone.unwrap_or(Node::Element(leaf)));
        }
    }

    fn place(&mut self, node: Node) {
        self.last = Last::Other;
        if let Some(open) = self.path.last_mut() {
            let before = open.element.children.last();
            // A divider parts something from something.
            if !finish::is_rule(&node) || before.is_some_and(|before| !finish::is_rule(before)) {
                open.element.children.push(node);
            }
        }
    }

    fn flush(&mut self) {
        if !self.waiting.is_empty() && finish::implied(self.top()).is_none() {
            for node in std::mem::take(&mut self.waiting) {
                self.place(node);
            }
        }
    }

    // ---- containers ----

    /// Opens what the content to come needs: an item in a list, a cell in a table.
    fn ready_container(&mut self) {
        while let Some(tag) = finish::implied(self.top()) {
            self.push(Element::new(tag, Vec::new()), true);
        }
    }

    fn push(&mut self, element: Element, implied: bool) {
        self.path.push(Open { element, implied });
    }

    /// Whether `tag` can stand here; closes what was put in for other content.
    pub fn make_room(&mut self, tag: Tag) -> bool {
        if self.in_line_only() {
            return false;
        }
        while !finish::fits(self.top(), tag) && self.path.last().is_some_and(|open| open.implied) {
            self.close_container();
        }
        finish::fits(self.top(), tag) || finish::bridge(self.top(), tag)
    }

    /// Opens a container; false where it cannot stand or is too deep.
    pub fn open_container(&mut self, tag: Tag, mut attributes: Vec<Attr>) -> bool {
        let part = finish::needs_parent(tag);
        if self.in_line_only() || (!part && self.path.len() >= DEEPEST) {
            return false;
        }
        self.close_leaf();
        if part {
            if !self.make_room(tag) {
                return false;
            }
            while !finish::fits(self.top(), tag) {
                let Some(between) = finish::implied(self.top()) else {
                    return false;
                };
                self.push(Element::new(between, Vec::new()), true);
            }
        } else {
            self.reopen_item(tag);
            self.ready_container();
        }
        attributes::inherit(&mut attributes, &self.inherited);
        self.push(Element::new(tag, attributes), false);
        true
    }

    /// A list directly in a list belongs to the item before it.
    fn reopen_item(&mut self, tag: Tag) {
        if !matches!(tag, Tag::Ul | Tag::Ol) || !matches!(self.top(), Tag::Ul | Tag::Ol) {
            return;
        }
        let Some(list) = self.path.last_mut() else {
            return;
        };
        // A long one is not gone through again for every list.
        let short = |item: &Node| matches!(item, Node::Element(e) if e.children.len() <= 16);
        if !list.element.children.last().is_some_and(short) {
            return;
        }
        if let Some(Node::Element(mut item)) = list.element.children.pop() {
            item.children = finish::paragraphs(item.children, &[]);
            self.push(item, true);
        }
    }

    /// Closes containers until `depth` are left.
    pub fn close_to(&mut self, depth: usize) {
        self.close_leaf();
        while self.path.len() > depth.max(1) {
            self.close_container();
        }
    }

    fn close_container(&mut self) {
        self.close_leaf();
        let captionless = self.captionless == self.path.len();
        if let Some(open) = self.path.pop() {
            let tag = open.element.tag;
            for node in finish::container(open.element) {
                let is_text = matches!(&node, Node::Element(e) if e.tag == Tag::P);
                if !(captionless && is_text && tag == Tag::Figure) {
                    self.place(node);
                }
            }
        }
        if captionless {
            self.captionless = 0;
        }
        self.flush();
    }

    // ---- blocks that are not text ----

    /// Adds a block that holds no text of its own.
    pub fn block(&mut self, node: Node) {
        if self.in_line_only() {
            self.waiting.push(node);
        } else {
            self.close_leaf();
            self.ready_container();
            self.place(node);
        }
    }

    /// A divider; none at the start, and no two together.
    pub fn rule(&mut self) {
        self.boundary();
        if !self.in_line_only() {
            self.block(Node::Element(Element::new(Tag::Hr, Vec::new())));
        }
    }

    /// The finished body.
    pub fn finish(mut self) -> Vec<Node> {
        self.want = None;
        self.close_to(1);
        let mut nodes = self
            .path
            .pop()
            .map(|root| root.element.children)
            .unwrap_or_default();
        while nodes.last().is_some_and(finish::is_rule) {
            nodes.pop();
        }
        nodes
    }
}
