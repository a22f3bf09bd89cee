//! Each way of writing a path.

use super::*;
use serde_json::json;

/// The texts at `alternatives`, of what holds others the number of its fields.
fn all(value: &Value, alternatives: &str) -> Vec<String> {
    let mut out = Vec::new();
    Paths::parse(alternatives).each(value, value, &mut |found| {
        match found {
            Value::Null => return false,
            Value::Array(items) => out.push(items.len().to_string()),
            Value::Object(fields) => out.push(fields.len().to_string()),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                out.push(scalar(found).to_owned());
            }
        }
        true
    });
    out
}

#[test]
fn each_way_of_writing_a_path_finds_what_it_says() {
    let document = json!({
        "a": {"b": "deep", "wp:term": [[{"t": "cat", "n": 1}], [{"t": ["tag", "x"], "n": 2}, {"t": true, "n": 3}]]},
        "list": ["x", "y", {"name": "z"}], "none": null, "7": "seven"
    });
    for (path, expected) in [
        ("a.b", "deep"),
        ("list.1", "y"),
        ("list.*.name", "z"),
        ("list.name", "z"),
        ("list.-1", ""),
        ("list.+1", ""),
        ("list.99", ""),
        ("list.99999999999999999999999", ""),
        ("7", "seven"),
        ("a.wp:term.*.*[t=tag].n", "2"),
        ("a.wp:term[t=cat].n", "1"),
        ("a.wp:term.*.*[t~a].n", "1,2"),
        ("a.wp:term[t=true].n", "3"),
        ("a.wp:term[n=2].n", "2"),
        ("a.wp:term[n=].n", ""),
        ("a.wp:term[n~].n", ""),
        ("a.wp:term[none=].n", ""),
        ("a.*.0", "1"),
        ("**[t=tag].n", "2"),
        ("**.n", "1,2,3"),
        ("a.b.**", "deep"),
        ("$.a.b", "deep"),
        ("$", "4"),
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
        assert_eq!(all(&document, path).join(","), expected, "{path}");
    }
}

#[test]
fn a_path_may_start_from_the_whole_document() {
    let document = json!({"language": "ar", "items": [{"title": "ع"}]});
    let language = Paths::parse("language | $.language");
    let found = language.first(&document["items"][0], &document, Value::as_str);
    assert_eq!(found, Some("ar"));
}
