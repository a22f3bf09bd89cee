//! What is said of a value that is not taken.

use std::fmt;

use super::ATTRIBUTES;
use crate::language::nearest;
use crate::remark::{Argument, Remark, Said};

/// What the site owner is told of one attribute, in the console (as one plain English line) and in the panel of `data-debug`.
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
    /// What these words say.
    Like(Said),
    /// One of these names; several where the attribute is a list.
    Names(&'static [&'static str]),
    /// `auto` or one of these names.
    AutoOr(&'static [&'static str]),
    /// Anything: that it is there says it.
    Flag,
}

/// In English.
impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match Argument::from(*self) {
            Argument::Words(said) => Remark::new(said, Vec::new()).fmt(f),
            Argument::Name(names) => f.write_str(&names),
        }
    }
}

impl From<Allowed> for Argument {
    fn from(allowed: Allowed) -> Self {
        match allowed {
            Allowed::Like(said) => Self::Words(said),
            Allowed::Flag => Self::Words(Said::AnyText),
            Allowed::Names(names) => names.join(" ").into(),
            Allowed::AutoOr(names) => ["auto ", &names.join(" ")].concat().into(),
        }
    }
}

/// Longest value repeated in a notice, in characters: a whole article pasted into an attribute helps nobody.
const LONGEST: usize = 80;

impl From<&Notice> for Remark {
    fn from(notice: &Notice) -> Self {
        let attribute = |name: &str| Argument::from(["data-", name].concat());
        match notice {
            Notice::Refused {
                attribute: name,
                value,
                allowed,
            } => {
                let value: String = value.chars().take(LONGEST).collect();
                let written = ["data-", name, "=\"", &value, "\""].concat();
                let arguments = vec![("written", written.into()), ("allowed", (*allowed).into())];
                Self::new(Said::Refused, arguments)
            }
            Notice::Unknown { written, meant } => Self::new(
                Said::UnknownAttribute,
                vec![("written", attribute(written)), ("meant", attribute(meant))],
            ),
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Qari: ")?;
        Remark::from(self).fmt(f)
    }
}
