//! Something of a third party: a poster of our own until the reader asks for it, so that nothing is fetched before.

use yew::prelude::*;
use yew::virtual_dom::{VComp, VNode};

use super::el::el;
use super::icons::{self, Icon};
use crate::article::body::Embed;
use crate::config::Embeds;
use crate::locale::{Words, fill};

/// What an embed is a function of.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct EmbedProps {
    embed: Embed,
    /// Load the player without being asked.
    at_once: bool,
    words: Words,
}

/// An embed: a poster, after a click the player.
#[derive(Debug)]
pub struct EmbedView {
    playing: bool,
}

impl EmbedView {
    /// The embed as the owner wants it: poster, player or link.
    pub fn of(embed: &Embed, mode: Embeds, words: Words) -> VNode {
        if mode == Embeds::Link || embed.player.is_none() {
            return link(embed, words);
        }
        let props = EmbedProps {
            embed: embed.clone(),
            at_once: mode == Embeds::On,
            words,
        };
        VComp::new::<EmbedView>(std::rc::Rc::new(props), None).into()
    }
}

fn title(embed: &Embed) -> AttrValue {
    match &embed.title {
        Some(title) => title.clone().into(),
        None => embed.provider.into(),
    }
}

fn link(embed: &Embed, words: Words) -> VNode {
    let label = match &embed.title {
        Some(title) => title.clone(),
        None => fill(words.open_on(), &[embed.provider]),
    };
    el("p")
        .child(
            el("a")
                .attrs(
                    &["href", "target", "rel"],
                    [
                        Some(embed.link.as_str().to_owned().into()),
                        Some("_blank".into()),
                        Some("noopener".into()),
                    ],
                )
                .child(el("bdi").text(label)),
        )
        .into()
}

impl Component for EmbedView {
    type Message = ();
    type Properties = EmbedProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            playing: ctx.props().at_once,
        }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.playing = true;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let EmbedProps { embed, words, .. } = ctx.props();
        let inside = match (&embed.player, self.playing) {
            (Some(player), true) => el("iframe").attrs(
                &["src", "title", "allow", "allowfullscreen", "referrerpolicy", "loading"],
                [
                    Some(player.as_str().to_owned().into()),
                    Some(title(embed)),
                    Some("autoplay; fullscreen; encrypted-media; picture-in-picture".into()),
                    Some("".into()),
                    Some("strict-origin-when-cross-origin".into()),
                    Some("lazy".into()),
                ],
            ),
            _ => {
                let title = embed.title.clone().unwrap_or_default();
                el("button")
                    .attrs(&["type", "class"], [Some("button".into()), Some("poster".into())])
                    .on_click(ctx.link().callback(|_| ()))
                    .child(icons::icon(Icon::Play))
                    .child(el("b").child(el("bdi").text(title)))
                    .child(el("span").text(fill(words.play_video(), &[embed.provider])))
            }
        };
        let (width, height) = embed.ratio;
        let tall = height >= width;
        el("figure")
            .attrs(&["class"], [Some(if tall { "embed tall" } else { "embed" }.into())])
            .child(inside)
            .into()
    }
}
