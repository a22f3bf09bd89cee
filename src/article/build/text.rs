//! Short texts: decoded once, drawn together, and what is not theirs taken off.

use crate::article::body;
use crate::language::is_language_tag;
use crate::platform::{Platform, SourceNode};

/// What begins, behind its `<`, a tag that ends a block or a line.
const ENDS: [&str; 6] = ["br", "p>", "/p", "/l", "/h", "/d"];

/// The text of HTML, decoded once. Ends of blocks and lines, which the text alone would lose, are spaces.
pub(super) fn decoded<P: Platform>(platform: &P, html: &str) -> String {
    let mut parts = html.split('<');
    let mut spaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let ends = ENDS.iter().any(|end| part.starts_with(end));
        spaced += if ends { " <" } else { "<" };
        spaced += part;
    }
    match platform.parse(&spaced) {
        Some(node) => node.text_content(),
        None => body::without_tags(html),
    }
}

/// White space drawn together. Not the no-break space inside: it was put there to keep two words together.
pub(super) fn collapsed(text: &str) -> String {
    let words: Vec<_> = text.trim().split_ascii_whitespace().collect();
    words.join(" ")
}

/// A BCP 47 tag (`ar_MA.UTF-8` → `ar-MA`); `None` if it is none (`Arabic`).
pub(super) fn language_tag(written: &str) -> Option<String> {
    let tag = written.trim().split(['.', '@']).next()?;
    is_language_tag(tag).then(|| tag.replace('_', "-"))
}
