//! Shortcodes: `[gallery …]`, `[caption …]…[/caption]` left over in a text.
//!
//! They are looked for in the finished text of a block, as brackets may meet only when what stood between them is
//! gone: a comment, an empty element.

mod syntax;

use super::tree::Cleaner;
use super::{Element, Node, Tag, embeds};
use crate::platform::Platform;
pub(super) use syntax::closed_in;
use syntax::{MEDIA, Shortcode, first};

/// Shortcodes around a note that stands elsewhere on the page.
const NOTES: &[&str] = &["ref", "efn_note", "mfn", "fn", "footnote"];
/// Parts of the names of those that stand in a line: their titles are told while something points at them.
const IN_LINE: &[&str] = &[
    "tooltip", "popover", "link", "button", "btn", "icon", "image", "img",
];
/// How often a block is gone over: brackets in brackets are no accident.
const ROUNDS: u8 = 5;

/// What is known of the shortcodes of a body.
#[derive(Debug, Default)]
pub(super) struct Shortcodes {
    /// The names of those that are closed somewhere: these are shortcodes where they open, too.
    pub closed: Vec<String>,
    /// How often the block at hand was gone over again.
    rounds: u8,
    /// How many containers stand around the figure of the open caption.
    caption: Option<usize>,
}

impl<P: Platform> Cleaner<'_, P> {
    /// Takes the shortcodes out of a block that just closed, and closes it again; gives it back if it has none.
    pub fn without_shortcodes(&mut self, mut leaf: Element) -> Option<Element> {
        let is_done = leaf.tag == Tag::Pre || self.shortcodes.rounds >= ROUNDS;
        if is_done || !has_some(&leaf.children, &self.shortcodes.closed) {
            return Some(leaf);
        }
        let children = std::mem::take(&mut leaf.children);
        self.places.resumed = leaf.attributes.place.take();
        let tag = std::mem::replace(&mut self.now.leaf, leaf.tag);
        let attributes = std::mem::replace(&mut self.now.attributes, leaf.attributes);
        let around = std::mem::take(&mut self.line.around);
        self.shortcodes.rounds += 1;
        self.replay(children);
        self.close_leaf();
        self.shortcodes.rounds -= 1;
        self.line.around = around;
        self.now.attributes = attributes;
        self.now.leaf = tag;
        None
    }

    /// Writes a line anew, its shortcodes read.
    fn replay(&mut self, nodes: Vec<Node>) {
        for node in nodes {
            match node {
                Node::Text(text) => self.replay_text(&text),
                Node::Element(Element { tag: Tag::Br, .. }) => self.line_break(),
                Node::Element(Element { tag: Tag::Wbr, .. }) => self.word_break(),
                Node::Element(Element { tag, .. }) if tag.is_atom() => self.add_atom(node),
                Node::Element(mut element) => {
                    let children = std::mem::take(&mut element.children);
                    let is_open = self.open_inline(element);
                    self.replay(children);
                    if is_open {
                        self.close_inline();
                    }
                }
                // None stands in a line.
                Node::Image(_) | Node::Embed(_) => self.add_block(node),
            }
        }
    }

    fn replay_text(&mut self, text: &str) {
        let mut rest = text;
        let mut closed = false;
        while !self.line.around.iter().any(|open| is_literal(open.tag))
            && let Some(code) = first(rest, &self.shortcodes.closed)
        {
            self.text(code.before);
            // What one holds and what the next one holds are boxes of their own. Those of one or two letters are words
            // in a line.
            if closed && !code.is_end && code.name.len() > 2 && code.before.trim().is_empty() {
                self.boundary();
            }
            closed = code.is_end && code.name.len() > 2;
            self.shortcode(&code);
            rest = code.after;
        }
        self.text(rest);
    }

    fn shortcode(&mut self, code: &Shortcode) {
        match code.name {
            "caption" | "wp_caption" => {
                self.close_leaf();
                self.close_caption();
                let depth = self.path.len();
                if !code.is_end
                    && self.is_closed(code.name)
                    && self.open_container(Element::new(Tag::Figure))
                {
                    self.shortcodes.caption = Some(depth);
                    self.text(code.value("caption").unwrap_or_default());
                    self.close_leaf();
                }
            }
            // The address between the two stands alone and becomes what it shows.
            "embed" => self.boundary(),
            name if NOTES.contains(&name) && self.is_closed(name) => {
                self.text(if code.is_end { ")" } else { " (" });
            }
            name => {
                if let Some(address) = code.address().filter(|_| !code.is_end)
                    && let Some(url) = self.media_url(address)
                {
                    if embeds::find(self.platform, &url).is_some() {
                        self.add_third_party(address, None);
                    } else if MEDIA.contains(&name) {
                        self.add_file(&url);
                    }
                } else if !code.is_end {
                    self.add_title(code);
                }
            }
        }
    }

    /// The title of a box that a shortcode makes is its heading: where nothing of a line came before.
    fn add_title(&mut self, code: &Shortcode) {
        let is_title = ["heading", "title"]
            .iter()
            .any(|end| code.name.ends_with(end));
        let keys: &[&str] = if is_title {
            &["text", "title"]
        } else {
            &["title"]
        };
        let title = keys.iter().find_map(|key| code.value(key));
        let in_line = IN_LINE.iter().any(|part| code.name.contains(part));
        if let Some(title) = title
            && !in_line
            && self.leaf.is_none()
            && !self.in_line_only()
            && (is_title || self.is_closed(code.name))
        {
            self.write_label(title);
        }
    }

    fn is_closed(&self, name: &str) -> bool {
        self.shortcodes.closed.iter().any(|closed| closed == name)
    }

    /// Ends the figure of a caption shortcode.
    pub fn close_caption(&mut self) {
        if let Some(depth) = self.shortcodes.caption.take() {
            self.close_to(depth);
        }
    }

    /// Forgets the figure of a caption shortcode that ended with what was around it.
    pub fn forget_closed_caption(&mut self) {
        let open = self.path.len();
        self.shortcodes.caption = self.shortcodes.caption.filter(|depth| *depth < open);
    }
}

/// Whether brackets are meant as they stand.
fn is_literal(tag: Tag) -> bool {
    tag.is_formula() || matches!(tag, Tag::Code | Tag::Kbd | Tag::Samp)
}

fn has_some(nodes: &[Node], closed: &[String]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => !is_literal(element.tag) && has_some(&element.children, closed),
        Node::Text(text) => first(text, closed).is_some(),
        Node::Image(_) | Node::Embed(_) => false,
    })
}
