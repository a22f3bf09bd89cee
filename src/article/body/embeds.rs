//! What is shown of third parties: the providers whose players are known, as a table.
//!
//! Nothing of theirs is asked for before the reader clicks; the player is the one that tracks least.

use super::{Embed, image::pixels};
use crate::article::SafeUrl;
use crate::platform::{Platform, SourceNode};

/// How an address says what is to be played.
#[derive(Debug, Clone, Copy)]
enum Id {
    /// Digits after the mark.
    Digits,
    /// Letters, digits, `-` and `_` after the mark.
    Word,
    /// A percent-encoded address after the mark.
    Address,
    /// The address itself, which has the mark in it.
    Whole,
}

/// One way in which a provider's address is written.
#[derive(Debug)]
struct Provider {
    name: &'static str,
    /// Host; its subdomains too.
    host: &'static str,
    /// What stands before the id; the first that is found counts.
    marks: &'static [&'static str],
    id: Id,
    /// Before and after the id in the link for people; empty where the id is the link.
    link: (&'static str, &'static str),
    /// Before and after the id in the player's address.
    player: (&'static str, &'static str),
    /// Width and height where the source says none.
    ratio: (u32, u32),
}

const WIDE: (u32, u32) = (16, 9);
const TALL: (u32, u32) = (9, 16);
const YOUTUBE: (&str, &str) = ("https://www.youtube.com/watch?v=", "");
const YOUTUBE_PLAYER: (&str, &str) = ("https://www.youtube-nocookie.com/embed/", "");
const VIMEO: (&str, &str) = ("https://vimeo.com/", "");
const VIMEO_PLAYER: (&str, &str) = ("https://player.vimeo.com/video/", "?dnt=1");
const DAILYMOTION: (&str, &str) = ("https://www.dailymotion.com/video/", "");
const DAILYMOTION_PLAYER: (&str, &str) = ("https://geo.dailymotion.com/player.html?video=", "");
const X: (&str, &str) = ("https://x.com/i/status/", "");
const X_PLAYER: (&str, &str) = (
    "https://platform.twitter.com/embed/Tweet.html?dnt=true&id=",
    "",
);
const FACEBOOK_VIDEO: (&str, &str) = ("https://www.facebook.com/plugins/video.php?href=", "");
const FACEBOOK_POST: (&str, &str) = ("https://www.facebook.com/plugins/post.php?href=", "");
const SOUNDCLOUD_PLAYER: (&str, &str) = ("https://w.soundcloud.com/player/?url=", "");
const NONE: (&str, &str) = ("", "");

#[rustfmt::skip]
const PROVIDERS: &[Provider] = &[
    Provider { name: "YouTube", host: "youtube.com", marks: &["/shorts/"], id: Id::Word, link: YOUTUBE, player: YOUTUBE_PLAYER, ratio: TALL },
    Provider { name: "YouTube", host: "youtube.com", marks: &["/embed/", "/live/", "/v/", "?v=", "&v="], id: Id::Word, link: YOUTUBE, player: YOUTUBE_PLAYER, ratio: WIDE },
    Provider { name: "YouTube", host: "youtube-nocookie.com", marks: &["/embed/"], id: Id::Word, link: YOUTUBE, player: YOUTUBE_PLAYER, ratio: WIDE },
    Provider { name: "YouTube", host: "youtu.be", marks: &["youtu.be/"], id: Id::Word, link: YOUTUBE, player: YOUTUBE_PLAYER, ratio: WIDE },
    Provider { name: "Vimeo", host: "vimeo.com", marks: &["/video/", "vimeo.com/"], id: Id::Digits, link: VIMEO, player: VIMEO_PLAYER, ratio: WIDE },
    Provider { name: "Dailymotion", host: "dailymotion.com", marks: &["/video/", "?video="], id: Id::Word, link: DAILYMOTION, player: DAILYMOTION_PLAYER, ratio: WIDE },
    Provider { name: "Dailymotion", host: "dai.ly", marks: &["dai.ly/"], id: Id::Word, link: DAILYMOTION, player: DAILYMOTION_PLAYER, ratio: WIDE },
    Provider { name: "X", host: "twitter.com", marks: &["/status/", "?id=", "&id="], id: Id::Digits, link: X, player: X_PLAYER, ratio: (11, 12) },
    Provider { name: "X", host: "x.com", marks: &["/status/"], id: Id::Digits, link: X, player: X_PLAYER, ratio: (11, 12) },
    Provider { name: "Facebook", host: "facebook.com", marks: &["/plugins/video.php?href=", "/plugins/video.php?&href="], id: Id::Address, link: NONE, player: FACEBOOK_VIDEO, ratio: WIDE },
    Provider { name: "Facebook", host: "facebook.com", marks: &["/plugins/post.php?href="], id: Id::Address, link: NONE, player: FACEBOOK_POST, ratio: (11, 12) },
    Provider { name: "Facebook", host: "facebook.com", marks: &["/videos/", "/watch/?v=", "/watch?v="], id: Id::Whole, link: NONE, player: FACEBOOK_VIDEO, ratio: WIDE },
    Provider { name: "Facebook", host: "facebook.com", marks: &["/posts/"], id: Id::Whole, link: NONE, player: FACEBOOK_POST, ratio: (11, 12) },
    Provider { name: "Instagram", host: "instagram.com", marks: &["/p/", "/reel/", "/tv/"], id: Id::Word, link: ("https://www.instagram.com/p/", "/"), player: ("https://www.instagram.com/p/", "/embed/"), ratio: (4, 5) },
    Provider { name: "SoundCloud", host: "w.soundcloud.com", marks: &["?url=", "&url="], id: Id::Address, link: NONE, player: SOUNDCLOUD_PLAYER, ratio: (16, 5) },
    Provider { name: "SoundCloud", host: "soundcloud.com", marks: &["soundcloud.com/"], id: Id::Whole, link: NONE, player: SOUNDCLOUD_PLAYER, ratio: (16, 5) },
    Provider { name: "TikTok", host: "tiktok.com", marks: &["/embed/v2/", "/embed/", "/player/v1/", "/video/"], id: Id::Digits, link: ("https://www.tiktok.com/@/video/", ""), player: ("https://www.tiktok.com/player/v1/", ""), ratio: TALL },
];

/// AMP's and other custom elements that name a provider: element, attribute with the id, address before it.
const ELEMENTS: &[(&str, &str, &str)] = &[
    (
        "amp-dailymotion",
        "data-videoid",
        "https://www.dailymotion.com/video/",
    ),
    ("amp-facebook", "data-href", ""),
    (
        "amp-instagram",
        "data-shortcode",
        "https://www.instagram.com/p/",
    ),
    (
        "amp-soundcloud",
        "data-trackid",
        "https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F",
    ),
    ("amp-tiktok", "data-src", "https://www.tiktok.com/embed/v2/"),
    ("amp-twitter", "data-tweetid", "https://x.com/i/status/"),
    ("amp-vimeo", "data-videoid", "https://vimeo.com/"),
    (
        "amp-youtube",
        "data-videoid",
        "https://www.youtube.com/embed/",
    ),
    ("lite-youtube", "videoid", "https://www.youtube.com/embed/"),
];

/// The address of a custom element that names a provider.
pub(super) fn custom<N: SourceNode>(name: &str, node: &N) -> Option<String> {
    let (_, attribute, before) = ELEMENTS.iter().find(|(known, ..)| *known == name)?;
    Some([before, node.attribute(attribute)?.trim()].concat())
}

/// The player for an address of a known provider.
pub(super) fn find<P: Platform>(platform: &P, url: &SafeUrl) -> Option<Embed> {
    let url = url.as_str();
    let host = host_of(url);
    PROVIDERS.iter().find_map(|provider| {
        subdomain(host, provider.host)?;
        let id = id(provider, url)?;
        let between = |(before, after): (&str, &str)| [before, &id, after].concat();
        let player = SafeUrl::media(platform, &between(provider.player), url)?;
        let link = match provider.id {
            Id::Digits | Id::Word => between(provider.link),
            Id::Address => decoded(&id),
            Id::Whole => url.to_owned(),
        };
        let link = SafeUrl::media(platform, &link, url)?;
        // An address inside the address may be anything: it counts only if it is the provider's own.
        let site = provider.host.strip_prefix("w.").unwrap_or(provider.host);
        let own = subdomain(host_of(link.as_str()), site);
        let link = match (provider.id, own) {
            (Id::Address, None) => return None,
            // For machines; the player shows the same to people.
            (Id::Address, Some("api.")) => player.clone(),
            _ => link,
        };
        Some(Embed {
            provider: provider.name,
            link,
            player: Some(player),
            title: None,
            ratio: provider.ratio,
        })
    })
}

/// The host of an absolute URL: no name and password before it, no port after it.
pub(super) fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => host,
    }
}

/// What stands before `site` in `host`: nothing, or a subdomain with its dot; `None` for another site.
fn subdomain<'a>(host: &'a str, site: &str) -> Option<&'a str> {
    host.strip_suffix(site)
        .filter(|sub| sub.is_empty() || sub.ends_with('.'))
}

fn id(provider: &Provider, url: &str) -> Option<String> {
    let after = |mark: &&str| url.find(*mark).and_then(|at| url.get(at + mark.len()..));
    let rest = provider.marks.iter().find_map(after)?;
    let end = match provider.id {
        Id::Whole => return (!rest.is_empty()).then(|| encoded(url)),
        Id::Digits => rest.find(|c: char| !c.is_ascii_digit()),
        Id::Word => rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')),
        Id::Address => rest.find(['&', '#']),
    };
    let id = rest.get(..end.unwrap_or(rest.len()))?;
    // Playlists and channels have no id of a film.
    (!id.is_empty() && id != "videoseries" && id != "live_stream").then(|| id.to_owned())
}

/// Width and height as the source says them, where they make a likely shape.
pub(super) fn ratio<N: SourceNode>(node: &N) -> Option<(u32, u32)> {
    let side = |name| node.attribute(name).and_then(|value| pixels(&value));
    let (width, height) = (side("width")?, side("height")?);
    (width > 0 && height > 0 && width <= height * 4 && height <= width * 3)
        .then_some((width, height))
}

fn encoded(url: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in url.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit = |n: u8| char::from(HEX.get(usize::from(n)).copied().unwrap_or(b'0'));
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = |b: &u8| char::from(*b).to_digit(16);
        rest = after;
        match after {
            [high, low, tail @ ..] if first == b'%' => match (hex(high), hex(low)) {
                (Some(high), Some(low)) => {
                    bytes.push((high * 16 + low) as u8);
                    rest = tail;
                }
                _ => bytes.push(first),
            },
            _ => bytes.push(first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_what_the_browser_would_ask() {
        for (url, host) in [
            ("https://youtu.be/x", "youtu.be"),
            (
                "https://www.youtube.com:443@evil.example/embed/x",
                "evil.example",
            ),
            ("https://evil.example:8080?x=@youtu.be/", "evil.example"),
            ("https://[::1]:80/", "[::1]"),
        ] {
            assert_eq!(host_of(url), host);
        }
    }
}
