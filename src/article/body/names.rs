//! What becomes of each source element: by its name, and by what its class says.

use super::Tag;
use crate::locale::template::{cut, position};

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Goes with its content.
    Drop,
    /// Loses its tag, but what is in it stands apart from what is around it.
    Block,
    /// Loses its tag, keeps its content.
    Through,
    /// Stays.
    Tag(Tag),
    /// An aside of Qari's own style.
    Callout,
    /// A card that links elsewhere: one paragraph.
    Bookmark,
    /// An image.
    Image,
    /// Offers its image other sources.
    Picture,
    /// What a `picture` offers.
    Source,
    /// A frame of a third party.
    Frame,
    /// Film or sound.
    Media,
    /// What a page shows without script.
    Noscript,
}

/// By element name and by class. Elements of the allow-list that are not here stay what they are.
///
/// The classes are those of cards, captions, galleries and furniture of WordPress, Jetpack and Ghost.
const KINDS: &[(Kind, &str, &str)] = &[
    (
        Kind::Drop,
        "script style template object embed svg math button input select textarea option optgroup datalist meter \
         progress applet base col colgroup frame frameset head link meta noembed noframes param \
         title track qari-reader amp-ad amp-analytics amp-auto-ads amp-consent amp-embed amp-pixel amp-sidebar \
         amp-social-share amp-sticky-ad",
        "addtoany_share_save_container adsbygoogle jp-relatedposts kg-audio-player kg-video-overlay \
         kg-video-player-container more-link read-more screen-reader-text sharedaddy sr-only visually-hidden \
         wp-block-file__button",
    ),
    (
        Kind::Block,
        "div section article header footer main nav address center dialog fieldset form hgroup legend",
        "gallery-icon kg-bookmark-publisher",
    ),
    (Kind::Tag(Tag::Abbr), "acronym", ""),
    (Kind::Tag(Tag::S), "strike", ""),
    (Kind::Tag(Tag::Code), "tt", ""),
    (Kind::Tag(Tag::H2), "h1", ""),
    (Kind::Tag(Tag::Pre), "listing plaintext xmp", ""),
    (Kind::Tag(Tag::Ul), "dir menu", ""),
    (
        Kind::Tag(Tag::Figure),
        "",
        "wp-caption gallery gallery-item blocks-gallery-item kg-gallery-card tiled-gallery wp-block-gallery \
         wp-block-jetpack-slideshow wp-block-jetpack-tiled-gallery",
    ),
    (
        Kind::Tag(Tag::Figcaption),
        "",
        "wp-caption-text gallery-caption blocks-gallery-caption",
    ),
    (Kind::Tag(Tag::Details), "", "kg-toggle-card"),
    (Kind::Tag(Tag::Summary), "", "kg-toggle-heading"),
    (Kind::Callout, "", "callout kg-callout-card"),
    (Kind::Bookmark, "", "kg-bookmark-card"),
    (Kind::Image, "img image amp-img amp-anim", ""),
    (Kind::Picture, "picture", ""),
    (Kind::Source, "source", ""),
    (Kind::Frame, "iframe amp-iframe", ""),
    (Kind::Media, "video audio amp-video amp-audio", ""),
    (Kind::Noscript, "noscript", ""),
];

/// What becomes of an element of this name.
pub(super) fn of_element(name: &str) -> Kind {
    for (kind, names, _) in KINDS {
        if position(names, name).is_some() {
            return *kind;
        }
    }
    Tag::named(name).map_or(Kind::Through, Kind::Tag)
}

/// What a class says about its element, if any of them says something.
pub(super) fn of_class(mut classes: &str) -> Option<Kind> {
    while !classes.is_empty() {
        let (class, next) = cut(classes, " \t\n\r\x0c");
        classes = next;
        for (kind, _, names) in KINDS {
            if position(names, class).is_some() {
                return Some(*kind);
            }
        }
    }
    None
}
