//! The body: the cleaned tree as elements, in slices, so that a long article leaves the page responsive.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{VComp, VNode, VText};

use super::el::{El, el};
use super::embed::EmbedView;
use super::image;
use crate::article::Article;
use crate::article::body::{Attr, Element, Node, Tag};
use crate::config::Embeds;
use crate::locale::Words;

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
        let blocks = props.article.body.iter().skip(props.start).take(SLICE);
        VNode::from_iter(blocks.map(|block| node(block, props)))
    }
}

/// The slices up to top-level block `shown`.
pub fn slices(props: &SliceProps, shown: usize) -> impl Iterator<Item = VNode> {
    (0..props.article.body.len().min(shown))
        .step_by(SLICE)
        .map(|start| {
            let props = SliceProps {
                start,
                ..props.clone()
            };
            VComp::new::<Slice>(Rc::new(props), Some(start.into())).into()
        })
}

fn node(node: &Node, props: &SliceProps) -> VNode {
    match node {
        Node::Text(text) => VText::new(text.clone()).into(),
        Node::Image(image) => image::image(image, false).into(),
        Node::Embed(embed) => EmbedView::of(embed, props.embeds, props.words),
        Node::Element(element) => {
            let children = element.children.iter().map(|child| self::node(child, props));
            let made = attributes(el(name(element.tag, props.deeper)), element).children(children);
            if element.tag == Tag::Table {
                // A wide table scrolls in itself (ARABIC.md 18), also by keyboard.
                el("div")
                    .attrs(&["class", "tabindex"], [Some("scroll".into()), Some("0".into())])
                    .child(made)
                    .into()
            } else {
                made.into()
            }
        }
    }
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

fn attributes(made: El, element: &Element) -> El {
    if element.attributes.is_empty() {
        return made;
    }
    const NAMES: &[&str; 14] = &[
        "dir", "lang", "href", "colspan", "rowspan", "scope", "start", "reversed", "title", "datetime",
        "open", "class", "target", "rel",
    ];
    let mut values: [Option<AttrValue>; 14] = Default::default();
    for attribute in &element.attributes {
        let (index, value) = match attribute {
            Attr::Dir(dir) => (0, dir.as_str().into()),
            Attr::DirAuto => (0, "auto".into()),
            Attr::Lang(lang) => (1, lang.clone().into()),
            Attr::Href(url) => {
                if url.as_str().starts_with("http") {
                    values[12] = Some("_blank".into());
                    values[13] = Some("noopener".into());
                }
                (2, AttrValue::from(url.as_str().to_owned()))
            }
            Attr::Colspan(count) => (3, count.to_string().into()),
            Attr::Rowspan(count) => (4, count.to_string().into()),
            Attr::Scope(scope) => (5, (*scope).into()),
            Attr::Start(number) => (6, number.to_string().into()),
            Attr::Reversed => (7, "".into()),
            Attr::Title(title) => (8, title.clone().into()),
            Attr::Datetime(instant) => (9, instant.clone().into()),
            Attr::Open => (10, "".into()),
            Attr::Class(class) => (11, (*class).into()),
        };
        values[index] = Some(value);
    }
    made.attrs(NAMES, values)
}
