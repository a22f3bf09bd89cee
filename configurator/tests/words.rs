//! The words of the page in three languages: nothing is missing, nothing is left over.

use std::collections::BTreeSet;
use std::fs;

use qari_configurator::rows::{Ask, Group, ROWS};
use qari_configurator::state::{Device, Form, From, Look, Page, Sample};
use qari_configurator::words::{Language, Text, Words};
use qari_reader::config::{ATTRIBUTES, Allowed};
use serde_json::Value;
use strum::IntoEnumIterator;

fn file(language: Language) -> Value {
    let path = format!(
        "{}/words/{}.json",
        env!("CARGO_MANIFEST_DIR"),
        language.code()
    );
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_word_is_there_in_every_language() {
    for language in Language::iter() {
        let words = Words::of(language);
        let code = language.code();
        for text in Text::iter() {
            let name: &str = text.into();
            assert!(
                !words.text(text).is_empty(),
                "{code}.json has no texts.{name}"
            );
        }
        for group in Group::iter() {
            let name: &str = group.into();
            assert!(
                words.find("groups", name).is_some(),
                "{code}.json has no groups.{name}"
            );
        }
        for row in ROWS {
            let name = row.name;
            assert!(
                words.label(name).is_some(),
                "{code}.json has no attributes.{name}.label"
            );
            assert!(
                words.help(name).is_some(),
                "{code}.json has no attributes.{name}.help"
            );
            let names = match row.ask {
                Ask::Choice(names) | Ask::Several(names) => names,
                Ask::Ordered { all, .. } => all,
                _ => &[],
            };
            for value in names {
                assert!(
                    words.value(name, value).is_some(),
                    "{code}.json has no values.{name}.{value}"
                );
            }
        }
        for (of, name) in own_choices() {
            assert!(
                words.value(of, name).is_some(),
                "{code}.json has no values.{of}.{name}"
            );
        }
    }
}

/// The choices of the page itself.
fn own_choices() -> Vec<(&'static str, &'static str)> {
    fn names<T: IntoEnumIterator + Into<&'static str>>(
        of: &'static str,
    ) -> Vec<(&'static str, &'static str)> {
        T::iter().map(|name| (of, name.into())).collect()
    }
    [
        names::<From>("from"),
        names::<Sample>("sample"),
        names::<Page>("page"),
        names::<Look>("look"),
        names::<Device>("device"),
        names::<Form>("form"),
    ]
    .concat()
}

/// The codes of docs/ATTRIBUTES.md, which `tests/knowledge.rs` holds against the reader's.
#[test]
fn every_error_has_a_sentence() {
    let types = fs::read_to_string(format!(
        "{}/../static/qari.d.ts",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap();
    let (_, rest) = types
        .split_once("type ErrorCode =")
        .or_else(|| types.split_once("type QariErrorCode ="))
        .expect("qari.d.ts has the codes");
    let (codes, _) = rest.split_once(';').unwrap();
    let codes: Vec<&str> = codes.split('"').skip(1).step_by(2).collect();
    assert!(codes.len() > 9, "{codes:?}");
    for language in Language::iter() {
        let words = Words::of(language);
        for code in &codes {
            assert!(
                words.find("errors", code).is_some(),
                "{}.json has no errors.{code}",
                language.code()
            );
        }
    }
}

/// What an attribute allows is names, any text, or something that is said in words.
#[test]
fn what_is_allowed_is_said_in_every_language() {
    const ANY_TEXT: &[&str] = &["map", "item", "author"];
    for language in Language::iter() {
        let words = Words::of(language);
        for known in ATTRIBUTES {
            let is_said = match known.allowed {
                Allowed::Names(_) | Allowed::AutoOr(_) | Allowed::Flag => false,
                Allowed::Like(_) => !ANY_TEXT.contains(&known.name),
            };
            assert_eq!(
                words.find("allowed", known.name).is_some(),
                is_said,
                "{}.json, allowed.{}",
                language.code(),
                known.name
            );
        }
    }
}

/// Names of all that is in a file, and the places in its texts.
fn outline(value: &Value, path: &str, out: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            for (name, value) in entries {
                outline(value, &format!("{path}.{name}"), out);
            }
        }
        Value::String(text) => {
            let mut places: Vec<&str> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split('}').next())
                .collect();
            places.sort_unstable();
            out.insert(format!("{path} {places:?}"));
        }
        _ => {}
    }
}

#[test]
fn the_files_differ_in_their_words_alone() {
    let outline_of = |language| {
        let mut out = BTreeSet::new();
        outline(&file(language), "", &mut out);
        out
    };
    let english = outline_of(Language::En);
    for language in [Language::Ar, Language::Fr] {
        let theirs = outline_of(language);
        let differ: Vec<_> = english.symmetric_difference(&theirs).collect();
        assert!(
            differ.is_empty(),
            "{}.json and en.json: {differ:?}",
            language.code()
        );
    }
    let texts = file(Language::En)["texts"].as_object().unwrap().len();
    assert_eq!(texts, Text::iter().count(), "texts that nothing shows");
}

#[test]
fn what_the_reader_has_a_name_for_is_called_so() {
    let words = Words::of(Language::Fr);
    assert_eq!(words.value("theme", "dark"), Some("Sombre"));
    assert_eq!(words.value("share", "copy"), Some("Copier le lien"));
}

#[test]
fn a_language_is_known_by_its_tag() {
    assert_eq!(Language::of_tag("fr-CA"), Some(Language::Fr));
    assert_eq!(Language::of_tag("AR"), Some(Language::Ar));
    assert_eq!(Language::of_tag("de"), None);
}
