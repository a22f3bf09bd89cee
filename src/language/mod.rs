//! Language tags, scripts and letters: which way a language runs, what a letter is, and
//! what months are called.
//!
//! The lowest room: it knows nothing of articles, words or the browser.

mod months;
mod spelling;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

pub use months::{month_names, months};
pub use spelling::nearest;

/// Direction of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dir {
    /// Right to left.
    Rtl,
    /// Left to right.
    Ltr,
}

impl Dir {
    /// The value of the `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Dir::Rtl => "rtl",
            Dir::Ltr => "ltr",
        }
    }

    /// The other one.
    pub fn opposite(self) -> Self {
        match self {
            Dir::Rtl => Dir::Ltr,
            Dir::Ltr => Dir::Rtl,
        }
    }
}

/// What stands between the subtags of a tag.
const SEPARATORS: [char; 2] = ['-', '_'];

/// The subtags of a BCP 47 tag that Qari reads; `_` is taken as `-`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tag<'a> {
    /// `ar`
    pub language: &'a str,
    /// `Arab`, or empty.
    pub script: &'a str,
    /// `MA`, `001`, or empty.
    pub region: &'a str,
}

impl<'a> Tag<'a> {
    /// Takes a tag apart; what is not there is empty.
    pub fn parse(tag: &'a str) -> Self {
        let mut parts = tag.split(SEPARATORS);
        let mut read = Tag {
            language: parts.next().unwrap_or_default(),
            ..Tag::default()
        };
        for part in parts {
            match part.len() {
                // A singleton starts an extension: nothing behind it is a script or a region.
                1 => break,
                4 if read.script.is_empty() && read.region.is_empty() => read.script = part,
                2 | 3 if read.region.is_empty() => read.region = part,
                _ => {}
            }
        }
        read
    }

    /// Whether its language is one of `entries`, in which `xx-YY` is a language in one region only.
    pub fn is_in(self, entries: &[&str]) -> bool {
        entries.iter().any(|entry| match entry.split_once('-') {
            Some((language, region)) => {
                language.eq_ignore_ascii_case(self.language)
                    && region.eq_ignore_ascii_case(self.region)
            }
            None => entry.eq_ignore_ascii_case(self.language),
        })
    }
}

/// Whether `tag` looks like a BCP 47 tag: two or three letters, and behind them more letters and digits. Not
/// whether such a language exists.
pub fn is_language_tag(tag: &str) -> bool {
    let language = Tag::parse(tag).language;
    let is_part = |c: char| c.is_ascii_alphanumeric() || SEPARATORS.contains(&c);
    matches!(language.len(), 2 | 3)
        && language.chars().all(|c| c.is_ascii_alphabetic())
        && tag.chars().all(is_part)
}

/// Languages that have two subtags, the one of today last (`languageAlias` of CLDR 48; Norwegian is mostly Bokmål).
const ALIASES: &[(&str, &str)] = &[
    ("iw", "he"),
    ("in", "id"),
    ("ji", "yi"),
    ("jw", "jv"),
    ("mo", "ro"),
    ("nb", "no"),
    ("tl", "fil"),
    ("arb", "ar"),
    ("pes", "fa"),
    ("prs", "fa"),
];

/// The subtag that a language has today; the same one where it never had another.
pub fn canonical_language(language: &str) -> &str {
    let known = ALIASES
        .iter()
        .find(|(alias, _)| alias.eq_ignore_ascii_case(language));
    known.map_or(language, |(_, today)| today)
}

/// Scripts, as far as they make a difference to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Arabic script, in any language.
    Arabic,
    /// Hebrew script.
    Hebrew,
    /// Another one that runs right to left.
    OtherRtl,
    /// One that runs left to right.
    Ltr,
}

/// What is written in one script.
#[derive(Debug)]
pub struct Written {
    /// The script.
    pub script: Script,
    /// Its codes in a tag (ISO 15924): `Arab`.
    pub codes: &'static [&'static str],
    /// The languages written in it when their tag names no script (likely subtags of CLDR); `xx-YY` is a language
    /// that is written so in one region.
    pub languages: &'static [&'static str],
}

/// The scripts that run right to left.
pub const RIGHT_TO_LEFT: &[Written] = &[
    Written {
        script: Script::Arabic,
        codes: &["Arab", "Aran"],
        languages: &[
            "ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ks", "arb", "ary", "arz", "azb", "bal",
            "bgn", "glk", "lrc", "mzn", "pes", "pnb", "prs", "skr", "az-IQ", "az-IR", "kk-CN",
            "kk-IR", "pa-PK", "uz-AF",
        ],
    },
    Written {
        script: Script::Hebrew,
        codes: &["Hebr"],
        languages: &["he", "iw", "yi", "ji"],
    },
    Written {
        script: Script::OtherRtl,
        codes: &["Adlm", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"],
        languages: &["dv", "nqo", "syr"],
    },
];

impl Script {
    /// The script that `tag` is written in.
    pub fn of(tag: Tag) -> Self {
        RIGHT_TO_LEFT
            .iter()
            .find(|written| match tag.script {
                "" => tag.is_in(written.languages),
                script => written
                    .codes
                    .iter()
                    .any(|code| code.eq_ignore_ascii_case(script)),
            })
            .map_or(Script::Ltr, |written| written.script)
    }

    /// Which way it runs.
    pub fn dir(self) -> Dir {
        match self {
            Script::Arabic | Script::Hebrew | Script::OtherRtl => Dir::Rtl,
            Script::Ltr => Dir::Ltr,
        }
    }
}

/// Which way the language of a BCP 47 tag runs; a script subtag decides before the language.
pub fn direction(tag: &str) -> Dir {
    Script::of(Tag::parse(tag)).dir()
}

/// Whether the language of a BCP 47 tag is written in Arabic script.
pub fn arabic_script(tag: &str) -> bool {
    Script::of(Tag::parse(tag)) == Script::Arabic
}

/// Whether `c` stands in a block of a right-to-left script. With [`is_letter`]: whether it is such a letter.
pub fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The script of a letter; none of what is no letter.
pub fn letter_script(c: char) -> Option<Script> {
    if !is_letter(c) {
        return None;
    }
    Some(match c {
        '\0'..='\u{58F}' => Script::Ltr,
        '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => Script::Hebrew,
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{860}'..='\u{8FF}' => Script::Arabic,
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' => Script::Arabic,
        _ if is_rtl(c) => Script::OtherRtl,
        _ => Script::Ltr,
    })
}

/// The letters of the Arabic block, without tatweel.
#[rustfmt::skip]
const ARABIC_LETTERS: &[RangeInclusive<u32>] = &[
    0x610..=0x61a, 0x620..=0x63f, 0x641..=0x657, 0x659..=0x65f, 0x66e..=0x6d3, 0x6d5..=0x6dc, 0x6e1..=0x6e8, 0x6ed..=0x6ef,
    0x6fa..=0x6fc, 0x6ff..=0x6ff,
];
/// The same, a bit each.
const ARABIC_LETTER_BITS: [u64; 4] = {
    let mut bits = [0; 4];
    let mut range = 0;
    while range < ARABIC_LETTERS.len() {
        let mut code = *ARABIC_LETTERS[range].start();
        while code <= *ARABIC_LETTERS[range].end() {
            bits[code as usize % 256 / 64] |= 1 << (code % 64);
            code += 1;
        }
        range += 1;
    }
    bits
};

/// Whether `c` is a letter, of any script.
///
/// Tatweel, which only stretches a word, and the ordinal signs of Spanish numbers are not, though Unicode counts them
/// among the letters.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        // Most of what is asked, and half of an article's time was spent in the table of all scripts (docs/PERFORMANCE.md).
        '\u{600}'..='\u{6ff}' => {
            let code = u32::from(c);
            ARABIC_LETTER_BITS[code as usize % 256 / 64] >> (code % 64) & 1 == 1
        }
        'ª' | 'º' => false,
        _ => c.is_alphabetic(),
    }
}
