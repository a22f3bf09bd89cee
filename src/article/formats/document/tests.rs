//! What is taken and refused, beside `serde_json`: the same, but for what servers send and it refuses.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Option<Value> {
    parse([text]).map(|(value, _)| value)
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
            prop::collection::vec((text, inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_repair_leaves_json_what_it_is(json in any_json()) {
        for text in [json.to_string(), serde_json::to_string_pretty(&json).unwrap()] {
            prop_assert_eq!(serde_json::from_str::<Value>(&repaired(&text)).ok(), Some(json.clone()), "{}", text);
            prop_assert_eq!(read(&text), Some(json.clone()), "{}", text);
        }
    }

    #[test]
    fn what_is_changed_by_chance_is_taken_as_by_serde_json_or_refused(
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
        check(&text)?;
    }

    #[test]
    fn texts_of_json_s_own_letters_are_taken_as_by_serde_json_or_refused(text in r#"([\[\]{}",: ]|"a"|"\\u[0d][089c][03]0"|-?[01]\.?[05]?[eE]?[+-]?1?|true|null){0,9}"#) {
        check(&text)?;
    }

    #[test]
    fn no_text_makes_it_panic(text in "(\\PC|[\\[{\"\\\\ud8cf\u{0}\n]){0,40}") {
        read(&text);
        read(&format!("\"{text}\""));
    }
}

/// What `serde_json` takes is taken as it takes it, and what it refuses is refused, unless for half a surrogate pair.
fn check(text: &str) -> Result<(), TestCaseError> {
    match serde_json::from_str::<Value>(text) {
        Ok(value) => prop_assert_eq!(read(text), Some(value), "{}", text),
        Err(why) => {
            let half = ["surrogate", "hex escape"]
                .iter()
                .any(|part| why.to_string().contains(part));
            prop_assert!(half || read(text).is_none(), "{}: {}", text, why);
        }
    }
    Ok(())
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
        "\"\\",
        "\"\\\n\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud800\\u\"",
        "\"\\ud800\\u12\"",
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
fn half_a_surrogate_pair_is_the_replacement_character() {
    for (text, expected) in [
        (r#""\ud83d\ude00 \uD83D\uDE00""#, "😀 😀"),
        (r#""\ud83d""#, "\u{fffd}"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\ud83d\n""#, "\u{fffd}\n"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\ud83dع\ude00""#, "\u{fffd}ع\u{fffd}"),
        (r#""\\ud83d \ude00""#, "\\ud83d \u{fffd}"),
        (
            r#""\"\\\/\b\f\n\r\t\u0645\ud83d""#,
            "\"\\/\u{8}\u{c}\n\r\tم\u{fffd}",
        ),
    ] {
        assert_eq!(read(text), Some(expected.into()), "{text}");
    }
    assert_eq!(read(r#"{"\ud83d":1}"#).unwrap()["\u{fffd}"], 1);
}

#[test]
fn a_control_character_is_a_space() {
    assert_eq!(read("\"a\nb\u{0}\tc\""), Some("a b  c".into()));
    assert_eq!(read("[1,\u{0}2\u{1f}]").unwrap().to_string(), "[1,2]");
    assert_eq!(read("\u{0}1\u{0}"), Some(1.into()));
}

#[test]
fn what_servers_put_around_is_no_part_of_it() {
    for text in [
        "\u{feff}1",
        " \r\n\t1 \n",
        ")]}'\n1",
        ")]}',\n1",
        "\u{feff} )]}'1",
    ] {
        assert_eq!(read(text), Some(1.into()), "{text:?}");
    }
}

#[test]
fn numbers_of_any_size_keep_their_digits() {
    // serde_json writes the sign of an exponent out.
    for (text, kept) in [
        ("0", "0"),
        ("-0", "-0"),
        ("640.0", "640.0"),
        ("1e3", "1e+3"),
        ("9007199254740993", "9007199254740993"),
        (
            "123456789012345678901234567890",
            "123456789012345678901234567890",
        ),
        ("1E+400", "1e+400"),
        ("0.10", "0.10"),
    ] {
        let value = read(text).unwrap();
        assert_eq!(value.as_number().unwrap().as_str(), kept);
    }
}

#[test]
fn of_fields_with_one_name_the_last_counts_and_all_keep_their_order() {
    let value = read(r#"{"z": 1, "b": [{"z": 2}], "a": 0, "z": 3}"#).unwrap();
    assert_eq!(value["z"], 3);
    let names: Vec<_> = value.as_object().unwrap().keys().collect();
    assert_eq!(names, ["z", "b", "a"]);
}

#[test]
fn several_sources_are_a_list_without_those_that_are_no_json() {
    let read = |texts: &[&str]| Some(parse(texts)?.0.to_string());
    assert_eq!(read(&["{", "1", "[2", "[3]"]).as_deref(), Some("[1,[3]]"));
    assert_eq!(read(&["{", "[1]"]).as_deref(), Some("[1]"));
    assert_eq!(read(&["[]"]).as_deref(), Some("[]"));
    assert_eq!(read(&["{", ""]), None);
    assert_eq!(read(&[]), None);
}

#[test]
fn nesting_of_any_depth_is_json_and_is_read_to_127_levels() {
    let nested = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    assert_eq!(read(&nested(LEVELS)).unwrap().to_string(), nested(LEVELS));
    let mut text = nested(1_000_000);
    let mut value = read(&text).unwrap();
    for _ in 0..LEVELS {
        value = value[0].take();
    }
    assert_eq!(value, Value::Null);
    text.pop();
    assert_eq!(read(&text), None);
}

#[test]
fn what_is_too_deep_is_left_out_alone() {
    let deep = [
        r#"{"x":["#.repeat(200),
        r#""]}\ud83d","#.to_owned(),
        "[]]}".to_owned(),
        "]}".repeat(199),
    ]
    .concat();
    let text = format!(r#"{{"title":"ع","deep":{deep},"body":"<p>نص</p>"}}"#);
    let value = read(&text).unwrap();
    assert_eq!(value["title"], "ع");
    assert_eq!(value["body"], "<p>نص</p>");
}
