//! The body: the cleaned tree as elements, in slices, so that a long article leaves the page responsive.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::contexts::{use_config, use_locale};
use super::embed::Embed;
use super::masthead::heading;
use super::picture::Picture;
use super::text::date_in_words;
use crate::article::body::{Element, Node, Tag, plain_text};
use crate::article::{Article, Stamp};
use crate::config::Embeds;
use crate::locale::{Locale, Text};

/// Top-level blocks in one slice: more than one screen, of a phone more than two.
pub const SLICE: usize = 12;

/// The body's slices up to top-level block `shown`.
pub fn slices(article: &Rc<Article>, shown: usize, deeper: u8) -> Html {
    let starts = (0..article.body.len().min(shown)).step_by(SLICE);
    html! {
        <>{ for starts.map(|start| html! { <Slice key={start} article={article.clone()} {start} {deeper} /> }) }</>
    }
}

/// Props of [`Slice`].
#[derive(Debug, Clone, Properties)]
pub struct SliceProps {
    /// The article.
    pub article: Rc<Article>,
    /// First top-level block.
    pub start: usize,
    /// How much deeper than in the source a heading stands (0 or 1), so that the page keeps one outline.
    pub deeper: u8,
}

impl PartialEq for SliceProps {
    /// The article by its address: a text-size change must not compare a million characters.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
            && (self.start, self.deeper) == (other.start, other.deeper)
    }
}

/// Some blocks of the body. Rendered once: its properties change only with the article.
#[component]
pub fn Slice(props: &SliceProps) -> Html {
    let config = use_config();
    let locale = use_locale();
    let surroundings = Around {
        deeper: props.deeper,
        embeds: config.embeds,
        locale: &locale,
        table_label: locale.words().text(Text::Table),
        video_label: locale.words().text(Text::Video),
        sound_label: locale.words().text(Text::Sound),
    };
    let blocks = props.article.body.iter().skip(props.start).take(SLICE);
    html! { <>{ for blocks.map(|block| node(block, &surroundings)) }</> }
}

/// What the nodes of a body need to know of what is around.
struct Around<'a> {
    deeper: u8,
    embeds: Embeds,
    locale: &'a Locale,
    table_label: &'a str,
    video_label: &'a str,
    sound_label: &'a str,
}

fn node(node: &Node, around: &Around) -> Html {
    match node {
        Node::Text(text) => html! { text },
        Node::Image(image) => html! { <Picture image={(**image).clone()} /> },
        Node::Embed(embed) => {
            html! { <Embed embed={(**embed).clone()} shown_as={around.embeds} /> }
        }
        Node::Element(block) if block.tag == Tag::Table => {
            // A wide table scrolls in itself (ARABIC.md 18), also by keyboard.
            html! {
                <div class="scroll" tabindex="0" role="region" aria-label={around.table_label.to_owned()}>
                    { Html::from(element(block, around)) }
                </div>
            }
        }
        Node::Element(block) => element(block, around).into(),
    }
}

/// An element of the allow-list. Its attributes are known only at run time, so it is made without the macro.
///
/// `math` begins a namespace of its own; Yew makes what stands in it in the same.
fn element(block: &Element, around: &Around) -> VTag {
    let mut tag = VTag::new(name(block.tag, around.deeper));
    if block.tag == Tag::Img {
        tag.add_attribute("loading", "lazy");
        tag.add_attribute("decoding", "async");
        tag.add_attribute("referrerpolicy", "strict-origin-when-cross-origin");
    }
    match block.tag {
        Tag::Video => tag.add_attribute("aria-label", around.video_label.to_owned()),
        Tag::Audio => tag.add_attribute("aria-label", around.sound_label.to_owned()),
        _ => {}
    }
    for (name, value) in block.attributes.iter() {
        if name == "title" && block.tag.is_player() {
            tag.add_attribute("aria-label", value.clone().into_owned());
        }
        if name == "href" && value.starts_with("http") {
            tag.add_attribute("target", "_blank");
            tag.add_attribute("rel", "noopener");
        }
        if name == "start" && value.parse().is_ok_and(|first: u32| first >= FIRST_LONG) {
            tag.add_attribute("class", "long");
        }
        // Two readers on a page have places of the same names, so these are no ids there.
        let name = if name == "id" { "data-place" } else { name };
        tag.add_attribute(name, value.into_owned());
    }
    if block.tag == Tag::Pre {
        // It scrolls in itself, so a keyboard must reach it.
        tag.add_attribute("tabindex", "0");
    }
    match machine_time(block) {
        Some(stamp) => tag.add_child(date_in_words(&stamp, around.locale)),
        None => tag.add_children(block.children.iter().map(|child| node(child, around))),
    }
    tag
}

/// The time that an element shows as machines write it, as the updates of a live blog have it: nobody wrote these words.
fn machine_time(block: &Element) -> Option<Stamp> {
    if block.tag != Tag::Time {
        return None;
    }
    let stamp = Stamp::parse(&plain_text(&block.children))?;
    let iso = stamp.iso();
    let is_same = block
        .attributes
        .iter()
        .any(|(name, value)| name == "datetime" && *value == iso);
    (is_same && plain_text(&block.children) == iso).then_some(stamp)
}

/// A list that starts here has three digits, at once or soon, and needs more room than other numbers have.
const FIRST_LONG: u32 = 90;

/// The element's name, headings as deep as the page's outline asks.
fn name(tag: Tag, deeper: u8) -> &'static str {
    let level = match tag {
        Tag::H2 => 2,
        Tag::H3 => 3,
        Tag::H4 => 4,
        Tag::H5 => 5,
        _ => return tag.name(),
    };
    heading(level + deeper)
}
