//! Attributes that only certain elements have, one row each (ARABIC.md 7).

use std::borrow::Cow;

use strum::{EnumString, IntoStaticStr};

use super::LONGEST;
use super::formula::{self, Pair};
use super::numbering::NumberKind;
use crate::article::SafeUrl;
use crate::article::body::Tag;
use crate::article::body::text::collapsed;
use crate::platform::SourceAttributes;

/// What only certain elements have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::article::body) enum Special {
    #[default]
    None,
    /// `href` of a link.
    Link(SafeUrl),
    /// `href` of a link to a place in the article.
    Place(u32),
    /// How many columns and rows a cell spans, and what a heading is the heading of.
    Cell {
        columns: Option<u32>,
        rows: Option<u32>,
        scope: Option<Scope>,
    },
    /// The first number of a list, whether it counts down, and what stands before its items.
    Numbering {
        start: Option<i32>,
        reversed: bool,
        kind: Option<NumberKind>,
    },
    /// The number of an item.
    Value(i32),
    /// The long form of an abbreviation, the term that is defined.
    Title(String),
    /// A time for machines.
    DateTime(String),
    /// Details that are shown from the start.
    Open,
    /// A class of Qari's own stylesheet, never the source's.
    Class(Class),
    /// Those of a formula's element.
    Formula(Vec<Pair>),
    /// Film or sound of the article's own. Apart, as is the next: rare, and larger than all others.
    Player(Box<Player>),
    /// A picture that stands in a line.
    Picture(Box<Picture>),
}

/// Film or sound of the article's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::article::body) struct Player {
    pub url: SafeUrl,
    pub poster: Option<SafeUrl>,
    pub title: String,
    /// Width and height.
    pub size: Option<(u32, u32)>,
}

/// A picture that stands in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::article::body) struct Picture {
    pub url: SafeUrl,
    pub alt: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// What a table's heading is the heading of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub(in crate::article::body) enum Scope {
    Row,
    Col,
    RowGroup,
    ColGroup,
}

/// Classes of Qari's own stylesheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub(in crate::article::body) enum Class {
    /// An aside that stands out.
    Callout,
    /// A figure of several images.
    Gallery,
    /// A formula that is a picture.
    Latex,
}

impl Special {
    /// Name and value of each.
    pub fn attributes(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let number = |name, number: Option<u32>| Some((name, number?.to_string().into()));
        let text = |name, text: &'static str| Some((name, Cow::Borrowed(text)));
        let all = match self {
            Special::None => return Vec::new(),
            Special::Formula(pairs) => {
                let pairs = pairs.iter();
                return pairs.map(|(name, value)| (*name, value.into())).collect();
            }
            Special::Player(player) => {
                let Player {
                    url,
                    poster,
                    title,
                    size,
                } = &**player;
                let some = |name, text: &'_ str| (name, Cow::Owned(text.to_owned()));
                let mut all = vec![some("controls", ""), some("preload", "none")];
                all.extend(
                    poster
                        .as_ref()
                        .map(|poster| some("poster", poster.as_str())),
                );
                all.extend((!title.is_empty()).then(|| some("title", title)));
                if let Some((width, height)) = size {
                    all.push(some("width", &width.to_string()));
                    all.push(some("height", &height.to_string()));
                }
                all.push(some("src", url.as_str()));
                return all;
            }
            Special::Picture(picture) => [
                text("class", Class::Latex.into()),
                Some(("alt", (&picture.alt).into())),
                number("width", picture.width),
                number("height", picture.height),
                Some(("src", picture.url.as_str().into())),
            ],
            Special::Place(number) => {
                let href = Some(("href", format!("#{}", place_name(*number)).into()));
                [href, None, None, None, None]
            }
            Special::Link(url) => [Some(("href", url.as_str().into())), None, None, None, None],
            Special::Cell {
                columns,
                rows,
                scope,
            } => [
                number("colspan", *columns),
                number("rowspan", *rows),
                scope.and_then(|scope| text("scope", scope.into())),
                None,
                None,
            ],
            Special::Value(value) => {
                let value = Some(("value", value.to_string().into()));
                [value, None, None, None, None]
            }
            Special::Numbering {
                start,
                reversed,
                kind,
            } => [
                start.map(|start| ("start", start.to_string().into())),
                reversed.then_some(("reversed", "".into())),
                kind.and_then(|kind| text("type", kind.into())),
                None,
                None,
            ],
            Special::Title(title) => [Some(("title", title.into())), None, None, None, None],
            Special::DateTime(time) => [Some(("datetime", time.into())), None, None, None, None],
            Special::Open => [text("open", ""), None, None, None, None],
            Special::Class(class) => [text("class", (*class).into()), None, None, None, None],
        };
        all.into_iter().flatten().collect()
    }

    /// What `tag` keeps of its source's, besides an address, which needs another to be resolved against.
    pub fn of(source: &SourceAttributes, tag: Tag) -> Self {
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
                let kind = NumberKind::of_numbers(source);
                if start.is_none() && !reversed && kind.is_none() {
                    return Special::None;
                }
                Special::Numbering {
                    start,
                    reversed,
                    kind,
                }
            }
            Tag::Ul => {
                NumberKind::of_bullets(source).map_or(Special::None, |kind| Special::Numbering {
                    start: None,
                    reversed: false,
                    kind: Some(kind),
                })
            }
            Tag::Li => {
                let value = source.value("value").trim().parse().ok();
                value.map_or(Special::None, Special::Value)
            }
            Tag::Abbr | Tag::Dfn => kept(source, "title").map_or(Special::None, Special::Title),
            Tag::Time => kept(source, "datetime")
                .filter(|time| time.chars().all(is_in_time))
                .map_or(Special::None, Special::DateTime),
            tag if tag.is_formula() => {
                let pairs = formula::of(source);
                if pairs.is_empty() {
                    return Special::None;
                }
                Special::Formula(pairs)
            }
            Tag::Details if source.get("open").is_some() => Special::Open,
            _ => Special::None,
        }
    }
}

/// The name of a place in the article.
pub(super) fn place_name(number: u32) -> String {
    format!("qari-{number}")
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
