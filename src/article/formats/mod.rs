//! JSON → [`Draft`]: detection, the table of formats, and one file a format whose field paths are data.
//!
//! A format is a table in the language of `data-map`: `title: title.rendered; body: content.rendered; …`, read by the
//! same evaluator. Adding one is a file with its [`Format`], a row in [`FORMATS`], and a fixture.

mod applenews;
mod body;
mod ghost;
mod item;
mod jsonfeed;
mod jsonld;
mod map;
pub(super) mod path;
mod qari;
pub(super) mod source;
mod wordpress;

use crate::locale::template::cut;
use serde_json::Value;
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
    root: Value,
    /// The article's place among the document's.
    at: usize,
    map: String,
    texts: Texts,
}

impl Draft {
    /// The article to read fields of.
    pub(super) fn source(&self) -> Source<'_> {
        let items = item::candidates(&self.root, &self.map);
        Source {
            root: &self.root,
            item: items.get(self.at).unwrap_or(&&Value::Null),
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
    map::FORMAT,
];

/// Reads one article out of JSON text: [`read_values`] for those whose JSON no browser parses. `sources` are
/// several when a page holds several JSON-LD blobs; those that do not parse are passed over.
pub fn read(sources: &[&str], options: ReadOptions) -> Result<Reading, ReadError> {
    let parse = |text: &&str| serde_json::from_str(&tidy(text)).ok();
    read_values(sources.iter().filter_map(parse).collect(), options)
}

/// Reads one article out of the JSON of one document, or of a page's several.
pub fn read_values(mut roots: Vec<Value>, options: ReadOptions) -> Result<Reading, ReadError> {
    let root = match roots.len() {
        0 | 1 => roots.pop().ok_or(ReadError::NotJson)?,
        _ => Value::Array(roots),
    };
    let (format, mut reason) = choose(&root, options)?;
    let map = match format.map {
        "" => options.map.unwrap_or_default(),
        map => map,
    };
    let texts = format.texts;
    let items = item::candidates(&root, map);
    let mut places = 0..items.len();
    if let Some(wanted) = options.item {
        match item::pick(&root, &items, map, wanted) {
            Some(at) => places = at..at + 1,
            None => {
                for part in ["; no item ", wanted, ", so the first"] {
                    reason.push_str(part);
                }
            }
        }
    }
    let (mut at, mut body) = (places.end, String::new());
    for (place, item) in items.iter().enumerate().take(places.end).skip(places.start) {
        let source = Source {
            root: &root,
            item,
            map,
            texts,
        };
        body = source.body();
        if !body.is_empty() || source.string("title").is_some() && !source.has("locked") {
            at = place;
            break;
        }
    }
    if at == places.end {
        return Err(ReadError::EmptyArticle);
    }
    Ok(Reading {
        format: format.name,
        reason,
        draft: Draft {
            body,
            at,
            map: map.into(),
            texts,
            root,
        },
    })
}

/// The format the owner names, else the first whose mark is there; and why, in words.
fn choose(root: &Value, options: ReadOptions) -> Result<(&'static Format, String), ReadError> {
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
            if path::find(root, root, mark, false, &mut |value| !value.is_null()) {
                let mut reason = String::from("the JSON has ");
                reason.push_str(mark.trim());
                return Ok((format, reason));
            }
            rest = next;
        }
    }
    Err(match root {
        // `?slug=` of a post that is gone.
        Value::Array(items) if items.is_empty() => ReadError::EmptyArticle,
        _ => ReadError::UnknownFormat,
    })
}

/// JSON as servers really send it made what parsers take: a byte order mark or `)]}'` before it goes, and raw
/// line breaks, which between its values mean as little as spaces and inside its texts are not allowed, are spaces.
pub fn tidy(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').trim();
    let text = text
        .strip_prefix(")]}'")
        .map_or(text, |rest| rest.trim_start_matches(','));
    text.chars()
        .map(|c| if c < ' ' { ' ' } else { c })
        .collect()
}
