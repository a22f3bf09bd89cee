//! UI words, plurals, dates, digits, direction, by language and region.
//!
//! A language is one file of texts, `static/words/CODE.txt`, and a row of [`LANGUAGES`]. Two tags meet here: the
//! article's and the interface's. [`Locale`] says which of them decides what.

mod dates;
mod numerals;
mod plural;
mod reading;

pub(crate) mod template;
#[cfg(test)]
mod tests;
mod texts;
mod words;

pub use numerals::{Numerals, decimal, digits, number, numerals_for};
pub use reading::{count_words, reading_minutes};

pub use template::{around, fill};
#[cfg(target_arch = "wasm32")]
pub use texts::learn;
pub use words::Words;

use crate::article::Stamp;
use crate::language::{Dir, Script, Tag, arabic_script, direction};
use crate::share::{Kind, Network};
use plural::Plural;

/// What Qari knows of a language besides its texts.
#[derive(Debug)]
pub(crate) struct Language {
    /// Its subtag, which its file is called after, and older or narrower ones that it serves.
    codes: &'static str,
    /// How it counts.
    plural: Plural,
}

impl Language {
    /// Its subtag.
    fn code(&self) -> &'static str {
        template::cut(self.codes, " ").0
    }
}

const fn language(codes: &'static str, plural: Plural) -> Language {
    Language { codes, plural }
}

/// The languages Qari speaks. To add one, add its file and a row here, in `texts.rs` and in the shell.
static LANGUAGES: [Language; 7] = [
    language("ar", Plural::Six),
    language("en", Plural::OneOther),
    language("he iw", Plural::OneTwoOther),
    language("fa pes prs", Plural::ZeroIsOne),
    language("ur", Plural::OneOther),
    language("fr", Plural::ZeroIsOne),
    language("es", Plural::OneOther),
];

/// The language of a tag, by its place in [`LANGUAGES`], if Qari has it.
fn known(tag: Tag) -> Option<usize> {
    for (index, language) in LANGUAGES.iter().enumerate() {
        // A language is written in one script: «ar-Latn» is not served by «ar».
        if tag.is_in(language.codes) && Script::of(tag) == Script::of(Tag::parse(language.code())) {
            return Some(index);
        }
    }
    None
}

/// The language whose texts a tag gets: its own, else one of the same script that many of its readers know
/// (Arabic for Arabic script, Hebrew for Hebrew), else English.
fn served(tag: Tag) -> usize {
    known(tag).unwrap_or(match Script::of(tag) {
        Script::Arabic => 0,
        Script::OtherRtl | Script::Ltr => 1,
        Script::Hebrew => 2,
    })
}

/// A date in words, with its time when it is known, in the digits given.
///
/// As written: never shifted to another zone (ARABIC.md 21). A language Qari has no table of is served as the
/// interface's is: by one of its script.
pub fn date(stamp: &Stamp, tag: &str, numerals: Numerals) -> String {
    let tag = Tag::parse(tag);
    let rows = texts::of(served(tag)).dates();
    dates::write(rows, tag.region, stamp, numerals)
}

/// The name of the plural form (CLDR) that `n` takes in the language of `tag`.
pub fn plural_category(n: u32, tag: &str) -> &'static str {
    let plural = LANGUAGES[served(Tag::parse(tag))].plural;
    plural
        .categories()
        .get(plural.form(n))
        .copied()
        .unwrap_or("other")
}

/// The languages at work in one reader.
///
/// The **interface's** language decides the words of buttons, labels and messages, their direction, and the
/// digits of counts. The **article's** decides its direction, the reading speed, and the words and digits of
/// its dates, which stand among its own names in the byline; where Qari has no table of that language, dates
/// are written in the interface's. `data-numerals` decides all digits.
#[derive(Debug, Clone)]
pub struct Locale {
    article: String,
    ui: String,
    setting: Option<Numerals>,
    language: usize,
    dates_in_ui: bool,
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        (&self.article, &self.ui, self.setting) == (&other.article, &other.ui, other.setting)
    }
}

impl Locale {
    /// The locale of an article in language `article` read with an interface in language `ui` (both BCP 47),
    /// with the owner's digits if there are any.
    pub fn new(article: &str, ui: &str, numerals: Option<Numerals>) -> Self {
        Self {
            article: article.into(),
            ui: ui.into(),
            setting: numerals,
            language: served(Tag::parse(ui)),
            dates_in_ui: known(Tag::parse(article)).is_none(),
        }
    }

    /// The languages whose texts are needed, by the names of their files: the interface's, and that of the dates.
    pub fn languages(&self) -> [&'static str; 2] {
        let dates = served(Tag::parse(self.date_tag()));
        [LANGUAGES[self.language].code(), LANGUAGES[dates].code()]
    }

    /// The interface's texts.
    pub fn words(&self) -> Words {
        texts::of(self.language)
    }

    /// The language the interface's texts are in, for `lang`: not the one asked for where that is not known, or
    /// could not be had.
    pub fn ui_lang(&self) -> &str {
        if self.words().0.is_empty() {
            return words::BUILT_IN_LANG;
        }
        match known(Tag::parse(&self.ui)) {
            Some(_) => &self.ui,
            None => LANGUAGES[self.language].code(),
        }
    }

    /// The interface's direction.
    pub fn ui_dir(&self) -> Dir {
        direction(self.ui_lang())
    }

    /// The article's language, for `lang`.
    pub fn article_lang(&self) -> &str {
        &self.article
    }

    /// The article's direction.
    pub fn article_dir(&self) -> Dir {
        direction(&self.article)
    }

    /// The language dates are written in, for `lang` and `dir` of their element.
    pub fn date_lang(&self) -> &str {
        if self.dates_in_ui {
            self.ui_lang()
        } else {
            &self.article
        }
    }

    /// The tag that says how dates are written. Where the interface's own language stands in for it, its region
    /// still does.
    fn date_tag(&self) -> &str {
        if self.dates_in_ui {
            &self.ui
        } else {
            &self.article
        }
    }

    /// A date in words.
    pub fn date(&self, stamp: &Stamp) -> String {
        let tag = self.date_tag();
        let numerals = self.setting.unwrap_or_else(|| numerals_for(tag));
        date(stamp, tag, numerals)
    }

    /// The digits of counts in the interface.
    pub fn numerals(&self) -> Numerals {
        self.setting.unwrap_or_else(|| numerals_for(&self.ui))
    }

    /// A count in the interface.
    pub fn number(&self, n: u32) -> String {
        number(n, self.numerals())
    }

    /// A text of the interface with a step of a total in it: `size_of`.
    pub fn step(&self, template: &str, step: u32, total: u32) -> String {
        fill(template, &[&self.number(step), &self.number(total)])
    }

    /// «3 دقائق»
    pub fn minutes(&self, n: u32) -> String {
        let form = template::entry(
            self.words().minutes(),
            "|",
            LANGUAGES[self.language].plural.form(n),
        );
        fill(form, &[&self.number(n)])
    }

    /// «وقت القراءة: 3 دقائق», for an article of so many words.
    pub fn reading_time(&self, words: u32) -> String {
        let minutes = reading_minutes(words, arabic_script(&self.article));
        fill(self.words().reading_time(), &[&self.minutes(minutes)])
    }

    /// The accessible name of an entry of the share row: «مشاركة عبر واتساب», «نسخ الرابط».
    pub fn share_label(&self, network: Network) -> String {
        let name = self.words().network(network);
        match network.kind() {
            Kind::Link => fill(self.words().share_via(), &[name]),
            _ => name.into(),
        }
    }
}
