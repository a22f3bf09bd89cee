//! Where an image is: the real source behind lazy loading, and the other widths that are offered.

use super::image_file::{Placeholder, is_image_file, placeholder};
use super::srcset::{candidates, width};
use super::tree::Cleaner;
use crate::article::{SafeUrl, Variant};
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
/// Lists of widths.
const SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "srcset"];
/// No source offers more widths than this in earnest.
const MOST_VARIANTS: usize = 24;
/// The kinds of image files that every browser reads.
const IMAGE_TYPES: &[&str] = &["image/jpeg", "image/png", "image/webp"];

/// Where an image element says that its image is.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// The first address that is no placeholder.
    pub sure: Option<SafeUrl>,
    /// It stands where lazy loaders keep it.
    pub lazy: bool,
    /// The first that may be one.
    pub spare: Option<SafeUrl>,
}

/// What a `srcset` offers.
#[derive(Debug, Default)]
pub(super) struct Offers {
    /// The candidates that say their width.
    pub variants: Vec<Variant>,
    /// The first of all that is no placeholder; else the last that may be one.
    pub first: Option<SafeUrl>,
}

impl<P: Platform> Cleaner<'_, P> {
    /// Where the image is.
    pub fn sources(&self, source: &SourceAttributes) -> Sources {
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
    pub fn add_offers(&self, srcset: &str, offers: &mut Offers) {
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

    /// What a `picture` offers. Another shape of the image, or a kind of file that not every browser reads, only for
    /// want of any.
    pub fn picture_source(&mut self, source: &SourceAttributes) {
        let condition = source.first_of(&["media", "type"]);
        let is_sure = condition.is_empty() || IMAGE_TYPES.contains(&condition);
        if self.picture.srcset.is_empty() || (is_sure && !self.picture.is_sure) {
            self.picture.srcset = source.first_of(&["data-srcset", "srcset"]).to_owned();
            self.picture.is_sure = is_sure;
        }
    }
}

/// The list of widths that an element has, under any name where its address says nothing.
pub(super) fn set<'a>(source: &'a SourceAttributes, sources: &Sources) -> &'a str {
    match source.first_of(SETS) {
        set if sources.sure.is_some() || has_image(set) => set,
        set => hidden_set(source).unwrap_or(set),
    }
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

/// Whether an attribute of this name may hold the address of what a script loads: `data-lazy`, `nitro-lazy-src`.
pub(super) fn may_keep_address(name: &str) -> bool {
    name.starts_with("data-") || name.contains("src")
}

/// Whether an attribute of any name holds the address of a picture.
fn is_image_attribute(name: &str, value: &str) -> bool {
    may_keep_address(name)
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
        may_keep_address(name) && value.contains([' ', '\n']) && is_set(value)
    })?;
    Some(set)
}
