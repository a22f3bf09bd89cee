//! The body's tree: the only things an article can say.

use crate::article::{Image, SafeUrl};
use crate::locale::template::{entry, position};

/// A node of the cleaned body.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Text, exactly the source's code points.
    Text(String),
    /// An element of the allow-list.
    Element(Box<Element>),
    /// An image.
    Image(Box<Image>),
    /// Something of a third party, shown as a poster or a link until it is asked for.
    Embed(Box<Embed>),
}

/// An element of the allow-list.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Which.
    pub tag: Tag,
    /// Its attributes; `dir` is the first, `lang` the next.
    pub attributes: Vec<Attr>,
    /// Its content.
    pub children: Vec<Node>,
}

impl Element {
    /// An element without content.
    ///
    /// It is a pointer everywhere: in the wasm whatever moves a larger thing writes its fields out one by one.
    pub fn new(tag: Tag, attributes: Vec<Attr>) -> Box<Self> {
        Box::new(Self {
            tag,
            attributes,
            children: Vec::new(),
        })
    }

    /// An element around one node.
    pub(super) fn around(tag: Tag, attributes: Vec<Attr>, child: Node) -> Node {
        let mut element = Self::new(tag, attributes);
        element.children.push(child);
        Node::Element(element)
    }
}

impl Node {
    /// Whether it stands by itself, not in a line of text. An image does, and with it a link around it.
    pub fn is_block(&self) -> bool {
        match self {
            Node::Text(_) => false,
            Node::Image(_) | Node::Embed(_) => true,
            Node::Element(element) => {
                element.tag.is_block()
                    || (element.tag == Tag::A
                        && matches!(element.children.first(), Some(Node::Image(_))))
            }
        }
    }

    /// Whether it is an element of this kind.
    pub(super) fn is(&self, tag: Tag) -> bool {
        matches!(self, Node::Element(element) if element.tag == tag)
    }
}

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// The elements a body may hold: those of a line, those that hold lines, those that hold blocks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Tag { $($variant),* }
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
    /// The HTML name.
    pub fn name(self) -> &'static str {
        entry(NAMES, " ", self as usize)
    }

    /// The element of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.get(position(NAMES, name)?).copied()
    }

    /// Whether it stands by itself, not in a line of text.
    pub fn is_block(self) -> bool {
        self as u8 >= Tag::Hr as u8
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

/// An attribute of a body element. Only the body's own rooms can make one: of a known name, with a checked value.
#[derive(Debug, Clone, PartialEq)]
pub struct Attr {
    name: &'static str,
    value: String,
}

impl Attr {
    pub(super) fn new(name: &'static str, value: &str) -> Self {
        Self {
            name,
            value: value.into(),
        }
    }

    pub(super) fn href(url: &SafeUrl) -> Vec<Self> {
        vec![Self::new("href", url.as_str())]
    }

    /// One of `dir lang href colspan rowspan scope start reversed title datetime open class`; a class is one of
    /// Qari's own stylesheet (`gallery`, `callout`), never the source's.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Its value; of `href` an address that a link may have.
    pub fn value(&self) -> &str {
        &self.value
    }
}

/// Something of a third party.
#[derive(Debug, Clone, PartialEq)]
pub struct Embed {
    /// Provider's name as shown (`YouTube`); empty for an unknown one, which is shown as a link.
    pub provider: &'static str,
    /// Where the original is, for people.
    pub link: SafeUrl,
    /// The player's address, asked for only after a click.
    pub player: Option<SafeUrl>,
    /// Title as the source gives it.
    pub title: Option<String>,
    /// Width and height of the player, a ratio.
    pub ratio: (u32, u32),
}
