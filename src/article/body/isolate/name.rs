//! Names that begin or end in signs, which a right-to-left line would put on their other side (C++, .NET), and account
//! numbers (IBAN).

use super::{is_digit, is_raised, span};

/// What the shortest IBAN has behind its first group, in letters and digits.
const FEWEST: usize = 11;
/// No name with signs is longer, in bytes: none is read twice to a far end.
const LONGEST_NAME: usize = 40;
/// No name has more signs before its letters: more are not read, as each of them may begin one.
const MOST_SIGNS: usize = 2;
/// What a name has at its end beside letters.
const SIGNS: [char; 4] = ['+', '#', '⁺', '⁻'];
/// The names that may have a minus sign at their end.
const BLOOD_GROUPS: [&str; 4] = ["A", "B", "O", "AB"];

/// The length of the name with signs, or of the IBAN, at the start of a text.
pub(super) fn length(text: &str) -> Option<usize> {
    iban(text).or_else(|| {
        let is_sign = |c: &char| matches!(c, '.' | '-' | '+');
        let front = text
            .chars()
            .take_while(is_sign)
            .take(MOST_SIGNS + 1)
            .count();
        if front > MOST_SIGNS {
            return None;
        }
        let is_in_name = |c: char| c.is_ascii_alphanumeric() || is_raised(c) || SIGNS.contains(&c);
        let near = &text[..text.floor_char_boundary(front + LONGEST_NAME)];
        let name = front + span(&near[front..], |c| is_in_name(c) || c == '/');
        let is_blood = BLOOD_GROUPS.contains(&&text[..name]);
        let end = name + span(&text[name..], |c| is_blood && matches!(c, '-' | '\u{2212}'));
        let is_name = text[front..].starts_with(|c: char| c.is_ascii_alphabetic());
        let has_signs = front > 0 || end > name || text[..end].ends_with(SIGNS);
        let goes_on = text[end..].starts_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '_' | '-' | '@' | '/' | '&' | '=' | '~' | '%')
        });
        (is_name && has_signs && !goes_on).then_some(end)
    })
}

/// Two letters and two digits, then groups: of four, or as the bank of its country has them.
fn iban(text: &str) -> Option<usize> {
    let first = text.get(..4)?.as_bytes();
    let [a, b, c, d] = first else {
        return None;
    };
    if !([a, b].iter().all(|c| c.is_ascii_uppercase()) && [c, d].iter().all(|c| c.is_ascii_digit()))
    {
        return None;
    }
    let (mut end, mut signs) = (first.len(), 0);
    loop {
        let behind = &text[end..];
        let gap = behind
            .chars()
            .next()
            .filter(|c| matches!(c, ' ' | '\u{a0}'));
        let start = end + gap.map_or(0, char::len_utf8);
        let length = span(&text[start..], |c| {
            c.is_ascii_uppercase() || c.is_ascii_digit()
        });
        // A bank may have letters, right behind the first group; later ones are a word's.
        let has_digit = text[start..start + length].contains(is_digit);
        if gap.is_none() || !(has_digit || (signs == 0 && length == 4)) {
            break;
        }
        end = start + length;
        signs += length;
        if length < 4 && signs >= FEWEST {
            break;
        }
    }
    (signs >= FEWEST).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_signs_and_accounts_are_whole() {
        for (text, found) in [
            ("C++ لغة", Some("C++")),
            ("C#،", Some("C#")),
            ("Disney+.", Some("Disney+")),
            (".NET منصة", Some(".NET")),
            ("--help", Some("--help")),
            (
                "MA64 0112 3400 0000 1234 5678 90 لحساب",
                Some("MA64 0112 3400 0000 1234 5678 90"),
            ),
            (
                "MA64 011 519 0000012050005342 89 BANK",
                Some("MA64 011 519 0000012050005342 89"),
            ),
            (
                "GB29 NWBK 6016 1331 9268 19 HSBC",
                Some("GB29 NWBK 6016 1331 9268 19"),
            ),
            ("AB12 2024 2025 في", None),
            ("C/C++ لغتان", Some("C/C++")),
            ("++C،", Some("++C")),
            ("O- أو", Some("O-")),
            ("AB\u{2212}", Some("AB\u{2212}")),
            ("B-،", Some("B-")),
            ("A+", Some("A+")),
            ("Ca²⁺ ثم", Some("Ca²⁺")),
            ("SO₄²⁻", Some("SO₄²⁻")),
            ("A-B", None),
            ("BA-", None),
            ("C-", None),
            ("C/C", None),
            ("m²", None),
            ("C", None),
            ("C++11", None),
            ("iPhone 15", None),
            ("...NET", None),
            (".5", None),
            ("MA64 0112", None),
            ("+5", None),
        ] {
            assert_eq!(length(text).map(|end| &text[..end]), found, "{text}");
        }
    }
}
