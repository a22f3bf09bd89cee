//! schema.org JSON-LD: NewsArticle and its kin, in an object, a list, a `@graph`, or several blobs of a page.

use super::{Format, Texts};

pub(super) const FORMAT: Format = Format {
    name: "jsonld",
    marks: "@graph | @type | @context",
    // The page's own article before those that it only lists somewhere.
    // Most pages say everything but the body, which then is the page's own `<article>`.
    map: "page: $; items: [@type~Article] | [@type~Posting] | [@type=Report] \
          | @graph[@type~Article] | @graph[@type~Posting] | @graph[@type=Report] \
          | mainEntity[@type~Article] | mainEntity[@type~Posting] \
          | @graph.mainEntity[@type~Article] | @graph.mainEntity[@type~Posting] \
          | **[@type~Article] | **[@type~Posting] | **[@type=Report]; \
          title: headline | name | alternativeHeadline; body: articleBody; summary: description | abstract; \
          url: url | mainEntityOfPage | mainEntityOfPage.@id | mainEntityOfPage.url; \
          language: inLanguage | inLanguage.alternateName; \
          published: datePublished | dateCreated; modified: dateModified; \
          authors: author | creator; publisher: publisher | sourceOrganization; \
          image: image | thumbnailUrl; \
          breadcrumb: breadcrumb.itemListElement | $.**[@type=BreadcrumbList].itemListElement; \
          section: articleSection; tags: keywords; id: @id | url | mainEntityOfPage | mainEntityOfPage.@id | identifier",
    texts: Texts::Mixed,
};
