//! What may stand in what, and the last hand on a container when it closes.

use super::text::{has_ink, plain_text};
use super::{Attr, Element, Node, Tag, attributes};

/// Whether `tag` stands only in its own kind of parent.
pub(super) fn needs_parent(tag: Tag) -> bool {
    use Tag::*;
    matches!(
        tag,
        Li | Dt | Dd | Caption | Tbody | Thead | Tfoot | Tr | Td | Th | Figcaption | Summary
    )
}

/// Whether `tag` may stand directly in `parent`.
pub(super) fn fits(parent: Tag, tag: Tag) -> bool {
    use Tag::*;
    match tag {
        Li => matches!(parent, Ul | Ol),
        Dt | Dd => parent == Dl,
        Caption | Tbody | Thead | Tfoot => parent == Table,
        Tr => matches!(parent, Tbody | Thead | Tfoot),
        Td | Th => parent == Tr,
        Figcaption => parent == Figure,
        Summary => parent == Details,
        _ => implied(parent).is_none(),
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

/// Whether what `parent` needs leads to `tag`: a row in a table, a cell in a table without rows.
pub(super) fn bridge(parent: Tag, tag: Tag) -> bool {
    use Tag::*;
    match tag {
        Tr => parent == Table,
        Td | Th => matches!(parent, Table | Tbody | Thead | Tfoot),
        _ => false,
    }
}

/// Whether the text reads the same, whatever the white space; never for an empty title.
pub(super) fn same_text(nodes: &[Node], title: &str) -> bool {
    let mut text = String::new();
    plain_text(nodes, &mut text);
    let ink = |c: &char| !c.is_whitespace();
    title.chars().any(|c| ink(&c)) && text.chars().filter(ink).eq(title.chars().filter(ink))
}

/// What stands where the container closes: itself, its content if it adds nothing, or nothing.
pub(super) fn container(mut element: Element) -> Vec<Node> {
    match element.tag {
        Tag::Figure => return figure(element),
        Tag::Table => return table(element),
        Tag::Details => return details(element),
        Tag::Li | Tag::Dd | Tag::Td | Tag::Th => element.children = unwrap(element.children),
        _ => {}
    }
    // An empty cell holds its column's place.
    if element.children.is_empty() && !matches!(element.tag, Tag::Td | Tag::Th) {
        return Vec::new();
    }
    vec![Node::Element(element)]
}

/// Whether it is a divider.
pub(super) fn is_rule(node: &Node) -> bool {
    tag(node) == Some(Tag::Hr)
}

fn tag(node: &Node) -> Option<Tag> {
    match node {
        Node::Element(element) => Some(element.tag),
        _ => None,
    }
}

/// A single paragraph that says nothing of its own is the item's own text.
fn unwrap(mut children: Vec<Node>) -> Vec<Node> {
    let mut paragraphs = children
        .iter()
        .enumerate()
        .filter(|(_, n)| tag(n) == Some(Tag::P));
    let only = paragraphs
        .next()
        .map(|(at, _)| at)
        .filter(|_| paragraphs.next().is_none());
    if let Some(at) = only
        && let Some(Node::Element(paragraph)) = children.get_mut(at)
        && paragraph.attributes.is_empty()
    {
        let text = std::mem::take(&mut paragraph.children);
        children.splice(at..=at, text);
    }
    children
}

/// The reverse: runs of text and inline elements become paragraphs, so that they can stand among blocks.
pub(super) fn paragraphs(children: Vec<Node>, attributes: &[Attr]) -> Vec<Node> {
    let mut blocks: Vec<Node> = Vec::new();
    let mut open = false;
    for mut child in children {
        if child.is_block() {
            open = false;
            if let Node::Element(block) = &mut child
                && block.tag == Tag::P
            {
                attributes::inherit(&mut block.attributes, attributes);
            }
            blocks.push(child);
            continue;
        }
        if !open {
            blocks.push(Node::Element(Element::new(Tag::P, attributes.to_vec())));
            open = true;
        }
        if let Some(Node::Element(paragraph)) = blocks.last_mut() {
            paragraph.children.push(child);
        }
    }
    blocks
}

/// Images and their caption; several make a gallery; without a caption one needs no figure.
fn figure(mut figure: Element) -> Vec<Node> {
    let explicit = figure
        .children
        .iter()
        .any(|node| tag(node) == Some(Tag::Figcaption));
    let loose = figure
        .children
        .iter()
        .filter(|node| tag(node) == Some(Tag::P))
        .count();
    if !explicit && loose > 2 {
        return figure.children;
    }
    let mut media = Vec::new();
    let mut captions: Vec<Element> = Vec::new();
    for child in figure.children {
        match child {
            Node::Element(part) if part.tag == Tag::Figcaption => captions.push(part),
            Node::Element(part) if part.tag == Tag::P && !explicit => {
                let mut caption = Element::new(Tag::Figcaption, Vec::new());
                caption.children.push(Node::Element(part));
                captions.push(caption);
            }
            other if is_rule(&other) => {}
            other => media.push(other),
        }
    }
    let mut captions = captions.into_iter();
    let mut caption = captions.next();
    if let Some(first) = caption.as_mut().filter(|_| captions.len() > 0) {
        first.children = paragraphs(std::mem::take(&mut first.children), &[]);
        first
            .children
            .extend(captions.flat_map(|more| paragraphs(more.children, &more.attributes)));
    }
    if media.iter().all(|node| tag(node) == Some(Tag::P)) {
        media.extend(
            caption
                .into_iter()
                .flat_map(|only| paragraphs(only.children, &only.attributes)),
        );
        return media;
    }
    let gallery = media.len() > 1 && media.iter().all(is_picture);
    if caption.is_none() && !gallery {
        return media;
    }
    figure
        .attributes
        .retain(|attribute| !matches!(attribute, Attr::Class(_)));
    if gallery {
        figure.attributes.push(Attr::Class("gallery"));
    }
    if let Some(mut caption) = caption {
        caption.children = unwrap(caption.children);
        media.push(Node::Element(caption));
    }
    figure.children = media;
    vec![Node::Element(figure)]
}

/// An image, perhaps in a link or in a figure of its own.
fn is_picture(node: &Node) -> bool {
    matches!(node, Node::Image(_))
        || matches!(tag(node), Some(Tag::Figure))
        || matches!(node, Node::Element(e) if e.tag == Tag::A && node.is_block())
}

/// A caption comes first and once; a table of one cell was only a frame around it.
fn table(mut table: Element) -> Vec<Node> {
    let (captions, mut rows): (Vec<_>, Vec<_>) = table
        .children
        .into_iter()
        .partition(|node| tag(node) == Some(Tag::Caption));
    let mut captions = captions.into_iter();
    if captions.len() == 0 && cells(&rows) == 1 {
        while let Some(Node::Element(part)) = rows.pop() {
            if matches!(part.tag, Tag::Td | Tag::Th) {
                return paragraphs(part.children, &[]);
            }
            rows = part.children;
        }
        return Vec::new();
    }
    let mut after = Vec::new();
    if has_ink(&rows) {
        table.children = captions.next().into_iter().collect();
        table.children.append(&mut rows);
        after.push(Node::Element(table));
    }
    after.extend(captions.filter_map(as_paragraph));
    after
}

fn cells(nodes: &[Node]) -> usize {
    nodes
        .iter()
        .map(|node| match node {
            Node::Element(e) if matches!(e.tag, Tag::Td | Tag::Th) => 1,
            Node::Element(e) => cells(&e.children),
            _ => 0,
        })
        .sum()
}

/// The summary comes first and once; without more to unfold it is a paragraph.
fn details(mut details: Element) -> Vec<Node> {
    let (summaries, rest): (Vec<_>, Vec<_>) = details
        .children
        .into_iter()
        .partition(|node| tag(node) == Some(Tag::Summary));
    let mut summaries = summaries.into_iter();
    if rest.is_empty() {
        return summaries.filter_map(as_paragraph).collect();
    }
    details.children = summaries.next().into_iter().collect();
    details.children.extend(summaries.filter_map(as_paragraph));
    details.children.extend(rest);
    vec![Node::Element(details)]
}

fn as_paragraph(node: Node) -> Option<Node> {
    match node {
        Node::Element(mut element) => {
            element.tag = Tag::P;
            Some(Node::Element(element))
        }
        _ => None,
    }
}
