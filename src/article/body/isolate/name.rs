//! Names that begin or end in signs, which a right-to-left line would put on their other side (C++, .NET), and account
//! numbers (IBAN).

use super::span;

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

/// Two letters and two digits, then groups of four.
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
    let (mut end, mut whole) = (first.len(), 0);
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
        if gap.is_none() || !(1..=4).contains(&length) {
            break;
        }
        end = start + length;
        if length < 4 {
            break;
        }
        whole += 1;
    }
    (whole >= 2).then_some(end)
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
