//! One article inside parsed JSON, and the readers of its fields that all formats share.

use super::body;
use super::path::{self, holds, number};
use crate::locale::template::cut;
use serde_json::Value;

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
    /// The whole document.
    pub root: &'a Value,
    /// The article.
    pub item: &'a Value,
    /// `field: path | path; …`.
    pub map: &'a str,
    /// How its short texts are written.
    pub texts: Texts,
}

impl<'a> Source<'a> {
    /// Gives `found` the values of a field, alternative by alternative (see [`path::find`]).
    pub fn find(&self, field: &str, every: bool, found: &mut dyn FnMut(&'a Value) -> bool) -> bool {
        let paths = path::paths_of(self.map, field);
        path::find(self.root, self.item, paths, every, found)
    }

    /// Whether a field is there at all, be it null.
    pub fn has(&self, field: &str) -> bool {
        self.find(field, false, &mut |_| true)
    }

    /// The first text of a field.
    pub fn string(&self, field: &str) -> Option<String> {
        self.string_in(self.item, path::paths_of(self.map, field))
    }

    /// The first text at one of `paths` inside `value`.
    pub fn string_in(&self, value: &'a Value, paths: &str) -> Option<String> {
        let mut out = None;
        path::find(self.root, value, paths, false, &mut |value| {
            out = string(value);
            out.is_some()
        });
        out
    }

    /// A number of pixels at one of `paths` inside `value`: 640, "640", "640px".
    pub fn pixels(&self, value: &'a Value, paths: &str) -> Option<u32> {
        let written = self.string_in(value, paths)?;
        let pixels = number(cut(written.trim(), "p.").0)?;
        (1..=1 << 16).contains(&pixels).then_some(pixels as u32)
    }

    /// JSON-LD may give `{"@id": …}` alone and say the rest elsewhere in the document: `value`, or that rest.
    pub fn whole(&self, value: &'a Value, wanted: &str) -> &'a Value {
        let mut out = value;
        if let (Value::Object(fields), None) = (value, self.string_in(value, wanted))
            && let Some(id) = fields.get("@id").and_then(Value::as_str)
        {
            path::walk(self.root, "**", &mut |other| {
                let whole = match other {
                    Value::Object(more) => {
                        more.len() > fields.len()
                            && more.get("@id").and_then(Value::as_str) == Some(id)
                    }
                    _ => false,
                };
                if whole {
                    out = other;
                }
                whole
            });
        }
        out
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

/// A text, or a whole number as text; of a list or object the text inside, Markdown as HTML. Blank is none.
pub(in crate::article) fn string(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => (!text.trim().is_empty()).then(|| text.clone()),
        Value::Number(number) => {
            let number = number.as_f64()?;
            let whole = number as u64;
            let mut out = String::new();
            decimal(whole, &mut out);
            (whole as f64 == number).then_some(out)
        }
        Value::Array(items) => items.iter().find_map(string),
        Value::Object(fields) => {
            let mut out = None;
            path::find(value, value, INNER, false, &mut |inner| {
                out = inner.as_str().filter(|text| !text.trim().is_empty());
                out.is_some()
            });
            let mut text = String::from(out?);
            if fields.get("format").and_then(Value::as_str) == Some("markdown") {
                text = body::markdown(&text);
            }
            Some(text)
        }
        _ => None,
    }
}

/// Adds a number's digits.
fn decimal(number: u64, out: &mut String) {
    if number > 9 {
        decimal(number / 10, out);
    }
    out.push((b'0' + (number % 10) as u8) as char);
}

/// Whether a tag is in the text: `<p>`, `</p>`, `<!-- -->`.
pub(super) fn has_tag(text: &str) -> bool {
    holds(text, ">")
        && text.as_bytes().windows(2).any(|pair| match pair {
            [b'<', next] => next.is_ascii_alphabetic() || matches!(next, b'/' | b'!'),
            _ => false,
        })
}
