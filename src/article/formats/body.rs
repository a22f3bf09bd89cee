//! The body of a source as HTML, whatever it was: HTML, text, or typed blocks (DESIGN 1.3; Apple News' components).
//!
//! It goes through the same cleaning and repair as all HTML, so nothing here need be careful about what it lets
//! through, only about not losing anything.

use super::path;
use super::source::{
    ALT, CAPTION, CREDIT, HEIGHT, IMAGE, Source, Texts, VARIANTS, WIDTH, first, has_tag, pixels,
    string, string_in,
};
use crate::article::body::candidate;
use crate::json::{Json, Kind};
use crate::locale::template::{cut, position};

/// What becomes of a typed block.
#[derive(Debug, Clone, Copy)]
enum Block {
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
    /// Nothing that is read.
    Nothing,
    /// Only its text is read.
    Label,
    /// A paragraph if it has a text, something embedded if it has an address, else what is in it.
    Other,
}

/// The types and roles of each kind, without the digit of `heading2`. A name that is not here says nothing about its
/// block, whatever words it is made of: it is a paragraph if it has a text, something embedded if it has an address,
/// else its children.
const BLOCKS: &[(&str, Block)] = &[
    (
        "ad advert advertisement banner_advertisement medium_rectangle_advertisement replica_advertisement",
        Block::Nothing,
    ),
    ("logo", Block::Label),
    ("author byline", Block::Byline),
    ("heading title subtitle subheading", Block::Heading),
    ("quote pullquote blockquote", Block::Quote),
    ("image photo picture figure portrait", Block::Image),
    ("gallery mosaic", Block::Gallery),
    ("list", Block::List),
    ("table", Block::Table),
    ("code", Block::Code),
    ("divider", Block::Divider),
];

impl<'a> Source<'a> {
    /// The article's body as HTML; empty if there is none.
    pub fn body(&self) -> String {
        let mut out = String::new();
        self.find("body", true, &mut |value| {
            self.add(value, false, &mut out);
            !out.is_empty()
        });
        if out.is_empty() {
            write(self.string("text"), How::Text, &mut out);
        }
        out
    }

    /// Adds a text, or a list of blocks and texts. `listed`: it stands in such a list.
    fn add(&self, value: Json, listed: bool, out: &mut String) {
        if value.kind() == Kind::List {
            for (_, item) in value.fields() {
                self.add(item, true, out);
            }
        } else if listed && value.kind() == Kind::Object {
            self.block(value, out);
        } else {
            let text = string(value);
            if text.is_empty() {
                return;
            }
            let plain = listed && self.texts == Texts::Plain;
            if has_tag(text) && !plain {
                out.push_str(text);
            } else {
                // Entities without a tag: the line breaks are what is left of its paragraphs.
                out.push_str("<p>");
                write(text, if plain { How::Text } else { How::Entities }, out);
            }
            out.push('\n');
        }
    }

    fn block(&self, item: Json, out: &mut String) {
        let name = string_in(item, "type | role");
        let mut block = Block::Other;
        for (names, known) in BLOCKS {
            if position(names, cut(name, "123456").0).is_some() {
                block = *known;
            }
        }
        let start = out.len();
        let read = match block {
            Block::Nothing => true,
            Block::Label => {
                wrapped(item, "p>", out);
                true
            }
            Block::Byline => self.has("authors"),
            Block::Divider => {
                out.push_str("<hr>");
                true
            }
            Block::Image => figure(item, out),
            Block::Gallery => {
                out.push_str("<figure>");
                let mut add = |image| figure(image, out);
                let any = path::find(item, "images.* | items.*", true, &mut add);
                out.push_str("</figure>");
                any
            }
            Block::Heading => {
                // Qari's `level`; the digit of `heading2`, which stands under the title.
                let digit = name.as_bytes().last().unwrap_or(&0).wrapping_sub(b'0' - 1);
                let level = match pixels(item, "level") {
                    0 if digit > 9 => 0,
                    0 => digit.into(),
                    level => level,
                };
                let tag = ["h2>", "h3>", "h4>", "h5>", "h6>"];
                wrapped(item, tag[level.clamp(2, 6) as usize - 2], out)
            }
            Block::Quote => {
                out.push_str("<blockquote>");
                let any = wrapped(item, "div>", out) | wrapped(item.get("cite"), "cite>", out);
                out.push_str("</blockquote>");
                any
            }
            Block::List => {
                let ordered = item.get("ordered").text() == "true";
                let tag = if ordered { "ol>" } else { "ul>" };
                row(item.get("items"), tag, "li>", out)
            }
            Block::Table => {
                out.push_str("<table>");
                let mut any = wrapped(item.get("caption"), "caption>", out);
                let head = item.get("head");
                if head.kind() == Kind::List {
                    out.push_str("<thead>");
                    any |= row(head, "tr>", "th>", out);
                    out.push_str("</thead>");
                }
                for (_, cells) in item.get("rows").fields() {
                    any |= row(cells, "tr>", "td>", out);
                }
                out.push_str("</table>");
                any
            }
            Block::Code => {
                out.push_str("<pre><code>");
                let text = string(item);
                write(text, How::Exact, out);
                out.push_str("</code></pre>");
                !text.is_empty()
            }
            Block::Other => false,
        };
        if read {
            return;
        }
        // Not what its name says: nothing of it is lost for that.
        out.truncate(start);
        let url = string_in(item, IMAGE);
        if wrapped(item, "p>", out) {
        } else if url.is_empty() || !matches!(block, Block::Other) {
            self.add(item.get("components"), true, out);
        } else {
            out.push_str("<iframe");
            attribute("src", url, out);
            attribute("title", string_in(item, "title | caption"), out);
            out.push_str("></iframe>");
        }
    }
}

/// Adds an image with what is said about it; says whether it is one.
fn figure(item: Json, out: &mut String) -> bool {
    let start = out.len();
    out.push_str("<figure>");
    if !image(item, out) {
        out.truncate(start);
        return false;
    }
    out.push_str("<figcaption>");
    wrapped(first(item, CAPTION), "div>", out);
    wrapped(first(item, CREDIT), "small>", out);
    out.push_str("</figcaption></figure>");
    true
}

/// Adds the image that is an address or an object; says whether it is one.
pub(in crate::article) fn image(image: Json, out: &mut String) -> bool {
    let url = match image.kind() {
        Kind::Object => string_in(image, IMAGE),
        _ => string(image),
    };
    // Nothing outside a bundle can load what is in it, and what is in the address itself keeps a place.
    if url.is_empty() || url.starts_with("bundle:") || url.starts_with("data:") {
        return false;
    }
    let mut set = String::new();
    let size = |image, paths| pixels(image, paths) as f32;
    let (width, height) = (size(image, WIDTH), size(image, HEIGHT));
    let mut add = |image| {
        // Not the crops, which show another part of the picture.
        let full = width * size(image, HEIGHT);
        let crop = (full - height * size(image, WIDTH)).abs() * 50.0 > full;
        let (url, width) = (string_in(image, IMAGE), string_in(image, WIDTH));
        if !url.is_empty() && !width.is_empty() && (!crop || full == 0.0) {
            candidate(url, width, &mut set);
        }
        true
    };
    // Where there is a choice, the image itself is one; none if it cannot be.
    if width > 0.0 && path::find(image, VARIANTS, true, &mut add) {
        add(image);
    }
    out.push_str("<img");
    attribute("srcset", &set, out);
    attribute("src", url, out);
    for (name, paths) in [("alt", ALT), ("width", WIDTH), ("height", HEIGHT)] {
        attribute(name, string_in(image, paths), out);
    }
    out.push('>');
    true
}

/// Adds the text of a block, an item or a cell in an element, if there is one: plain, but HTML where the field is
/// called `html` or the format says so. `tag` has its closing bracket.
fn wrapped(value: Json, tag: &str, out: &mut String) -> bool {
    let html = string(value.get("html"));
    let (text, how) = match value.get("format").text() {
        _ if !html.is_empty() => (html, How::Html),
        "html" => (string(value), How::Html),
        "markdown" => (string(value), How::Markdown),
        _ => (string(value), How::Text),
    };
    if !text.is_empty() {
        out.push('<');
        out.push_str(tag);
        write(text, how, out);
        out.push_str("</");
        out.push_str(tag);
    }
    !text.is_empty()
}

/// Adds the items of a list, or the cells of a row; an empty cell keeps its place. Says whether any has a text.
fn row(items: Json, outer: &str, inner: &str, out: &mut String) -> bool {
    let mut any = false;
    out.push('<');
    out.push_str(outer);
    for (_, item) in items.fields() {
        if wrapped(item, inner, out) {
            any = true;
        } else if inner != "li>" {
            out.push('<');
            out.push_str(inner);
        }
    }
    out.push_str("</");
    out.push_str(outer);
    any
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
pub(in crate::article) enum How {
    /// As it is.
    Html,
    /// Nothing in it is markup; its line breaks are line breaks.
    Text,
    /// The same, but its entities are entities.
    Entities,
    /// Nothing in it is markup, nor are its line breaks (code, attributes).
    Exact,
    /// Emphasis, links and headings are markup; what else Markdown has stays as it was written.
    Markdown,
}

/// Adds `text` to HTML. One pass, whatever marks are in it.
pub(in crate::article) fn write(text: &str, how: How, out: &mut String) {
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
