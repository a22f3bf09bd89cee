//! JSON → [`Draft`]: detection, and one file a format whose field paths are data.
//!
//! A format's paths are written in the language of `data-map` and read by the same evaluator (`path`). Adding a format
//! is a file with its [`Table`], a name in [`Format`], a row in [`TABLES`], and a fixture.

mod applenews;
mod blocks;
mod blogger;
mod body;
mod document;
mod extras;
mod field;
mod ghost;
pub(super) mod html;
pub(super) mod image;
mod item;
mod jsonfeed;
mod jsonld;
pub(super) mod markdown;
pub(super) mod path;
mod qari;
mod ranges;
mod remarks;
pub(super) mod section;
pub(super) mod source;
pub(super) mod table;
mod wordpress;

use std::borrow::Cow;
use std::sync::LazyLock;

pub use document::{repaired, without_prefix};

use super::Access;
use crate::remark::{ErrorCode, Remark, Said};
use serde_json::Value;
use source::Source;
use strum::{Display, EnumIter, EnumString, IntoStaticStr, VariantNames};
use table::{Field, Table};

/// What a source is; the names are those of `data-format`, ASCII case ignored.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Display, EnumIter, EnumString, IntoStaticStr, VariantNames,
)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Format {
    /// Qari's own (`static/article.schema.json`).
    Qari,
    /// WordPress REST.
    WordPress,
    /// JSON Feed 1 and 1.1.
    JsonFeed,
    /// schema.org as JSON-LD.
    JsonLd,
    /// Ghost's content API.
    Ghost,
    /// Apple News Format.
    AppleNews,
    /// A home-made API: the owner's `data-map` is the table.
    ///
    /// It may name `title summary body text url language published modified authors publisher image image_url image_alt
    /// image_caption image_credit breadcrumb section tags items id`, and what is in an author, a step, the publisher, a tag:
    /// `author_name author_url author_image breadcrumb_title breadcrumb_url publisher_name publisher_url tag_name`. `items` are the articles where the source holds
    /// several, `id` what `data-item` is compared with, `text` a body that is plain text whatever it looks like,
    /// `section` one step that stands after home where there is no breadcrumb.
    Map,
}

/// In the order in which they are tried: those with the surest marks first.
static TABLES: [&LazyLock<Table>; 7] = [
    &blogger::TABLE,
    &wordpress::TABLE,
    &jsonfeed::TABLE,
    &jsonld::TABLE,
    &ghost::TABLE,
    &applenews::TABLE,
    &qari::TABLE,
];

/// What was read, and why it was taken for that format (`data-debug` shows it).
#[derive(Debug, Clone)]
pub struct Reading {
    /// The source's format.
    pub format: Format,
    /// Why: `the JSON has title.rendered`.
    pub reason: Remark,
    /// What the owner's `data-map` and `data-item` name and the source has not.
    pub remarks: Vec<Remark>,
    /// The text was no JSON before it was repaired.
    pub repaired: bool,
    /// The article.
    pub draft: Draft,
}

/// An article as its source wrote it: the document, where in it the article is, and how it is read. Nothing in it is
/// decoded, resolved, cleaned or trusted yet.
#[derive(Debug, Clone)]
pub struct Draft {
    document: Value,
    table: Cow<'static, Table>,
    /// The article's place among the document's.
    item: usize,
    /// The body where it had to be written; `None` where it stands in the document as it is, which may be large.
    body: Option<String>,
}

impl Draft {
    /// The body as HTML, whatever the source has (typed blocks, text); empty if there is none.
    pub fn body(&self) -> Cow<'_, str> {
        match &self.body {
            Some(html) => html.into(),
            None => self.source().body(),
        }
    }

    /// The article to read fields of.
    pub(super) fn source(&self) -> Source<'_> {
        let items = item::candidates(&self.document, &self.table.fields);
        Source {
            root: &self.document,
            item: items.get(self.item).unwrap_or(&&Value::Null),
            table: &self.table,
        }
    }
}

/// Why nothing could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// The text is not JSON.
    NotJson,
    /// It is JSON of no known format.
    UnknownFormat,
    /// A known format, but neither title nor body; or an empty list.
    EmptyArticle,
}

impl ReadError {
    /// As the owner is told.
    pub fn code(self) -> ErrorCode {
        match self {
            Self::NotJson => ErrorCode::NotJson,
            Self::UnknownFormat => ErrorCode::UnknownFormat,
            Self::EmptyArticle => ErrorCode::EmptyArticle,
        }
    }

    /// The cause, for the owner.
    pub fn message(self) -> &'static str {
        match self {
            Self::NotJson => "the source is not JSON",
            Self::UnknownFormat => "no known format; see data-format",
            Self::EmptyArticle => "neither title nor body was found",
        }
    }
}

/// What the owner said about the source.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions<'a> {
    /// `data-format`; `None` for `auto`.
    pub format: Option<Format>,
    /// `data-map`, as written. With `auto` it is as if the format were `map`; without it `map` is as `auto`.
    pub map: Option<&'a str>,
    /// `data-item`, as written.
    pub item: Option<&'a str>,
}

/// Reads one article out of JSON text. `sources` are several when a page holds several JSON-LD blobs; those that are
/// no JSON are passed over.
pub fn read<T: AsRef<str>>(
    sources: impl IntoIterator<Item = T>,
    options: ReadOptions,
) -> Result<Reading, ReadError> {
    let (document, repaired) = document::parse(sources).ok_or(ReadError::NotJson)?;
    let (table, reason) = choose(&document, options)?;
    let items = item::candidates(&document, &table.fields);
    let mut places = 0..items.len();
    let mut remarks = Vec::new();
    if let Some(wanted) = options.item {
        match item::pick(&items, &table.fields, wanted) {
            Some(at) => places = at..at + 1,
            None => remarks.push(Remark::new(
                Said::NoItem,
                vec![("written", ["data-item=\"", wanted, "\""].concat().into())],
            )),
        }
    }
    let found = places.filter_map(|at| {
        let source = Source {
            root: &document,
            item: items[at],
            table: &table,
        };
        let body = source.body();
        // What a page says of itself is not passed over for what it only lists.
        let is_kept =
            body.is_empty() && !source.has(Field::Page) && source.access(true) != Access::Everyone;
        if body.is_empty() && source.text(Field::Title).is_empty() {
            return None;
        }
        let body = match body {
            Cow::Borrowed(_) => None,
            Cow::Owned(html) => Some(html),
        };
        Some((at, body, is_kept))
    });
    let (item, body) = first_open(found).ok_or(ReadError::EmptyArticle)?;
    if let Some(map) = options.map {
        remarks.extend(remarks::of_map(map, &document, items[item]));
    }
    Ok(Reading {
        format: table.format,
        reason,
        remarks,
        repaired,
        draft: Draft {
            document,
            table,
            item,
            body,
        },
    })
}

/// What is wrong with the owner's `data-map`, where nothing could be read.
pub fn remarks<T: AsRef<str>>(
    sources: impl IntoIterator<Item = T>,
    options: ReadOptions,
) -> Vec<Remark> {
    let Some((map, (document, _))) = options.map.zip(document::parse(sources)) else {
        return Vec::new();
    };
    let items = item::candidates(&document, &Table::from_map(map).fields);
    remarks::of_map(map, &document, items.first().unwrap_or(&&document))
}

/// The first article that is not kept from the public; if all are, the first.
fn first_open(
    articles: impl Iterator<Item = (usize, Option<String>, bool)>,
) -> Option<(usize, Option<String>)> {
    let mut kept = None;
    for (at, body, is_kept) in articles {
        if !is_kept {
            return Some((at, body));
        }
        kept.get_or_insert((at, body));
    }
    kept
}

/// The table that the owner names or writes, else that of the format whose mark is there; and why.
fn choose(root: &Value, options: ReadOptions) -> Result<(Cow<'static, Table>, Remark), ReadError> {
    let owner_says =
        |attribute: &str| Remark::new(Said::OwnerSays, vec![("attribute", attribute.into())]);
    let map = options.map.filter(|map| map.contains(':'));
    match (options.format, map) {
        (Some(Format::Map), Some(map)) => Ok((Table::from_map(map), owner_says("data-format"))),
        (None, Some(map)) => Ok((Table::from_map(map), owner_says("data-map"))),
        // `map` without a map is as `auto`.
        (None | Some(Format::Map), None) => detect(root),
        (Some(format), _) => match tables().find(|table| table.format == format) {
            Some(table) => Ok((Cow::Borrowed(table), owner_says("data-format"))),
            None => detect(root),
        },
    }
}

/// The first table whose mark is there.
fn detect(root: &Value) -> Result<(Cow<'static, Table>, Remark), ReadError> {
    let marks = tables().map(|table| (table, &table.marks));
    let late_marks = tables().map(|table| (table, &table.late_marks));
    for (table, marks) in marks.chain(late_marks) {
        if let Some(mark) = marks.iter().find(|mark| mark.finds_any(root)) {
            let has = Remark::new(Said::Has, vec![("mark", mark.to_string().into())]);
            return Ok((Cow::Borrowed(table), has));
        }
    }
    // A post that is gone: what WordPress has for its slug, and Ghost.
    let lists = [root, &root["posts"], &root["pages"]];
    if lists
        .iter()
        .any(|list| list.as_array().is_some_and(Vec::is_empty))
    {
        Err(ReadError::EmptyArticle)
    } else {
        Err(ReadError::UnknownFormat)
    }
}

/// Each table is read when it is first looked at.
fn tables() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().map(|table| LazyLock::force(table))
}
