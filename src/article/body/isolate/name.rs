//! Names that begin or end in signs, which a right-to-left line would put on their other side (C++, .NET), and account
//! numbers (IBAN).

use super::{is_digit, span};

/// What the shortest IBAN has behind its first group, in letters and digits.
const FEWEST: usize = 11;

/// The length of the name with signs, or of the IBAN, at the start of a text.
pub(super) fn length(text: &str) -> Option<usize> {
    iban(text).or_else(|| {
        let front = span(text, |c| matches!(c, '.' | '-'));
        let word = front + span(&text[front..], |c| c.is_ascii_alphanumeric());
        let end = word + span(&text[word..], |c| matches!(c, '+' | '#'));
        let is_name = text[front..].starts_with(|c: char| c.is_ascii_alphabetic());
        let has_signs = matches!(front, 1 | 2) || (front == 0 && end > word);
        let goes_on = text[end..].starts_with(|c: char| {
            c.is_alphanumeric() || matches!(c, '_' | '-' | '@' | '/' | '&' | '=' | '~' | '%')
        });
        (is_name && has_signs && !goes_on).then_some(end)
    })
}

/// Two letters and two digits, then groups: of four, or as the bank of its country has them.
fn iban(text: &str) -> Option<usize> {
    let mut groups = text.split([' ', '\u{a0}']);
    let first = groups.next()?.as_bytes();
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
