//! Plural forms (ARABIC.md 22, CLDR's cardinal rules).
//!
//! The forms of French and Spanish for whole millions are left out: nothing here counts that far.

/// How a language chooses among its forms of a counted noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plural {
    /// Six forms: zero, one, two, few, many, other (Arabic).
    Six,
    /// Three: one, two, other (Hebrew).
    OneTwoOther,
    /// Two, 0 being singular: one, other (French, Persian).
    ZeroIsOne,
    /// Two: one, other (English, Spanish, Urdu).
    OneOther,
}

impl Plural {
    /// CLDR's names of the forms, in the order in which a text lists them.
    pub fn categories(self) -> &'static [&'static str] {
        match self {
            Plural::Six => &["zero", "one", "two", "few", "many", "other"],
            Plural::OneTwoOther => &["one", "two", "other"],
            Plural::ZeroIsOne | Plural::OneOther => &["one", "other"],
        }
    }

    /// Which form `n` takes, an index into [`Plural::categories`].
    pub fn form(self, n: u32) -> usize {
        match (self, n) {
            (Plural::Six, 0..=2) => n as usize,
            (Plural::Six, _) => match n % 100 {
                3..=10 => 3,
                11..=99 => 4,
                _ => 5,
            },
            (Plural::OneTwoOther, 1) => 0,
            (Plural::OneTwoOther, 2) => 1,
            (Plural::OneTwoOther, _) => 2,
            (Plural::ZeroIsOne, 0 | 1) | (Plural::OneOther, 1) => 0,
            _ => 1,
        }
    }
}
