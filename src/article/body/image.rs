//! Images: the real source behind lazy loading, the size, other widths, and which two are the same.

use super::files::{is_placeholder, named_size};
use crate::article::{Image, SafeUrl, Variant};
use crate::platform::{Platform, SourceNode};

/// Where lazy loaders keep the real source; they win over a `src`, which is then a placeholder.
const LAZY: &[&str] = &["data-src", "data-lazy-src", "data-original"];
/// Larger copies, for where `src` is a placeholder and none of [`LAZY`] is there.
const LARGER: &[&str] = &[
    "src",
    "data-large-file",
    "data-orig-file",
    "data-medium-file",
];
/// Lists of widths.
const SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "srcset"];
/// No source offers more widths than this in earnest.
const MOST_VARIANTS: usize = 24;

/// What an `img` (or the like) turned out to be.
pub(in crate::article) enum Found {
    /// An image.
    Image(Image),
    /// So small that it stands for a character, or counts readers: its text alternative, if any.
    Sign(String),
    /// Nothing to load.
    Nothing,
}

/// How addresses are read.
pub(in crate::article) struct Addresses<'a, P> {
    pub platform: &'a P,
    pub base: &'a str,
    pub secure: bool,
}

impl<P> Clone for Addresses<'_, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Addresses<'_, P> {}

impl<P: Platform> Addresses<'_, P> {
    /// The address of something to load, as https where the page is.
    pub fn media(&self, raw: &str) -> Option<SafeUrl> {
        let url = SafeUrl::media(self.platform, raw, self.base)?;
        match url.as_str().strip_prefix("http://") {
            Some(rest) if self.secure => {
                SafeUrl::media(self.platform, &["https://", rest].concat(), self.base)
            }
            _ => Some(url),
        }
    }

    /// Reads an image element. `offered`: the `srcset` of the `picture` around it.
    pub fn image<N: SourceNode>(&self, node: &N, offered: &str) -> Found {
        let attribute = |name: &str| node.attribute(name).unwrap_or_default();
        let alt = collapse(&attribute("alt"));
        let style = attribute("style");
        let size = |name| pixels(&attribute(name)).or_else(|| styled(&style, name));
        let (mut width, mut height) = (size("width"), size("height"));
        let side = |side: Option<u32>, other: Option<u32>| side.or(other).unwrap_or(u32::MAX);
        let longer = side(width, height).max(side(height, width));
        let class = attribute("class");
        let sign = class
            .split_ascii_whitespace()
            .any(|c| c == "emoji" || c == "wp-smiley");
        if longer <= 2 {
            return Found::Sign(String::new());
        }
        if sign || longer <= 32 {
            return Found::Sign(alt);
        }
        let mut variants = Vec::new();
        for set in SETS
            .iter()
            .map(|name| attribute(name))
            .chain([offered.to_owned()])
        {
            if variants.is_empty() {
                variants = self.variants(&set);
            }
        }
        let named = |name: &&str| self.media(&attribute(name));
        let source = LAZY.iter().find_map(named).or_else(|| {
            LARGER
                .iter()
                .filter_map(named)
                .find(|url| !is_placeholder(url.as_str()))
        });
        let widest = || {
            variants
                .iter()
                .max_by_key(|v| v.width)
                .map(|v| v.url.clone())
        };
        let first = || {
            let set = SETS
                .iter()
                .map(|name| attribute(name))
                .chain([offered.to_owned()]);
            set.filter_map(|set| self.media(set.split_ascii_whitespace().next()?))
                .next()
        };
        let Some(url) = source.or_else(widest).or_else(first) else {
            return Found::Nothing;
        };
        if width.is_none() || height.is_none() {
            let files = [&url].into_iter().chain(variants.iter().map(|v| &v.url));
            let said = attribute("data-orig-size");
            let said = said
                .split_once(',')
                .and_then(|(w, h)| Some((pixels(w)?, pixels(h)?)));
            let known = said.or_else(|| files.map(SafeUrl::as_str).find_map(named_size));
            (width, height) = known.unzip();
        }
        Found::Image(Image {
            url,
            alt,
            caption: None,
            credit: None,
            width,
            height,
            variants,
        })
    }

    /// A `srcset` whose candidates say their width.
    fn variants(&self, set: &str) -> Vec<Variant> {
        let mut variants: Vec<Variant> = Vec::new();
        let mut rest = set;
        while variants.len() < MOST_VARIANTS {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
            let end = rest
                .find(|c: char| c.is_ascii_whitespace())
                .unwrap_or(rest.len());
            let (url, after) = rest.split_at(end);
            if url.is_empty() {
                break;
            }
            // A comma ends a candidate without a descriptor; within an address it is part of it.
            if url.ends_with(',') {
                rest = after;
                continue;
            }
            let end = after.find(',').unwrap_or(after.len());
            let (descriptor, next) = after.split_at(end);
            rest = next;
            let width = descriptor.trim().strip_suffix('w').and_then(pixels);
            if let (Some(width), Some(url)) = (width, self.media(url))
                && variants.iter().all(|v| v.width != width)
            {
                variants.push(Variant { url, width });
            }
        }
        variants
    }
}

/// White space as a page shows it.
pub(super) fn collapse(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_ascii_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// A number of pixels as attributes have it: `640`, `640px`, `640.5`. Not a percentage.
pub(super) fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let value = value.strip_suffix("px").unwrap_or(value);
    let whole = match value.split_once('.') {
        Some((whole, part)) if part.bytes().all(|b| b.is_ascii_digit()) => whole,
        Some(_) => return None,
        None => value,
    };
    whole.parse().ok().filter(|pixels| *pixels <= 100_000)
}

/// A length in pixels of an inline style.
pub(super) fn styled(style: &str, property: &str) -> Option<u32> {
    style.split(';').find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        let value = value.trim();
        (name.trim() == property && (value.ends_with("px") || value == "0"))
            .then(|| pixels(value))
            .flatten()
    })
}
