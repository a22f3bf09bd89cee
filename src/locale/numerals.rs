//! Digits by language and region (ARABIC.md 20).
//!
//! Browsers of different age disagree, so the table is Qari's own: the same on every device and in
//! prerendered pages. The tests compare it with ICU.

use crate::config::choices::choices;
use crate::language::{Script, Tag};

choices! {
    /// A set of digits, named as in `data-numerals` and in Unicode.
    Numerals {
        /// 0123456789
        Latn "latn",
        /// ٠١٢٣٤٥٦٧٨٩
        Arab "arab",
        /// ۰۱۲۳۴۵۶۷۸۹
        ArabExt "arabext",
    }
}

/// Where other digits than Latin are used.
const TABLE: &[(Numerals, &str)] = &[
    (
        Numerals::Arab,
        "ar-BH ar-DJ ar-EG ar-ER ar-IL ar-IQ ar-JO ar-KM ar-KW ar-LB ar-MR ar-OM ar-PS ar-QA ar-SA ar-SD ar-SO \
         ar-SS ar-SY ar-TD ar-YE ckb sd",
    ),
    (Numerals::ArabExt, "fa ps ks mzn lrc ur-IN"),
];

/// The digits that readers of a BCP 47 tag are used to.
pub fn numerals_for(tag: &str) -> Numerals {
    let tag = Tag::parse(tag);
    for (numerals, tags) in TABLE {
        if tag.is_in(tags) && Script::of(tag) == Script::Arabic {
            return *numerals;
        }
    }
    Numerals::Latn
}

impl Numerals {
    fn zero(self) -> u32 {
        match self {
            Numerals::Latn => 0x30,
            Numerals::Arab => 0x660,
            Numerals::ArabExt => 0x6F0,
        }
    }
}

/// `text` with its ASCII digits written in `numerals`.
pub fn digits(text: &str, numerals: Numerals) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c.to_digit(10) {
            Some(digit) => push_number(digit, 1, numerals, &mut out),
            None => out.push(c),
        }
    }
    out
}

/// Appends a whole number, at least `width` digits wide, without grouping.
pub(super) fn push_number(number: u32, width: usize, numerals: Numerals, out: &mut String) {
    if number > 9 || width > 1 {
        push_number(number / 10, width.saturating_sub(1), numerals, out);
    }
    out.extend(char::from_u32(numerals.zero() + number % 10));
}

/// A whole number as programs read it. Rust's own way brings its whole formatting along, 600 bytes of the download.
pub fn decimal(n: u32) -> String {
    number(n, Numerals::Latn)
}

/// A whole number, without grouping.
pub fn number(number: u32, numerals: Numerals) -> String {
    let mut out = String::new();
    push_number(number, 1, numerals, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_follow_the_region() {
        // ARABIC.md 20
        for (tags, numerals) in [
            (
                "ar ar-MA ar-DZ ar-TN ar-LY ar-AE ur ur-PK he fr en es ar-Latn-EG de",
                Numerals::Latn,
            ),
            (
                "ar-EG ar-SA ar-IQ ar-SY ar-LB ar-JO ar-PS ar-KW ar-QA ar-BH ar-OM ar-YE ar-MR ckb",
                Numerals::Arab,
            ),
            ("fa fa-IR fa-AF ps ur-IN", Numerals::ArabExt),
        ] {
            for tag in tags.split(' ') {
                assert_eq!(numerals_for(tag), numerals, "{tag}");
            }
        }
    }

    #[test]
    fn numbers_are_written_in_their_digits() {
        assert_eq!(number(0, Numerals::Latn), "0");
        assert_eq!(number(1234567890, Numerals::Arab), "١٢٣٤٥٦٧٨٩٠");
        assert_eq!(number(u32::MAX, Numerals::ArabExt), "۴۲۹۴۹۶۷۲۹۵");
        assert_eq!(digits("11:38 صباحًا", Numerals::Arab), "١١:٣٨ صباحًا");
        let mut out = String::new();
        push_number(5, 2, Numerals::Latn, &mut out);
        assert_eq!(out, "05");
    }
}
