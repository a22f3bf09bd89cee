//! Ghost Content API: `posts[0]` (or `pages[0]`). Its cards are classes in the HTML, which the body knows.

use super::{Format, Texts};

/// An answer that was asked for few fields. Other sources list posts too, so it is looked at last.
pub(super) const FEW: Format = Format {
    marks: "posts.title | pages.title",
    ..FORMAT
};

pub(super) const FORMAT: Format = Format {
    name: "ghost",
    marks: "posts.uuid | posts.html | posts.feature_image | posts.published_at | posts.comment_id \
            | pages.uuid | pages.html | pages.published_at",
    // Tags named #so are the newsroom's own. An article for members only has no html, or a cut one.
    map: "items: posts.* | pages.*; title: title; body: html; text: plaintext; \
          summary: custom_excerpt | excerpt; url: canonical_url | url; language: locale; \
          published: published_at; modified: updated_at; authors: authors | primary_author; \
          image: feature_image; image_alt: feature_image_alt; image_caption: feature_image_caption; \
          section: primary_tag | tags.*[visibility=public] | tags.0; \
          tags: tags.*[visibility=public] | tags; locked: [access=false]; id: id | uuid | slug | url",
    texts: Texts::Mixed,
};
