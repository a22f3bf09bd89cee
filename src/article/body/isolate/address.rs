//! Addresses, e-mail addresses, host names, handles and hashtags.

use super::{is_digit, is_in_name, is_in_run, span};

/// How an address starts that says that it is one.
const STARTS: &[&str] = &["https://", "http://", "ftp://", "www."];
/// No address that says that it is one is shorter, in characters.
const SHORTEST: usize = 8;
/// No path has more brackets, and none is read again from each of them to its far end.
const MOST_BRACKETS: usize = 16;

/// The length of the address, e-mail address, host name, handle or hashtag at the start of a text.
pub(super) fn length(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if !first.is_ascii_alphabetic() && !is_digit(first) && !matches!(first, '@' | '#') {
        return None;
    }
    let says_so = STARTS.iter().any(|start| starts_with(text, start));
    // Short of such an address, a run ends where another may begin: none is read twice.
    let is_in_address = if says_so { is_in_any } else { is_in_run };
    let end = end(text, is_in_address);
    // The stop behind it is the sentence's.
    let text = text[..end]
        .trim_end_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '/' | '_' | ')'));
    let is_one = match first {
        _ if says_so => text.chars().nth(SHORTEST - 1).is_some(),
        '@' | '#' => is_handle(text),
        _ => match text.split_once('@') {
            Some((user, host)) => user.chars().all(is_in_name) && is_host(host),
            None => is_host(text.split(['/', '?', '#', ':']).next().unwrap_or_default()),
        },
    };
    is_one.then_some(text.len())
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|found| found.eq_ignore_ascii_case(start))
}

/// Where an address of such characters ends. Brackets in its path are its own if they close in it (`a_(b)`).
fn end(text: &str, is_in_address: fn(char) -> bool) -> usize {
    let mut end = 0;
    for _ in 0..MOST_BRACKETS {
        end += span(&text[end..], is_in_address);
        let has_path = text
            .get(SHORTEST..end)
            .is_some_and(|path| path.contains('/'));
        let Some(inner) = text[end..].strip_prefix('(').filter(|_| has_path) else {
            return end;
        };
        let length = span(inner, is_in_address);
        if length == 0 || !inner[length..].starts_with(')') {
            return end;
        }
        end += length + 2;
    }
    end
}

/// What stands in an address that says that it is one.
fn is_in_any(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(
            c,
            '<' | '>' | '"' | '\'' | '(' | ')' | '[' | ']' | '{' | '}'
        )
        && !matches!(c, '«' | '»' | '‘'..='”' | '…' | '،' | '؛' | '؟' | '۔')
}

/// `@user`, `#tag`.
fn is_handle(text: &str) -> bool {
    let name = text.get(1..).unwrap_or_default();
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') && name.chars().all(is_in_name)
}

/// Whether it is a host name: labels, the last of letters only and at least two of them, another with a letter.
fn is_host(text: &str) -> bool {
    let Some((labels, last)) = text.rsplit_once('.') else {
        return false;
    };
    let is_in_label = |c: char| c.is_ascii_alphabetic() || is_digit(c) || matches!(c, '-' | '.');
    last.len() > 1
        && last.chars().all(|c| c.is_ascii_alphabetic())
        && labels.chars().all(is_in_label)
        && labels.chars().any(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_its_start_or_by_its_host() {
        for (text, found) in [
            ("https://example.ma/أخبار/؟", "https://example.ma/أخبار/"),
            ("HTTP://x.ma/a(b) ", "HTTP://x.ma/a(b)"),
            ("https://x.ma/b_(c)/d_(e).", "https://x.ma/b_(c)/d_(e)"),
            (
                "https://x.ma/wiki/مكناس_(مدينة)،",
                "https://x.ma/wiki/مكناس_(مدينة)",
            ),
            (
                "x.example.ma/wiki/Meknes_(city))",
                "x.example.ma/wiki/Meknes_(city)",
            ),
            ("https://x.ma/a(b", "https://x.ma/a"),
            ("https://x.ma/a)", "https://x.ma/a"),
            ("https://x.ma/a()", "https://x.ma/a"),
            ("https://example.ma(b)", "https://example.ma"),
            ("www.example.pk۔ اور", "www.example.pk"),
            ("https://example.pk/b۔", "https://example.pk/b"),
            ("https://example.ma/b…", "https://example.ma/b"),
            ("www.example.ma.", "www.example.ma"),
            ("example.ma/ar/ الجديد", "example.ma/ar/"),
            ("example.ma:80?a", "example.ma:80?a"),
            ("info@example.ma،", "info@example.ma"),
            ("a.b+c%d@x-y.example.ma", "a.b+c%d@x-y.example.ma"),
            ("@qari_reader!", "@qari_reader"),
            ("@_", "@_"),
            ("#Morocco", "#Morocco"),
        ] {
            assert_eq!(length(text).map(|end| &text[..end]), Some(found), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_address() {
        for text in [
            "",
            "www.x.m",
            "http:/",
            "word",
            "3.5",
            "12.30",
            "a.b",
            "1.2.ma",
            "a@b",
            "@",
            "#1",
            "@user/x",
            "#المغرب",
            "a/b.ma",
            "info@",
            "x..",
            "نص.ma",
        ] {
            assert_eq!(length(text), None, "{text}");
        }
    }
}
