//! WordPress REST: `/wp-json/wp/v2/posts/ID?_embed`, or a list of posts (`?slug=`).

use super::{Format, Texts};

pub(super) const FORMAT: Format = Format {
    name: "wordpress",
    // The last is its answer when there is no such post.
    marks: "title.rendered | content.rendered | excerpt.rendered | [code~rest_].data.status",
    // `date` is the site's own time without a zone; the same instant in `date_gmt` says which zone that is.
    map: "title: title.rendered; body: content.rendered; summary: excerpt.rendered; url: link; \
          language: lang | yoast_head_json.schema.@graph.*.inLanguage; \
          published: date | yoast_head_json.article_published_time; \
          modified: modified | yoast_head_json.article_modified_time; \
          authors: _embedded.author | yoast_head_json.author; \
          image: _embedded.wp:featuredmedia.0 | yoast_head_json.og_image.0 | jetpack_featured_media_url; \
          breadcrumb: yoast_head_json.schema.@graph.*[@type=BreadcrumbList].itemListElement; \
          section: _embedded.wp:term.*.*[taxonomy=category]; \
          tags: _embedded.wp:term.*.*[taxonomy=post_tag]; \
          publisher: yoast_head_json.schema.@graph.*[@type~Organization] | yoast_head_json.og_site_name; \
          published_utc: date_gmt; modified_utc: modified_gmt; locked: content[protected=true]; \
          id: id | slug | link | guid.rendered",
    texts: Texts::Html,
};
