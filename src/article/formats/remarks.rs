//! What is said of a `data-map` that does not fit, and of a `data-item` that is not there, for the owner.

use serde_json::Value;
use strum::VariantNames;

use super::path::Paths;
use super::source::text;
use super::table::{Entry, Field, Fields, Start};
use crate::language::nearest;
use crate::remark::{Argument, Remark, Said};

/// How many names of fields are told.
const NAMES: usize = 8;

/// What is wrong with `map` for this article of this document, in the order in which it is written.
pub(super) fn of_map(map: &str, root: &Value, item: &Value) -> Vec<Remark> {
    if let Some(said) = other_writing(map) {
        return vec![Remark::new(said, Vec::new())];
    }
    let fields = Fields::parse(map);
    let of_entry = |entry| of_entry(entry, &fields, root, item);
    Entry::all(map).filter_map(of_entry).collect()
}

/// What is wrong with one entry, if anything is.
fn of_entry(entry: Entry<'_>, fields: &Fields, root: &Value, item: &Value) -> Option<Remark> {
    let Entry { name, written } = entry;
    let mut arguments = vec![("name", name.into())];
    let Some(field) = entry.field() else {
        let Some(meant) = nearest(name, Field::VARIANTS) else {
            return Some(Remark::new(Said::NoField, arguments));
        };
        arguments.push(("meant", meant.into()));
        return Some(Remark::new(Said::NoFieldBut, arguments));
    };
    let paths = entry.paths();
    let from = start(field, fields, root, item);
    if from.iter().any(|from| finds(field, &paths, from, root)) {
        return None;
    }
    arguments.push(("path", written.into()));
    let said = missing(&paths, from.first().copied(), root, &mut arguments);
    Some(Remark::new(said, arguments))
}

/// What is said of a map that is written in another way.
fn other_writing(map: &str) -> Option<Said> {
    let map = map.trim();
    let has_commas = |entry: Entry<'_>| entry.written.contains(':') && entry.written.contains(',');
    if map.starts_with(['{', '[']) {
        Some(Said::MapOfJson)
    } else if !map.contains(':') {
        Some(Said::MapWithoutColons)
    } else if Entry::all(map).any(has_commas) {
        Some(Said::MapWithCommas)
    } else {
        None
    }
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

/// What is said of a path that finds nothing; the names of the fields where it ends come into `arguments`.
fn missing(
    paths: &Paths,
    from: Option<&Value>,
    root: &Value,
    arguments: &mut Vec<(&'static str, Argument)>,
) -> Said {
    let Some((path, from)) = paths.iter().next().zip(from) else {
        return Said::Nothing;
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
    if fields.is_empty() {
        return if is_there {
            Said::NoText
        } else {
            Said::Nothing
        };
    }
    arguments.push(("fields", fields.join(", ").into()));
    match is_there {
        true => Said::NoTextBut,
        false if way.is_empty() => Said::NothingBut,
        false => {
            arguments.push(("way", way.into()));
            Said::NothingBeyond
        }
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
        let remarks = of_map(map, &document, &document);
        remarks.iter().map(Remark::to_string).collect()
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
