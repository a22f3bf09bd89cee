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

/// The first run from byte `from` on that must keep its own order.
fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    let mut before = text.get(..from)?.chars().next_back();
    while let Some(c) = text.get(at..)?.chars().next() {
        if !before.is_some_and(continues) {
            let rest = text.get(at..)?;
            if let Some(length) = phone(rest).or_else(|| token(rest)) {
                return Some((at, at + length));
            }
        }
        before = Some(c);
        at += c.len_utf8();
    }
    None
}

/// Whether a run cannot begin after it.
fn continues(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_digit(c) || "@._-+/#&=%:".contains(c)
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// The length of a phone number, or of a number whose groups of three digits are parted by spaces.
fn phone(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if !(is_digit(first) || first == '+' || first == '(') {
        return None;
    }
    let (mut digits, mut end, mut gap, mut gaps) = (0, 0, 0, 0);
    // Digits of the group being read, and whether all groups are such as thousands have.
    let (mut group, mut thousands) = (0, true);
    for (at, c) in text.char_indices() {
        if is_digit(c) {
            if gap > 0 && digits > 0 {
                gaps += 1;
                thousands &= if gaps == 1 { group <= 3 } else { group == 3 };
                group = 0;
            }
            (digits, gap, group) = (digits + 1, 0, group + 1);
            end = at + c.len_utf8();
        } else if gap < 2 && matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')')
            || (c == '+' && digits == 0)
        {
            thousands &= c == ' ' && gap == 0;
            gap += 1;
        } else {
            break;
        }
        if at > 40 {
            return None;
        }
    }
    let dialled = matches!(first, '+' | '(' | '0' | '٠' | '۰')
        && (7..=15).contains(&digits)
        && (gaps > 0 || first == '+');
    let thousands = thousands && gaps >= 2 && group == 3;
    let rest = text.get(end..)?.chars().next();
    let alone = !rest.is_some_and(|c| c.is_ascii_alphanumeric() || c == '@');
    ((dialled || thousands) && alone).then_some(end)
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
    let ends = |c: char| {
        c.is_whitespace() || "<>\"'«»“”‘’()[]{}،؛؟".contains(c) || (!address && !c.is_ascii())
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
