//! Which attributes an element keeps, and what their values may be.

pub(super) mod formula;
mod numbering;
mod special;

use std::borrow::Cow;

use strum::{EnumString, IntoStaticStr};

use super::Tag;
use crate::article::SafeUrl;
use crate::language::{Dir, is_language_tag};
use crate::platform::SourceAttributes;
pub(super) use numbering::NumberKind;
pub(super) use special::{Class, Picture, Player, Special};

/// The longest value, in bytes: an attribute around very many blocks is copied into each.
pub(super) const LONGEST: usize = 4000;

/// The attributes of an element. Only the body's own rooms can make them: of known names, with checked values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes {
    pub(super) dir: Option<TextDir>,
    /// A BCP 47 tag.
    pub(super) lang: Option<String>,
    /// The number of the place in the article that the block is.
    pub(super) place: Option<u32>,
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
        let id = self
            .place
            .map(|number| ("id", special::place_name(number).into()));
        let general = [id, dir, lang].into_iter().flatten();
        general.chain(self.special.attributes())
    }

    /// Adds what a wrapper that lost its tag said about direction and language, where the element is silent.
    pub(super) fn inherit(&mut self, wrapper: &Self) {
        self.dir = self.dir.or(wrapper.dir);
        if self.lang.is_none() {
            self.lang.clone_from(&wrapper.lang);
        }
    }
}

/// The attributes that `tag` keeps of its source's (ARABIC.md 7).
pub(super) fn of(source: &SourceAttributes, tag: Tag) -> Attributes {
    if source.is_empty() {
        return Attributes::default();
    }
    let lang = source.value("lang").trim();
    let is_known = lang.len() <= LONGEST && is_language_tag(lang);
    Attributes {
        dir: source.value("dir").trim().parse().ok(),
        lang: is_known.then(|| lang.to_owned()),
        place: None,
        special: Special::of(source, tag),
    }
}

fn name(value: impl Into<&'static str>) -> Cow<'static, str> {
    Cow::Borrowed(value.into())
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
