//! What has its own order and goes on through elements: a number or an ion with its exponent (`10<sup>-3</sup>`), a number of
//! which a part is stressed (`<b>+212</b> 537…`).
use super::super::{Node, Tag};
use super::{is_digit, isolated, number, runs, stands_apart};

/// What is at an end of what makes an exponent or a charge.
const SIGNS: [char; 3] = ['-', '\u{2212}', '+'];
/// No number goes on through more nodes, and none is read twice to a far end.
const MOST_NODES: usize = 8;

/// Where in a line such a thing is: its nodes, and the bytes of the texts at its ends that are part of it.
struct Place {
    /// How much of the text before its first element.
    before: usize,
    first: usize,
    last: usize,
    /// How much of the text behind its last element.
    behind: usize,
}

/// Sets apart what goes on through elements.
pub(in super::super) fn join(nodes: &mut Vec<Node>) {
    let mut at = 0;
    while at < nodes.len() {
        if let Some(place) = exponent(nodes, at).or_else(|| stressed(nodes, at)) {
            // What is before it may go on to here only.
            at = wrap(nodes, &place).saturating_sub(2);
        } else {
            at += 1;
        }
    }
}

/// Puts the place in an element; where that is.
fn wrap(nodes: &mut Vec<Node>, place: &Place) -> usize {
    let (mut first, mut last) = (place.first, place.last);
    if place.behind > 0 {
        last += 1;
        split(nodes, last, place.behind);
    }
    if place.before > 0 {
        first -= 1;
        let start = text(nodes, first).len() - place.before;
        if split(nodes, first, start) {
            first += 1;
            last += 1;
        }
    }
    let children = nodes.drain(first..=last).collect();
    nodes.insert(first, isolated(children));
    first
}

/// Makes two of a text, if something is left for both.
fn split(nodes: &mut Vec<Node>, at: usize, end: usize) -> bool {
    let Some(Node::Text(text)) = nodes.get_mut(at) else {
        return false;
    };
    let behind = text.split_off(end);
    if text.is_empty() {
        *text = behind;
        return false;
    }
    if !behind.is_empty() {
        nodes.insert(at + 1, behind.into());
    }
    true
}

/// The number or the ion that the element here is the first exponent or index of. What has a letter before its exponent and a
/// digit at the end of it reads right as it is (`m<sup>-1</sup>`).
fn exponent(nodes: &[Node], at: usize) -> Option<Place> {
    raised(nodes, at)?;
    let before = text(nodes, at.checked_sub(1)?);
    let base = &before[before.trim_end_matches(is_in_base).len()..];
    let base = base.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut start = before.len() - base.len();
    if let Some(rest) = before[..start].strip_suffix(number::SIGNS)
        && stands_apart(rest)
    {
        start = rest.len();
    }
    let (mut last, mut is_signed) = (at, false);
    loop {
        let inner = raised(nodes, last)?;
        is_signed |= inner.starts_with(SIGNS) || inner.ends_with(SIGNS);
        let between = text(nodes, last + 1);
        let goes_on = !between.is_empty() && between.chars().all(is_in_base);
        let next = last + 1 + usize::from(goes_on);
        if raised(nodes, next).is_none() || next > at + MOST_NODES {
            break;
        }
        last = next;
    }
    let comes_apart = base.ends_with(is_digit) || raised(nodes, last)?.ends_with(SIGNS);
    (!base.is_empty() && is_signed && comes_apart).then_some(Place {
        before: before.len() - start,
        first: at,
        last,
        behind: 0,
    })
}

/// The number that the element here is a part of.
fn stressed(nodes: &[Node], at: usize) -> Option<Place> {
    use Tag::*;
    let inner = inner(nodes, at, &[B, Strong, Em, I, Span, Mark])?;
    if !inner.contains(is_digit) || inner.contains(char::is_alphabetic) {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| text(nodes, before));
    let (start, end) = (before.len(), before.len() + inner.len());
    let whole = [before, inner, text(nodes, at + 1)].concat();
    let run = runs(&whole)
        .into_iter()
        .find(|run| run.start <= start && run.end >= end)?;
    (run.len() > inner.len()).then_some(Place {
        before: start - run.start,
        first: at,
        last: at,
        behind: run.end - end,
    })
}

/// The text here; none if it is something else.
fn text(nodes: &[Node], at: usize) -> &str {
    match nodes.get(at) {
        Some(Node::Text(text)) => text,
        _ => "",
    }
}

/// The text of the element here, if it is one of these and holds nothing else.
fn inner<'a>(nodes: &'a [Node], at: usize, tags: &[Tag]) -> Option<&'a str> {
    let node = nodes.get(at)?;
    match node.children() {
        [Node::Text(text)] if tags.contains(&node.tag()?) => Some(text),
        _ => None,
    }
}

/// The text of an exponent or an index.
fn raised(nodes: &[Node], at: usize) -> Option<&str> {
    let is_in_it = |c| is_in_base(c) || SIGNS.contains(&c);
    inner(nodes, at, &[Tag::Sup, Tag::Sub]).filter(|inner| inner.chars().all(is_in_it))
}

/// What stands in a number, a unit or the name of an element.
fn is_in_base(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_digit(c) || matches!(c, '.' | ',' | '٫' | '×' | '·')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::body::{Element, plain_text};

    /// A text in which `^…^`, `_…_` and `*…*` are elements, and what of it is set apart.
    fn found(text: &str) -> Vec<String> {
        let mut nodes = Vec::new();
        let (mut rest, mut plain) = (text, String::new());
        while let Some(start) = rest.find(['^', '_', '*']) {
            let tag = match &rest[start..=start] {
                "^" => Tag::Sup,
                "_" => Tag::Sub,
                _ => Tag::B,
            };
            let end = start + 1 + rest[start + 1..].find(&rest[start..=start]).unwrap();
            if start > 0 {
                nodes.push(rest[..start].into());
            }
            nodes.push(Element::around(tag, &rest[start + 1..end]).into());
            plain.push_str(&rest[..start]);
            plain.push_str(&rest[start + 1..end]);
            rest = &rest[end + 1..];
        }
        if !rest.is_empty() {
            nodes.push(rest.into());
        }
        plain.push_str(rest);
        join(&mut nodes);
        assert_eq!(plain_text(&nodes), plain);
        assert!(!nodes.contains(&"".into()));
        let apart = nodes.iter().filter(|node| node.is(Tag::Bdi));
        apart.map(|node| plain_text(node.children())).collect()
    }

    #[test]
    fn a_number_is_one_with_its_exponent_and_with_its_stressed_part() {
        for (text, apart) in [
            (
                "نحو 10^-3^ و6.02×10^\u{2212}23^ متر",
                &["10-3", "6.02×10\u{2212}23"][..],
            ),
            ("القيمة (-10^-5^)", &["-10-5"]),
            ("٣^-٢^", &["٣-٢"]),
            (
                "أيونات Ca^2+^ وCl^-^ وH_3_O^+^ وSO_4_^2-^",
                &["Ca2+", "Cl-", "H3O+", "SO42-"],
            ),
            (
                "الهاتف *+212* 537 11 22 33، أو 0537 *11 22 33*",
                &["+212 537 11 22 33", "0537 11 22 33"],
            ),
            ("فاز *3*-1", &["3-1"]),
        ] {
            assert_eq!(found(text), apart, "{text}");
        }
    }

    #[test]
    fn what_is_no_such_number_stays() {
        for text in [
            "سرعة m.s^-1^ و5 kg m^-1^ s^-2^",
            "10^2^ وH_2_O",
            "سنة 2024^1-3^ وكلمة^-1^",
            "^-1^",
            "يوم *25*-9-2024 و*12* لاعبا",
            "*+212 537 11 22 33* أو",
            "*C*++",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
