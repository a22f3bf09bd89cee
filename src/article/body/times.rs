//! Times that stand as machines write them, as those of a live blog's updates: nobody wrote these words, so the view has its own.

use super::attributes::Special;
use super::{Element, Node, Tag};
use crate::article::Stamp;

/// The time that an element shows as machines write it.
pub fn machine_time(element: &Element) -> Option<Stamp> {
    let (Tag::Time, Special::DateTime(iso), [Node::Text(text)]) = (
        element.tag,
        &element.attributes.special,
        element.children.as_slice(),
    ) else {
        return None;
    };
    let stamp = Stamp::parse(text).filter(|_| iso == text)?;
    (stamp.iso() == *text).then_some(stamp)
}

/// Puts all of them on another clock.
pub(in crate::article) fn move_times(nodes: &mut [Node], moved: &impl Fn(Stamp) -> Stamp) {
    for node in nodes {
        if let Node::Element(element) = node {
            match machine_time(element) {
                Some(stamp) => {
                    let iso = moved(stamp).iso();
                    element.children = vec![iso.as_str().into()];
                    element.attributes.special = Special::DateTime(iso);
                }
                None => move_times(&mut element.children, moved),
            }
        }
    }
}
