//! The readers of images that all formats share.

use super::path;
use super::source::{MOST, Source, string};
use crate::article::draft::DraftImage;
use serde_json::Value;

/// Where an image's address and what belongs to it stand, in whatever format.
pub(super) const IMAGE: &str = "url | source_url | contentUrl | src | URL | href";
const ALT: &str = "alt | alt_text | accessibilityCaption";
const CAPTION: &str = "caption";
const CREDIT: &str =
    "credit | creditText | media_details.image_meta.credit | author.name | creator.name";
const WIDTH: &str = "width | width.value | media_details.width";
const HEIGHT: &str = "height | height.value | media_details.height";
const VARIANTS: &str = "variants | media_details.sizes.*";

impl<'a> Source<'a> {
    /// The lead image: of several the widest, and the first of those.
    pub fn image(&self) -> Option<DraftImage> {
        let mut all = Vec::new();
        self.find("image", false, &mut |value| {
            self.add_images(value, &mut all)
        });
        let mut best: Option<DraftImage> = None;
        for image in all {
            if best.as_ref().is_none_or(|best| image.width > best.width) {
                best = Some(image);
            }
        }
        let mut image = best?;
        for (part, field) in [
            (&mut image.alt, "image_alt"),
            (&mut image.caption, "image_caption"),
            (&mut image.credit, "image_credit"),
        ] {
            if part.is_none() {
                *part = self.string(field).map(|written| self.text(written));
            }
        }
        Some(image)
    }

    /// Adds the images `value` holds (an address, an object, or a list of either); says whether there was one.
    pub fn add_images(&self, value: &'a Value, out: &mut Vec<DraftImage>) -> bool {
        let before = out.len();
        match value {
            Value::Array(items) => {
                for item in items.iter().take(MOST) {
                    self.add_images(item, out);
                }
            }
            Value::Object(_) => {
                let whole = self.whole(value, IMAGE);
                if let Some(url) = self.string_in(whole, IMAGE).filter(|url| loadable(url)) {
                    let (width, height) = (self.pixels(whole, WIDTH), self.pixels(whole, HEIGHT));
                    out.push(DraftImage {
                        variants: self.variants(whole, &url, width, height),
                        url,
                        alt: self.text_in(whole, ALT),
                        caption: self.text_in(whole, CAPTION),
                        credit: self.text_in(whole, CREDIT),
                        width,
                        height,
                    });
                }
            }
            _ => {
                if let Some(url) = string(value).filter(|url| loadable(url)) {
                    out.push(DraftImage {
                        url,
                        ..DraftImage::default()
                    });
                }
            }
        }
        out.truncate(MOST);
        out.len() > before
    }

    /// Other widths of the same picture: not the crops, which show another part of it.
    fn variants(
        &self,
        image: &'a Value,
        full: &str,
        width: Option<u32>,
        height: Option<u32>,
    ) -> Vec<(String, u32)> {
        let mut out = Vec::new();
        let mut add = |variant: &'a Value| {
            let url = self
                .string_in(variant, IMAGE)
                .filter(|url| url != full && loadable(url));
            if let (Some(url), Some(own)) = (url, self.pixels(variant, WIDTH))
                && out.len() < MOST
                && !crop(
                    width.zip(height),
                    Some(own).zip(self.pixels(variant, HEIGHT)),
                )
            {
                out.push((url, own));
            }
        };
        path::find(self.root, image, VARIANTS, true, &mut |value| {
            match value {
                Value::Array(items) => items.iter().for_each(&mut add),
                _ => add(value),
            }
            value.is_array() || value.is_object()
        });
        out
    }

    fn pixels(&self, value: &'a Value, paths: &str) -> Option<u32> {
        let mut out = None;
        path::find(self.root, value, paths, false, &mut |value| {
            out = match value {
                // 640.0 too.
                Value::Number(number) => number.as_f64().map(|number| number as u32),
                // "640px" too.
                Value::String(text) => {
                    let text = text.trim();
                    let end = text
                        .find(|c: char| !c.is_ascii_digit())
                        .unwrap_or(text.len());
                    text[..end].parse().ok()
                }
                _ => None,
            }
            .filter(|pixels| (1..=1 << 16).contains(pixels));
            out.is_some()
        });
        out
    }
}

/// Whether an image may be had from there: relative, or http(s). `bundle:` and `data:` are not.
fn loadable(url: &str) -> bool {
    match url.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        }
        _ => true,
    }
}

/// Whether two sizes differ in shape by more than 2 %. Unknown sizes do not.
fn crop(full: Option<(u32, u32)>, own: Option<(u32, u32)>) -> bool {
    let (Some((full_width, full_height)), Some((width, height))) = (full, own) else {
        return false;
    };
    let (a, b) = (
        u64::from(full_width) * u64::from(height),
        u64::from(width) * u64::from(full_height),
    );
    a.abs_diff(b) * 50 > a
}
