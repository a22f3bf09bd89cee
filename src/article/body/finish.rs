//! The last hand on a container when it closes.

use super::attributes::{Class, Special};
use super::text::has_ink;
use super::{Attributes, Element, Node, Tag};

/// The last hand on a container that closes. False where it adds nothing: what is in it stands there without it.
pub(super) fn stays(element: &mut Element) -> bool {
    match element.tag {
        Tag::Figure => figure(element),
        Tag::Table => headed(element, Tag::Caption),
        Tag::Details => headed(element, Tag::Summary),
        // An empty cell holds its column's place.
        Tag::Td | Tag::Th => true,
        _ => !element.children.is_empty(),
    }
}

/// A single paragraph that says nothing of its own is the text of what it is in. Gives the place that it is.
pub(super) fn unwrap_paragraph(blocks: &mut Vec<Node>) -> Option<u32> {
    let mut paragraphs = blocks
        .iter()
        .enumerate()
        .filter(|(_, node)| node.is(Tag::P));
    let (Some((at, Node::Element(paragraph))), None) = (paragraphs.next(), paragraphs.next())
    else {
        return None;
    };
    let place = paragraph.attributes.place;
    let says_nothing = Attributes {
        place,
        ..Attributes::default()
    };
    if paragraph.attributes == says_nothing
        && let Node::Element(paragraph) = blocks.remove(at)
    {
        blocks.splice(at..at, paragraph.children);
        return place;
    }
    None
}

/// Images and their caption; several make a gallery; without a caption one needs no figure.
fn figure(figure: &mut Element) -> bool {
    let count = |tag| figure.children.iter().filter(|node| node.is(tag)).count();
    let has_caption = count(Tag::Figcaption) > 0;
    if !has_caption && count(Tag::P) > 2 {
        return false;
    }
    let mut caption = Element::new(Tag::Figcaption);
    let mut media = Vec::with_capacity(figure.children.len());
    for node in figure.children.drain(..) {
        match node {
            Node::Element(element) if element.tag == Tag::Figcaption => {
                if caption.children.is_empty() {
                    caption = element;
                } else {
                    add_blocks(element, &mut caption.children);
                }
            }
            node if node.is(Tag::Hr) => {}
            node if node.is(Tag::P) && !has_caption => caption.children.push(node),
            node => media.push(node),
        }
    }
    if media.iter().all(|node| node.is(Tag::P)) {
        add_blocks(caption, &mut media);
        figure.children = media;
        return false;
    }
    let is_gallery = media.len() > 1 && media.iter().all(is_picture);
    if is_gallery {
        figure.attributes.special = Special::Class(Class::Gallery);
    }
    let is_captioned = !caption.children.is_empty();
    if is_captioned {
        media.push(caption.into());
    }
    figure.children = media;
    is_captioned || is_gallery
}

/// An image, perhaps in a link or in a figure of its own.
fn is_picture(node: &Node) -> bool {
    match node {
        Node::Image(_) => true,
        Node::Element(element) => matches!(element.tag, Tag::Figure | Tag::A),
        Node::Text(_) | Node::Embed(_) => false,
    }
}

/// Adds the blocks of a caption that has no place of its own; its paragraphs have what was said around them.
fn add_blocks(caption: Element, out: &mut Vec<Node>) {
    for mut block in caption.children {
        if let Node::Element(paragraph) = &mut block
            && paragraph.tag == Tag::P
        {
            paragraph.attributes.inherit(&caption.attributes);
        }
        out.push(block);
    }
}

/// A table or details: the head comes first and once; without more it is a paragraph, and a table of one cell was
/// only a frame around it.
fn headed(element: &mut Element, head: Tag) -> bool {
    let mut heads: Option<Element> = None;
    let mut others = Vec::with_capacity(element.children.len());
    for node in element.children.drain(..) {
        match node {
            Node::Element(found) if found.tag == head => match &mut heads {
                Some(first) => {
                    first.children.push(Element::new(Tag::Br).into());
                    first.children.extend(found.children);
                }
                None => heads = Some(found),
            },
            other => others.push(other),
        }
    }
    if head == Tag::Caption
        && heads.is_none()
        && let Some(cell) = only_cell(&mut others)
    {
        element.children.append(cell);
        return false;
    }
    let stays = has_ink(&others);
    if let Some(mut head) = heads {
        if !stays {
            head.tag = Tag::P;
        }
        element.children.push(head.into());
    }
    if stays {
        element.children.append(&mut others);
    }
    stays
}

/// What is in the cell, if there is but one.
fn only_cell(nodes: &mut [Node]) -> Option<&mut Vec<Node>> {
    let [Node::Element(part)] = nodes else {
        return None;
    };
    if matches!(part.tag, Tag::Td | Tag::Th) {
        Some(&mut part.children)
    } else {
        only_cell(&mut part.children)
    }
}
