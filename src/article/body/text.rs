//! Text: what counts as white space and as ink, and the text of a body and of HTML.

use super::image::digits;
use super::{Node, Tag};
use crate::locale::template::{cut, entry, position};

/// Where `needle`, which is not empty, first stands in `text`.
pub(super) fn find(text: &str, needle: &str) -> Option<usize> {
    let mut windows = text.as_bytes().windows(needle.len());
    windows.position(|window| window == needle.as_bytes())
}

/// What stands before and behind the last `separator`, which is ASCII.
pub(super) fn cut_last(text: &str, separator: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|byte| byte == separator)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

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
    nodes.iter().any(|node| {
        matches!(node.tag, Tag::Image | Tag::Embed)
            || node.text.chars().any(|c| !is_inkless(c))
            || has_ink(&node.children)
    })
}

/// White space as a page shows it.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (word, next) = cut(rest, " \n\t\r");
        rest = next;
        if !out.is_empty() && !word.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The letters of a text, without its white space.
pub(super) fn squeezed(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        }
    }
    out
}

/// Adds the text of a body to `out`; blocks and line breaks are set apart by a newline.
pub fn plain_text(nodes: &[Node], out: &mut String) {
    for node in nodes {
        let apart = node.is_block() || node.tag == Tag::Br;
        for end in [false, true] {
            if apart && !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            if !end {
                out.push_str(&node.text);
                plain_text(&node.children, out);
            }
        }
    }
}

/// Elements whose text stands by itself.
const APART: &str = "p div li br tr blockquote figure h1 h2 h3 h4 h5 h6 header hr";

/// Entities and what they stand for, in turn.
const ENTITIES: &str = "amp & gt > lt < quot \" nbsp \u{a0}";

/// The text of HTML where no parser is to be had: tags go, blocks part paragraphs, the commonest entities are read.
pub(in crate::article) fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut skipped = false;
    loop {
        let (text, tag) = cut(rest, "<");
        if !skipped {
            unescape(text, &mut out);
        }
        if text.len() == rest.len() {
            return out;
        }
        let first = tag.bytes().next().unwrap_or_default();
        if !first.is_ascii_alphabetic() && !matches!(first, b'!' | b'?' | b'/') {
            out.push('<');
            rest = tag;
            continue;
        }
        let (inside, after) = cut(tag, ">");
        rest = after;
        let name = cut(inside.strip_prefix('/').unwrap_or(inside), " \t\r\n/").0;
        skipped = matches!(name, "script" | "style") && first != b'/';
        if position(APART, name).is_some() {
            out.push_str("\n\n");
        }
    }
}

fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    loop {
        let (before, after) = cut(rest, "&");
        out.push_str(before);
        if before.len() == rest.len() {
            return;
        }
        let (entity, next) = cut(after, ";");
        rest = next;
        if let Some(at) = position(ENTITIES, entity)
            && at % 2 == 0
        {
            out.push_str(entry(ENTITIES, " ", at + 1));
        } else if let Some(code) = entity.strip_prefix('#').and_then(digits) {
            out.push(char::from_u32(code).unwrap_or_default());
        } else {
            out.push('&');
            rest = after;
        }
    }
}
