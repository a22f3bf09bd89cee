//! Which attributes an element keeps, and what their values may be.

use super::Tag;
use super::isolate::run;
use super::text::collapsed;
use crate::article::SafeUrl;
use crate::language::is_language_tag;
use crate::locale::template::{cut, entry, position};
use crate::platform::SourceNode;

/// The longest value, in bytes: an attribute around very many blocks is copied into each.
pub(super) const LONGEST: usize = 4000;

/// What `dir` may be.
const DIRECTIONS: &str = "rtl ltr auto";
/// Attributes besides `dir` and `lang`, which all elements keep, one in a row: the characters of its value (as [`run`]
/// has them, none for one that is there or not), its name, the elements that keep it. `href` needs an address to
/// resolve against and is read elsewhere; a class is one of Qari's own stylesheet (`callout`, `gallery`), never the
/// source's.
const KEPT: &str = "0,colspan,td th;0,rowspan,td th;aA,scope,th;0-,start,ol;,reversed,ol;^,title,abbr dfn;\
                    aA0-+:. ,datetime,time;,open,details";

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
        let (set, row) = cut(row, ",");
        let (name, tags) = cut(row, ",");
        if position(tags, tag.name()).is_some()
            && let Some(mut value) = said(name)
        {
            if set.is_empty() {
                value.clear();
            }
            // Cells span one column and row without saying so.
            let said = value.is_empty() == set.is_empty() && (set != "0" || value != "1");
            if said && value.len() <= LONGEST && run(value.as_bytes(), 0, set) == value.len() {
                kept.push(name, &value);
            }
        }
    }
    kept
}
