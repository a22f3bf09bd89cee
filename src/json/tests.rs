//! The reader against `serde_json`: it takes and refuses the same texts and reads the same of them.
//!
//! By intent it differs in a few things: control characters count as spaces wherever they stand, as servers send raw
//! line breaks; half a surrogate pair is U+FFFD, as in browsers; a number may be of any size; any nesting is JSON,
//! but what is deeper than 64 levels is `null`.

use super::*;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// The value as `serde_json` has it.
fn value(json: Json) -> Value {
    match json.kind() {
        Kind::Null => Value::Null,
        Kind::Bool => Value::Bool(json.text() == "true"),
        Kind::Number => serde_json::from_str(json.text()).unwrap_or(Value::Null),
        Kind::Text => json.text().into(),
        Kind::List => json.fields().map(|(_, item)| value(item)).collect(),
        Kind::Object => Value::Object(Map::from_iter(
            json.fields()
                .map(|(name, field)| (name.into(), value(field))),
        )),
    }
}

fn read(text: &str) -> Option<Value> {
    Some(value(Document::read([text])?.root()))
}

fn any_json() -> impl Strategy<Value = Value> {
    let text = "[\\PC\"\\\\/\u{8}\u{c}\n\r\t\u{1f}😀ع]{0,8}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(text, inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_value_is_read_as_it_is(json in any_json()) {
        for text in [json.to_string(), serde_json::to_string_pretty(&json).unwrap()] {
            prop_assert_eq!(read(&text), serde_json::from_str(&text).ok());
        }
    }

    #[test]
    fn what_is_changed_by_chance_is_taken_and_refused_alike(
        json in any_json(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..3, r#"[\[\]{}",:\\ubn0-9aefE.+\-truls ]{1,3}"#), 1..4),
    ) {
        let mut text: Vec<char> = json.to_string().chars().collect();
        for (at, take, put) in changes {
            let at = at.index(text.len() + 1);
            let end = text.len().min(at + take as usize);
            text.splice(at..end, put.chars());
        }
        let text: String = text.into_iter().collect();
        prop_assert_eq!(read(&text), known(&text), "{}", text);
    }

    #[test]
    fn texts_of_json_s_own_letters_are_taken_and_refused_alike(text in r#"([\[\]{}",: ]|"a"|"\\u[0d][089c][03]0"|-?[01]\.?[05]?[eE]?[+-]?1?|true|null){0,9}"#) {
        prop_assert_eq!(read(&text), known(&text), "{}", text);
    }

    #[test]
    fn numbers_are_taken_and_refused_alike(text in "-?[0-9]{0,3}(\\.[0-9]{0,2})?([eE][+-]?[0-9]{0,2})?") {
        prop_assert_eq!(read(&text), known(&text), "{}", text);
    }
}

/// What `serde_json` reads, where it and this reader are meant to read the same.
fn known(text: &str) -> Option<Value> {
    match serde_json::from_str(text) {
        Ok(known) => Some(known),
        // Half a pair and what is beyond an `f64` are errors to it, though they are JSON.
        Err(why) => ["surrogate", "lone", "out of range", "hex escape"]
            .iter()
            .any(|known| why.to_string().contains(known))
            .then(|| read(text))?,
    }
}

#[test]
fn what_is_no_json_is_refused() {
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "True",
        "'a'",
        "[1,]",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{\"a\"}",
        "[1 2]",
        "[",
        "[}",
        "{]",
        "]",
        "[]]",
        "1 1",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "0x1",
        "NaN",
        "Infinity",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud800\\u\"",
        "// a\n1",
        "[,1]",
        "{,}",
        "{\"a\":}",
        "{\"a\":1:2}",
        "{1:2}",
        "<!doctype html>",
        ",1",
        ")]}'",
        "\u{a0}1",
    ] {
        assert_eq!(read(text), None, "{text:?}");
    }
}

#[test]
fn escapes_are_read() {
    for (text, said) in [
        (r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        (r#""\u0645\u0627\u0621""#, "ماء"),
        (r#""\ud83d\ude00 \uD83D\uDE00""#, "😀 😀"),
        // Halves of pairs, each alone.
        (r#""\ud83d""#, "\u{fffd}"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\ud83d\n""#, "\u{fffd}\n"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        ("\"a\nb\u{0}\"", "a b "),
    ] {
        assert_eq!(read(text), Some(said.into()), "{text}");
    }
}

#[test]
fn what_servers_put_around_is_no_part_of_it() {
    for text in [
        "\u{feff}1",
        " \r\n\t1 \n",
        ")]}'\n1",
        ")]}',\n1",
        "\u{feff} )]}'1",
        "\u{0}1\u{0}",
    ] {
        assert_eq!(read(text), Some(1.into()), "{text:?}");
    }
}

#[test]
fn numbers_stay_as_they_were_written() {
    for text in [
        "0",
        "-0",
        "640.0",
        "1e3",
        "9007199254740993",
        "1E+400",
        "0.10",
    ] {
        let document = Document::read([text]).unwrap();
        assert_eq!(document.root().text(), text);
    }
}

#[test]
fn of_fields_with_one_name_the_last_counts() {
    let document = Document::read([r#"{"a": 1, "b": [{"a": 2}], "a": 3}"#]).unwrap();
    assert_eq!(document.root().get("a").text(), "3");
    assert_eq!(document.root().get("c").kind(), Kind::Null);
    assert_eq!(document.root().get("a").get("a").kind(), Kind::Null);
    let names: Vec<_> = document.root().fields().map(|(name, _)| name).collect();
    assert_eq!(names, ["a", "b", "a"]);
}

#[test]
fn several_sources_are_a_list_without_those_that_are_no_json() {
    let read = |texts: &[&str]| Some(value(Document::read(texts)?.root()).to_string());
    assert_eq!(read(&["{", "1", "[2", "[3]"]).as_deref(), Some("[1,[3]]"));
    assert_eq!(read(&["{", "[1]"]).as_deref(), Some("[1]"));
    assert_eq!(read(&["[]"]).as_deref(), Some("[]"));
    assert_eq!(read(&["{", ""]), None);
}

#[test]
fn nesting_of_any_depth_is_json_and_is_read_to_64_levels() {
    let nested = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    let mut text = nested(1_000_000);
    let mut read = read(&text).unwrap();
    for _ in 0..64 {
        read = read[0].take();
    }
    assert_eq!(read, Value::Null);
    assert_eq!(self::read(&nested(64)).unwrap().to_string(), nested(64));
    text.pop();
    assert_eq!(self::read(&text), None);
}
