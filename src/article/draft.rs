//! What a format finds in JSON, before anything is decoded, resolved or cleaned: strings and where they stood.

/// An article as its source wrote it. Every field may be missing; nothing in it is trusted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Canonical address, possibly relative.
    pub url: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Headline.
    pub title: Option<Text>,
    /// Standfirst.
    pub summary: Option<Text>,
    /// Breadcrumb from the home page on.
    pub breadcrumb: Vec<DraftLink>,
    /// Lead image.
    pub image: Option<DraftImage>,
    /// Authors.
    pub authors: Vec<DraftLink>,
    /// Publication date as the source writes it.
    pub published: Option<String>,
    /// Date of the last change as the source writes it.
    pub modified: Option<String>,
    /// Publisher.
    pub publisher: Option<DraftLink>,
    /// Keywords.
    pub tags: Vec<Text>,
    /// Body.
    pub body: Body,
}

/// A short text of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// Shown as it is.
    Plain(String),
    /// HTML: decoded once to text, never shown as markup (`title.rendered` of WordPress).
    Html(String),
}

/// A name and perhaps an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLink {
    /// Name; in every format it may carry HTML entities.
    pub text: Text,
    /// Address, possibly relative.
    pub url: Option<String>,
}

/// An image of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftImage {
    /// Address, possibly relative.
    pub url: String,
    /// Text alternative.
    pub alt: Option<Text>,
    /// Caption.
    pub caption: Option<Text>,
    /// Credit.
    pub credit: Option<Text>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Other widths: address and width in pixels.
    pub variants: Vec<(String, u32)>,
}

/// The body of a source, in one of the shapes met in the wild.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Body {
    /// None.
    #[default]
    None,
    /// HTML.
    Html(String),
    /// Plain text: blank lines separate paragraphs.
    Text(String),
    /// Typed blocks (Qari's own, Apple News after translation).
    Blocks(Vec<Block>),
    /// The host page's own `<article>` (JSON-LD without `articleBody`, with `data-src="page"`).
    Page,
}

/// A typed block (DESIGN 1.3).
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// A heading; level 2–6.
    Heading(u8, Text),
    /// A list; ordered or not.
    List(bool, Vec<Text>),
    /// A quotation and whom it is from.
    Quote(Text, Option<Text>),
    /// An image.
    Image(DraftImage),
    /// Several images shown together.
    Gallery(Vec<DraftImage>),
    /// A table.
    Table {
        /// What it shows.
        caption: Option<Text>,
        /// Column heads.
        head: Vec<Text>,
        /// Rows of cells.
        rows: Vec<Vec<Text>>,
    },
    /// Program text and its language's name.
    Code(String, Option<String>),
    /// Something of a third party: address and title.
    Embed(String, Option<Text>),
    /// A thematic break.
    Divider,
    /// HTML that is cleaned as the body is (Apple News `html`, Ghost cards).
    Html(String),
}
