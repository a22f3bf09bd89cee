//! Digits by language and region (ARABIC.md 20).
//!
//! Browsers of different age disagree, so the table is Qari's own: the same on every device and in
//! prerendered pages. The tests compare it with ICU.

use super::script::{Script, Tag, listed};
use crate::config::choices::choices;

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

/// Languages, the regions where they use other digits than Latin (empty: all), and which.
const TABLE: &[(&str, &str, Numerals)] = &[
    (
        "ar",
        "BH DJ EG ER IL IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE",
        Numerals::Arab,
    ),
    ("ckb sd", "", Numerals::Arab),
    ("fa ps ks mzn lrc", "", Numerals::ArabExt),
    ("ur", "IN", Numerals::ArabExt),
];

/// The digits that readers of a BCP 47 tag are used to.
pub fn numerals_for(tag: &str) -> Numerals {
    let tag = Tag::parse(tag);
    if Script::of(tag) != Script::Arabic {
        return Numerals::Latn;
    }
    TABLE
        .iter()
        .find(|(languages, regions, _)| {
            listed(languages, tag.language) && (regions.is_empty() || listed(regions, tag.region))
        })
        .map_or(Numerals::Latn, |(_, _, numerals)| *numerals)
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

/// Appends `text` with its ASCII digits written in `numerals`.
pub(super) fn push_digits(text: &str, numerals: Numerals, out: &mut String) {
    for c in text.chars() {
        let digit = (c as u32).wrapping_sub(0x30);
        let written = if digit < 10 {
            char::from_u32(numerals.zero() + digit).unwrap_or(c)
        } else {
            c
        };
        out.push(written);
    }
}

/// `text` with its ASCII digits written in `numerals`.
pub fn digits(text: &str, numerals: Numerals) -> String {
    let mut out = String::new();
    push_digits(text, numerals, &mut out);
    out
}

/// Appends a whole number, at least `width` digits wide, without grouping.
pub(super) fn push_number(number: u32, width: usize, numerals: Numerals, out: &mut String) {
    let mut ascii = [b'0'; 10];
    let mut rest = number;
    let mut used = 0;
    for digit in ascii.iter_mut().rev() {
        if rest == 0 && used >= width.max(1) {
            break;
        }
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        used += 1;
    }
    let written = ascii.len() - used;
    let text = ascii
        .get(written..)
        .and_then(|bytes| core::str::from_utf8(bytes).ok());
    push_digits(text.unwrap_or_default(), numerals, out);
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
