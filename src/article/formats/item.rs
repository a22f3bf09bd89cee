//! Which article, when the source holds several (`data-item`).

use super::path::{find, number, paths_of};
use super::source::string;
use serde_json::Value;

/// The articles of a document: what `items` in the table finds, else the items of a list, else the document itself.
pub(super) fn candidates<'a>(root: &'a Value, map: &str) -> Vec<&'a Value> {
    let paths = match paths_of(map, "items") {
        "" if root.is_array() => "*",
        "" => "$",
        paths => paths,
    };
    let mut out = Vec::new();
    find(root, root, paths, true, &mut |value| {
        if value.is_object() {
            out.push(value);
        }
        value.is_object()
    });
    out
}

/// The place of the article that `wanted` names by one of its ids, slugs or addresses, else by its place itself.
pub(super) fn pick(root: &Value, items: &[&Value], map: &str, wanted: &str) -> Option<usize> {
    let key = comparable(wanted);
    for (at, item) in items.iter().enumerate() {
        let mut same = false;
        find(root, item, paths_of(map, "id"), true, &mut |value| {
            same |= string(value).is_some_and(|id| comparable(&id) == key);
            // All ways of naming it count, so none ends the search but the right one.
            same
        });
        if same {
            return Some(at);
        }
    }
    number(wanted.trim()).filter(|at| *at < items.len())
}

/// Without percent-encoding and the slash at the end: «الطريق» is the slug that WordPress writes `%d8%a7…`.
fn comparable(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text.trim().trim_end_matches('/').as_bytes();
    while let [byte, after @ ..] = rest {
        let hex = |at: usize| (*after.get(at)? as char).to_digit(16);
        let escaped = hex(0).zip(hex(1)).filter(|_| *byte == b'%');
        out.push(escaped.map_or(*byte, |(high, low)| (high * 16 + low) as u8));
        rest = after
            .get(2..)
            .filter(|_| escaped.is_some())
            .unwrap_or(after);
    }
    out
}
