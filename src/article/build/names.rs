//! Names of people as sources write them: without the words of a byline, which the view says itself, and without what
//! is no name.

use super::opening::{is_date, is_mark, letter};
use crate::article::Stamp;

/// Words of a byline that stand right before a name.
#[rustfmt::skip]
const BEFORE_A_NAME: &[&str] = &[
    "by", "written by", "reported by", "posted by", "published by", "words by", "story by", "text by", "par",
    "écrit par", "publié par", "posté par", "rédigé par", "propos recueillis par", "por", "escrito por",
    "publicado por", "redactado por", "بقلم", "نشر بواسطة", "كتب بواسطة", "بواسطة", "نوشته‌ی", "نوشته", "نویسنده",
    "به قلم", "توسط", "نوشته شده توسط", "از قلم", "מאת", "נכתב על ידי", "נכתב עי", "פורסם על ידי",
];
/// The same before a few words only, and in these letters only: they begin other names («تحرير» is one).
const BEFORE_FEW_WORDS: &[&str] = &["از", "تحریر", "إعداد", "اعداد"];
/// What stands behind those where they tell of more than one work, and no name follows yet.
#[rustfmt::skip]
const AND_MORE: &[&str] = &[
    "و", "وتقديم", "وإخراج", "وترجمة", "وتصوير", "وإشراف", "وتحرير", "وتنسيق", "وحوار", "ومونتاج", "وتعليق", "وتنفيذ",
];
/// «Guest writer» is what a site calls someone.
const WRITER: &str = "نویسنده";
const GUESTS: &[&str] = &["مهمان", "میهمان"];
/// How many words are few.
const FEW_WORDS: usize = 3;
/// Words that are part of a byline only where a colon or a stroke parts them from the name: alone they begin names of
/// houses and series.
#[rustfmt::skip]
const BEFORE_A_COLON: &[&str] = &[
    "author", "auteur", "autrice", "autor", "autora", "text", "texte", "texto", "كتب", "كتبه", "كتبها", "كتبت",
    "كتبته", "كتابة", "الكاتب", "الكاتبة", "إعداد", "تحرير", "تقرير", "أعده", "أعدها", "أعدته",
    "حاوره", "حاورته", "از", "گزارش", "خبرنگار", "رپورٹ", "مصنف", "כתב", "כתבה",
];
/// What stands between such a word and the name.
const COLONS: &[char] = &[':', '：', '/', '|'];
/// The same behind a word of other letters than Latin ones, which names have in them.
const DASHES: &[char] = &['-', '–', 'ـ'];

/// What programs write where there is no name.
const NOTHING: &[&str] = &["null", "undefined", "none", "[object object]"];
/// What stands around a name and is none of it.
const AROUND: &[char] = &[',', ';', '،', '؛', ':', '|', '/', '-', '–', '—', '·', '•'];

/// A name as it is shown: without the byline's words, and without addresses, which people did not mean to be read.
/// Empty if no name is left.
pub(super) fn person(written: &str) -> String {
    let is_address = |word: &&str| {
        let mail = word
            .find('@')
            .is_some_and(|at| at > 0 && word[at..].contains('.'));
        mail || word.contains("://") || word.starts_with("www.")
    };
    let written = written.replace('<', " <");
    let words: Vec<_> = written.split_ascii_whitespace().collect();
    let kept = words.iter().copied().filter(|word| !is_address(word));
    let kept: Vec<_> = kept.collect();
    let text = kept.join(" ");
    let is_around = |c: char| AROUND.contains(&c) || c.is_whitespace();
    let mut name = without_byline(&text).trim_matches(is_around);
    // A byline of one line has its date behind the name.
    let mut strokes = name.match_indices(['|', '•', '·']);
    let date = strokes.find(|(at, stroke)| is_when(&name[at + stroke.len()..]));
    if let Some((at, _)) = date {
        name = name[..at].trim_end_matches(is_around);
    }
    // «jane@x.example (Jane)», as feeds have it.
    if kept.len() < words.len() {
        let inside = name
            .strip_prefix('(')
            .and_then(|name| name.strip_suffix(')'));
        name = inside.unwrap_or(name);
    }
    match NOTHING
        .iter()
        .any(|nothing| name.eq_ignore_ascii_case(nothing))
    {
        true => String::new(),
        false => name.to_owned(),
    }
}

/// Whether what stands behind a name is a date or a year.
fn is_when(text: &str) -> bool {
    let text = text.trim_matches(|c: char| AROUND.contains(&c) || c.is_whitespace());
    let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let is_year = is_year && text.bytes().all(|byte| byte.is_ascii_digit());
    is_year || is_date(text) || Stamp::parse(text).is_some()
}

/// A name without the byline's words before it: «بقلم: ليلى» → «ليلى».
pub(super) fn without_byline(written: &str) -> &str {
    let mut name = trimmed(written);
    while let Some(rest) = after_word(name) {
        name = trimmed(rest);
    }
    name
}

fn after_word(name: &str) -> Option<&str> {
    let after_colon = |word: &&str| {
        let rest = trimmed(after(name, word)?);
        rest.strip_prefix(COLONS)
            .or_else(|| rest.strip_prefix(DASHES).filter(|_| !word.is_ascii()))
    };
    let mut words = BEFORE_A_NAME.iter().chain(BEFORE_A_COLON);
    if let Some(rest) = words.find_map(after_colon) {
        return Some(rest);
    }
    let begins_word = |rest: &&str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let mut alone = BEFORE_A_NAME.iter().filter_map(|word| {
        let rest = after(name, word)?;
        (*word != WRITER || !GUESTS.contains(&rest.trim())).then_some(rest)
    });
    let few = |rest: &&str| {
        let words = rest.split_whitespace();
        // «از … تا …» says from where to where.
        begins_word(rest)
            && (1..=FEW_WORDS).contains(&words.clone().count())
            && words.clone().all(|word| word != "تا")
            && words.clone().next().is_some_and(|word| {
                // «إعداد القادة» is a thing that one does.
                !AND_MORE.contains(&word) && !word.starts_with("ال")
            })
    };
    alone.find(begins_word).or_else(|| {
        let mut alone = BEFORE_FEW_WORDS.iter();
        alone.find_map(|word| name.strip_prefix(word).filter(few))
    })
}

/// What stands behind a word, whatever its marks, its length on the line and its case.
fn after<'a>(name: &'a str, word: &str) -> Option<&'a str> {
    let same = |c: char| letter(c).unwrap_or(if c.is_whitespace() { ' ' } else { c });
    let (mut rest, mut before) = (name, ' ');
    for wanted in word.chars() {
        // «Pär» is not «par», in one character or in two.
        let is_accent = |c: char| matches!(c, '\u{300}'..='\u{36f}') && before.is_ascii();
        let is_passed =
            |c: char| (is_mark(c) && !is_accent(c)) || matches!(c, 'ـ' | '"' | '״' | '”');
        let mut chars = rest.chars();
        let next = chars.find(|c| !is_passed(*c))?;
        let is_other = wanted.is_ascii_alphabetic() && !next.is_ascii();
        if is_other || same(next) != same(wanted) {
            return None;
        }
        (rest, before) = (chars.as_str(), wanted);
    }
    Some(rest.trim_start_matches(is_mark))
}

/// Without blanks and marks of direction at its ends.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}'))
}

#[cfg(test)]
mod tests {
    use super::{person, without_byline};

    #[test]
    fn the_bylines_own_words_are_no_part_of_a_name() {
        for (written, name) in [
            ("بقلم: ليلى أمغار", "ليلى أمغار"),
            ("بقلم ليلى", "ليلى"),
            ("بقلم/ ليلى", "ليلى"),
            ("كتب : سعيد", "سعيد"),
            ("\u{200f}كتب:\u{200f} سعيد", "سعيد"),
            ("By: Nora Hale", "Nora Hale"),
            ("BY Nora Hale", "Nora Hale"),
            ("Written by Nora", "Nora"),
            ("Par Élise Roy", "Élise Roy"),
            ("Par\u{a0}: Élise Roy", "Élise Roy"),
            ("Por Inés", "Inés"),
            ("نوشتهٔ مریم", "مریم"),
            ("نوشته مریم", "مریم"),
            ("تحریر: فیض", "فیض"),
            ("מאת דנה", "דנה"),
            ("By By Nora", "Nora"),
            ("كتب- أحمد", "أحمد"),
            ("بقلم – منى", "منى"),
            ("By-Line Media", "By-Line Media"),
            ("بواسطة محمد", "محمد"),
            ("از: رضا", "رضا"),
            ("از کرخه تا راین", "از کرخه تا راین"),
            ("נכתב על ידי: דנה", "דנה"),
            ("By:", ""),
            ("توسط علی رضایی", "علی رضایی"),
            ("از علی رضایی", "علی رضایی"),
            ("نویسنده: علی", "علی"),
            ("تحریر علی احمد", "علی احمد"),
            ("נכתב ע\"י דנה", "דנה"),
            ("נכתב ע״י: דנה", "דנה"),
            ("Écrit par Élise", "Élise"),
            ("E\u{301}crit par Élise", "Élise"),
            ("ÉCRIT PAR : Élise", "Élise"),
            ("Posté par Élise", "Élise"),
            ("Published by Nora", "Nora"),
            ("Words by Nora", "Nora"),
            ("نشر بواسطة سلمى", "سلمى"),
            ("نُشر بواسطة: سلمى", "سلمى"),
            ("بقــلم: سلمى", "سلمى"),
            ("بِقَلَمِ: سلمى", "سلمى"),
            ("بِقَلَمِ سلمى", "سلمى"),
            ("إعداد سلمى", "سلمى"),
            ("إعداد: سلمى", "سلمى"),
        ] {
            assert_eq!(without_byline(written), name, "{written}");
        }
    }

    #[test]
    fn a_name_that_only_begins_like_a_byline_stays_whole() {
        for name in [
            "Byron Paredes",
            "Porfirio Parra",
            "كتب ومؤلفون",
            "كتبخانة",
            "تحرير السلمي",
            "بقلمان",
            "عبد الرحمن بن عبد الله",
            "Textor",
            "B Y. Kim",
            "Pär Lindqvist",
            "Pa\u{308}r Lindqvist",
            "P. A. R. Smith",
            "إعداد القادة في المغرب العربي الكبير",
            "از",
            "إعدادية ابن سينا",
            "توسطی",
            "نویسنده مهمان",
            "إعداد وتقديم محمد",
            "إعداد القادة",
        ] {
            assert_eq!(without_byline(name), name);
        }
    }

    #[test]
    fn what_is_no_name_is_not_shown_as_one() {
        for (written, name) in [
            ("null", ""),
            ("Null", ""),
            ("[object Object]", ""),
            ("jane@x.example", ""),
            ("By jane@x.example", ""),
            ("https://x.example/author/jane", ""),
            ("Jane Doe,", "Jane Doe"),
            ("- Jane Doe -", "Jane Doe"),
            ("Jane Doe <jane@x.example>", "Jane Doe"),
            ("Jane Doe (jane@x.example)", "Jane Doe"),
            ("jane@x.example (Jane Doe)", "Jane Doe"),
            ("By Jane Doe, jane@x.example", "Jane Doe"),
            ("Jane Doe (AFP)", "Jane Doe (AFP)"),
            ("Sam Roy Jr.", "Sam Roy Jr."),
            ("@jane", "@jane"),
            ("By Jane Doe | September 5, 2024", "Jane Doe"),
            ("Jane Doe | AFP", "Jane Doe | AFP"),
            ("Jane Doe<jane@x.example>", "Jane Doe"),
            ("سلمى العلوي،", "سلمى العلوي"),
            ("بقلم | قناة 24", "قناة 24"),
            ("By | Agent 47", "Agent 47"),
            ("| أحمد | 2024", "أحمد"),
            ("الكاتب | محمد 2", "محمد 2"),
            ("Studio • 54", "Studio • 54"),
            ("وكالة · 24 ساعة", "وكالة · 24 ساعة"),
            ("Marcel·la 3", "Marcel·la 3"),
            ("بقلم أحمد | 5 شتنبر 2024", "أحمد"),
            ("نویسنده مهمان", "نویسنده مهمان"),
            ("إعداد وتقديم محمد", "إعداد وتقديم محمد"),
            ("إعداد القادة", "إعداد القادة"),
        ] {
            assert_eq!(person(written), name, "{written}");
        }
    }
}
