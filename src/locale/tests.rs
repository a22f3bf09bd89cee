//! What the tables promise. The comparison with ICU is in `tests/locale.rs`.

use super::texts::{FILES, named, packed};
use super::words::{AFTER, BEFORE, NAMES};
use super::*;
use crate::config::Theme;
use crate::prefs::{Font, LineHeight};

const SEPTEMBER: Stamp = Stamp {
    year: 2019,
    month: 9,
    day: 29,
    time: Some((11, 38)),
    second: 0,
    offset: Some(60),
};

fn dated(tag: &str, stamp: Stamp) -> String {
    date(&stamp, tag, numerals_for(tag))
}

/// Each language with name and text of all its entries.
fn tables() -> impl Iterator<Item = (&'static Language, Vec<(String, String)>)> {
    LANGUAGES.iter().zip(FILES.map(named))
}

#[test]
fn a_file_of_words_is_read_as_it_is_written() {
    let file = "# comment: none\n\nhome: Accueil\nsource: Source : {}\ndates:\n  MA|{d};\n  |{M} {d}\ncomma: ,\n";
    let entries = named(file);
    let read: Vec<(&str, &str)> = entries
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            ("home", "Accueil"),
            ("source", "Source : {}"),
            ("dates", "MA|{d};|{M} {d}"),
            ("comma", ","),
        ]
    );
    assert_eq!(packed(&entries), "Accueil\nSource : {}\nMA|{d};|{M} {d}\n,");
    assert_eq!(packed(&named("")), "");
}

#[test]
fn every_language_has_every_text_in_the_same_order() {
    for (language, entries) in tables() {
        let names: Vec<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [BEFORE, NAMES, AFTER].concat(),
            "{}.txt",
            language.code()
        );
        assert_eq!(entries[0].1, language.code());
        for (name, text) in &entries {
            let which = format!("{} {name}", language.code());
            assert!(!text.is_empty(), "{which}");
            let empty = |part: &str| part.trim().is_empty();
            assert!(name == "dates" || !text.split('|').any(empty), "{which}");
        }
    }
}

/// Whether a text has the places and the entries that the English one has.
fn same_shape(text: &str, model: &str) -> bool {
    let shape = |text: &str| (text.matches("{}").count(), text.matches('|').count());
    shape(text) == shape(model)
}

#[test]
fn every_language_has_the_same_places_for_arguments_and_the_same_lists() {
    let english = named(FILES[1]);
    for (index, (language, entries)) in tables().enumerate() {
        for ((name, text), (_, model)) in entries.iter().zip(&english) {
            if !matches!(name.as_str(), "dates" | "minutes") {
                assert!(same_shape(text, model), "{} {name}", language.code());
            }
        }
        let words = texts::of(index);
        let forms = language.plural.categories().len();
        assert_eq!(words.minutes().split('|').count(), forms);
        assert_eq!(words.networks().split('|').count(), Network::ALL.len());
        assert_eq!(words.themes().split('|').count(), Theme::ALL.len());
        assert_eq!(words.fonts().split('|').count(), Font::CHOICES.len() + 1);
        assert_eq!(words.spacings().split('|').count(), LineHeight::ALL.len());
        for row in words.dates().split(';') {
            let columns: Vec<&str> = row.split('|').collect();
            assert_eq!(columns.len(), 5 + 12, "{row}");
            assert_eq!(columns[2].contains("{a}"), !columns[3].is_empty(), "{row}");
        }
    }
}

#[test]
fn without_a_file_every_text_is_still_there() {
    let none = Words("");
    let lines: Vec<&str> = none.lines().collect();
    assert_eq!(lines.len(), NAMES.len());
    for ((name, model), line) in named(FILES[1])[BEFORE.len()..].iter().zip(&lines) {
        assert!(!line.is_empty(), "{name}");
        assert_eq!(
            line.split('|').any(str::is_empty),
            name == "dates",
            "{name}"
        );
        // A sentence around an argument may be missing, the argument may not.
        assert_eq!(line.contains("{}"), model.contains("{}"), "{name}");
        let entries = |text: &str| text.split('|').count();
        if !matches!(name.as_str(), "dates" | "minutes") {
            assert_eq!(entries(line), entries(model), "{name}");
        }
    }
    // The most forms that a language has.
    assert_eq!(none.minutes().split('|').count(), 6);
    let written = dates::write(none.dates(), "MA", &SEPTEMBER, Numerals::Latn);
    assert_eq!(written, "2019-09-29, 11:38");
    // A file from before a text was added.
    assert_eq!(Words("fr\n\n\n\n\n\n\n|{d}\nAccueil").home(), "Accueil");
    assert_eq!(Words("fr\n\n\n\n\n\n\n|{d}\nAccueil").table(), "Table");
}

#[test]
fn texts_of_right_to_left_languages_are_in_their_script() {
    for (language, entries) in tables() {
        if direction(language.code()) == Dir::Rtl {
            let latin = |text: &str| text.contains(|c: char| c.is_ascii_alphabetic());
            let strays: Vec<&(String, String)> = entries
                .iter()
                .filter(|(name, text)| {
                    latin(text) && !matches!(name.as_str(), "language" | "dates")
                })
                .collect();
            assert!(strays.is_empty(), "{}: {strays:?}", language.code());
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
        assert_eq!(Locale::new(article, ui, None).languages(), expected);
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
    Locale::new(tag, tag, None).minutes(n)
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
        assert_eq!(Locale::new("ar", tag, None).languages()[0], served, "{tag}");
    }
    let locale = Locale::new("de-DE", "de-DE", None);
    assert_eq!((locale.ui_lang(), locale.article_lang()), ("en", "de-DE"));
    assert_eq!(Locale::new("ar", "ar-MA", None).ui_lang(), "ar-MA");
}

#[test]
fn the_interface_counts_in_its_digits_and_dates_are_the_articles() {
    let locale = Locale::new("ar-EG", "fr", None);
    assert_eq!(locale.date(&SEPTEMBER), "٢٩ سبتمبر ٢٠١٩، ١١:٣٨ صباحًا");
    assert_eq!(locale.date_lang(), "ar-EG");
    assert_eq!(locale.reading_time(450), "Temps de lecture : 3 minutes");
    assert_eq!(
        (locale.ui_dir(), locale.article_dir()),
        (Dir::Ltr, Dir::Rtl)
    );

    let locale = Locale::new("de", "ar-EG", None);
    assert_eq!(locale.date(&SEPTEMBER), "٢٩ سبتمبر ٢٠١٩، ١١:٣٨ صباحًا");
    assert_eq!(locale.date_lang(), "ar-EG");

    let locale = Locale::new("ar-EG", "ar-EG", Some(Numerals::Latn));
    assert_eq!(locale.date(&SEPTEMBER), "29 سبتمبر 2019، 11:38 صباحًا");
    assert_eq!(locale.reading_time(450), "وقت القراءة: 3 دقائق");
    assert_eq!(
        locale.step(locale.words().size_of(), 3, 9),
        "حجم النص 3 من 9"
    );
}

#[test]
fn names_come_from_the_tables() {
    let locale = Locale::new("ar", "ar", None);
    let words = locale.words();
    assert_eq!(locale.share_label(Network::WhatsApp), "مشاركة عبر واتساب");
    assert_eq!(locale.share_label(Network::Copy), "نسخ الرابط");
    assert_eq!(words.network(Network::Sms), "رسالة نصية");
    assert_eq!(words.theme_name(Theme::Contrast), "تباين عالٍ");
    assert_eq!(words.font_name(&Font::Sans), "بلا زوائد");
    assert_eq!(words.font_name(&Font::Family("x".into())), "خط الموقع");
    assert_eq!(words.spacing_name(LineHeight::Loose), "متباعد");
}
