//! The walk over the source: every node is met once, without recursion, and told to the tree.

use super::attributes::{self, Attributes, Class, Special, TextDir};
use super::links::leads_into;
use super::pixels::{pixels, styled};
use super::treatment::{self, Treatment};
use super::tree::Cleaner;
use super::{Element, Tag, embeds, shortcodes};
use crate::article::SafeUrl;
use crate::language::direction;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// The kinds of image files that every browser reads.
const IMAGE_TYPES: &[&str] = &["image/jpeg", "image/png", "image/webp"];
/// What footnotes have as the way back to the text.
const WAYS_BACK: &[&str] = &["↩", "↩\u{fe0e}", "↑", "⤴", "^"];

/// What is undone when a source element ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Undo {
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
        self.shortcodes.closed = shortcodes::closed_in(&root.text_content());
        let mut open = vec![(root.first_child(), Undo::Nothing)];
        while let Some((next, undo)) = open.last_mut() {
            let Some(node) = next.take() else {
                let undo = *undo;
                open.pop();
                self.leave(undo);
                continue;
            };
            *next = node.next_sibling();
            match node.kind() {
                NodeKind::Text(text) => self.text(&text),
                NodeKind::Element(name) => {
                    if let Some(undo) = self.enter(&node, &name) {
                        open.push((node.first_child(), undo));
                    }
                }
                NodeKind::Other => {}
            }
        }
    }

    /// Begins an element; `None` if nothing below it is of interest.
    fn enter(&mut self, node: &P::Node, name: &str) -> Option<Undo> {
        let source = &node.attributes();
        let treatment = treatment_of(name, source);
        let is_word =
            matches!(treatment, Treatment::Keep(tag) if !tag.is_block() && tag != Tag::Span);
        if !is_word && self.is_hidden(source, name) {
            return None;
        }
        match treatment {
            Treatment::Drop => None,
            Treatment::Keep(tag) => self.keep(node, source, tag),
            Treatment::UnwrapBlock => Some(self.unwrapped(source)),
            Treatment::Unwrap => match embeds::custom(name, source) {
                Some(address) => {
                    self.third_party(&address, Some(source));
                    None
                }
                None => self.inline(node, source, Tag::Span),
            },
            Treatment::Callout => Some(self.container(source, Tag::Aside, Some(Class::Callout))),
            Treatment::Bookmark => {
                self.save();
                self.now.in_card = true;
                Some(Undo::Scope)
            }
            Treatment::Image => {
                self.image(source);
                None
            }
            Treatment::Picture => Some(Undo::Picture),
            Treatment::PictureSource => {
                self.picture_source(source);
                None
            }
            Treatment::Frame => {
                self.frame(source);
                None
            }
            Treatment::Media => {
                self.film(node, source);
                None
            }
            // What is shown without script: the twin of a lazy image or player, seldom more.
            Treatment::Noscript => {
                self.noscripts += 1;
                Some(Undo::Noscript)
            }
        }
    }

    /// Begins an element of the allow-list.
    fn keep(&mut self, node: &P::Node, source: &SourceAttributes, tag: Tag) -> Option<Undo> {
        match tag {
            Tag::Br => self.line_break(),
            Tag::Wbr => self.word_break(),
            Tag::Hr => self.rule(),
            tag if !tag.is_block() => return self.inline(node, source, tag),
            tag if tag.is_leaf() => return Some(self.leaf(source, tag)),
            tag => return Some(self.container(source, tag, None)),
        }
        None
    }

    fn leave(&mut self, undo: Undo) {
        match undo {
            Undo::Nothing => {}
            Undo::Inline => self.close_inline(),
            Undo::Boundary => self.boundary(),
            Undo::Picture => self.picture.srcset.clear(),
            Undo::Noscript => self.noscripts -= 1,
            Undo::Scope => {
                self.close_to(self.now.depth);
                self.forget_closed_caption();
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
    fn is_hidden(&self, source: &SourceAttributes, name: &str) -> bool {
        if source
            .get("hidden")
            .is_some_and(|hidden| hidden != "until-found")
        {
            return true;
        }
        if self.is_live {
            return self.path.len() == 1 && matches!(name, "nav" | "footer");
        }
        let style = source.value("style");
        let is_zero = |property| pixels(styled(style, property)) == Some(0);
        styled(style, "display").starts_with("none") || (is_zero("width") && is_zero("height"))
    }

    /// What a `picture` offers. Another shape of the image, or a kind of file that not every browser reads, only for
    /// want of any.
    fn picture_source(&mut self, source: &SourceAttributes) {
        let condition = source.first_of(&["media", "type"]);
        let is_sure = condition.is_empty() || IMAGE_TYPES.contains(&condition);
        if self.picture.srcset.is_empty() || (is_sure && !self.picture.is_sure) {
            self.picture.srcset = source.first_of(&["data-srcset", "srcset"]).to_owned();
            self.picture.is_sure = is_sure;
        }
    }

    /// A wrapper that loses its tag.
    fn unwrapped(&mut self, source: &SourceAttributes) -> Undo {
        let mut said = attributes::of(source, Tag::Span);
        // What only repeats the direction around says nothing about its blocks.
        if said.dir.is_some_and(|dir| dir == self.dir_around()) {
            said.dir = None;
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

    /// The direction that the elements around give.
    fn dir_around(&self) -> TextDir {
        let containers = self.path.iter().map(|open| &open.element.attributes);
        containers
            .chain([&self.now.inherited])
            .rev()
            .find_map(|attributes| attributes.dir)
            .unwrap_or_else(|| direction(self.context.language).into())
    }

    fn leaf(&mut self, source: &SourceAttributes, tag: Tag) -> Undo {
        if self.in_line_only() {
            self.boundary();
            return Undo::Boundary;
        }
        self.close_leaf();
        if tag != Tag::P {
            self.close_caption();
        }
        if tag.is_part() && !self.make_room(tag) {
            return self.unwrapped(source);
        }
        self.save();
        self.now.leaf = tag;
        self.now.attributes = attributes::of(source, tag);
        Undo::Scope
    }

    fn container(&mut self, source: &SourceAttributes, tag: Tag, class: Option<Class>) -> Undo {
        if !self.in_line_only() && tag != Tag::Figure {
            self.close_leaf();
            self.close_caption();
        }
        let mut element = Element {
            attributes: attributes::of(source, tag),
            ..Element::new(tag)
        };
        if let Some(class) = class {
            element.attributes.special = Special::Class(class);
        }
        if !self.open_container(element) {
            return self.unwrapped(source);
        }
        self.save();
        self.now.depth -= 1;
        self.now.leaf = Tag::Div;
        self.now.attributes = Attributes::default();
        self.now.inherited = Attributes::default();
        Undo::Scope
    }

    fn inline(&mut self, node: &P::Node, source: &SourceAttributes, tag: Tag) -> Option<Undo> {
        let mut element = Element {
            attributes: attributes::of(source, tag),
            ..Element::new(tag)
        };
        let is_useless = match tag {
            Tag::A => {
                let base = self.context.base;
                if let Some(url) = SafeUrl::link(self.platform, source.value("href"), base) {
                    // Places in this article are not kept; the way back from a footnote is no text either.
                    if !leads_into(&url, base) {
                        if url.as_str().len() <= attributes::LONGEST {
                            element.attributes.special = Special::Link(url);
                        }
                    } else if WAYS_BACK.contains(&node.text_content().trim()) {
                        return None;
                    }
                }
                // A link that leads nowhere is text.
                element.attributes.href().is_none()
            }
            Tag::Span => element.attributes.is_empty(),
            Tag::Bdo => element.attributes.dir.and_then(TextDir::fixed).is_none(),
            // An editor's wrapper around a whole article, bold by its name only.
            Tag::B | Tag::I => {
                let style = source.value("style");
                matches!(styled(style, "font-weight"), "normal" | "400")
                    || styled(style, "font-style") == "normal"
            }
            _ => false,
        };
        let is_open = !is_useless && self.open_inline(element);
        Some(if is_open { Undo::Inline } else { Undo::Nothing })
    }
}

/// What becomes of an element: its class may know better than its name.
fn treatment_of(name: &str, source: &SourceAttributes) -> Treatment {
    let by_name = treatment::of_element(name);
    if matches!(
        by_name,
        Treatment::Image
            | Treatment::Frame
            | Treatment::Media
            | Treatment::Noscript
            | Treatment::Drop
    ) {
        return by_name;
    }
    // A class makes no block of a word in a line.
    let is_inline = matches!(by_name, Treatment::Keep(tag) if !tag.is_block());
    let may_be = |by_class: &Treatment| {
        !is_inline || matches!(by_class, Treatment::Drop | Treatment::UnwrapBlock)
    };
    treatment::of_classes(source.value("class"))
        .filter(may_be)
        .unwrap_or(by_name)
}
