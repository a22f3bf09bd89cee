//! What has its own order and goes on through elements: a number or an ion with its exponent (`10<sup>-3</sup>`), a number of
//! which a part is stressed (`<b>+212</b> 537…`).

use std::mem;

use super::super::{Node, Tag};
use super::{going_on, is_digit, isolated, number, runs_behind, stands_apart, word_end};

/// What is at an end of what makes an exponent or a charge.
const SIGNS: [char; 3] = ['-', '\u{2212}', '+'];
/// No number goes on through more nodes, and none is read twice to a far end.
const MOST_NODES: usize = 8;

/// The elements a part of a number may be stressed with.
const STRESSED: [Tag; 6] = [Tag::B, Tag::Strong, Tag::Em, Tag::I, Tag::Span, Tag::Mark];
/// The elements of exponents and indices.
const RAISED: [Tag; 2] = [Tag::Sup, Tag::Sub];

/// Where in a line such a thing is, from the node looked at on.
struct Place {
    /// How much of the end of the text before that node is part of it, in bytes.
    before: usize,
    /// How many nodes are.
    nodes: usize,
    /// How much of the start of the text behind them.
    behind: usize,
}

/// A line while it is read. Where it is changed is the end of two lists, so that nothing else is moved.
struct Line {
    /// The nodes that were looked at.
    done: Vec<Node>,
    /// Those that were not, the last one first.
    rest: Vec<Node>,
}

/// Sets apart what goes on through elements.
pub(in super::super) fn join(nodes: &mut Vec<Node>) {
    let may_be_part = |tag| STRESSED.contains(&tag) || RAISED.contains(&tag);
    if !nodes.iter().filter_map(Node::tag).any(may_be_part) {
        return;
    }
    let mut rest = mem::take(nodes);
    rest.reverse();
    let done = Vec::with_capacity(rest.len());
    let mut line = Line { done, rest };
    while !line.rest.is_empty() {
        if let Some(place) = line.exponent().or_else(|| line.stressed()) {
            line.wrap(&place);
            // What is before it may go on to here only.
            for _ in 0..2 {
                line.rest.extend(line.done.pop());
            }
        } else {
            line.done.extend(line.rest.pop());
        }
    }
    *nodes = line.done;
}

impl Line {
    /// Puts the place in an element, which is looked at next.
    fn wrap(&mut self, place: &Place) {
        let mut children = Vec::with_capacity(place.nodes + 2);
        if let Some(Node::Text(mut text)) = self.done.pop_if(|_| place.before > 0) {
            let part = text.split_off(text.len() - place.before);
            self.done.extend((!text.is_empty()).then(|| text.into()));
            children.push(part.into());
        }
        let first_behind = self.rest.len() - place.nodes;
        children.extend(self.rest.drain(first_behind..).rev());
        if let Some(Node::Text(mut part)) = self.rest.pop_if(|_| place.behind > 0) {
            let text = part.split_off(place.behind);
            self.rest.extend((!text.is_empty()).then(|| text.into()));
            children.push(part.into());
        }
        self.rest.push(isolated(children));
    }

    /// The number or the ion that the element here is the first exponent or index of. What has a letter before its exponent
    /// and a digit at the end of it reads right as it is (`m<sup>-1</sup>`).
    fn exponent(&self) -> Option<Place> {
        self.raised(0)?;
        let (outer, before) = self.before();
        let base = &before[before.trim_end_matches(is_in_base).len()..];
        let base = base.trim_start_matches(|c: char| !c.is_alphanumeric());
        let mut start = before.len() - base.len();
        if going_on(outer, before) > start {
            return None;
        }
        if let Some(rest) = before[..start].strip_suffix(number::SIGNS)
            && stands_apart(if rest.is_empty() { outer } else { rest })
        {
            start = rest.len();
        }
        let (mut last, mut is_signed) = (0, false);
        loop {
            let inner = self.raised(last)?;
            is_signed |= inner.starts_with(SIGNS) || inner.ends_with(SIGNS);
            let between = text(self.node(last + 1));
            let goes_on = !between.is_empty() && between.chars().all(is_in_base);
            let next = last + 1 + usize::from(goes_on);
            if self.raised(next).is_none() || next > MOST_NODES {
                break;
            }
            last = next;
        }
        let comes_apart = base.ends_with(is_digit) || self.raised(last)?.ends_with(SIGNS);
        (!base.is_empty() && is_signed && comes_apart).then_some(Place {
            before: before.len() - start,
            nodes: last + 1,
            behind: 0,
        })
    }

    /// The number that the element here is a part of.
    fn stressed(&self) -> Option<Place> {
        let inner = self.inner(0, &STRESSED)?;
        if !inner.contains(is_digit) || inner.contains(char::is_alphabetic) {
            return None;
        }
        let (outer, before) = self.before();
        let (start, end) = (before.len(), before.len() + inner.len());
        let whole = [before, inner, text(self.node(1))].concat();
        let run = runs_behind(outer, &whole)
            .into_iter()
            .find(|run| run.start <= start && run.end >= end)?;
        (run.len() > inner.len()).then_some(Place {
            before: start - run.start,
            nodes: 1,
            behind: run.end - end,
        })
    }

    /// The text before the node looked at, none if there is something else, and the end of the element before that.
    fn before(&self) -> (&str, &str) {
        match &self.done[..] {
            [outer @ .., Node::Text(text)] => (word_end(outer.last()), text),
            others => (word_end(others.last()), ""),
        }
    }

    /// So many nodes behind the one looked at.
    fn node(&self, behind: usize) -> Option<&Node> {
        self.rest.iter().rev().nth(behind)
    }

    /// The text of an exponent or an index there.
    fn raised(&self, behind: usize) -> Option<&str> {
        let is_in_it = |c| is_in_base(c) || SIGNS.contains(&c);
        self.inner(behind, &RAISED)
            .filter(|inner| inner.chars().all(is_in_it))
    }

    /// The text of the element there, if it is one of these and holds nothing else.
    fn inner(&self, behind: usize, tags: &[Tag]) -> Option<&str> {
        let node = self.node(behind)?;
        match node.children() {
            [Node::Text(text)] if tags.contains(&node.tag()?) => Some(text),
            _ => None,
        }
    }
}

/// The text; none if it is something else.
fn text(node: Option<&Node>) -> &str {
    match node {
        Some(Node::Text(text)) => text,
        _ => "",
    }
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
            "فاز *3*-*1*",
            "*10*~*20*",
            "*25*0^-3^",
            "*x25*-10^-3^",
            "*كوفيد*-*19*",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    /// Each place once moved all the nodes behind it.
    #[test]
    fn many_places_are_joined_in_one_pass() {
        for (text, count) in [
            ("10^-3^ ", 20_000),
            ("*+212* 537 11 22 33 ", 20_000),
            ("0537 *11 22 33*، ", 20_000),
            ("*3*-1", 20_000),
            ("*3*-", 0),
        ] {
            assert_eq!(found(&text.repeat(20_000)).len(), count, "{text}");
        }
    }
}
