//! Language tags, scripts and letters: which way a language runs, and what a letter is.
//!
//! The lowest room: it knows nothing of articles, words or the browser.

#[cfg(test)]
mod tests;

use crate::locale::template::cut;

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
        let (language, mut rest) = cut(tag, "-_");
        let mut read = Tag {
            language,
            ..Tag::default()
        };
        while !rest.is_empty() {
            let (part, next) = cut(rest, "-_");
            rest = next;
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

    /// Whether its language is one of a blank-separated list, in which `xx-YY` is a language in one region.
    pub fn is_in(self, list: &str) -> bool {
        let mut rest = list;
        while !rest.is_empty() {
            let (entry, next) = cut(rest, " ");
            let (language, region) = cut(entry, "-");
            if language.eq_ignore_ascii_case(self.language)
                && (region.is_empty() || region.eq_ignore_ascii_case(self.region))
            {
                return true;
            }
            rest = next;
        }
        false
    }
}

/// Whether `tag` looks like a BCP 47 tag: two or three letters, and behind them more letters and digits. Not
/// whether such a language exists.
pub fn is_language_tag(tag: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let language = cut(tag, "-_").0;
    matches!(language.len(), 2 | 3)
        && !language.bytes().any(|byte| byte.is_ascii_digit())
        && tag.bytes().all(is_part)
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

/// Scripts written right to left, and languages that are when the tag names no script (likely subtags of CLDR).
const RIGHT_TO_LEFT: &[(Script, &str)] = &[
    (
        Script::Arabic,
        "Arab Aran ar fa ur ps ckb sd ug ks arb ary arz azb bal bgn glk lrc mzn pes pnb prs skr az-IQ az-IR \
         kk-CN kk-IR pa-PK uz-AF",
    ),
    (Script::Hebrew, "Hebr he iw yi ji"),
    (
        Script::OtherRtl,
        "Adlm Mand Nkoo Rohg Samr Syrc Thaa dv nqo syr",
    ),
];

impl Script {
    /// The script that `tag` is written in.
    pub fn of(mut tag: Tag) -> Self {
        if !tag.script.is_empty() {
            tag.language = tag.script;
        }
        for (script, list) in RIGHT_TO_LEFT {
            if tag.is_in(list) {
                return *script;
            }
        }
        Script::Ltr
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

/// Whether `c` stands in a block of a right-to-left script. With [`is_letter`]: whether it is such a letter.
pub fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// What is no letter between ASCII and the emoji: first and last code point of ranges.
///
/// The standard library's tables are exact and cost kilobytes. Here stands what a word of an article can be
/// made of without a letter: punctuation, digits, symbols, marks of direction. What is not listed counts as a
/// letter, so do combining marks (they follow one); a handful of letters among the symbols (`ª`, `ℓ`, `Ⅷ`) does not.
const NO_LETTERS: &[(u16, u16)] = &[
    (0x80, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x5BE, 0x5BE),
    (0x5F3, 0x60F),
    (0x61B, 0x61F),
    // Tatweel only stretches a word.
    (0x640, 0x640),
    (0x660, 0x66D),
    (0x6D4, 0x6D4),
    (0x6F0, 0x6F9),
    (0xE3F, 0xE3F),
    (0x2000, 0x2BFF),
    (0x3000, 0x3004),
    (0x3008, 0x3020),
    (0xE000, 0xF8FF),
    (0xFD3E, 0xFD4F),
    (0xFDFC, 0xFE6F),
    (0xFEFF, 0xFF20),
    (0xFFE0, 0xFFFF),
];

/// Whether `c` is a letter, of any script.
pub fn is_letter(c: char) -> bool {
    let code = c as u32;
    match code {
        0..0x80 => c.is_ascii_alphabetic(),
        0x1_0000.. => !matches!(code, 0x1_F000..0x2_0000 | 0xE_0000..),
        _ => !NO_LETTERS
            .iter()
            .any(|&(first, last)| (u32::from(first)..=u32::from(last)).contains(&code)),
    }
}
