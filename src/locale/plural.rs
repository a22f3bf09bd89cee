//! Plural forms (ARABIC.md 22, CLDR's cardinal rules).
//!
//! The forms of French and Spanish for whole millions are left out: nothing here counts that far.

use strum::IntoStaticStr;

/// CLDR's names of the forms a counted noun can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Category {
    /// For 0 in Arabic.
    Zero,
    /// The singular.
    One,
    /// The dual.
    Two,
    /// For 3 to 10 in Arabic.
    Few,
    /// For 11 to 99 in Arabic.
    Many,
    /// For all else.
    Other,
}

/// How a language chooses among its forms of a counted noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Six forms (Arabic).
    Six,
    /// Three: one, two, other (Hebrew).
    OneTwoOther,
    /// Two, 0 being singular: one, other (French, Persian).
    ZeroIsOne,
    /// Two: one, other (English, Spanish, Urdu).
    OneOther,
}

impl Category {
    /// Its name in CLDR and in the files of words.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl Plural {
    /// The form that `n` takes.
    pub fn category(self, n: u32) -> Category {
        match self {
            Plural::Six => match n {
                0 => Category::Zero,
                1 => Category::One,
                2 => Category::Two,
                _ => match n % 100 {
                    3..=10 => Category::Few,
                    11..=99 => Category::Many,
                    _ => Category::Other,
                },
            },
            Plural::OneTwoOther => match n {
                1 => Category::One,
                2 => Category::Two,
                _ => Category::Other,
            },
            Plural::ZeroIsOne => match n {
                0 | 1 => Category::One,
                _ => Category::Other,
            },
            Plural::OneOther => match n {
                1 => Category::One,
                _ => Category::Other,
            },
        }
    }
}
