//! Digits by language and region (ARABIC.md 20).
//!
//! Browsers of different age disagree, so the table is Qari's own: the same on every device and in
//! prerendered pages. The tests compare it with ICU.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::language::{Script, Tag};

/// A set of digits, named as in `data-numerals` and in Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Numerals {
    /// 0123456789
    Latn,
    /// ٠١٢٣٤٥٦٧٨٩
    Arab,
    /// ۰۱۲۳۴۵۶۷۸۹
    ArabExt,
}

impl Numerals {
    /// The name in attributes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The ten digits, from zero.
    fn digits(self) -> [char; 10] {
        match self {
            Numerals::Latn => ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
            Numerals::Arab => ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'],
            Numerals::ArabExt => ['۰', '۱', '۲', '۳', '۴', '۵', '۶', '۷', '۸', '۹'],
        }
    }
}

/// Who uses one set of digits.
struct Users {
    numerals: Numerals,
    /// Languages, or `xx-YY` for a language in one region.
    tags: &'static [&'static str],
}

/// Where other digits than Latin are used.
const USERS: &[Users] = &[
    Users {
        numerals: Numerals::Arab,
        tags: &[
            "ar-BH", "ar-DJ", "ar-EG", "ar-ER", "ar-IL", "ar-IQ", "ar-JO", "ar-KM", "ar-KW",
            "ar-LB", "ar-MR", "ar-OM", "ar-PS", "ar-QA", "ar-SA", "ar-SD", "ar-SO", "ar-SS",
            "ar-SY", "ar-TD", "ar-YE", "ckb", "sd",
        ],
    },
    Users {
        numerals: Numerals::ArabExt,
        tags: &["fa", "pes", "prs", "ps", "ks", "mzn", "lrc", "ur-IN"],
    },
];

/// The digits that readers of a BCP 47 tag are used to.
pub fn numerals_for(tag: &str) -> Numerals {
    let tag = Tag::parse(tag);
    if Script::of(tag) != Script::Arabic {
        return Numerals::Latn;
    }
    USERS
        .iter()
        .find(|users| tag.is_in(users.tags))
        .map_or(Numerals::Latn, |users| users.numerals)
}

/// `text` with its ASCII digits written in `numerals`.
pub fn digits(text: &str, numerals: Numerals) -> String {
    let digits = numerals.digits();
    text.chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) => digits[digit as usize],
            None => c,
        })
        .collect()
}

/// A whole number, without grouping.
pub fn number(number: u32, numerals: Numerals) -> String {
    digits(&number.to_string(), numerals)
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
            ("fa fa-IR fa-AF pes prs-AF ps ur-IN", Numerals::ArabExt),
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
        assert_eq!(digits("05", Numerals::ArabExt), "۰۵");
    }
}
