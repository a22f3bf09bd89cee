//! What the tables promise. The comparison with ICU is in `tests/locale.rs`.

use super::words::{COUNT, Texts};
use super::*;
use crate::config::Theme;
use crate::prefs::{Font, LineHeight};

const SEPTEMBER: Stamp = Stamp {
    year: 2019,
    month: 9,
    day: 29,
    time: Some((11, 38)),
    offset: Some(60),
};

fn dated(tag: &str, stamp: Stamp) -> String {
    date(&stamp, tag, numerals_for(tag))
}

#[test]
fn no_text_is_missing_or_empty_in_any_language() {
    for language in LANGUAGES {
        let lines: Vec<&str> = language.words.0.lines().collect();
        assert_eq!(lines.len(), COUNT, "{}", language.code());
        for (key, text) in Texts::KEYS.iter().zip(lines) {
            if *key == "dates" {
                continue;
            }
            let which = format!("{} {key}", language.code());
            assert!(!text.trim().is_empty(), "{which}");
            assert!(
                text.split('|').all(|part| !part.trim().is_empty()),
                "{which}"
            );
            assert!(*key == "comma" || text.trim() == text, "{which}");
        }
    }
}

#[test]
fn every_language_has_the_same_places_for_arguments_and_the_same_lists() {
    let places = |text: &str| text.matches("{}").count();
    let english: Vec<&str> = en::LANGUAGE.words.0.lines().collect();
    for language in LANGUAGES {
        for ((key, text), model) in Texts::KEYS
            .iter()
            .zip(language.words.0.lines())
            .zip(&english)
        {
            let which = format!("{} {key}", language.code());
            if *key == "dates" {
                continue;
            }
            if *key == "minutes" {
                let forms = language.plural.categories().len();
                assert_eq!(text.split('|').count(), forms, "{which}");
                continue;
            }
            assert_eq!(places(text), places(model), "{which}");
            assert_eq!(text.split('|').count(), model.split('|').count(), "{which}");
        }
        let words = language.words;
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
fn texts_of_right_to_left_languages_are_in_their_script() {
    for language in LANGUAGES {
        if direction(language.code()) == Dir::Rtl {
            let latin = |text: &&str| text.contains(|c: char| c.is_ascii_alphabetic());
            let texts = Texts::KEYS.iter().zip(language.words.0.lines());
            let strays: Vec<&str> = texts
                .filter(|(key, _)| !matches!(**key, "codes" | "dates"))
                .map(|(_, text)| text)
                .filter(latin)
                .collect();
            assert!(strays.is_empty(), "{}: {strays:?}", language.code());
        }
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
fn minutes_have_six_forms_in_arabic() {
    // ARABIC.md 22
    for (n, expected) in [
        (0, "0 دقيقة"),
        (1, "دقيقة"),
        (2, "دقيقتان"),
        (3, "3 دقائق"),
        (10, "10 دقائق"),
        (11, "11 دقيقة"),
        (99, "99 دقيقة"),
        (100, "100 دقيقة"),
        (102, "102 دقيقة"),
        (103, "103 دقائق"),
    ] {
        assert_eq!(minutes(n, "ar"), expected);
    }
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
        assert_eq!(
            Locale::new("ar", tag, None).language.code(),
            served,
            "{tag}"
        );
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
