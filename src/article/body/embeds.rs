//! What is shown of third parties: addresses of the known [`PROVIDERS`], and their players.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::pixels::pixels;
use super::providers::{Id, Link, PROVIDERS, Provider, Shown, Start};
use super::{Embed, EmbedKind};
use crate::article::SafeUrl;
use crate::platform::{Platform, SourceAttributes};

/// Where custom elements that name a provider (AMP's and others) keep the id.
const IDS: &[&str] = &[
    "data-videoid",
    "videoid",
    "data-tweetid",
    "data-shortcode",
    "data-trackid",
    "data-href",
    "data-src",
];
/// What stands in an id's place where there is none.
const NO_IDS: &[&str] = &["", "videoseries", "live_stream"];

/// The address of a custom element that names a provider: `amp-youtube`, `lite-youtube`.
pub(super) fn custom(element: &str, attributes: &SourceAttributes) -> Option<String> {
    let name = element
        .strip_prefix("amp-")
        .or_else(|| element.strip_prefix("lite-"))?;
    let provider = PROVIDERS.iter().find(|known| known.element == name)?;
    let id = attributes.first_of(IDS).trim();
    Some(if id.contains("://") {
        id.to_owned()
    } else {
        provider.element_address.replace("{id}", id)
    })
}

/// How long YouTube's ids are.
const YOUTUBE_ID: usize = 11;

/// The address of what an element of a consent manager names: `class="vimeo_player" videoID="…"`.
pub(super) fn named(source: &SourceAttributes) -> Option<String> {
    let id = source.value("videoid");
    let class = source.value("class");
    let is_of = |known: &&Provider| !known.element.is_empty() && class.starts_with(known.element);
    let provider = PROVIDERS.iter().find(is_of).filter(|_| !id.is_empty())?;
    Some(provider.element_address.replace("{id}", id))
}

/// The address of a film of which an element that a script would fill keeps but the id: `data-youtube-id`, or `data-id` of
/// the class `youtube-player`.
pub(super) fn kept_id(source: &SourceAttributes) -> Option<Cow<'static, str>> {
    let is_id = |value: &str| {
        value.len() == YOUTUBE_ID
            && value
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let (_, id) = source.iter().find(|(name, value)| {
        name.starts_with("data-")
            && (name.contains("id") || name.ends_with("embed"))
            && is_id(value)
    })?;
    let mut said = source.iter();
    let is_youtube =
        said.any(|(name, value)| name.contains("youtube") || value.contains("youtube"));
    is_youtube.then(|| ["https://youtu.be/", id].concat().into())
}

/// The id in the address of a known provider.
pub(in crate::article) fn film_id(url: &str) -> Option<&str> {
    let of_host = PROVIDERS
        .iter()
        .filter(|provider| is_at(url, provider.hosts));
    let mut shows = of_host.flat_map(|provider| provider.shows);
    shows.find_map(|shown| shown.id_in(url))
}

/// The player for an address of a known provider.
pub(super) fn find<P: Platform>(platform: &P, url: &SafeUrl) -> Option<Embed> {
    let of_host = PROVIDERS
        .iter()
        .filter(|provider| is_of(url, provider.hosts));
    for provider in of_host {
        for shown in provider.shows {
            let Some(id) = shown.id_in(url.as_str()) else {
                continue;
            };
            let address = |mut address: String, autoplay| {
                provider.complete(&mut address, url.as_str(), id, autoplay);
                SafeUrl::media(platform, &address, url.as_str())
            };
            let link = match shown.link {
                Link::Made(template) => {
                    provider.original(template.replace("{id}", id), url.as_str(), id)
                }
                // Decoded as the player does, which gets it as it is. It stands by itself, so nothing completes it.
                Link::IdItself => percent_decode_str(id).decode_utf8_lossy().into_owned(),
            };
            // An address inside the address may be anything: it counts only if it is the provider's own.
            let link = SafeUrl::media(platform, &link, "");
            let Some(link) = link.filter(|link| is_of(link, provider.hosts)) else {
                continue;
            };
            let template = match shown.id {
                Id::AddressWithQuery => shown.player.replace("{id}", &id.replace('&', "%26")),
                Id::Number | Id::Word | Id::EncodedAddress | Id::WholeAddress | Id::WholePath => {
                    shown.player.replace("{id}", id)
                }
            };
            let autoplay = match shown.kind {
                EmbedKind::Post => None,
                EmbedKind::Video | EmbedKind::Sound => provider.autoplay,
            };
            let playing = address(template.clone(), autoplay)?;
            let player = address(template, None)?;
            let is_for_machines = host(link.as_str()).starts_with("api.");
            return Some(Embed {
                provider: provider.name,
                // The player shows people the same.
                link: if is_for_machines {
                    player.clone()
                } else {
                    link
                },
                player,
                playing,
                kind: shown.kind,
                title: String::new(),
                ratio: shown.ratio,
            });
        }
    }
    None
}

impl Provider {
    /// The address of the original, with what the source's says besides the id: where it starts, and the word without
    /// which an unlisted film is not shown.
    fn original(&self, mut address: String, source: &str, id: &str) -> String {
        if let Some(secret) = self.secret_in(source, id) {
            address.push('/');
            address.push_str(secret);
        }
        match (self.start, start(source)) {
            (Start::Query(name, _), Some(second)) => add_query(&mut address, name, second),
            (Start::Fragment, Some(second)) => add_fragment(&mut address, second),
            _ => {}
        }
        address
    }

    /// Adds the same to the address of the player, and what makes it play at once.
    fn complete(
        &self,
        address: &mut String,
        source: &str,
        id: &str,
        autoplay: Option<(&str, &str)>,
    ) {
        if let (Some(name), Some(secret)) = (self.secret, self.secret_in(source, id)) {
            add_query(address, name, secret);
        }
        if let Start::Query(_, name) = self.start
            && let Some(second) = start(source)
        {
            add_query(address, name, second);
        }
        if let Some((name, value)) = autoplay {
            add_query(address, name, value);
        }
        if self.start == Start::Fragment
            && let Some(second) = start(source)
        {
            add_fragment(address, second);
        }
    }

    /// The word without which an unlisted film is not shown: hexadecimal digits.
    fn secret_in<'a>(&self, source: &'a str, id: &str) -> Option<&'a str> {
        let name = self.secret?;
        let is_secret =
            |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let behind = source
            .split_once(id)
            .and_then(|(_, rest)| rest.strip_prefix('/'))
            .map(|rest| up_to(rest, |c| matches!(c, '?' | '#' | '/' | '&')));
        behind
            .filter(is_secret)
            .or_else(|| value(source, name).filter(is_secret))
    }
}

fn add_query(address: &mut String, name: &str, value: impl std::fmt::Display) {
    let sign = if address.contains('?') { '&' } else { '?' };
    address.push_str(&format!("{sign}{name}={value}"));
}

fn add_fragment(address: &mut String, second: u32) {
    address.push_str(&format!("#t={second}s"));
}

/// The second at which an address says that it starts: `90`, `90s`, `1m30s`.
fn start(url: &str) -> Option<u32> {
    let said = ["t", "start", "startTime", "time_continue"]
        .into_iter()
        .find_map(|name| value(url, name))?;
    let mut seconds = 0_u32;
    let mut number = 0_u32;
    for c in said.chars() {
        let factor = match c {
            'h' => 3600,
            'm' => 60,
            's' => 1,
            digit => {
                number = number.checked_mul(10)?.checked_add(digit.to_digit(10)?)?;
                continue;
            }
        };
        seconds = seconds.checked_add(std::mem::take(&mut number).checked_mul(factor)?)?;
    }
    seconds.checked_add(number).filter(|seconds| *seconds > 0)
}

/// A value in the query or the fragment of an address.
fn value<'a>(url: &'a str, name: &str) -> Option<&'a str> {
    let (_, query) = url.split_once(['?', '#'])?;
    query
        .split(['&', '?', '#', ';'])
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(known, value)| (known == name).then_some(value))
}

impl Shown {
    /// The id in an address of the provider.
    fn id_in<'a>(&self, url: &'a str) -> Option<&'a str> {
        let after = |marks: &&[&str]| {
            marks
                .iter()
                .try_fold(url, |rest, mark| Some(rest.split_once(mark)?.1))
        };
        let rest = self.before_id.iter().find_map(after)?;
        let id = match self.id {
            Id::Number => up_to(rest, |c| !c.is_ascii_digit()),
            Id::Word => up_to(rest, |c| {
                !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')
            }),
            Id::EncodedAddress => up_to(rest, |c| matches!(c, '&' | '#')),
            Id::WholeAddress => up_to(url, |c| matches!(c, '&' | '#')),
            Id::AddressWithQuery => up_to(url, |c| c == '#'),
            Id::WholePath if rest.starts_with(|c: char| c.is_ascii_digit()) => {
                up_to(url, |c| matches!(c, '?' | '&' | '#'))
            }
            Id::WholePath => "",
        };
        (!NO_IDS.contains(&id)).then_some(id)
    }
}

fn up_to(text: &str, end: impl Fn(char) -> bool) -> &str {
    text.split_once(end).map_or(text, |(start, _)| start)
}

/// The host of an absolute URL: no name and password before it, no port after it.
pub(super) fn host(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = up_to(after_scheme, |c| matches!(c, '/' | '?' | '#'));
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// What a player of the known provider of this address may be addressed by: enough to name its site, as a policy must.
pub fn player_addresses(address: &str) -> impl Iterator<Item = String> {
    let provider = PROVIDERS
        .iter()
        .find(move |provider| is_at(address, provider.hosts));
    let shown = provider.map_or(&[][..], |provider| provider.shows).iter();
    shown.map(move |shown| shown.player.replace("{id}", address))
}

/// Whether the address is that of one of `hosts` or of their subdomains.
fn is_of(url: &SafeUrl, hosts: &[&str]) -> bool {
    is_at(url.as_str(), hosts)
}

fn is_at(url: &str, hosts: &[&str]) -> bool {
    let host = host(url);
    hosts.iter().any(|known| {
        host.strip_suffix(known)
            .is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    })
}

/// Whether two addresses are of the same, wherever each begins.
pub(super) fn is_same(one: &SafeUrl, other: &SafeUrl) -> bool {
    let without_start = |url: &SafeUrl| {
        let url = url.as_str();
        let start = ["?t=", "&t=", "#t=", "&start=", "?start="]
            .iter()
            .find_map(|mark| url.find(mark));
        url[..start.unwrap_or(url.len())].to_owned()
    };
    without_start(one) == without_start(other)
}

impl Embed {
    /// Takes what its twin knows besides: a title, where it starts.
    pub(super) fn complete(&mut self, twin: Self) {
        if self.title.is_empty() {
            self.title = twin.title;
        }
        if twin.link.as_str().len() > self.link.as_str().len() {
            (self.link, self.player, self.playing) = (twin.link, twin.player, twin.playing);
        }
    }

    /// Takes width and height as the source says them, where they make a likely shape.
    pub(super) fn set_ratio(&mut self, source: &SourceAttributes) {
        let side = |name| pixels(source.value(name)).unwrap_or_default();
        let (width, height) = (side("width"), side("height"));
        if width > 0 && height > 0 && width <= height * 4 && height <= width * 3 {
            self.ratio = (width, height);
        }
    }
}

#[cfg(test)]
mod tests;
