//! Images: the lead image and those of the body, sized before they are there.

use yew::AttrValue;

use super::Page;
use super::el::{El, el};
use super::masthead::line;
use crate::article::Image;
use crate::locale::decimal;

/// An `<img>` whose place is reserved by its width and height. The lead image is fetched at once and first.
pub fn image(image: &Image, lead: bool) -> El {
    let srcset = image.srcset();
    let mut made = el(match lead {
        true => {
            "img fetchpriority=high decoding=async referrerpolicy=strict-origin-when-cross-origin"
        }
        false => "img loading=lazy decoding=async referrerpolicy=strict-origin-when-cross-origin",
    })
    .copy("alt", &image.alt);
    for (name, pixels) in [("width", image.width), ("height", image.height)] {
        made = made.attr_if(name, pixels.map(|pixels| decimal(pixels).into()));
    }
    if !srcset.is_empty() {
        let sizes = if lead {
            "(min-width: 820px) 792px, 100vw"
        } else {
            "(min-width: 640px) 612px, 100vw"
        };
        made = made
            .attr("sizes", AttrValue::Static(sizes))
            .attr("srcset", srcset.into());
    }
    // Last, so that the browser knows everything else when it starts to load.
    made.copy("src", image.url.as_str())
}

/// The lead image with its caption and credit.
pub fn lead(lead: &Image, page: &Page) -> El {
    let mut caption = el("figcaption part=caption");
    if let Some(text) = &lead.caption {
        caption = caption.child(line(el("span"), text, page));
    }
    if let Some(text) = &lead.credit {
        caption = caption.child(el("small").child(el("bdi").say(text)));
    }
    let said = lead.caption.is_some() || lead.credit.is_some();
    el("figure part=image")
        .child(image(lead, true))
        .maybe(said.then_some(caption))
}
