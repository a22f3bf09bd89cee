//! Images: the real source behind lazy loading, the size, other widths, and which two are the same.

use super::source::attribute;
use super::text::{collapsed, cut_last};
use super::tree::{Cleaner, Last};
use crate::article::{Image, SafeUrl, Variant};
use crate::locale::template::{cut, position};
use crate::platform::Platform;

/// Where images are: lazy loaders keep the real source apart, and `src` is then a placeholder. What stands after `src`
/// counts only then.
const SOURCES: &str = "data-src data-lazy-src data-original src data-large-file data-orig-file \
     data-medium-file data-lazyload data-lazy data-url data-echo data-full-src data-hi-res-src data-cfsrc data-ezsrc";
/// Lists of widths.
const SETS: &str = "data-srcset data-lazy-srcset srcset";
/// No source offers more widths than this in earnest.
const MOST_VARIANTS: usize = 24;
/// Image file endings.
const ENDINGS: &str = "jpg jpeg png gif webp avif svg bmp heic";
/// File names (without ending) that may only keep an image's place, as any GIF may.
const PLACEHOLDERS: &str = "1x1 blank clear dot lazy lazy-placeholder lazyload loader loading pixel placeholder spacer \
     transparent";

impl<P: Platform> Cleaner<'_, P> {
    /// Reads an image element, unless it stands in a card.
    ///
    /// One that is so small that it stands for a character is its text alternative, and one that counts readers is
    /// nothing.
    pub fn image(&mut self, node: &P::Node) {
        if self.now.in_card {
            return;
        }
        let alt = collapsed(&attribute(node, "alt"));
        let style = attribute(node, "style");
        let side = |name| pixels(&attribute(node, name)).or_else(|| pixels(styled(&style, name)));
        let (mut width, mut height) = (side("width"), side("height"));
        let set = attribute(node, SETS);
        let (mut variants, mut first) = (Vec::new(), None);
        self.variants(&set, &mut variants, &mut first);
        // The first of which it is sure, and the first of those that may only keep its place.
        let (mut source, mut spare) = (None, None);
        let (mut name, mut names) = ("", SOURCES);
        while source.is_none() && !names.is_empty() {
            (name, names) = cut(names, " ");
            let raw = attribute(node, name);
            // `#` leads nowhere, and `data-lazy` may only say `true`.
            let said = name == "src" || cut(&raw, "./").0.len() < raw.len();
            let Some(url) = self.media(&raw).filter(|_| said && !raw.starts_with('#')) else {
                continue;
            };
            match doubt(&url) {
                0 => source = Some(url),
                1 if spare.is_none() => spare = Some(url),
                _ => {}
            }
        }
        if self.offered_sure || source.is_none() {
            self.variants(&self.offered, &mut variants, &mut first);
        }
        let sure = source.is_some();
        let lazy = sure && name != "src" || first.is_some();
        source = match first {
            Some(first) if !sure && (spare.is_none() || doubt(&first) == 0) => Some(first),
            _ => source.or(spare),
        };
        let longer = width.max(height).unwrap_or(u32::MAX);
        let class = attribute(node, "class");
        // The size of what keeps the place of an image is not the image's, unless that counts readers.
        if longer <= 2
            && lazy
            && source
                .as_ref()
                .is_some_and(|url| file(url.as_str()).is_some())
        {
            (width, height) = (None, None);
        } else if longer <= 32
            || position(&class, "emoji")
                .or(position(&class, "wp-smiley"))
                .is_some()
        {
            if longer > 2 && !alt.is_empty() {
                self.text(&alt);
            } else if sure {
                // Its twin is left out too.
                self.last = Last::Dropped;
            }
            return;
        }
        let Some(url) = source else {
            return;
        };
        if width.is_none() || height.is_none() {
            let mut known = size(&attribute(node, "data-orig-size"), ",");
            known = known.or_else(|| named_size(&url));
            for variant in &variants {
                known = known.or_else(|| named_size(&variant.url));
            }
            // One side alone still says how small it is.
            if known.is_some() {
                (width, height) = known.unzip();
            }
        }
        self.add_image(Box::new(Image {
            url,
            alt,
            caption: None,
            credit: None,
            width,
            height,
            variants,
        }));
    }

    /// Reads a `srcset`, unless one was found already: the candidates that say their width, and the first
    /// of all that does more than keep a place.
    fn variants(&self, set: &str, variants: &mut Vec<Variant>, first: &mut Option<SafeUrl>) {
        if !variants.is_empty() {
            return;
        }
        let mut rest = set;
        while variants.len() < MOST_VARIANTS {
            while let Some(b' ' | b',' | b'\t'..=b'\r') = rest.bytes().next() {
                rest = rest.get(1..).unwrap_or_default();
            }
            let (raw, mut after) = cut(rest, " \t\r\n");
            if raw.is_empty() {
                return;
            }
            // A comma ends a candidate without a descriptor; within an address it is part of it.
            let mut descriptor = "";
            let url = raw.strip_suffix(',').unwrap_or(raw);
            if url.len() == raw.len() {
                (descriptor, after) = cut(after, ",");
            }
            rest = after;
            let Some(url) = self.media(url) else { continue };
            if first.as_ref().is_none_or(|url| doubt(url) > 0) {
                *first = Some(url.clone());
            }
            if let Some(width) = descriptor.trim().strip_suffix('w').and_then(digits)
                && width > 0
                && variants.iter().all(|known| known.width != width)
            {
                variants.push(Variant { url, width });
            }
        }
    }
}

/// Adds an address and its width to a `srcset`, where a comma or a blank in the address would end it.
pub(crate) fn candidate(url: &str, width: &str, set: &mut String) {
    if !set.is_empty() {
        set.push_str(", ");
    }
    for c in url.chars() {
        match c {
            ' ' => set.push_str("%20"),
            ',' => set.push_str("%2C"),
            c => set.push(c),
        }
    }
    set.push(' ');
    set.push_str(width);
    set.push('w');
}

/// A whole number of at most nine digits.
pub(super) fn digits(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    let mut number = 0;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + u32::from(byte & 15);
    }
    Some(number)
}

/// A number of pixels as attributes have it: `640`, `640px`, `640.5`. Not a percentage.
pub(super) fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    let (whole, part) = cut(value.strip_suffix("px").unwrap_or(value), ".");
    if !part.is_empty() {
        digits(part)?;
    }
    digits(whole).filter(|pixels| *pixels <= 100_000)
}

/// Two numbers of pixels, if neither is zero.
fn size(text: &str, separator: &str) -> Option<(u32, u32)> {
    let (width, height) = cut(text, separator);
    let (width, height) = (pixels(width)?, pixels(height)?);
    (width > 0 && height > 0).then_some((width, height))
}

/// What an inline style says of a property; empty if nothing.
pub(super) fn styled<'a>(style: &'a str, property: &str) -> &'a str {
    let mut rest = style;
    while !rest.is_empty() {
        let (rule, next) = cut(rest, ";");
        rest = next;
        let (name, value) = cut(rule, ":");
        if name.trim().eq_ignore_ascii_case(property) {
            return value.trim();
        }
    }
    ""
}

/// The address up to its ending, if it is that of an image file.
fn file(url: &str) -> Option<&str> {
    let (path, ending) = cut_last(cut(url, "?#").0, b'.')?;
    position(ENDINGS, ending)?;
    Some(path)
}

/// The size in a file name as WordPress writes it: `…-640x427.jpg`.
fn named_size(url: &SafeUrl) -> Option<(u32, u32)> {
    size(cut_last(file(url.as_str())?, b'-')?.1, "x")
}

/// How likely the file only keeps an image's place. One that may do so (1) is the image where there is no other.
pub(super) fn doubt(url: &SafeUrl) -> u8 {
    let path = cut(url.as_str(), "?#").0;
    let name = cut_last(path, b'/').map_or(path, |(_, name)| name);
    u8::from(name.ends_with(".gif")) + u8::from(position(PLACEHOLDERS, cut(name, ".").0).is_some())
}

/// What two copies of an image have in common: the path without host, size suffix, ending and query.
pub(super) fn stem(url: &str) -> &str {
    let Some(stem) = file(url) else { return url };
    let (host, mut path) = cut(stem.get("https://".len()..).unwrap_or_default(), "/");
    // Jetpack's image host has the site's own host as the first step of the path.
    if host.ends_with(".wp.com") {
        path = cut(path, "/").1;
    }
    match cut_last(path, b'-') {
        Some((stem, last)) if last == "scaled" || size(last, "x").is_some() => stem,
        _ => path,
    }
}

/// Whether an address is that of the image that `key` is the [`stem`] of.
pub(super) fn same_file(url: &str, key: &str) -> bool {
    file(url).is_some() && stem(url) == key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_whole_and_likely() {
        for (value, expected) in [
            ("640", Some(640)),
            (" 640px ", Some(640)),
            ("640.5", Some(640)),
            ("100%", None),
            ("-1", None),
            ("", None),
            ("99999999999", None),
            ("200000", None),
        ] {
            assert_eq!(pixels(value), expected, "{value}");
        }
    }

    #[test]
    fn copies_of_an_image_have_the_same_stem() {
        for url in [
            "https://example.ma/up/a.jpg",
            "http://example.ma/up/a-scaled.JPG?x=1",
            "https://i0.wp.com/example.ma/up/a-1024x683.jpg?resize=1024",
            "https://cdn.example.ma/up/a-300x200.webp#x",
        ] {
            assert_eq!(stem(url), "up/a", "{url}");
        }
        let query = "https://example.ma/image.php?id=1";
        assert_eq!(stem(query), query);
    }
}
