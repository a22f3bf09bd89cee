//! Qari's own JSON (DESIGN 1.3, `static/article.schema.json`).

use super::{Format, Texts};

pub(super) const FORMAT: Format = Format {
    name: "qari",
    marks: "body | title",
    map: "title: title; summary: summary; url: url; language: language; breadcrumb: breadcrumb; image: image; \
          authors: authors; published: published; modified: modified; publisher: publisher; tags: tags; \
          body: body; id: id | slug | url",
    texts: Texts::Plain,
};
