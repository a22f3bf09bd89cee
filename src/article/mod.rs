//! The article as the reader shows it: the model between every source format and the view.
//!
//! It knows no format, no browser and no framework. [`formats`] finds the article in JSON,
//! [`build`] makes an [`Article`] of it: text decoded, URLs resolved and checked, body cleaned.

pub mod body;
mod build;
mod changed;
pub mod formats;
mod original;
mod safe_url;
pub mod sentences;
mod stamp;

pub use build::{BuildContext, build};
pub use changed::changed;
pub use original::page_of;
pub use safe_url::SafeUrl;
pub use stamp::Stamp;

use body::Node;
use serde::{Serialize, Serializer};

use crate::platform::Platform;

/// An article ready to be shown. What the source does not have is absent, never an empty string.
///
/// It serialises as Qari's own JSON (`static/article.schema.json`).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Article {
    /// Canonical address: what is shared and linked as the original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// BCP 47 (`ar-MA`). Always set by [`build`]: the owner's, else the source's, else the page's, else `ar`; none
    /// that cannot be that of the letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Headline, plain text; empty when the source has none (short posts).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Standfirst, plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// From the site's home to the article's section; the title itself is added by the view.
    #[serde(serialize_with = "steps")]
    pub breadcrumb: Vec<Link>,
    /// Lead image.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Who wrote it.
    pub authors: Vec<Link>,
    /// When it was published, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Stamp>,
    /// When it was last changed, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Stamp>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Link>,
    /// Keywords, plain text.
    pub tags: Vec<String>,
    /// The cleaned body.
    #[serde(serialize_with = "html")]
    pub body: Vec<Node>,
    /// Who may read all of it. The view says it; Qari's own JSON has no word for it.
    #[serde(skip)]
    pub access: Access,
}

/// Who may read all of an article; `body` is what everyone may.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Access {
    /// Everyone.
    #[default]
    Everyone,
    /// The rest is for members of its site.
    Members,
    /// It asks for a password.
    Password,
}

impl Article {
    /// Shows what a machine wrote in UTC on the clock of a zone (`data-timezone`). Other dates stay as written, and all
    /// where the platform does not know the zone.
    pub fn on_clock_of(mut self, zone: &str, platform: &impl Platform) -> Self {
        let moved = |written: Stamp| {
            let clock = written.utc().and_then(|utc| platform.clock(zone, utc));
            clock.map_or(written, |clock| written.on(clock))
        };
        body::move_times(&mut self.body, &moved);
        Self {
            published: self.published.map(moved),
            modified: self.modified.map(moved),
            ..self
        }
    }
}

/// A name, perhaps with an address: author, breadcrumb step, publisher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Plain text.
    #[serde(rename = "name")]
    pub text: String,
    /// Where it leads, if anywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// An author's picture; nothing else that has a name has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<SafeUrl>,
}

/// An image and what is said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Image {
    /// The full image.
    pub url: SafeUrl,
    /// Text alternative; empty for a decorative image.
    pub alt: String,
    /// Caption, plain text (a body figure's caption is body text and stands in the tree instead).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who made it, plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variant {
    /// Where it is.
    pub url: SafeUrl,
    /// Its width in pixels.
    pub width: u32,
}

/// The steps of a breadcrumb, which have a title where others have a name. The site's home has neither: the view has
/// the word for it.
fn steps<S: Serializer>(breadcrumb: &[Link], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Step<'a> {
        title: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: &'a Option<SafeUrl>,
    }
    let named = breadcrumb.iter().filter(|link| !link.text.is_empty());
    serializer.collect_seq(named.map(|Link { text, url, .. }| Step { title: text, url }))
}

/// The body as HTML, for scripts on the page, and for a prerendered page's data.
fn html<S: Serializer>(body: &[Node], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&body::html(body))
}

#[cfg(test)]
mod tests;
