//! What an element of the source opens: a scope of direction and language, a block of text, a container, an inline
//! element.

use super::attributes::{self, Attributes, Class, NumberKind, Special, TextDir};
use super::label::has_picture;
use super::link_name::hidden_name;
use super::links::leads_into;
use super::pixels::styled;
use super::tree::Cleaner;
use super::walk::Undo;
use super::{Element, Node, Tag};
use crate::article::SafeUrl;
use crate::language::direction;
use crate::platform::{Platform, SourceAttributes, SourceNode};

/// What footnotes have as the way back to the text.
const WAYS_BACK: &[&str] = &["↩", "↩\u{fe0e}", "↑", "⤴", "^"];
/// The class of the button that WordPress puts behind a file's name.
const FILE_BUTTON: &str = "wp-block-file__button";
/// What headings have as the link to themselves.
const ANCHORS: &[&str] = &["¶", "#", "§", "🔗", "⚓", "∞"];

impl<P: Platform> Cleaner<'_, P> {
    /// What is said from here on holds until this element ends; what is open as text ends here.
    pub fn enter_scope(&mut self) {
        self.close_leaf();
        self.outer.push(self.now.clone());
        self.now.depth = self.path.len();
    }

    /// A wrapper that loses its tag.
    pub fn enter_wrapper(&mut self, source: &SourceAttributes) -> Undo {
        let mut said = attributes::of(source, Tag::Span);
        // What only repeats the direction around says nothing about its blocks.
        if said.dir.is_some_and(|dir| dir == self.dir_around()) {
            said.dir = None;
        }
        if said.is_empty() || self.in_line_only() {
            self.boundary();
            return Undo::Boundary;
        }
        self.enter_scope();
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

    /// A block of text.
    pub fn enter_leaf(&mut self, source: &SourceAttributes, tag: Tag) -> Undo {
        if self.in_line_only() {
            self.boundary();
            return Undo::Boundary;
        }
        self.close_leaf();
        if tag != Tag::P {
            self.close_caption();
        }
        if tag.is_part() && !self.make_room(tag) {
            return self.enter_wrapper(source);
        }
        self.enter_scope();
        self.now.leaf = tag;
        self.now.attributes = attributes::of(source, tag);
        Undo::Scope
    }

    /// A block that holds blocks.
    pub fn enter_container(
        &mut self,
        source: &SourceAttributes,
        tag: Tag,
        class: Option<Class>,
    ) -> Undo {
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
            return self.enter_wrapper(source);
        }
        self.enter_scope();
        self.now.depth -= 1;
        self.now.leaf = Tag::Div;
        self.now.attributes = Attributes::default();
        self.now.inherited = Attributes::default();
        Undo::Scope
    }

    /// An item of a list begins. Editors say of each item what the list counts with: the first says it for all.
    pub fn number_list(&mut self, item: &SourceAttributes) {
        let [.., list, _] = self.path.as_mut_slice() else {
            return;
        };
        let list = &mut list.element;
        // Quill writes every list as `ol`, and in its items what it is.
        if list.tag == Tag::Ol
            && list.children.is_empty()
            && matches!(item.value("data-list"), "bullet" | "checked" | "unchecked")
        {
            list.tag = Tag::Ul;
        }
        let said = match list.tag {
            Tag::Ol => NumberKind::of_numbers(item),
            Tag::Ul => NumberKind::of_bullets(item),
            _ => None,
        };
        if said.is_none() || !list.children.is_empty() {
            return;
        }
        match &mut list.attributes.special {
            Special::Numbering { kind, .. } => *kind = kind.or(said),
            special => {
                *special = Special::Numbering {
                    start: None,
                    reversed: false,
                    kind: said,
                }
            }
        }
    }

    /// An element of a line; `None` if nothing of it is kept.
    pub fn enter_inline(
        &mut self,
        node: &P::Node,
        source: &SourceAttributes,
        tag: Tag,
    ) -> Option<Undo> {
        let mut element = Element {
            attributes: attributes::of(source, tag),
            ..Element::new(tag)
        };
        let has_own_line = matches!(
            styled(source.value("style"), "display"),
            "block" | "flex" | "grid" | "table" | "list-item"
        );
        if has_own_line {
            self.end_line();
        }
        match tag {
            Tag::Time => self.part_from(Tag::A),
            Tag::A => self.part_from(Tag::Time),
            Tag::Span => self.part_in_row(node),
            _ => {}
        }
        let is_useless = match tag {
            Tag::A => {
                let href = source.value("href");
                if let Some(place) = self.place_in(href) {
                    let text = node.text_content();
                    // Some set a space without width before it.
                    let text = text.trim_start_matches('\u{200b}').trim();
                    let is_anchor = ANCHORS.contains(&text);
                    match self.places.target(&place) {
                        Some(target) if !is_anchor => {
                            element.attributes.special = Special::Place(target)
                        }
                        // The way back to nowhere is no text either.
                        _ if is_anchor || WAYS_BACK.contains(&text) => return None,
                        _ => {}
                    }
                } else if let Some(url) = SafeUrl::link(self.platform, href, self.context.base)
                    && !leads_into(&url, self.context.base)
                    && url.as_str().len() <= attributes::LONGEST
                {
                    element.attributes.special = Special::Link(url);
                }
                // A link that leads nowhere is text.
                element.attributes.special == Special::None
            }
            Tag::Span => element.attributes.is_empty(),
            // Of a span that is raised by its style, and stands in what is raised already.
            Tag::Sup | Tag::Sub => {
                !styled(source.value("style"), "vertical-align").is_empty()
                    && self.within(tag).is_some()
            }
            Tag::Bdo => element.attributes.dir.and_then(TextDir::fixed).is_none(),
            // An editor's wrapper around a whole article, bold by its name only.
            Tag::B | Tag::I => {
                let style = source.value("style");
                matches!(styled(style, "font-weight"), "normal" | "400")
                    || styled(style, "font-style") == "normal"
            }
            _ => false,
        };
        if let Special::Link(url) = &element.attributes.special
            && source.value("class").contains(FILE_BUTTON)
        {
            // The file's name beside it is the same link.
            let last = self
                .leaf
                .as_ref()
                .and_then(|leaf| leaf.element.children.last());
            let is_beside = matches!(last, Some(Node::Element(last)) if last.attributes.special == element.attributes.special);
            if !is_beside {
                self.add_file_link(url, "");
            }
            return None;
        }
        let name = match &element.attributes.special {
            Special::Link(_) => {
                self.part_links(node, &element.attributes.special);
                hidden_name(node, source)
            }
            Special::Place(_) if self.is_drawn_way_back(node) => Some(WAYS_BACK[0].to_owned()),
            _ => None,
        };
        let is_open = !is_useless && self.open_inline(element);
        if let Some(name) = name.filter(|_| is_open) {
            self.text(&name);
            self.close_inline();
            return None;
        }
        Some(match (is_open, has_own_line) {
            (true, false) => Undo::Inline,
            (false, false) => Undo::Nothing,
            (is_inline, true) => Undo::Line { is_inline },
        })
    }

    /// Whether a link to a place is the way back from a note, which a stylesheet or an icon draws: it ends its item.
    fn is_drawn_way_back(&self, link: &P::Node) -> bool {
        let is_blank = |node: &P::Node| node.text_content().trim().is_empty();
        let mut after = std::iter::successors(link.next_sibling(), SourceNode::next_sibling);
        self.top() == Tag::Li
            && self.leaf.is_some()
            && is_blank(link)
            && !has_picture(link)
            && after.all(|node| is_blank(&node))
    }
}
