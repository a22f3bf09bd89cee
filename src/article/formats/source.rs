//! One article inside parsed JSON, and the readers of its fields that all formats share.

use std::sync::LazyLock;

use serde_json::Value;

use super::path::Paths;
use super::table::{Field, Table};
use crate::article::Access;

/// No article names more authors, steps, tags or images than this; what comes after is left out, so that
/// no list makes reading or comparing its entries slow.
pub(in crate::article) const MOST: usize = 50;

/// Defines where a thing stands in whatever format.
macro_rules! paths {
    ($($(#[$doc:meta])* $name:ident = $paths:expr;)*) => {
        $($(#[$doc])* pub(in crate::article) static $name: LazyLock<Paths> = LazyLock::new(|| Paths::new(&$paths));)*
    };
}

paths! {
    /// The name of an author, a step, a publisher, a tag.
    NAME = ["name", "title.rendered", "title", "headline", "text", "item.name", "item.headline"];
    /// The address that belongs to it.
    ADDRESS = ["link", "url", "item", "item.@id", "item.url", "href", "home_page_url"];
    /// An author's picture; of WordPress's the one that is sharp at twice the size at which it is shown.
    PORTRAIT = ["image", "avatar_urls.96", "avatar_urls.48", "avatar_urls.24", "profile_image", "avatar"];
    /// An image's address, and what belongs to it.
    IMAGE = ["url", "source_url", "contentUrl", "src", "URL", "href", "url.@id", "contentUrl.@id"];
    ALT = ["alt", "alt_text", "accessibilityCaption"];
    CAPTION = ["caption"];
    CREDIT = ["credit", "creditText", "media_details.image_meta.credit", "author.name", "creator.name"];
    WIDTH = ["width", "width.value", "media_details.width"];
    HEIGHT = ["height", "height.value", "media_details.height"];
    /// Other widths of an image.
    VARIANTS = ["variants.*", "media_details.sizes.*"];
}

/// Where the text stands when an object is found in a text's place.
const INNER: [&str; 4] = ["rendered", "text", "@value", "raw"];

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
    /// The article in it.
    pub item: &'a Value,
    /// Where its fields stand.
    pub table: &'a Table,
}

impl<'a> Source<'a> {
    /// What `take` makes of the first value of a field that it takes.
    pub fn find<T>(&self, field: Field, take: impl FnMut(&'a Value) -> Option<T>) -> Option<T> {
        let mut take = take;
        let take = |value| take(listed(value));
        self.paths(field).first(self.item, self.root, take)
    }

    /// Gives `take` all values of a field, from the first alternative of which it takes any (see [`Paths::each`]).
    pub fn each(&self, field: Field, take: &mut dyn FnMut(&'a Value) -> bool) {
        let take = &mut |value| take(listed(value));
        self.paths(field).each(self.item, self.root, take);
    }

    /// What a field of the owner's says inside `value` (an author, a step, an image), else the first of `paths` with a text.
    pub fn inside(&self, value: &'a Value, field: Field, paths: &Paths) -> &'a Value {
        let own = self.own(value, field, with_text);
        own.unwrap_or_else(|| first_in(value, paths))
    }

    /// What `take` makes of the first value that a field of the owner's gives inside `value`.
    pub fn own<T>(
        &self,
        value: &'a Value,
        field: Field,
        take: impl FnMut(&'a Value) -> Option<T>,
    ) -> Option<T> {
        self.paths(field).first(value, self.root, take)
    }

    /// Whether a field is there at all, be it null.
    pub fn has(&self, field: Field) -> bool {
        self.find(field, |_| Some(())).is_some()
    }

    /// The first value of a field that has a text.
    pub fn first(&self, field: Field) -> &'a Value {
        self.find(field, with_text).unwrap_or(&Value::Null)
    }

    /// The first text of a field; empty if there is none.
    pub fn text(&self, field: Field) -> &'a str {
        text(self.first(field))
    }

    /// Who may read all of the article, of which `is_empty` says that it has no body.
    pub fn access(&self, is_empty: bool) -> Access {
        let visibility = self.text(Field::Visibility);
        let is_kept = is_empty && !visibility.is_empty() && visibility != "public";
        if is_empty && self.has(Field::Password) {
            Access::Password
        } else if is_kept || self.has(Field::Members) && !self.has(Field::Free) {
            Access::Members
        } else {
            Access::Everyone
        }
    }

    /// Whether a short text is to be read as HTML.
    pub fn is_html(&self, text: &str) -> bool {
        match self.table.texts {
            Texts::Plain => false,
            Texts::Html => text.contains(['&', '<']),
            Texts::Mixed => text.contains('&') || text.contains("</") || text.contains("<br"),
        }
    }

    fn paths(&self, field: Field) -> &'a Paths {
        self.table.fields.get(field)
    }
}

/// A list that JSON-LD writes as an object, as the list; all else as it is.
fn listed(value: &Value) -> &Value {
    let list = ["@list", "@set"].iter().find_map(|name| value.get(name));
    list.unwrap_or(value)
}

fn with_text(value: &Value) -> Option<&Value> {
    (!text(value).is_empty()).then_some(value)
}

/// The first value at one of `paths` inside `value` that has a text; `null` if there is none.
pub(in crate::article) fn first_in<'a>(value: &'a Value, paths: &Paths) -> &'a Value {
    paths.first(value, value, with_text).unwrap_or(&Value::Null)
}

/// The first text at one of `paths` inside `value`; empty if there is none.
pub(in crate::article) fn text_in<'a>(value: &'a Value, paths: &Paths) -> &'a str {
    text(first_in(value, paths))
}

/// A number of pixels at one of `paths` inside `value`: 640, "640", "640.0", "640px".
pub(in crate::article) fn pixels_in(value: &Value, paths: &Paths) -> Option<u32> {
    pixels(first_in(value, paths))
}

/// A number of pixels: 640, "640", "640.0", "640px".
pub(in crate::article) fn pixels(value: &Value) -> Option<u32> {
    let written = text(value).trim();
    let whole = written.split(['.', 'p']).next()?;
    let pixels = whole.parse().ok()?;
    (1..=0x1_0000).contains(&pixels).then_some(pixels)
}

/// A text, or a number as it was written; of a list or object the text inside. Blank is none, and none is empty.
pub(in crate::article) fn text(value: &Value) -> &str {
    let found = match value {
        Value::String(written) => written,
        Value::Number(number) => number.as_str(),
        Value::Array(items) => first_full(items.iter().map(text)),
        Value::Object(fields) => {
            first_full(INNER.iter().filter_map(|name| fields.get(*name)?.as_str()))
        }
        Value::Null | Value::Bool(_) => "",
    };
    if is_blank(found) { "" } else { found }
}

fn first_full<'a>(mut texts: impl Iterator<Item = &'a str>) -> &'a str {
    texts.find(|text| !is_blank(text)).unwrap_or_default()
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
