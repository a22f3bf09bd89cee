//! What the tables promise. The comparison with ICU is in `tests/locale.rs`.

use serde_json::Value;

use super::bundled::FILES;
use super::words::ENGLISH_FILE;
use super::*;
use crate::prefs::{Font, LineHeight, Theme};

const SEPTEMBER: Stamp = Stamp {
    year: 2019,
    month: 9,
    day: 29,
    time: Some((11, 38)),
    second: 0,
    offset: Some(60),
};

fn reading(article: &str, ui: &str) -> Locale {
    Locale::new(article, ui, None, Words::bundled)
}

fn dated(tag: &str, stamp: Stamp) -> String {
    reading(tag, tag).date(&stamp)
}

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
fn without_a_file_the_words_are_english() {
    let none = Locale::new("ar-EG", "ar-MA", None, |_| None);
    assert_eq!((none.ui_lang(), none.ui_dir()), ("en", Dir::Ltr));
    assert_eq!(
        (none.article_lang(), none.article_dir()),
        ("ar-EG", Dir::Rtl)
    );
    assert_eq!(none.words(), &*Words::stand_in());
    assert_eq!(none.minutes(2), "2 minutes");
    assert_eq!(none.minutes(1), "1 minute");
    assert_eq!(none.date(&SEPTEMBER), "29 September 2019, 11:38");
    assert_eq!(none.date_lang(), "en");
    let arab = Locale::new("ar", "ar", Some(Numerals::Arab), |_| None);
    assert_eq!(arab.number(9), "٩");
    // The dates' alone are missing.
    let french = |code: &str| (code == "fr").then(|| Words::bundled("fr")).flatten();
    let dates = Locale::new("ar-EG", "fr-MA", None, french);
    assert_eq!((dates.ui_lang(), dates.date_lang()), ("fr-MA", "en"));
    assert_eq!(dates.date(&SEPTEMBER), "29 September 2019, 11:38");
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

#[test]
fn a_reader_needs_the_words_of_its_interface_and_of_its_dates() {
    for (article, ui, expected) in [
        ("ar-MA", "ar-MA", ["ar", "ar"]),
        ("ar", "fr", ["fr", "ar"]),
        ("de", "fr", ["fr", "fr"]),
        ("ps", "ps", ["ar", "ar"]),
        ("yi", "de", ["en", "en"]),
        ("iw", "prs", ["fa", "he"]),
    ] {
        assert_eq!(languages(article, ui), expected);
    }
}

#[test]
fn dates_are_in_the_words_of_the_country() {
    // ARABIC.md 19, 20, 21
    for (tag, expected) in [
        ("ar", "29 سبتمبر 2019، 11:38 صباحًا"),
        ("ar-MA", "29 شتنبر 2019، 11:38"),
        ("ar-DZ", "29 سبتمبر 2019، 11:38"),
        ("ar-EG", "٢٩ سبتمبر ٢٠١٩، ١١:٣٨ صباحًا"),
        ("ar-SY", "٢٩ أيلول ٢٠١٩، ١١:٣٨ صباحًا"),
        ("ar-MR", "٢٩ شتمبر ٢٠١٩، ١١:٣٨ صباحًا"),
        ("en", "September 29, 2019, 11:38 AM"),
        ("en-GB", "29 September 2019, 11:38"),
        ("fr-MA", "29 septembre 2019 à 11:38"),
        ("fa", "۲۹ سپتامبر ۲۰۱۹ ساعت ۱۱:۳۸"),
        ("fa-AF", "۲۹ سپتمبر ۲۰۱۹ ساعت ۱۱:۳۸"),
        ("ur", "29 ستمبر، 2019 کو 11:38 AM"),
        ("he", "29 בספטמבר 2019 בשעה 11:38"),
        ("es", "29 de septiembre de 2019, 11:38"),
        ("en-MA", "29 September 2019, 11:38"),
    ] {
        assert_eq!(dated(tag, SEPTEMBER), expected, "{tag}");
    }
}

#[test]
fn a_date_without_time_is_a_date_only_and_midnight_is_a_time() {
    // ARABIC.md 21
    let day = Stamp {
        day: 1,
        time: None,
        ..SEPTEMBER
    };
    assert_eq!(dated("ar", day), "1 سبتمبر 2019");
    assert_eq!(dated("fr", day), "1er septembre 2019");
    let at = |hour, minute| Stamp {
        time: Some((hour, minute)),
        ..SEPTEMBER
    };
    assert_eq!(dated("ar", at(0, 5)), "29 سبتمبر 2019، 12:05 صباحًا");
    assert_eq!(dated("ar", at(12, 0)), "29 سبتمبر 2019، 12:00 مساءً");
    assert_eq!(dated("ar-MA", at(0, 5)), "29 شتنبر 2019، 00:05");
    assert_eq!(dated("en", at(13, 5)), "September 29, 2019, 1:05 PM");
}

#[test]
fn the_offset_never_shifts_a_date() {
    // ARABIC.md 21
    for offset in [None, Some(0), Some(-720), Some(840)] {
        let stamp = Stamp {
            second: 0,
            offset,
            ..SEPTEMBER
        };
        assert_eq!(dated("ar", stamp), "29 سبتمبر 2019، 11:38 صباحًا");
    }
}

#[test]
fn an_impossible_month_does_not_panic() {
    for month in [0, 13, 255] {
        let stamp = Stamp {
            month,
            time: Some((255, 255)),
            ..SEPTEMBER
        };
        assert!(dated("ar", stamp).contains("2019"));
    }
}

fn minutes(n: u32, tag: &str) -> String {
    reading(tag, tag).minutes(n)
}

#[test]
fn minutes_have_the_forms_of_their_language() {
    // The six of Arabic: rule_22 in tests/arabic.rs.
    assert_eq!(minutes(0, "ar"), "0 دقيقة");
    assert_eq!(minutes(3, "ar-EG"), "٣ دقائق");
    for (tag, one, two, five) in [
        ("fa", "۱ دقیقه", "۲ دقیقه", "۵ دقیقه"),
        ("ur", "1 منٹ", "2 منٹ", "5 منٹ"),
        ("he", "דקה", "שתי דקות", "5 דקות"),
        ("fr", "1 minute", "2 minutes", "5 minutes"),
        ("en", "1 minute", "2 minutes", "5 minutes"),
        ("es", "1 minuto", "2 minutos", "5 minutos"),
    ] {
        let said = [1, 2, 5].map(|n| minutes(n, tag));
        assert_eq!(said, [one, two, five], "{tag}");
    }
}

#[test]
fn a_language_without_a_table_is_served_by_one_of_its_script() {
    for (tag, served) in [
        ("ps", "ar"),
        ("prs-AF", "fa"),
        ("iw", "he"),
        ("yi", "he"),
        ("ckb-IQ", "ar"),
        ("ary", "ar"),
        ("AR_ma", "ar"),
        ("de", "en"),
        ("ar-Latn", "en"),
        ("dv", "en"),
        ("", "en"),
        ("fr-MA", "fr"),
    ] {
        assert_eq!(languages("ar", tag)[0], served, "{tag}");
    }
    let locale = reading("de-DE", "de-DE");
    assert_eq!((locale.ui_lang(), locale.article_lang()), ("en", "de-DE"));
    assert_eq!(reading("ar", "ar-MA").ui_lang(), "ar-MA");
}

#[test]
fn the_interface_counts_in_its_digits_and_dates_are_the_articles() {
    let locale = reading("ar-EG", "fr");
    assert_eq!(locale.date(&SEPTEMBER), "٢٩ سبتمبر ٢٠١٩، ١١:٣٨ صباحًا");
    assert_eq!(locale.date_lang(), "ar-EG");
    assert_eq!(locale.reading_time(450), "Temps de lecture : 3 minutes");
    assert_eq!(
        (locale.ui_dir(), locale.article_dir()),
        (Dir::Ltr, Dir::Rtl)
    );

    let locale = reading("de", "ar-EG");
    assert_eq!(locale.date(&SEPTEMBER), "٢٩ سبتمبر ٢٠١٩، ١١:٣٨ صباحًا");
    assert_eq!(locale.date_lang(), "ar-EG");

    let locale = Locale::new("ar-EG", "ar-EG", Some(Numerals::Latn), Words::bundled);
    assert_eq!(locale.date(&SEPTEMBER), "29 سبتمبر 2019، 11:38 صباحًا");
    assert_eq!(locale.reading_time(450), "وقت القراءة: 3 دقائق");
    assert_eq!(locale.size_of(TextSize::DEFAULT), "حجم النص 3 من 9");
}

#[test]
fn dates_say_which_language_they_are_in() {
    for (article, ui, lang, written) in [
        ("ar-MA", "fr", "ar-MA", "29 شتنبر 2019، 11:38"),
        ("fr-MA", "ar-EG", "fr-MA", "29 septembre 2019 à 11:38"),
        ("iw", "en", "iw", "29 בספטמבר 2019 בשעה 11:38"),
        // Qari has no words of the article's language: the interface's are used, and its region counts.
        ("de", "en-US", "en-US", "September 29, 2019, 11:38 AM"),
        ("ps", "prs-AF", "prs-AF", "۲۹ سپتمبر ۲۰۱۹ ساعت ۱۱:۳۸"),
        // Nor of the interface's.
        ("de", "de", "en", "September 29, 2019, 11:38 AM"),
        ("ps-AF", "ps-AF", "ar", "۲۹ سبتمبر ۲۰۱۹، ۱۱:۳۸ صباحًا"),
        ("ar-Latn", "yi", "he", "29 בספטמבר 2019 בשעה 11:38"),
    ] {
        let locale = reading(article, ui);
        assert_eq!(locale.date_lang(), lang, "{article} read in {ui}");
        assert_eq!(locale.date(&SEPTEMBER), written, "{article} read in {ui}");
        assert_eq!(locale.article_lang(), article);
    }
}

#[test]
fn names_come_from_the_tables() {
    let locale = reading("ar", "ar");
    let words = locale.words();
    assert_eq!(locale.share_label(Network::WhatsApp), "مشاركة عبر واتساب");
    assert_eq!(locale.share_label(Network::Copy), "نسخ الرابط");
    assert_eq!(words.network(Network::Sms), "رسالة نصية");
    assert_eq!(words.theme_name(Theme::Contrast), "تباين عالٍ");
    assert_eq!(words.font_name(&Font::Sans), "بلا زوائد");
    assert_eq!(words.font_name(&Font::Family("x".into())), "خط الموقع");
    assert_eq!(words.spacing_name(LineHeight::Loose), "متباعد");
}
