//! The tree under construction: what comes in is whatever the source had, in its order; what stands is well formed.
//!
//! Three levels. The *path* is the open containers (lists, quotes, tables …). Under the last of them stands at most
//! one *leaf*, a block of text, opened by its first letter, so that none is ever empty. Under the leaf stand the
//! inline elements, opened as late: one that spans several blocks is opened again in each.

use super::text::{has_ink, plain_text, squeezed};
use super::{Attributes, BodyContext, Node, Tag, direction, finish};
use crate::language::direction as direction_of;
use crate::platform::Platform;

/// Containers deeper than this lose their tags; no reader can tell them apart, and no stack overflows.
const DEEPEST: usize = 32;

/// What the source elements around say, until the innermost of those that say something ends.
#[derive(Clone)]
pub(super) struct Scope {
    /// How many containers are open when it ends.
    pub depth: usize,
    /// The leaf that the source has open; `div` where text makes a paragraph of its own.
    pub want: Tag,
    /// The attributes of that leaf.
    pub attributes: Attributes,
    /// What unwrapped wrappers said about direction and language.
    pub inherited: Attributes,
    /// In a card that links elsewhere: one paragraph, whatever its boxes.
    pub in_card: bool,
}

/// What came last, if it was an image: a twin of it is then known for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    Other,
    Image,
    Noscript,
    Dropped,
}

/// The tree under construction, and what is known of the source around the place that is read.
pub(super) struct Cleaner<'a, P: Platform> {
    pub platform: &'a P,
    pub context: &'a BodyContext<'a>,
    /// The source is the live page: furniture of the page may stand in it.
    pub live: bool,
    /// The open containers; the first is the body itself.
    pub path: Vec<Node>,
    /// Which of them, a bit each, were put in because the content needed it, not because the source had it.
    implied: u64,
    pub leaf: Option<Node>,
    /// The open leaf has its direction from a wrapper.
    borrowed: bool,
    /// The inline elements that are open in the leaf: the first ones of `inline`.
    pub inner: Vec<Node>,
    /// The inline elements that are open in the source.
    pub inline: Vec<Node>,
    pub now: Scope,
    pub outer: Vec<Scope>,
    /// White space that shows only if text follows in the same line, and how deep in the inline elements it stood.
    pub held: String,
    pub held_at: usize,
    pub breaks: u8,
    /// Names of shortcodes that are closed somewhere.
    pub closed: String,
    /// How often the block at hand was gone over again.
    pub rounds: u8,
    /// How many containers stand around the figure of the open caption shortcode.
    pub caption: Option<usize>,
    /// Images met where none can stand; they follow as soon as one can.
    waiting: Vec<Node>,
    pub last: Last,
    /// What the file of the last image has in common with its copies.
    pub last_image: String,
    /// The depth of the figure whose only image is the lead's, whose caption is shown there.
    pub captionless: usize,
    /// What the `picture` around offers, and whether that can stand for its image.
    pub offered: String,
    pub offered_sure: bool,
    /// How many `noscript` we are in.
    pub noscript: usize,
    /// The address of the embed that came last.
    pub last_embed: String,
    seen_text: bool,
    seen_heading: bool,
}

impl<'a, P: Platform> Cleaner<'a, P> {
    pub fn new(platform: &'a P, context: &'a BodyContext<'a>, live: bool) -> Self {
        Self {
            platform,
            context,
            live,
            path: vec![Node::new(Tag::Div)],
            implied: 0,
            leaf: None,
            borrowed: false,
            inner: Vec::new(),
            inline: Vec::new(),
            now: Scope {
                depth: 1,
                want: Tag::Div,
                attributes: Attributes::default(),
                inherited: Attributes::default(),
                in_card: false,
            },
            outer: Vec::new(),
            held: String::new(),
            held_at: 0,
            breaks: 0,
            closed: String::new(),
            rounds: 0,
            caption: None,
            waiting: Vec::new(),
            last: Last::Other,
            last_image: String::new(),
            captionless: 0,
            offered: String::new(),
            offered_sure: false,
            noscript: 0,
            last_embed: String::new(),
            seen_text: false,
            seen_heading: false,
        }
    }

    /// The container that what comes next falls into.
    pub fn top(&self) -> Tag {
        self.path.last().map_or(Tag::Div, |open| open.tag)
    }

    /// Whether only text can come: in a heading, a caption, preformatted text.
    pub fn in_line_only(&self) -> bool {
        self.now.in_card || !matches!(self.now.want, Tag::Div | Tag::P)
    }

    // ---- leaves ----

    pub fn ready_leaf(&mut self) {
        let mut tag = self.now.want;
        if tag == Tag::Div || (finish::parents(tag) != 0 && !finish::fits(self.top(), tag)) {
            tag = Tag::P;
        }
        if finish::parents(tag) == 0 {
            self.ready_container();
        }
        let mut leaf = Node::with(tag, &self.now.attributes);
        self.borrowed = leaf.attributes.dir.is_empty();
        leaf.attributes.inherit(&self.now.inherited);
        self.leaf = Some(leaf);
    }

    /// What follows stands apart from what came before.
    pub fn boundary(&mut self) {
        if !self.in_line_only() {
            self.close_leaf();
        } else if self.leaf.is_some() {
            if self.now.want == Tag::Pre {
                self.text("\n");
            } else {
                self.breaks = self.breaks.max(1);
            }
        }
    }

    /// Closes the block of text, if one is open.
    pub fn close_leaf(&mut self) {
        self.sync(0);
        self.breaks = 0;
        self.held.clear();
        if let Some(mut leaf) = self.leaf.take()
            && has_ink(&leaf.children)
        {
            // A wrapper's direction is not meant for a text that is all of the other one.
            if self.borrowed
                && let Some(own) = direction::of_letters(&leaf.children)
                && leaf.attributes.dir != own.as_str()
            {
                leaf.attributes.dir = "";
            }
            if let Some(leaf) = self.without_shortcodes(leaf) {
                self.add_leaf(leaf);
            }
        }
        self.flush();
    }

    fn add_leaf(&mut self, leaf: Node) {
        let heading = leaf.tag.is_heading();
        let first = !self.seen_text || (heading && !self.seen_heading);
        self.seen_text = true;
        self.seen_heading |= heading;
        if first && (heading || leaf.tag == Tag::P) {
            let mut text = String::new();
            plain_text(&leaf.children, &mut text);
            let title = squeezed(self.context.title);
            if !title.is_empty() && squeezed(&text) == title {
                return;
            }
        }
        let shown = self.show_address(leaf);
        self.place(shown);
    }

    fn place(&mut self, node: Node) {
        self.last = Last::Other;
        if let Some(open) = self.path.last_mut() {
            // A divider parts something from something.
            let before = open.children.last().map_or(Tag::Hr, |before| before.tag);
            if node.tag != Tag::Hr || before != Tag::Hr {
                open.children.push(node);
            }
        }
    }

    fn flush(&mut self) {
        if finish::implied(self.top()).is_none() {
            for node in std::mem::take(&mut self.waiting) {
                self.place(node);
            }
        }
    }

    // ---- containers ----

    fn push(&mut self, element: Node, implied: bool) {
        let bit = 1 << (self.path.len() & 63);
        self.implied &= !bit;
        if implied {
            self.implied |= bit;
        }
        self.path.push(element);
    }

    /// Opens what the content to come needs: an item in a list, a cell in a table.
    fn ready_container(&mut self) {
        while let Some(tag) = finish::implied(self.top()) {
            self.push(Node::new(tag), true);
        }
    }

    /// Whether `tag` can stand here; closes what was put in for other content.
    pub fn make_room(&mut self, tag: Tag) -> bool {
        while !finish::fits(self.top(), tag) && self.implied >> (self.path.len() - 1) & 1 == 1 {
            self.close_container();
        }
        finish::leads(self.top(), tag)
    }

    /// Opens a container; false where it cannot stand or is too deep.
    pub fn open_container(&mut self, mut element: Node) -> bool {
        let tag = element.tag;
        let part = finish::parents(tag) != 0;
        if self.in_line_only() || (!part && self.path.len() >= DEEPEST) {
            return false;
        }
        self.close_leaf();
        if part {
            if !self.make_room(tag) {
                return false;
            }
            while !finish::fits(self.top(), tag)
                && let Some(between) = finish::implied(self.top())
            {
                self.push(Node::new(between), true);
            }
        } else {
            self.reopen_item(tag);
            self.ready_container();
        }
        element.attributes.inherit(&self.now.inherited);
        self.push(element, false);
        true
    }

    /// A list directly in a list belongs to the item before it.
    fn reopen_item(&mut self, tag: Tag) {
        if matches!(tag, Tag::Ul | Tag::Ol)
            && matches!(self.top(), Tag::Ul | Tag::Ol)
            && let Some(list) = self.path.last_mut()
            && let Some(item) = list.children.pop()
        {
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
        let captionless = self.captionless == self.path.len();
        if let Some(mut open) = self.path.pop() {
            let captionless = captionless && open.tag == Tag::Figure;
            if finish::stays(&mut open) {
                self.place(open);
            } else {
                for node in std::mem::take(&mut open.children) {
                    if !(captionless && node.tag == Tag::P) {
                        self.place(node);
                    }
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

    /// The finished body.
    pub fn finish(mut self) -> Vec<Node> {
        self.close_leaf();
        self.close_caption();
        self.close_to(1);
        let mut body = Vec::new();
        if let Some(root) = self.path.last_mut() {
            body.append(&mut root.children);
        }
        if body.last().is_some_and(|last: &Node| last.tag == Tag::Hr) {
            body.pop();
        }
        direction::mark(&mut body, direction_of(self.context.language));
        body
    }
}
