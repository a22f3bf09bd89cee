//! What the files of words promise, each by its name and key.

use super::super::words::ENGLISH_FILE;
use super::*;

/// A file of words as JSON.
fn tree(file: &str) -> Value {
    serde_json::from_str(file).unwrap()
}

/// Every text of a file with its path: `faults.retry`. Texts of lists share their list's path.
fn texts(file: &Value) -> Vec<(String, &str)> {
    fn walk<'a>(value: &'a Value, path: &str, texts: &mut Vec<(String, &'a str)>) {
        match value {
            Value::String(text) => texts.push((path.to_owned(), text)),
            Value::Array(items) => items.iter().for_each(|item| walk(item, path, texts)),
            Value::Object(fields) => {
                for (name, field) in fields {
                    let dot = if path.is_empty() { "" } else { "." };
                    walk(field, &format!("{path}{dot}{name}"), texts);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => panic!("{path} is no text"),
        }
    }
    let mut all = Vec::new();
    walk(file, "", &mut all);
    all
}

/// The `{places}` of a text, sorted.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text
        .split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').expect("a brace is closed").0)
        .collect();
    places.sort_unstable();
    places
}

#[test]
fn every_language_has_a_file_and_every_file_a_language() {
    let mut spoken = LANGUAGES.map(|language| language.code);
    spoken.sort_unstable();
    let bundled: Vec<&str> = FILES.iter().map(|(code, _)| *code).collect();
    assert_eq!(spoken[..], bundled[..]);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static/words");
    let mut written: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|file| Some(file.unwrap().path().to_str()?.to_owned()))
        .filter_map(|path| Some(path.strip_suffix(".json")?.rsplit_once('/')?.1.to_owned()))
        .collect();
    written.sort_unstable();
    assert_eq!(bundled, written);
    assert_eq!(Words::bundled("tlh"), None);
}

#[test]
fn no_text_is_missing_and_none_is_unknown() {
    for (code, file) in FILES {
        // Without what `Words::parse` takes from English. The error names the key.
        let words: Words = serde_json::from_str(file)
            .unwrap_or_else(|error| panic!("static/words/{code}.json: {error}"));
        assert_eq!(words.language, *code);
        for (path, text) in texts(&tree(file)) {
            let may_be_empty = path == "dates.regions";
            assert!(
                may_be_empty || !text.trim().is_empty(),
                "{code}.json: {path}"
            );
        }
    }
}

#[test]
fn a_missing_or_unknown_text_is_named() {
    let strict = |file: Value| {
        let read = serde_json::from_value::<Words>(file);
        read.expect_err("this must not be taken").to_string()
    };
    let mut missing = tree(ENGLISH_FILE);
    missing["faults"].as_object_mut().unwrap().remove("retry");
    assert!(strict(missing).contains("`retry`"));
    for at in [
        "",
        "/faults",
        "/dates/0",
        "/minutes",
        "/networks",
        "/themes",
        "/fonts",
        "/spacings",
        "/listening",
        "/returning",
    ] {
        let mut unknown = tree(ENGLISH_FILE);
        unknown.pointer_mut(at).unwrap()["strange"] = "?".into();
        assert!(strict(unknown).contains("`strange`"), "{at}");
    }
}

#[test]
fn every_text_has_the_places_of_the_english_one() {
    let english = tree(ENGLISH_FILE);
    let english = texts(&english);
    for (code, file) in FILES {
        for (path, text) in texts(&tree(file)) {
            let which = format!("{code}.json: {path}: {text}");
            match path.split('.').next() {
                Some("dates") => {}
                // «دقيقتان» says the count by itself.
                Some("minutes") => assert!(matches!(places(text)[..], [] | ["count"]), "{which}"),
                _ => {
                    let model = english.iter().find(|(other, _)| *other == path);
                    let (_, model) = model.expect("every text has an English one");
                    assert_eq!(places(text), places(model), "{which}");
                }
            }
        }
    }
}

#[test]
fn the_places_of_english_are_those_that_are_filled() {
    let english = tree(ENGLISH_FILE);
    let with_places: Vec<(String, Vec<&str>)> = texts(&english)
        .into_iter()
        .filter(|(path, _)| !path.starts_with("dates"))
        .map(|(path, text)| (path, places(text)))
        .filter(|(_, places)| !places.is_empty())
        .collect();
    let mut expected = [
        ("by", vec!["authors"]),
        ("source", vec!["publisher"]),
        ("readingTime", vec!["minutes"]),
        ("minutes.one", vec!["count"]),
        ("minutes.other", vec!["count"]),
        ("shareVia", vec!["network"]),
        ("sizeOf", vec!["largest", "size"]),
        ("playVideo", vec!["provider"]),
        ("openOn", vec!["provider"]),
    ]
    .map(|(path, places)| (path.to_owned(), places));
    expected.sort_unstable();
    let mut found = with_places;
    found.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn every_language_has_the_plural_forms_it_counts_with() {
    for language in LANGUAGES {
        let forms = &Words::bundled(language.code).unwrap().minutes;
        for n in 0..=200 {
            let category = language.plural.category(n);
            let own = match category {
                Category::Zero => forms.zero.as_ref(),
                Category::One => forms.one.as_ref(),
                Category::Two => forms.two.as_ref(),
                Category::Few => forms.few.as_ref(),
                Category::Many => forms.many.as_ref(),
                Category::Other => Some(&forms.other),
            };
            let which = format!("{}.json: minutes: {category:?}", language.code);
            assert_eq!(own.map(String::as_str), Some(forms.of(category)), "{which}");
        }
    }
}

#[test]
fn dates_have_a_row_for_all_others_and_the_places_they_need() {
    for (code, _) in FILES {
        let words = Words::bundled(code).unwrap();
        let (others, some) = words.dates.split_last().unwrap();
        assert_eq!(others.regions, [""; 0], "{code}.json");
        let mut regions: Vec<&String> = some.iter().flat_map(|row| &row.regions).collect();
        let named = regions.len();
        assert!(
            some.iter().all(|row| !row.regions.is_empty()),
            "{code}.json"
        );
        regions.sort_unstable();
        regions.dedup();
        assert_eq!(regions.len(), named, "{code}.json: a region has two rows");
        for row in &words.dates {
            assert_eq!(places(&row.date), ["day", "month", "year"], "{code}.json");
            if let Some(first) = &row.first_day {
                assert_eq!(places(first), ["day"], "{code}.json");
            }
            match (&row.morning, &row.afternoon) {
                (Some(_), Some(_)) => {
                    assert_eq!(
                        places(&row.time),
                        ["half", "hour12", "minute"],
                        "{code}.json"
                    );
                }
                (None, None) => {
                    let places = places(&row.time);
                    let good = matches!(places[..], ["hour24" | "hour24Short", "minute"]);
                    assert!(good, "{code}.json: {places:?}");
                }
                halves => panic!("{code}.json: {halves:?}"),
            }
        }
    }
}

#[test]
fn a_file_from_before_a_text_was_added_lacks_that_text_alone() {
    let (_, file) = FILES.iter().find(|(code, _)| *code == "ar").unwrap();
    let mut old = tree(file);
    let fields = old.as_object_mut().unwrap();
    fields.remove("table");
    fields.remove("returning");
    fields["networks"]
        .as_object_mut()
        .unwrap()
        .remove("bluesky");
    fields["minutes"].as_object_mut().unwrap().remove("zero");
    let read = Words::parse(&old.to_string()).unwrap();
    let mut expected = (*Words::bundled("ar").unwrap()).clone();
    expected.table = "Table".into();
    expected.returning = Words::stand_in().returning.clone();
    expected.networks.bluesky = "Bluesky".into();
    expected.minutes.zero = None;
    assert_eq!(read, expected);
    assert_eq!(read.minutes.of(Category::Zero), "{count} دقيقة");
    for rubbish in ["", "<html>", "[]", "null", r#"{"home":5}"#] {
        assert!(Words::parse(rubbish).is_err(), "{rubbish}");
    }
}

#[test]
fn texts_of_right_to_left_languages_are_in_their_script() {
    for (code, file) in FILES {
        if direction(code) == Dir::Ltr {
            continue;
        }
        for (path, text) in texts(&tree(file)) {
            let mut words = text.to_owned();
            for place in places(text) {
                words = words.replace(place, "");
            }
            let exempt = path == "language" || path.starts_with("dates");
            let latin = words.contains(|c: char| c.is_ascii_alphabetic());
            assert!(exempt || !latin, "{code}.json: {path}: {text}");
        }
    }
}
