//! Phone numbers, groups of digits, e-mail, addresses, handles and names with signs in a right-to-left line keep their own order (ARABIC.md 4):
//! they are set apart in `bdi`; not one code point of the text changes.

mod address;
mod name;
mod number;

use std::ops::Range;

use super::{Attributes, Element, Node, Tag};
use crate::language::Dir;

/// Sets apart what has its own order in the texts among `nodes`.
pub(super) fn isolate(nodes: &mut Vec<Node>) {
    let may_be_apart = |node: &Node| matches!(node, Node::Text(text) if may_hold_runs(text));
    if !nodes.iter().any(may_be_apart) {
        return;
    }
    let mut split = Vec::with_capacity(nodes.len() + 2);
    for node in nodes.drain(..) {
        match node {
            Node::Text(text) => split_text(text, &mut split),
            other => split.push(other),
        }
    }
    *nodes = split;
}

fn split_text(text: String, out: &mut Vec<Node>) {
    let runs = runs(&text);
    let mut end = 0;
    for run in &runs {
        if run.start > end {
            out.push(text[end..run.start].into());
        }
        let isolated = Element {
            attributes: Attributes::running(Dir::Ltr),
            ..Element::around(Tag::Bdi, &text[run.clone()])
        };
        out.push(isolated.into());
        end = run.end;
    }
    if runs.is_empty() {
        out.push(text.into());
    } else if end < text.len() {
        out.push(text[end..].into());
    }
}

/// Whether there is a character that every run has one of; prose in Arabic letters is looked at no closer.
fn may_hold_runs(text: &str) -> bool {
    let is_of_run = |byte: u8, next: u8| {
        let is_letter = (byte | 0x20).wrapping_sub(b'a') < 26;
        let is_digit = byte.wrapping_sub(b'0') < 10;
        is_letter | is_digit | (byte == b'_') | is_arabic_digit(byte, next)
    };
    let bytes = text.as_bytes();
    // All of them, not only to the first: so many are looked at in one step.
    let any = bytes
        .windows(2)
        .fold(false, |any, pair| any | is_of_run(pair[0], pair[1]));
    any || bytes.last().is_some_and(|last| is_of_run(*last, 0))
}

/// Where in a text something has its own order.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(skipped) = first_start(&text[at..]) {
        at += skipped;
        let rest = &text[at..];
        // «كوفيد-19» is one word, -5 a number below zero.
        // Behind a run begins a text of its own, as when the tree is cleaned again.
        let before = &text[runs.last().map_or(0, |run: &Range<usize>| run.end)..at];
        let before = before.strip_suffix(PREFIXES).unwrap_or(before);
        let is_apart = !before.ends_with(char::is_alphanumeric);
        let named = || name::length(rest).filter(|_| is_apart);
        let signed = || number::signed(rest).filter(|_| is_apart);
        let found = address::length(rest).or_else(named).or_else(signed);
        match found.map_or_else(|| number::read(rest), Found::Run) {
            Found::Run(length) => {
                runs.push(at..at + length);
                at += length;
                continue;
            }
            Found::Digits(length) => at += length,
            Found::Nothing if rest.starts_with('(') => {
                at += 1;
                continue;
            }
            Found::Nothing => {}
        }
        // No run begins within a word or an address, nor with a bracket right behind it.
        at += span(&text[at..], is_in_run);
        at += usize::from(text[at..].starts_with('('));
    }
    runs
}

/// Words of one letter that are written together with the next: and, in, for, as, so.
const PREFIXES: [char; 5] = ['و', 'ب', 'ل', 'ك', 'ف'];

/// Where in a text a word, an address or a number may begin. A colon or a stroke parts what is around it, unless it
/// stands in an address. By bytes, as most characters of prose begin none.
fn first_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let may_begin = |at: usize| match bytes[at] {
        b'(' => true,
        ascii @ ..0x80 => is_in_run(char::from(ascii)) && !matches!(ascii, b':' | b'/'),
        // What the digits of Arabic and Persian and the minus sign begin with.
        0xd9 | 0xdb => bytes
            .get(at + 1)
            .is_some_and(|next| is_arabic_digit(bytes[at], *next)),
        0xe2 => text[at..].starts_with('\u{2212}'),
        _ => false,
    };
    (0..bytes.len()).find(|at| may_begin(*at))
}

/// Whether two bytes are a digit of Arabic or of Persian. Without a branch: in prose nobody foretells their first bytes.
fn is_arabic_digit(byte: u8, next: u8) -> bool {
    (byte == 0xd9) & (next.wrapping_sub(0xa0) < 10)
        | (byte == 0xdb) & (next.wrapping_sub(0xb0) < 10)
}

/// What stands at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// Something with its own order, of this length.
    Run(usize),
    /// Digits of this length that read right anyway.
    Digits(usize),
    Nothing,
}

/// A digit, ASCII or Arabic.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// What stands in names.
fn is_in_name(c: char) -> bool {
    c.is_ascii_alphabetic() || is_digit(c) || matches!(c, '.' | '_' | '-' | '+' | '%')
}

/// What stands in addresses without a scheme.
fn is_in_run(c: char) -> bool {
    is_in_name(c) || matches!(c, '@' | '/' | '#' | '&' | '=' | ':' | '?' | '~')
}

/// How long the start of a text is that is made of such characters.
fn span(text: &str, is_of: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_of(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut nodes = vec![text.into()];
        isolate(&mut nodes);
        assert_eq!(crate::article::body::plain_text(&nodes), text);
        let set_apart = nodes.iter().filter(|node| node.is(Tag::Bdi)).count();
        let runs: Vec<_> = runs(text).into_iter().map(|run| &text[run]).collect();
        assert_eq!(set_apart, runs.len());
        runs
    }

    #[test]
    fn arabic_4_what_has_its_own_order_is_found() {
        for (text, runs) in [
            (
                "للاتصال: +212 5 37 00 00 00 أو 05.37-00 00 00.",
                &["+212 5 37 00 00 00", "05.37-00 00 00"][..],
            ),
            (
                "راسلونا على info@example.ma، أو عبر (0537) 000-000",
                &["info@example.ma", "(0537) 000-000"],
            ),
            (
                "زوروا https://example.ma/أخبار/؟ أو www.example.ma.",
                &["https://example.ma/أخبار/", "www.example.ma"],
            ),
            (
                "حساب @qari_reader ووسم #Morocco و#المغرب",
                &["@qari_reader", "#Morocco"],
            ),
            ("كلفة المشروع 1 200 000 درهم", &["1 200 000"]),
            ("الهاتف ٠٥ ٣٧ ٠٠ ٠٠ ٠٠", &["٠٥ ٣٧ ٠٠ ٠٠ ٠٠"]),
            ("موقع example.ma/ar/ الجديد", &["example.ma/ar/"]),
            (
                "اتصلوا على 1-800-555-0199 أو 71-123-456 أو 22 33 44 55.",
                &["1-800-555-0199", "71-123-456", "22 33 44 55"],
            ),
            (
                "من الخارج +212 (0)5 37-00-00-00 أو 0537",
                &["+212 (0)5 37-00-00-00"],
            ),
            ("الهاتف:+212 5 37 00 00 00", &["+212 5 37 00 00 00"]),
            (
                "البريد:info@x.ma، الموقع:www.x.ma، الفاكس/0537 00 00 01",
                &["info@x.ma", "www.x.ma", "0537 00 00 01"],
            ),
            (
                "الرقم 800 124 1234 أو 9200 24 255 أو ٨٠٠ ١٢٤ ١٢٣٤",
                &["800 124 1234", "9200 24 255", "٨٠٠ ١٢٤ ١٢٣٤"],
            ),
            (
                "البطاقة 4444 3333 2222 1111 أو 4444-3333-2222-1111",
                &["4444 3333 2222 1111", "4444-3333-2222-1111"],
            ),
            ("ردمك 978-9954-1-2345-6", &["978-9954-1-2345-6"]),
            (
                "الحساب MA64 0112 3400 0000 1234 5678 90.",
                &["MA64 0112 3400 0000 1234 5678 90"],
            ),
            ("فاز 3-1 ثم تعادل ٢–٢", &["3-1", "٢–٢"]),
            (
                "فاز (2-1) بعد 3-1 (2-0)، ثم 6-4 7-6",
                &["2-1", "3-1", "2-0", "6-4", "7-6"],
            ),
            (
                "طه حسين (1889-1973)، هاتف (+212 537 00 00 00)",
                &["1889-1973", "+212 537 00 00 00"],
            ),
            (
                "(1 200 000) و(0537-00-00-00) و(0537) 000-000",
                &["1 200 000", "0537-00-00-00", "(0537) 000-000"],
            ),
            (
                "في 90+3، بين 3.5-4.2 و10%-15%، بفارق (+3)",
                &["90+3", "3.5-4.2", "10%-15%", "+3"],
            ),
            ("(الصفحة 3-5) بين 1990-2000", &["3-5", "1990-2000"]),
            (
                "بلغت -5 أو \u{2212}7.5° أو +3% أو (-٢٫٥)",
                &["-5", "\u{2212}7.5°", "+3%", "-٢٫٥"],
            ),
            (
                "كلفة 10\u{a0}000 درهم و250 000 دولار",
                &["10\u{a0}000", "250 000"],
            ),
            (
                "لغات C++ وC# و.NET، ومنصة Disney+",
                &["C++", "C#", ".NET", "Disney+"],
            ),
            (
                "الرابط:https://x.ma:80/a:@b/+212 تويتر:@qari",
                &["https://x.ma:80/a:@b/+212", "@qari"],
            ),
        ] {
            assert_eq!(found(text), runs, "{text}");
        }
    }

    #[test]
    fn what_reads_right_anyway_is_left_alone() {
        for text in [
            "كوفيد-19 وطراز إف-16",
            "النتيجة 2 - 1",
            "-embed-card",
            "في 2024-09-05",
            "سنة 2024 - 12 لاعبا",
            "12%",
            "4.500.000 درهم",
            "198,5",
            "سنة 2024 12 لاعبا",
            "يوم 25-9-2024",
            "مواسم 2020-2021-2022",
            "22 33 44",
            "iPhone 15 Pro",
            "A2",
            "الساعة 14:07",
            "3.5",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
