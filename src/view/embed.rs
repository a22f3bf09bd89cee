//! Something of a third party: a poster of our own until the reader asks for it, so that nothing is fetched before.

use super::body::SliceProps;
use super::el::{El, el};
use super::icons::{self, Icon};
use crate::article::body::Embed;
use crate::config::Embeds;
use crate::locale::fill;

/// The embed as the owner wants it: poster, player or link.
pub fn embed(embed: &Embed, props: &SliceProps) -> El {
    let words = props.words;
    let mut title = embed.title.clone();
    if title.is_empty() {
        title = fill(words.open_on(), &[embed.provider]);
    }
    let player = embed.player.as_str();
    if props.embeds == Embeds::Link {
        let link = el("a target=_blank rel=noopener")
            .copy("href", embed.link.as_str())
            .child(el("bdi").say(&title));
        return el("p").child(link);
    }
    let (width, height) = embed.ratio;
    let class = if height >= width {
        "embed tall"
    } else {
        "embed"
    };
    let figure = el("figure").set("class", class);
    if props.embeds == Embeds::On {
        let frame =
            el("iframe allow=autoplay;fullscreen;encrypted-media allowfullscreen loading=lazy")
                .copy("title", &title)
                .copy("src", player);
        return figure.child(frame);
    }
    let poster = el("button type=button class=poster")
        .copy("data-player", player)
        .copy("data-title", &title)
        .child(icons::icon(Icon::Play))
        .child(el("b").child(el("bdi").say(&embed.title)))
        .child(el("span").text(fill(words.play_video(), &[embed.provider]).into()));
    figure.child(poster)
}
