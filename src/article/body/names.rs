//! What becomes of each source element: one table by name, one by class.

use super::Tag;

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Goes with its content.
    Drop,
    /// Loses its tag, keeps its content.
    Through,
    /// Loses its tag, but what is in it stands apart from what is around it.
    Block,
    /// Stays, within a line.
    Inline(Tag),
    /// Stays, and holds text only.
    Leaf(Tag),
    /// Stays, and holds blocks or parts of a list or table.
    Container(Tag),
    /// A figure that stands for several: what is in it are its images, whatever the list around them.
    Gallery,
    /// An aside of Qari's own style.
    Callout,
    /// A card that links elsewhere: one paragraph.
    Bookmark,
    /// The linked line of such a card.
    BookmarkTitle,
    /// `br`.
    Break,
    /// `wbr`.
    WordBreak,
    /// `hr`.
    Rule,
    /// An image.
    Image,
    /// What a `picture` offers.
    Source,
    /// A frame of a third party.
    Frame,
    /// Film or sound.
    Media,
    /// What a page shows without script.
    Noscript,
}

use Kind::{Block, Container, Drop, Inline, Leaf};

/// By element name, sorted. What is not here is [`Kind::Through`].
const ELEMENTS: &[(&str, Kind)] = &[
    ("a", Inline(Tag::A)),
    ("abbr", Inline(Tag::Abbr)),
    ("acronym", Inline(Tag::Abbr)),
    ("address", Block),
    ("amp-ad", Drop),
    ("amp-analytics", Drop),
    ("amp-anim", Kind::Image),
    ("amp-audio", Kind::Media),
    ("amp-auto-ads", Drop),
    ("amp-consent", Drop),
    ("amp-embed", Drop),
    ("amp-iframe", Kind::Frame),
    ("amp-img", Kind::Image),
    ("amp-pixel", Drop),
    ("amp-sidebar", Drop),
    ("amp-social-share", Drop),
    ("amp-sticky-ad", Drop),
    ("amp-video", Kind::Media),
    ("applet", Drop),
    ("article", Block),
    ("aside", Container(Tag::Aside)),
    ("audio", Kind::Media),
    ("b", Inline(Tag::B)),
    ("base", Drop),
    ("bdi", Inline(Tag::Bdi)),
    ("bdo", Inline(Tag::Bdo)),
    ("blockquote", Container(Tag::Blockquote)),
    ("br", Kind::Break),
    ("button", Drop),
    ("canvas", Drop),
    ("caption", Leaf(Tag::Caption)),
    ("center", Block),
    ("cite", Inline(Tag::Cite)),
    ("code", Inline(Tag::Code)),
    ("col", Drop),
    ("colgroup", Drop),
    ("datalist", Drop),
    ("dd", Container(Tag::Dd)),
    ("del", Inline(Tag::Del)),
    ("details", Container(Tag::Details)),
    ("dfn", Inline(Tag::Dfn)),
    ("dialog", Block),
    ("dir", Container(Tag::Ul)),
    ("div", Block),
    ("dl", Container(Tag::Dl)),
    ("dt", Leaf(Tag::Dt)),
    ("em", Inline(Tag::Em)),
    ("embed", Drop),
    ("fieldset", Block),
    ("figcaption", Container(Tag::Figcaption)),
    ("figure", Container(Tag::Figure)),
    ("footer", Block),
    ("form", Block),
    ("frame", Drop),
    ("frameset", Drop),
    ("h1", Leaf(Tag::H2)),
    ("h2", Leaf(Tag::H2)),
    ("h3", Leaf(Tag::H3)),
    ("h4", Leaf(Tag::H4)),
    ("h5", Leaf(Tag::H5)),
    ("h6", Leaf(Tag::H6)),
    ("head", Drop),
    ("header", Block),
    ("hgroup", Block),
    ("hr", Kind::Rule),
    ("i", Inline(Tag::I)),
    ("iframe", Kind::Frame),
    ("image", Kind::Image),
    ("img", Kind::Image),
    ("input", Drop),
    ("ins", Inline(Tag::Ins)),
    ("kbd", Inline(Tag::Kbd)),
    ("legend", Block),
    ("li", Container(Tag::Li)),
    ("link", Drop),
    ("listing", Leaf(Tag::Pre)),
    ("main", Block),
    ("mark", Inline(Tag::Mark)),
    ("math", Drop),
    ("menu", Container(Tag::Ul)),
    ("meta", Drop),
    ("meter", Drop),
    ("nav", Block),
    ("noembed", Drop),
    ("noframes", Drop),
    ("noscript", Kind::Noscript),
    ("object", Drop),
    ("ol", Container(Tag::Ol)),
    ("optgroup", Drop),
    ("option", Drop),
    ("output", Drop),
    ("p", Leaf(Tag::P)),
    ("param", Drop),
    ("plaintext", Leaf(Tag::Pre)),
    ("pre", Leaf(Tag::Pre)),
    ("progress", Drop),
    ("q", Inline(Tag::Q)),
    ("qari-reader", Drop),
    ("rp", Inline(Tag::Rp)),
    ("rt", Inline(Tag::Rt)),
    ("ruby", Inline(Tag::Ruby)),
    ("s", Inline(Tag::S)),
    ("samp", Inline(Tag::Samp)),
    ("script", Drop),
    ("section", Block),
    ("select", Drop),
    ("small", Inline(Tag::Small)),
    ("source", Kind::Source),
    ("span", Inline(Tag::Span)),
    ("strike", Inline(Tag::S)),
    ("strong", Inline(Tag::Strong)),
    ("style", Drop),
    ("sub", Inline(Tag::Sub)),
    ("summary", Leaf(Tag::Summary)),
    ("sup", Inline(Tag::Sup)),
    ("svg", Drop),
    ("table", Container(Tag::Table)),
    ("tbody", Container(Tag::Tbody)),
    ("td", Container(Tag::Td)),
    ("template", Drop),
    ("textarea", Drop),
    ("tfoot", Container(Tag::Tfoot)),
    ("th", Container(Tag::Th)),
    ("thead", Container(Tag::Thead)),
    ("time", Inline(Tag::Time)),
    ("title", Drop),
    ("tr", Container(Tag::Tr)),
    ("track", Drop),
    ("tt", Inline(Tag::Code)),
    ("u", Inline(Tag::U)),
    ("ul", Container(Tag::Ul)),
    ("var", Inline(Tag::Var)),
    ("video", Kind::Media),
    ("wbr", Kind::WordBreak),
    ("xmp", Leaf(Tag::Pre)),
];

/// By class, sorted: cards, captions, galleries and furniture of WordPress, Jetpack and Ghost.
const CLASSES: &[(&str, Kind)] = &[
    ("addtoany_share_save_container", Drop),
    ("adsbygoogle", Drop),
    ("blocks-gallery-caption", Container(Tag::Figcaption)),
    ("blocks-gallery-item", Container(Tag::Figure)),
    ("callout", Kind::Callout),
    ("gallery", Kind::Gallery),
    ("gallery-caption", Container(Tag::Figcaption)),
    ("gallery-icon", Block),
    ("gallery-item", Container(Tag::Figure)),
    ("jp-relatedposts", Drop),
    ("kg-audio-player", Drop),
    ("kg-bookmark-card", Kind::Bookmark),
    ("kg-bookmark-publisher", Block),
    ("kg-bookmark-title", Kind::BookmarkTitle),
    ("kg-callout-card", Kind::Callout),
    ("kg-gallery-card", Kind::Gallery),
    ("kg-toggle-card", Container(Tag::Details)),
    ("kg-toggle-heading", Leaf(Tag::Summary)),
    ("kg-video-overlay", Drop),
    ("kg-video-player-container", Drop),
    ("more-link", Drop),
    ("read-more", Drop),
    ("screen-reader-text", Drop),
    ("sharedaddy", Drop),
    ("sr-only", Drop),
    ("tiled-gallery", Kind::Gallery),
    ("visually-hidden", Drop),
    ("wp-block-file__button", Drop),
    ("wp-block-gallery", Kind::Gallery),
    ("wp-block-jetpack-slideshow", Kind::Gallery),
    ("wp-block-jetpack-tiled-gallery", Kind::Gallery),
    ("wp-caption", Container(Tag::Figure)),
    ("wp-caption-text", Container(Tag::Figcaption)),
];

/// What becomes of an element of this name.
pub(super) fn of_element(name: &str) -> Kind {
    find(ELEMENTS, name).unwrap_or(Kind::Through)
}

/// What a class says about its element, if any of them says something.
pub(super) fn of_class(classes: &str) -> Option<Kind> {
    classes
        .split_ascii_whitespace()
        .find_map(|class| find(CLASSES, class))
}

fn find(table: &[(&str, Kind)], name: &str) -> Option<Kind> {
    let at = table.binary_search_by(|(key, _)| (*key).cmp(name)).ok()?;
    table.get(at).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(CLASSES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
