//! JSON → [`Draft`]: detection, the table of formats, and one file a format whose field paths are data.

use super::draft::Draft;

/// What was read, and why it was taken for that format (`data-debug` shows it).
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The format's name as in `data-format`.
    pub format: &'static str,
    /// Why, in plain English words: `found title.rendered and content.rendered`.
    pub reason: String,
    /// The article's fields.
    pub draft: Draft,
}

/// Why nothing could be read (DESIGN 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// The text is not JSON.
    NotJson,
    /// It is JSON of no known format.
    UnknownFormat,
    /// A known format, but neither title nor body.
    EmptyArticle,
}

/// What the owner said about the source.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReadOptions<'a> {
    /// `data-format`; `None` for `auto`.
    pub format: Option<&'a str>,
    /// `data-map`, as written.
    pub map: Option<&'a str>,
    /// `data-item`, as written.
    pub item: Option<&'a str>,
}

/// Reads one article out of JSON text. `sources` are several when a page holds several JSON-LD blobs;
/// those that do not parse are passed over.
pub fn read(_sources: &[&str], _options: ReadOptions) -> Result<Reading, ReadError> {
    Err(ReadError::UnknownFormat)
}
