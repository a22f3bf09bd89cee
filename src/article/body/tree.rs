//! The tree under construction: what comes in is whatever the source had, in its order; what stands is well formed.
//!
//! Three levels. The *path* is the open containers (lists, quotes, tables …). Under the last of them stands at most
//! one *leaf*, a block of text, opened by its first letter, so that none is ever empty. Under the leaf stand the
//! inline elements, opened as late: one that spans several blocks is opened again in each.

use super::containers::Container;
use super::line::Line;
use super::media::{Images, Picture};
use super::places::Places;
use super::shortcodes::Shortcodes;
use super::survey::Survey;
use super::text::{alike, has_ink, plain_text, runs_only};
use super::{Attributes, BodyContext, Element, Node, Tag, direction};
use crate::article::SafeUrl;
use crate::language::{Dir, direction as direction_of};
use crate::platform::Platform;

/// The tree under construction, and what is known of the source around the place that is read.
pub(super) struct Cleaner<'a, P: Platform> {
    pub platform: &'a P,
    pub context: &'a BodyContext<'a>,
    /// The source is the live page: furniture of the page may stand in it.
    pub is_live: bool,
    /// The open containers; the first is the body itself.
    pub path: Vec<Container>,
    pub leaf: Option<Leaf>,
    pub line: Line,
    pub now: Scope,
    /// What the elements around those of `now` say.
    pub outer: Vec<Scope>,
    pub shortcodes: Shortcodes,
    pub images: Images,
    pub picture: Picture,
    /// How many fallbacks we are in: what a page shows without script, or keeps in a template. It may stand before it already.
    pub fallbacks: usize,
    /// The address of the embed that came last.
    pub last_embed: Option<SafeUrl>,
    /// What a first look over the source found.
    pub survey: Survey,
    /// A control came that shows and hides what follows.
    pub toggled: bool,
    /// The heading at hand is nothing but a control.
    pub is_button_heading: bool,
    /// The level of the last heading of the source.
    pub last_heading: Option<Tag>,
    /// The level of headings that are made of labels.
    pub label_level: Option<Tag>,
    /// The label of the panel that just began, as such are compared.
    pub last_label: String,
    /// The places that links of the article lead to.
    pub places: Places,
    /// All text of the source.
    pub whole_text: String,
    /// How often something was looked for in it.
    pub searches: usize,
    /// The beginnings of boxes that are there for some screens.
    pub said_for_screens: Vec<String>,
    /// A post was shown whose embedded copy may follow.
    pub embedded_post: bool,
    /// Blocks met where none can stand; they follow as soon as one can.
    waiting: Vec<Node>,
    /// Text came already: what repeats the headline now is meant to.
    has_text: bool,
}

/// What the source elements around say, until the innermost of those that say something ends.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    /// How many containers are open when it ends.
    pub depth: usize,
    /// The block of text that the source has open; `div` where text makes a paragraph of its own.
    pub leaf: Tag,
    /// The attributes of that block.
    pub attributes: Attributes,
    /// What unwrapped wrappers said about direction and language.
    pub inherited: Attributes,
    /// In a card that links elsewhere: one paragraph, whatever its boxes.
    pub in_card: bool,
}

/// The open block of text.
#[derive(Debug)]
pub(super) struct Leaf {
    pub element: Element,
    /// It has its direction from a wrapper.
    has_borrowed_dir: bool,
}

impl Leaf {
    pub fn new(element: Element) -> Self {
        Self {
            element,
            has_borrowed_dir: false,
        }
    }
}

impl<'a, P: Platform> Cleaner<'a, P> {
    pub fn new(platform: &'a P, context: &'a BodyContext<'a>, is_live: bool) -> Self {
        Self {
            platform,
            context,
            is_live,
            path: vec![Container::body()],
            leaf: None,
            line: Line::default(),
            now: Scope {
                depth: 1,
                leaf: Tag::Div,
                attributes: Attributes::default(),
                inherited: Attributes::default(),
                in_card: false,
            },
            outer: Vec::new(),
            shortcodes: Shortcodes::default(),
            images: Images::default(),
            picture: Picture::default(),
            fallbacks: 0,
            last_embed: None,
            survey: Survey::default(),
            toggled: false,
            is_button_heading: false,
            last_heading: None,
            label_level: None,
            last_label: String::new(),
            places: Places::default(),
            whole_text: String::new(),
            searches: 0,
            said_for_screens: Vec::new(),
            embedded_post: false,
            waiting: Vec::new(),
            has_text: false,
        }
    }

    /// Whether only text can come: in a heading, a caption, preformatted text.
    pub fn in_line_only(&self) -> bool {
        self.now.in_card || !matches!(self.now.leaf, Tag::Div | Tag::P)
    }

    /// Opens the block of text that the source has open, or a paragraph.
    pub fn open_leaf(&mut self) {
        let mut tag = self.now.leaf;
        if tag == Tag::Div || (tag.is_part() && !tag.fits(self.top())) {
            tag = Tag::P;
        }
        if !tag.is_part() {
            self.open_implied();
        }
        let mut element = Element {
            attributes: self.now.attributes.clone(),
            ..Element::new(tag)
        };
        let has_borrowed_dir = element.attributes.dir.is_none();
        element.attributes.inherit(&self.now.inherited);
        self.leaf = Some(Leaf {
            element,
            has_borrowed_dir,
        });
    }

    /// What follows stands apart from what came before.
    pub fn boundary(&mut self) {
        if !self.in_line_only() {
            self.close_leaf();
        } else if self.leaf.is_some() {
            if self.now.leaf == Tag::Pre {
                self.text("\n");
            } else {
                self.line.breaks = self.line.breaks.max(1);
            }
        }
    }

    /// Closes the block of text, if one is open.
    pub fn close_leaf(&mut self) {
        self.close_inlines_to(0);
        self.line.breaks = 0;
        self.line.after_formula = false;
        self.line.blank.text.clear();
        if let Some(leaf) = self.leaf.take()
            && has_ink(&leaf.element.children)
            && let Some(element) = self.without_shortcodes(leaf.finished())
        {
            self.add_leaf(element);
        }
        self.place_waiting();
    }

    /// Adds a finished block of text, unless it is the headline again at the very start.
    fn add_leaf(&mut self, leaf: Element) {
        let is_heading = leaf.tag.is_heading();
        let label = std::mem::take(&mut self.last_label);
        if is_heading && !label.is_empty() && alike(&plain_text(&leaf.children)) == label {
            return;
        }
        if !self.has_text && (is_heading || leaf.tag == Tag::P) {
            let headline = alike(self.context.title);
            if !headline.is_empty() && alike(&plain_text(&leaf.children)) == headline {
                return;
            }
        }
        // The caption of a picture above the headline is no text of the article.
        let is_caption = self.path.iter().any(|open| open.element.tag == Tag::Figure);
        self.has_text |= !is_caption;
        for shown in self.show_addresses(leaf) {
            self.place(shown);
        }
    }

    /// Adds a block that holds no text of its own.
    pub fn add_block(&mut self, node: Node) {
        if self.in_line_only() {
            self.waiting.push(node);
        } else {
            self.close_leaf();
            self.open_implied();
            self.place(node);
        }
    }

    /// The block that was placed last, if no text came since.
    pub fn last_block(&mut self) -> Option<&mut Node> {
        if self.leaf.is_some() {
            return None;
        }
        self.path.last_mut()?.element.children.last_mut()
    }

    /// Places the blocks that wait, if any can stand here.
    pub fn place_waiting(&mut self) {
        if !self.waiting.is_empty() && self.top().implied_child().is_none() {
            for node in std::mem::take(&mut self.waiting) {
                self.place(node);
            }
        }
    }

    /// The finished body.
    pub fn finish(mut self) -> Vec<Node> {
        self.close_leaf();
        self.close_caption();
        self.close_to(1);
        let mut body = match self.path.pop() {
            Some(root) => root.element.children,
            None => Vec::new(),
        };
        if body.last().is_some_and(|last| last.is(Tag::Hr)) {
            body.pop();
        }
        self.places.settle(&mut body);
        direction::mark(&mut body, direction_of(self.context.language));
        body
    }
}

impl Leaf {
    /// A wrapper's direction is not meant for a text that is all of the other one.
    fn finished(mut self) -> Element {
        let runs_otherwise = |dir: Dir| {
            let own = self.element.attributes.dir;
            own.is_some_and(|own| own != dir.into()) && runs_only(&self.element.children, dir)
        };
        if self.has_borrowed_dir && (runs_otherwise(Dir::Rtl) || runs_otherwise(Dir::Ltr)) {
            self.element.attributes.dir = None;
        }
        self.element
    }
}
