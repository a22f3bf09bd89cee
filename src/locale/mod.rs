//! UI words, plurals, dates, digits, by language and region.
//!
//! A language is one file of words, `static/words/CODE.json`, and a row of [`LANGUAGES`]. Two tags meet here: the
//! article's and the interface's. [`Locale`] says which of them decides what.

#[cfg(any(feature = "native", not(target_arch = "wasm32")))]
mod bundled;
mod dates;
mod languages;
mod numerals;
mod plural;
mod reading;
#[cfg(test)]
mod tests;
mod words;

use std::rc::Rc;

#[cfg(any(feature = "native", not(target_arch = "wasm32")))]
pub use bundled::fault;
pub use dates::DateRow;
pub use languages::{LANGUAGES, Language, plural_category};
pub use numerals::{Numerals, digits, number, numerals_for};
pub use plural::{Category, Plural};
pub use reading::{count_words, reading_minutes};
pub use words::{Text, Words};

use crate::article::Stamp;
use crate::language::{Dir, Tag, arabic_script, direction};
use crate::prefs::TextSize;
use crate::share::{Kind, Network};
use languages::{ENGLISH, known, served};

/// The languages whose words are needed, by the names of their files: the interface's, and that of the dates.
pub fn languages(article: &str, ui: &str) -> [&'static str; 2] {
    [ui, date_tag(article, ui)].map(|tag| served(Tag::parse(tag)).code)
}

/// The file of what owners are told in the interface's language.
pub fn panel(ui: &str) -> &'static str {
    served(Tag::parse(ui)).panel
}

/// The tag that says how dates are written: the article's, if Qari speaks its language, else the interface's.
fn date_tag<'a>(article: &'a str, ui: &'a str) -> &'a str {
    match known(Tag::parse(article)) {
        Some(_) => article,
        None => ui,
    }
}

/// A language at work: its words, and what decides how they are used.
#[derive(Debug, Clone)]
struct Spoken {
    /// The language of the words, for `lang`: not the one asked for where Qari does not speak it, or its words could
    /// not be had.
    lang: String,
    /// The region of the language asked for, or empty.
    region: String,
    numerals: Numerals,
    plural: Plural,
    /// None: the English ones, which are always there.
    words: Option<Rc<Words>>,
}

impl PartialEq for Spoken {
    /// A language's words are read once, so the same words are the same object.
    fn eq(&self, other: &Self) -> bool {
        let address = |spoken: &Self| spoken.words.as_ref().map(Rc::as_ptr);
        self.lang == other.lang
            && self.region == other.region
            && self.numerals == other.numerals
            && self.plural == other.plural
            && address(self) == address(other)
    }
}

impl Eq for Spoken {}

impl Spoken {
    fn new(
        tag: &str,
        numerals: Option<Numerals>,
        words: impl Fn(&str) -> Option<Rc<Words>>,
    ) -> Self {
        let parsed = Tag::parse(tag);
        let region = parsed.region.to_owned();
        let language = served(parsed);
        match words(language.code) {
            Some(words) => Self {
                lang: known(parsed).map_or(language.code, |_| tag).to_owned(),
                region,
                numerals: numerals.unwrap_or_else(|| numerals_for(tag)),
                plural: language.plural,
                words: Some(words),
            },
            None => Self {
                lang: ENGLISH.code.to_owned(),
                region,
                numerals: numerals.unwrap_or(Numerals::Latn),
                plural: ENGLISH.plural,
                words: None,
            },
        }
    }

    fn words(&self) -> &Words {
        self.words.as_deref().unwrap_or(Words::english())
    }
}

/// Regions whose Spanish has a point before decimals (CLDR 48).
const POINT_IN_SPANISH: [&str; 12] = [
    "419", "CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US",
];

/// The languages at work in one reader.
///
/// The **interface's** language decides the words of buttons, labels and messages, their direction, and the
/// digits of counts. The **article's** decides its direction, the reading speed, and the words and digits of
/// its dates, which stand among its own names in the byline; where Qari has no words of that language, dates
/// are written in the interface's. `data-numerals` decides all digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    article: String,
    interface: Spoken,
    dates: Spoken,
}

impl Locale {
    /// The locale of an article in language `article` read with an interface in language `ui` (both BCP 47),
    /// with the owner's digits if there are any. `words` gives the words of each of [`languages`], if they could be
    /// had.
    pub fn new(
        article: &str,
        ui: &str,
        numerals: Option<Numerals>,
        words: impl Fn(&str) -> Option<Rc<Words>>,
    ) -> Self {
        Self {
            article: article.to_owned(),
            interface: Spoken::new(ui, numerals, &words),
            dates: Spoken::new(date_tag(article, ui), numerals, &words),
        }
    }

    /// The interface's words.
    pub fn words(&self) -> &Words {
        self.interface.words()
    }

    /// The language the interface's words are in, for `lang`.
    pub fn ui_lang(&self) -> &str {
        &self.interface.lang
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
        &self.dates.lang
    }

    /// A date in words, with its time when it is known.
    ///
    /// As written: never shifted to another zone (ARABIC.md 21).
    pub fn date(&self, stamp: &Stamp) -> String {
        let spoken = &self.dates;
        dates::write(spoken.words(), &spoken.region, stamp, spoken.numerals)
    }

    /// The digits of counts in the interface.
    pub fn numerals(&self) -> Numerals {
        self.interface.numerals
    }

    /// A count in the interface.
    pub fn number(&self, n: u32) -> String {
        number(n, self.numerals())
    }

    /// «٤٠ ٪». The sign goes with the digits (CLDR 48), and does not part from them at the end of a line. CLDR's Arabic has no
    /// blank before it; issue 10 asks for one, as papers have it.
    pub fn percent(&self, n: u32) -> String {
        let sign = match (self.numerals(), Tag::parse(&self.interface.lang).language) {
            (Numerals::Arab, _) => "\u{a0}٪",
            (Numerals::ArabExt, _) => "٪",
            (Numerals::Latn, "fr" | "es") => "\u{a0}%",
            (Numerals::Latn, _) => "%",
        };
        self.number(n) + sign
    }

    /// A decimal number in the interface, from digits with a point: «١٫٢٥», «1,25». The signs are CLDR 48's.
    pub fn decimal(&self, written: &str) -> String {
        let language = Tag::parse(&self.interface.lang).language;
        let sign = match (self.numerals(), language, &*self.interface.region) {
            (Numerals::Arab | Numerals::ArabExt, _, _) => "٫",
            (Numerals::Latn, "es", region) if POINT_IN_SPANISH.contains(&region) => ".",
            (Numerals::Latn, "fr" | "es", _) => ",",
            (Numerals::Latn, "ar", "DZ" | "LY" | "MA" | "TN") => ",",
            (Numerals::Latn, _, _) => ".",
        };
        digits(written, self.numerals()).replace('.', sign)
    }

    /// «حجم النص 3 من 9»
    pub fn size_of(&self, size: TextSize) -> String {
        let step = |size: TextSize| self.number(size.get().into());
        self.words()
            .text(Text::SizeOf)
            .replace("{size}", &step(size))
            .replace("{largest}", &step(TextSize::MAX))
    }

    /// «3 دقائق»
    pub fn minutes(&self, n: u32) -> String {
        let category = self.interface.plural.category(n);
        let form = self.words().minutes(category);
        form.replace("{count}", &self.number(n))
    }

    /// «وقت القراءة: 3 دقائق», for an article of so many words.
    pub fn reading_time(&self, words: u32) -> String {
        let minutes = reading_minutes(words, arabic_script(&self.article));
        self.words()
            .text(Text::ReadingTime)
            .replace("{minutes}", &self.minutes(minutes))
    }

    /// The accessible name of an entry of the share row: «مشاركة عبر واتساب», «نسخ الرابط».
    pub fn share_label(&self, network: Network) -> String {
        let name = self.words().network(network);
        match network.kind() {
            Kind::Link => self.words().text(Text::ShareVia).replace("{network}", name),
            Kind::Native | Kind::Copy | Kind::Print => name.to_owned(),
        }
    }
}
