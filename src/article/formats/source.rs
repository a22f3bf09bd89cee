//! One article inside parsed JSON, and the readers of its fields that all formats share.

use super::path::{self, holds, number};
use crate::json::{Json, Kind};
use crate::locale::template::cut;

/// No article names more authors, steps, tags or images than this; what comes after is left out, so that
/// no list makes reading or comparing its entries slow.
pub(in crate::article) const MOST: usize = 50;

/// Where a name and its address stand, in whatever format.
pub(in crate::article) const NAME: &str =
    "name | title.rendered | title | headline | text | item.name | item.headline";
pub(in crate::article) const ADDRESS: &str =
    "link | url | item | item.@id | item.url | href | home_page_url";
/// Where an image's address and what belongs to it stand, in whatever format.
pub(in crate::article) const IMAGE: &str = "url | source_url | contentUrl | src | URL | href";
pub(in crate::article) const ALT: &str = "alt | alt_text | accessibilityCaption";
pub(in crate::article) const CAPTION: &str = "caption";
pub(in crate::article) const CREDIT: &str =
    "credit | creditText | media_details.image_meta.credit | author.name | creator.name";
pub(in crate::article) const WIDTH: &str = "width | width.value | media_details.width";
pub(in crate::article) const HEIGHT: &str = "height | height.value | media_details.height";
/// Other widths of an image.
pub(in crate::article) const VARIANTS: &str = "variants.* | media_details.sizes.*";
/// Where the text stands when an object is found in a text's place.
const INNER: &str = "rendered | text | @value";

/// How a format writes its short texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article) enum Texts {
    /// Plain (Qari's own).
    Plain,
    /// HTML (WordPress).
    Html,
    /// Plain by the format's own rules, but entities and markup are met in it all the same.
    Mixed,
}

/// One article in its document, and the table by which it is read.
#[derive(Debug, Clone, Copy)]
pub(in crate::article) struct Source<'a> {
    /// The article.
    pub item: Json<'a>,
    /// `field: path | path; …`.
    pub map: &'a str,
    /// How its short texts are written.
    pub texts: Texts,
}

impl<'a> Source<'a> {
    /// Gives `found` the values of a field, alternative by alternative (see [`path::find`]).
    pub fn find(&self, field: &str, every: bool, found: &mut dyn FnMut(Json<'a>) -> bool) -> bool {
        path::find(self.item, path::paths_of(self.map, field), every, found)
    }

    /// Whether a field is there at all, be it null.
    pub fn has(&self, field: &str) -> bool {
        self.find(field, false, &mut |_| true)
    }

    /// The first value of a field that has a text.
    pub fn first(&self, field: &str) -> Json<'a> {
        first(self.item, path::paths_of(self.map, field))
    }

    /// The first text of a field; empty if there is none.
    pub fn string(&self, field: &str) -> &'a str {
        string(self.first(field))
    }

    /// Whether a short text is to be read as HTML.
    pub fn is_html(&self, text: &str) -> bool {
        match self.texts {
            Texts::Plain => false,
            Texts::Html => holds(text, "&") || holds(text, "<"),
            Texts::Mixed => holds(text, "&") || holds(text, "</") || holds(text, "<br"),
        }
    }
}

/// The first value at one of `paths` inside `value` that has a text; `null` if there is none.
pub(in crate::article) fn first<'a>(value: Json<'a>, paths: &str) -> Json<'a> {
    let mut out = value.none();
    path::find(value, paths, false, &mut |value| {
        out = value;
        !string(value).is_empty()
    });
    out
}

/// The first text at one of `paths` inside `value`; empty if there is none.
pub(in crate::article) fn string_in<'a>(value: Json<'a>, paths: &str) -> &'a str {
    string(first(value, paths))
}

/// A number of pixels at one of `paths` inside `value`: 640, "640", "640px"; 0 if there is none.
pub(in crate::article) fn pixels(value: Json, paths: &str) -> u32 {
    let written = cut(string_in(value, paths).trim(), "p.").0;
    match number(written) {
        Some(pixels @ 1..=0x1_0000) => pixels as u32,
        _ => 0,
    }
}

/// JSON-LD may give `{"@id": …}` alone and say the rest elsewhere in the document: `value`, or that rest.
pub(in crate::article) fn whole<'a>(value: Json<'a>, wanted: &str) -> Json<'a> {
    let id = value.get("@id").text();
    if !id.is_empty() && string_in(value, wanted).is_empty() {
        for other in value.all() {
            if other.size() > value.size() && other.get("@id").text() == id {
                return other;
            }
        }
    }
    value
}

/// A text, or a number as it was written; of a list or object the text inside. Blank is none, and none is empty.
pub(in crate::article) fn string(value: Json<'_>) -> &str {
    let mut out = "";
    match value.kind() {
        Kind::Text | Kind::Number => out = value.text(),
        Kind::List => {
            for (_, item) in value.fields() {
                out = string(item);
                if !out.is_empty() {
                    break;
                }
            }
        }
        _ => {
            path::find(value, INNER, false, &mut |inner| {
                out = if inner.kind() == Kind::Text {
                    inner.text()
                } else {
                    ""
                };
                !out.trim().is_empty()
            });
        }
    }
    if out.trim().is_empty() { "" } else { out }
}

/// Whether a tag is in the text: `<p>`, `</p>`, `<!-- -->`.
pub(super) fn has_tag(text: &str) -> bool {
    holds(text, ">")
        && text.as_bytes().windows(2).any(|pair| match pair {
            [b'<', next] => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!'),
            _ => false,
        })
}
