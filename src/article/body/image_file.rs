//! What the address of an image says: which file it is a copy of, how large it is, whether it only keeps a place.

use super::pixels::size;
use crate::article::SafeUrl;

/// Image file endings.
const ENDINGS: &[&str] = &[
    "jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "heic",
];
/// File names (without ending) that may only keep an image's place, as any GIF may.
const PLACEHOLDERS: &[&str] = &[
    "1x1",
    "blank",
    "clear",
    "dot",
    "dummy",
    "empty",
    "gray",
    "grey",
    "lazy",
    "lazy-placeholder",
    "lazyload",
    "loader",
    "loading",
    "pixel",
    "preloader",
    "placeholder",
    "spacer",
    "transparent",
];

/// Whether a file only keeps an image's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placeholder {
    No,
    /// It is the image where there is no other.
    Perhaps,
    Surely,
}

/// Whether the file at `url` only keeps an image's place.
pub(super) fn placeholder(url: &SafeUrl) -> Placeholder {
    let path = path(url.as_str());
    let file = path.rsplit_once('/').map_or(path, |(_, file)| file);
    let name = file.split_once('.').map_or(file, |(name, _)| name);
    let is_named = |known: &&str| name.eq_ignore_ascii_case(known);
    let named =
        PLACEHOLDERS.iter().any(is_named) || name.contains("placeholder") || name.ends_with("-1x1");
    match (file.ends_with(".gif"), named) {
        (false, false) => Placeholder::No,
        (true, true) => Placeholder::Surely,
        (true, false) | (false, true) => Placeholder::Perhaps,
    }
}

/// An address without query and fragment.
pub(super) fn path(url: &str) -> &str {
    url.split_once(['?', '#']).map_or(url, |(path, _)| path)
}

/// The address up to the ending of an image file; `None` if it is that of no image file.
fn without_ending(url: &str) -> Option<&str> {
    let (name, ending) = path(url).rsplit_once('.')?;
    let mut endings = ENDINGS.iter();
    endings
        .any(|known| ending.eq_ignore_ascii_case(known))
        .then_some(name)
}

/// Whether it is the address of an image file.
pub(super) fn is_image_file(url: &str) -> bool {
    without_ending(url).is_some()
}

/// The name of the file at an address.
pub(super) fn file_name(url: &str) -> &str {
    let path = path(url);
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The size in a file name as WordPress writes it: `…-640x427.jpg`.
pub(super) fn named_size(url: &SafeUrl) -> Option<(u32, u32)> {
    let (_, suffix) = without_ending(url.as_str())?.rsplit_once('-')?;
    size(suffix, 'x')
}

/// What two copies of an image have in common: the path without host, size suffix, ending and query.
pub(super) fn stem(url: &str) -> &str {
    let Some(name) = without_ending(url) else {
        return url;
    };
    let name = name.split_once("://").map_or(name, |(_, name)| name);
    let (host, mut path) = name.split_once('/').unwrap_or((name, ""));
    // Jetpack's image host has the site's own host as the first step of the path.
    if host.ends_with(".wp.com") {
        path = path.split_once('/').map_or("", |(_, path)| path);
    }
    match path.rsplit_once('-') {
        Some((stem, suffix)) if suffix == "scaled" || size(suffix, 'x').is_some() => stem,
        _ => path,
    }
}

/// Whether an address is that of the image that `key` is the [`stem`] of.
pub(super) fn is_copy(url: &str, key: &str) -> bool {
    is_image_file(url) && stem(url) == key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::Native;

    #[test]
    fn copies_of_an_image_have_the_same_stem() {
        for url in [
            "https://example.ma/up/a.jpg",
            "http://example.ma/up/a-scaled.JPG?x=1",
            "https://i0.wp.com/example.ma/up/a-1024x683.jpg?resize=1024",
            "https://cdn.example.ma/up/a-300x200.webp#x",
        ] {
            assert_eq!(stem(url), "up/a", "{url}");
            assert!(is_copy(url, "up/a"));
        }
        let query = "https://example.ma/image.php?id=1";
        assert_eq!(stem(query), query);
        assert!(!is_copy(query, query));
        assert_eq!(stem("https://example.ma/up/a-b.jpg"), "up/a-b");
    }

    #[test]
    fn a_placeholder_is_known_by_its_name_and_its_kind() {
        for (url, expected) in [
            ("https://x.ma/a.jpg", Placeholder::No),
            ("https://x.ma/a.gif", Placeholder::Perhaps),
            ("https://x.ma/Blank.png?x=.gif", Placeholder::Perhaps),
            ("https://x.ma/pixel.gif?1", Placeholder::Surely),
            ("https://x.ma/pixels.png", Placeholder::No),
        ] {
            let url = SafeUrl::media(&Native, url, "").unwrap();
            assert_eq!(placeholder(&url), expected, "{}", url.as_str());
        }
    }

    #[test]
    fn the_size_is_in_the_names_of_copies() {
        for (url, expected) in [
            ("https://x.ma/a-640x427.jpg", Some((640, 427))),
            ("https://x.ma/a-640x427.php", None),
            ("https://x.ma/640x427.jpg", None),
            ("https://x.ma/a-0x427.jpg", None),
        ] {
            let url = SafeUrl::media(&Native, url, "").unwrap();
            assert_eq!(named_size(&url), expected, "{}", url.as_str());
        }
    }
}
