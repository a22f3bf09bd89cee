//! Reading time (ARABIC.md 23).

use crate::language::is_letter;

/// Words a minute in Arabic script, and otherwise.
const SPEED_ARABIC: u32 = 150;
const SPEED_OTHER: u32 = 230;

/// Words of a text. A word is a whitespace-separated token with a letter in it.
pub fn count_words(text: &str) -> u32 {
    let words = text
        .split_whitespace()
        .filter(|token| token.chars().any(is_letter))
        .count();
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// Minutes to read `words`, rounded to the nearest, at least 1.
pub fn reading_minutes(words: u32, arabic_script: bool) -> u32 {
    let speed = if arabic_script {
        SPEED_ARABIC
    } else {
        SPEED_OTHER
    };
    (words.saturating_add(speed / 2) / speed).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_token_with_a_letter() {
        // ARABIC.md 23
        for (text, words) in [
            ("", 0),
            ("ذهب الولد إلى المدرسة.", 4),
            ("ذَهَبَ الوَلَدُ", 2),
            ("كتـــاب جميل", 2),
            ("ـــ — 2024 ٢٠٢٤ ۲۰۲۴ 50% … 👍 *", 0),
            ("+212 5 37 00 00 00", 0),
            ("iPhone 15 هو الهاتف", 3),
            ("می‌خواهم", 1),
            ("«الحياة» (مجلة)", 2),
            ("سطر\nسطر\u{a0}سطر", 3),
        ] {
            assert_eq!(count_words(text), words, "{text}");
        }
    }

    #[test]
    fn minutes_are_rounded_and_at_least_one() {
        // ARABIC.md 23
        for (words, minutes) in [(0, 1), (74, 1), (224, 1), (225, 2), (450, 3), (1650, 11)] {
            assert_eq!(reading_minutes(words, true), minutes, "{words}");
        }
        for (words, minutes) in [(344, 1), (345, 2), (2300, 10)] {
            assert_eq!(reading_minutes(words, false), minutes, "{words}");
        }
        assert!(reading_minutes(u32::MAX, true) > 1);
    }
}
