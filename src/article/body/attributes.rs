//! Which attributes an element keeps, and what their values may be.

use super::image::digits;
use super::{Attr, Tag};
use crate::locale::is_language_tag;
use crate::locale::template::position;
use crate::platform::SourceNode;

/// The longest value, in bytes: an attribute around very many blocks is copied into each.
pub(super) const LONGEST: usize = 4000;

/// What a value may be.
#[derive(Debug, Clone, Copy)]
enum Value {
    /// One of a list.
    Word(&'static str),
    /// A BCP 47 tag.
    Language,
    /// A column or row span worth saying.
    Span,
    /// A whole number.
    Number,
    /// Anything that is not blank.
    Text,
    /// A machine-readable date or duration by its looks.
    Moment,
    /// None: it is there or not.
    Flag,
}

/// Attributes, what keeps them (all elements where there is none), and what they may be. `href` needs an address
/// to resolve against and is read elsewhere.
const KEPT: &[(&str, &[Tag], Value)] = &[
    ("dir", &[], Value::Word("rtl ltr auto")),
    ("lang", &[], Value::Language),
    ("colspan", &[Tag::Td, Tag::Th], Value::Span),
    ("rowspan", &[Tag::Td, Tag::Th], Value::Span),
    ("scope", &[Tag::Th], Value::Word("col row")),
    ("start", &[Tag::Ol], Value::Number),
    ("reversed", &[Tag::Ol], Value::Flag),
    ("title", &[Tag::Abbr, Tag::Dfn], Value::Text),
    ("datetime", &[Tag::Time], Value::Moment),
    ("open", &[Tag::Details], Value::Flag),
];

/// The attributes `tag` keeps of `node` (ARABIC.md 7).
pub(super) fn of<N: SourceNode>(node: &N, tag: Tag) -> Vec<Attr> {
    let mut kept = Vec::new();
    for (name, tags, allowed) in KEPT {
        if !tags.is_empty() && !tags.contains(&tag) {
            continue;
        }
        let Some(mut value) = node.attribute(name) else {
            continue;
        };
        value = value.trim().into();
        let valid = match allowed {
            Value::Word(list) => {
                value.make_ascii_lowercase();
                position(list, &value).is_some()
            }
            Value::Language => is_language_tag(&value),
            Value::Span => digits(&value).is_some_and(|span| (2..=1000).contains(&span)),
            Value::Number => digits(value.strip_prefix('-').unwrap_or(&value)).is_some(),
            Value::Text => !value.is_empty(),
            Value::Moment => {
                let byte = |b: u8| b.is_ascii_alphanumeric() || b"-+:. ".contains(&b);
                (1..=40).contains(&value.len()) && value.bytes().all(byte)
            }
            Value::Flag => {
                value.clear();
                true
            }
        };
        if valid && value.len() <= LONGEST {
            kept.push(Attr::new(name, &value));
        }
    }
    kept
}

/// The direction that the attributes say.
pub(super) fn dir(attributes: &[Attr]) -> Option<&str> {
    let first = attributes.first()?;
    (first.name() == "dir").then(|| first.value())
}

/// Makes `value` the direction.
pub(super) fn set_dir(attributes: &mut Vec<Attr>, value: &str) {
    if dir(attributes).is_some() {
        attributes.swap_remove(0);
    }
    attributes.insert(0, Attr::new("dir", value));
}

/// Adds what a wrapper that lost its tag said about direction and language, where the element is silent.
pub(super) fn inherit(own: &mut Vec<Attr>, wrapper: &[Attr]) {
    for said in wrapper {
        if !own.iter().any(|attribute| attribute.name() == said.name()) {
            let at = usize::from(said.name() == "lang" && dir(own).is_some());
            own.insert(at, said.clone());
        }
    }
}
