//! JSON Feed 1 and 1.1: the feed's own language, authors and name stand in for an item's.

use super::{Format, Texts};

pub(super) const FORMAT: Format = Format {
    name: "jsonfeed",
    // Versions are met with http, without a scheme, with www.
    marks: "[version~jsonfeed.org/version].version | items.content_html | items.content_text",
    map: "items: items.*; title: title; body: content_html; text: content_text; summary: summary; \
          url: url | external_url; language: language | $.language; \
          published: date_published; modified: date_modified; \
          authors: authors | author | $.authors | $.author; image: image | banner_image; \
          tags: tags; publisher: $; id: id | url | external_url",
    texts: Texts::Mixed,
};
