//! Short texts: decoded once, drawn together, and what is not theirs taken off.

use crate::article::body;
use crate::language::is_language_tag;
use crate::locale::template::cut;
use crate::platform::{Platform, SourceNode};

/// The text of HTML, decoded once. Ends of blocks and lines, which the text alone would lose, are spaces.
pub(super) fn decoded<P: Platform>(platform: &P, html: &str) -> String {
    let mut spaced = String::with_capacity(html.len() + 8);
    let mut rest = html;
    loop {
        let (before, part) = cut(rest, "<");
        spaced.push_str(before);
        if before.len() == rest.len() {
            break;
        }
        let ends = matches!(part.as_bytes(), [b'b', b'r', ..] | [b'p', b'>', ..])
            || matches!(part.as_bytes(), [b'/', b'p' | b'l' | b'h' | b'd', ..]);
        spaced.push_str(if ends { " <" } else { "<" });
        rest = part;
    }
    match platform.parse(&spaced) {
        Some(node) => node.text_content(),
        None => body::without_tags(html),
    }
}

/// White space drawn together.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Not the no-break space inside: it was put there to keep two words together.
    for word in text.trim().split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// A summary without the «[…]» that says where WordPress cut it; `None` if nothing is left.
pub(super) fn without_cut(mut summary: String) -> Option<String> {
    for mark in ["[…]", "[...]", "[..]"] {
        if summary.ends_with(mark) {
            summary.truncate(summary.len() - mark.len());
            summary.truncate(summary.trim_end().len());
        }
    }
    (!summary.is_empty()).then_some(summary)
}

/// A BCP 47 tag (`ar_MA.UTF-8` → `ar-MA`); `None` if it is none (`Arabic`).
pub(super) fn language_tag(written: &str) -> Option<String> {
    let tag = cut(written.trim(), ".@").0;
    is_language_tag(tag).then(|| {
        let joined = |c| if c == '_' { '-' } else { c };
        tag.chars().map(joined).collect()
    })
}
