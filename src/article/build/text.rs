//! Short texts: decoded once, drawn together, and what is not theirs taken off.

use crate::article::draft::Text;
use crate::platform::{Platform, SourceNode};

/// The text as people read it: decoded once, white space drawn together; `None` if nothing is left.
pub(super) fn plain<P: Platform>(platform: &P, text: Text) -> Option<String> {
    let text = match text {
        Text::Html(html) if html.contains(['&', '<']) => match platform.parse(&spaced(&html)) {
            Some(node) => node.text_content(),
            None => without_parser(&html),
        },
        Text::Html(text) | Text::Plain(text) => text,
    };
    let mut out = String::with_capacity(text.len());
    // Not the no-break space: it was put there to keep two words together.
    for word in text.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    let trimmed = out.trim();
    if trimmed.len() < out.len() {
        out = trimmed.to_owned();
    }
    (!out.is_empty()).then_some(out)
}

/// HTML with a space before each tag that ends a line, which the text alone would lose: `a<br>b`.
fn spaced(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 8);
    for (count, part) in html.split('<').enumerate() {
        if count > 0 {
            let inline = !["br", "p", "/p", "/li", "/h", "/div"]
                .iter()
                .any(|tag| part.starts_with(tag));
            out.push_str(if inline { "<" } else { " <" });
        }
        out.push_str(part);
    }
    out
}

/// The text of HTML where no parser may be used (Trusted Types): tags left out, the commonest references decoded.
fn without_parser(html: &str) -> String {
    const NAMED: [(&str, char); 8] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("nbsp", '\u{a0}'),
        ("hellip", '…'),
        ("laquo", '«'),
        ("raquo", '»'),
    ];
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        rest = &after[1..];
        if after.starts_with('<') {
            if !rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') {
                out.push('<');
                continue;
            }
            out.push(' ');
            rest = rest.split_once('>').map_or("", |(_, rest)| rest);
            continue;
        }
        let reference = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
            .and_then(|end| {
                let after = rest[end..].strip_prefix(';')?;
                let name = &rest[..end];
                let c = match name.strip_prefix('#') {
                    Some(number) => match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok(),
                        None => number.parse().ok(),
                    }
                    .and_then(char::from_u32),
                    None => NAMED
                        .iter()
                        .find(|(known, _)| *known == name)
                        .map(|(_, c)| *c),
                };
                Some((c?, after))
            });
        match reference {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

/// A summary without the «[…]» that says where WordPress cut it.
pub(super) fn without_cut(summary: String) -> Option<String> {
    let cut = ["[…]", "[...]", "[..]"]
        .iter()
        .find_map(|mark| summary.strip_suffix(mark));
    let summary = cut.map_or(summary.as_str(), str::trim_end);
    (!summary.is_empty()).then(|| summary.to_owned())
}

/// A BCP 47 tag in its usual form (`ar_MA.UTF-8` → `ar-MA`); `None` if it is none (`Arabic`).
pub(super) fn language_tag(written: &str) -> Option<String> {
    let written = written.trim();
    let written = written.split(['.', '@']).next().unwrap_or_default();
    let mut out = String::with_capacity(written.len());
    for (place, part) in written.split(['-', '_']).enumerate() {
        let length = if place == 0 { 2..=3 } else { 1..=8 };
        if !length.contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
        if place > 0 {
            out.push('-');
        }
        for (at, c) in part.chars().enumerate() {
            // Regions are written AA, scripts Aaaa, all else small.
            let capital = place > 0 && (part.len() == 2 || part.len() == 4 && at == 0);
            out.push(if capital {
                c.to_ascii_uppercase()
            } else {
                c.to_ascii_lowercase()
            });
        }
    }
    Some(out)
}
