//! The open containers: lists, quotes, tables, figures, and what they need between them and their content.

use super::media::LastImage;
use super::text::{alike, plain_text};
use super::tree::Cleaner;
use super::{Element, Node, Tag, finish};
use crate::platform::Platform;

/// Containers deeper than this lose their tags; no reader can tell them apart, and no stack overflows.
const DEEPEST: usize = 32;

/// An open container.
#[derive(Debug)]
pub(super) struct Container {
    pub element: Element,
    /// It is here because the content needed it, not because the source had it.
    is_implied: bool,
}

impl Container {
    /// The body itself.
    pub fn body() -> Self {
        Self::of_source(Element::new(Tag::Div))
    }

    fn of_source(element: Element) -> Self {
        Self {
            element,
            is_implied: false,
        }
    }

    fn implied(element: Element) -> Self {
        Self {
            element,
            is_implied: true,
        }
    }
}

impl<P: Platform> Cleaner<'_, P> {
    /// The container that what comes next falls into.
    pub fn top(&self) -> Tag {
        self.path.last().map_or(Tag::Div, |open| open.element.tag)
    }

    /// Opens what the content to come needs: an item in a list, a cell in a table.
    pub fn open_implied(&mut self) {
        while let Some(tag) = self.top().implied_child() {
            self.path.push(Container::implied(Element::new(tag)));
        }
    }

    /// Whether `tag` can stand here; closes what was put in for other content.
    pub fn make_room(&mut self, tag: Tag) -> bool {
        while !tag.fits(self.top()) && self.path.last().is_some_and(|open| open.is_implied) {
            self.close_container();
        }
        tag.fits_below(self.top())
    }

    /// Opens a container; false where it cannot stand or is too deep.
    pub fn open_container(&mut self, mut element: Element) -> bool {
        let tag = element.tag;
        if self.in_line_only() || (!tag.is_part() && self.path.len() >= DEEPEST) {
            return false;
        }
        self.close_leaf();
        if tag.is_part() {
            if !self.make_room(tag) {
                return false;
            }
            while !tag.fits(self.top())
                && let Some(between) = self.top().implied_child()
            {
                self.path.push(Container::implied(Element::new(between)));
            }
        } else {
            self.reopen_item(tag);
            self.open_implied();
        }
        element.attributes.inherit(&self.now.inherited);
        self.path.push(Container::of_source(element));
        true
    }

    /// A list directly in a list belongs to the item before it.
    fn reopen_item(&mut self, tag: Tag) {
        let is_list = |tag| matches!(tag, Tag::Ul | Tag::Ol);
        if is_list(tag)
            && is_list(self.top())
            && let Some(list) = self.path.last_mut()
            && let Some(Node::Element(item)) =
                list.element.children.pop_if(|last| last.tag().is_some())
        {
            self.path.push(Container::implied(item));
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
        let is_captionless = self.images.captionless == Some(self.path.len());
        if is_captionless {
            self.images.captionless = None;
        }
        if let Some(Container { mut element, .. }) = self.path.pop() {
            let drops_caption = is_captionless && element.tag == Tag::Figure;
            if finish::stays(&mut element) {
                self.place(element.into());
            } else {
                for node in element.children {
                    if !(drops_caption && node.is(Tag::P) && self.is_caption_of_lead(&node)) {
                        self.place(node);
                    }
                }
            }
        }
        self.place_waiting();
    }

    /// Whether a paragraph says what the lead image's caption says.
    fn is_caption_of_lead(&self, paragraph: &Node) -> bool {
        let caption = self
            .context
            .lead_image
            .and_then(|lead| lead.caption.as_deref());
        let [caption, own] = [
            caption.unwrap_or_default(),
            &plain_text(paragraph.children()),
        ]
        .map(alike);
        caption.contains(own.as_str()) || own.contains(caption.as_str())
    }

    /// Adds a finished block to the container that is open.
    pub fn place(&mut self, node: Node) {
        self.images.last = LastImage::None;
        if let Some(open) = self.path.last_mut() {
            let blocks = &mut open.element.children;
            // A divider parts something from something.
            let parts_nothing =
                node.is(Tag::Hr) && blocks.last().is_none_or(|last| last.is(Tag::Hr));
            if !parts_nothing {
                blocks.push(node);
            }
        }
    }
}
