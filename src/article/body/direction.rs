//! Direction of each block (ARABIC.md 2): a letter of a right-to-left script keeps a block in the article's
//! direction; none, and letters of another script, turn it.

use super::{Node, Tag, finish, isolate, plain_text};
use crate::language::Dir;
use crate::language::{is_letter, is_rtl};

/// The last round over the tree: gives blocks the direction of their letters where it is not the one around them,
/// sets apart what has its own order in a line, and takes single paragraphs out of items and cells.
pub(super) fn mark(nodes: &mut Vec<Node>, around: Dir) {
    for mut node in std::mem::take(nodes) {
        if node.tag == Tag::Text && around == Dir::Rtl {
            isolate::split(&node.text, nodes);
        } else {
            mark_element(&mut node, around);
            nodes.push(node);
        }
    }
}

pub(super) fn mark_element(element: &mut Node, around: Dir) {
    use Tag::*;
    let said = element.attributes.dir;
    let mut inside = match said {
        "rtl" => Dir::Rtl,
        "ltr" => Dir::Ltr,
        _ => around,
    };
    match element.tag {
        // A poem in lines of its own is no program.
        Pre if is_prose(element) => {}
        // Program text runs left to right whatever it says.
        Pre | Code | Kbd | Samp => {
            element.attributes.dir = "ltr";
            return;
        }
        // What says its own direction is isolated already.
        Bdi | Bdo => return,
        tag if !tag.is_block() && !said.is_empty() => return,
        Li | Dd | Td | Th | Figcaption => finish::unwrap(&mut element.children),
        _ => {}
    }
    // These frame others and have no line of their own.
    let frame = matches!(element.tag, Figure | Tbody | Thead | Tfoot | Tr | Dl);
    if said.is_empty()
        && !frame
        && element.tag.is_block()
        && let Some(own) = of_letters(&element.children)
        && own != around
    {
        element.attributes.dir = own.as_str();
        inside = own;
    }
    mark(&mut element.children, inside);
}

/// Whether preformatted text is not program text: all of right-to-left letters, or said to run that way.
fn is_prose(pre: &Node) -> bool {
    let program = |node: &Node| matches!(node.tag, Tag::Code | Tag::Kbd | Tag::Samp);
    !pre.children.iter().any(program)
        && match of_letters(&pre.children) {
            None => pre.attributes.dir == "rtl",
            own => own == Some(Dir::Rtl),
        }
}

/// The direction that all letters have; `None` for several, and for none.
pub(super) fn of_letters(nodes: &[Node]) -> Option<Dir> {
    let mut text = String::new();
    plain_text(nodes, &mut text);
    let mut found = None;
    for c in text.chars() {
        if is_letter(c) {
            let dir = if is_rtl(c) { Dir::Rtl } else { Dir::Ltr };
            if found.is_some_and(|found| found != dir) {
                return None;
            }
            found = Some(dir);
        }
    }
    found
}
