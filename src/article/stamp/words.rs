//! The words of a date: months, halves of the day, zones, what joins them, and words that say that it is none.

use super::fold::{is_letter, is_name, is_whole, split_word, strip_name};
use crate::language::month_names;

/// A part of the day, which says what an hour of 1–12 means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    BeforeNoon,
    /// As before noon, but its twelfth hour may be noon.
    Morning,
    /// From an hour before noon on.
    Noon,
    AfterNoon,
    Evening,
    /// Sunset.
    Dusk,
    /// From the evening to the small hours.
    Night,
    /// Midnight and the small hours.
    Midnight,
}

impl DayPart {
    /// 0–23 of an hour as it is written; `None` where this part of the day does not have it, or it may be two.
    pub(super) fn hour(self, hour: u32) -> Option<u32> {
        use DayPart::{AfterNoon, BeforeNoon, Dusk, Evening, Midnight, Morning, Night, Noon};
        Some(match (self, hour) {
            (BeforeNoon | Midnight | Night, 12) => 0,
            // «00:15 صباحًا»
            (BeforeNoon | Morning, 0..=11) | (Midnight, 0..=4) | (Night, 0..=4) => hour,
            (Noon, 11..=15) | (AfterNoon, 12..=23) | (Evening, 15..=23) => hour,
            (Dusk, 17..=20) | (Night, 18..=23) => hour,
            (Noon, 1..=3) | (AfterNoon, 1..=11) | (Evening, 3..=11) => hour + 12,
            (Dusk, 5..=8) | (Night, 6..=11) => hour + 12,
            _ => return None,
        })
    }
}

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// 1–12.
    Month(u32),
    /// March in English, Tuesday (mardi, martes) in French and Spanish.
    MarchOrTuesday,
    /// The day in a word: «الأول من سبتمبر».
    Day(u32),
    DayPart(DayPart),
    /// Hours east of UTC.
    Zone(i32),
    /// It is counted from today, or is no point in time.
    Relative,
    Said(Sense),
    Other,
}

/// What else a word may say about the words and numbers beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing: it joins the parts of a date or of a time.
    Joint,
    /// The next number is an hour.
    Hour,
    /// The next number may be an hour.
    At,
    /// The next number counts issues, pages or the like.
    Numbering,
    /// The number before counts minutes.
    Minutes,
    /// A place or a name follows.
    Aside,
    /// The same day follows in another calendar.
    Likewise,
    /// What follows is a later edition's.
    Updated,
}

/// Parts of the day in words (CLDR 48, `dayPeriods`, and the press). With one letter alone («ص», «م») only behind a
/// clock: «2024م» is the year of the Lord.
#[rustfmt::skip]
const DAY_PARTS: [(DayPart, &[&str]); 8] = [
    (DayPart::BeforeNoon, &[
        "قبل الظهر", "قبل الزوال", "قبل از ظهر", "قبل ازظهر", "قبلازظهر", "صباحا", "صباح", "فجرا", "فجر", "بامداد", "سحر",
        "לפנהצ", "לפנות בוקר", "matin", "madrugada",
    ]),
    (DayPart::Morning, &["صبح", "ضحى", "בבוקר", "בוקר", "לפני הצהריים", "morning", "mañana"]),
    (DayPart::AfterNoon, &[
        "بعد الظهر", "بعد الزوال", "زوالا", "سہ پہر", "سہپہر", "مساء", "مساءا", "مسا", "بعد از ظهر", "بعد ازظهر", "بعدازظهر", "אחהצ",
        "אחר הצהריים", "אחרי הצהריים", "afternoon", "après", "tarde",
    ]),
    (DayPart::Midnight, &[
        "بعد منتصف الليل", "منتصف الليل", "نیمه شب", "نیمهشب", "نصف شب", "آدھی رات", "חצות", "midnight", "minuit",
        "medianoche",
    ]),
    (DayPart::Noon, &["ظهرا", "ظهر", "دوپہر", "צהריים", "הצהריים", "noon", "mediodía"]),
    (DayPart::Evening, &[
        "قبل منتصف الليل", "عصرا", "عصر", "عشاء", "عشية", "شام", "בערב", "ערב", "הערב", "evening", "soir",
    ]),
    // «المغرب» is Morocco too.
    (DayPart::Dusk, &["مغربا", "غروب"]),
    (DayPart::Night, &["ليلا", "ليل", "ليلة", "شب", "رات", "בלילה", "לילה", "night", "nuit", "noche"]),
];

/// The same in two letters, which a stop and a space may part: `p.m.`, «ق.ظ».
const ABBREVIATED: [(DayPart, [char; 2]); 4] = [
    (DayPart::BeforeNoon, ['a', 'm']),
    (DayPart::AfterNoon, ['p', 'm']),
    (DayPart::BeforeNoon, ['ق', 'ظ']),
    (DayPart::AfterNoon, ['ب', 'ظ']),
];

/// «منذ يومين», «۲ روز پیش», "2 days ago": no date.
const RELATIVE: [&str; 12] = [
    "منذ", "قبل", "پیش", "پہلے", "לפני", "hace", "depuis", "hour", "hours", "day", "days", "weeks",
];

/// Signs of hours behind their number (`14 h`, «6 بجے»), and of minutes; what joins the two.
const HOURS: [&str; 13] = [
    "h", "hs", "hr", "hrs", "heure", "heures", "hora", "horas", "uhr", "س", "ساعة", "بجے", "بج",
];
#[rustfmt::skip]
const MINUTES: [&str; 13] = [
    "min", "mins", "mn", "minute", "minutes", "minuto", "minutos", "دقيقة", "دقائق", "منٹ", "דקה", "דקות", "د",
];
const JOINTS_OF_MINUTES: [&str; 5] = ["و", "et", "y", "and", "کر"];

/// Words of the press beside dates, each with what it says. None of them is a part of the day.
#[rustfmt::skip]
const SENSES: [(Sense, &[&str]); 9] = [
    (Sense::Hour, &["الساعة", "ساعت", "בשעה", "שעה", "las"]),
    (Sense::Joint, &HOURS),
    (Sense::Joint, &[
        "t", "the", "of", "in", "th", "st", "nd", "rd", "er", "re", "ere", "d", "de", "del", "du", "l", "la", "le", "el",
        "من", "في", "شهر", "عام", "سنة", "لعام", "لسنة", "يوم", "بتاريخ", "م", "ميلادي", "ميلادية", "ء", "سال", "سنہ", "ماه", "روز",
        "در", "وقت", "بوقت", "کو", "کی", "ب", "ב", "ה", "ל", "שנת",
    ]),
    (Sense::At, &["at", "a", "على", "عند"]),
    (Sense::Numbering, &[
        "vol", "volume", "issue", "no", "n", "nr", "num", "number", "numero", "tome", "tomo", "page", "part", "chapter", "edition",
        "season", "episode", "العدد", "عددها", "رقم", "مجلد", "جزء", "صفحة", "حلقة", "شماره", "جلد", "גיליון", "גליון", "כרך", "מספר",
        "עמוד",
    ]),
    (Sense::Minutes, &MINUTES),
    (Sense::Aside, &["by", "par", "por", "بقلم", "بتوقيت", "توقيت", "به", "local", "time", "שעון"]),
    (Sense::Likewise, &["الموافق", "مطابق", "برابر"]),
    (Sense::Updated, &[
        "updated", "update", "modified", "edited", "jour", "maj", "modifie", "edite", "actualise", "actualizado", "actualizada", "modificado",
        "تحديث", "حدث", "محدث", "تعديل", "بروزرسانی", "روزرسانی", "ویرایش", "اپڈیٹ", "اپ", "עודכן", "עדכון",
    ]),
];

/// Days in words, each before its month: «الأول من سبتمبر».
#[rustfmt::skip]
const DAYS: [(u32, &str); 17] = [
    (1, "فاتح"), (1, "یکم"), (1, "premier"), (1, "primero"), (1, "first"), (1, "אחד"), (1, "ראשון"), (1, "الأول"),
    (2, "الثاني"), (3, "الثالث"), (4, "الرابع"), (5, "الخامس"), (6, "السادس"), (7, "السابع"), (8, "الثامن"), (9, "التاسع"),
    (10, "العاشر"),
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
    if let Some((part, after)) = day_part(text, behind_clock) {
        return (Word::DayPart(part), after);
    }
    // A week of a year: `2024-W11-2`.
    if word == "w" || is_among(word, &RELATIVE) {
        return (Word::Relative, after);
    }
    if let Some((_, hours)) = ZONES.iter().find(|(zone, _)| *zone == word) {
        return (Word::Zone(*hours), after);
    }
    // Before the months: no name of a month is told by fewer letters.
    if let Some((month, after)) = month(text) {
        return (Word::Month(month), after);
    }
    let day = DAYS.iter().find(|(_, name)| is_whole(word, name));
    if let Some((day, _)) = day.filter(|_| comes(after, |text| month(text).is_some())) {
        return (Word::Day(*day), after);
    }
    (sense(word).map_or(Word::Other, Word::Said), after)
}

fn sense(word: &str) -> Option<Sense> {
    let said = SENSES.iter().find(|(_, names)| is_among(word, names));
    said.map(|(sense, _)| *sense)
}

fn is_among(word: &str, names: &[&str]) -> bool {
    names.iter().any(|name| is_whole(word, name))
}

/// A month at the start of a text; `None` too where its few letters may be two: «jui».
fn month(text: &str) -> Option<(u32, &str)> {
    let mut found: Option<(u8, &str)> = None;
    for (number, name) in month_names() {
        let Some(after) = strip_name(text, name, is_name) else {
            continue;
        };
        match found {
            Some((other, _)) if other != number => return None,
            _ => found = Some((number, after)),
        }
    }
    found.map(|(number, after)| (number.into(), after))
}

/// A part of the day at the start of a text. `letters`: one letter is enough.
fn day_part(text: &str, letters: bool) -> Option<(DayPart, &str)> {
    let (word, after) = split_word(text);
    match word {
        "ص" if letters => return Some((DayPart::BeforeNoon, after)),
        "م" if letters => return Some((DayPart::AfterNoon, after)),
        _ => {}
    }
    // «بالليل»
    let bare = text.strip_prefix('ب').filter(|text| text.starts_with("ال"));
    let named = bare.unwrap_or(text);
    let whole = DAY_PARTS.iter().find_map(|(part, names)| {
        let mut names = names.iter();
        let after = names.find_map(|name| strip_name(named, name, is_whole))?;
        Some((*part, after))
    });
    whole.or_else(|| abbreviated(text))
}

/// `am`, `a. m.` and the like.
fn abbreviated(text: &str) -> Option<(DayPart, &str)> {
    ABBREVIATED.iter().find_map(|(part, [first, second])| {
        let rest = text.strip_prefix(*first)?;
        let rest = rest.trim_start_matches(['.', ' ']).strip_prefix(*second)?;
        (!rest.starts_with(is_letter)).then_some((*part, rest))
    })
}

/// Whether that comes next, behind words that only join.
fn comes(mut text: &str, that: impl Fn(&str) -> bool) -> bool {
    loop {
        text = text.trim_start_matches(' ');
        let (word, after) = split_word(text);
        if word.is_empty() || that(text) {
            return !word.is_empty();
        }
        if sense(word) != Some(Sense::Joint) {
            return false;
        }
        text = after;
    }
}

/// Whether the number before `text` is the day of a month that follows.
pub(super) fn month_comes(text: &str) -> bool {
    comes(text, |text| month(text).is_some())
}

/// Whether the number before `text` is an hour of a part of the day that follows. `letters`: one letter is enough.
pub(super) fn day_part_comes(text: &str, letters: bool) -> bool {
    comes(text, |text| day_part(text, letters).is_some())
}

/// What stands behind an hour without a colon.
pub(super) struct BehindHour<'t> {
    /// Whether it makes the number before an hour.
    pub(super) is_hour: bool,
    pub(super) minute: Option<u32>,
    /// Whether those can be no other number.
    pub(super) is_sure: bool,
    pub(super) rest: &'t str,
}

/// `11h38`, `11 h`, `14 heures`, «14س30», «14 و30 دقيقة».
pub(super) fn behind_hour(text: &str) -> BehindHour<'_> {
    // «12 الساعة 10:30»: of the number behind it.
    let is_before_hour = split_word(text.trim_start_matches(' ')).0 == "الساعه";
    let (signed, after) = match is_before_hour {
        true => (false, text),
        false => strip_one(text, &HOURS),
    };
    let (joined, minutes) = strip_one(after, &JOINTS_OF_MINUTES);
    let (digits, behind) = split_digits(minutes.trim_start_matches(' '));
    let (counted, rest) = strip_one(behind, &MINUTES);
    let is_glued = signed && after.starts_with(digits);
    let is_date = month_comes(behind)
        || (behind.starts_with(['/', '-', '.', ':']) && !split_digits(&behind[1..]).0.is_empty());
    let are_minutes = match digits.len() {
        1 => counted && (signed || joined),
        2 => is_glued || !is_date && (signed || joined),
        _ => false,
    };
    BehindHour {
        is_hour: signed || (joined && counted && are_minutes),
        minute: digits.parse().ok().filter(|_| are_minutes),
        is_sure: are_minutes,
        rest: if are_minutes { rest } else { after },
    }
}

/// Month and day behind the year of a date in digits, `2024-09-05` or `2024 / 9 / 5`, and what follows.
pub(super) fn behind_year(text: &str) -> Option<(u32, u32, &str)> {
    let (joint, month, rest) = joined(text)?;
    let (other, day, rest) = joined(rest)?;
    (joint == other && !rest.starts_with(':')).then_some((month, day, rest))
}

/// The mark and the number of one or two digits that come next, and what follows.
fn joined(text: &str) -> Option<(char, u32, &str)> {
    let text = text.trim_start_matches(' ');
    let joint = text.chars().next().filter(|c| "-/.".contains(*c))?;
    let (digits, rest) = split_digits(text[1..].trim_start_matches(' '));
    let value = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    Some((joint, value, rest))
}

/// Whether the next word is one of these, and what follows it, or all.
fn strip_one<'t>(text: &'t str, names: &[&str]) -> (bool, &'t str) {
    let (word, after) = split_word(text.trim_start_matches(' '));
    let is_one = is_among(word, names);
    (is_one, if is_one { after } else { text })
}

/// Splits folded text behind the digits that it begins with.
pub(super) fn split_digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit());
    text.split_at(end.unwrap_or(text.len()))
}
