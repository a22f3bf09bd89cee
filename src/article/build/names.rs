//! Names of people as sources write them: without the words of a byline, which the view says itself.

/// Words of a byline that stand right before a name.
#[rustfmt::skip]
const BEFORE_A_NAME: &[&str] = &[
    "by", "written by", "reported by", "posted by", "par", "écrit par", "publié par", "rédigé par", "por", "escrito por",
    "publicado por", "بقلم", "نوشتهٔ", "نوشته‌ی", "نوشته", "به قلم", "از قلم", "מאת",
];
/// Words that are part of a byline only where a colon or a stroke parts them from the name: alone they begin names of
/// houses and series.
#[rustfmt::skip]
const BEFORE_A_COLON: &[&str] = &[
    "author", "auteur", "autrice", "autor", "autora", "text", "texte", "texto", "كتب", "كتبه", "كتبها", "كتبت",
    "كتبته", "كتابة", "الكاتب", "الكاتبة", "إعداد", "اعداد", "تحرير", "نویسنده", "گزارش", "تحریر", "مصنف", "כתב",
    "כתבה",
];
/// What stands between such a word and the name.
const COLONS: &[char] = &[':', '：', '/', '|'];

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
    let with_colon = |rest: &'_ str| trimmed(rest).starts_with(COLONS);
    let mut words = BEFORE_A_NAME.iter().chain(BEFORE_A_COLON);
    if let Some(rest) = words
        .by_ref()
        .filter_map(after)
        .find(|rest| with_colon(rest))
    {
        return trimmed(rest).strip_prefix(COLONS);
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
