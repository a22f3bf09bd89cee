//! What is said of a `data-map` that does not fit, and of a `data-item` that is not there: one line each, for the owner.

use serde_json::Value;
use strum::VariantNames;

use super::path::Paths;
use super::source::text;
use super::table::{Entry, Field, Fields, Start};
use crate::language::nearest;

/// How many names of fields are told.
const NAMES: usize = 8;

/// What is wrong with `map` for this article of this document, in the order in which it is written.
pub(super) fn of_map(map: &str, root: &Value, item: &Value) -> Vec<String> {
    if let Some(said) = other_writing(map) {
        return vec![said];
    }
    let fields = Fields::parse(map);
    let of_entry = |entry| of_entry(entry, &fields, root, item);
    Entry::all(map).filter_map(of_entry).collect()
}

/// What is wrong with one entry, if anything is.
fn of_entry(entry: Entry<'_>, fields: &Fields, root: &Value, item: &Value) -> Option<String> {
    let Entry { name, written } = entry;
    let Some(field) = entry.field() else {
        let said = ["data-map: no field «", name, "»"].concat();
        return Some(match nearest(name, Field::VARIANTS) {
            Some(meant) => said + ". Did you mean " + meant + "?",
            None => said,
        });
    };
    let paths = entry.paths();
    let from = start(field, fields, root, item);
    if from.iter().any(|from| finds(field, &paths, from, root)) {
        return None;
    }
    let missing = missing(&paths, from.first().copied(), root);
    Some(["data-map: ", name, " ← ", written, ": ", &missing].concat())
}

/// What is said of a map that is written in another way.
fn other_writing(map: &str) -> Option<String> {
    let map = map.trim();
    let has_commas = |entry: Entry<'_>| entry.written.contains(':') && entry.written.contains(',');
    let what = if map.starts_with(['{', '[']) {
        "JSON"
    } else if !map.contains(':') {
        "= or nothing where : stands"
    } else if Entry::all(map).any(has_commas) {
        "commas where ; stands"
    } else {
        return None;
    };
    const SO: &str = ". It is written so: title: headline; body: content.html";
    Some(["data-map has ", what, SO].concat())
}

/// Where a field is looked for.
fn start<'v>(field: Field, fields: &Fields, root: &'v Value, item: &'v Value) -> Vec<&'v Value> {
    let inside = |around: &[Field]| {
        let mut values = Vec::new();
        for around in around {
            fields.get(*around).each(item, root, &mut |value| {
                values.push(value);
                !value.is_null()
            });
        }
        values
    };
    match field.start() {
        Start::Document => vec![root],
        Start::Article => vec![item],
        Start::Inside(around) => inside(around),
        Start::ImageOrArticle => {
            let mut values = inside(&[Field::Image]);
            values.push(item);
            values
        }
    }
}

/// Whether a path gives what the field can use.
fn finds(field: Field, paths: &Paths, from: &Value, root: &Value) -> bool {
    let there = |value: &Value| {
        let there = match field.is_text() {
            true => !text(value).is_empty(),
            false => !value.is_null(),
        };
        there.then_some(())
    };
    paths.first(from, root, there).is_some()
}

/// What is there instead: the names of the fields where the first path ends.
fn missing(paths: &Paths, from: Option<&Value>, root: &Value) -> String {
    let Some((path, from)) = paths.iter().next().zip(from) else {
        return "nothing there".to_owned();
    };
    let (way, value) = path.as_far_as_it_goes(from, root);
    let mut fields: Vec<&str> = Vec::new();
    let mut object = value;
    while let Value::Array(items) = object {
        match items.first() {
            Some(first) => object = first,
            None => break,
        }
    }
    if let Value::Object(there) = object {
        fields.extend(there.keys().map(String::as_str).take(NAMES));
    }
    let is_there = way == path.to_string();
    let what = if is_there {
        "no text there"
    } else {
        "nothing there"
    };
    match fields.join(", ") {
        none if none.is_empty() => what.to_owned(),
        fields if way.is_empty() || is_there => [what, ", but ", &fields].concat(),
        fields => [what, "; ", &way, " has ", &fields].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(map: &str) -> Vec<String> {
        let document = json!({
            "payload": { "head": "خبر", "text": "نص", "by": [{ "who": "سلمى" }], "pic": { "at": "a.jpg" } },
            "meta": {}, "id": 7
        });
        of_map(map, &document, &document)
    }

    #[test]
    fn a_map_that_fits_is_not_spoken_of() {
        let map = "title: payload.head; body: payload.text; authors: payload.by.*; author_name: who; \
                   image: payload.pic; image_url: at; id: id;";
        assert_eq!(said(map), [""; 0]);
    }

    #[test]
    fn each_field_that_finds_nothing_is_a_line_with_what_is_there() {
        assert_eq!(
            said(
                "title: payload.hedd; body: content; authors: payload.by; author_name: name; url: payload.by"
            ),
            [
                "data-map: title ← payload.hedd: nothing there; payload has head, text, by, pic",
                "data-map: body ← content: nothing there, but payload, meta, id",
                "data-map: author_name ← name: nothing there, but who",
                "data-map: url ← payload.by: no text there, but who",
            ]
        );
    }

    #[test]
    fn names_of_fields_that_there_are_not_are_told() {
        assert_eq!(
            said("titel: payload.head; headline: payload.head; body: payload.text"),
            [
                "data-map: no field «titel». Did you mean title?",
                "data-map: no field «headline»",
            ]
        );
    }

    #[test]
    fn what_is_in_a_section_is_looked_for_there() {
        let map =
            "title: payload.head; section: payload.pic; breadcrumb_title: at; breadcrumb_url: to";
        assert_eq!(
            said(map),
            ["data-map: breadcrumb_url ← to: nothing there, but at"]
        );
    }

    #[test]
    fn a_field_without_a_path_finds_nothing() {
        assert_eq!(
            said("title: payload.head; body"),
            ["data-map: body ← : nothing there"]
        );
    }

    #[test]
    fn json_commas_and_equals_signs_are_recognised() {
        let so = "It is written so: title: headline; body: content.html";
        for (map, what) in [
            (r#"{"title": "payload.head"}"#, "JSON"),
            (
                "title=payload.head; body=payload.text",
                "= or nothing where : stands",
            ),
            (
                "title: payload.head, body: payload.text",
                "commas where ; stands",
            ),
        ] {
            assert_eq!(said(map), [format!("data-map has {what}. {so}")]);
        }
        assert_eq!(said("title: payload.**.[who=سلمى].who"), [""; 0]);
    }
}
