//! What the tables promise. The comparison with ICU is in `tests/locale.rs`.

mod files;

use serde_json::Value;
use strum::IntoEnumIterator;

use super::bundled::FILES;
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

#[test]
fn percent_is_written_with_the_digits_own_sign() {
    for (tag, expected) in [
        ("ar-EG", "٤٠\u{a0}٪"),
        ("ar-MA", "40%"),
        ("fa", "۴۰٪"),
        ("fr", "40\u{a0}%"),
        ("he", "40%"),
        ("en", "40%"),
    ] {
        assert_eq!(reading(tag, tag).percent(40), expected, "{tag}");
    }
}

#[test]
fn decimals_have_the_sign_of_their_country() {
    for (tag, expected) in [
        ("ar-EG", "١٫٢٥"),
        ("ar-MA", "1,25"),
        ("ar", "1.25"),
        ("fa", "۱٫۲۵"),
        ("he", "1.25"),
        ("fr", "1,25"),
        ("es-AR", "1,25"),
        ("es-MX", "1.25"),
        ("en", "1.25"),
    ] {
        assert_eq!(reading(tag, tag).decimal("1.25"), expected, "{tag}");
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
    assert_eq!(none.words(), Words::english());
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
fn locales_are_the_same_if_their_words_are() {
    let arabic = Words::bundled("ar").unwrap();
    let locale = |tag| Locale::new(tag, tag, None, |_| Some(arabic.clone()));
    let english = |tag| Locale::new(tag, tag, None, |_| None);
    assert_eq!(locale("ar"), locale("ar"));
    assert_eq!(english("ar"), english("ar"));
    assert_ne!(locale("ar"), locale("ar-MA"));
    assert_ne!(locale("en"), english("en"));
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
fn every_date_that_is_written_is_read_as_the_same() {
    for language in LANGUAGES {
        let words = Words::bundled(language.code).unwrap();
        for region in words
            .dates()
            .flat_map(|row| [row.regions, vec!["XX"]].concat())
        {
            let tag = format!("{}-{region}", language.code);
            for (month, hour) in (1..=12).flat_map(|month| [0, 9, 12, 21].map(|hour| (month, hour)))
            {
                let stamp = Stamp {
                    month,
                    day: month,
                    time: Some((hour, 5)),
                    offset: None,
                    ..SEPTEMBER
                };
                let written = dated(&tag, stamp);
                assert_eq!(Stamp::parse(&written), Some(stamp), "{tag}: {written}");
            }
        }
    }
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
    assert_eq!(
        locale.reading_time(450),
        "Temps de lecture\u{a0}: 3 minutes"
    );
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

#[test]
fn each_name_is_that_of_its_key() {
    for (code, file) in FILES {
        let file: Value = serde_json::from_str(file).unwrap();
        let words = Words::bundled(code).unwrap();
        for network in Network::iter() {
            let name = words.network(network);
            assert_eq!(file["networks"][network.name()], *name, "{code}");
        }
        for theme in Theme::iter() {
            assert_eq!(file["themes"][theme.name()], *words.theme_name(theme));
        }
        for height in LineHeight::iter() {
            assert_eq!(file["spacings"][height.name()], *words.spacing_name(height));
        }
        for font in Font::CHOICES {
            assert_eq!(file["fonts"][font.name()], *words.font_name(&font));
        }
        for font in [Font::Inherit, Font::Family("x".into())] {
            assert_eq!(file["fonts"]["site"], *words.font_name(&font));
        }
    }
}
