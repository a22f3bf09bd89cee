//! Which attributes an element keeps, and what their values may be.

use super::Tag;
use super::image::digits;
use super::text::collapsed;
use crate::article::SafeUrl;
use crate::locale::is_language_tag;
use crate::locale::template::{cut, entry, position};
use crate::platform::SourceNode;

/// The longest value, in bytes: an attribute around very many blocks is copied into each.
pub(super) const LONGEST: usize = 4000;

/// What `dir` may be.
const DIRECTIONS: &str = "rtl ltr auto";
/// What `scope` may be.
const SCOPES: &str = "col row";

/// Attributes besides `dir` and `lang`, which all elements keep, one in a row: what its value may be, its name, the
/// elements that keep it. `href` needs an address to resolve against and is read elsewhere; a class is one of Qari's
/// own stylesheet (`callout`, `gallery`), never the source's.
///
/// A value is a column or row span worth saying (`n`), one of [`SCOPES`] (`s`), a whole number (`i`), anything that
/// is not blank (`t`), a machine-readable date or duration by its looks (`m`), or none: it is there or not (`f`).
const KEPT: &str = "n colspan td th;n rowspan td th;s scope th;i start ol;f reversed ol;t title abbr dfn;\
                    m datetime time;f open details";

/// All attributes besides `dir` and `lang`.
const OTHERS: &str = "href colspan rowspan scope start reversed title datetime open class";

/// The attributes of a node. Only the body's own rooms can make them: of known names, with checked values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attributes {
    /// `rtl`, `ltr`, `auto`, or empty.
    pub(super) dir: &'static str,
    /// A BCP 47 tag, or empty.
    pub(super) lang: String,
    /// The others, `name=value` in a line each.
    others: String,
}

impl Attributes {
    /// Adds an attribute, whose value has no line break.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        for part in [name, "=", value, "\n"] {
            self.others.push_str(part);
        }
    }

    /// Makes it a link.
    pub(super) fn set_href(&mut self, url: &SafeUrl) {
        self.push("href", url.as_str());
    }

    /// Where it links; empty if it does not.
    pub(super) fn href(&self) -> &str {
        let link = self.others.strip_prefix("href=").unwrap_or_default();
        cut(link, "\n").0
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.dir.len() + self.lang.len() + self.others.len() == 0
    }

    /// Gives each attribute to `found`: its name, and its value; of `href` an address that a link may have.
    pub fn each(&self, found: &mut dyn FnMut(&'static str, &str)) {
        if !self.dir.is_empty() {
            found("dir", self.dir);
        }
        if !self.lang.is_empty() {
            found("lang", &self.lang);
        }
        let mut rest = self.others.as_str();
        while !rest.is_empty() {
            let (line, next) = cut(rest, "\n");
            rest = next;
            let (name, value) = cut(line, "=");
            if let Some(at) = position(OTHERS, name) {
                found(entry(OTHERS, " ", at), value);
            }
        }
    }

    /// Adds what a wrapper that lost its tag said about direction and language, where the element is silent.
    #[inline(never)]
    pub(super) fn inherit(&mut self, wrapper: &Self) {
        if self.dir.is_empty() {
            self.dir = wrapper.dir;
        }
        if self.lang.is_empty() {
            self.lang.push_str(&wrapper.lang);
        }
    }
}

/// The attributes `tag` keeps of `node` (ARABIC.md 7).
pub(super) fn of<N: SourceNode>(node: &N, tag: Tag) -> Attributes {
    let said = |name| node.attribute(name).map(|value| collapsed(&value));
    let mut kept = Attributes::default();
    if let Some(at) = position(DIRECTIONS, &said("dir").unwrap_or_default()) {
        kept.dir = entry(DIRECTIONS, " ", at);
    }
    let lang = said("lang").unwrap_or_default();
    if is_language_tag(&lang) && lang.len() <= LONGEST {
        kept.lang = lang;
    }
    let more = {
        use Tag::*;
        matches!(tag, Abbr | Dfn | Time | Details | Ol | Td | Th)
    };
    let mut rest = if more { KEPT } else { "" };
    while !rest.is_empty() {
        let (row, next) = cut(rest, ";");
        rest = next;
        let (kind, row) = cut(row, " ");
        let (name, tags) = cut(row, " ");
        if position(tags, tag.name()).is_some()
            && let Some(mut value) = said(name)
            && value.len() <= LONGEST
            && is_valid(kind, &mut value)
        {
            kept.push(name, &value);
        }
    }
    kept
}

/// Whether a value may be kept.
fn is_valid(kind: &str, value: &mut String) -> bool {
    let in_moment = |b: u8| b.is_ascii_alphanumeric() || b"-+:. ".contains(&b);
    match kind.as_bytes().first() {
        Some(b'n') => digits(value).is_some_and(|span| (2..=1000).contains(&span)),
        Some(b'i') => digits(value.strip_prefix('-').unwrap_or(value)).is_some(),
        Some(b's') => position(SCOPES, value).is_some(),
        Some(b'm') => (1..=40).contains(&value.len()) && value.bytes().all(in_moment),
        Some(b't') => !value.is_empty(),
        _ => {
            value.clear();
            true
        }
    }
}
