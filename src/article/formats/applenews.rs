//! Apple News Format: a tree of components, read as typed blocks are.

use super::{Format, Texts};

pub(super) const FORMAT: Format = Format {
    name: "applenews",
    marks: "components.role",
    // A thumbnail from inside the bundle is none; a photograph above the text stands in for it.
    map: "title: title | components.**[role=title]; url: metadata.canonicalURL; language: language; \
          published: metadata.datePublished; modified: metadata.dateModified; \
          authors: metadata.authors | components.**[role=author]; \
          image: metadata.thumbnailURL | components.0.**[role=photo] | components.1.**[role=photo]; \
          summary: metadata.excerpt; tags: metadata.keywords; body: components; \
          id: identifier | metadata.canonicalURL",
    texts: Texts::Mixed,
};
