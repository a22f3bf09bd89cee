//! What is said of a `data-map` that does not fit, and of a `data-item` that is not there: one line each, for the owner.

use serde_json::Value;
use strum::VariantNames;

use super::path::Paths;
use super::source::text;
use super::table::{Field, Fields};
use crate::language::nearest;

/// How many names of fields are told.
const NAMES: usize = 8;

/// What is wrong with `map` for this article of this document, in the order in which it is written.
pub(super) fn of_map(map: &str, root: &Value, item: &Value) -> Vec<String> {
    if let Some(said) = other_writing(map) {
        return vec![said];
    }
    let mut out = Vec::new();
    for entry in map.split(';').filter(|entry| !entry.trim().is_empty()) {
        let (name, written) = entry.split_once(':').unwrap_or((entry, ""));
        let (name, written) = (name.trim(), written.trim());
        match name.parse() {
            Ok(field) => {
                let from = start(field, root, item, map);
                let paths = Paths::parse(written);
                if !from.iter().any(|from| finds(field, &paths, from, root)) {
                    let missing = missing(&paths, from.first().copied(), root);
                    out.push(["data-map: ", name, " ← ", written, ": ", &missing].concat());
                }
            }
            Err(_) => {
                let said = ["data-map: no field «", name, "»"].concat();
                out.push(match nearest(name, Field::VARIANTS) {
                    Some(meant) => said + ". Did you mean " + meant + "?",
                    None => said,
                });
            }
        }
    }
    out
}

/// What is said of a map that is written in another way.
fn other_writing(map: &str) -> Option<String> {
    let map = map.trim();
    let what = if map.starts_with(['{', '[']) {
        "JSON"
    } else if !map.contains(':') {
        "= or nothing where : stands"
    } else if map
        .split(';')
        .any(|entry| entry.matches(':').count() > 1 && entry.contains(','))
    {
        "commas where ; stands"
    } else {
        return None;
    };
    const SO: &str = ". It is written so: title: headline; body: content.html";
    Some(["data-map has ", what, SO].concat())
}

/// Where a field is looked for.
fn start<'v>(field: Field, root: &'v Value, item: &'v Value, map: &str) -> Vec<&'v Value> {
    let around = match field {
        Field::Items => return vec![root],
        Field::AuthorName | Field::AuthorUrl | Field::AuthorImage => Field::Authors,
        Field::BreadcrumbTitle | Field::BreadcrumbUrl => Field::Breadcrumb,
        Field::PublisherName | Field::PublisherUrl => Field::Publisher,
        Field::TagName => Field::Tags,
        Field::ImageUrl | Field::ImageAlt | Field::ImageCaption | Field::ImageCredit => {
            Field::Image
        }
        _ => return vec![item],
    };
    let mut values = Vec::new();
    Fields::parse(map)
        .get(around)
        .each(item, root, &mut |value| {
            values.push(value);
            !value.is_null()
        });
    // What is said of the image may stand in the article.
    if around == Field::Image {
        values.push(item);
    }
    values
}

/// Whether a path gives what the field can use.
fn finds(field: Field, paths: &Paths, from: &Value, root: &Value) -> bool {
    let is_text = matches!(
        field,
        Field::Title | Field::Summary | Field::Url | Field::Language | Field::Published
    );
    let there = |value: &Value| {
        let there = if is_text {
            !text(value).is_empty()
        } else {
            !value.is_null()
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
