//! What is said of a value that is not taken.

use std::fmt;

use super::ATTRIBUTES;

/// One remark for the site owner about one attribute, for `console.warn` and the debug panel: one plain English line.
/// Never shown to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The attribute's name without `data-`.
    pub attribute: &'static str,
    /// The value, or the entry of a list, that is not taken.
    pub value: String,
    /// What would have been.
    pub allowed: Allowed,
}

impl Notice {
    /// What is said of a value that only the browser can judge; `attribute` is one of [`ATTRIBUTES`].
    pub fn refused(attribute: &str, value: String) -> Option<Self> {
        let known = ATTRIBUTES.iter().find(|known| known.name == attribute)?;
        Some(Self {
            attribute: known.name,
            value,
            allowed: known.allowed,
        })
    }
}

/// What an attribute allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    /// Any text.
    Anything,
    /// What these words say.
    Like(&'static str),
    /// One of these names; several where the attribute is a list.
    Names(&'static [&'static str]),
    /// `auto` or one of these names.
    AutoOr(&'static [&'static str]),
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Allowed::Anything => f.write_str("any text"),
            Allowed::Like(words) => f.write_str(words),
            Allowed::Names(names) => f.write_str(&names.join(" ")),
            Allowed::AutoOr(names) => write!(f, "auto {}", names.join(" ")),
        }
    }
}

/// Longest value repeated in a notice, in characters: a whole article pasted into an attribute helps nobody.
const LONGEST: usize = 80;

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self {
            attribute,
            value,
            allowed,
        } = self;
        let value: String = value.chars().take(LONGEST).collect();
        write!(
            f,
            "Qari: data-{attribute}=\"{value}\" is ignored. Allowed: {allowed}"
        )
    }
}
