//! Image files by their addresses: which two are copies of one, what size a name says, what is only a placeholder.

use super::image::pixels;
use super::{Attr, Element};
use crate::article::Image;

/// Image file endings.
const ENDINGS: &[&str] = &[
    "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "heic",
];
/// File names (without ending) that only keep an image's place.
const PLACEHOLDERS: &[&str] = &[
    "1x1",
    "blank",
    "clear",
    "dot",
    "lazy",
    "loading",
    "pixel",
    "placeholder",
    "spacer",
    "transparent",
];

/// The size in a file name as WordPress writes it: `…-640x427.jpg`.
pub(super) fn named_size(url: &str) -> Option<(u32, u32)> {
    let (stem, _) = file(url).0.rsplit_once('.')?;
    let (width, height) = stem.rsplit_once('-')?.1.split_once('x')?;
    let size = (pixels(width)?, pixels(height)?);
    (size.0 > 0 && size.1 > 0).then_some(size)
}

/// The address without query and fragment, if it is that of an image file, and whether it is.
fn file(url: &str) -> (&str, bool) {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let known = ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known));
    (if known { path } else { url }, known)
}

/// Whether the file only keeps an image's place.
pub(super) fn is_placeholder(url: &str) -> bool {
    let (path, _) = file(url);
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    PLACEHOLDERS
        .iter()
        .any(|known| stem.eq_ignore_ascii_case(known))
}

/// What two copies of an image have in common: the path without host, size suffix and query.
fn key(url: &str) -> (&str, &str) {
    let (path, _) = file(url);
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let (host, mut path) = path.split_once('/').unwrap_or(("", path));
    // Jetpack's image host has the site's own host as the first step of the path.
    if host.ends_with(".wp.com") {
        path = path.split_once('/').map_or(path, |(_, rest)| rest);
    }
    let (stem, ending) = path.rsplit_once('.').unwrap_or((path, ""));
    let stem = match stem.rsplit_once('-') {
        Some((stem, "scaled")) => stem,
        Some((stem, size)) if is_size(size) => stem,
        _ => stem,
    };
    (stem, ending)
}

fn is_size(text: &str) -> bool {
    text.split_once('x')
        .is_some_and(|(width, height)| pixels(width).is_some() && pixels(height).is_some())
}

/// Whether two images are copies of one.
pub(super) fn same(one: &Image, other: &Image) -> bool {
    key(one.url.as_str()) == key(other.url.as_str())
}

/// Whether the link only leads to the image itself.
pub(super) fn leads_to(link: &Element, image: &Image) -> bool {
    link.attributes.iter().any(|attribute| match attribute {
        Attr::Href(url) => file(url.as_str()).1 && key(url.as_str()) == key(image.url.as_str()),
        _ => false,
    })
}
