//! Paths into JSON: the one evaluator behind every format's table and behind `data-map`.
//!
//! | written | means |
//! |---|---|
//! | `a.b` | field `b` of field `a`; a name met by a list looks in each of its items |
//! | `0` | the first item of a list |
//! | `*` | each item of a list, each value of an object (in their order) |
//! | `**` | the value itself and everything inside it, outermost first |
//! | `[key=value]` | only objects whose field `key` is `value`, or is a list that holds it |
//! | `[key~part]` | the same, where a text that holds `part` is enough |
//! | `$` at the start | from the whole document instead of the article |
//! | `a \| b` | `b` where `a` gives nothing usable |

use crate::json::{Json, Kind};
use crate::locale::template::cut;

/// Calls `found` for each value at `path` under `value` until it says true, and says whether it did.
pub(super) fn walk<'a>(
    value: Json<'a>,
    path: &str,
    found: &mut dyn FnMut(Json<'a>) -> bool,
) -> bool {
    let path = path.strip_prefix('.').unwrap_or(path);
    if path.is_empty() {
        return found(value);
    }
    let (name, rest) = path.split_at(cut(path, ".[").0.len());
    let list = value.kind() == Kind::List;
    // A list's items are met one by one; asking the list too would give them twice.
    if name.is_empty() && !list {
        let (filter, rest) = cut(rest, "]");
        return passes(value, filter) && walk(value, rest, found);
    }
    if name == "**" && !list && walk(value, rest, found) {
        return true;
    }
    let index = if list { number(name) } else { None };
    let mut named = None;
    for (at, (key, inner)) in value.fields().enumerate() {
        let path = match name {
            "*" => rest,
            _ if index == Some(at) => rest,
            _ if index.is_some() => continue,
            _ if list || name == "**" => path,
            _ => {
                if key == name {
                    named = Some(inner);
                }
                continue;
            }
        };
        if walk(inner, path, found) {
            return true;
        }
    }
    named.is_some_and(|field| walk(field, rest, found))
}

/// A number that is nothing but ASCII digits.
pub(super) fn number(text: &str) -> Option<usize> {
    let mut out = 0usize;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        out = out.wrapping_mul(10).wrapping_add(usize::from(byte - b'0'));
    }
    (!text.is_empty()).then_some(out)
}

/// Whether `value` has what `[key=text` or `[key~text` asks for.
fn passes(value: Json, filter: &str) -> bool {
    let filter = filter.strip_prefix('[').unwrap_or(filter);
    let (key, text) = cut(filter, "=~");
    let part = filter.as_bytes().get(key.len()) == Some(&b'~');
    let field = value.get(key);
    let is = |field: Json| {
        let field = field.text();
        !text.is_empty() && (field == text || part && holds(field, text))
    };
    is(field) || field.kind() == Kind::List && field.fields().any(|(_, item)| is(item))
}

/// Whether `part`, which is not empty, is in `text`. The standard library's search is made for long texts.
pub(in crate::article) fn holds(text: &str, part: &str) -> bool {
    let same = |window: &[u8]| window == part.as_bytes();
    text.as_bytes().windows(part.len().max(1)).any(same)
}

/// Tries `alternatives` (`a | b`) in order and stops at the first that gives something usable, as `found` judges.
///
/// With `every`, all values of that alternative are given to `found`, else only up to the first it takes.
pub(super) fn find<'a>(
    item: Json<'a>,
    alternatives: &str,
    every: bool,
    found: &mut dyn FnMut(Json<'a>) -> bool,
) -> bool {
    let mut any = false;
    let mut rest = alternatives;
    while !any && !rest.is_empty() {
        let (path, next) = cut(rest, "|");
        let path = path.trim();
        rest = next;
        let mut take = |value| {
            any |= found(value);
            any && !every
        };
        match path.strip_prefix('$') {
            Some(path) => walk(item.root(), path, &mut take),
            None => !path.is_empty() && walk(item, path, &mut take),
        };
    }
    any
}

/// The alternatives that `map` (`title: headline | name; body: …`) gives for `field`; empty if none.
pub(super) fn paths_of<'m>(map: &'m str, field: &str) -> &'m str {
    let mut rest = map;
    while !rest.is_empty() {
        let (entry, next) = cut(rest, ";");
        let (name, paths) = cut(entry, ":");
        if name.trim() == field {
            return paths.trim();
        }
        rest = next;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Document;
    use serde_json::json;

    /// The texts at `alternatives`, of what holds others the number of its fields.
    fn all(value: Json, alternatives: &str) -> Vec<String> {
        let mut out = Vec::new();
        find(value, alternatives, true, &mut |found| {
            let usable = found.kind() != Kind::Null;
            if usable {
                out.push(match found.kind() {
                    Kind::Object | Kind::List => found.fields().count().to_string(),
                    _ => found.text().to_owned(),
                });
            }
            usable
        });
        out
    }

    #[test]
    fn each_way_of_writing_a_path_finds_what_it_says() {
        let doc = json!({
            "a": {"b": "deep", "wp:term": [[{"t": "cat", "n": 1}], [{"t": ["tag", "x"], "n": 2}, {"t": true, "n": 3}]]},
            "list": ["x", "y", {"name": "z"}], "none": null, "7": "seven"
        });
        let doc = Document::read([doc.to_string()]).unwrap();
        for (path, expected) in [
            ("a.b", "deep"),
            ("list.1", "y"),
            ("list.*.name", "z"),
            ("list.name", "z"),
            ("list.-1", ""),
            ("list.99", ""),
            ("7", "seven"),
            ("a.wp:term.*.*[t=tag].n", "2"),
            ("a.wp:term[t=cat].n", "1"),
            ("a.wp:term.*.*[t~a].n", "1,2"),
            ("a.wp:term[t=true].n", "3"),
            ("a.wp:term[n=2].n", "2"),
            ("a.wp:term[n=].n", ""),
            ("a.wp:term[none=].n", ""),
            ("a.*.0", "1"),
            ("**[t=tag].n", "2"),
            ("**.n", "1,2,3"),
            ("$.a.b", "deep"),
            ("none | nothing.at.all | a.b | list", "deep"),
            ("", ""),
            (" | a.b", "deep"),
            ("a..b", ""),
            ("a.[", ""),
            ("a.[b", ""),
            ("a[b]", ""),
            ("a[b=", ""),
            (".a.b.", "deep"),
        ] {
            assert_eq!(all(doc.root(), path).join(","), expected, "{path}");
        }
    }

    #[test]
    fn a_map_gives_the_paths_of_a_field() {
        let map = " title: headline ; body:content.html;;nonsense; tags : _e.wp:term ";
        assert_eq!(paths_of(map, "title"), "headline");
        assert_eq!(paths_of(map, "body"), "content.html");
        assert_eq!(paths_of(map, "tags"), "_e.wp:term");
        assert_eq!(paths_of(map, "nonsense"), "");
    }
}
