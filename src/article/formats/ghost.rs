//! Ghost Content API: `posts[0]` (or `pages[0]`). Its cards are classes in the HTML, which the body knows.

use std::sync::LazyLock;

use super::Format;
use super::path::Paths;
use super::source::Texts;
use super::table::{Field, Fields, Table};

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    format: Format::Ghost,
    marks: Paths::new(&[
        "posts.uuid",
        "posts.html",
        "posts.feature_image",
        "posts.published_at",
        "posts.comment_id",
        "pages.uuid",
        "pages.html",
        "pages.published_at",
    ]),
    // An answer that was asked for few fields. Other sources list posts too.
    late_marks: Paths::new(&["posts.title", "pages.title"]),
    fields: Fields::new(&[
        (Field::Items, &["posts", "pages"]),
        (Field::Title, &["title"]),
        (Field::Body, &["html"]),
        (Field::Text, &["plaintext"]),
        (Field::Summary, &["custom_excerpt", "excerpt"]),
        (Field::OwnSummary, &["custom_excerpt"]),
        (Field::Url, &["canonical_url", "url"]),
        (Field::Language, &["locale"]),
        (Field::Published, &["published_at"]),
        (Field::Modified, &["updated_at"]),
        (Field::Authors, &["authors", "primary_author"]),
        (Field::Image, &["feature_image"]),
        (Field::ImageAlt, &["feature_image_alt"]),
        (Field::ImageCaption, &["feature_image_caption"]),
        // Tags named #so are the newsroom's own: not public.
        (
            Field::Section,
            &["primary_tag", "tags.*[visibility=public]", "tags.0"],
        ),
        (Field::Tags, &["tags.*[visibility=public]", "tags"]),
        // An article for members only has no html, or a cut one.
        (Field::Members, &["[access=false]"]),
        (Field::Visibility, &["visibility"]),
        (Field::Id, &["id", "uuid", "slug", "url"]),
    ]),
    texts: Texts::Mixed,
});
