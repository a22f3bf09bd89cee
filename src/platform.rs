//! What the pure rooms need of the machine they run on: an inert HTML parser and URL resolution.
//!
//! `browser` implements it with the browser's own (a kilobyte of glue instead of a parser in the wasm),
//! `native` with html5ever and the `url` crate, so that cleaning is tested without a browser.

/// The machine: a parser that runs nothing, and WHATWG URL resolution.
pub trait Platform {
    /// A node of the parsed, inert tree.
    type Node: SourceNode;

    /// Parses `html` as the content of a `<body>`, scripting off, and gives that body.
    ///
    /// `None` where the platform refuses (Trusted Types without the `qari` policy).
    fn parse(&self, html: &str) -> Option<Self::Node>;

    /// Resolves `url` against `base` (an absolute URL) as WHATWG URL says; `None` when it is not a URL.
    fn resolve(&self, url: &str, base: &str) -> Option<String>;
}

/// The little that cleaning reads of a node of any parser.
pub trait SourceNode: Sized + Clone {
    /// Text or element; comments and the like are [`NodeKind::Other`].
    fn kind(&self) -> NodeKind;
    /// Value of the attribute `name` (lower case), as written.
    fn attribute(&self, name: &str) -> Option<String>;
    /// First child, if any. Never enters a `<template>`'s content.
    fn first_child(&self) -> Option<Self>;
    /// The node after this one under the same parent.
    fn next_sibling(&self) -> Option<Self>;
    /// All text below, in order, as `textContent` gives it.
    fn text_content(&self) -> String;
}

/// What a [`SourceNode`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// A text node with its text.
    Text(String),
    /// An element with its lower-case local name (`svg`, `p`, `amp-img`, `o:p`).
    Element(String),
    /// A comment, a doctype, a processing instruction.
    Other,
}
