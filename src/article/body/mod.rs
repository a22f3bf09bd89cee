//! The body: a tree of known elements with known attributes, made from HTML.
//!
//! Qari never turns it back into a string to show it. Whatever is not in [`Tag`] and [`Attributes`] cannot be said.
//!
//! The way: `walk` meets every source node once, asks `treatment` what becomes of it, and tells the `tree`, which is
//! well formed at any time; `finish` has the last hand on each container; then `direction` and `isolate` see to the
//! order of letters.

// The tree.
mod attributes;
mod html;
mod model;
mod tag;
mod text;

// From the source to the tree.
mod containers;
mod direction;
mod disclosure;
mod elements;
mod finish;
mod formula;
mod furniture;
mod isolate;
mod kept;
mod label;
mod line;
mod link_name;
mod passed_over;
mod places;
mod survey;
mod tasks;
mod times;
mod treatment;
mod tree;
mod unparsed;
mod unseen;
mod walk;

// Images and what is embedded.
mod embeds;
mod image;
mod image_file;
mod image_formula;
mod image_source;
mod links;
mod media;
mod pixels;
mod players;
mod providers;
mod shortcodes;
mod srcset;

pub use attributes::Attributes;
pub(super) use embeds::film_id;
pub use embeds::player_addresses;
pub use html::{begins_with_break, html};
pub use model::{Element, Embed, EmbedKind, Node};
pub(crate) use srcset::candidate;
pub(in crate::article) use srcset::written as srcset;
pub use tag::Tag;
pub use text::plain_text;
pub use times::machine_time;
pub(super) use times::move_times;
pub(super) use unparsed::{decoded, each_text_without_tags, without_tags};

use super::Image;
use crate::language::Dir;
use crate::platform::Platform;
use tree::Cleaner;

/// What cleaning needs to know about the article around the body.
#[derive(Debug, Clone, Copy, Default)]
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
    from_parsed(platform, platform.parse(html).as_ref(), html, context)
}

/// The same of what is parsed already: `root`, unless the platform refused `html`.
pub fn from_parsed<P: Platform>(
    platform: &P,
    root: Option<&P::Node>,
    html: &str,
    context: &BodyContext,
) -> Vec<Node> {
    let mut cleaner = Cleaner::new(platform, context, false);
    match root {
        Some(root) => cleaner.read(root),
        None => cleaner.lines(&without_tags(html)),
    }
    cleaner.finish()
}

/// Cleans and repairs a part of the host page, parsed anew. A reader inside it is passed over.
pub fn from_node<P: Platform>(platform: &P, root: &P::Node, context: &BodyContext) -> Vec<Node> {
    let mut cleaner = Cleaner::new(platform, context, true);
    cleaner.read(root);
    cleaner.finish()
}

/// A short text of the article as a block of its body would have it: with its own direction if it is not the one
/// around, and with what has its own order in a line set apart. Its content is texts and `bdi` around one text.
pub fn line(text: &str, around: Dir) -> Element {
    let mut block = Element::new(Tag::P);
    if !text.is_empty() {
        block.children.push(text.into());
    }
    direction::mark_element(&mut block, around);
    block
}
