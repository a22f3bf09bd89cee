//! Phone numbers, e-mail, addresses and handles in a right-to-left line keep their own order (ARABIC.md 4):
//! they are set apart in `bdi`; not one code point of the text changes.

use super::{Node, Tag};

/// Adds a text to `out`, in parts where something in it has its own order.
pub(super) fn split(text: &str, out: &mut Vec<Node>) {
    let mut chars = Vec::new();
    for c in text.chars() {
        chars.push(c);
    }
    let (mut part, mut at, mut inside) = (String::new(), 0, false);
    loop {
        let (mut length, mut isolated) = (1, false);
        let rest = chars.get(at..).unwrap_or_default();
        // Within a word or an address no run can begin.
        if !inside && !rest.is_empty() {
            length = token(rest);
            isolated = length > 0;
            if !isolated {
                (length, isolated) = number(rest);
            }
            length = length.max(1);
        }
        if (isolated || rest.is_empty()) && !part.is_empty() {
            out.push(Node::text(&part));
            part.clear();
        }
        for c in rest.iter().take(length) {
            part.push(*c);
            inside = !isolated && (in_run(*c) || is_digit(*c));
        }
        if isolated {
            let mut bdi = Node::around(Tag::Bdi, Node::text(&part));
            bdi.attributes.dir = "ltr";
            out.push(bdi);
            part.clear();
        }
        if rest.is_empty() {
            return;
        }
        at += length;
    }
}

/// Whether it stands in addresses.
fn in_run(c: char) -> bool {
    is_word(c) || matches!(c, '@' | '/' | '#' | '&' | '=' | ':' | '?' | '~')
}

/// Whether it stands in names.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%')
}

/// Whether an address ends before it.
fn ends(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '<' | '>'
                | '"'
                | '\''
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '«'
                | '»'
                | '‘'
                | '’'
                | '“'
                | '”'
                | '،'
                | '؛'
                | '؟'
        )
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// How far the digits at the start of a text go, and whether they are a phone number, or one whose groups of three
/// digits are parted by spaces, as large numbers are.
fn number(text: &[char]) -> (usize, bool) {
    let (mut signs, mut group, mut groups, mut digits, mut gap) = (0, 0, 0, 0, 0);
    let (mut thousands, mut spaced, mut first, mut end) = (true, true, 0, 0);
    let mut at = 0;
    loop {
        let c = text.get(at).copied().unwrap_or_default();
        if is_digit(c) {
            group += 1;
            at += 1;
            continue;
        }
        if group > 0 {
            // Digits that a word or an address goes on with are part of that.
            if c.is_ascii_alphanumeric() || c == '@' {
                break;
            }
            thousands &= if groups == 0 {
                group <= 3
            } else {
                spaced && group == 3
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
        at += 1;
    }
    if signs > 2 {
        return (0, false);
    }
    let start = text.first().copied().unwrap_or_default();
    let dialled = matches!(start, '+' | '(' | '0' | '٠' | '۰');
    let phone = dialled && (7..=15).contains(&digits) && (groups > 1 || start == '+');
    let isolated = phone || (thousands && groups > 2 && signs == 0);
    (if isolated || dialled { end } else { first }, isolated)
}

/// The length of an address, e-mail address, host name, handle or hashtag; 0 if there is none.
fn token(text: &[char]) -> usize {
    let first = text.first().copied().unwrap_or_default();
    let handle = matches!(first, '@' | '#');
    if !handle && !first.is_ascii_alphanumeric() {
        return 0;
    }
    let mut address = false;
    for scheme in ["https://", "http://", "ftp://", "www."] {
        let mut same = 0;
        for (known, c) in scheme.chars().zip(text) {
            same += usize::from(known == c.to_ascii_lowercase());
        }
        address |= same == scheme.len();
    }
    let mut length = 0;
    // Short of an address, a run ends where another may begin: none is read twice.
    while let Some(&c) = text.get(length)
        && if address { !ends(c) } else { in_run(c) }
    {
        length += 1;
    }
    while let Some(last) = text.get(..length).and_then(|run| run.last())
        && last.is_ascii_punctuation()
        && !matches!(last, '/' | '_')
    {
        length -= 1;
    }
    let run = text.get(..length).unwrap_or_default();
    let user = until(run, "@");
    let is = if address {
        length > 8
    } else if handle {
        let second = run.get(1).copied().unwrap_or_default();
        (second.is_ascii_alphabetic() || second == '_') && run.iter().skip(1).all(|c| is_word(*c))
    } else if user.len() < length {
        user.iter().all(|c| is_word(*c)) && is_host(run.get(user.len() + 1..).unwrap_or_default())
    } else {
        is_host(until(run, "/?#:"))
    };
    if is { length } else { 0 }
}

/// The start of a text, up to one of some ASCII characters.
fn until<'a>(text: &'a [char], ends: &str) -> &'a [char] {
    let mut parts = text.splitn(2, |c| ends.bytes().any(|end| char::from(end) == *c));
    parts.next().unwrap_or_default()
}

/// Whether it is a host name: labels, the last of letters only and at least two of them.
fn is_host(text: &[char]) -> bool {
    let (mut label, mut letters, mut before, mut dots) = (0, 0, 0, 0);
    for c in text {
        match c {
            '.' if label > 0 => {
                before += letters;
                dots += 1;
                (label, letters) = (0, 0);
            }
            'a'..='z' | 'A'..='Z' => {
                label += 1;
                letters += 1;
            }
            '-' | '0'..='9' => label += 1,
            _ => return false,
        }
    }
    dots > 0 && label > 1 && letters == label && before > 0
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
