//! Direction of each block (ARABIC.md 2): a letter of a right-to-left script keeps a block in the article's
//! direction; none, and letters of another script, turn it.

use super::attributes::TextDir;
use super::text::runs_only;
use super::times::machine_time;
use super::{Element, Node, Tag, finish, isolate};
use crate::language::Dir;

/// The last round over the tree: gives blocks the direction of their letters where it is not the one around them,
/// sets apart what has its own order in a line, and takes single paragraphs out of items and cells.
pub(super) fn mark(nodes: &mut Vec<Node>, around: Dir) {
    if around == Dir::Rtl {
        isolate::join(nodes);
    }
    let mut is_behind_latin = false;
    for node in nodes.iter_mut() {
        if let Node::Element(element) = node {
            // The exponent of a unit reads right where it is (`m<sup>-1</sup>`).
            if !(is_behind_latin && matches!(element.tag, Tag::Sup | Tag::Sub)) {
                mark_element(element, around);
            }
        }
        let is_letter = |c: char| c.is_ascii_alphabetic();
        is_behind_latin = match (&*node, node.children()) {
            (Node::Text(text), _) | (_, [.., Node::Text(text)]) => text.ends_with(is_letter),
            _ => false,
        };
    }
    if around == Dir::Rtl {
        isolate::isolate(nodes);
    }
}

/// The same for one element.
pub(super) fn mark_element(element: &mut Element, around: Dir) {
    use Tag::*;
    let own = element.attributes.dir;
    match element.tag {
        // A poem in lines of its own is no program.
        Pre if is_prose(element) => {}
        // Program text runs left to right whatever it says.
        Pre | Code | Kbd | Samp => {
            element.attributes.dir = Some(TextDir::Ltr);
            return;
        }
        // What says its own direction is isolated already; a formula does.
        Bdi | Bdo | Math => return,
        // The view has its own words for it.
        Time if machine_time(element).is_some() => return,
        tag if !tag.is_block() && own.is_some() => return,
        Li | Dd | Td | Th | Figcaption => {
            let place = finish::unwrap_paragraph(&mut element.children);
            element.attributes.place = element.attributes.place.or(place);
        }
        _ => {}
    }
    let mut inside = own.and_then(TextDir::fixed).unwrap_or(around);
    // These frame others and have no line of their own.
    let is_frame = matches!(element.tag, Figure | Tbody | Thead | Tfoot | Tr | Dl);
    // Stressed words of Latin letters among others are slanted, which the stylesheet tells by their direction.
    let is_stressed = matches!(element.tag, Em | I | Cite | Dfn | Var) && around == Dir::Rtl;
    let is_silent = own.is_none() && !is_frame && (element.tag.is_block() || is_stressed);
    if is_silent && runs_only(&element.children, around.opposite()) {
        inside = around.opposite();
        element.attributes.dir = Some(inside.into());
    }
    mark(&mut element.children, inside);
}

/// Whether preformatted text is not program text: all of right-to-left letters, or said to run that way.
fn is_prose(pre: &Element) -> bool {
    let is_program = |node: &Node| matches!(node.tag(), Some(Tag::Code | Tag::Kbd | Tag::Samp));
    let runs_only = |dir| runs_only(&pre.children, dir);
    !pre.children.iter().any(is_program)
        && (runs_only(Dir::Rtl)
            || (pre.attributes.dir == Some(TextDir::Rtl) && !runs_only(Dir::Ltr)))
}
