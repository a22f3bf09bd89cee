//! Language tags, scripts and letters: which way a language runs, and what a letter is.

#[cfg(test)]
mod tests;

use crate::article::Dir;

/// The subtags of a BCP 47 tag that Qari reads; `_` is taken as `-`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
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
        let mut parts = tag.trim().split(['-', '_']);
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
}

/// Whether `tag` has the form of a BCP 47 tag. Not whether such a language exists.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    parts.next().is_some_and(|language| {
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic())
    }) && parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// Scripts, as far as they make a difference to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Arabic script, in any language.
    Arabic,
    /// Hebrew script.
    Hebrew,
    /// Another one that runs right to left.
    OtherRtl,
    /// One that runs left to right.
    Ltr,
}

/// Script subtags that run right to left.
const SCRIPTS: &[(Script, &str)] = &[
    (Script::Arabic, "Arab Aran"),
    (Script::Hebrew, "Hebr"),
    (
        Script::OtherRtl,
        "Adlm Mand Mend Nkoo Rohg Samr Syrc Syre Syrj Syrn Thaa",
    ),
];

/// Languages written right to left when the tag names no script (likely subtags of CLDR). `xx-YY` is a
/// language that is so only in that region.
const LANGUAGES: &[(Script, &str)] = &[
    (
        Script::Arabic,
        "ar fa ur ps ckb sd ug ks acm aeb afb ajp apc apd arq ars ary arz azb bal bgn bqi brh ckb glk gjk haz \
         khw lrc luz mzn pes pnb prs sdh skr arb az-IQ az-IR kk-CN kk-IR pa-PK tk-IR uz-AF",
    ),
    (Script::Hebrew, "he iw yi ji"),
    (Script::OtherRtl, "dv nqo syr"),
];

/// Whether `name` is one of the space-separated `list`, ASCII case ignored.
pub(super) fn listed(list: &str, name: &str) -> bool {
    !name.is_empty()
        && list
            .split_ascii_whitespace()
            .any(|entry| entry.eq_ignore_ascii_case(name))
}

impl Script {
    /// The script that `tag` is written in.
    pub fn of(tag: Tag) -> Self {
        let in_region = |list: &str| {
            list.split_ascii_whitespace()
                .filter_map(|entry| entry.split_once('-'))
                .any(|(language, region)| {
                    language.eq_ignore_ascii_case(tag.language)
                        && region.eq_ignore_ascii_case(tag.region)
                })
        };
        let found = if tag.script.is_empty() {
            LANGUAGES
                .iter()
                .find(|(_, list)| listed(list, tag.language) || in_region(list))
        } else {
            SCRIPTS.iter().find(|(_, list)| listed(list, tag.script))
        };
        found.map_or(Script::Ltr, |(script, _)| *script)
    }

    /// Which way it runs.
    pub fn dir(self) -> Dir {
        match self {
            Script::Ltr => Dir::Ltr,
            _ => Dir::Rtl,
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

/// Blocks of right-to-left scripts, first and last code point.
const RTL_BLOCKS: &[(u32, u32)] = &[
    (0x0590, 0x08FF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFE),
    (0x10800, 0x10FFF),
    (0x1E800, 0x1EFFF),
];

/// Whether `c` stands in a block of a right-to-left script. With [`is_letter`]: whether it is such a letter.
pub fn is_rtl(c: char) -> bool {
    within(RTL_BLOCKS, c)
}

/// What is no letter beyond ASCII: punctuation, digits, symbols, marks of direction, emoji.
///
/// The standard library's tables are exact and cost kilobytes; the parts of Unicode that occur in articles
/// are few, and what is not listed counts as a letter (so do combining marks: they follow one).
const NO_LETTERS: &[(u32, u32)] = &[
    (0x80, 0xA9),
    (0xAB, 0xB4),
    (0xB6, 0xB9),
    (0xBB, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x2C2, 0x2C5),
    (0x2D2, 0x2DF),
    (0x300, 0x344),
    (0x55A, 0x55F),
    (0x589, 0x58F),
    (0x591, 0x5AF),
    (0x5BE, 0x5BE),
    (0x5C0, 0x5C0),
    (0x5C3, 0x5C3),
    (0x5C6, 0x5C6),
    (0x5F3, 0x60F),
    (0x61B, 0x61F),
    // Tatweel only stretches a word.
    (0x640, 0x640),
    (0x660, 0x66D),
    (0x6D4, 0x6D4),
    (0x6DD, 0x6DE),
    (0x6E9, 0x6E9),
    (0x6F0, 0x6F9),
    (0x6FD, 0x6FE),
    (0x700, 0x70F),
    (0x7C0, 0x7C9),
    (0x964, 0x970),
    (0x9E6, 0x9EF),
    (0xE3F, 0xE3F),
    (0xE4F, 0xE5B),
    (0x2000, 0x2070),
    (0x2072, 0x207E),
    (0x2080, 0x208E),
    (0x20A0, 0x2101),
    (0x2103, 0x2106),
    (0x2108, 0x2109),
    (0x2116, 0x2117),
    (0x211E, 0x2123),
    (0x2190, 0x24B5),
    (0x24EA, 0x2BFF),
    (0x2E00, 0x2E2E),
    (0x2E30, 0x3004),
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x303D, 0x3040),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),
    (0xD800, 0xF8FF),
    (0xFB29, 0xFB29),
    (0xFD3E, 0xFD4F),
    (0xFDFC, 0xFDFF),
    (0xFE00, 0xFE6F),
    (0xFEFF, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0xFFE0, 0xFFFF),
    (0x1F000, 0x1F12F),
    (0x1F18A, 0x1FAFF),
    (0xE0000, 0x10FFFF),
];

/// Whether `c` is a letter, of any script.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && !within(NO_LETTERS, c))
}

fn within(ranges: &[(u32, u32)], c: char) -> bool {
    ranges
        .iter()
        .any(|&(first, last)| (first..=last).contains(&(c as u32)))
}
