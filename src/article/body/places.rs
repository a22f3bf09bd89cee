//! Places within the article: footnotes, tables of contents, and the ways back.
//!
//! A place is the block of text in which the source has the id that a link of the article names. Its name is Qari's
//! own, a number in the order of the text, so that nothing of the source's names a node of the page.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::attributes::Special;
use super::tree::Cleaner;
use super::{Node, Tag};
use crate::platform::Platform;

/// The places of an article.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The ids that links of the article lead to, sorted, and the number of the block where each is.
    targets: Vec<(String, Option<u32>)>,
    /// Targets met since the last text, by their position in `targets`.
    pending: Vec<usize>,
    /// How many blocks are places.
    count: u32,
    /// The number of a block that is read a second time.
    pub resumed: Option<u32>,
}

impl Places {
    /// The places that links lead to, of those whose ids there are.
    pub fn of(mut linked: Vec<String>, mut ids: Vec<String>) -> Self {
        ids.sort_unstable();
        linked.sort_unstable();
        linked.dedup();
        linked.retain(|id| ids.binary_search(id).is_ok());
        Self {
            targets: linked.into_iter().map(|id| (id, None)).collect(),
            ..Self::default()
        }
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.targets
            .binary_search_by(|(known, _)| known.as_str().cmp(id))
            .ok()
    }

    /// An element of the source has this id.
    pub fn meet(&mut self, id: &str) {
        if !id.is_empty()
            && let Some(at) = self.find(&decoded(id))
            && self
                .targets
                .get(at)
                .is_some_and(|(_, number)| number.is_none())
        {
            self.pending.push(at);
        }
    }

    /// Which target a link leads to.
    pub fn target(&self, id: &str) -> Option<u32> {
        self.find(id).and_then(|at| u32::try_from(at).ok())
    }

    /// The number of the block at hand, which is `known` if it is a place already.
    fn arrive(&mut self, known: Option<u32>) -> Option<u32> {
        let known = known.or(self.resumed.take());
        if self.pending.is_empty() {
            return known;
        }
        let number = known.unwrap_or_else(|| {
            self.count += 1;
            self.count
        });
        for at in self.pending.drain(..) {
            if let Some((_, place)) = self.targets.get_mut(at) {
                place.get_or_insert(number);
            }
        }
        Some(number)
    }

    /// Gives each link the number of its place; one that leads to none is its text.
    /// Places that no link leads to are none, and the others are numbered anew, in the order in which they stand.
    pub fn settle(&self, nodes: &mut Vec<Node>) {
        if self.targets.is_empty() {
            return;
        }
        let mut numbers = vec![Number::Unused; self.count as usize + 1];
        self.mark_used(nodes, &mut numbers);
        let mut count = 0;
        number(nodes, &mut numbers, &mut count);
        self.link(nodes, &numbers);
    }

    fn place_of(&self, target: u32) -> Option<u32> {
        self.targets.get(target as usize)?.1
    }

    fn mark_used(&self, nodes: &[Node], numbers: &mut [Number]) {
        for node in nodes {
            if let Node::Element(element) = node
                && let Special::Place(target) = element.attributes.special
                && let Some(place) = self.place_of(target)
                && let Some(number) = numbers.get_mut(place as usize)
            {
                *number = Number::Used;
            }
            self.mark_used(node.children(), numbers);
        }
    }

    fn link(&self, nodes: &mut Vec<Node>, numbers: &[Number]) {
        let mut any = false;
        for node in nodes.iter_mut() {
            if let Node::Element(element) = node {
                self.link(&mut element.children, numbers);
                any |= matches!(element.attributes.special, Special::Place(_));
            }
        }
        if !any {
            return;
        }
        let mut linked = Vec::with_capacity(nodes.len());
        for node in nodes.drain(..) {
            let Node::Element(mut element) = node else {
                add(node, &mut linked);
                continue;
            };
            let Special::Place(target) = element.attributes.special else {
                add(element.into(), &mut linked);
                continue;
            };
            let place = self
                .place_of(target)
                .and_then(|place| numbers.get(place as usize));
            match place {
                Some(Number::Is(number)) => {
                    element.attributes.special = Special::Place(*number);
                    linked.push(element.into());
                }
                _ => element
                    .children
                    .into_iter()
                    .for_each(|node| add(node, &mut linked)),
            }
        }
        *nodes = linked;
    }
}

/// An id as links say it: some are percent-encoded, as the addresses that lead to them are.
pub(super) fn decoded(id: &str) -> Cow<'_, str> {
    percent_decode_str(id).decode_utf8_lossy()
}

/// What becomes of the number of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    /// No link leads there.
    Unused,
    /// One does.
    Used,
    /// Its final number.
    Is(u32),
}

/// Numbers the places that are used in the order in which they stand.
fn number(nodes: &mut [Node], numbers: &mut [Number], count: &mut u32) {
    for node in nodes {
        let Node::Element(element) = node else {
            continue;
        };
        let known = element.attributes.place.take();
        if let Some(known) = known
            && let Some(number) = numbers.get_mut(known as usize)
            && *number == Number::Used
        {
            *count += 1;
            *number = Number::Is(*count);
            element.attributes.place = Some(*count);
        }
        self::number(&mut element.children, numbers, count);
    }
}

/// Adds a node; two texts that meet are one.
fn add(node: Node, out: &mut Vec<Node>) {
    match (out.last_mut(), node) {
        (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
        (_, node) => out.push(node),
    }
}

impl<P: Platform> Cleaner<'_, P> {
    /// The block of text at hand is where the ids are that came since the last text.
    pub fn arrive_at_places(&mut self) {
        if let Some(leaf) = &mut self.leaf
            && leaf.element.tag != Tag::Pre
        {
            let place = &mut leaf.element.attributes.place;
            *place = self.places.arrive(*place);
        }
    }
}
