//! What the files of words promise, each by its name and key.

use std::collections::BTreeSet;

use super::super::words::ENGLISH_FILE;
use super::*;
use crate::language::months;

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

/// The path of each text that a file must have, but for dates and the forms of minutes, which languages differ in.
fn needed() -> BTreeSet<String> {
    let path = |group: &'static str| move |name: &str| format!("{group}.{name}");
    let names = |text: Text| <&str>::from(text);
    let texts = Text::iter().map(names).map(path("texts"));
    let networks = Network::iter().map(Network::name).map(path("networks"));
    let themes = Theme::iter().map(Theme::name).map(path("themes"));
    let spacings = LineHeight::iter()
        .map(LineHeight::name)
        .map(path("spacings"));
    let fonts = Font::CHOICES.iter().map(Font::name).chain(["site"]);
    // What plain.js says.
    let faults = [
        "connection",
        "gone",
        "unreadable",
        "simplified",
        "retry",
        "readOriginal",
    ];
    texts
        .chain(networks)
        .chain(themes)
        .chain(fonts.map(path("fonts")))
        .chain(spacings)
        .chain(faults.into_iter().map(path("faults")))
        .chain(["language".to_owned(), "minutes.other".to_owned()])
        .collect()
}

/// The paths that a file may have.
fn allowed() -> BTreeSet<String> {
    let minutes = ["zero", "one", "two", "few", "many"].map(|form| format!("minutes.{form}"));
    let dates = [
        "regions",
        "date",
        "firstDay",
        "time",
        "morning",
        "afternoon",
    ]
    .map(|field| format!("dates.{field}"));
    needed().into_iter().chain(minutes).chain(dates).collect()
}

/// What is wrong with a file of words, by the paths of its texts.
fn mistakes(file: &Value) -> Vec<String> {
    let texts = texts(file);
    let paths: BTreeSet<String> = texts.iter().map(|(path, _)| path.clone()).collect();
    let (needed, allowed) = (needed(), allowed());
    let missing = needed
        .difference(&paths)
        .map(|path| format!("{path} is missing"));
    let unknown = paths
        .difference(&allowed)
        .map(|path| format!("{path} is unknown"));
    let empty = texts
        .iter()
        .filter(|(path, text)| path != "dates.regions" && text.trim().is_empty())
        .map(|(path, _)| format!("{path} is empty"));
    missing.chain(unknown).chain(empty).collect()
}

#[test]
fn no_text_is_missing_and_none_is_unknown() {
    for (code, file) in FILES {
        assert_eq!(mistakes(&tree(file)), [""; 0], "static/words/{code}.json");
        assert_eq!(tree(file)["language"], *code);
        Words::parse(file).unwrap_or_else(|error| panic!("static/words/{code}.json: {error}"));
    }
}

#[test]
fn a_missing_or_unknown_text_is_named() {
    let mut file = tree(ENGLISH_FILE);
    for (group, name) in [
        ("", "language"),
        ("/texts", "home"),
        ("/networks", "bluesky"),
        ("/faults", "retry"),
        ("/minutes", "other"),
        ("/fonts", "site"),
    ] {
        let fields = file.pointer_mut(group).unwrap().as_object_mut().unwrap();
        fields.remove(name);
    }
    for group in ["", "/texts", "/dates/0", "/minutes"] {
        file.pointer_mut(group).unwrap()["strange"] = "?".into();
    }
    file["themes"]["dark"] = " ".into();
    assert_eq!(
        mistakes(&file),
        [
            "faults.retry is missing",
            "fonts.site is missing",
            "language is missing",
            "minutes.other is missing",
            "networks.bluesky is missing",
            "texts.home is missing",
            "dates.strange is unknown",
            "minutes.strange is unknown",
            "strange is unknown",
            "texts.strange is unknown",
            "themes.dark is empty",
        ]
    );
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
        ("texts.by", vec!["authors"]),
        ("texts.source", vec!["publisher"]),
        ("texts.updated", vec!["date"]),
        ("texts.readingTime", vec!["minutes"]),
        ("minutes.one", vec!["count"]),
        ("minutes.other", vec!["count"]),
        ("texts.shareVia", vec!["network"]),
        ("texts.sizeOf", vec!["largest", "size"]),
        ("texts.playVideo", vec!["provider"]),
        ("texts.showPost", vec!["provider"]),
        ("texts.playSound", vec!["provider"]),
        ("texts.openOn", vec!["provider"]),
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
        let words = Words::bundled(language.code).unwrap();
        let (_, file) = FILES
            .iter()
            .find(|(code, _)| *code == language.code)
            .unwrap();
        let minutes = &tree(file)["minutes"];
        for n in 0..=200 {
            let category = language.plural.category(n);
            let which = format!("{}.json: minutes: {category:?}", language.code);
            assert_eq!(
                minutes[category.name()],
                *words.minutes(category),
                "{which}"
            );
        }
    }
}

#[test]
fn dates_have_a_row_for_all_others_and_the_places_they_need() {
    for (code, _) in FILES {
        let words = Words::bundled(code).unwrap();
        let rows: Vec<DateRow> = words.dates().collect();
        let (others, some) = rows.split_last().unwrap();
        assert_eq!(others.regions, [""; 0], "{code}.json");
        assert!(months(code, "").is_some(), "months of {code}");
        let mut regions: Vec<&str> = some.iter().flat_map(|row| row.regions.clone()).collect();
        let named = regions.len();
        assert!(
            some.iter().all(|row| !row.regions.is_empty()),
            "{code}.json"
        );
        regions.sort_unstable();
        regions.dedup();
        assert_eq!(regions.len(), named, "{code}.json: a region has two rows");
        for row in &rows {
            assert_eq!(places(row.date), ["day", "month", "year"], "{code}.json");
            if let Some(first) = row.first_day {
                assert_eq!(places(first), ["day"], "{code}.json");
            }
            match (row.morning, row.afternoon) {
                (Some(_), Some(_)) => {
                    assert_eq!(
                        places(row.time),
                        ["half", "hour12", "minute"],
                        "{code}.json"
                    );
                }
                (None, None) => {
                    let places = places(row.time);
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
    for (group, name) in [
        ("texts", "table"),
        ("networks", "bluesky"),
        ("fonts", "sans"),
        ("minutes", "zero"),
    ] {
        old[group].as_object_mut().unwrap().remove(name);
    }
    // Nor does one from after a text was added lack any.
    old["texts"]["later"] = "نص".into();
    old["later"] = 5.into();
    let read = Words::parse(&old.to_string()).unwrap();
    let all = Words::bundled("ar").unwrap();
    for text in Text::iter() {
        match text {
            Text::Table => assert_eq!(read.text(text), "Table"),
            _ => assert_eq!(read.text(text), all.text(text)),
        }
    }
    for network in Network::iter() {
        match network {
            Network::Bluesky => assert_eq!(read.network(network), "Bluesky"),
            _ => assert_eq!(read.network(network), all.network(network)),
        }
    }
    assert_eq!(read.font_name(&Font::Sans), "Sans-serif");
    assert_eq!(read.font_name(&Font::Naskh), all.font_name(&Font::Naskh));
    assert_eq!(read.minutes(Category::Zero), "{count} دقيقة");
    assert!(read.dates().eq(all.dates()));
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
