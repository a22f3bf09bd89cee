//! Images as HTML, with what is said about them.

use std::sync::LazyLock;

use serde_json::Value;

use super::blocks::element;
use super::html::attribute;
use super::path::Paths;
use super::source::{
    ALT, CREDIT, HEIGHT, IMAGE, VARIANTS, WIDTH, first_in, pixels_in, text, text_in,
};
use crate::article::body::candidate;

/// Where the images of a gallery stand.
static IMAGES: LazyLock<Paths> = LazyLock::new(|| Paths::new(&["images.*", "items.*"]));

/// What the files of pictures end in.
const PICTURES: &[&str] = &[".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"];

/// The image with its caption and credit, if it is one.
pub(super) fn figure(value: &Value) -> Option<String> {
    let image = image(value)?;
    let caption = element("div", &value["caption"]).unwrap_or_default();
    let credit = element("small", first_in(value, &CREDIT)).unwrap_or_default();
    Some(format!(
        "<figure>{image}<figcaption>{caption}{credit}</figcaption></figure>"
    ))
}

/// A figure of figures, if there are any.
pub(super) fn gallery(block: &Value) -> Option<String> {
    let mut figures = String::new();
    IMAGES.each(block, block, &mut |image| {
        figures.extend(figure(image));
        !figures.is_empty()
    });
    (!figures.is_empty()).then(|| format!("<figure>{figures}</figure>"))
}

/// The image that is an address or an object, if it is one.
pub(in crate::article) fn image(image: &Value) -> Option<String> {
    let src = attribute("src", address(image)?);
    let srcset = attribute("srcset", &candidates(image));
    let [alt, width, height] = [("alt", &ALT), ("width", &WIDTH), ("height", &HEIGHT)]
        .map(|(name, paths)| attribute(name, text_in(image, paths)));
    Some(format!("<img{srcset}{src}{alt}{width}{height}>"))
}

/// The address of an image that can be shown.
pub(in crate::article) fn address(image: &Value) -> Option<&str> {
    let kind = text(&image["mime_type"]);
    if !kind.is_empty() && !kind.starts_with("image/") {
        return None;
    }
    let url = match image {
        Value::Object(_) => match text_in(image, &IMAGE) {
            // The name of a node that is nowhere may be its address.
            "" => Some(text(&image["@id"])).filter(|id| is_picture(id))?,
            url => url,
        },
        _ => text(image),
    };
    // Nothing outside a bundle can load what is in it, and what is in the address itself keeps a place.
    let nowhere = url.is_empty() || url.starts_with("bundle:") || url.starts_with("data:");
    (!nowhere).then_some(url)
}

/// Whether an address is that of a picture's file.
fn is_picture(url: &str) -> bool {
    let file = url.split('?').next().unwrap_or(url).to_ascii_lowercase();
    PICTURES.iter().any(|ending| file.ends_with(ending))
}

/// The `srcset` of other widths of the image; empty if there are none.
fn candidates(image: &Value) -> String {
    let mut set = String::new();
    let size = pixels_in(image, &WIDTH).zip(pixels_in(image, &HEIGHT));
    let mut add = |variant| {
        let (url, width) = (text_in(variant, &IMAGE), text_in(variant, &WIDTH));
        let variant_size = pixels_in(variant, &WIDTH).zip(pixels_in(variant, &HEIGHT));
        // Not the crops, which show another part of the picture.
        let cropped = size
            .zip(variant_size)
            .is_some_and(|(full, part)| is_crop(full, part));
        if !url.is_empty() && !width.is_empty() && !cropped {
            candidate(url, width, &mut set);
        }
        true
    };
    // Where there is a choice, the image itself is one; none if its width is not known.
    if pixels_in(image, &WIDTH).is_some() && VARIANTS.each(image, image, &mut add) {
        add(image);
    }
    set
}

/// Whether the two have another shape, by more than what rounding makes.
fn is_crop((width, height): (u32, u32), (other_width, other_height): (u32, u32)) -> bool {
    let same = u64::from(width) * u64::from(other_height);
    same.abs_diff(u64::from(height) * u64::from(other_width)) * 50 > same
}
