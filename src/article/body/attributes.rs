//! Which attributes an element keeps, and what their values may be.

use super::{Attr, Tag};
use crate::article::Dir;
use crate::platform::SourceNode;

/// The attributes `tag` keeps of `node`, but for `href`, which needs an address to resolve against.
pub(super) fn of<N: SourceNode>(node: &N, tag: Tag) -> Vec<Attr> {
    let mut kept = directional(node);
    let number = |name| node.attribute(name).and_then(|value| span(&value));
    match tag {
        Tag::Td | Tag::Th => {
            kept.extend(number("colspan").map(Attr::Colspan));
            kept.extend(number("rowspan").map(Attr::Rowspan));
            let scope = node.attribute("scope").unwrap_or_default();
            if tag == Tag::Th {
                kept.extend(
                    ["col", "row"]
                        .into_iter()
                        .find(|known| scope.trim().eq_ignore_ascii_case(known))
                        .map(Attr::Scope),
                );
            }
        }
        Tag::Ol => {
            let start = node.attribute("start").unwrap_or_default();
            kept.extend(start.trim().parse().ok().map(Attr::Start));
            kept.extend(node.attribute("reversed").map(|_| Attr::Reversed));
        }
        Tag::Abbr | Tag::Dfn => {
            let title = node
                .attribute("title")
                .filter(|title| !title.trim().is_empty());
            kept.extend(title.map(Attr::Title));
        }
        Tag::Time => kept.extend(
            node.attribute("datetime")
                .filter(|value| is_moment(value))
                .map(Attr::Datetime),
        ),
        Tag::Details => kept.extend(node.attribute("open").map(|_| Attr::Open)),
        _ => {}
    }
    kept
}

/// `dir` and `lang`, where they are valid (ARABIC.md 7).
pub(super) fn directional<N: SourceNode>(node: &N) -> Vec<Attr> {
    let mut kept = Vec::new();
    if let Some(dir) = node.attribute("dir") {
        let dir = dir.trim();
        if dir.eq_ignore_ascii_case("rtl") {
            kept.push(Attr::Dir(Dir::Rtl));
        } else if dir.eq_ignore_ascii_case("ltr") {
            kept.push(Attr::Dir(Dir::Ltr));
        } else if dir.eq_ignore_ascii_case("auto") {
            kept.push(Attr::DirAuto);
        }
    }
    if let Some(lang) = node.attribute("lang") {
        let lang = lang.trim();
        if is_language(lang) {
            kept.push(Attr::Lang(lang.into()));
        }
    }
    kept
}

/// Whether the attribute says a direction.
pub(super) fn is_dir(attribute: &Attr) -> bool {
    matches!(attribute, Attr::Dir(_) | Attr::DirAuto)
}

/// Adds what a wrapper that lost its tag said about direction and language, where the element is silent.
pub(super) fn inherit(own: &mut Vec<Attr>, wrapper: &[Attr]) {
    let dir = wrapper.iter().find(|attribute| is_dir(attribute));
    if let Some(dir) = dir.filter(|_| !own.iter().any(is_dir)) {
        own.insert(0, dir.clone());
    }
    let is_lang = |attribute: &&Attr| matches!(attribute, Attr::Lang(_));
    let lang = wrapper.iter().find(is_lang);
    if let Some(lang) = lang.filter(|_| own.iter().find(is_lang).is_none()) {
        let after_dir = own.iter().take_while(|attribute| is_dir(attribute)).count();
        own.insert(after_dir, lang.clone());
    }
}

/// What copying the attributes costs, in bytes; short ones cost nothing.
pub(super) fn weight(attributes: &[Attr]) -> usize {
    attributes
        .iter()
        .map(|attribute| match attribute {
            Attr::Href(url) => url.as_str().len().saturating_sub(200),
            Attr::Title(text) => text.len().saturating_sub(200),
            _ => 0,
        })
        .sum()
}

/// A BCP 47 tag by its looks: a language of 2–8 letters, then parts of 1–8 letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    tag.len() <= 35
        && (2..=8).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// A machine-readable date or duration by its looks.
fn is_moment(value: &str) -> bool {
    (1..=40).contains(&value.len())
        && value
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-+:. ".contains(&b))
}

/// A column or row span worth saying.
fn span(value: &str) -> Option<u16> {
    value
        .trim()
        .parse()
        .ok()
        .filter(|span| (2..=1000).contains(span))
}
