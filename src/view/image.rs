//! Images: the lead image and those of the body, sized before they are there.

use yew::AttrValue;

use super::el::{El, el, part};
use crate::article::Image;

/// An `<img>` whose place is reserved by its width and height. The lead image is fetched at once and first.
pub fn image(image: &Image, lead: bool) -> El {
    let mut srcset = String::new();
    for variant in &image.variants {
        if !srcset.is_empty() {
            srcset.push_str(", ");
        }
        // A comma or a blank in a URL would end the candidate.
        srcset.push_str(&variant.url.as_str().replace(' ', "%20").replace(',', "%2C"));
        srcset.push(' ');
        srcset.push_str(&variant.width.to_string());
        srcset.push('w');
    }
    let number = |pixels: Option<u32>| pixels.map(|n| AttrValue::from(n.to_string()));
    let sizes = (!srcset.is_empty()).then_some("(min-width: 48em) 44rem, 100vw".into());
    el("img").attrs(
        &[
            "src", "srcset", "sizes", "alt", "width", "height", "loading", "fetchpriority", "decoding",
            "referrerpolicy",
        ],
        [
            Some(image.url.as_str().to_owned().into()),
            (!srcset.is_empty()).then_some(srcset.into()),
            sizes,
            Some(image.alt.clone().into()),
            number(image.width),
            number(image.height),
            (!lead).then_some("lazy".into()),
            lead.then_some("high".into()),
            Some("async".into()),
            Some("strict-origin-when-cross-origin".into()),
        ],
    )
}

/// The lead image with its caption and credit.
pub fn lead(lead: &Image) -> El {
    let caption = lead.caption.clone().map(|text| el("span").text(text));
    let credit = lead
        .credit
        .clone()
        .map(|text| el("small").child(el("bdi").text(text)));
    let said = caption.is_some() || credit.is_some();
    part("figure", "image").child(image(lead, true)).maybe(
        said.then(|| part("figcaption", "caption").maybe(caption).maybe(credit)),
    )
}
