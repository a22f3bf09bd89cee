//! JSON → [`Draft`]: detection, the table of formats, and one file a format whose field paths are data.
//!
//! A format is a table in the language of `data-map`: `title: title.rendered; body: content.rendered; …`, read by the
//! same evaluator. Adding one is a file with its [`Format`], a row in [`FORMATS`], and a fixture.

mod applenews;
pub(super) mod body;
mod ghost;
mod item;
mod jsonfeed;
mod jsonld;
mod map;
pub(super) mod path;
mod qari;
pub(super) mod source;
mod wordpress;

use crate::json::{Document, Json, Kind};
use crate::locale::template::cut;
use source::{Source, Texts};

/// What was read, and why it was taken for that format (`data-debug` shows it).
#[derive(Debug, Clone)]
pub struct Reading {
    /// The format's name as in `data-format`.
    pub format: &'static str,
    /// Why, in plain English words: `the JSON has title.rendered`.
    pub reason: String,
    /// The article.
    pub draft: Draft,
}

/// An article as its source wrote it: the document, where in it the article is, and how it is read. Nothing in it is
/// decoded, resolved, cleaned or trusted yet.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The body as HTML, whatever the source has (typed blocks, text); empty if there is none.
    pub body: String,
    document: Document,
    /// The article's place in the document.
    at: usize,
    map: String,
    texts: Texts,
}

impl Draft {
    /// The article to read fields of.
    pub(super) fn source(&self) -> Source<'_> {
        Source {
            item: self.document.at(self.at),
            map: &self.map,
            texts: self.texts,
        }
    }
}

/// Why nothing could be read (DESIGN 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// The text is not JSON.
    NotJson,
    /// It is JSON of no known format.
    UnknownFormat,
    /// A known format, but neither title nor body; or a body that is locked away; or an empty list.
    EmptyArticle,
}

/// What the owner said about the source.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions<'a> {
    /// `data-format`; `None` for `auto`.
    pub format: Option<&'a str>,
    /// `data-map`, as written. With `auto` it is as if the format were `map`; without it `map` is as `auto`.
    pub map: Option<&'a str>,
    /// `data-item`, as written.
    pub item: Option<&'a str>,
}

/// A format: how it is known, and where its fields stand.
struct Format {
    /// As in `data-format`.
    name: &'static str,
    /// Paths of which one is enough to know it, `a | b`.
    marks: &'static str,
    /// Its fields, as [`map`] names them, and a few that only tables have: `locked` is there when the article is kept
    /// from the public, `page` when its body may stand in the host page, `published_utc` and `modified_utc` are the
    /// same instants in UTC.
    map: &'static str,
    /// How its short texts are written.
    texts: Texts,
}

/// In the order in which they are tried: those with the surest marks first.
const FORMATS: &[Format] = &[
    wordpress::FORMAT,
    jsonfeed::FORMAT,
    jsonld::FORMAT,
    ghost::FORMAT,
    applenews::FORMAT,
    qari::FORMAT,
    ghost::FEW,
    map::FORMAT,
];

/// Reads one article out of JSON text. `sources` are several when a page holds several JSON-LD blobs; those that are
/// no JSON are passed over.
pub fn read<T: AsRef<str>>(
    sources: impl IntoIterator<Item = T>,
    options: ReadOptions,
) -> Result<Reading, ReadError> {
    let document = Document::read(sources).ok_or(ReadError::NotJson)?;
    let root = document.root();
    let (format, mut reason) = choose(root, options)?;
    let map = match format.map {
        "" => options.map.unwrap_or_default(),
        map => map,
    };
    let texts = format.texts;
    let items = item::candidates(root, map);
    let mut places = 0..items.len();
    if let Some(wanted) = options.item {
        match item::pick(&items, map, wanted) {
            Some(at) => places = at..at + 1,
            None => {
                for part in ["; no item ", wanted, ", so the first"] {
                    reason.push_str(part);
                }
            }
        }
    }
    for item in items.get(places).unwrap_or_default() {
        let source = Source {
            item: *item,
            map,
            texts,
        };
        let body = source.body();
        if !body.is_empty() || !source.string("title").is_empty() && !source.has("locked") {
            return Ok(Reading {
                format: format.name,
                reason,
                draft: Draft {
                    body,
                    at: item.place(),
                    map: map.into(),
                    texts,
                    document,
                },
            });
        }
    }
    Err(ReadError::EmptyArticle)
}

/// The format the owner names, else the first whose mark is there; and why, in words.
fn choose(root: Json, options: ReadOptions) -> Result<(&'static Format, String), ReadError> {
    let mapped = options.map.is_some_and(|map| map.contains(':'));
    let named = options.format.filter(|name| *name != "map" || mapped);
    let (named, why) = match named {
        None if mapped => (Some("map"), "data-map says so"),
        named => (named, "data-format says so"),
    };
    if let Some(format) = FORMATS.iter().find(|format| named == Some(format.name)) {
        return Ok((format, why.into()));
    }
    for format in FORMATS {
        let mut rest = format.marks;
        while !rest.is_empty() {
            let (mark, next) = cut(rest, "|");
            if path::find(root, mark, false, &mut |value| value.kind() != Kind::Null) {
                let mut reason = String::from("the JSON has ");
                reason.push_str(mark.trim());
                return Ok((format, reason));
            }
            rest = next;
        }
    }
    // `?slug=` of a post that is gone.
    let gone = root.kind() == Kind::List && root.fields().next().is_none();
    Err(if gone {
        ReadError::EmptyArticle
    } else {
        ReadError::UnknownFormat
    })
}
