//! The body's tree: the only things an article can say.

use std::ops::{Deref, DerefMut};

use super::Attributes;
use crate::article::{Image, SafeUrl};
use crate::locale::template::{entry, position};

/// A node of the cleaned body: an element of the allow-list, a text, an image, something of a third party. Its tag
/// says which.
///
/// All are one pointer to the same [`Parts`]: in the wasm whatever moves, compares or drops a thing of several
/// shapes writes out each of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Node(Box<Parts>);

/// What a [`Node`] has; what its tag does not ask for is empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// Which element, or what else.
    pub tag: Tag,
    /// An element's attributes.
    pub attributes: Attributes,
    /// An element's content.
    pub children: Vec<Node>,
    /// Of [`Tag::Text`]: exactly the source's code points.
    pub text: String,
    /// Of [`Tag::Image`].
    pub image: Option<Box<Image>>,
    /// Of [`Tag::Embed`]: shown as a poster or a link until it is asked for.
    pub embed: Option<Box<Embed>>,
}

impl Deref for Node {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl DerefMut for Node {
    fn deref_mut(&mut self) -> &mut Parts {
        &mut self.0
    }
}

impl Node {
    /// A node without content.
    #[inline(never)]
    pub fn new(tag: Tag) -> Self {
        Self(Box::new(Parts {
            tag,
            attributes: Attributes::default(),
            children: Vec::new(),
            text: String::new(),
            image: None,
            embed: None,
        }))
    }

    /// An element with some attributes.
    pub(super) fn with(tag: Tag, attributes: &Attributes) -> Self {
        let mut node = Self::new(tag);
        node.attributes = attributes.clone();
        node
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        let mut node = Self::new(Tag::Text);
        node.text.push_str(text);
        node
    }

    /// An element around one node.
    #[inline(never)]
    pub(super) fn around(tag: Tag, child: Node) -> Self {
        let mut node = Self::new(tag);
        node.children.push(child);
        node
    }

    /// Whether it stands by itself, not in a line of text. An image does, and with it a link around it.
    pub fn is_block(&self) -> bool {
        let links = |first: &Node| self.tag == Tag::A && first.tag == Tag::Image;
        self.tag.is_block() || self.children.first().is_some_and(links)
    }
}

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// The elements a body may hold: those of a line, those that hold lines, those that hold blocks. And what else
        /// a node may be.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Tag { $($variant),*, Image, Embed, Text }
        /// Their HTML names, in the order of [`Tag`].
        const NAMES: &str = concat!($($name, " "),*);
        impl Tag {
            /// Every element of the allow-list.
            pub const ALL: &'static [Tag] = &[$(Tag::$variant),*];
        }
    };
}

tags! {
    A "a", Abbr "abbr", B "b", Bdi "bdi", Bdo "bdo", Cite "cite", Code "code", Del "del", Dfn "dfn", Em "em",
    I "i", Ins "ins", Kbd "kbd", Mark "mark", Q "q", Rp "rp", Rt "rt", Ruby "ruby", S "s", Samp "samp",
    Small "small", Span "span", Strong "strong", Sub "sub", Sup "sup", Time "time", U "u", Var "var",
    Br "br", Wbr "wbr", Hr "hr",
    Caption "caption", Dt "dt", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", P "p", Pre "pre",
    Summary "summary",
    Aside "aside", Blockquote "blockquote", Dd "dd", Details "details", Div "div", Dl "dl",
    Figcaption "figcaption", Figure "figure", Li "li", Ol "ol", Table "table", Tbody "tbody", Td "td",
    Tfoot "tfoot", Th "th", Thead "thead", Tr "tr", Ul "ul",
}

impl Tag {
    /// The HTML name; empty for what is no element.
    pub fn name(self) -> &'static str {
        entry(NAMES, " ", self as usize)
    }

    /// The element of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.get(position(NAMES, name)?).copied()
    }

    /// Whether it stands by itself, not in a line of text.
    pub fn is_block(self) -> bool {
        self as u8 >= Tag::Hr as u8 && self != Tag::Text
    }

    /// Whether it holds text only, and is a block.
    pub(super) fn is_leaf(self) -> bool {
        self as u8 > Tag::Hr as u8 && self as u8 <= Tag::Summary as u8
    }

    /// Whether it is a heading.
    pub(super) fn is_heading(self) -> bool {
        self as u8 >= Tag::H2 as u8 && self as u8 <= Tag::H6 as u8
    }
}

/// Something of a third party.
#[derive(Debug, Clone, PartialEq)]
pub struct Embed {
    /// Provider's name as shown (`YouTube`).
    pub provider: &'static str,
    /// Where the original is, for people.
    pub link: SafeUrl,
    /// The player's address, asked for only after a click.
    pub player: SafeUrl,
    /// Title as the source gives it; empty if it gives none.
    pub title: String,
    /// Width and height of the player, a ratio.
    pub ratio: (u32, u32),
}
