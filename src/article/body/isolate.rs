//! Phone numbers, e-mail, addresses and handles in a right-to-left line keep their own order (ARABIC.md 4):
//! they are set apart in `bdi`; not one code point of the text changes.

use super::{Attr, Element, Node, Tag, attributes, direction};
use crate::article::Dir;

/// An inline element and what is in it.
pub(super) fn element(element: &mut Element, around: Option<Dir>) {
    let said = element.attributes.iter().any(attributes::is_dir);
    // What says its own direction is isolated already.
    if said || matches!(element.tag, Tag::Bdi | Tag::Bdo) {
        return;
    }
    texts(&mut element.children, around);
    direction::mark(&mut element.children, around);
}

/// The texts directly among `nodes`.
pub(super) fn texts(nodes: &mut Vec<Node>, around: Option<Dir>) {
    let worth = |node: &Node| matches!(node, Node::Text(text) if next(text, 0).is_some());
    if around == Some(Dir::Ltr) || !nodes.iter().any(worth) {
        return;
    }
    let mut out = Vec::new();
    for node in std::mem::take(nodes) {
        match node {
            Node::Text(text) => split(&text, &mut out),
            other => out.push(other),
        }
    }
    *nodes = out;
}

fn split(text: &str, out: &mut Vec<Node>) {
    let mut push = |range: std::ops::Range<usize>, isolated: bool| {
        let Some(part) = text.get(range).filter(|part| !part.is_empty()) else {
            return;
        };
        let part = Node::Text(part.into());
        out.push(if isolated {
            let mut bdi = Element::new(Tag::Bdi, vec![Attr::Dir(Dir::Ltr)]);
            bdi.children.push(part);
            Node::Element(bdi)
        } else {
            part
        });
    };
    let mut done = 0;
    while let Some((start, end)) = next(text, done) {
        push(done..start, false);
        push(start..end, true);
        done = end;
    }
    push(done..text.len(), false);
}

/// The first run from byte `from` on (the start, or where a run ended) that must keep its own order.
fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    let mut before = None;
    while let Some(c) = text.get(at..)?.chars().next() {
        let mut step = c.len_utf8();
        if !before.is_some_and(continues) {
            let rest = text.get(at..)?;
            if let Some(length) = token(rest) {
                return Some((at, at + length));
            }
            match number(rest) {
                Number::Isolated(length) => return Some((at, at + length)),
                Number::Plain(length) => step = length,
                Number::None => {}
            }
        }
        at += step;
        before = text.get(..at)?.chars().next_back();
    }
    None
}

/// What stands within addresses and the like besides letters and digits.
const IN_RUN: &str = "@._-+/#&=%:?~";

/// Whether a run cannot begin after it.
fn continues(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_digit(c) || IN_RUN.contains(c)
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// What digits at the start of a text are, and how far they go.
enum Number {
    Isolated(usize),
    Plain(usize),
    None,
}

/// As far as a number goes, group by group.
#[derive(Clone, Copy)]
struct Groups {
    end: usize,
    /// Where the first group ends.
    first: usize,
    digits: usize,
    groups: usize,
    /// Parted by single spaces into threes, as large numbers are.
    thousands: bool,
}

/// Reads a phone number, or a number whose groups of three digits are parted by spaces.
fn number(text: &str) -> Number {
    let signs = text.find(|c| !matches!(c, '+' | '(')).unwrap_or(text.len());
    let mut at = signs;
    let mut found: Option<Groups> = None;
    let mut spaced = true;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let length = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
        let digits = rest.get(..length).map_or(0, |group| group.chars().count());
        let after = rest.get(length..).and_then(|rest| rest.chars().next());
        // Digits that a word or an address goes on with are part of that.
        if digits == 0 || after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '@') {
            break;
        }
        at += length;
        found = Some(match found {
            None => Groups {
                end: at,
                first: at,
                digits,
                groups: 1,
                thousands: digits <= 3,
            },
            Some(before) => Groups {
                end: at,
                digits: before.digits + digits,
                groups: before.groups + 1,
                thousands: before.thousands && spaced && digits == 3,
                ..before
            },
        });
        let rest = text.get(at..).unwrap_or_default();
        let gap = rest.find(|c| !matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')'));
        let gap = rest.get(..gap.unwrap_or(rest.len())).unwrap_or_default();
        if gap.is_empty() || gap.chars().count() > 2 {
            break;
        }
        spaced = gap == " ";
        at += gap.len();
    }
    let Some(found) = found.filter(|_| signs <= 2) else {
        return Number::None;
    };
    let dialled = text.starts_with(['+', '(', '0', '٠', '۰']);
    let phone =
        dialled && (7..=15).contains(&found.digits) && (found.groups > 1 || text.starts_with('+'));
    if phone || (found.thousands && found.groups > 2 && signs == 0) {
        Number::Isolated(found.end)
    } else {
        Number::Plain(if dialled { found.end } else { found.first })
    }
}

/// The length of an address, e-mail address, host name, handle or hashtag.
fn token(text: &str) -> Option<usize> {
    if !text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '@' || c == '#') {
        return None;
    }
    let schemes = ["http://", "https://", "ftp://", "www."];
    let address = schemes.iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    // Short of an address, a run ends where another may begin: none is read twice.
    let ends = |c: char| match address {
        true => c.is_whitespace() || "<>\"'«»“”‘’()[]{}،؛؟".contains(c),
        false => !(c.is_ascii_alphanumeric() || IN_RUN.contains(c)),
    };
    let run = text.get(..text.find(ends).unwrap_or(text.len()))?;
    let run = run.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != '/' && c != '_');
    let body = run.get(1..).unwrap_or_default();
    let word = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
    let is = if address {
        run.len() > 8
    } else if run.starts_with(['@', '#']) {
        body.chars().all(word) && body.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
    } else if let Some((user, host)) = run.split_once('@') {
        user.chars().all(|c| word(c) || c == '+' || c == '%') && is_host(host)
    } else {
        is_host(run.split(['/', '?', '#', ':']).next().unwrap_or(run))
    };
    (is && !run.is_empty()).then_some(run.len())
}

/// Whether it is a host name: labels, the last of letters only and at least two of them.
fn is_host(text: &str) -> bool {
    let Some((labels, last)) = text.rsplit_once('.') else {
        return false;
    };
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    last.len() > 1
        && last.chars().all(|c| c.is_ascii_alphabetic())
        && labels.split('.').all(label)
        && labels.contains(|c: char| c.is_ascii_alphabetic())
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
