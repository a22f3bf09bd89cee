//! Plural forms (ARABIC.md 22, CLDR's cardinal rules).
//!
//! The forms of French and Spanish for whole millions are left out: nothing here counts that far.

use serde::Deserialize;
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

/// The forms of one counted noun in one language: those that its [`Plural`] has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct PluralForms {
    /// For [`Category::Zero`].
    pub zero: Option<String>,
    /// For [`Category::One`].
    pub one: Option<String>,
    /// For [`Category::Two`].
    pub two: Option<String>,
    /// For [`Category::Few`].
    pub few: Option<String>,
    /// For [`Category::Many`].
    pub many: Option<String>,
    /// For [`Category::Other`], and for each that is not there.
    pub other: String,
}

impl PluralForms {
    /// The form of `category`.
    pub fn of(&self, category: Category) -> &str {
        let form = match category {
            Category::Zero => &self.zero,
            Category::One => &self.one,
            Category::Two => &self.two,
            Category::Few => &self.few,
            Category::Many => &self.many,
            Category::Other => &None,
        };
        form.as_deref().unwrap_or(&self.other)
    }
}
