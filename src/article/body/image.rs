//! Reading an image element: the real source behind lazy loading, the size, other widths.

use super::attributes::{Picture, Special};
use super::image_file::{Placeholder, is_image_file, named_size, placeholder};
use super::media::LastImage;
use super::pixels::{hundredths, pixels, size, styled};
use super::srcset::{candidates, width};
use super::text::collapsed;
use super::tree::Cleaner;
use super::{Element, Tag};
use crate::article::{Image, SafeUrl, Variant};
use crate::platform::{Platform, SourceAttributes};

/// Where lazy loaders keep the real source; `src` is then a placeholder.
const LAZY_SOURCES: &[&str] = &["data-src", "data-lazy-src", "data-original"];
/// Where else a source may be, where `src` is a placeholder or not there.
const SPARE_SOURCES: &[&str] = &[
    "data-large-file",
    "data-orig-file",
    "data-medium-file",
    "data-lazyload",
    "data-lazy",
    "data-url",
    "data-echo",
    "data-full-src",
    "data-hi-res-src",
    "data-cfsrc",
    "data-ezsrc",
];
/// Where lazy loaders keep a background.
const BACKGROUNDS: &[&str] = &[
    "data-bg",
    "data-background",
    "data-background-image",
    "data-bg-image",
    "data-bgset",
];
/// Lists of widths.
const SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "srcset"];
/// No source offers more widths than this in earnest.
const MOST_VARIANTS: usize = 24;
/// The longer side, in pixels, of an image that stands for a character.
const LARGEST_CHARACTER: u32 = 32;
/// Classes of images that are formulas.
const FORMULA_CLASSES: &[&str] = &[
    "latex",
    "wp-latex",
    "tex",
    "math",
    "mathjax",
    "mwe-math-fallback-image-inline",
    "mwe-math-fallback-image-display",
    "mwe-math-fallback-image",
    "ql-img-inline-formula",
    "ql-img-displayed-formula",
    "Wirisformula",
];
/// What is in the addresses of images that are formulas.
const FORMULA_MAKERS: &[&str] = &[
    "latex.php?",
    "//latex.codecogs.com/",
    "/math/render/",
    "cht=tx&",
    "/mimetex.cgi?",
    "/mathtex.cgi?",
];
/// How high a letter x is in an article's text, in pixels.
const PIXELS_OF_EX: u32 = 9;
/// The highest formula that stands in a line, in pixels.
const HIGHEST_FORMULA: u32 = 200;
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

/// Where an image element says that its image is.
#[derive(Debug, Default)]
struct Sources {
    /// The first address that is no placeholder.
    sure: Option<SafeUrl>,
    /// It stands where lazy loaders keep it.
    lazy: bool,
    /// The first that may be one.
    spare: Option<SafeUrl>,
}

/// What a `srcset` offers.
#[derive(Debug, Default)]
struct Offers {
    /// The candidates that say their width.
    variants: Vec<Variant>,
    /// The first of all that is no placeholder; else the last that may be one.
    first: Option<SafeUrl>,
}

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
        let set = match source.first_of(SETS) {
            set if sources.sure.is_some() || has_image(set) => set,
            set => hidden_set(source).unwrap_or(set),
        };
        self.add_offers(set, &mut offers);
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

    fn sources(&self, source: &SourceAttributes) -> Sources {
        let mut sources = Sources::default();
        let names = LAZY_SOURCES.iter().chain(&["src"]).chain(SPARE_SOURCES);
        for &name in names {
            let address = source.value(name);
            // `#` leads nowhere, and `data-lazy` may only say `true`.
            let is_address = name == "src" || address.contains(['.', '/']);
            if !is_address || address.starts_with('#') {
                continue;
            }
            let Some(url) = self.media_url(address) else {
                continue;
            };
            match placeholder(&url) {
                Placeholder::No => {
                    sources.lazy = name != "src";
                    sources.sure = Some(url);
                    return sources;
                }
                Placeholder::Perhaps => {
                    sources.spare.get_or_insert(url);
                }
                Placeholder::Surely => {}
            }
        }
        // A loader may keep it under any name.
        for (name, value) in source.iter() {
            if is_image_attribute(name, value)
                && let Some(url) = self.media_url(value)
                && placeholder(&url) == Placeholder::No
            {
                sources.lazy = true;
                sources.sure = Some(url);
                break;
            }
        }
        sources
    }

    /// Adds what a `srcset` offers, unless another offered widths already.
    fn add_offers(&self, srcset: &str, offers: &mut Offers) {
        if !offers.variants.is_empty() {
            return;
        }
        for (address, descriptor) in candidates(srcset) {
            let Some(url) = self.media_url(address) else {
                continue;
            };
            let is_doubtful = |url: &SafeUrl| placeholder(url) != Placeholder::No;
            if offers.first.as_ref().is_none_or(is_doubtful) {
                offers.first = Some(url.clone());
            }
            if let Some(width) = width(descriptor)
                && offers.variants.iter().all(|known| known.width != width)
            {
                offers.variants.push(Variant { url, width });
                if offers.variants.len() == MOST_VARIANTS {
                    return;
                }
            }
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

/// The address in `url(…)`.
fn inner_url(value: &str) -> Option<&str> {
    let (_, rest) = value.split_once("url(")?;
    let (address, _) = rest.split_once(')')?;
    Some(address.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')))
}

/// Words in the names of attributes that hold another picture than the element's.
const OTHERS: &[&str] = &[
    "placeholder",
    "error",
    "fallback",
    "thumb",
    "lqip",
    "blur",
    "permalink",
    "link",
    "alt",
];

/// Whether an attribute of any name holds the address of a picture.
fn is_image_attribute(name: &str, value: &str) -> bool {
    name.starts_with("data-")
        && !OTHERS.iter().any(|word| name.contains(word))
        && !value.trim().contains(char::is_whitespace)
        && is_image_file(value.trim())
}

/// Whether a list of widths begins with a picture.
fn has_image(set: &str) -> bool {
    candidates(set)
        .next()
        .is_some_and(|(address, _)| is_image_file(address))
}

/// A list of widths that stands in an attribute of any name.
fn hidden_set<'a>(source: &'a SourceAttributes) -> Option<&'a str> {
    let is_set = |value: &str| {
        candidates(value)
            .next()
            .is_some_and(|(address, said)| is_image_file(address) && said.ends_with(['w', 'x']))
    };
    let mut all = source.iter();
    let (_, set) = all.find(|(name, value)| {
        name.starts_with("data-") && value.contains([' ', '\n']) && is_set(value)
    })?;
    Some(set)
}

/// Whether an image's class says that it stands for a character.
fn is_emoji(classes: &str) -> bool {
    let mut classes = classes.split_ascii_whitespace();
    classes.any(|class| matches!(class, "emoji" | "wp-smiley"))
}

/// Whether an image is a formula: its class says so, or its maker, or that it is as high as letters are.
fn is_formula(source: &SourceAttributes, url: &str) -> bool {
    let mut classes = source.value("class").split_ascii_whitespace();
    classes.any(|class| FORMULA_CLASSES.contains(&class))
        || FORMULA_MAKERS.iter().any(|maker| url.contains(maker))
        || in_letters(source, "vertical-align").is_some()
        || in_letters(source, "height").is_some()
}

/// A length that is given in letters' heights, in pixels.
fn in_letters(source: &SourceAttributes, property: &str) -> Option<u32> {
    let said = match styled(source.value("style"), property) {
        "" => source.value(property).trim(),
        styled => styled,
    };
    let (number, pixels) = match said.strip_suffix("ex") {
        Some(number) => (number, PIXELS_OF_EX),
        None => (said.strip_suffix("em")?, PIXELS_OF_EX * 2),
    };
    // A formula that sinks below its line is as much in it: its `vertical-align` is negative.
    let number = number.trim().trim_start_matches('-');
    let pixels = (hundredths(number)? * pixels).div_ceil(100);
    // What is higher than some lines is no word.
    (property == "width" || pixels <= HIGHEST_FORMULA).then_some(pixels)
}
