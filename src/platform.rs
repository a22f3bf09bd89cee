//! What the pure rooms need of the machine they run on: an inert HTML parser, URL resolution, and the clocks of the world.
//!
//! `browser` implements it with the browser's own (a kilobyte of glue instead of a parser in the wasm),
//! `native` with html5ever and the crates `url` and `jiff`, so that cleaning is tested without a browser.

use std::borrow::Cow;

/// The machine: a parser that runs nothing, WHATWG URL resolution, and the tz database.
pub trait Platform {
    /// A node of the parsed, inert tree.
    type Node: SourceNode;

    /// Parses `html` as the content of a `<body>`, scripting off, and gives that body.
    ///
    /// `None` where the platform refuses (Trusted Types without the `qari` policy).
    fn parse(&self, html: &str) -> Option<Self::Node>;

    /// Resolves `url` against `base` as WHATWG URL says; by itself where `base` is no absolute URL (empty). `None` when
    /// it is not a URL.
    fn resolve(&self, url: &str, base: &str) -> Option<String>;

    /// What a clock in `zone` shows at an instant, in seconds from 1970 on. A zone is an IANA name (`Africa/Casablanca`), or
    /// `page` for the device's own. `None` where the platform does not know it.
    fn clock(&self, zone: &str, instant: i64) -> Option<Clock> {
        let _ = (zone, instant);
        None
    }

    /// The text that is written in base64; `None` where it is none.
    fn decode_base64(&self, written: &str) -> Option<String> {
        let _ = written;
        None
    }
}

/// What a clock with a calendar shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Gregorian.
    pub year: u16,
    /// 1–12
    pub month: u8,
    /// 1–31
    pub day: u8,
    /// 0–23
    pub hour: u8,
    /// 0–59
    pub minute: u8,
}

/// The little that cleaning reads of a node of any parser.
pub trait SourceNode: Sized + Clone {
    /// Text or element; comments and the like are [`NodeKind::Other`].
    fn kind(&self) -> NodeKind<'_>;
    /// All attributes at once: a browser is asked for each of them, so they are read once a node. None of what is no
    /// element.
    fn attributes(&self) -> SourceAttributes<'_>;
    /// First child, if any. Never enters a `<template>`'s content.
    fn first_child(&self) -> Option<Self>;
    /// The node after this one under the same parent.
    fn next_sibling(&self) -> Option<Self>;
    /// All text below, in order, as `textContent` gives it.
    fn text_content(&self) -> String;
    /// The first node of what a `<template>` holds; `None` of all else.
    fn template_content(&self) -> Option<Self> {
        None
    }

    /// The nodes directly below.
    fn children(&self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.first_child(), Self::next_sibling)
    }
}

/// What a [`SourceNode`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind<'a> {
    /// A text node with its text.
    Text(Cow<'a, str>),
    /// An element with its lower-case local name (`svg`, `p`, `amp-img`, `o:p`).
    Element(Cow<'a, str>),
    /// A comment, a doctype, a processing instruction.
    Other,
}

/// The attributes of an element of the source, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceAttributes<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl SourceAttributes<'_> {
    /// Whether there is none, as on most elements of an article.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of the attribute `name` (lower case), if it is there.
    pub fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        Some(value)
    }

    /// The value of the attribute `name`; empty if it is not there or blank.
    pub fn value(&self, name: &str) -> &str {
        let value = self.get(name).unwrap_or_default();
        if value.trim().is_empty() { "" } else { value }
    }

    /// Name and value of all, in the source's order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The value of the first of these attributes that has one; empty if none has.
    pub fn first_of(&self, names: &[&str]) -> &str {
        names
            .iter()
            .map(|name| self.value(name))
            .find(|value| !value.is_empty())
            .unwrap_or_default()
    }
}

impl<'a> FromIterator<(Cow<'a, str>, Cow<'a, str>)> for SourceAttributes<'a> {
    fn from_iter<I: IntoIterator<Item = (Cow<'a, str>, Cow<'a, str>)>>(attributes: I) -> Self {
        Self(attributes.into_iter().collect())
    }
}
