//! The tree under construction: what comes in is whatever the source had, in its order; what stands is well formed.
//!
//! Three levels. The *path* is the open containers (lists, quotes, tables …). Under the last of them stands at most
//! one *leaf*, a block of text, opened by its first letter, so that none is ever empty. Under the leaf stand the
//! inline elements, opened as late: one that spans several blocks is opened again in each.

use super::text::{has_ink, is_blank};
use super::{Attr, BodyContext, Element, Node, Tag, attributes, finish, image};
use crate::article::Image;

/// Containers deeper than this lose their tags; no reader can tell them apart, and no stack overflows.
const DEEPEST: usize = 32;
/// Inline elements deeper than this lose their tags.
const DEEPEST_INLINE: usize = 12;

/// An open container.
#[derive(Debug)]
struct Open {
    element: Element,
    /// Put in because the content needed it, not because the source had it.
    implied: bool,
}

/// What came last, if it was an image: a twin of it is then known for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Other,
    Image,
    Noscript,
    Dropped,
}

/// The tree under construction.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    context: &'a BodyContext<'a>,
    path: Vec<Open>,
    leaf: Option<Element>,
    inner: Vec<Element>,
    inline: Vec<Element>,
    /// The leaf that the source has open; `None` where text makes a paragraph of its own.
    pub want: Option<(Tag, Vec<Attr>)>,
    /// What unwrapped wrappers said about direction and language.
    pub inherited: Vec<Attr>,
    /// In a card that links elsewhere: one paragraph, whatever its boxes.
    pub in_card: bool,
    /// White space that shows only if text follows in the same line, and how deep in the inline elements it stood.
    held: (String, usize),
    breaks: u8,
    /// Images met where none can stand; they follow as soon as one can.
    waiting: Vec<Node>,
    last: Last,
    seen_text: bool,
    seen_heading: bool,
    last_image: Option<Image>,
    /// The depth of the figure whose only image is the lead's, whose caption is shown there.
    captionless: usize,
}

impl<'a> Tree<'a> {
    pub fn new(context: &'a BodyContext<'a>) -> Self {
        let root = Open {
            element: Element::new(Tag::Div, Vec::new()),
            implied: false,
        };
        Self {
            context,
            path: vec![root],
            leaf: None,
            inner: Vec::new(),
            inline: Vec::new(),
            want: None,
            inherited: Vec::new(),
            in_card: false,
            held: (String::new(), 0),
            breaks: 0,
            waiting: Vec::new(),
            last: Last::Other,
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

    /// Whether an inline element of this kind is open.
    pub fn within(&self, tag: Tag) -> Option<&Element> {
        self.inline.iter().find(|element| element.tag == tag)
    }

    // ---- text ----

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

    // ---- inline elements ----

    /// Opens an inline element; false where it says nothing new or is too deep.
    pub fn open_inline(&mut self, tag: Tag, attributes: Vec<Attr>) -> bool {
        let repeats = attributes.is_empty() || tag == Tag::A;
        let nested = matches!(tag, Tag::Q | Tag::Sub | Tag::Sup);
        let fits = match tag {
            Tag::Rt | Tag::Rp => self.within(Tag::Ruby).is_some(),
            _ => nested || !repeats || self.within(tag).is_none(),
        };
        let open = fits && self.inline.len() < DEEPEST_INLINE;
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
            self.inner.push(next.clone());
        }
    }

    fn close_inner(&mut self) {
        if let Some(element) = self
            .inner
            .pop()
            .filter(|element| !element.children.is_empty())
        {
            self.target().push(Node::Element(element));
        }
    }

    fn target(&mut self) -> &mut Vec<Node> {
        let open = match self.inner.last_mut() {
            Some(element) => element,
            None => self
                .leaf
                .get_or_insert_with(|| Element::new(Tag::P, Vec::new())),
        };
        &mut open.children
    }

    // ---- leaves ----

    fn ready_leaf(&mut self) {
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
        if let Some(leaf) = self.leaf.take().filter(|leaf| has_ink(&leaf.children)) {
            let heading = matches!(leaf.tag, Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6);
            let first = !self.seen_text || (heading && !self.seen_heading);
            self.seen_text = true;
            self.seen_heading |= heading;
            let repeats = first
                && (heading || leaf.tag == Tag::P)
                && finish::same_text(&leaf.children, self.context.title);
            if !repeats {
                self.place(Node::Element(leaf));
            }
        }
        self.flush();
    }

    fn place(&mut self, node: Node) {
        self.last = Last::Other;
        if let Some(open) = self.path.last_mut() {
            open.element.children.push(node);
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
        if let Some(Node::Element(item)) = list.element.children.pop() {
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
        let hr = Node::Element(Element::new(Tag::Hr, Vec::new()));
        let before = self
            .path
            .last()
            .and_then(|open| open.element.children.last());
        if !self.in_line_only() && before.is_some_and(|before| *before != hr) {
            self.block(hr);
        }
    }

    /// An image, in the link around it unless that leads to the image itself.
    ///
    /// Lazy images have a copy of themselves in a `noscript` beside them: of the two only the first stays.
    pub fn image(&mut self, image: Image, noscript: bool) {
        let before = std::mem::replace(&mut self.last, Last::Other);
        let copy = self
            .last_image
            .as_ref()
            .is_some_and(|last| image::same(last, &image));
        match before {
            Last::Dropped if noscript => return,
            Last::Image if noscript => return self.merge_twin(image),
            Last::Noscript if copy && !noscript => return self.merge_twin(image),
            _ if copy && noscript => return,
            _ => {}
        }
        let lead = self
            .context
            .lead_image
            .filter(|_| self.last_image.is_none());
        self.last_image = Some(image.clone());
        if let Some(lead) = lead.filter(|lead| image::same(lead, &image)) {
            self.last = Last::Dropped;
            if lead.caption.is_some() && self.top() == Tag::Figure {
                self.captionless = self.path.len();
            }
            return;
        }
        let link = self.within(Tag::A).cloned();
        let link = link.filter(|link| !image::leads_to(link, &image));
        let node = Node::Image(image);
        self.block(match link {
            Some(mut link) => {
                link.children.push(node);
                Node::Element(link)
            }
            None => node,
        });
        self.last = if noscript {
            Last::Noscript
        } else {
            Last::Image
        };
    }

    /// An image that was left out: its twin is left out too.
    pub fn image_dropped(&mut self) {
        self.last = Last::Dropped;
    }

    /// What the twin knows and the image did not say.
    fn merge_twin(&mut self, twin: Image) {
        let Some(last) = self
            .path
            .last_mut()
            .and_then(|open| open.element.children.last_mut())
        else {
            return;
        };
        let image = match last {
            Node::Element(link) => link.children.first_mut(),
            other => Some(other),
        };
        if let Some(Node::Image(image)) = image {
            if image.alt.is_empty() {
                image.alt = twin.alt;
            }
            if image.width.is_none() || image.height.is_none() {
                (image.width, image.height) = (twin.width, twin.height);
            }
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
        let hr = Node::Element(Element::new(Tag::Hr, Vec::new()));
        while nodes.last() == Some(&hr) {
            nodes.pop();
        }
        nodes
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
