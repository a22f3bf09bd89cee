//! What becomes of each source element: by its name, and by what its class says.

use super::Tag;
use super::disclosure::is_toggle;
use super::pixels::styled;
use crate::platform::SourceAttributes;

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Treatment {
    /// Goes with its content.
    Drop,
    /// Loses its tag, but what is in it stands apart from what is around it.
    UnwrapBlock,
    /// Loses its tag, keeps its content.
    Unwrap,
    /// Becomes this element.
    Keep(Tag),
    /// Becomes an aside of Qari's own style.
    Callout,
    /// A control: goes, unless it is the label of what it shows and hides.
    Button,
    /// A card that links elsewhere, a track of a playlist: one paragraph.
    Bookmark,
    /// A formula.
    Formula,
    /// A post of another site: the link to it.
    Post,
    /// An image.
    Image,
    /// Offers its image other sources.
    Picture,
    /// What a `picture` offers.
    PictureSource,
    /// A frame of a third party.
    Frame,
    /// Film or sound.
    Media,
    /// What a page shows without script.
    Noscript,
}

/// What becomes of an element: its class may know better than its name.
pub(super) fn of(name: &str, source: &SourceAttributes) -> Treatment {
    let by_name = of_element(name);
    if source.is_empty() {
        return by_name;
    }
    let mut classes = source.value("class").split_ascii_whitespace();
    match by_name {
        Treatment::Button if classes.any(|class| class == "wp-block-playlist-track__button") => {
            return Treatment::Bookmark;
        }
        Treatment::Image if classes.any(|class| class == "kg-audio-thumbnail") => {
            return Treatment::Drop;
        }
        _ => {}
    }
    if matches!(
        by_name,
        Treatment::Image
            | Treatment::Frame
            | Treatment::Media
            | Treatment::Noscript
            | Treatment::Button
            | Treatment::Formula
            | Treatment::Drop
    ) {
        return by_name;
    }
    if matches!(by_name, Treatment::UnwrapBlock | Treatment::Keep(Tag::P)) {
        if let Some(tag) = heading_by_role(source) {
            return Treatment::Keep(tag);
        }
        if source.value("role").trim() == "button" && is_toggle(source) {
            return Treatment::Button;
        }
    }
    if by_name == Treatment::Keep(Tag::Span)
        && of_classes(source.value("class")) != Some(Treatment::Drop)
        && let Some(tag) = of_style(source.value("style"))
    {
        return Treatment::Keep(tag);
    }
    // A class makes no block of a word in a line.
    let is_inline = matches!(by_name, Treatment::Keep(tag) if !tag.is_block());
    let may_be = |by_class: &Treatment| {
        !is_inline || matches!(by_class, Treatment::Drop | Treatment::UnwrapBlock)
    };
    of_classes(source.value("class"))
        .filter(may_be)
        .unwrap_or(by_name)
}

/// What an inline style makes of a span, where the text says something else without it: 10⁶ is not 106, and a price that is
/// struck out is none.
fn of_style(style: &str) -> Option<Tag> {
    if style.is_empty() {
        return None;
    }
    let struck = ["text-decoration", "text-decoration-line"]
        .iter()
        .any(|property| styled(style, property).contains("line-through"));
    match styled(style, "vertical-align").split(' ').next() {
        Some("super") => Some(Tag::Sup),
        Some("sub") => Some(Tag::Sub),
        _ => struck.then_some(Tag::S),
    }
}

/// The heading that an element is by its role.
fn heading_by_role(source: &SourceAttributes) -> Option<Tag> {
    let level = source.value("aria-level").trim();
    (source.value("role").trim() == "heading").then_some(match level {
        "3" => Tag::H3,
        "4" => Tag::H4,
        "5" => Tag::H5,
        "6" => Tag::H6,
        _ => Tag::H2,
    })
}

/// What becomes of an element of this name (lower case).
#[rustfmt::skip]
fn of_element(name: &str) -> Treatment {
    match name {
        "script" | "style" | "template" | "object" | "embed" | "svg" | "mjx-math" | "param" | "applet" | "noembed"
        | "track" | "qari-reader" => Treatment::Drop,
        // Controls.
        "button" => Treatment::Button,
        "input" | "select" | "textarea" | "option" | "optgroup" | "datalist" | "meter"
        | "progress" => Treatment::Drop,
        // What says something about the page or its tables.
        "base" | "head" | "link" | "meta" | "title" | "frame" | "frameset" | "noframes" | "col"
        | "colgroup" => Treatment::Drop,
        "amp-ad" | "amp-analytics" | "amp-auto-ads" | "amp-consent" | "amp-embed" | "amp-pixel" | "amp-sidebar"
        | "amp-social-share" | "amp-sticky-ad" => Treatment::Drop,

        "div" | "section" | "header" | "article" | "footer" | "main" | "nav" | "address" | "center" | "dialog"
        | "fieldset" | "form" | "hgroup" | "legend" => Treatment::UnwrapBlock,

        "img" | "image" | "amp-img" | "amp-anim" => Treatment::Image,
        "math" => Treatment::Formula,
        "picture" => Treatment::Picture,
        "source" => Treatment::PictureSource,
        "iframe" | "amp-iframe" | "oembed" | "o-embed" => Treatment::Frame,
        "video" | "audio" | "amp-video" | "amp-audio" => Treatment::Media,
        "noscript" => Treatment::Noscript,

        // Old names of elements.
        "acronym" => Treatment::Keep(Tag::Abbr),
        "strike" => Treatment::Keep(Tag::S),
        "tt" => Treatment::Keep(Tag::Code),
        "listing" | "plaintext" | "xmp" => Treatment::Keep(Tag::Pre),
        "dir" | "menu" => Treatment::Keep(Tag::Ul),
        // The article's headline stands above the body.
        "h1" => Treatment::Keep(Tag::H2),

        name => match name.parse() {
            // Parts of a formula without one are text.
            Ok(tag) if !Tag::is_formula(tag) => Treatment::Keep(tag),
            _ => Treatment::Unwrap,
        },
    }
}

/// What a `class` says about its element, if one of its words says something: cards, captions, galleries and furniture
/// of WordPress, Jetpack, Ghost and Blogger, whose captions stand in tables.
fn of_classes(classes: &str) -> Option<Treatment> {
    classes.split_ascii_whitespace().find_map(of_class)
}

#[rustfmt::skip]
fn of_class(class: &str) -> Option<Treatment> {
    Some(match class {
        // Twins of a formula, players of scripts, what asks for consent, advertisements.
        "MathJax_Preview" | "mjx-math" | "kg-audio-thumbnail" | "kg-audio-player" | "kg-video-overlay"
        | "kg-video-player-container" | "_brlbs-content-blocker" | "cmplz-blocked-content-notice" | "adsbygoogle" => Treatment::Drop,
        // Labels that stand with their panels, numbers of lines.
        "su-tabs-nav" | "crayon-nums" | "hljs-ln-numbers" | "lineno" | "linenos" | "lnt" | "rouge-gutter" => Treatment::Drop,
        // Icons whose font makes a picture of a word.
        "material-icons" | "material-icons-outlined" | "material-icons-round" | "material-icons-sharp"
        | "material-symbols-outlined" | "material-symbols-rounded" | "material-symbols-sharp" => Treatment::Drop,
        // Ways to share and to read on, votes, what is said after a form is sent.
        "addtoany_share_save_container" | "heateor_sss_sharing_container" | "jp-relatedposts" | "yarpp-related" | "crp_related"
        | "more-link" | "read-more" | "sharedaddy" | "kk-star-ratings" | "kg-signup-card-success" => Treatment::Drop,
        // Who wrote it, as plugins say it once more below the text.
        "saboxplugin-wrap" | "m-a-box" | "pp-multiple-authors-boxes-wrapper" => Treatment::Drop,

        "gallery-icon" | "lntable" | "lntd" | "kg-bookmark-publisher" | "wp-block-playlist-track__artist"
        | "wp-block-playlist-track__length" => Treatment::UnwrapBlock,

        "wp-caption" | "gallery" | "gallery-item" | "blocks-gallery-item" | "kg-audio-card" | "kg-gallery-card"
        | "tiled-gallery" | "wp-block-gallery" | "wp-block-jetpack-slideshow" | "tr-caption-container"
        | "wp-block-jetpack-tiled-gallery" => Treatment::Keep(Tag::Figure),
        "wp-caption-text" | "gallery-caption" | "blocks-gallery-caption" | "kg-audio-title" | "tr-caption" => {
            Treatment::Keep(Tag::Figcaption)
        }

        "kg-toggle-card" => Treatment::Keep(Tag::Details),
        "kg-toggle-heading" => Treatment::Keep(Tag::Summary),
        "callout" | "kg-callout-card" | "kg-product-card" => Treatment::Callout,
        "kg-bookmark-card" | "kg-file-card" => Treatment::Bookmark,
        "wp-embedded-content" => Treatment::Post,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_of_a_class_that_says_something_counts() {
        assert_eq!(
            of_classes("alignleft wp-caption\n sharedaddy"),
            Some(Treatment::Keep(Tag::Figure))
        );
        assert_eq!(of_classes("wp-block-paragraph "), None);
    }

    #[test]
    fn every_element_of_the_allow_list_stays_what_it_is() {
        for tag in Tag::ALL {
            let treatment = of_element(tag.name());
            // A plain box has no meaning of its own.
            let expected = match tag {
                Tag::Div => Treatment::UnwrapBlock,
                Tag::Math => Treatment::Formula,
                tag if tag.is_formula() => Treatment::Unwrap,
                tag => Treatment::Keep(*tag),
            };
            assert_eq!(treatment, expected);
        }
        assert_eq!(of_element("o:p"), Treatment::Unwrap);
    }
}
