//! The words of a date: months, halves of the day, zones, and words that say that it is none.

use super::fold::{SHORTEST, is_name, split_word, strip_name};
use crate::language::month_names;

/// A part of the day, which says what an hour of 1–12 means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    BeforeNoon,
    AfterNoon,
    /// From the evening to the small hours.
    Night,
}

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// 1–12.
    Month(u32),
    /// March in English, Tuesday (mardi, martes) in French and Spanish.
    MarchOrTuesday,
    DayPart(DayPart),
    /// Hours east of UTC.
    Zone(i32),
    /// It is counted from today, or is no point in time.
    Relative,
    Other,
}

/// Parts of the day in words. With one letter alone («ص», «م») only behind a clock: «2024م» is the year of the Lord.
const DAY_PARTS: [(DayPart, &[&str]); 4] = [
    (
        DayPart::BeforeNoon,
        &["قبل الظهر", "قبل از ظهر", "قبل ازظهر", "قبلازظهر"],
    ),
    (
        DayPart::BeforeNoon,
        &[
            "صباحا",
            "صباح",
            "فجرا",
            "فجر",
            "صبح",
            "בבוקר",
            "לפנהצ",
            "matin",
            "mañana",
        ],
    ),
    (
        DayPart::AfterNoon,
        &[
            "مساء",
            "ظهرا",
            "ظهر",
            "عصرا",
            "عصر",
            "بعدازظهر",
            "شام",
            "دوپہر",
            "בערב",
            "אחהצ",
            "בצהריים",
            "הצהריים",
            "après",
            "soir",
            "tarde",
        ],
    ),
    (
        DayPart::Night,
        &["ليلا", "ليل", "شب", "رات", "בלילה", "noche"],
    ),
];

/// The same in two letters, which a stop and a space may part: `p.m.`, «ق.ظ».
const ABBREVIATED: [(DayPart, [char; 2]); 4] = [
    (DayPart::BeforeNoon, ['a', 'm']),
    (DayPart::AfterNoon, ['p', 'm']),
    (DayPart::BeforeNoon, ['ق', 'ظ']),
    (DayPart::AfterNoon, ['ب', 'ظ']),
];

/// «منذ يومين», «۲ روز پیش», "2 days ago": no date.
const RELATIVE: [&str; 14] = [
    "منذ", "قبل", "پیش", "پہلے", "לפני", "hace", "depuis", "minute", "minutes", "hour", "hours",
    "day", "days", "weeks",
];

/// Zone names that mean one offset, in hours east of UTC (RFC 2822, and Europe's).
const ZONES: [(&str, i32); 20] = [
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("west", 1),
    ("bst", 1),
    ("cet", 1),
    ("cest", 2),
    ("eet", 2),
    ("eest", 3),
    ("msk", 3),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
];

/// What folded text that begins with a letter says first, and what follows. `behind_clock`: a time of day stands right
/// before.
pub(super) fn read(text: &str, behind_clock: bool) -> (Word, &str) {
    let (word, after) = split_word(text);
    if word == "mar" {
        return (Word::MarchOrTuesday, after);
    }
    if let Some((part, after)) = abbreviated(text) {
        return (Word::DayPart(part), after);
    }
    let zone = ZONES.iter().find(|(zone, _)| *zone == word);
    let zone = zone.map_or(Word::Other, |(_, hours)| Word::Zone(*hours));
    // Of names in Latin letters three are said at least; most dates have no word but the `T` before a time.
    if word.is_ascii() && word.len() < SHORTEST {
        // A week of a year: `2024-W11-2`.
        return (if word == "w" { Word::Relative } else { zone }, after);
    }
    for (part, names) in DAY_PARTS {
        let found = names.iter().find_map(|name| strip_whole(text, name));
        if let Some(after) = found {
            return (Word::DayPart(part), after);
        }
    }
    if let Some((month, after)) = month(text) {
        return (Word::Month(month), after);
    }
    let said = match word {
        "ص" if behind_clock => Word::DayPart(DayPart::BeforeNoon),
        "م" if behind_clock => Word::DayPart(DayPart::AfterNoon),
        _ if RELATIVE.iter().any(|name| is_whole(word, name)) => Word::Relative,
        _ => zone,
    };
    (said, after)
}

/// A month at the start of a text; `None` too where its few letters may be two: «jui».
fn month(text: &str) -> Option<(u32, &str)> {
    let mut found: Option<(u8, &str)> = None;
    for (number, name) in month_names() {
        let Some(after) = strip_name(text, name) else {
            continue;
        };
        match found {
            Some((other, _)) if other != number => return None,
            _ => found = Some((number, after)),
        }
    }
    found.map(|(number, after)| (number.into(), after))
}

/// `am`, `a. m.` and the like.
fn abbreviated(text: &str) -> Option<(DayPart, &str)> {
    ABBREVIATED.iter().find_map(|(part, [first, second])| {
        let rest = text.strip_prefix(*first)?;
        let rest = rest.trim_start_matches(['.', ' ']).strip_prefix(*second)?;
        let (more, _) = split_word(rest);
        more.is_empty().then_some((*part, rest))
    })
}

/// As [`strip_name`], but a word in Latin letters must be there whole.
fn strip_whole<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let after = strip_name(text, name)?;
    let (word, _) = split_word(text);
    (!word.is_ascii() || is_whole(word, name)).then_some(after)
}

fn is_whole(word: &str, name: &str) -> bool {
    is_name(word, name) && (!word.is_ascii() || word.chars().count() == name.chars().count())
}
