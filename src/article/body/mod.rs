//! The body: a tree of known elements with known attributes, made from HTML.
//!
//! It is never turned back into a string. Whatever is not in [`Tag`] and [`Attr`] cannot be said.
//!
//! The way: `walk` meets every source node once and asks `names` what becomes of it; `source` does it to the
//! `tree`, which keeps it well formed; `finish` has the last hand on each container; then `direction` and `isolate`
//! see to the order of letters.

mod attributes;
mod direction;
mod embeds;
mod files;
mod finish;
mod image;
mod isolate;
mod leftover;
mod line;
mod lone;
mod media;
mod model;
mod names;
mod pictures;
mod shortcodes;
mod source;
mod text;
mod tree;
mod walk;

pub(super) use image::{Addresses, Found};
pub use model::{Attr, Element, Embed, Node, Tag};
pub(super) use text::without_tags;
pub use text::{from_text, plain_text};

use super::Image;
use crate::platform::Platform;
use walk::Walker;

/// What cleaning needs to know about the article around the body.
#[derive(Debug, Clone, Copy)]
pub struct BodyContext<'a> {
    /// What relative addresses resolve against, absolute.
    pub base: &'a str,
    /// The page is https, so http images are tried as https.
    pub secure: bool,
    /// The article's language, BCP 47.
    pub language: &'a str,
    /// The headline: a first heading equal to it is not shown twice.
    pub title: &'a str,
    /// The lead image: a first image equal to it is not shown twice.
    pub lead_image: Option<&'a Image>,
}

/// Cleans and repairs the HTML of a body. Where the platform refuses to parse, its text is what is left.
pub fn from_html<P: Platform>(platform: &P, html: &str, context: &BodyContext) -> Vec<Node> {
    match platform.parse(html) {
        Some(root) => walked(Walker::new(platform, context, false), &root),
        None => text::from_text(&text::without_tags(html)),
    }
}

/// Cleans and repairs a part of a live page, reading only. A reader inside it is passed over.
pub fn from_node<P: Platform>(platform: &P, root: P::Node, context: &BodyContext) -> Vec<Node> {
    walked(Walker::new(platform, context, true), &root)
}

fn walked<P: Platform>(mut walker: Walker<P>, root: &P::Node) -> Vec<Node> {
    walker.walk(root);
    finished(walker)
}

fn finished<P: Platform>(mut walker: Walker<P>) -> Vec<Node> {
    walker.close_caption();
    let mut body = walker.tree.finish();
    direction::mark(
        &mut body,
        Some(direction::of_language(walker.context.language)),
    );
    body
}
