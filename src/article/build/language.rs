//! The article's language: letters win over labels. A content system marks everything with the language it was installed
//! in, and a page may speak another language than the article that it shows; letters do not lie.
//!
//! `static/qari.js` does the same for the plain view.

use std::borrow::Cow;

use super::text::language_tag;
use super::{BuildContext, Source};
use crate::article::body::each_text_without_tags;
use crate::article::formats::table::Field;
use crate::language::{Script, Tag, letter_script};

/// How much of a text is looked at, in bytes.
const LOOKED_AT: usize = 1 << 16;

/// Languages written in Latin letters or in Arabic ones, which their tag does not say (CLDR has the former).
const ALSO_IN_ARABIC: &[&str] = &["az", "ha", "kk", "ku", "ky", "ms", "pa", "tg", "tk", "uz"];

/// A language in Arabic script, and the letters of its alphabet that give it away.
struct Alphabet {
    language: &'static str,
    /// Those that Arabic has not and that are not rare. Two languages may share some: who has more of its own wins.
    letters: &'static [char],
}

const ALPHABETS: [Alphabet; 4] = [
    Alphabet {
        language: "ur",
        letters: &['ے', 'ں', 'ہ', 'ٹ', 'ڈ', 'ڑ'],
    },
    Alphabet {
        language: "ckb",
        letters: &['ێ', 'ڕ', 'ڵ', 'ۆ'],
    },
    Alphabet {
        language: "ps",
        letters: &['ښ', 'ځ', 'څ', 'ۍ', 'ړ', 'ټ', 'ډ', 'ږ', 'ګ', 'ڼ'],
    },
    Alphabet {
        language: "ug",
        letters: &['ۇ', 'ۈ', 'ۋ'],
    },
];
/// Kaf and yeh have code points of their own where Persian is written, and in languages that took its letters over.
const PERSIAN: [char; 2] = ['ک', 'ی'];
const NOT_PERSIAN: [char; 3] = ['ك', 'ي', 'ى'];
/// One letter in so many makes a language known; fewer may be names and quotations.
const KNOWN_BY: usize = 50;

/// The letters of a text, counted by their script.
#[derive(Debug, Default)]
pub(super) struct Letters {
    arabic: usize,
    /// Of these, those of each of `ALPHABETS`.
    own_letters: [usize; ALPHABETS.len()],
    persian: usize,
    not_persian: usize,
    hebrew: usize,
    other_rtl: usize,
    ltr: usize,
}

impl Letters {
    /// Adds those of a text, or of its beginning.
    pub(super) fn add(&mut self, text: &str) {
        for c in beginning(text).chars() {
            self.add_one(c);
        }
    }

    /// Adds those of the text of HTML, or of its beginning.
    pub(super) fn add_html(&mut self, html: &str) {
        each_text_without_tags(beginning(html), &mut |text| self.add(text));
    }

    fn add_one(&mut self, c: char) {
        let Some(script) = letter_script(c) else {
            return;
        };
        if script == Script::Arabic {
            self.persian += usize::from(PERSIAN.contains(&c));
            self.not_persian += usize::from(NOT_PERSIAN.contains(&c));
            for (count, alphabet) in self.own_letters.iter_mut().zip(&ALPHABETS) {
                *count += usize::from(alphabet.letters.contains(&c));
            }
        }
        *match script {
            Script::Arabic => &mut self.arabic,
            Script::Hebrew => &mut self.hebrew,
            Script::OtherRtl => &mut self.other_rtl,
            Script::Ltr => &mut self.ltr,
        } += 1;
    }

    fn rtl(&self) -> usize {
        self.arabic + self.hebrew + self.other_rtl
    }

    /// Whether they can be those of a text in this script. One that runs from left to right has more of its own than of
    /// others. One that runs from right to left may be full of foreign names and code, but has some of its own.
    fn fit(&self, script: Script) -> bool {
        let own = match script {
            Script::Ltr => return self.ltr >= self.rtl(),
            Script::Arabic => self.arabic,
            Script::Hebrew => self.hebrew,
            Script::OtherRtl => self.other_rtl,
        };
        // A few letters, or none, say nothing.
        own * 2 >= self.rtl() && (own + 1) * 8 > self.ltr
    }

    /// The language of a text in Arabic script, as far as letters tell: Arabic, but for those that give themselves away.
    fn in_arabic_script(&self) -> &'static str {
        let is_known = |count: usize| count * KNOWN_BY > self.arabic;
        let most = self.own_letters.iter().zip(&ALPHABETS);
        match most.max_by_key(|(count, _)| **count) {
            Some((&count, alphabet)) if is_known(count) => alphabet.language,
            _ if self.persian > self.not_persian && is_known(self.persian) => "fa",
            _ => "ar",
        }
    }

    /// The language of a text of which none of these can be said. Where it is in Latin letters alone, the letters know no
    /// better than the labels.
    fn unlabelled<'t>(&self, labels: [Option<&'t str>; 3]) -> &'t str {
        let label = labels.into_iter().flatten().next();
        match label {
            _ if self.hebrew * 2 > self.rtl().max(self.ltr) => "he",
            Some(label) if self.rtl() < self.ltr => label,
            _ => self.in_arabic_script(),
        }
    }
}

/// The article's language: the owner's, the source's, the page's, else Arabic. One that cannot be that of the letters is
/// passed over. A page's region completes the source's language («ar» on an «ar-MA» page).
pub(super) fn language(source: &Source, context: &BuildContext, letters: &Letters) -> String {
    let of_owner = context.owner_language.and_then(language_tag);
    let of_source = language_tag(source.text(Field::Language));
    let of_page = context.page_language.and_then(language_tag);
    let labels = [&of_owner, &of_source, &of_page].map(Option::as_deref);
    let [owner, source, page] = labels.map(|tag| tag.and_then(|tag| fitting(tag, letters)));
    let named = owner.or_else(|| match (source, page) {
        (Some(source), Some(page)) if completes(&page, &source) => Some(page),
        (source, page) => source.or(page),
    });
    named.map_or_else(|| letters.unlabelled(labels).to_owned(), Cow::into_owned)
}

/// The tag, if it can be that of the letters; with its script where only the letters say it: `ku` → `ku-Arab`.
fn fitting<'t>(tag: &'t str, letters: &Letters) -> Option<Cow<'t, str>> {
    let parsed = Tag::parse(tag);
    if letters.fit(Script::of(parsed)) {
        return Some(tag.into());
    }
    let may_be_arabic = parsed.script.is_empty() && parsed.is_in(ALSO_IN_ARABIC);
    (may_be_arabic && letters.fit(Script::Arabic)).then(|| {
        let (language, rest) = tag.split_at(parsed.language.len());
        format!("{language}-Arab{rest}").into()
    })
}

/// Whether a page's tag says the same language as the source's, and more.
fn completes(page: &str, source: &str) -> bool {
    let language = page.split('-').next().unwrap_or_default();
    language.eq_ignore_ascii_case(source)
}

/// As much of a text as is looked at.
fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(LOOKED_AT)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Letters {
        let mut letters = Letters::default();
        letters.add(text);
        letters
    }

    #[test]
    fn letters_say_which_languages_a_text_cannot_be_in() {
        for (text, fit, unfit) in [
            (
                "أعلنت الوزارة اليوم",
                "ar ar-MA fa ur ckb",
                "en fr he zh dv",
            ),
            ("هاتف iPhone 17 Pro Max في الأسواق", "ar", "en fr"),
            ("Samsung Galaxy S26 Ultra يصل", "ar en", "he"),
            (
                "Le mot قارئ vient du verbe lire, et se lit de droite à gauche.",
                "fr",
                "ar he",
            ),
            ("ראש הממשלה אמר", "he iw yi", "ar en"),
            ("Правительство сообщило", "ru en", "ar"),
            ("政府は今日、新しい法律を発表した", "ja zh", "he"),
            // Too little to say anything.
            ("2024", "ar en he", ""),
            ("BBC", "ar en", ""),
        ] {
            for (tags, expected) in [(fit, true), (unfit, false)] {
                for tag in tags.split_whitespace() {
                    let found = fitting(tag, &letters(text)).is_some();
                    assert_eq!(found, expected, "{tag}: {text}");
                }
            }
        }
    }

    #[test]
    fn letters_tell_which_language_of_the_arabic_script_it_is() {
        for (text, language) in [
            ("افتتحت الجهة الطريق الساحلية ليلة أمس في أكادير.", "ar"),
            // Names, and letters of the Maghreb.
            (
                "وصل المسافرون من گلميم إلى پاريس عبر مطار أݣادير، ثم إلى ڤيينا.",
                "ar",
            ),
            (
                "جاده\u{200c}ی ساحلی پیش از تابستان گشوده می\u{200c}شود و مسافران زودتر می\u{200c}رسند.",
                "fa",
            ),
            (
                "ساحلی سڑک گرمیوں سے پہلے کھول دی جائے گی اور مسافر جلد پہنچیں گے۔",
                "ur",
            ),
            (
                "ڕێگای کەنار دەریا پێش هاوین دەکرێتەوە و گەشتیاران زووتر دەگەن.",
                "ckb",
            ),
            (
                "د ساحل لار به له اوړي مخکې پرانیستل شي او مسافر به ژر ورسېږي، ښه خبر دی.",
                "ps",
            ),
            (
                "دېڭىز بويىدىكى يول يازدىن بۇرۇن ئېچىلىدۇ، يولۇچىلار تېز بارىدۇ.",
                "ug",
            ),
        ] {
            for label in [None, Some("en-US"), Some("fr")] {
                let found = letters(text).unlabelled([None, label, None]);
                assert_eq!(found, language, "{label:?}: {text}");
            }
        }
    }

    #[test]
    fn a_language_of_two_scripts_is_given_that_of_its_letters() {
        let kurdish = letters("حکوومەتی هەرێم ڕایگەیاند");
        assert_eq!(fitting("ku-IQ", &kurdish).as_deref(), Some("ku-Arab-IQ"));
        assert_eq!(fitting("ku-Latn", &kurdish), None);
        let latin = letters("Hikûmeta herêmê ragihand");
        assert_eq!(fitting("ku", &latin).as_deref(), Some("ku"));
    }
}
