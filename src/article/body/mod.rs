//! The body: a tree of known elements with known attributes, made from HTML.
//!
//! It is never turned back into a string. Whatever is not in [`Tag`] and [`Attributes`] cannot be said.
//!
//! The way: `source` meets every source node once, asks `names` what becomes of it, and tells the `tree`, which is
//! well formed at any time; `finish` has the last hand on each container; then `direction` and `isolate` see to the
//! order of letters.

mod attributes;
mod direction;
mod embeds;
mod finish;
mod image;
mod isolate;
mod line;
mod media;
mod model;
mod names;
mod shortcodes;
mod source;
mod text;
mod tree;

pub use attributes::Attributes;
pub(crate) use image::candidate;
pub use model::{Embed, Node, Parts, Tag};
pub use text::plain_text;
pub(super) use text::without_tags;

use super::Image;
use crate::language::Dir;
use crate::platform::Platform;
use tree::Cleaner;

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
    let mut cleaner = Cleaner::new(platform, context, false);
    match platform.parse(html) {
        Some(root) => cleaner.read(&root),
        None => cleaner.lines(&without_tags(html)),
    }
    cleaner.finish()
}

/// A short text of the article as a block of its body would have it: with its own direction if it is not the one
/// around, and with what has its own order in a line set apart.
pub fn line(text: &str, around: Dir) -> Node {
    let mut block = Node::around(Tag::P, Node::text(text));
    direction::mark_element(&mut block, around);
    block
}

/// Cleans and repairs a part of the host page, parsed anew. A reader inside it is passed over.
pub fn from_node<P: Platform>(platform: &P, root: P::Node, context: &BodyContext) -> Vec<Node> {
    let mut cleaner = Cleaner::new(platform, context, true);
    cleaner.read(&root);
    cleaner.finish()
}
