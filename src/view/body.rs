//! The body: the cleaned tree as elements, in slices, so that a long article leaves the page responsive.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{VComp, VNode, VText};

use super::el::{El, el};
use super::{embed, image};
use crate::article::Article;
use crate::article::body::{Element, Node, Tag};
use crate::config::Embeds;
use crate::locale::{Words, decimal};

/// Top-level blocks in one slice: about two screens of a phone.
pub const SLICE: usize = 24;

/// What a slice of the body is a function of.
#[derive(Debug, Clone, Properties)]
pub struct SliceProps {
    /// The article.
    pub article: Rc<Article>,
    /// First top-level block.
    pub start: usize,
    /// How much deeper than in the source a heading stands (0 or 1), so that the page keeps one outline.
    pub deeper: u8,
    /// `data-embeds`.
    pub embeds: Embeds,
    /// Words of the interface, for what is not the article's own.
    pub words: Words,
}

impl PartialEq for SliceProps {
    /// The article by its address: a text-size change must not compare a million characters.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
            && self.start == other.start
            && self.deeper == other.deeper
            && self.embeds == other.embeds
            && self.words == other.words
    }
}

/// Some blocks of the body. Rendered once: its properties change only with the article.
#[derive(Debug)]
pub struct Slice;

impl Component for Slice {
    type Message = ();
    type Properties = SliceProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let mut blocks = yew::virtual_dom::VList::new();
        for block in props.article.body.iter().skip(props.start).take(SLICE) {
            blocks.add_child(node(block, props));
        }
        blocks.into()
    }
}

/// The body with its slices up to top-level block `shown`.
pub fn body(props: &SliceProps, shown: usize) -> El {
    let mut made = el("div part=body");
    let mut start = 0;
    while start < props.article.body.len().min(shown) {
        let props = SliceProps {
            start,
            ..props.clone()
        };
        made = made.node(
            VComp::new::<Slice>(Rc::new(props), Some(decimal(start as u32).as_str().into())).into(),
        );
        start += SLICE;
    }
    made
}

fn node(node: &Node, props: &SliceProps) -> VNode {
    match node {
        Node::Element(element) => self::element(element, props),
        Node::Text(text) => VText::new(text.clone()).into(),
        Node::Image(image) => image::image(image, false).into(),
        Node::Embed(embed) => embed::embed(embed, props).into(),
    }
}

fn element(element: &Element, props: &SliceProps) -> VNode {
    let mut made = el(name(element.tag, props.deeper));
    for (name, value) in element.attributes.iter() {
        made.add(name, &value);
        if name == "start" && (value.len() > 2 || &*value >= "90") {
            // Three digits, at once or soon, need more room than other numbers have.
            made.add("class", "long");
        }
        if name == "href" && value.starts_with("http") {
            made.add("target", "_blank");
            made.add("rel", "noopener");
        }
    }
    for child in &element.children {
        made = made.node(node(child, props));
    }
    if element.tag == Tag::Pre {
        // It scrolls in itself, so a keyboard must reach it.
        made = made.set("tabindex", "0");
    }
    if element.tag == Tag::Table {
        // A wide table scrolls in itself (ARABIC.md 18), also by keyboard.
        made = el("div class=scroll tabindex=0 role=region")
            .set("aria-label", props.words.table())
            .child(made);
    }
    made.into()
}

/// The element's name, headings as deep as the page's outline asks.
fn name(tag: Tag, deeper: u8) -> &'static str {
    let level = match tag {
        Tag::H2 => 2,
        Tag::H3 => 3,
        Tag::H4 => 4,
        Tag::H5 => 5,
        _ => return tag.name(),
    };
    super::heading(level + deeper)
}
