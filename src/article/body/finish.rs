//! What may stand in what, and the last hand on a container when it closes.

use super::text::has_ink;
use super::{Node, Tag};

const fn bit(tag: Tag) -> u64 {
    1 << tag as u64
}

/// The only parents that `tag` may have, a bit each; none for what may stand anywhere.
pub(super) fn parents(tag: Tag) -> u64 {
    use Tag::*;
    match tag {
        Li => bit(Ul) | bit(Ol),
        Dt | Dd => bit(Dl),
        Caption | Tbody | Thead | Tfoot => bit(Table),
        Tr => bit(Tbody) | bit(Thead) | bit(Tfoot),
        Td | Th => bit(Tr),
        Figcaption => bit(Figure),
        Summary => bit(Details),
        _ => 0,
    }
}

/// Whether `tag` may stand directly in `parent`.
pub(super) fn fits(parent: Tag, tag: Tag) -> bool {
    match parents(tag) {
        0 => implied(parent).is_none(),
        parents => parents & bit(parent) != 0,
    }
}

/// What `parent` needs before it can take text or blocks.
pub(super) fn implied(parent: Tag) -> Option<Tag> {
    use Tag::*;
    match parent {
        Ul | Ol => Some(Li),
        Dl => Some(Dd),
        Table => Some(Tbody),
        Tbody | Thead | Tfoot => Some(Tr),
        Tr => Some(Td),
        _ => None,
    }
}

/// Whether `tag` may stand in `parent`, or in what that needs: a cell in a table without rows.
pub(super) fn leads(mut parent: Tag, tag: Tag) -> bool {
    while !fits(parent, tag) {
        match implied(parent) {
            Some(between) => parent = between,
            None => return false,
        }
    }
    true
}

/// The last hand on a container that closes. False where it adds nothing: what is in it stands there without it.
pub(super) fn stays(element: &mut Node) -> bool {
    match element.tag {
        Tag::Figure => figure(element),
        Tag::Table => headed(element, Tag::Caption),
        Tag::Details => headed(element, Tag::Summary),
        // An empty cell holds its column's place.
        Tag::Td | Tag::Th => true,
        _ => !element.children.is_empty(),
    }
}

/// A single paragraph that says nothing of its own is the text of what it is in.
pub(super) fn unwrap(children: &mut Vec<Node>) {
    let mut found = 0;
    for node in children.iter() {
        if node.tag == Tag::P {
            found += 1 + usize::from(!node.attributes.is_empty());
        }
    }
    if found == 1 {
        for mut node in std::mem::take(children) {
            if node.tag == Tag::P {
                children.append(&mut node.children);
            } else {
                children.push(node);
            }
        }
    }
}

fn count(nodes: &[Node], tag: Tag) -> usize {
    nodes.iter().filter(|node| node.tag == tag).count()
}

/// Images and their caption; several make a gallery; without a caption one needs no figure.
fn figure(figure: &mut Node) -> bool {
    let explicit = count(&figure.children, Tag::Figcaption) > 0;
    if !explicit && count(&figure.children, Tag::P) > 2 {
        return false;
    }
    let mut caption = Node::new(Tag::Figcaption);
    let media = &mut figure.children;
    let (mut text, mut pictures) = (0, 0);
    for mut node in std::mem::take(media) {
        match node.tag {
            Tag::Figcaption if caption.children.is_empty() => caption = node,
            Tag::Figcaption => add(&mut node, &mut caption.children),
            Tag::Hr => {}
            Tag::P if !explicit => caption.children.push(node),
            tag => {
                text += usize::from(tag == Tag::P);
                // An image, perhaps in a link or in a figure of its own.
                pictures += usize::from(matches!(tag, Tag::Image | Tag::Figure | Tag::A));
                media.push(node);
            }
        }
    }
    if text == media.len() {
        add(&mut caption, media);
        return false;
    }
    let gallery = media.len() > 1 && media.len() == pictures;
    if gallery {
        figure.attributes.push("class", "gallery");
    }
    let captioned = !caption.children.is_empty();
    if captioned {
        figure.children.push(caption);
    }
    captioned || gallery
}

/// Adds the blocks of a caption that has no place of its own; its paragraphs have what was said around them.
fn add(caption: &mut Node, out: &mut Vec<Node>) {
    for mut block in std::mem::take(&mut caption.children) {
        if block.tag == Tag::P {
            block.attributes.inherit(&caption.attributes);
        }
        out.push(block);
    }
}

/// A table or details: the head comes first and once; without more it is a paragraph, and a table of one cell was
/// only a frame around it.
fn headed(element: &mut Node, head: Tag) -> bool {
    let (mut first, mut others) = (None::<Node>, Vec::new());
    for mut node in std::mem::take(&mut element.children) {
        if node.tag != head {
            others.push(node);
        } else if let Some(first) = &mut first {
            first.children.push(Node::new(Tag::Br));
            first.children.append(&mut node.children);
        } else {
            first = Some(node);
        }
    }
    if head == Tag::Caption
        && first.is_none()
        && let Some(cell) = only_cell(&mut others)
    {
        element.children.append(cell);
        return false;
    }
    let stays = has_ink(&others);
    if let Some(mut first) = first {
        if !stays {
            first.tag = Tag::P;
        }
        element.children.push(first);
    }
    if stays {
        element.children.append(&mut others);
    }
    stays
}

/// What is in the cell, if there is but one.
fn only_cell(nodes: &mut [Node]) -> Option<&mut Vec<Node>> {
    let [part] = nodes else { return None };
    if matches!(part.tag, Tag::Td | Tag::Th) {
        Some(&mut part.children)
    } else {
        only_cell(&mut part.children)
    }
}
