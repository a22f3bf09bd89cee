//! `srcset`: the widths of an image, read and written.

use std::fmt::Display;

use crate::article::Variant;

/// The candidates of a `srcset`: address and descriptor (`640w`, `2x`, empty) of each.
pub(super) fn candidates(srcset: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = srcset;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c == ',' || c.is_ascii_whitespace());
        let end = rest.find(|c: char| c.is_ascii_whitespace());
        let (address, after) = rest.split_at(end.unwrap_or(rest.len()));
        if address.is_empty() {
            return None;
        }
        // A comma behind an address ends a candidate without a descriptor; within an address it is part of it.
        if let Some(address) = address.strip_suffix(',') {
            rest = after;
            return Some((address, ""));
        }
        let (descriptor, behind) = after.split_once(',').unwrap_or((after, ""));
        rest = behind;
        Some((address, descriptor.trim()))
    })
}

/// The width that a descriptor gives, in pixels.
pub(super) fn width(descriptor: &str) -> Option<u32> {
    let width = descriptor.strip_suffix('w')?.parse().ok()?;
    (width > 0).then_some(width)
}

/// Variants as the value of a `srcset` attribute.
pub(in crate::article) fn written(variants: &[Variant]) -> String {
    let mut srcset = String::new();
    for variant in variants {
        candidate(variant.url.as_str(), variant.width, &mut srcset);
    }
    srcset
}

/// Adds an address and its width to a `srcset`. A blank anywhere and a comma at its ends would part the address.
pub(crate) fn candidate(address: &str, width: impl Display, srcset: &mut String) {
    if !srcset.is_empty() {
        srcset.push_str(", ");
    }
    let mut address = address.replace(' ', "%20");
    if address.starts_with(',') || address.ends_with(',') {
        address = address.replace(',', "%2C");
    }
    srcset.push_str(&format!("{address} {width}w"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_an_address_is_part_of_it() {
        let all: Vec<_> = candidates(", /a,w_10.jpg 10w,/b.jpg,\n/c.jpg  2x ,, /d.jpg").collect();
        assert_eq!(
            all,
            [
                ("/a,w_10.jpg", "10w"),
                ("/b.jpg", ""),
                ("/c.jpg", "2x"),
                ("/d.jpg", "")
            ]
        );
        assert_eq!(candidates(" , ").next(), None);
    }

    #[test]
    fn only_a_width_in_pixels_is_one() {
        for (descriptor, expected) in [("640w", Some(640)), ("0w", None), ("2x", None), ("w", None)]
        {
            assert_eq!(width(descriptor), expected, "{descriptor}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut srcset = String::new();
        candidate("https://x.ma/a b,c.jpg", 640, &mut srcset);
        candidate("https://x.ma/d?,", "1200", &mut srcset);
        let all: Vec<_> = candidates(&srcset).collect();
        assert_eq!(
            all,
            [
                ("https://x.ma/a%20b,c.jpg", "640w"),
                ("https://x.ma/d?%2C", "1200w")
            ]
        );
    }
}
