//! Phone numbers, e-mail, addresses and handles in a right-to-left line keep their own order (ARABIC.md 4):
//! they are set apart in `bdi`; not one code point of the text changes.

use super::{Node, Tag};

/// What stands in names (see [`run`]).
const WORD: &str = "a0._-+%";
/// What stands in addresses.
const RUN: &str = "a0._-+%@/#&=:?~";
/// Where an address ends that says that it is one.
const ENDS: &str = "^<>\"'()[]{} \x1f";
/// What parts the digits of a phone number.
const GAP: &str = " \x1f-.()";

/// Adds a text to `out`, in parts where something in it has its own order.
pub(super) fn split(text: &str, out: &mut Vec<Node>) {
    let mut plain = Vec::new();
    for c in text.chars() {
        plain.push(plain_of(c));
    }
    let mut chars = text.chars();
    let (mut part, mut at, mut inside) = (String::new(), 0, false);
    loop {
        let rest = plain.get(at..).unwrap_or_default();
        let (mut length, mut isolated) = (1, false);
        // A colon or a stroke parts what is around it, unless it stands in an address.
        let mark = matches!(rest.first(), Some(b':' | b'/'));
        // Within a word or an address no run can begin.
        if !inside && !mark {
            length = token(rest);
            isolated = length > 0;
            if !isolated {
                (length, isolated) = number(rest);
            }
        }
        if (isolated || rest.is_empty()) && !part.is_empty() {
            out.push(Node::text(&part));
            part.clear();
        }
        if rest.is_empty() {
            return;
        }
        at += length.max(1);
        for _ in 0..length.max(1) {
            part.extend(chars.next());
        }
        let last = plain.get(at - 1..at).unwrap_or_default();
        inside = !isolated && (inside || !mark) && run(last, 0, RUN) > 0;
        if isolated {
            let mut bdi = Node::around(Tag::Bdi, Node::text(&part));
            bdi.attributes.dir = "ltr";
            out.push(bdi);
            part.clear();
        }
    }
}

/// What a character counts as: small letters, ASCII digits and signs as they are, `<` for other ends of an address,
/// 1F for the no-break space, 7F for all else.
fn plain_of(c: char) -> u8 {
    match c {
        '٠'..='٩' | '۰'..='۹' => b'0' + (c as u8 & 15),
        '\u{a0}' => 0x1f,
        '«' | '»' | '‘'..='”' | '،' | '؛' | '؟' => b'<',
        ' '..='~' => c.to_ascii_lowercase() as u8,
        _ if c.is_whitespace() => b'<',
        _ => 0x7f,
    }
}

/// Where the characters end that are of a set, in which `a` is any small letter, `A` any capital and `0` any digit;
/// or that are not of it, if it starts with `^`.
#[inline(never)]
pub(super) fn run(text: &[u8], mut at: usize, set: &str) -> usize {
    let (set, within) = match set.strip_prefix('^') {
        Some(set) => (set, false),
        None => (set, true),
    };
    while let Some(c) = text.get(at) {
        let known = match c {
            b'a'..=b'z' => b'a',
            b'A'..=b'Z' => b'A',
            b'0'..=b'9' => b'0',
            c => *c,
        };
        if set.as_bytes().contains(&known) != within {
            break;
        }
        at += 1;
    }
    at
}

/// How far the digits at the start of a text go, and whether they are a phone number, or one whose groups of three
/// digits are parted by spaces, as large numbers are.
fn number(text: &[u8]) -> (usize, bool) {
    let signs = run(text, 0, "+(");
    let (mut at, mut end, mut first) = (signs, 0, 0);
    let (mut groups, mut digits, mut thousands, mut spaced) = (0, 0, signs == 0, true);
    let (mut pairs, mut dashed, mut dash) = (true, true, false);
    loop {
        let start = at;
        at = run(text, at, "0");
        // Digits that a word or an address goes on with are part of that.
        if at == start || run(text, at, "a@") > at {
            break;
        }
        thousands &= at - start == 3 || (groups == 0 && at - start < 3);
        end = at;
        groups += 1;
        digits += at - start;
        if groups == 1 {
            first = at;
        }
        thousands &= groups == 1 || spaced;
        pairs &= at - start == 2 && (groups == 1 || spaced);
        // No date has three digits in its midst.
        dashed &= groups == 1 || (dash && (groups > 2 || at - start == 3));
        let gap = at;
        at = run(text, at, GAP);
        spaced = at == gap + 1 && text.get(gap) == Some(&b' ');
        dash = at == gap + 1 && text.get(gap) == Some(&b'-');
        // No number goes on for longer, and none is read twice to a far end.
        if groups > 15 || !(1..=2).contains(&(at - gap)) {
            break;
        }
    }
    if signs > 2 {
        return (0, false);
    }
    let start = text.first().copied().unwrap_or_default();
    let dialled =
        matches!(start, b'+' | b'(' | b'0') || (dashed && groups > 2) || (pairs && groups == 4);
    let phone = dialled && (7..=15).contains(&digits) && (groups > 1 || start == b'+');
    let isolated = phone || (thousands && groups > 2);
    (if isolated || dialled { end } else { first }, isolated)
}

/// The length of an address, e-mail address, host name, handle or hashtag; 0 if there is none.
fn token(text: &[u8]) -> usize {
    let starts = |scheme: &&str| text.starts_with(scheme.as_bytes());
    let address = ["https://", "http://", "ftp://", "www."].iter().any(starts);
    // Short of an address, a run ends where another may begin: none is read twice.
    let end = if address {
        run(text, 0, ENDS)
    } else {
        run(text, 0, RUN)
    };
    let mut text = text.get(..end).unwrap_or_default();
    while let [before @ .., last] = text
        && last.is_ascii_punctuation()
        && !matches!(last, b'/' | b'_')
    {
        text = before;
    }
    let user = run(text, 0, "^@");
    let is = match text.first() {
        _ if address => text.len() > 7,
        Some(b'@' | b'#') => run(text, 1, "a_") > 1 && run(text, 1, WORD) == text.len(),
        Some(b'a'..=b'z' | b'0'..=b'9') if user < text.len() => {
            run(text, 0, WORD) == user && is_host(text.get(user + 1..).unwrap_or_default())
        }
        Some(b'a'..=b'z' | b'0'..=b'9') => {
            let host = run(text, 0, "^/?#:");
            is_host(text.get(..host).unwrap_or_default())
        }
        _ => false,
    };
    if is { text.len() } else { 0 }
}

/// Whether it is a host name: labels, the last of letters only and at least two of them, another with a letter.
fn is_host(text: &[u8]) -> bool {
    let Some(dot) = text.iter().rposition(|c| *c == b'.') else {
        return false;
    };
    let end = text.len();
    run(text, 0, "0-.") < dot
        && run(text, 0, "a0-.") == end
        && run(text, dot + 1, "a") == end
        && dot + 2 < end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut nodes = Vec::new();
        split(text, &mut nodes);
        let mut all = Vec::new();
        for node in &nodes {
            if node.tag == Tag::Bdi {
                let mut text = String::new();
                crate::article::body::plain_text(&node.children, &mut text);
                all.push(text);
            }
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
            (
                "اتصلوا على 1-800-555-0199 أو 71-123-456 أو 22 33 44 55.",
                &["1-800-555-0199", "71-123-456", "22 33 44 55"],
            ),
            ("الهاتف:+212 5 37 00 00 00", &["+212 5 37 00 00 00"]),
            (
                "البريد:info@x.ma، الموقع:www.x.ma، الفاكس/0537 00 00 01",
                &["info@x.ma", "www.x.ma", "0537 00 00 01"],
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
            "فاز 2-1",
            "(الصفحة 3-5)",
            "بين 1990-2000",
            "في 2024-09-05",
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
