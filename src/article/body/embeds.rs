//! What is shown of third parties: addresses of the known [`PROVIDERS`], and their players.

use percent_encoding::percent_decode_str;

use super::Embed;
use super::pixels::pixels;
use super::providers::{Id, Link, PROVIDERS, Shown};
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
            let address = |template: &str| {
                SafeUrl::media(platform, &template.replace("{id}", id), url.as_str())
            };
            let link = match shown.link {
                Link::Made(template) => address(template),
                // Decoded as the player does, which gets it as it is. It stands by itself, so nothing completes it.
                Link::IdItself => {
                    let original = percent_decode_str(id).decode_utf8_lossy();
                    SafeUrl::media(platform, &original, "")
                }
            };
            // An address inside the address may be anything: it counts only if it is the provider's own.
            let Some(link) = link.filter(|link| is_of(link, provider.hosts)) else {
                continue;
            };
            let player = address(shown.player)?;
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
                title: String::new(),
                ratio: shown.ratio,
            });
        }
    }
    None
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

/// Whether the address is that of one of `hosts` or of their subdomains.
fn is_of(url: &SafeUrl, hosts: &[&str]) -> bool {
    let host = host(url.as_str());
    hosts.iter().any(|known| {
        host.strip_suffix(known)
            .is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    })
}

impl Embed {
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
