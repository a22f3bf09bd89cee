//! The tables of `src/locale` against ICU as Node has it (ARABIC.md 19–22).
//!
//! Where Qari differs by decision, the difference is listed here, and only there may it differ. ICU changes
//! its words from release to release: with ICU 78 Node itself is asked; with another the answers of ICU 78
//! kept in `icu-78.json`.

use qari_reader::article::Stamp;
use qari_reader::language::{Dir, arabic_script, direction};
use qari_reader::locale::{Locale, Numerals, Words, digits, numerals_for, plural_category};
use serde_json::Value;
use std::process::Command;
use std::sync::OnceLock;

const KEPT: &str = include_str!("icu-78.json");

/// What stands between date and time: ICU's words, and Qari's.
const JOINS: &[(&str, &str, &str)] = &[
    ("ar", " في ", "، "),
    ("en", " at ", ", "),
    ("es", " a las ", ", "),
];

/// Morning and afternoon in words, where ICU has one letter (ARABIC.md 21).
const HALVES: &[(&str, &str)] = &[(" ص", " صباحًا"), (" م", " مساءً")];

/// 24 hours where ICU has 12: the news of these countries is written so (ARABIC.md 21 for Arabic).
const HOURS_24: &[&str] = &["ar-DZ", "ar-TN", "fr-DZ", "fr-TN"];

/// Regions that Qari writes as another one of their language: of English there are two ways, with the month first
/// on 12 hours and with the day first on 24, of French and Spanish one.
const WRITTEN_AS: &[(&str, &str)] = &[
    ("ar-IL", "ar-EG"),
    ("ar-KM", "ar-EG"),
    ("en-CA", "en-US"),
    ("en-AU", "en-GB"),
    ("en-NZ", "en-GB"),
    ("en-IN", "en-GB"),
    ("en-ZA", "en-GB"),
    ("en-MA", "en-GB"),
    ("en-001", "en-GB"),
    ("fr-CA", "fr"),
    ("es-MX", "es"),
    ("es-US", "es"),
    ("es-AR", "es"),
    ("es-CO", "es"),
    ("es-419", "es"),
    ("es-PE", "es"),
];

/// Whole answers of ICU that Qari words otherwise: (tag, ICU's, Qari's).
const OTHERWISE: &[(&str, &str, &str)] = &[
    // The first of a month is an ordinal in French.
    ("fr", "1 septembre", "1er septembre"),
];

/// One answer a tag. Node is asked once for all tests.
fn answers() -> &'static [Value] {
    static ANSWERS: OnceLock<Vec<Value>> = OnceLock::new();
    ANSWERS.get_or_init(ask)
}

fn ask() -> Vec<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/icu.mjs");
    let output = Command::new("node")
        .arg(script)
        .output()
        .expect("Node 20 or later is a prerequisite of this project: `node` could not be started");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let live = String::from_utf8(output.stdout).expect("Node prints UTF-8");
    let version = |text: &str| {
        let answers: Vec<Value> = serde_json::from_str(text).expect("icu.mjs prints JSON");
        let version = answers[0]["icu"].as_str().expect("a version").to_owned();
        (version, answers[1..].to_vec())
    };
    let (icu, fresh) = version(&live);
    let (_, kept) = version(KEPT);
    if icu.starts_with("78.") {
        fresh
    } else {
        println!("Node has ICU {icu}: the kept answers of ICU 78 are used");
        kept
    }
}

fn text<'a>(answer: &'a Value, key: &str) -> &'a str {
    answer[key].as_str().expect("a text")
}

fn is_of(tag: &str, part: &str) -> bool {
    tag == part
        || tag
            .strip_prefix(part)
            .is_some_and(|rest| rest.starts_with('-'))
}

fn numerals_named(name: &str) -> Numerals {
    name.parse().expect("digits Qari knows")
}

/// A date in an article of language `tag`.
fn date(stamp: &Stamp, tag: &str, numerals: Numerals) -> String {
    Locale::new(tag, tag, Some(numerals), Words::bundled).date(stamp)
}

/// ICU's date and time as Qari writes it by the decisions above.
fn decided(tag: &str, icu: &str, stamp: &Stamp) -> String {
    // ICU uses several kinds of blank, and marks of direction that Qari leaves to the element's `dir`.
    let mut text: String = icu
        .chars()
        .filter(|c| !matches!(c, '\u{200E}' | '\u{200F}'))
        .map(|c| {
            if matches!(c, '\u{A0}' | '\u{202F}') {
                ' '
            } else {
                c
            }
        })
        .collect();
    if let Some((hour, minute)) = stamp.time.filter(|_| HOURS_24.contains(&tag)) {
        let clock = text.rfind(':').expect("a clock");
        let start = text[..clock].rfind(' ').expect("a blank before the clock");
        text.truncate(start);
        text.push_str(&format!(" {hour:02}:{minute:02}"));
    }
    for (language, theirs, ours) in JOINS {
        if is_of(tag, language) {
            text = text.replace(theirs, ours);
        }
    }
    if is_of(tag, "ar") {
        for (letter, word) in HALVES {
            if let Some(clock) = text.strip_suffix(letter) {
                text = format!("{clock}{word}");
            }
        }
    }
    for (part, theirs, ours) in OTHERWISE {
        if is_of(tag, part) && stamp_allows(theirs, stamp) {
            text = text.replace(theirs, ours);
        }
    }
    text
}

/// «1 septembre» also ends «11 septembre»: only the first of the month is meant.
fn stamp_allows(theirs: &str, stamp: &Stamp) -> bool {
    !theirs.starts_with("1 ") || stamp.day == 1
}

#[test]
fn dates_are_icus_but_for_what_was_decided() {
    let mut compared = 0;
    for answer in answers() {
        let tag = text(answer, "tag");
        let Some(dates) = answer["dates"].as_array() else {
            continue;
        };
        let numerals = numerals_for(tag);
        let model = WRITTEN_AS
            .iter()
            .find(|(other, _)| *other == tag)
            .map_or(tag, |(_, model)| model);
        let same = answers().iter().find(|other| text(other, "tag") == model);
        let dates = same
            .and_then(|same| same["dates"].as_array())
            .unwrap_or(dates);
        for entry in dates {
            let part = |index: usize| entry[0][index].as_u64();
            let needed = |index| part(index).expect("a number");
            let stamp = Stamp {
                year: needed(0) as u16,
                month: needed(1) as u8,
                day: needed(2) as u8,
                time: part(3).map(|hour| (hour as u8, needed(4) as u8)),
                second: 0,
                offset: Some(0),
            };
            let expected = decided(model, entry[1].as_str().expect("a date"), &stamp);
            assert_eq!(
                date(&stamp, tag, numerals),
                digits(&expected, numerals),
                "{tag} {stamp:?}"
            );
            compared += 1;
        }
    }
    assert!(compared > 900, "only {compared} dates were compared");
}

#[test]
fn digits_are_icus() {
    // ARABIC.md 20. ICU has no other digits for the tags of which Qari has a table.
    let mut compared = 0;
    for answer in answers() {
        let tag = text(answer, "tag");
        // Languages without a table of texts, whose digits ICU knows by script and region only.
        if ["uz", "pa", "bgn", "nqo", "ff"]
            .iter()
            .any(|part| is_of(tag, part))
        {
            continue;
        }
        assert_eq!(
            numerals_for(tag),
            numerals_named(text(answer, "digits")),
            "{tag}"
        );
        compared += 1;
    }
    assert!(compared > 70, "only {compared} tags were compared");
}

#[test]
fn directions_and_scripts_are_icus() {
    const RIGHT_TO_LEFT: &[&str] = &["Arab", "Aran", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"];
    for answer in answers() {
        let tag = text(answer, "tag");
        let script = text(answer, "script");
        let expected = if RIGHT_TO_LEFT.contains(&script) {
            Dir::Rtl
        } else {
            Dir::Ltr
        };
        assert_eq!(direction(tag), expected, "{tag} in {script}");
        assert_eq!(
            arabic_script(tag),
            matches!(script, "Arab" | "Aran"),
            "{tag} in {script}"
        );
    }
}

#[test]
fn plural_forms_are_icus() {
    // ARABIC.md 22
    let mut languages = 0;
    for answer in answers() {
        let Some(plurals) = answer["plurals"].as_array() else {
            continue;
        };
        let tag = text(answer, "tag");
        for entry in plurals {
            let n = entry[0].as_u64().expect("a number") as u32;
            assert_eq!(
                Some(plural_category(n, tag)),
                entry[1].as_str(),
                "{n} in {tag}"
            );
        }
        languages += usize::from(!tag.contains('-'));
    }
    assert_eq!(languages, 7);
}

#[test]
fn months_of_the_arab_countries_are_those_of_the_checklist() {
    // ARABIC.md 19, word for word, so that a change of ICU cannot move them.
    let standard = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر";
    let morocco = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر";
    let maghreb = "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر";
    let levant =
        "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول";
    for (tags, months) in [
        (
            "ar ar-EG ar-SA ar-AE ar-QA ar-KW ar-BH ar-OM ar-YE",
            standard,
        ),
        ("ar-MA", morocco),
        ("ar-DZ ar-TN", maghreb),
        ("ar-SY ar-IQ ar-LB ar-JO ar-PS", levant),
    ] {
        for tag in tags.split(' ') {
            for (index, month) in months.split(' ').enumerate() {
                let stamp = Stamp {
                    year: 2024,
                    month: index as u8 + 1,
                    day: 7,
                    time: None,
                    second: 0,
                    offset: None,
                };
                let expected = format!("7 {} 2024", month.replace('_', " "));
                assert_eq!(date(&stamp, tag, Numerals::Latn), expected, "{tag}");
            }
        }
    }
}
