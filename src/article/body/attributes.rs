//! Which attributes an element keeps, and what their values may be.

use std::borrow::Cow;

use strum::{EnumString, IntoStaticStr};

use super::Tag;
use super::text::collapsed;
use crate::article::SafeUrl;
use crate::language::{Dir, is_language_tag};
use crate::platform::SourceAttributes;

/// The longest value, in bytes: an attribute around very many blocks is copied into each.
pub(super) const LONGEST: usize = 4000;

/// The attributes of an element. Only the body's own rooms can make them: of known names, with checked values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    pub(super) dir: Option<TextDir>,
    /// A BCP 47 tag.
    pub(super) lang: Option<String>,
    pub(super) special: Special,
}

/// The value of a `dir` attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub(super) enum TextDir {
    Rtl,
    Ltr,
    /// That of its first letter.
    Auto,
}

/// What only certain elements have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Special {
    #[default]
    None,
    /// `href` of a link.
    Link(SafeUrl),
    /// How many columns and rows a cell spans, and what a heading is the heading of.
    Cell {
        columns: Option<u32>,
        rows: Option<u32>,
        scope: Option<Scope>,
    },
    /// The first number of an ordered list, and whether it counts down.
    Numbering { start: Option<i32>, reversed: bool },
    /// The long form of an abbreviation, the term that is defined.
    Title(String),
    /// A time for machines.
    DateTime(String),
    /// Details that are shown from the start.
    Open,
    /// A class of Qari's own stylesheet, never the source's.
    Class(Class),
}

/// What a table's heading is the heading of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub(super) enum Scope {
    Row,
    Col,
    RowGroup,
    ColGroup,
}

/// Classes of Qari's own stylesheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub(super) enum Class {
    /// An aside that stands out.
    Callout,
    /// A figure of several images.
    Gallery,
}

impl From<Dir> for TextDir {
    fn from(dir: Dir) -> Self {
        match dir {
            Dir::Rtl => TextDir::Rtl,
            Dir::Ltr => TextDir::Ltr,
        }
    }
}

impl TextDir {
    /// The direction, if it does not depend on the text.
    pub fn fixed(self) -> Option<Dir> {
        match self {
            TextDir::Rtl => Some(Dir::Rtl),
            TextDir::Ltr => Some(Dir::Ltr),
            TextDir::Auto => None,
        }
    }
}

impl Attributes {
    /// Only a direction.
    pub(super) fn running(dir: Dir) -> Self {
        Self {
            dir: Some(dir.into()),
            ..Self::default()
        }
    }

    /// Only a link's target.
    pub(super) fn linking(url: SafeUrl) -> Self {
        Self {
            special: Special::Link(url),
            ..Self::default()
        }
    }

    /// Where it links, if it does.
    pub fn href(&self) -> Option<&SafeUrl> {
        match &self.special {
            Special::Link(url) => Some(url),
            _ => None,
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Name and value of each attribute. The value of `href` is an address that a link may have.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Cow<'_, str>)> {
        let dir = self.dir.map(|dir| ("dir", name(dir)));
        let lang = self.lang.as_deref().map(|lang| ("lang", lang.into()));
        [dir, lang]
            .into_iter()
            .chain(self.special.attributes())
            .flatten()
    }

    /// Adds what a wrapper that lost its tag said about direction and language, where the element is silent.
    pub(super) fn inherit(&mut self, wrapper: &Self) {
        self.dir = self.dir.or(wrapper.dir);
        if self.lang.is_none() {
            self.lang.clone_from(&wrapper.lang);
        }
    }
}

impl Special {
    fn attributes(&self) -> [Option<(&'static str, Cow<'_, str>)>; 3] {
        match self {
            Special::None => [None, None, None],
            Special::Link(url) => [Some(("href", url.as_str().into())), None, None],
            Special::Cell {
                columns,
                rows,
                scope,
            } => [
                columns.map(|columns| ("colspan", columns.to_string().into())),
                rows.map(|rows| ("rowspan", rows.to_string().into())),
                scope.map(|scope| ("scope", name(scope))),
            ],
            Special::Numbering { start, reversed } => [
                start.map(|start| ("start", start.to_string().into())),
                reversed.then_some(("reversed", "".into())),
                None,
            ],
            Special::Title(title) => [Some(("title", title.into())), None, None],
            Special::DateTime(time) => [Some(("datetime", time.into())), None, None],
            Special::Open => [Some(("open", "".into())), None, None],
            Special::Class(class) => [Some(("class", name(*class))), None, None],
        }
    }

    /// What `tag` keeps of these attributes, besides an address, which needs another to be resolved against.
    fn of(source: &SourceAttributes, tag: Tag) -> Self {
        match tag {
            Tag::Td | Tag::Th => {
                let columns = spanned(source, "colspan");
                let rows = spanned(source, "rowspan");
                let scope = match tag {
                    Tag::Th => source.value("scope").trim().parse().ok(),
                    _ => None,
                };
                if columns.is_none() && rows.is_none() && scope.is_none() {
                    return Special::None;
                }
                Special::Cell {
                    columns,
                    rows,
                    scope,
                }
            }
            Tag::Ol => {
                let start = source.value("start").trim().parse().ok();
                let reversed = source.get("reversed").is_some();
                if start.is_none() && !reversed {
                    return Special::None;
                }
                Special::Numbering { start, reversed }
            }
            Tag::Abbr | Tag::Dfn => kept(source, "title").map_or(Special::None, Special::Title),
            Tag::Time => kept(source, "datetime")
                .filter(|time| time.chars().all(is_in_time))
                .map_or(Special::None, Special::DateTime),
            Tag::Details if source.get("open").is_some() => Special::Open,
            _ => Special::None,
        }
    }
}

/// The attributes that `tag` keeps of its source's (ARABIC.md 7).
pub(super) fn of(source: &SourceAttributes, tag: Tag) -> Attributes {
    let lang = source.value("lang").trim();
    let is_known = lang.len() <= LONGEST && is_language_tag(lang);
    Attributes {
        dir: source.value("dir").trim().parse().ok(),
        lang: is_known.then(|| lang.to_owned()),
        special: Special::of(source, tag),
    }
}

fn name(value: impl Into<&'static str>) -> Cow<'static, str> {
    Cow::Borrowed(value.into())
}

/// The value as a page would show it, unless it is empty or too long.
fn kept(source: &SourceAttributes, name: &str) -> Option<String> {
    let value = collapsed(source.value(name));
    (!value.is_empty() && value.len() <= LONGEST).then_some(value)
}

/// How many columns or rows a cell spans. Cells span one without saying so.
fn spanned(source: &SourceAttributes, name: &str) -> Option<u32> {
    let number = source.value(name).trim().parse().ok();
    number.filter(|number| *number != 1)
}

/// What a time for machines is written with: `2024-09-05T14:07+01:00`, `P1D`.
fn is_in_time(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | ':' | '.' | ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(tag: Tag, source: &[(&'static str, &'static str)]) -> String {
        let source = source
            .iter()
            .map(|(name, value)| ((*name).into(), (*value).into()));
        of(&source.collect(), tag)
            .iter()
            .map(|(name, value)| format!("{name}={value} "))
            .collect()
    }

    #[test]
    fn every_element_keeps_direction_and_language() {
        assert_eq!(
            read(Tag::B, &[("lang", " fr "), ("dir", "LTR"), ("id", "x")]),
            "dir=ltr lang=fr "
        );
        assert_eq!(read(Tag::B, &[("lang", "français"), ("dir", "up")]), "");
        let long = "ar-".to_owned() + &"x".repeat(LONGEST);
        let source = [("lang".into(), long.into())].into_iter().collect();
        assert!(of(&source, Tag::P).is_empty());
    }

    #[test]
    fn an_attribute_stays_only_where_it_means_something() {
        let all = [
            ("colspan", "2"),
            ("rowspan", "1"),
            ("scope", "COL"),
            ("start", "-3"),
            ("reversed", ""),
            ("title", " a \n b "),
            ("datetime", "2024-09-05T14:07+01:00"),
            ("open", ""),
            ("class", "x"),
            ("href", "/x"),
            ("style", "x"),
            ("onclick", "x"),
        ];
        for (tag, kept) in [
            (Tag::Td, "colspan=2 "),
            (Tag::Th, "colspan=2 scope=col "),
            (Tag::Ol, "start=-3 reversed= "),
            (Tag::Abbr, "title=a b "),
            (Tag::Dfn, "title=a b "),
            (Tag::Time, "datetime=2024-09-05T14:07+01:00 "),
            (Tag::Details, "open= "),
            (Tag::P, ""),
            (Tag::A, ""),
        ] {
            assert_eq!(read(tag, &all), kept, "{tag:?}");
        }
    }

    #[test]
    fn a_value_that_cannot_be_is_none() {
        assert_eq!(read(Tag::Td, &[("colspan", "2x"), ("rowspan", "")]), "");
        assert_eq!(read(Tag::Th, &[("scope", "all")]), "");
        assert_eq!(read(Tag::Ol, &[("start", "أ")]), "");
        assert_eq!(read(Tag::Time, &[("datetime", "أمس")]), "");
        assert_eq!(read(Tag::Abbr, &[("title", " ")]), "");
    }
}
