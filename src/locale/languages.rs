//! The languages Qari speaks, and which of them serves a reader of another.

use super::plural::Plural;
use crate::language::{Script, Tag};

/// What Qari knows of a language besides its words.
#[derive(Debug)]
pub struct Language {
    /// Its subtag, which its file of words is called after.
    pub code: &'static str,
    /// Its file of what owners are told, called as its words are.
    pub panel: &'static str,
    /// Older subtags, and those of narrower languages, that it serves as well.
    pub also: &'static [&'static str],
    /// How it counts.
    pub plural: Plural,
}

static ARABIC: Language = Language {
    code: "ar",
    panel: "debug/ar",
    also: &[],
    plural: Plural::Six,
};

pub(super) static ENGLISH: Language = Language {
    code: "en",
    panel: "debug/en",
    also: &[],
    plural: Plural::OneOther,
};

static HEBREW: Language = Language {
    code: "he",
    panel: "debug/he",
    also: &["iw"],
    plural: Plural::OneTwoOther,
};

static PERSIAN: Language = Language {
    code: "fa",
    panel: "debug/fa",
    also: &["pes", "prs"],
    plural: Plural::ZeroIsOne,
};

static URDU: Language = Language {
    code: "ur",
    panel: "debug/ur",
    also: &[],
    plural: Plural::OneOther,
};

static FRENCH: Language = Language {
    code: "fr",
    panel: "debug/fr",
    also: &[],
    plural: Plural::ZeroIsOne,
};

static SPANISH: Language = Language {
    code: "es",
    panel: "debug/es",
    also: &[],
    plural: Plural::OneOther,
};

/// The languages Qari speaks. To add one, write its file `static/words/CODE.json`, a row here and one in `bundled.rs`,
/// and its code in `static/qari.js`.
pub static LANGUAGES: [&Language; 7] = [
    &ARABIC, &ENGLISH, &HEBREW, &PERSIAN, &URDU, &FRENCH, &SPANISH,
];

/// The language of a tag, if Qari has it.
pub(super) fn known(tag: Tag) -> Option<&'static Language> {
    LANGUAGES.into_iter().find(|language| {
        (tag.is_in(&[language.code]) || tag.is_in(language.also))
            // A language is written in one script: «ar-Latn» is not served by «ar».
            && Script::of(tag) == Script::of(Tag::parse(language.code))
    })
}

/// The language whose words a tag gets: its own, else one of the same script that many of its readers know
/// (Arabic for Arabic script, Hebrew for Hebrew), else English.
pub(super) fn served(tag: Tag) -> &'static Language {
    known(tag).unwrap_or(match Script::of(tag) {
        Script::Arabic => &ARABIC,
        Script::Hebrew => &HEBREW,
        Script::OtherRtl | Script::Ltr => &ENGLISH,
    })
}

/// The name of the plural form (CLDR) that `n` takes in the language of `tag`.
pub fn plural_category(n: u32, tag: &str) -> &'static str {
    served(Tag::parse(tag)).plural.category(n).name()
}
