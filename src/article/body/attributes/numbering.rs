//! What stands before the items of a list: digits, letters, a mark, nothing.

use strum::{EnumString, IntoStaticStr};

use crate::article::body::pixels::styled;
use crate::platform::SourceAttributes;

/// What a list counts with, as its attribute `type` says it. A page knows the first four of these values; the stylesheet
/// has a rule for each of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub(in crate::article::body) enum NumberKind {
    #[strum(to_string = "a", serialize = "lower-alpha", serialize = "lower-latin")]
    LowerLetter,
    #[strum(to_string = "A", serialize = "upper-alpha", serialize = "upper-latin")]
    UpperLetter,
    #[strum(to_string = "i", serialize = "lower-roman")]
    LowerRoman,
    #[strum(to_string = "I", serialize = "upper-roman")]
    UpperRoman,
    /// Digits of the article's country, as a list without a word has them.
    Decimal,
    DecimalLeadingZero,
    ArabicIndic,
    #[strum(to_string = "persian", serialize = "urdu")]
    Persian,
    Hebrew,
    LowerGreek,
    Devanagari,
    Bengali,
    Georgian,
    Armenian,
    Disc,
    Circle,
    Square,
    /// The items bring their own marks, or need none.
    None,
}

impl NumberKind {
    /// What an ordered list says.
    pub fn of_numbers(source: &SourceAttributes) -> Option<Self> {
        Self::of(source).filter(|kind| *kind != Self::Decimal)
    }

    /// What a list says that has bullets unless it says otherwise.
    pub fn of_bullets(source: &SourceAttributes) -> Option<Self> {
        Self::of(source).filter(|kind| *kind != Self::Disc)
    }

    /// What an element says: its style, its attribute, or a class called as the style.
    fn of(source: &SourceAttributes) -> Option<Self> {
        let style = source.value("style");
        let styles = ["list-style-type", "list-style"];
        let styles = styles.into_iter().map(|property| styled(style, property));
        let classes = source.value("class").split_ascii_whitespace();
        let classes = classes.filter_map(|class| {
            let named = ["is-style-", "list-style-"];
            let named = named.iter().find_map(|start| class.strip_prefix(start));
            // A word alone is no class that says so: «none», «circle».
            named.or(class.contains('-').then_some(class))
        });
        styles
            .flat_map(str::split_ascii_whitespace)
            .chain([source.value("type").trim()])
            .chain(classes)
            .find_map(|said| said.parse().ok())
    }
}
