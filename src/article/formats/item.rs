//! Which article, when the source holds several (`data-item`).

use super::{path, source::Source};
use serde_json::Value;

/// The articles of a document: what `items` in the table finds, else the items of a list, else the document itself.
pub(super) fn candidates<'a>(root: &'a Value, map: &str) -> Vec<&'a Value> {
    let paths = match path::paths_of(map, "items") {
        "" if root.is_array() => "*",
        "" => "$",
        paths => paths,
    };
    let mut out = Vec::new();
    path::find(root, root, paths, true, &mut |value| {
        let usable = value.is_object();
        if usable {
            out.push(value);
        }
        usable
    });
    out
}

/// The article that `wanted` names by one of its ids, slugs or addresses, else by its place, counted from 0.
pub(super) fn pick<'a>(
    mut sources: impl Iterator<Item = Source<'a>> + Clone,
    wanted: &str,
) -> Option<Source<'a>> {
    let wanted = wanted.trim();
    let key = comparable(wanted);
    let named = sources.clone().find(|source| {
        let mut same = false;
        source.find("id", true, &mut |value| {
            same |= super::source::string(value).is_some_and(|id| comparable(&id) == key);
            // All ways of naming it count, so none ends the search but the right one.
            same
        });
        same
    });
    named.or_else(|| sources.nth(wanted.parse().ok()?))
}

/// Without percent-encoding and the slash at the end: «الطريق» is the slug that WordPress writes `%d8%a7…`.
fn comparable(text: &str) -> Vec<u8> {
    let bytes = text.trim_end_matches('/').as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|byte| (*byte as char).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = if byte == b'%' {
            hex(at + 1).zip(hex(at + 2))
        } else {
            None
        };
        out.push(escaped.map_or(byte, |(high, low)| (high * 16 + low) as u8));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    out
}
