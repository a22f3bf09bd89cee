//! Film and sound of the article's own: the browser's player, where it can play the file.

use super::attributes::{Player, Special};
use super::embeds;
use super::image::inner_url;
use super::image_file::{Placeholder, path, placeholder};
use super::links::title;
use super::pixels::{pixels, styled};
use super::tree::Cleaner;
use super::{Element, Tag};
use crate::article::SafeUrl;
use crate::platform::{Platform, SourceAttributes, SourceNode};

/// Where a file is; lazy loaders keep it elsewhere.
const SOURCES: &[&str] = &["src", "data-src", "data-lazy-src"];
/// Endings of files that every browser plays.
const SURE: &[&str] = &[".mp4", ".m4v", ".mp3", ".m4a", ".aac", ".wav"];
/// Endings of lists that only some browsers play.
const LISTS: &[&str] = &[".m3u8", ".mpd", ".m3u", ".pls"];
/// Endings of files that are sound.
const SOUNDS: &[&str] = &[
    ".mp3", ".m4a", ".aac", ".wav", ".oga", ".ogg", ".opus", ".flac",
];
/// Endings of files that are films.
const FILMS: &[&str] = &[".mp4", ".m4v", ".webm", ".ogv", ".mov"];

impl<P: Platform> Cleaner<'_, P> {
    /// Film or sound: the browser's player. What that may not load or cannot play is a link.
    pub fn add_film(&mut self, node: &P::Node, name: &str, source: &SourceAttributes) {
        let own = source.first_of(SOURCES).to_owned();
        let offered = node.children().map(|child| {
            let source = child.attributes();
            source.first_of(SOURCES).to_owned()
        });
        let offered: Vec<_> = [own]
            .into_iter()
            .chain(offered)
            .filter_map(|address| self.media_url(&address))
            .collect();
        let sure = offered.iter().find(|url| ends_in(url, SURE));
        let Some(url) = sure.or(offered.first()) else {
            return;
        };
        if embeds::find(self.platform, url).is_some() {
            self.add_third_party(url.as_str(), Some(source));
            return;
        }
        let tag = if name.ends_with("audio") {
            Tag::Audio
        } else {
            Tag::Video
        };
        let style = source.value("style");
        let backgrounds = ["background-image", "background"];
        let backgrounds = backgrounds.map(|property| inner_url(styled(style, property)));
        let posters = ["poster", "data-poster"].map(|name| Some(source.value(name)));
        let mut posters = posters.into_iter().chain(backgrounds).flatten();
        let poster = posters.find_map(|address| {
            let url = self.media_url(address)?;
            (placeholder(&url) == Placeholder::No).then_some(url)
        });
        self.add_player(tag, url.clone(), poster, Some(source));
    }

    /// A file that a shortcode names: the player if it is film or sound, else a link.
    pub fn add_file(&mut self, url: &SafeUrl) {
        match played(url) {
            Some(tag) => self.add_player(tag, url.clone(), None, None),
            None => self.add_file_link(url, ""),
        }
    }

    pub fn add_player(
        &mut self,
        tag: Tag,
        url: SafeUrl,
        poster: Option<SafeUrl>,
        source: Option<&SourceAttributes>,
    ) {
        let title = source.map(title).unwrap_or_default();
        if self.now.in_card {
            return;
        }
        if !is_secure(&url) || ends_in(&url, LISTS) {
            self.add_file_link(&url, &title);
            return;
        }
        let side = |name| pixels(source?.value(name)).filter(|side| *side > 0);
        let mut player = Element::new(tag);
        player.attributes.special = Special::Player(Box::new(Player {
            url,
            poster: poster.filter(|poster| tag == Tag::Video && is_secure(poster)),
            title,
            size: side("width")
                .zip(side("height"))
                .filter(|_| tag == Tag::Video),
        }));
        self.add_block(player.into());
    }
}

/// What plays the file at an address, if it is film or sound.
pub(super) fn played(url: &SafeUrl) -> Option<Tag> {
    match () {
        () if ends_in(url, SOUNDS) => Some(Tag::Audio),
        () if ends_in(url, FILMS) => Some(Tag::Video),
        () => None,
    }
}

fn is_secure(url: &SafeUrl) -> bool {
    url.as_str().starts_with("https:")
}

fn ends_in(url: &SafeUrl, endings: &[&str]) -> bool {
    let path = path(url.as_str()).to_ascii_lowercase();
    endings.iter().any(|ending| path.ends_with(ending))
}
