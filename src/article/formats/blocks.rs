//! Typed blocks as HTML: Qari's own (`static/article.schema.json`) and the components of Apple News.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde_json::{Map, Value};
use strum::EnumString;

use super::html::{attribute, exact, lines};
use super::image::{figure, gallery};
use super::markdown;
use super::path::Paths;
use super::ranges::marked;
use super::source::{IMAGE, Source, pixels, text, text_in};
use super::table::Field;

/// Where a block says what it is.
static TYPE: LazyLock<Paths> = LazyLock::new(|| Paths::new(&["type", "role"]));

/// What becomes of a typed block, by its type or role without the digit of `heading2`. ASCII case is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
enum Kind {
    #[strum(
        serialize = "heading",
        serialize = "title",
        serialize = "subtitle",
        serialize = "subheading"
    )]
    Heading,
    #[strum(serialize = "quote", serialize = "pullquote", serialize = "blockquote")]
    Quote,
    #[strum(
        serialize = "image",
        serialize = "photo",
        serialize = "picture",
        serialize = "figure",
        serialize = "portrait"
    )]
    Image,
    #[strum(serialize = "gallery", serialize = "mosaic")]
    Gallery,
    List,
    Table,
    DataTable,
    Code,
    Divider,
    #[strum(serialize = "link_button", serialize = "link", serialize = "button")]
    Link,
    /// The names stand in the byline already, if the source has them apart.
    #[strum(serialize = "author", serialize = "byline")]
    Byline,
    /// Nothing that is read.
    #[strum(
        serialize = "ad",
        serialize = "advert",
        serialize = "advertisement",
        serialize = "banner_advertisement",
        serialize = "medium_rectangle_advertisement",
        serialize = "replica_advertisement"
    )]
    Advert,
    /// Only its text is read.
    Logo,
    /// A name that is not here says nothing about its block, whatever words it is made of: it is a paragraph if it has
    /// a text, something embedded if it has an address, else its children.
    #[strum(disabled)]
    Unknown,
}

impl<'a> Source<'a> {
    /// A block as HTML, if it says anything.
    pub(super) fn block(&self, block: &'a Value) -> Option<String> {
        let name = text_in(block, &TYPE);
        let kind = name
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .parse()
            .unwrap_or(Kind::Unknown);
        let html = match kind {
            Kind::Advert => return None,
            Kind::Logo => return element("p", block),
            Kind::Byline if self.has(Field::Authors) => return None,
            Kind::Divider => Some("<hr>".to_owned()),
            Kind::Image => figure(block),
            Kind::Gallery => gallery(block),
            Kind::Heading => self.text_block(heading_tag(name, block), block),
            Kind::Quote => quote(self.text_block("div", block), block),
            Kind::List => list(block),
            Kind::Table => table(block),
            Kind::DataTable => data_table(&block["data"]),
            Kind::Code => code(block),
            Kind::Link => link(block),
            Kind::Byline | Kind::Unknown => None,
        };
        // Not what its name says: nothing of it is lost for that.
        html.or_else(|| self.text_block("p", block))
            .or_else(|| embed(block).filter(|_| kind == Kind::Unknown))
            .or_else(|| {
                let mut parts = Vec::new();
                self.add_items(&block["components"], &mut parts);
                (!parts.is_empty()).then(|| parts.concat())
            })
    }

    /// An element with the text of a block and what ranges of it are, if it has one.
    fn text_block(&self, tag: &str, block: &Value) -> Option<String> {
        match marked(block, &self.root["textStyles"]) {
            Some(html) => full(tag, html),
            None => element(tag, block),
        }
    }
}

/// Qari's `level`, from 2 on; else the digit of `heading2`, which stands under the title.
fn heading_tag(name: &str, block: &Value) -> &'static str {
    let digit = || Some(name.chars().last()?.to_digit(10)? + 1);
    match pixels(&block["level"]).or_else(digit) {
        None | Some(..=2) => "h2",
        Some(3) => "h3",
        Some(4) => "h4",
        Some(5) => "h5",
        Some(6..) => "h6",
    }
}

fn quote(quote: Option<String>, block: &Value) -> Option<String> {
    let cite = element("cite", &block["cite"]);
    let parts = [quote, cite].into_iter().flatten();
    full("blockquote", parts.collect())
}

fn list(block: &Value) -> Option<String> {
    let ordered = block["ordered"] == true || block["ordered"] == "true";
    let tag = if ordered { "ol" } else { "ul" };
    let entries = items(&block["items"]).filter_map(|item| element("li", item));
    full(tag, entries.collect())
}

fn table(block: &Value) -> Option<String> {
    let caption = element("caption", &block["caption"]);
    let head = row("th", &block["head"]).map(|row| format!("<thead>{row}</thead>"));
    let rows = items(&block["rows"]).filter_map(|cells| row("td", cells));
    full(
        "table",
        caption.into_iter().chain(head).chain(rows).collect(),
    )
}

/// Apple News' table of records: the columns say what they are called, and which value of a record stands in them.
fn data_table(data: &Value) -> Option<String> {
    let columns: Vec<_> = items(&data["descriptors"]).collect();
    let cell = |tag: &str, value: &Value| {
        element(tag, value).unwrap_or_else(|| format!("<{tag}></{tag}>"))
    };
    let row = |cells: String| format!("<tr>{cells}</tr>");
    let head = columns.iter().map(|column| cell("th", &column["label"]));
    let rows = items(&data["records"]).map(|record| {
        let key = |column: &&Value| column["key"].as_str().unwrap_or_default().to_owned();
        row(columns
            .iter()
            .map(|column| cell("td", &record[key(column)]))
            .collect())
    });
    let rows: String = rows.collect();
    (!columns.is_empty() && !rows.is_empty()).then(|| {
        format!(
            "<table><thead>{}</thead>{rows}</table>",
            row(head.collect())
        )
    })
}

/// A row of a table. An empty cell keeps its place, unless all are.
fn row(tag: &str, cells: &Value) -> Option<String> {
    let contents: Vec<_> = items(cells).map(content).collect();
    let cell =
        |html: &Option<Cow<str>>| format!("<{tag}>{}</{tag}>", html.as_deref().unwrap_or_default());
    let any = contents.iter().any(Option::is_some);
    any.then(|| format!("<tr>{}</tr>", contents.iter().map(cell).collect::<String>()))
}

fn code(block: &Value) -> Option<String> {
    let text = text(block);
    (!text.is_empty()).then(|| format!("<pre><code>{}</code></pre>", exact(text)))
}

/// A button that leads elsewhere; without a text it says where.
fn link(block: &Value) -> Option<String> {
    let url = text_in(block, &IMAGE);
    let label = content(block).unwrap_or_else(|| lines(url).into());
    let href = attribute("href", url);
    (!url.is_empty()).then(|| format!("<p><a{href}>{label}</a></p>"))
}

fn embed(block: &Value) -> Option<String> {
    let url = text_in(block, &IMAGE);
    let caption = element("figcaption", &block["caption"]);
    // What stands below is said once.
    let title = text(&block["title"]);
    let (src, title) = (attribute("src", url), attribute("title", title));
    let shown = match text(&block["stillURL"]) {
        "" => format!("<iframe{src}{title}></iframe>"),
        still => format!("<video{src}{title}{}></video>", attribute("poster", still)),
    };
    (!url.is_empty()).then(|| match caption {
        Some(caption) => format!("<figure>{shown}{caption}</figure>"),
        None => shown,
    })
}

/// The items of a list, which PHP writes as an object where the list has gaps.
pub(super) fn items(value: &Value) -> impl Iterator<Item = &Value> {
    let items = value.as_array().into_iter().flatten();
    items.chain(value.as_object().into_iter().flat_map(Map::values))
}

/// An element with this content, unless it is empty.
fn full(tag: &str, content: String) -> Option<String> {
    (!content.is_empty()).then(|| format!("<{tag}>{content}</{tag}>"))
}

/// An element with the text of a block, an item or a cell, if it has one.
pub(super) fn element(tag: &str, value: &Value) -> Option<String> {
    content(value).map(|html| format!("<{tag}>{html}</{tag}>"))
}

/// The text of a block, an item or a cell as HTML: plain, but HTML where the field is called `html` or the format says
/// so.
fn content(value: &Value) -> Option<Cow<'_, str>> {
    let html = text(&value["html"]);
    if !html.is_empty() {
        return Some(html.into());
    }
    let text = text(value);
    (!text.is_empty()).then(|| match value["format"].as_str() {
        Some("html") => text.into(),
        Some("markdown") => markdown::to_html(text).into(),
        _ => lines(text).into(),
    })
}
