//! What may stand in what, and the last hand on a container when it closes.

use super::text::has_ink;
use super::{Attr, Element, Node, Tag, attributes};

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

/// What stands where the container closes: itself, its content if it adds nothing, or nothing.
pub(super) fn container(element: Box<Element>) -> Vec<Node> {
    match element.tag {
        Tag::Figure => figure(element),
        Tag::Table => headed(element, Tag::Caption),
        Tag::Details => headed(element, Tag::Summary),
        // An empty cell holds its column's place.
        Tag::Td | Tag::Th => vec![Node::Element(element)],
        _ if element.children.is_empty() => Vec::new(),
        _ => vec![Node::Element(element)],
    }
}

/// A single paragraph that says nothing of its own is the text of what it is in.
pub(super) fn unwrap(children: &mut Vec<Node>) {
    let mut found = 0;
    for node in children.iter() {
        if let Node::Element(paragraph) = node
            && paragraph.tag == Tag::P
        {
            found += 1 + paragraph.attributes.len();
        }
    }
    if found == 1 {
        for node in std::mem::take(children) {
            match node {
                Node::Element(paragraph) if paragraph.tag == Tag::P => {
                    children.extend(paragraph.children);
                }
                node => children.push(node),
            }
        }
    }
}

/// Images and their caption; several make a gallery; without a caption one needs no figure.
fn figure(mut figure: Box<Element>) -> Vec<Node> {
    let count = |tag| figure.children.iter().filter(|node| node.is(tag)).count();
    let explicit = count(Tag::Figcaption) > 0;
    if !explicit && count(Tag::P) > 2 {
        return figure.children;
    }
    let mut caption = Element::new(Tag::Figcaption, Vec::new());
    let mut media = Vec::new();
    let (mut text, mut pictures) = (0, 0);
    for node in figure.children {
        match node {
            Node::Element(said) if said.tag == Tag::Figcaption => {
                if caption.children.is_empty() {
                    caption.attributes = said.attributes;
                    caption.children = said.children;
                } else {
                    paragraphs(said.children, &said.attributes, &mut caption.children);
                }
            }
            Node::Element(rule) if rule.tag == Tag::Hr => {}
            node if node.is(Tag::P) => {
                if explicit {
                    text += 1;
                    media.push(node);
                } else {
                    caption.children.push(node);
                }
            }
            node => {
                pictures += usize::from(is_picture(&node));
                media.push(node);
            }
        }
    }
    if text == media.len() {
        paragraphs(caption.children, &caption.attributes, &mut media);
        return media;
    }
    let gallery = media.len() > 1 && media.len() == pictures;
    if caption.children.is_empty() && !gallery {
        return media;
    }
    let attributes = &mut figure.attributes;
    if attributes.last().is_some_and(|last| last.name() == "class") {
        attributes.pop();
    }
    if gallery {
        attributes.push(Attr::new("class", "gallery"));
    }
    if !caption.children.is_empty() {
        media.push(Node::Element(caption));
    }
    figure.children = media;
    vec![Node::Element(figure)]
}

/// Adds blocks to `out`; the paragraphs among them have what was said around them.
fn paragraphs(blocks: Vec<Node>, said: &[Attr], out: &mut Vec<Node>) {
    for mut block in blocks {
        if let Node::Element(element) = &mut block
            && element.tag == Tag::P
        {
            attributes::inherit(&mut element.attributes, said);
        }
        out.push(block);
    }
}

/// An image, perhaps in a link or in a figure of its own.
fn is_picture(node: &Node) -> bool {
    match node {
        Node::Image(_) => true,
        Node::Element(element) => matches!(element.tag, Tag::Figure | Tag::A),
        _ => false,
    }
}

/// A table or details: the head comes first and once; without more it is a paragraph, and a table of one cell was
/// only a frame around it.
fn headed(mut element: Box<Element>, head: Tag) -> Vec<Node> {
    let (mut first, mut more, mut others) = (None, Vec::new(), Vec::new());
    for node in std::mem::take(&mut element.children) {
        match node {
            Node::Element(mut part) if part.tag == head => {
                if first.is_none() {
                    first = Some(part);
                } else {
                    part.tag = Tag::P;
                    more.push(Node::Element(part));
                }
            }
            node => others.push(node),
        }
    }
    if head == Tag::Caption
        && first.is_none()
        && let Some(content) = only_cell(&mut others)
    {
        return content;
    }
    let mut out = Vec::new();
    if has_ink(&others) {
        if let Some(first) = first {
            element.children.push(Node::Element(first));
        }
        element.children.append(&mut others);
        out.push(Node::Element(element));
    } else if let Some(mut first) = first {
        first.tag = Tag::P;
        out.push(Node::Element(first));
    }
    out.append(&mut more);
    out
}

/// What is in the cell, if there is but one.
fn only_cell(nodes: &mut Vec<Node>) -> Option<Vec<Node>> {
    match nodes.as_mut_slice() {
        [Node::Element(part)] if matches!(part.tag, Tag::Td | Tag::Th) => {
            Some(std::mem::take(&mut part.children))
        }
        [Node::Element(part)] => only_cell(&mut part.children),
        _ => None,
    }
}
