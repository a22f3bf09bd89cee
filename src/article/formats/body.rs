//! The body of a source as HTML, whatever it was: HTML, text, or typed blocks (DESIGN 1.3; Apple News' components).
//!
//! It goes through the same cleaning and repair as all HTML, so nothing here need be careful about what it lets
//! through, only about not losing anything.

use super::path::{self, holds};
use super::source::{
    ALT, CAPTION, CREDIT, HEIGHT, IMAGE, Source, Texts, VARIANTS, WIDTH, has_tag, string,
};
use crate::locale::template::cut;
use serde_json::Value;

/// What becomes of a typed block.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Heading,
    Quote,
    Image,
    Gallery,
    List,
    Table,
    Code,
    Divider,
    /// The names stand in the byline already, if the source has them apart.
    Byline,
    /// Said elsewhere in the article, or nothing that is read.
    Nothing,
}

/// Words that in a block's type or role tell its kind. A block with none of them is a paragraph if it has a text,
/// something embedded if it has an address, else its children.
const KINDS: &[(&str, Kind)] = &[
    ("advert logo", Kind::Nothing),
    ("author byline", Kind::Byline),
    ("heading title", Kind::Heading),
    ("quote", Kind::Quote),
    ("image photo figure portrait", Kind::Image),
    ("gallery mosaic", Kind::Gallery),
    ("list", Kind::List),
    ("table", Kind::Table),
    ("code", Kind::Code),
    ("divider", Kind::Divider),
];

impl<'a> Source<'a> {
    /// The article's body as HTML; empty if there is none.
    pub fn body(&self) -> String {
        let mut out = String::new();
        self.find("body", true, &mut |value| {
            self.add(value, false, &mut out);
            !out.is_empty()
        });
        if out.is_empty()
            && let Some(text) = self.string("text")
        {
            write(&text, How::Text, &mut out);
        }
        out
    }

    /// Adds a text, or a list of blocks and texts. `listed`: it stands in such a list.
    fn add(&self, value: &'a Value, listed: bool, out: &mut String) {
        match value {
            Value::Array(items) => {
                for item in items {
                    self.add(item, true, out);
                }
            }
            Value::Object(_) if listed => self.block(value, out),
            _ => {
                let Some(text) = string(value) else { return };
                let plain = listed && self.texts == Texts::Plain;
                if has_tag(&text) && !plain {
                    out.push_str(&text);
                } else {
                    // Entities without a tag: the line breaks are what is left of its paragraphs.
                    out.push_str("<p>");
                    write(&text, if plain { How::Text } else { How::Entities }, out);
                }
                out.push('\n');
            }
        }
    }

    fn block(&self, item: &'a Value, out: &mut String) {
        let get = |key: &str| item.get(key).unwrap_or(&Value::Null);
        let name = self.string_in(item, "type | role").unwrap_or_default();
        let mut kind = None;
        for (words, known) in KINDS {
            let mut rest = *words;
            while kind.is_none() && !rest.is_empty() {
                let (word, next) = cut(rest, " ");
                kind = holds(&name, word).then_some(*known);
                rest = next;
            }
        }
        match kind {
            Some(Kind::Nothing) => {}
            Some(Kind::Byline) if self.has("authors") => {}
            Some(Kind::Divider) => out.push_str("<hr>"),
            Some(Kind::Image) => self.figure(item, out),
            Some(Kind::Gallery) => {
                out.push_str("<figure>");
                path::find(item, item, "images.* | items.*", true, &mut |image| {
                    self.figure(image, out);
                    true
                });
                out.push_str("</figure>");
            }
            Some(Kind::Heading) => {
                // Qari's `level`; the digit of `heading2`, which stands under the title.
                let digit = path::number(name.get(name.len() - 1..).unwrap_or_default());
                let level = self
                    .pixels(item, "level")
                    .or(digit.map(|digit| digit as u32 + 1));
                let tag = match level {
                    None | Some(..=2) => "h2>",
                    Some(3) => "h3>",
                    Some(4) => "h4>",
                    Some(5) => "h5>",
                    _ => "h6>",
                };
                wrapped(item, tag, out);
            }
            Some(Kind::Quote) => {
                out.push_str("<blockquote>");
                wrapped(item, "div>", out);
                wrapped(get("cite"), "cite>", out);
                out.push_str("</blockquote>");
            }
            Some(Kind::List) => {
                let tag = if get("ordered").as_bool() == Some(true) {
                    "ol>"
                } else {
                    "ul>"
                };
                row(get("items"), tag, "li>", out);
            }
            Some(Kind::Table) if get("html").is_null() => {
                out.push_str("<table>");
                wrapped(get("caption"), "caption>", out);
                if let Value::Array(_) = get("head") {
                    out.push_str("<thead>");
                    row(get("head"), "tr>", "th>", out);
                    out.push_str("</thead>");
                }
                path::walk(get("rows"), "*", &mut |cells| {
                    row(cells, "tr>", "td>", out);
                    false
                });
                out.push_str("</table>");
            }
            Some(Kind::Code) => {
                out.push_str("<pre><code>");
                write(&string(item).unwrap_or_default(), How::Exact, out);
                out.push_str("</code></pre>");
            }
            _ => {
                if !wrapped(item, "p>", out) {
                    if let Some(url) = self.string_in(item, IMAGE) {
                        out.push_str("<iframe");
                        let title = self.string_in(item, "title | caption");
                        attribute("src", &url, out);
                        attribute("title", &title.unwrap_or_default(), out);
                        out.push_str("></iframe>");
                    } else {
                        self.add(get("components"), true, out);
                    }
                }
            }
        }
    }

    /// An image with what is said about it.
    fn figure(&self, image: &'a Value, out: &mut String) {
        let start = out.len();
        out.push_str("<figure>");
        if !self.image(image, out) {
            out.truncate(start);
        } else {
            out.push_str("<figcaption>");
            for (paths, tag) in [(CAPTION, "div>"), (CREDIT, "small>")] {
                path::find(image, image, paths, false, &mut |text| {
                    wrapped(text, tag, out)
                });
            }
            out.push_str("</figcaption></figure>");
        }
    }

    /// Adds the image that is an address or an object; says whether it is one.
    pub fn image(&self, image: &'a Value, out: &mut String) -> bool {
        let url = match image {
            Value::Object(_) => self.string_in(image, IMAGE),
            _ => string(image),
        };
        // Nothing outside a bundle can load what is in it, and what is in the address itself keeps a place.
        let own = |url: &String| url.starts_with("bundle:") || url.starts_with("data:");
        let Some(url) = url.filter(|url| !own(url)) else {
            return false;
        };
        let mut set = String::new();
        let size = |image, paths| self.pixels(image, paths).unwrap_or(0) as f32;
        let (width, height) = (size(image, WIDTH), size(image, HEIGHT));
        let mut add = |image| {
            // Not the crops, which show another part of the picture.
            let full = width * size(image, HEIGHT);
            let crop = (full - height * size(image, WIDTH)).abs() * 50.0 > full;
            let url = self.string_in(image, IMAGE);
            if let (Some(url), Some(width)) = (url, self.string_in(image, WIDTH))
                && (!crop || full == 0.0)
            {
                for part in [&url, " ", &width, "w,"] {
                    set.push_str(part);
                }
            }
            true
        };
        // Where there is a choice, the image itself is one.
        if path::find(image, image, VARIANTS, true, &mut add) {
            add(image);
        }
        out.push_str("<img");
        attribute("srcset", &set, out);
        attribute("src", &url, out);
        for (name, paths) in [("alt", ALT), ("width", WIDTH), ("height", HEIGHT)] {
            attribute(name, &self.string_in(image, paths).unwrap_or_default(), out);
        }
        out.push('>');
        true
    }
}

/// Adds the text of a block, an item or a cell in an element, if there is one: plain, but HTML where the field is
/// called `html` or the format says so. `tag` has its closing bracket.
fn wrapped(value: &Value, tag: &str, out: &mut String) -> bool {
    let html = value.get("html").and_then(string);
    let known = value.get("format").and_then(Value::as_str);
    let how = match known {
        Some("html" | "markdown") => How::Html,
        _ if html.is_some() => How::Html,
        _ => How::Text,
    };
    let text = html.or_else(|| string(value));
    if let Some(text) = &text {
        out.push('<');
        out.push_str(tag);
        write(text, how, out);
        out.push_str("</");
        out.push_str(tag);
    }
    text.is_some()
}

/// Adds the items of a list, or the cells of a row; an empty cell keeps its place.
fn row(items: &Value, outer: &str, inner: &str, out: &mut String) {
    out.push('<');
    out.push_str(outer);
    for item in items.as_array().map_or(&[][..], Vec::as_slice) {
        if !wrapped(item, inner, out) && inner != "li>" {
            out.push('<');
            out.push_str(inner);
        }
    }
    out.push_str("</");
    out.push_str(outer);
}

/// Adds an attribute that is not empty.
fn attribute(name: &str, value: &str, out: &mut String) {
    if !value.is_empty() {
        for part in [" ", name, "=\""] {
            out.push_str(part);
        }
        write(value, How::Exact, out);
        out.push('"');
    }
}

/// How a text is written into HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// As it is.
    Html,
    /// Nothing in it is markup; its line breaks are line breaks.
    Text,
    /// The same, but its entities are entities.
    Entities,
    /// Nothing in it is markup, nor are its line breaks (code, attributes).
    Exact,
    /// Emphasis, links and headings are markup.
    Markdown,
}

/// Markdown as HTML: emphasis, links and headings. What else Markdown has stays as it was written.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::new();
    write(text, How::Markdown, &mut out);
    out
}

/// Adds `text` to HTML. One pass, whatever marks are in it.
fn write(text: &str, how: How, out: &mut String) {
    if how == How::Html {
        return out.push_str(text);
    }
    let bytes = text.as_bytes();
    // What is open: an emphasis (its end), a heading.
    let (mut emphasis, mut heading) = ("", false);
    // What is read, and what is written of it.
    let (mut at, mut written) = (0, 0);
    let mut after = b'\n';
    while let Some(&byte) = bytes.get(at) {
        let (before, start) = (after, at);
        after = byte;
        at += 1;
        let mut linked = None;
        let said = match byte {
            b'<' => "&lt;",
            b'"' => "&quot;",
            b'&' if how != How::Entities => "&amp;",
            b'\n' if heading => {
                heading = false;
                "</h3>"
            }
            b'\n' if how != How::Exact => "<br>",
            _ if how != How::Markdown || before == b'\\' => continue,
            b'\\' => "",
            b'#' if before == b'\n' => {
                while bytes.get(at) == Some(&byte) {
                    at += 1;
                }
                heading = true;
                "<h3>"
            }
            b'*' | b'_' => {
                while bytes.get(at) == Some(&byte) {
                    at += 1;
                }
                // snake_case, 2*3 and a mark with spaces around it are no emphasis; «و*كلمة*» is, since Arabic
                // joins its small words to the next.
                let next = *bytes.get(at).unwrap_or(&b'\n');
                if before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric()
                    || before.is_ascii_whitespace() && next.is_ascii_whitespace()
                {
                    continue;
                }
                match (emphasis, at - start) {
                    ("", 1) => (emphasis = "</em>", "<em>").1,
                    ("", _) => (emphasis = "</strong>", "<strong>").1,
                    _ => std::mem::take(&mut emphasis),
                }
            }
            b'[' => {
                linked = link(text.get(at..).unwrap_or_default());
                if linked.is_none() {
                    continue;
                }
                "<a"
            }
            _ => continue,
        };
        out.push_str(text.get(written..start).unwrap_or_default());
        out.push_str(said);
        if let Some((label, address, rest)) = linked {
            attribute("href", address, out);
            out.push('>');
            write(label, How::Text, out);
            out.push_str("</a>");
            at = text.len() - rest.len();
        }
        written = at;
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out.push_str(emphasis);
    if heading {
        out.push_str("</h3>");
    }
}

/// After `[`: `label](address "title") then`. The next bracket decides, so that brackets without end cost no more
/// than other text.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let label = cut(text, "[]").0;
    let rest = text.get(label.len()..)?.strip_prefix("](")?;
    let address = cut(rest, "()").0;
    let rest = rest.get(address.len()..)?.strip_prefix(')')?;
    Some((label, cut(address, " ").0, rest))
}
