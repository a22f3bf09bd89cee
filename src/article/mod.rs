//! The article as the reader shows it: the model between every source format and the view.
//!
//! It knows no format, no browser and no framework. [`formats`] finds the article in JSON,
//! [`build`] makes an [`Article`] of it: text decoded, URLs resolved and checked, body cleaned.

pub mod body;
mod build;
pub mod formats;
pub mod json;
mod safe_url;
mod stamp;

pub use build::{BuildContext, build};
pub use safe_url::SafeUrl;
pub use stamp::Stamp;

use body::Node;

/// An article ready to be shown. What the source does not have is absent, never an empty string.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Canonical address: what is shared and linked as the original.
    pub url: Option<SafeUrl>,
    /// BCP 47 (`ar-MA`). Always set by [`build`]: the owner's, else the source's, else the page's, else `ar`.
    pub language: Option<String>,
    /// Headline, plain text; empty when the source has none (short posts).
    pub title: String,
    /// Standfirst, plain text.
    pub summary: Option<String>,
    /// From the site's home to the article's section; the title itself is added by the view.
    pub breadcrumb: Vec<Link>,
    /// Lead image.
    pub image: Option<Image>,
    /// Who wrote it.
    pub authors: Vec<Link>,
    /// When it was published, as written.
    pub published: Option<Stamp>,
    /// When it was last changed, as written.
    pub modified: Option<Stamp>,
    /// Who published it.
    pub publisher: Option<Link>,
    /// Keywords, plain text.
    pub tags: Vec<String>,
    /// The cleaned body.
    pub body: Vec<Node>,
}

/// A name with an optional address: author, breadcrumb step, publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Plain text.
    pub text: String,
    /// Where it leads, if anywhere.
    pub url: Option<SafeUrl>,
}

/// An image and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The full image.
    pub url: SafeUrl,
    /// Text alternative; empty for a decorative image.
    pub alt: String,
    /// Caption, plain text (a body figure's caption is body text and stands in the tree instead).
    pub caption: Option<String>,
    /// Who made it, plain text.
    pub credit: Option<String>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Other widths of the same image, for `srcset`.
    pub variants: Vec<Variant>,
}

impl Image {
    /// Its other widths as the value of a `srcset` attribute; empty if there are none.
    pub fn srcset(&self) -> String {
        body::srcset(&self.variants)
    }
}

/// One width of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Where it is.
    pub url: SafeUrl,
    /// Its width in pixels.
    pub width: u32,
}

/// temp
pub fn as_value(article: &Article) -> serde_json::Value {
    let mut value: serde_json::Value =
        serde_json::from_str(&json::write(article)).unwrap_or_default();
    value["body"] = body::html(&article.body).into();
    value
}
