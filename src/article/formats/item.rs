//! Which article, when the source holds several (`data-item`).

use std::collections::HashSet;
use std::ptr;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::path::{Paths, index};
use super::source::text;
use super::table::{Field, Fields};

/// What tells articles apart where the owner's table does not say it.
static IDS: LazyLock<Paths> = LazyLock::new(|| Paths::new(&["id", "slug", "url"]));

/// The articles of a document: what `items` in the table finds, else the items of a list, else the document itself.
pub(super) fn candidates<'a>(root: &'a Value, fields: &Fields) -> Vec<&'a Value> {
    let paths = fields.get(Field::Items);
    if paths.is_empty() {
        let items = match root {
            Value::Array(items) => items.as_slice(),
            _ => std::slice::from_ref(root),
        };
        return items.iter().filter(|item| item.is_object()).collect();
    }
    let everywhere = paths.iter().any(|path| path.looks_everywhere());
    let (mut out, mut met) = (Vec::new(), HashSet::new());
    for path in paths.iter() {
        path.each(root, root, &mut |value| {
            // A list is meant with what is in it.
            let items = match value {
                Value::Array(items) => items.as_slice(),
                _ => std::slice::from_ref(value),
            };
            for item in items {
                if item.is_object() && met.insert(ptr::from_ref(item)) {
                    out.push(item);
                }
            }
        });
        // What is found by looking everywhere comes after what the other paths give, not in its place.
        if !everywhere && !out.is_empty() {
            break;
        }
    }
    out
}

/// The place of the article that `wanted` names by one of its ids, slugs or addresses, else by its place itself.
pub(super) fn pick(items: &[&Value], fields: &Fields, wanted: &str) -> Option<usize> {
    let key = comparable(wanted);
    let ids = match fields.get(Field::Id) {
        none if none.is_empty() => &IDS,
        ids => ids,
    };
    let named = |item: &&Value| {
        [ids, fields.get(Field::Url)].iter().any(|paths| {
            let is = |value| (comparable(text(value)) == key).then_some(());
            paths.first(item, item, is).is_some()
        })
    };
    items
        .iter()
        .position(named)
        .or_else(|| index(wanted.trim()).filter(|at| *at < items.len()))
}

/// Without percent-encoding and the slash at the end: «الطريق» is the slug that WordPress writes `%d8%a7…`.
fn comparable(text: &str) -> Vec<u8> {
    percent_decode_str(text.trim().trim_end_matches('/')).collect()
}
