//! The body's tree: the only things an article can say.

use super::{Attributes, Tag};
use crate::article::{Image, SafeUrl};

/// A node of the cleaned body.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// An element of the allow-list.
    Element(Element),
    /// A text, exactly the source's code points; never empty.
    Text(String),
    /// An image.
    Image(Box<Image>),
    /// Something of a third party: shown as a poster or a link until it is asked for.
    Embed(Box<Embed>),
}

/// An element with its attributes and content.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Which element.
    pub tag: Tag,
    /// Its attributes.
    pub attributes: Attributes,
    /// Its content, in order.
    pub children: Vec<Node>,
}

/// Something of a third party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// Provider's name as shown (`YouTube`).
    pub provider: &'static str,
    /// Where the original is, for people.
    pub link: SafeUrl,
    /// The player's address.
    pub player: SafeUrl,
    /// The same for a reader who asked for it by a click: it plays at once.
    pub playing: SafeUrl,
    /// What it is.
    pub kind: EmbedKind,
    /// Title as the source gives it; empty if it gives none.
    pub title: String,
    /// Width and height of the player, a ratio.
    pub ratio: (u32, u32),
}

/// What a third party shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmbedKind {
    /// A film.
    Video,
    /// A post, perhaps with pictures.
    Post,
    /// Music or speech.
    Sound,
}

impl Element {
    /// An element without attributes and content.
    pub fn new(tag: Tag) -> Self {
        Self {
            tag,
            attributes: Attributes::default(),
            children: Vec::new(),
        }
    }

    /// An element without attributes around one node.
    pub fn around(tag: Tag, child: impl Into<Node>) -> Self {
        Self {
            children: vec![child.into()],
            ..Self::new(tag)
        }
    }

    /// A link around one node.
    pub(super) fn link(url: &SafeUrl, child: impl Into<Node>) -> Self {
        Self {
            attributes: Attributes::linking(url.clone()),
            ..Self::around(Tag::A, child)
        }
    }
}

impl Node {
    /// Which element it is, if it is one.
    pub fn tag(&self) -> Option<Tag> {
        match self {
            Node::Element(element) => Some(element.tag),
            Node::Text(_) | Node::Image(_) | Node::Embed(_) => None,
        }
    }

    /// Its content; nothing for what is no element.
    pub fn children(&self) -> &[Node] {
        match self {
            Node::Element(element) => &element.children,
            Node::Text(_) | Node::Image(_) | Node::Embed(_) => &[],
        }
    }

    /// Whether it stands by itself, not in a line of text. An image does, and with it a link around it.
    pub fn is_block(&self) -> bool {
        match self {
            Node::Element(element) => element.tag.is_block() || element.is_linked_image(),
            Node::Text(_) => false,
            Node::Image(_) | Node::Embed(_) => true,
        }
    }

    /// Whether it is this element.
    pub(super) fn is(&self, tag: Tag) -> bool {
        self.tag() == Some(tag)
    }
}

impl Element {
    fn is_linked_image(&self) -> bool {
        self.tag == Tag::A && matches!(self.children.first(), Some(Node::Image(_)))
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Node::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Node::Text(text)
    }
}

impl From<Image> for Node {
    fn from(image: Image) -> Self {
        Node::Image(Box::new(image))
    }
}

impl From<Embed> for Node {
    fn from(embed: Embed) -> Self {
        Node::Embed(Box::new(embed))
    }
}
