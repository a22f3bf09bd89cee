//! Which article, when the source holds several (`data-item`).

use super::path::{find, holds, number, paths_of};
use super::source::string;
use crate::json::{Json, Kind};

/// The articles of a document: what `items` in the table finds, else the items of a list, else the document itself.
pub(super) fn candidates<'a>(root: Json<'a>, map: &str) -> Vec<Json<'a>> {
    let paths = match paths_of(map, "items") {
        "" if root.kind() == Kind::List => "*",
        "" => "$",
        paths => paths,
    };
    // A path that looks everywhere gives again what those before it gave, and is tried where these say nothing.
    let everywhere = holds(paths, "**");
    let mut out = Vec::new();
    find(root, paths, true, &mut |value| {
        let is = value.kind() == Kind::Object;
        if is {
            out.push(value);
        }
        is && !everywhere
    });
    out
}

/// The place of the article that `wanted` names by one of its ids, slugs or addresses, else by its place itself.
pub(super) fn pick(items: &[Json], map: &str, wanted: &str) -> Option<usize> {
    let key = comparable(wanted);
    // A table of the owner's may not say what tells its articles apart.
    let ids = match paths_of(map, "id") {
        "" => "id | slug | url",
        ids => ids,
    };
    for (at, item) in items.iter().enumerate() {
        // All ways of naming it count, so none ends the search but the right one.
        let mut same = |value| comparable(string(value)) == key;
        if find(*item, ids, false, &mut same) || find(*item, paths_of(map, "url"), false, &mut same)
        {
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
