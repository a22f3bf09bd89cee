//! What is said of a value that is not taken.

use std::fmt;

use super::ATTRIBUTES;
use crate::language::nearest;

/// One remark for the site owner about one attribute, for `console.warn` and the debug panel: one plain English line.
/// Never shown to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A value is not taken.
    Refused {
        /// The attribute's name without `data-`.
        attribute: &'static str,
        /// The value, or the entry of a list, that is not taken.
        value: String,
        /// What would have been.
        allowed: Allowed,
    },
    /// There is no such attribute, but one that is nearly called so.
    Unknown {
        /// The name as written, without `data-`.
        written: String,
        /// The one that there is.
        meant: &'static str,
    },
}

impl Notice {
    /// What is said of a value that only the browser can judge; `attribute` is one of [`ATTRIBUTES`].
    pub fn refused(attribute: &str, value: &str) -> Option<Self> {
        let known = ATTRIBUTES.iter().find(|known| known.name == attribute)?;
        Some(Self::Refused {
            attribute: known.name,
            value: value.to_owned(),
            allowed: known.allowed,
        })
    }

    /// What is said of a name that is no attribute's: nothing, unless it is nearly one. Pages have names of their own.
    pub(super) fn unknown(written: &str) -> Option<Self> {
        // The loader writes it.
        if written == "state" {
            return None;
        }
        let names: Vec<&str> = ATTRIBUTES.iter().map(|known| known.name).collect();
        nearest(written, &names).map(|meant| Self::Unknown {
            written: written.to_owned(),
            meant,
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
        match self {
            Self::Refused {
                attribute,
                value,
                allowed,
            } => {
                let value: String = value.chars().take(LONGEST).collect();
                write!(
                    f,
                    "Qari: data-{attribute}=\"{value}\" is ignored. Allowed: {allowed}"
                )
            }
            Self::Unknown { written, meant } => {
                for part in [
                    "Qari: there is no data-",
                    written,
                    ". Did you mean data-",
                    meant,
                    "?",
                ] {
                    f.write_str(part)?;
                }
                Ok(())
            }
        }
    }
}
