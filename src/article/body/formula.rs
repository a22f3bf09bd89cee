//! Formulas: MathML as a tree of its own, which no other repair touches; where there is none, its LaTeX as code.
//!
//! What stands in a token is its text, and an element that is not on the list loses its tag: nothing of another
//! language can hide in a formula.

use super::attributes;
use super::label::text_but;
use super::text::{collapsed, has_ink};
use super::tree::Cleaner;
use super::{Element, Node, Tag};
use crate::language::Dir;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// How deep the elements around a formula and its own may be in one another; what is deeper is its text.
const DEEPEST: usize = 58;
/// How deep the source of a formula is followed.
const DEEPEST_SOURCE: usize = 100;
/// The longest bracket or separator of `mfenced`, in bytes.
const LONGEST_FENCE: usize = 8;

/// How deep the place is that is read: in the source, and how much deeper the tree may become.
#[derive(Clone, Copy)]
struct Depth {
    source: usize,
    left: usize,
}

impl<P: Platform> Cleaner<'_, P> {
    /// A formula; without MathML that can be shown, its LaTeX.
    pub fn add_formula(&mut self, node: &P::Node, source: &SourceAttributes) {
        let around = self.path.len() + self.line.around.len() + 1;
        let depth = Depth {
            source: 0,
            left: DEEPEST.saturating_sub(around),
        };
        let mut math = Element {
            attributes: attributes::of(source, Tag::Math),
            ..Element::new(Tag::Math)
        };
        math.children = row(node, depth);
        if has_ink(&math.children) {
            let dir = &mut math.attributes.dir;
            *dir = dir.or(Some(Dir::Ltr.into()));
            self.add_atom(math.into());
        } else {
            let annotated = latex_in(node.first_child());
            let said = [
                annotated.as_str(),
                source.first_of(&["data-latex", "alttext"]),
            ];
            let latex = said.into_iter().find(|latex| !latex.is_empty());
            self.add_latex(latex.unwrap_or_default());
        }
        self.line.after_formula = true;
    }

    /// A formula as it was typed.
    pub fn add_latex(&mut self, latex: &str) {
        let latex = collapsed(latex);
        if latex.is_empty() || self.line.after_formula {
            return;
        }
        if self.now.leaf == Tag::Pre || self.within(Tag::Code).is_some() {
            self.text(&latex);
        } else {
            self.add_atom(Element::around(Tag::Code, latex).into());
        }
        self.line.after_formula = true;
    }
}

/// The LaTeX that an element stands for which a script would fill; empty if it is none.
pub(super) fn waiting_latex<'a, N: SourceNode>(node: &N, source: &'a SourceAttributes) -> &'a str {
    let latex = source.value("data-latex");
    let is_blank = |node: N| match node.kind() {
        NodeKind::Text(text) => text.trim().is_empty(),
        NodeKind::Element(_) => false,
        NodeKind::Other => true,
    };
    if !latex.is_empty() && node.children().all(is_blank) {
        latex
    } else {
        ""
    }
}

/// The LaTeX of a formula of which this is the first part: among its annotations, or beside what is drawn (MathJax 4).
pub(super) fn latex_in<N: SourceNode>(first: Option<N>) -> String {
    let mut parts = vec![first];
    let mut seen = 0;
    while let Some(next) = parts.pop() {
        for node in std::iter::successors(next, SourceNode::next_sibling) {
            seen += 1;
            let source = node.attributes();
            let drawn = source.value("data-latex");
            if !drawn.is_empty() {
                return drawn.to_owned();
            }
            let is_tex = source.value("encoding").contains("tex");
            if is_tex && matches!(node.kind(), NodeKind::Element(name) if name == "annotation") {
                return node.text_content();
            }
            if seen < DEEPEST_SOURCE {
                parts.push(node.first_child());
            }
        }
    }
    String::new()
}

/// What stands in a row of a formula.
fn row<N: SourceNode>(parent: &N, depth: Depth) -> Vec<Node> {
    parent
        .children()
        .filter_map(|node| part(&node, depth))
        .collect()
}

/// A part of a formula; `None` if it shows nothing.
fn part<N: SourceNode>(node: &N, depth: Depth) -> Option<Node> {
    let name = match node.kind() {
        NodeKind::Text(text) => return token(Tag::Mtext, &text),
        NodeKind::Element(name) => name,
        NodeKind::Other => return None,
    };
    if matches!(
        &*name,
        "annotation" | "annotation-xml" | "script" | "style" | "svg" | "template"
    ) {
        return None;
    }
    if depth.source == DEEPEST_SOURCE || depth.left < 3 {
        return token(Tag::Mtext, &node.text_content());
    }
    let inside = Depth {
        source: depth.source + 1,
        left: depth.left - 1,
    };
    let source = &node.attributes();
    let tag = match name.parse() {
        Ok(tag @ (Tag::Mi | Tag::Mn | Tag::Mo | Tag::Mtext)) => {
            let Node::Element(mut token) = token(tag, &text_but(node, "annotation"))? else {
                return None;
            };
            token.attributes = attributes::of(source, tag);
            return Some(token.into());
        }
        Ok(tag) if tag.is_formula() => tag,
        _ => return other(&name, node, source, inside),
    };
    let mut children = match tag {
        Tag::Mspace => Vec::new(),
        Tag::Mtable => cells(node, Tag::Mtr, inside),
        _ if arity(tag) > 0 => elements(node, inside),
        // A row or a cell that has lost its table.
        _ => row(node, inside),
    };
    let attributes = attributes::of(source, tag);
    let tag = match tag {
        Tag::Math | Tag::Mtr | Tag::Mtd => Tag::Mrow,
        tag if arity(tag) > 0 && arity(tag) != children.len() => Tag::Mrow,
        tag => tag,
    };
    match tag {
        Tag::Mrow => grouped(children),
        Tag::Mspace if attributes.is_empty() => None,
        Tag::Mspace => Some(
            Element {
                tag,
                attributes,
                children,
            }
            .into(),
        ),
        _ if children.is_empty() => None,
        _ => {
            children.shrink_to_fit();
            Some(
                Element {
                    tag,
                    attributes,
                    children,
                }
                .into(),
            )
        }
    }
}

/// An element that is not on the list.
fn other<N: SourceNode>(
    name: &str,
    node: &N,
    source: &SourceAttributes,
    depth: Depth,
) -> Option<Node> {
    match name {
        // Of these, the first says what the others say again.
        "semantics" | "maction" => node.children().find_map(|child| match child.kind() {
            NodeKind::Element(_) => part(&child, depth),
            _ => None,
        }),
        "mfenced" => fenced(row(node, depth), source),
        "ms" => token(Tag::Mtext, &text_but(node, "annotation")),
        _ => grouped(row(node, depth)),
    }
}

/// Parts with brackets around them and commas between.
fn fenced(parts: Vec<Node>, source: &SourceAttributes) -> Option<Node> {
    let sign = |name: &str, otherwise: &'static str| {
        let said = source.get(name).filter(|said| said.len() <= LONGEST_FENCE);
        token(Tag::Mo, said.unwrap_or(otherwise))
    };
    let mut row = Vec::with_capacity(parts.len() * 2 + 1);
    row.extend(sign("open", "("));
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            row.extend(sign("separators", ","));
        }
        row.push(part);
    }
    row.extend(sign("close", ")"));
    grouped(row)
}

/// How many parts a formula's element has; 0 if any number.
fn arity(tag: Tag) -> usize {
    match tag {
        Tag::Mfrac | Tag::Mroot | Tag::Msub | Tag::Msup | Tag::Munder | Tag::Mover => 2,
        Tag::Msubsup | Tag::Munderover => 3,
        _ => 0,
    }
}

/// The parts of an element whose parts have their places: one that shows nothing keeps its own.
fn elements<N: SourceNode>(parent: &N, depth: Depth) -> Vec<Node> {
    let is_part = |node: &N| match node.kind() {
        NodeKind::Text(text) => !text.trim().is_empty(),
        NodeKind::Element(_) => true,
        NodeKind::Other => false,
    };
    let parts = parent.children().filter(is_part);
    let parts = parts.map(|node| part(&node, depth));
    parts
        .map(|part| part.unwrap_or_else(|| Element::new(Tag::Mrow).into()))
        .collect()
}

/// The rows of a table, or the cells of a row; whatever else stands there is the content of one.
fn cells<N: SourceNode>(parent: &N, kind: Tag, depth: Depth) -> Vec<Node> {
    let below = Depth {
        left: depth.left.saturating_sub(1),
        source: depth.source + 1,
    };
    let cell = |node: N| {
        let name = match node.kind() {
            NodeKind::Element(name) => name,
            _ => return None,
        };
        let is_kind = matches!(
            (kind, &*name),
            (Tag::Mtr, "mtr" | "mlabeledtr") | (Tag::Mtd, "mtd")
        );
        let children = match (kind, is_kind) {
            (Tag::Mtr, true) => cells(&node, Tag::Mtd, below),
            (Tag::Mtr, false) => vec![Element::around(Tag::Mtd, part(&node, below)?).into()],
            (_, true) => row(&node, below),
            (_, false) => vec![part(&node, below)?],
        };
        // An empty cell holds its column's place.
        Some(Node::Element(Element {
            children,
            ..Element::new(kind)
        }))
    };
    parent.children().filter_map(cell).collect()
}

/// A token with its text; `None` if it has none.
fn token(tag: Tag, text: &str) -> Option<Node> {
    let text = collapsed(text);
    (!text.is_empty()).then(|| Element::around(tag, text).into())
}

/// Several parts as one.
fn grouped(mut parts: Vec<Node>) -> Option<Node> {
    match parts.len() {
        0 => None,
        1 => parts.pop(),
        _ => Some(Node::Element(Element {
            children: parts,
            ..Element::new(Tag::Mrow)
        })),
    }
}
