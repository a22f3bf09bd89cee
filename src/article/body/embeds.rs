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
mod tests {
    use super::*;
    use crate::native::Native;

    fn found(url: &str) -> Option<Embed> {
        find(&Native, &SafeUrl::media(&Native, url, "").unwrap())
    }

    #[test]
    fn a_host_is_what_the_browser_would_ask() {
        for (url, expected) in [
            ("https://youtu.be/x", "youtu.be"),
            (
                "https://www.youtube.com:443@evil.example/embed/x",
                "evil.example",
            ),
            ("https://evil.example:8080?x=@youtu.be/", "evil.example"),
            ("https://evil.example#@youtu.be", "evil.example"),
            ("https://[::1]:80/", "[::1]"),
        ] {
            assert_eq!(host(url), expected);
        }
    }

    #[test]
    fn an_embed_has_the_shape_of_what_it_shows() {
        for (url, ratio) in [
            ("https://www.youtube.com/shorts/a", (9, 16)),
            ("https://m.youtube.com/watch?v=a", (16, 9)),
            ("https://www.youtube.com/playlist?list=a", (16, 9)),
            ("https://vimeo.com/channels/staffpicks/12", (16, 9)),
            ("https://dai.ly/a", (16, 9)),
            ("https://x.com/a/status/12", (11, 12)),
            ("https://www.facebook.com/reel/12", (16, 9)),
            ("https://www.facebook.com/a/posts/12", (11, 12)),
            ("https://www.instagram.com/reel/a/", (4, 5)),
            ("https://soundcloud.com/a/b", (16, 5)),
            ("https://www.tiktok.com/@a/video/12", (9, 16)),
        ] {
            assert_eq!(found(url).map(|embed| embed.ratio), Some(ratio), "{url}");
        }
    }

    #[test]
    fn only_a_likely_shape_is_taken_from_the_source() {
        let mut embed = found("https://youtu.be/a").unwrap();
        for (width, height, ratio) in [
            ("560", "315", (560, 315)),
            ("100%", "400", (560, 315)),
            ("600", "100", (560, 315)),
            ("400", "100", (400, 100)),
            ("0", "0", (400, 100)),
            ("100", "301", (400, 100)),
            ("100", "300", (100, 300)),
        ] {
            let source = [
                ("width".into(), width.into()),
                ("height".into(), height.into()),
            ];
            embed.set_ratio(&source.into_iter().collect());
            assert_eq!(embed.ratio, ratio, "{width}x{height}");
        }
    }

    #[test]
    fn an_address_of_nobody_known_is_no_embed() {
        for url in [
            "https://evil.example/embed/youtube.com/watch?v=a",
            "https://notyoutube.com/watch?v=a",
            "https://youtube.com.evil.example/watch?v=a",
            "https://www.youtube.com@evil.example/watch?v=a",
            "https://www.youtube.com/",
            "https://www.youtube.com/embed/",
            "https://www.youtube.com/embed/videoseries",
            "https://www.youtube.com/embed/live_stream?channel=a",
            "https://vimeo.com/about",
            "https://x.com/a",
        ] {
            assert_eq!(found(url), None, "{url}");
        }
    }

    #[test]
    fn the_address_inside_a_player_is_the_providers_own() {
        let player = "https://www.facebook.com/plugins/video.php?href=";
        let inside = |address: &str| found(&format!("{player}{address}"));
        let known = inside("https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F&width=9").unwrap();
        assert_eq!(known.link.as_str(), "https://www.facebook.com/a/videos/1/");
        for foreign in [
            "https%3A%2F%2Fevil.example%2F",
            "https%3A%2F%2Ffacebook.com.evil.example%2F",
            "https%3A%2F%2Ffacebook.com%40evil.example%2F",
            // A browser takes the backslash for a slash.
            "https%3A%2F%2Fevil.example%5C.facebook.com%2F",
            "javascript%3Aalert(1)%2F%2Ffacebook.com",
            "%2Fa%2Fvideos%2F1%2F",
        ] {
            assert_eq!(inside(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn what_is_for_machines_is_linked_as_its_player() {
        let track = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293";
        assert_eq!(found(track).unwrap().link.as_str(), track);
    }

    #[test]
    fn a_custom_element_gives_an_id_or_an_address() {
        let address = |element: &str, name: &'static str, value: &'static str| {
            let source = [(name.into(), value.into())].into_iter().collect();
            custom(element, &source)
        };
        for provider in PROVIDERS {
            let element = format!("amp-{}", provider.element);
            let address = address(&element, "data-videoid", "12").unwrap();
            if provider.name != "Facebook" {
                let embed = found(&address).unwrap();
                assert_eq!(embed.provider, provider.name);
            }
        }
        let post = "https://www.facebook.com/a/posts/12";
        assert_eq!(
            address("lite-facebook", "data-href", post).as_deref(),
            Some(post)
        );
        assert_eq!(address("amp-img", "data-src", "/x"), None);
        assert_eq!(address("youtube", "videoid", "x"), None);
    }
}
