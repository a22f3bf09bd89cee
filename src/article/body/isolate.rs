//! Phone numbers, e-mail, addresses and handles in a right-to-left line keep their own order (ARABIC.md 4):
//! they are set apart in `bdi`; not one code point of the text changes.

use super::{Attr, Element, Node, Tag};
use crate::locale::template::{cut, position};

/// Adds a text to `out`, in parts where something in it has its own order.
pub(super) fn split(text: &str, out: &mut Vec<Node>) {
    let mut done = 0;
    while done < text.len() {
        let (start, end) = next(text, done).unwrap_or((text.len(), text.len()));
        for (isolated, part) in [(false, text.get(done..start)), (true, text.get(start..end))] {
            let Some(part) = part.filter(|part| !part.is_empty()) else {
                continue;
            };
            let node = Node::Text(part.into());
            out.push(match isolated {
                true => Element::around(Tag::Bdi, vec![Attr::new("dir", "ltr")], node),
                false => node,
            });
        }
        done = end;
    }
}

/// The first run from byte `from` on (the start, or where a run ended) that must keep its own order.
fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    let mut inside = false;
    while let Some(c) = text.get(at..)?.chars().next() {
        let rest = text.get(at..)?;
        let mut step = c.len_utf8();
        if !inside {
            let length = token(rest);
            if length > 0 {
                return Some((at, at + length));
            }
            let (length, isolated) = number(rest);
            if isolated {
                return Some((at, at + length));
            }
            step = step.max(length);
        }
        at += step;
        // Within a word or an address no run can begin.
        inside = text.get(..at)?.chars().next_back().is_some_and(continues);
    }
    None
}

/// What stands within addresses and the like besides letters and digits.
const IN_RUN: &str = "@._-+/#&=%:?~";

fn in_run(c: char) -> bool {
    c.is_ascii_alphanumeric() || IN_RUN.contains(c)
}

fn continues(c: char) -> bool {
    in_run(c) || is_digit(c)
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// How far the digits at the start of a text go, and whether they are a phone number, or one whose groups of three
/// digits are parted by spaces, as large numbers are.
fn number(text: &str) -> (usize, bool) {
    let (mut signs, mut group, mut groups, mut digits, mut gap) = (0, 0, 0, 0, 0);
    let (mut thousands, mut spaced, mut first, mut end) = (true, true, 0, 0);
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        if is_digit(c) {
            group += 1;
            continue;
        }
        if group > 0 {
            // Digits that a word or an address goes on with are part of that.
            if c.is_ascii_alphanumeric() || c == '@' {
                break;
            }
            thousands &= match groups {
                0 => group <= 3,
                _ => spaced && group == 3,
            };
            end = at;
            groups += 1;
            digits += group;
            if groups == 1 {
                first = at;
            }
            (group, gap, spaced) = (0, 0, true);
        }
        if groups == 0 {
            if c != '+' && c != '(' {
                break;
            }
            signs += 1;
        } else {
            gap += 1;
            spaced &= c == ' ' && gap == 1;
            if gap > 2 || !matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')') {
                break;
            }
        }
    }
    if signs > 2 {
        return (0, false);
    }
    let dialled = text.starts_with(['+', '(', '0', '٠', '۰']);
    let phone = dialled && (7..=15).contains(&digits) && (groups > 1 || text.starts_with('+'));
    let isolated = phone || (thousands && groups > 2 && signs == 0);
    (if isolated || dialled { end } else { first }, isolated)
}

/// The length of an address, e-mail address, host name, handle or hashtag; 0 if there is none.
fn token(text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '@' || c == '#') {
        return 0;
    }
    let (scheme, after) = cut(text, ":");
    let www = text
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let address = www || (after.starts_with("//") && position("http https ftp", scheme).is_some());
    // Short of an address, a run ends where another may begin: none is read twice.
    let ends = |c: char| match address {
        true => c.is_whitespace() || "<>\"'«»“”‘’()[]{}،؛؟".contains(c),
        false => !in_run(c),
    };
    let run = cut_at(text, ends);
    let run = run.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '/' && c != '_');
    let word = |c: char| c.is_ascii_alphanumeric() || "_.-+%".contains(c);
    let (user, host) = cut(run, "@");
    let is = if address {
        run.len() > 8
    } else if run.starts_with(['@', '#']) {
        let body = run.get(1..).unwrap_or_default();
        cut_at(body, |c| !word(c)).len() == body.len()
            && body.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
    } else if user.len() < run.len() {
        cut_at(user, |c| !word(c)).len() == user.len() && is_host(host)
    } else {
        is_host(cut(run, "/?#:").0)
    };
    if is { run.len() } else { 0 }
}

/// The start of a text, up to a character.
fn cut_at(text: &str, ends: impl Fn(char) -> bool) -> &str {
    let end = text
        .char_indices()
        .find(|(_, c)| ends(*c))
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// Whether it is a host name: labels, the last of letters only and at least two of them.
fn is_host(text: &str) -> bool {
    let (mut label, mut letters, mut before) = (0, 0, 0);
    let mut dots = 0;
    for byte in text.bytes() {
        match byte {
            b'.' if label > 0 => {
                before += letters;
                dots += 1;
                (label, letters) = (0, 0);
            }
            b'-' | b'0'..=b'9' => label += 1,
            b'a'..=b'z' | b'A'..=b'Z' => {
                label += 1;
                letters += 1;
            }
            _ => return false,
        }
    }
    dots > 0 && label > 1 && letters == label && before > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let (mut all, mut from) = (Vec::new(), 0);
        while let Some((start, end)) = next(text, from) {
            all.push(&text[start..end]);
            from = end;
        }
        all
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
        ] {
            assert_eq!(found(text), runs, "{text}");
        }
    }

    #[test]
    fn what_reads_right_anyway_is_left_alone() {
        for text in [
            "فاز 2-1",
            "(الصفحة 3-5)",
            "بين 1990-2000",
            "في 2024-09-05",
            "12%",
            "4.500.000 درهم",
            "198,5",
            "سنة 2024 12 لاعبا",
            "iPhone 15 Pro",
            "A2",
            "الساعة 14:07",
            "3.5",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
