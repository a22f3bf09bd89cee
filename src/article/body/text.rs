//! Text: what counts as white space and as ink, plain text in and out.

use super::{Element, Node, Tag, direction};

/// White space that collapses or goes at the edge of a line: ASCII's, and the no-break space of spacers.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\u{a0}')
}

/// Characters that leave no ink: white space, and what only steers the setting of other characters.
fn is_inkless(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Whether anything of it can be seen.
pub(super) fn has_ink(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Text(text) => text.chars().any(|c| !is_inkless(c)),
        Node::Element(element) => has_ink(&element.children),
        _ => true,
    })
}

/// The body of plain text: blank lines separate paragraphs, other line breaks stay.
///
/// The language is not known here, so every paragraph of one script says its direction.
pub fn from_text(text: &str) -> Vec<Node> {
    let mut body = Vec::new();
    let mut lines: Vec<Node> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        if line.is_empty() {
            if has_ink(&lines) {
                let mut paragraph = Element::new(Tag::P, Vec::new());
                paragraph.children = std::mem::take(&mut lines);
                body.push(Node::Element(paragraph));
            }
            lines.clear();
        } else {
            if !lines.is_empty() {
                lines.push(Node::Element(Element::new(Tag::Br, Vec::new())));
            }
            lines.push(Node::Text(line.into()));
        }
    }
    direction::mark(&mut body, None);
    body
}

/// Adds the text of a body to `out`; blocks and line breaks are set apart by a newline.
pub fn plain_text(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(element) => {
                let apart = element.tag == Tag::Br || element.tag.is_block();
                if apart {
                    newline(out);
                }
                plain_text(&element.children, out);
                if apart {
                    newline(out);
                }
            }
            Node::Image(_) | Node::Embed(_) => newline(out),
        }
    }
}

fn newline(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// The text of HTML where no parser is to be had: tags go, blocks part paragraphs, the commonest entities are read.
pub(in crate::article) fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tag)) = rest.split_once('<') {
        unescape(text, &mut out);
        let name_at = tag.trim_start_matches('/');
        let end = name_at
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name_at.len());
        let mut name = name_at.get(..end).unwrap_or_default().to_owned();
        name.make_ascii_lowercase();
        if name.is_empty() && !tag.starts_with(['!', '?', '/']) {
            out.push('<');
            rest = tag;
            continue;
        }
        let after = tag.split_once('>').map_or("", |(_, after)| after);
        rest = match name.as_str() {
            "script" | "style" if !tag.starts_with('/') => after
                .split_once("</")
                .map_or("", |(_, after)| after.split_once('>').map_or("", |t| t.1)),
            _ => after,
        };
        let block = matches!(
            name.as_str(),
            "p" | "div" | "li" | "br" | "tr" | "blockquote" | "figure"
        ) || name.starts_with('h');
        if block {
            out.push_str("\n\n");
        }
    }
    unescape(rest, &mut out);
    out
}

fn unescape(text: &str, out: &mut String) {
    const ENTITIES: &[(&str, &str)] = &[
        ("amp;", "&"),
        ("gt;", ">"),
        ("lt;", "<"),
        ("nbsp;", "\u{a0}"),
        ("quot;", "\""),
        ("#39;", "'"),
        ("#8211;", "–"),
        ("#8216;", "‘"),
        ("#8217;", "’"),
        ("#8220;", "“"),
        ("#8221;", "”"),
        ("#8230;", "…"),
    ];
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let known = ENTITIES
            .iter()
            .find_map(|(name, c)| Some((c, part.strip_prefix(name)?)));
        match known {
            Some((c, after)) => {
                out.push_str(c);
                out.push_str(after);
            }
            None => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
}
