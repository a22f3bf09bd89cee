//! The walk over a source tree: every node is met once, without recursion, and told to the [`Tree`].

use std::rc::Rc;

use super::image::Addresses;
use super::media::title;
use super::names::{self, Kind};
use super::tree::Tree;
use super::{Attr, BodyContext, Tag, embeds, lone, shortcodes};
use crate::article::SafeUrl;
use crate::platform::{NodeKind, Platform, SourceNode};

/// What is undone when a source element ends.
pub(super) enum Undo {
    Nothing,
    Inline,
    Boundary,
    /// The `picture` ends: what the one around it offered.
    Offered(String),
    /// The `noscript` ends.
    Noscript(bool),
    Restore(Box<Saved>),
}

/// What held before a source element began.
pub(super) struct Saved {
    pub depth: usize,
    want: Option<(Tag, Vec<Attr>)>,
    inherited: Vec<Attr>,
    in_card: bool,
}

/// Reads source trees into one [`Tree`].
pub(super) struct Walker<'a, P: Platform> {
    pub addresses: Addresses<'a, P>,
    pub tree: Tree<'a>,
    pub context: &'a BodyContext<'a>,
    /// The source is the live page: furniture of the page may stand in it.
    pub live: bool,
    /// The caption shortcode that is open: how many containers there were, and the caption in its values.
    pub caption: Option<(usize, String)>,
    /// Where the card leads that we are in.
    pub card: Option<SafeUrl>,
    /// What the `picture` around offers.
    pub offered: String,
    /// We are in a `noscript`.
    pub noscript: bool,
    /// The embed that came last.
    pub last_embed: Option<SafeUrl>,
}

impl<'a, P: Platform> Walker<'a, P> {
    pub fn new(platform: &'a P, context: &'a BodyContext<'a>, live: bool) -> Self {
        let addresses = Addresses {
            platform,
            base: context.base,
            secure: context.secure,
        };
        Self {
            addresses,
            tree: Tree::new(context, Box::new(move |leaf| lone::shown(leaf, &addresses))),
            context,
            live,
            caption: None,
            card: None,
            offered: String::new(),
            noscript: false,
            last_embed: None,
        }
    }

    /// Walks over everything below `root`.
    pub fn walk(&mut self, root: &P::Node) {
        let text = root.text_content();
        self.tree.closed = if text.contains("[/") {
            shortcodes::closed_in(&text).into()
        } else {
            Rc::new([])
        };
        drop(text);
        let mut stack = vec![(root.first_child(), Undo::Nothing)];
        while let Some((next, _)) = stack.last_mut() {
            let Some(node) = next.take() else {
                if let Some((_, undo)) = stack.pop() {
                    self.leave(undo);
                }
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
        if kind == Kind::Drop {
            return None;
        }
        if !matches!(kind, Kind::Image | Kind::Frame | Kind::Media | Kind::Noscript)
            && let Some(classes) = node.attribute("class")
            && let Some(said) = names::of_class(&classes)
            // A class makes no block of a word in a line.
            && (!matches!(kind, Kind::Inline(_)) || matches!(said, Kind::Drop | Kind::Block))
        {
            kind = said;
        }
        if self.is_hidden(node, name, kind) {
            return None;
        }
        match kind {
            Kind::Drop => None,
            Kind::Break => {
                self.tree.line_break();
                None
            }
            Kind::WordBreak => {
                self.tree.word_break();
                None
            }
            Kind::Rule => {
                self.tree.rule();
                None
            }
            Kind::Image => {
                self.image(node);
                None
            }
            Kind::Source => {
                let set = |name| node.attribute(name).filter(|_| self.offered.is_empty());
                if let Some(set) = set("srcset").or_else(|| set("data-srcset")) {
                    self.offered = set;
                }
                None
            }
            Kind::Frame => {
                self.frame(node);
                None
            }
            Kind::Media => {
                self.film(node);
                None
            }
            Kind::Noscript => self.noscript(node),
            Kind::Inline(tag) => self.inline(node, tag),
            Kind::Leaf(tag) => Some(self.leaf(node, tag)),
            Kind::Container(tag) => Some(self.container(node, tag, None)),
            Kind::Gallery => Some(self.container(node, Tag::Figure, Some("gallery"))),
            Kind::Callout => Some(self.container(node, Tag::Aside, Some("callout"))),
            Kind::Bookmark => Some(self.bookmark()),
            Kind::BookmarkTitle => Some(self.bookmark_title(node)),
            Kind::Block => Some(self.block(node)),
            Kind::Through => {
                if let Some(url) = embeds::custom(name, node) {
                    self.third_party(&url, title(node), embeds::ratio(node));
                    return None;
                }
                if name == "picture" {
                    return Some(Undo::Offered(std::mem::take(&mut self.offered)));
                }
                self.inline(node, Tag::Span)
            }
        }
    }

    fn leave(&mut self, undo: Undo) {
        match undo {
            Undo::Nothing => {}
            Undo::Inline => self.tree.close_inline(),
            Undo::Boundary => self.tree.boundary(),
            Undo::Offered(offered) => self.offered = offered,
            Undo::Noscript(noscript) => self.noscript = noscript,
            Undo::Restore(saved) => {
                self.tree.close_to(saved.depth.min(self.tree.depth()));
                if self
                    .caption
                    .as_ref()
                    .is_some_and(|(depth, _)| self.tree.depth() <= *depth)
                {
                    self.caption = None;
                }
                self.tree.want = saved.want;
                self.tree.inherited = saved.inherited;
                self.tree.in_card = saved.in_card;
            }
        }
    }

    /// What is to be restored later; what is open as text ends here.
    pub fn save(&mut self) -> Box<Saved> {
        self.tree.close_leaf();
        Box::new(Saved {
            depth: self.tree.depth(),
            want: self.tree.want.clone(),
            inherited: self.tree.inherited.clone(),
            in_card: self.tree.in_card,
        })
    }
}
