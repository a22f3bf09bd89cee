//! Images: the lead image and those of the body, sized before they are there.

use yew::prelude::*;

use super::contexts::use_page;
use super::text::line;
use crate::article::Image;
use crate::language::Dir;

/// How wide the column is at the default text size, in pixels.
const COLUMN: u32 = 612;
/// How wide the lead image is where there is room on both sides.
const WIDEST_LEAD: u32 = 792;
/// What stands beside the column.
const PADDING: u32 = 28;

/// Props of [`Picture`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PictureProps {
    /// What to show.
    pub image: Image,
    /// The lead image is fetched at once and first.
    #[prop_or_default]
    pub lead: bool,
    /// The part that it is by itself.
    #[prop_or_default]
    pub part: Option<&'static str>,
}

/// An `<img>` whose place is reserved by its width and height. One that does not come leaves its caption and no box.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let image = &props.image;
    let failed = use_state(|| false);
    let onerror = {
        let failed = failed.clone();
        Callback::from(move |_: Event| failed.set(true))
    };
    let sizes = sizes(props.lead, use_page().width);
    let srcset = srcset(image);
    let pixels = |number: Option<u32>| number.map(|number| number.to_string());
    html! {
        <img
            part={props.part}
            alt={image.alt.clone()}
            hidden={*failed}
            fetchpriority={props.lead.then_some("high")}
            loading={(!props.lead).then_some("lazy")}
            decoding="async"
            referrerpolicy="strict-origin-when-cross-origin"
            width={pixels(image.width)}
            height={pixels(image.height)}
            class={is_small(image, props.lead).then_some("small")}
            sizes={srcset.is_some().then_some(sizes)}
            {srcset}
            // Last, so that the browser knows everything else when it starts to load.
            src={image.url.as_str().to_owned()}
            {onerror}
        />
    }
}

/// How wide the image is shown: as wide as the column, or the lead's wider one, where the reader has room for it. A
/// browser that can look for itself does, where the image waits for its layout.
fn sizes(lead: bool, reader: Option<u32>) -> String {
    let column = if lead { WIDEST_LEAD } else { COLUMN };
    match reader.filter(|reader| *reader > 0) {
        Some(reader) if lead => format!("{}px", reader.min(column)),
        Some(reader) => format!("auto, {}px", reader.min(column)),
        None if lead => format!("(min-width: {}px) {column}px, 100vw", column + PADDING),
        None => format!(
            "auto, (min-width: {}px) {column}px, 100vw",
            column + PADDING
        ),
    }
}

/// Whether the image is too small to fill its place, and stands as large as it is.
fn is_small(image: &Image, lead: bool) -> bool {
    let widest = image.variants.iter().map(|variant| variant.width);
    let widest = widest.chain(image.width).max();
    widest.is_some_and(|widest| widest < if lead { COLUMN } else { COLUMN / 2 })
}

/// Other widths of the image; `None` where there are none.
fn srcset(image: &Image) -> Option<String> {
    let candidates: Vec<String> = image
        .variants
        .iter()
        .map(|variant| format!("{} {}w", variant.url.as_str(), variant.width))
        .collect();
    (!candidates.is_empty()).then(|| candidates.join(", "))
}

/// The lead image with its caption and credit.
pub fn lead_image(image: &Image, around: Dir) -> Html {
    let caption = image
        .caption
        .as_ref()
        .map(|caption| line("span", caption, around));
    let credit = image
        .credit
        .as_ref()
        .map(|credit| html! { <small><bdi>{ credit }</bdi></small> });
    html! {
        <figure part="image">
            <Picture image={image.clone()} lead=true />
            if caption.is_some() || credit.is_some() {
                <figcaption part="caption">{ for caption }{ for credit }</figcaption>
            }
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_as_wide_as_its_column_and_no_wider_than_the_reader() {
        assert_eq!(sizes(false, Some(300)), "auto, 300px");
        assert_eq!(sizes(true, Some(300)), "300px");
        assert_eq!(sizes(false, Some(5000)), format!("auto, {COLUMN}px"));
        assert_eq!(sizes(true, Some(5000)), format!("{WIDEST_LEAD}px"));
        // Without a layout there is no width: the reader is not there yet, or hidden.
        assert_eq!(sizes(true, Some(0)), sizes(true, None));
        assert!(sizes(false, None).starts_with("auto, (min-width: "));
    }
}
