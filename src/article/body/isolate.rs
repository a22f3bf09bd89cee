//! Phone numbers, groups of digits, e-mail, addresses, handles and names with signs in a right-to-left line keep their own order (ARABIC.md 4):
//! they are set apart in `bdi`; not one code point of the text changes.

mod address;
mod joined;
mod name;
mod number;

use std::mem;
use std::ops::Range;

pub(super) use joined::join;

use super::{Attributes, Element, Node, Tag};
use crate::language::Dir;

/// No number is longer, in bytes.
const LONGEST_NUMBER: usize = 200;
/// What is written together with the next word is no longer, in letters.
const LONGEST_PREFIX: usize = 4;
/// So much before a text says whether a word goes on in it, in bytes: more than the longest prefix.
const LONGEST_WORD_END: usize = 40;

/// Sets apart what has its own order in the texts among `nodes`.
pub(super) fn isolate(nodes: &mut Vec<Node>) {
    let may_be_apart = |node: &Node| matches!(node, Node::Text(text) if may_hold_runs(text));
    if !nodes.iter().any(may_be_apart) {
        return;
    }
    let mut split = Vec::with_capacity(nodes.len() + 2);
    for node in nodes.drain(..) {
        match node {
            Node::Text(text) => {
                let runs = runs_behind(word_end(split.last()), &text);
                split_text(text, &runs, &mut split);
            }
            other => split.push(other),
        }
    }
    *nodes = split;
}

fn split_text(text: String, runs: &[Range<usize>], out: &mut Vec<Node>) {
    let mut end = 0;
    for run in runs {
        if run.start > end {
            out.push(text[end..run.start].into());
        }
        out.push(isolated(vec![text[run.clone()].into()]));
        end = run.end;
    }
    if runs.is_empty() {
        out.push(text.into());
    } else if end < text.len() {
        out.push(text[end..].into());
    }
}

fn isolated(children: Vec<Node>) -> Node {
    let isolated = Element {
        tag: Tag::Bdi,
        attributes: Attributes::running(Dir::Ltr),
        children,
    };
    isolated.into()
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

/// So much of the end of an element in a line as says whether a word goes on behind it. Behind what is set apart begins a
/// text of its own.
fn word_end(node: Option<&Node>) -> &str {
    let mut last = node.filter(|node| !node.is_block() && !node.is(Tag::Bdi));
    while let Some(child) = last.and_then(|node| node.children().last()) {
        if let Node::Text(text) = child {
            let far = text.len().saturating_sub(LONGEST_WORD_END);
            return &text[text.floor_char_boundary(far)..];
        }
        last = Some(child);
    }
    ""
}

/// Where in a text something has its own order, if the text before it in the line ends so.
fn runs_behind(before: &str, text: &str) -> Vec<Range<usize>> {
    if before.is_empty() || text.starts_with(char::is_whitespace) {
        return runs(text, 0);
    }
    let runs = runs(&[before, text].concat(), before.len()).into_iter();
    runs.map(|run| run.start - before.len()..run.end - before.len())
        .collect()
}

/// How much at the start of a text is part of the Latin word or of the number that the text before it ends in
/// (`<b>25</b>-9-2024`). A colon or a stroke parts words, not numbers.
fn going_on(before: &str, text: &str) -> usize {
    let before = before
        .trim_end_matches(|c: char| number::is_in_unit(c) && !c.is_ascii_alphabetic())
        .chars()
        .next_back();
    let Some(mut last) = before.filter(|c| c.is_ascii_alphabetic() || is_digit(*c)) else {
        return 0;
    };
    let ends = |(at, c): &(usize, char)| {
        let behind = &text[at + c.len_utf8()..];
        let is_between_digits =
            number::parts_or_joins(*c) && is_digit(last) && behind.starts_with(is_digit);
        last = *c;
        !is_between_digits && (!is_in_run(*c) || matches!(c, ':' | '/'))
    };
    text.char_indices()
        .find(ends)
        .map_or(text.len(), |(at, _)| at)
}

/// Where in a text something has its own order, from this byte on; what is before it stands in an element of its own.
fn runs(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let (before, behind) = text.split_at(from);
    let (mut at, mut was_number) = (from + going_on(before, behind), false);
    while let Some(skipped) = first_start(&text[at..]) {
        at += skipped;
        let rest = &text[at..];
        // Behind a run begins a text of its own, as when the tree is cleaned again.
        let start = runs.last().map_or(0, |run: &Range<usize>| run.end);
        let before = &text[start..at];
        // «كوفيد-19» is one word, -5 a number below zero.
        let is_apart = stands_apart(before);
        let named = || name::length(rest).filter(|_| is_apart);
        let signed = || number::signed(rest).filter(|_| is_apart);
        let found = address::length(rest).or_else(named).or_else(signed);
        let is_joined = is_apart || before.ends_with(is_hebrew);
        match found.map_or_else(|| number::read(rest), Found::Run) {
            Found::Run(length) => {
                // So does it before one: what was no number with the start of the run may be one without.
                if mem::take(&mut was_number) {
                    let near = at - near_end(before).len();
                    let found = self::runs(&text[near..at], from.saturating_sub(near)).into_iter();
                    runs.extend(found.map(|run| near + run.start..near + run.end));
                }
                runs.push(at..at + length);
                at += length;
                continue;
            }
            Found::Digits(length) => at += length,
            // A sign before what is no number, or a bracket: something may begin right behind it.
            Found::Nothing
                if !rest.starts_with(is_in_run)
                    || (is_joined && rest.starts_with(number::SIGNS)) =>
            {
                at += rest.chars().next().map_or(0, char::len_utf8);
                was_number = true;
                continue;
            }
            Found::Nothing => {}
        }
        // No run begins within a word or an address, nor with a bracket right behind it.
        at += span(&text[at..], is_in_run);
        let is_letter = |c: char| c.is_ascii_alphabetic();
        was_number |= !rest.starts_with(is_letter) || text[at..].starts_with(is_raised);
        at += usize::from(text[at..].starts_with('('));
    }
    runs
}

/// So much of the end of a text as a number may be long, from a space on.
fn near_end(text: &str) -> &str {
    let Some(far) = text.len().checked_sub(LONGEST_NUMBER) else {
        return text;
    };
    let near = &text[text.floor_char_boundary(far)..];
    near.find(char::is_whitespace)
        .map_or("", |space| &near[space..])
}

/// Whether a word of its own begins behind a text: it ends in no word, or in one that is written together with the next:
/// and, so, in, for, as, the; often with a tatweel behind it.
fn stands_apart(before: &str) -> bool {
    let before = before.trim_end_matches('ـ');
    let letters = before.chars().rev().take_while(|c| c.is_alphanumeric());
    let length: usize = letters.take(LONGEST_PREFIX + 1).map(char::len_utf8).sum();
    let word = &before[before.len() - length..];
    let word = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let word = word.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(word);
    matches!(word, "" | "ال" | "ل")
}

/// Hebrew joins its prefixes with a dash to what is no Hebrew.
fn is_hebrew(c: char) -> bool {
    matches!(c, 'א'..='ת')
}

/// Where in a text a word, an address or a number may begin. A colon or a stroke parts what is around it, unless it
/// stands in an address. By bytes, as most characters of prose begin none.
fn first_start(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let may_begin = |at: usize| match bytes[at] {
        b'(' | b'*' => true,
        ascii @ ..0x80 => is_in_run(char::from(ascii)) && !matches!(ascii, b':' | b'/'),
        // What the digits of Arabic and Persian and the minus sign begin with.
        0xd9 | 0xdb => bytes
            .get(at + 1)
            .is_some_and(|next| is_arabic_digit(bytes[at], *next)),
        0xc2 | 0xe2 => text[at..].starts_with(number::SIGNS),
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

/// A superscript or a subscript, a digit or a sign.
fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰'..='⁻' | '₀'..='₉')
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
    use crate::article::body::plain_text;

    fn found(text: &str) -> Vec<&str> {
        let mut nodes = vec![text.into()];
        isolate(&mut nodes);
        assert_eq!(plain_text(&nodes), text);
        let set_apart = nodes.iter().filter(|node| node.is(Tag::Bdi)).count();
        let runs: Vec<_> = runs(text, 0).into_iter().map(|run| &text[run]).collect();
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
    fn no_run_ends_within_a_number_or_an_address() {
        for (text, runs) in [
            (
                "الثمن 3 450,75 درهما أو 3 450 120,5 أو 71 200.4",
                &["3 450,75", "3 450 120,5", "71 200.4"][..],
            ),
            (
                "المساحة ١٢ ٣٤٥٫٦ أو 4 200 000 (3)",
                &["١٢ ٣٤٥٫٦", "4 200 000"],
            ),
            (
                "الرصيد -3 400 أو -۳٬۴۰۰٫۵ أو -3,400.75 أو -3.400.120",
                &["-3 400", "-۳٬۴۰۰٫۵", "-3,400.75", "-3.400.120"],
            ),
            (
                "بين 18°-24° و5°C-9°C و3 000-4 000",
                &["18°-24°", "5°C-9°C", "3 000-4 000"],
            ),
            ("يوم 25–9–2024 بخطة 3–5–2", &["3–5–2"]),
            (
                "موسوعة https://x.ma/wiki/سلا_(مدينة)، (www.x.ma/a_(b))",
                &["https://x.ma/wiki/سلا_(مدينة)", "www.x.ma/a_(b)"],
            ),
            (
                "سائٹ www.x.pk۔ اور https://x.pk/b۔",
                &["www.x.pk", "https://x.pk/b"],
            ),
            ("الهاتف -0537 00 00 00", &["0537 00 00 00"]),
            ("الكلفة 1 200 5-3", &["1 200", "5-3"]),
        ] {
            assert_eq!(found(text), runs, "{text}");
        }
    }

    #[test]
    fn what_a_line_takes_apart_is_found() {
        for (text, runs) in [
            (
                "خطة 4-4-2 أو 4-1-4-1 (3-4-3)",
                &["4-4-2", "4-1-4-1", "3-4-3"][..],
            ),
            ("المرسوم 2-18-512", &["2-18-512"]),
            (
                "للحجز 9200 31415 أو 8004 2718 أو 1744 5566 أو ٩٢٠٠ ٣١٤١٥",
                &["9200 31415", "8004 2718", "1744 5566", "٩٢٠٠ ٣١٤١٥"],
            ),
            (
                "اطلب *121# أو *555*2# أو *#06#.",
                &["*121#", "*555*2#", "*#06#"],
            ),
            (
                "الحرارة -8°C أو 31°C أو 31 °C، بين 20-24°C",
                &["-8°C", "31°C", "31 °C", "20-24°C"],
            ),
            (
                "بقيمة -2px أو ±4 أو ~70 أو ≥18 أو +1500 أو -9km/h أو -6€",
                &["-2px", "±4", "~70", "≥18", "+1500", "-9km/h", "-6€"],
            ),
            (
                "عند 34°02′N 6°50′W أو 34° 2′ 11″ N",
                &["34°02′N", "6°50′W", "34° 2′ 11″ N"],
            ),
            ("نحو 10⁻⁶ متر", &["10⁻⁶"]),
            (
                "إصدار 2.1-beta3 أو 1.4.0+build7، بتقنية 3-D",
                &["2.1-beta3", "1.4.0+build7", "3-D"],
            ),
            (
                "من 09:15–10:45 أو 9:15-10:45 أو 9h-17h",
                &["09:15–10:45", "9:15-10:45", "9h-17h"],
            ),
            (
                "بـC++ ولـ.NET وبـ-7% ولـ+15 وال.NET وبالـF#",
                &["C++", ".NET", "-7%", "+15", ".NET", "F#"],
            ),
            ("ב-C++ ו-.NET ב-5 במאי", &["C++", ".NET"]),
            (
                "بين C/C++ و++C، فصيلته O- أو AB-",
                &["C/C++", "++C", "O-", "AB-"],
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
            "25–9–2024",
            "يوم 05-09-2024",
            "سنة 2024 12345 مشاركا",
            "بين 2023 2024",
            "مواسم 2022 2023 2024",
            "ناقص \u{2212} 5 أو ± 5 أو ≤ 5 أو * 5",
            "سنة 1445هـ-2024م",
            "مروحية كا-52",
            "25° و10² و12px",
            "ברבור-19",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    /// What is set apart in a text behind an element with another.
    fn found_behind(before: &str, text: &str) -> Vec<String> {
        let mut nodes = vec![Element::around(Tag::B, before).into(), text.into()];
        isolate(&mut nodes);
        let plain = plain_text(&nodes);
        assert_eq!(plain, [before, text].concat());
        let once = nodes.clone();
        isolate(&mut nodes);
        assert_eq!(nodes, once);
        let apart = nodes.iter().filter(|node| node.is(Tag::Bdi));
        apart.map(|node| plain_text(node.children())).collect()
    }

    #[test]
    fn a_word_goes_on_behind_an_element() {
        for (before, text) in [
            ("25", "-9-2024"),
            ("25", "–9–2024"),
            ("٢٥", "-٩-٢٠٢٤ ثم"),
            ("3", "-"),
            ("10", "~20"),
            ("10", "≈20-30"),
            ("10%", "-15% من"),
            ("14", ":07-15:30"),
            ("3", ",450 120"),
            ("كوفيد", "-19"),
            ("نص", "-5 أو"),
            ("A", ".NET"),
            ("info", "@x.ma"),
        ] {
            assert_eq!(found_behind(before, text), [""; 0], "{before}|{text}");
        }
        for (before, text, apart) in [
            ("25", "-9-2024 و-5 أو www.x.ma", &["-5", "www.x.ma"][..]),
            ("25", " -9", &["-9"]),
            ("نحو", " -9", &["-9"]),
            ("و", "-5", &["-5"]),
            ("بـ", "C++", &["C++"]),
            ("ב", "-C++", &["C++"]),
            ("(", "-5)", &["-5"]),
            ("الهاتف", ":+212 5 37 00 00 00", &["+212 5 37 00 00 00"]),
            ("Tel", ":+212 5 37 00 00 00", &["+212 5 37 00 00 00"]),
            ("Fax", "/0537 00 00 01", &["0537 00 00 01"]),
            ("البريد", ":info@x.ma", &["info@x.ma"]),
            ("وسم ", "#Morocco", &["#Morocco"]),
        ] {
            assert_eq!(found_behind(before, text), apart, "{before}|{text}");
        }
        // Of more than one element, and of one within another.
        let inner = Element::around(Tag::I, "25");
        let mut nodes = vec![Element::around(Tag::A, inner).into(), "-9-2024".into()];
        isolate(&mut nodes);
        assert_eq!(nodes.len(), 2);
        // A line of its own is no word before it.
        let mut nodes = vec![Element::around(Tag::P, "25").into(), "-9".into()];
        isolate(&mut nodes);
        assert!(nodes[1].is(Tag::Bdi));
    }

    /// Each sign was once read together with all behind it: this took minutes.
    #[test]
    fn many_signs_are_read_once() {
        for sign in [
            "-",
            "+",
            "~",
            "\u{2212}",
            "(",
            "*",
            "#",
            "@",
            ".",
            "-+",
            "+(",
            "- ",
            "1-",
            "-1 ",
            "(1",
            "AB-",
            "1\u{2212}",
            "aaaaaaaa/(b)",
        ] {
            let signs = sign.repeat(80_000 / sign.len());
            let _runs = found(&format!("نص 1 {signs} 2"));
            let _runs = found_behind("1", &signs);
        }
    }
}
