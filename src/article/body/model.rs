//! The body's tree: the only things an article can say.

use crate::article::{Dir, Image, SafeUrl};

/// A node of the cleaned body.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Text, exactly the source's code points.
    Text(String),
    /// An element of the allow-list.
    Element(Element),
    /// An image.
    Image(Image),
    /// Something of a third party, shown as a poster or a link until it is asked for.
    Embed(Embed),
}

/// An element of the allow-list.
#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    /// Which.
    pub tag: Tag,
    /// Its attributes, in the order of [`Attr`].
    pub attributes: Vec<Attr>,
    /// Its content.
    pub children: Vec<Node>,
}

impl Element {
    /// An element without content.
    pub fn new(tag: Tag, attributes: Vec<Attr>) -> Self {
        Self {
            tag,
            attributes,
            children: Vec::new(),
        }
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
}

impl Tag {
    /// Whether it stands by itself, not in a line of text.
    pub fn is_block(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Aside
                | Blockquote
                | Caption
                | Dd
                | Details
                | Div
                | Dl
                | Dt
                | Figcaption
                | Figure
                | H2
                | H3
                | H4
                | H5
                | H6
                | Hr
                | Li
                | Ol
                | P
                | Pre
                | Summary
                | Table
                | Tbody
                | Td
                | Tfoot
                | Th
                | Thead
                | Tr
                | Ul
        )
    }
}

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// The elements a body may hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Tag { $($variant),* }
        impl Tag {
            /// Every element of the allow-list with its HTML name.
            pub const ALL: &'static [(Tag, &'static str)] = &[$((Tag::$variant, $name)),*];
            /// The HTML name.
            pub fn name(self) -> &'static str { Self::ALL[self as usize].1 }
        }
    };
}

tags! {
    A "a", Abbr "abbr", Aside "aside", B "b", Bdi "bdi", Bdo "bdo", Blockquote "blockquote", Br "br",
    Caption "caption", Cite "cite", Code "code", Dd "dd", Del "del", Details "details", Dfn "dfn", Div "div",
    Dl "dl", Dt "dt", Em "em", Figcaption "figcaption", Figure "figure", H2 "h2", H3 "h3", H4 "h4", H5 "h5",
    H6 "h6", Hr "hr", I "i", Ins "ins", Kbd "kbd", Li "li", Mark "mark", Ol "ol", P "p", Pre "pre", Q "q",
    Rp "rp", Rt "rt", Ruby "ruby", S "s", Samp "samp", Small "small", Span "span", Strong "strong", Sub "sub",
    Summary "summary", Sup "sup", Table "table", Tbody "tbody", Td "td", Tfoot "tfoot", Th "th", Thead "thead",
    Time "time", Tr "tr", U "u", Ul "ul", Var "var", Wbr "wbr",
}

/// The attributes a body element may have.
#[derive(Debug, Clone, PartialEq)]
pub enum Attr {
    /// `dir`.
    Dir(Dir),
    /// `dir="auto"`, as the source wrote it.
    DirAuto,
    /// `lang`, BCP 47.
    Lang(String),
    /// `href`.
    Href(SafeUrl),
    /// `colspan`, 2–1000.
    Colspan(u16),
    /// `rowspan`, 2–1000.
    Rowspan(u16),
    /// `scope` of a table head: `row` or `col`.
    Scope(&'static str),
    /// `start` of an ordered list.
    Start(i32),
    /// `reversed`.
    Reversed,
    /// `title` of `abbr` and `dfn`.
    Title(String),
    /// `datetime`.
    Datetime(String),
    /// `open` of `details`.
    Open,
    /// A class of Qari's own stylesheet, never the source's: `gallery`, `callout`.
    Class(&'static str),
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
