//! Reading an image element: what it stands for, its size, and a background that is one.

use super::attributes::{Picture, Special};
use super::image_file::{Placeholder, is_image_file, named_size, placeholder};
use super::image_formula::{in_letters, is_formula};
use super::image_source::{Offers, set};
use super::media::LastImage;
use super::pixels::{pixels, size, styled};
use super::text::collapsed;
use super::tree::Cleaner;
use super::{Element, Tag};
use crate::article::Image;
use crate::platform::{Platform, SourceAttributes};

/// Where lazy loaders keep a background.
const BACKGROUNDS: &[&str] = &[
    "data-bg",
    "data-back",
    "data-background",
    "data-background-image",
    "data-bg-image",
    "data-bgset",
];
/// The longer side, in pixels, of an image that stands for a character.
const LARGEST_CHARACTER: u32 = 32;
/// What is in the addresses of pictures of people who commented.
const AVATARS: &str = ".gravatar.com/avatar/";
/// What systems call a picture that nobody described.
const NOT_DESCRIBED: &[&str] = &[
    "CTA Image",
    "Product image",
    "audio-thumbnail",
    "null",
    "undefined",
];
/// The longer side, in pixels, of an image that counts readers or keeps a place.
const LARGEST_DOT: u32 = 2;

impl<P: Platform> Cleaner<'_, P> {
    /// Reads an image element, unless it stands in a card.
    ///
    /// One that is so small that it stands for a character is its text alternative, and one that counts readers is
    /// nothing.
    pub fn read_image(&mut self, source: &SourceAttributes) {
        if self.now.in_card {
            return;
        }
        let sources = self.sources(source);
        let mut offers = Offers::default();
        self.add_offers(set(source, &sources), &mut offers);
        if self.picture.is_sure || sources.sure.is_none() {
            self.add_offers(&self.picture.srcset, &mut offers);
        }
        let is_sure = sources.sure.is_some();
        let is_lazy = sources.lazy || offers.first.is_some();
        let url = match offers.first {
            Some(first)
                if !is_sure
                    && (sources.spare.is_none() || placeholder(&first) == Placeholder::No) =>
            {
                Some(first)
            }
            _ => sources.sure.or(sources.spare),
        };
        if url
            .as_ref()
            .is_some_and(|url| url.as_str().contains(AVATARS))
        {
            return;
        }
        let alt = described(source);
        let style = source.value("style");
        let side = |name| pixels(source.value(name)).or_else(|| pixels(styled(style, name)));
        let (mut width, mut height) = (side("width"), side("height"));
        if let Some(url) = &url
            && !is_emoji(source.value("class"))
            && is_formula(source, url.as_str())
        {
            let side = |name| side(name).or_else(|| in_letters(source, name));
            let picture = Picture {
                width: side("width"),
                height: side("height"),
                url: url.clone(),
                alt,
            };
            self.add_picture(Special::Picture(Box::new(picture)));
            return;
        }
        let named = url.as_ref().and_then(named_size);
        if let Some((across, down)) = named.filter(|(across, down)| {
            *across.max(down) <= LARGEST_CHARACTER && width.or(height).is_none()
        }) {
            (width, height) = (Some(across), Some(down));
        }
        let longer = width.max(height).unwrap_or(u32::MAX);
        let is_file = url.as_ref().is_some_and(|url| is_image_file(url.as_str()));
        if longer <= LARGEST_DOT && is_lazy && is_file {
            // The size of what keeps the place of an image is not the image's.
            (width, height) = (None, None);
        } else if longer <= LARGEST_CHARACTER || is_emoji(source.value("class")) {
            if longer > LARGEST_DOT && !alt.is_empty() {
                self.text(&alt);
            } else if is_sure {
                // Its twin is left out too.
                self.images.last = LastImage::Dropped;
            }
            return;
        }
        let Some(url) = url else { return };
        if width.is_none() || height.is_none() {
            let named = || {
                let urls = std::iter::once(&url).chain(offers.variants.iter().map(|v| &v.url));
                urls.into_iter().find_map(named_size)
            };
            // One side alone still says how small it is.
            if let Some(known) = size(source.value("data-orig-size"), ',').or_else(named) {
                (width, height) = (Some(known.0), Some(known.1));
            }
        }
        self.add_image(Image {
            url,
            alt,
            caption: None,
            credit: None,
            width,
            height,
            variants: offers.variants,
        });
    }

    /// A picture that stands in its line like a word.
    fn add_picture(&mut self, picture: Special) {
        let mut element = Element::new(Tag::Img);
        element.attributes.special = picture;
        self.add_atom(element.into());
    }

    /// The picture that an element has as its background, where that is what it is for.
    pub fn read_background(&mut self, source: &SourceAttributes) {
        let is_picture = source.value("role") == "img";
        let mut classes = source.value("class").split_ascii_whitespace();
        if !is_picture && !classes.any(|class| class.starts_with("wp-block-cover")) {
            return;
        }
        let style = source.value("style");
        let styles =
            ["background-image", "background"].map(|property| inner_url(styled(style, property)));
        let lazy = source.first_of(BACKGROUNDS);
        let lazy = Some(inner_url(lazy).unwrap_or(lazy));
        let addresses = styles.into_iter().chain([lazy]).flatten();
        let found = addresses
            .filter(|address| !address.is_empty())
            .find_map(|address| {
                let url = self.media_url(address)?;
                (placeholder(&url) == Placeholder::No).then_some(url)
            });
        if let Some(url) = found
            && !self.now.in_card
        {
            let named = named_size(&url);
            self.add_image(Image {
                url,
                alt: collapsed(source.first_of(&["aria-label", "title"])),
                caption: None,
                credit: None,
                width: named.map(|(width, _)| width),
                height: named.map(|(_, height)| height),
                variants: Vec::new(),
            });
        }
    }
}

/// What somebody wrote of a picture; empty where it is a system's own word, or the name of the file.
fn described(source: &SourceAttributes) -> String {
    let alt = collapsed(source.value("alt"));
    let is_file = !alt.contains(' ') && is_image_file(&alt);
    match is_file || NOT_DESCRIBED.contains(&alt.as_str()) {
        true => String::new(),
        false => alt,
    }
}

/// Whether an image's class says that it stands for a character.
fn is_emoji(classes: &str) -> bool {
    let mut classes = classes.split_ascii_whitespace();
    classes.any(|class| matches!(class, "emoji" | "wp-smiley"))
}

/// The address in `url(…)`.
pub(super) fn inner_url(value: &str) -> Option<&str> {
    let (_, rest) = value.split_once("url(")?;
    let (address, _) = rest.split_once(')')?;
    Some(address.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')))
}
