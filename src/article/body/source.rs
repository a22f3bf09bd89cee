//! The walk over the source: every node is met once, without recursion, and told to the tree.

use super::image::{pixels, styled};
use super::names::{self, Kind};
use super::tree::Cleaner;
use super::{Attributes, Node, Tag, attributes, embeds, finish, shortcodes};
use crate::article::SafeUrl;
use crate::language::direction;
use crate::locale::template::{cut, position};
use crate::platform::{NodeKind, Platform, SourceNode};

/// The kinds of image files that every browser reads.
const FILES: &str = "image/jpeg image/png image/webp";
/// What footnotes have as the way back to the text.
const BACK: &str = "↩ ↩\u{fe0e} ↑ ⤴ ^";

/// What is undone when a source element ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undo {
    Nothing,
    Inline,
    Boundary,
    Scope,
    Picture,
    Noscript,
}

impl<P: Platform> Cleaner<'_, P> {
    /// Reads everything below `root`.
    pub fn read(&mut self, root: &P::Node) {
        self.closed = shortcodes::closed_in(&root.text_content());
        let mut stack = vec![(root.first_child(), Undo::Nothing)];
        while let Some((next, undo)) = stack.last_mut() {
            let Some(node) = next.take() else {
                let undo = *undo;
                stack.pop();
                self.leave(undo);
                continue;
            };
            *next = node.next_sibling();
            match node.kind() {
                NodeKind::Text(text) => self.text(&text),
                NodeKind::Element(name) => {
                    if let Some(undo) = self.enter(&node, &name) {
                        stack.push((node.first_child(), undo));
                    }
                }
                NodeKind::Other => {}
            }
        }
    }

    /// Begins an element; `None` if nothing below it is of interest.
    fn enter(&mut self, node: &P::Node, name: &str) -> Option<Undo> {
        let mut kind = names::of_element(name);
        let in_line = matches!(kind, Kind::Tag(tag) if !tag.is_block());
        if !matches!(kind, Kind::Image | Kind::Frame | Kind::Media | Kind::Noscript | Kind::Drop)
            && let Some(said) = names::of_class(&attribute(node, "class"))
            // A class makes no block of a word in a line.
            && (!in_line || matches!(said, Kind::Drop | Kind::Block))
        {
            kind = said;
        }
        let in_line = matches!(kind, Kind::Tag(tag) if !tag.is_block() && tag != Tag::Span);
        if kind == Kind::Drop || (!in_line && self.is_hidden(node, name)) {
            return None;
        }
        match kind {
            Kind::Tag(Tag::Br) => self.line_break(),
            Kind::Tag(Tag::Wbr) => self.word_break(),
            Kind::Tag(Tag::Hr) => self.rule(),
            Kind::Image => self.image(node),
            Kind::Frame => self.frame(node),
            Kind::Media => self.film(node),
            Kind::Source => {
                // Another shape of the picture, or a kind of file that not every browser reads, only for want of any.
                let kind = attribute(node, "media type");
                let sure = kind.is_empty() || position(FILES, &kind).is_some();
                if self.offered.is_empty() || sure && !self.offered_sure {
                    self.offered = attribute(node, "data-srcset srcset");
                    self.offered_sure = sure;
                }
            }
            // What is shown without script: the twin of a lazy image or player, seldom more.
            Kind::Noscript => {
                self.noscript += 1;
                return Some(Undo::Noscript);
            }
            Kind::Picture => return Some(Undo::Picture),
            Kind::Through => {
                if let Some(url) = embeds::custom(name, node) {
                    self.third_party(&url, Some(node));
                    return None;
                }
                return self.inline(node, Tag::Span);
            }
            Kind::Block => return Some(self.unwrapped(node)),
            Kind::Bookmark => {
                self.save();
                self.now.in_card = true;
                return Some(Undo::Scope);
            }
            Kind::Callout => return Some(self.container(node, Tag::Aside, true)),
            Kind::Tag(tag) if !tag.is_block() => return self.inline(node, tag),
            Kind::Tag(tag) if tag.is_leaf() => return Some(self.leaf(node, tag)),
            Kind::Tag(tag) => return Some(self.container(node, tag, false)),
            Kind::Drop => {}
        }
        None
    }

    fn leave(&mut self, undo: Undo) {
        match undo {
            Undo::Nothing => {}
            Undo::Inline => self.close_inline(),
            Undo::Boundary => self.boundary(),
            Undo::Picture => self.offered.clear(),
            Undo::Noscript => self.noscript -= 1,
            Undo::Scope => {
                self.close_to(self.now.depth);
                self.caption = self.caption.filter(|depth| *depth < self.path.len());
                if let Some(outer) = self.outer.pop() {
                    self.now = outer;
                }
            }
        }
    }

    /// What is said from here on holds until this element ends; what is open as text ends here.
    fn save(&mut self) {
        self.close_leaf();
        self.outer.push(self.now.clone());
        self.now.depth = self.path.len();
    }

    /// Whether the page did not show it: hidden, of no size, or furniture of the live page.
    fn is_hidden(&self, node: &P::Node, name: &str) -> bool {
        if let Some(hidden) = node.attribute("hidden")
            && hidden != "until-found"
        {
            return true;
        }
        if self.live {
            return self.path.len() == 1 && matches!(name, "nav" | "footer");
        }
        let style = attribute(node, "style");
        let none = |property| pixels(styled(&style, property)) == Some(0);
        styled(&style, "display").starts_with("none") || (none("width") && none("height"))
    }

    /// A wrapper that loses its tag.
    fn unwrapped(&mut self, node: &P::Node) -> Undo {
        let mut said = attributes::of(node, Tag::Span);
        // What only repeats the direction around says nothing about its blocks.
        let mut around = direction(self.context.language).as_str();
        let open = self.path.iter().map(|open| &open.attributes);
        for outer in open.chain([&self.now.inherited]) {
            if !outer.dir.is_empty() {
                around = outer.dir;
            }
        }
        if said.dir == around {
            said.dir = "";
        }
        if said.is_empty() || self.in_line_only() {
            self.boundary();
            return Undo::Boundary;
        }
        self.save();
        said.inherit(&self.now.inherited);
        self.now.inherited = said;
        Undo::Scope
    }

    fn leaf(&mut self, node: &P::Node, tag: Tag) -> Undo {
        if self.in_line_only() {
            self.boundary();
            return Undo::Boundary;
        }
        self.close_leaf();
        if tag != Tag::P {
            self.close_caption();
        }
        if finish::parents(tag) != 0 && !self.make_room(tag) {
            return self.unwrapped(node);
        }
        self.save();
        self.now.want = tag;
        self.now.attributes = attributes::of(node, tag);
        Undo::Scope
    }

    fn container(&mut self, node: &P::Node, tag: Tag, callout: bool) -> Undo {
        if !self.in_line_only() && tag != Tag::Figure {
            self.close_leaf();
            self.close_caption();
        }
        let mut element = Node::new(tag);
        element.attributes = attributes::of(node, tag);
        if callout {
            element.attributes.push("class", "callout");
        }
        if !self.open_container(element) {
            return self.unwrapped(node);
        }
        self.save();
        self.now.depth -= 1;
        self.now.want = Tag::Div;
        self.now.attributes = Attributes::default();
        self.now.inherited = Attributes::default();
        Undo::Scope
    }

    fn inline(&mut self, node: &P::Node, tag: Tag) -> Option<Undo> {
        let mut element = Node::new(tag);
        let kept = &mut element.attributes;
        *kept = attributes::of(node, tag);
        let useless = match tag {
            Tag::A => {
                let base = self.context.base;
                if let Some(url) = SafeUrl::link(self.platform, &attribute(node, "href"), base) {
                    // Places in this article are not kept; the way back from a footnote is no text either.
                    if !leads_into(url.as_str(), base) {
                        if url.as_str().len() <= attributes::LONGEST {
                            kept.set_href(&url);
                        }
                    } else if position(BACK, node.text_content().trim()).is_some() {
                        return None;
                    }
                }
                // A link that leads nowhere is text.
                kept.href().is_empty()
            }
            Tag::Span => kept.is_empty(),
            Tag::Bdo => matches!(kept.dir, "" | "auto"),
            // An editor's wrapper around a whole article, bold by its name only.
            Tag::B | Tag::I => {
                let style = attribute(node, "style");
                matches!(styled(&style, "font-weight"), "normal" | "400")
                    || styled(&style, "font-style") == "normal"
            }
            _ => false,
        };
        Some(if !useless && self.open_inline(element) {
            Undo::Inline
        } else {
            Undo::Nothing
        })
    }
}

/// Whether the address is that of a place in the article at `base`.
pub(super) fn leads_into(url: &str, base: &str) -> bool {
    url.strip_prefix(cut(base, "#").0)
        .is_some_and(|at| at.starts_with('#'))
}

/// The value of the first of some attributes that has one; empty if none has.
pub(super) fn attribute<N: SourceNode>(node: &N, names: &str) -> String {
    let mut rest = names;
    while !rest.is_empty() {
        let (name, next) = cut(rest, " ");
        rest = next;
        if let Some(value) = node.attribute(name)
            && !value.trim().is_empty()
        {
            return value;
        }
    }
    String::new()
}
