//! Names of people as sources write them: without the words of a byline, which the view says itself.

/// Words of a byline that stand right before a name.
#[rustfmt::skip]
const BEFORE_A_NAME: &[&str] = &[
    "by", "written by", "reported by", "posted by", "par", "écrit par", "publié par", "rédigé par", "por", "escrito por",
    "publicado por", "بقلم", "نوشتهٔ", "نوشته‌ی", "نوشته", "به قلم", "از قلم", "بواسطة", "מאת", "נכתב על ידי",
];
/// Words that are part of a byline only where a colon or a stroke parts them from the name: alone they begin names of
/// houses and series.
#[rustfmt::skip]
const BEFORE_A_COLON: &[&str] = &[
    "author", "auteur", "autrice", "autor", "autora", "text", "texte", "texto", "كتب", "كتبه", "كتبها", "كتبت",
    "كتبته", "كتابة", "الكاتب", "الكاتبة", "إعداد", "اعداد", "تحرير", "نویسنده", "از", "گزارش", "تحریر", "مصنف", "כתב",
    "כתבה",
];
/// What stands between such a word and the name.
const COLONS: &[char] = &[':', '：', '/', '|'];
/// The same behind a word of other letters than Latin ones, which names have in them.
const DASHES: &[char] = &['-', '–', 'ـ'];

/// A name without the byline's words before it: «بقلم: ليلى» → «ليلى».
pub(super) fn without_byline(written: &str) -> &str {
    let mut name = trimmed(written);
    while let Some(rest) = after_word(name) {
        name = trimmed(rest);
    }
    name
}

fn after_word(name: &str) -> Option<&str> {
    let after = |word: &&str| {
        let start = name.get(..word.len())?;
        start
            .eq_ignore_ascii_case(word)
            .then(|| &name[word.len()..])
    };
    let after_colon = |word: &&str| {
        let rest = trimmed(after(word)?);
        rest.strip_prefix(COLONS)
            .or_else(|| rest.strip_prefix(DASHES).filter(|_| !word.is_ascii()))
    };
    let mut words = BEFORE_A_NAME.iter().chain(BEFORE_A_COLON);
    if let Some(rest) = words.find_map(after_colon) {
        return Some(rest);
    }
    let mut alone = BEFORE_A_NAME.iter().filter_map(after);
    alone.find(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// Without blanks and marks of direction at its ends.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}'))
}

#[cfg(test)]
mod tests {
    use super::without_byline;

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
        ] {
            assert_eq!(without_byline(name), name);
        }
    }
}
