//! The body: the cleaned tree as elements, in slices, so that a long article leaves the page responsive.

#[cfg(any(feature = "native", not(target_arch = "wasm32")))]
mod written;

use std::borrow::Cow;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::contexts::{use_config, use_locale};
use super::embed::Embed;
use super::masthead::heading;
use super::picture::Picture;
use super::text::date_in_words;
use crate::article::Article;
use crate::article::body::{Element, Node, Tag, machine_time};
use crate::config::Embeds;
use crate::locale::{Locale, Text};

/// Top-level blocks in one slice: more than one screen, of a phone more than two.
pub const SLICE: usize = 12;

/// Blocks that stand in the body itself: what most articles have.
const FLAT: usize = SLICE * 3;
/// Blocks in one stretch.
const STRETCH: usize = SLICE * 4;

/// The body's slices up to top-level block `shown`. Those of a long article stand in stretches: one that is off screen is passed
/// over as a whole, so a size change costs no more in a book than in a report.
pub fn slices(article: &Rc<Article>, shown: usize, deeper: u8) -> Html {
    let blocks = article.body.len().min(shown);
    let slices = |from: usize, to: usize| {
        (from..to.min(blocks)).step_by(SLICE).map(move |start| {
            html! { <Slice key={start} article={article.clone()} {start} {deeper} /> }
        })
    };
    let stretches = (FLAT..blocks).step_by(STRETCH).map(|start| {
        html! { <div key={start} class="stretch">{ for slices(start, start + STRETCH) }</div> }
    });
    html! { <>{ for slices(0, FLAT) }{ for stretches }</> }
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
    // As a string at once, which takes a tenth of the time. In a browser it must be elements.
    #[cfg(any(feature = "native", not(target_arch = "wasm32")))]
    if let Some(html) = written::html(node, around) {
        return Html::from_html_unchecked(html.into());
    }
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
    attributes(block, around, &mut |name, value| {
        tag.add_attribute(name, value.into_owned());
    });
    match machine_time(block) {
        Some(stamp) => tag.add_child(date_in_words(&stamp, around.locale)),
        None => tag.add_children(block.children.iter().map(|child| node(child, around))),
    }
    tag
}

/// Gives `set` the attributes of an element; the last value of a name counts.
fn attributes(block: &Element, around: &Around, set: &mut dyn FnMut(&'static str, Cow<'_, str>)) {
    if block.tag == Tag::Img {
        set("loading", "lazy".into());
        set("decoding", "async".into());
        set("referrerpolicy", "strict-origin-when-cross-origin".into());
    }
    match block.tag {
        Tag::Video => set("aria-label", around.video_label.into()),
        Tag::Audio => set("aria-label", around.sound_label.into()),
        _ => {}
    }
    for (name, value) in block.attributes.iter() {
        if name == "title" && block.tag.is_player() {
            set("aria-label", value.clone());
        }
        if name == "href" && value.starts_with("http") {
            set("target", "_blank".into());
            set("rel", "noopener".into());
        }
        if name == "start" && value.parse().is_ok_and(|first: u32| first >= FIRST_LONG) {
            set("class", "long".into());
        }
        // Two readers on a page have places of the same names, so these are no ids there.
        let name = if name == "id" { "data-place" } else { name };
        set(name, value);
    }
    if block.tag == Tag::Pre {
        // It scrolls in itself, so a keyboard must reach it.
        set("tabindex", "0".into());
    }
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
