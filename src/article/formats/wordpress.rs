//! WordPress REST: `/wp-json/wp/v2/posts/ID?_embed`, or a list of posts (`?slug=`).

use std::sync::LazyLock;

use super::Format;
use super::path::Paths;
use super::source::Texts;
use super::table::{Field, Fields, Table};

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    format: Format::WordPress,
    marks: Paths::new(&[
        "title.rendered",
        "content.rendered",
        "excerpt.rendered",
        // Plugins send texts in the place of these objects.
        "date_gmt",
        "featured_media",
        // Its answer when there is no such post.
        "[code~rest_].data.status",
    ]),
    late_marks: Paths::new(&["content", "excerpt"]),
    fields: Fields::new(&[
        (Field::Title, &["title.rendered", "title"]),
        (Field::Body, &["content.rendered", "content"]),
        (Field::Summary, &["excerpt.rendered", "excerpt"]),
        (Field::Url, &["link"]),
        (
            Field::Language,
            &["lang", "yoast_head_json.schema.@graph.*.inLanguage"],
        ),
        // The site's own time without a zone; the same instant in `date_gmt` says which zone that is.
        (
            Field::Published,
            &["date", "yoast_head_json.article_published_time"],
        ),
        (
            Field::Modified,
            &["modified", "yoast_head_json.article_modified_time"],
        ),
        (
            Field::Authors,
            &["_embedded.author", "yoast_head_json.author"],
        ),
        (
            Field::Image,
            &[
                "_embedded.wp:featuredmedia.0",
                "yoast_head_json.og_image.0",
                "jetpack_featured_media_url",
            ],
        ),
        (
            Field::Breadcrumb,
            &["yoast_head_json.schema.@graph.*[@type=BreadcrumbList].itemListElement"],
        ),
        (
            Field::Section,
            &["_embedded.wp:term.*.*[taxonomy=category]"],
        ),
        (Field::Tags, &["_embedded.wp:term.*.*[taxonomy=post_tag]"]),
        (
            Field::Publisher,
            &[
                "yoast_head_json.schema.@graph.*[@type~Organization]",
                "yoast_head_json.og_site_name",
            ],
        ),
        // A film or a recording in the picture's place.
        (
            Field::Attachments,
            &[
                "_embedded.wp:featuredmedia.0[mime_type~video/]",
                "_embedded.wp:featuredmedia.0[mime_type~audio/]",
            ],
        ),
        (Field::PublishedUtc, &["date_gmt"]),
        (Field::ModifiedUtc, &["modified_gmt"]),
        (Field::Password, &["content[protected=true]"]),
        (Field::Id, &["id", "slug", "link", "guid.rendered"]),
    ]),
    texts: Texts::Html,
});
