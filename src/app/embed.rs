//! Something of a third party: a poster of our own until the reader asks for it, so that nothing is fetched before.

use yew::prelude::*;

use super::contexts::use_locale;
use super::icons::{Icon, icon};
use crate::article::SafeUrl;
use crate::article::body::{self, EmbedKind};
use crate::browser::{Element, focus};
use crate::config::Embeds;
use crate::locale::Text;

/// What a player may do.
const ALLOW: &str = "autoplay; fullscreen; encrypted-media";

/// Props of [`Embed`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct EmbedProps {
    /// What to show.
    pub embed: body::Embed,
    /// `data-embeds`.
    pub shown_as: Embeds,
}

/// The embed as the owner wants it: poster, player or link.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let EmbedProps { embed, shown_as } = props;
    let locale = use_locale();
    let words = locale.words();
    let playing = use_state(|| false);
    let frame = use_node_ref();
    {
        // Whoever pressed the poster goes on in the player.
        let frame = frame.clone();
        use_effect_with(*playing, move |playing| {
            if let (true, Some(frame)) = (*playing, frame.cast::<Element>()) {
                focus::give_in_place(&frame);
            }
        });
    }
    let title = match embed.title.as_str() {
        "" => words
            .text(Text::OpenOn)
            .replace("{provider}", embed.provider),
        title => title.to_owned(),
    };
    let player = |address: &SafeUrl, loading: Option<&'static str>| {
        html! {
            <iframe
                ref={frame.clone()}
                title={title.clone()}
                allow={ALLOW}
                allowfullscreen=true
                referrerpolicy="strict-origin-when-cross-origin"
                {loading}
                src={address.as_str().to_owned()}
            />
        }
    };
    let content = match shown_as {
        Embeds::Link => {
            return html! {
                <p>
                    <a target="_blank" rel="noopener" href={embed.link.as_str().to_owned()}>
                        <bdi>{ title }</bdi>
                    </a>
                </p>
            };
        }
        Embeds::On => player(&embed.player, Some("lazy")),
        // One click is enough: it plays at once.
        Embeds::Click if *playing => player(&embed.playing, None),
        Embeds::Click => {
            let (sign, ask) = match embed.kind {
                EmbedKind::Video => (Icon::Play, Text::PlayVideo),
                EmbedKind::Sound => (Icon::Play, Text::PlaySound),
                EmbedKind::Post => (Icon::Post, Text::ShowPost),
            };
            let on_play = Callback::from(move |_: MouseEvent| playing.set(true));
            let inside = html! {
                <>
                    { icon(sign) }
                    if !embed.title.is_empty() {
                        <b><bdi>{ &embed.title }</bdi></b>
                    }
                    <span>{ words.text(ask).replace("{provider}", embed.provider) }</span>
                </>
            };
            // What is written beforehand leads to the original where no script hears it (static/touch.js).
            if cfg!(any(feature = "native", not(target_arch = "wasm32"))) {
                html! {
                    <a class="poster" target="_blank" rel="noopener" href={embed.link.as_str().to_owned()}>
                        { inside }
                    </a>
                }
            } else {
                html! {
                    <button type="button" class="poster" onclick={on_play}>{ inside }</button>
                }
            }
        }
    };
    let (width, height) = embed.ratio;
    html! { <figure class={classes!("embed", (height >= width).then_some("tall"))}>{ content }</figure> }
}
