//! JSON Feed 1 and 1.1: the feed's own language, authors and name stand in for an item's.

use std::sync::LazyLock;

use super::Format;
use super::path::Paths;
use super::source::Texts;
use super::table::{Field, Fields, Table};

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    format: Format::JsonFeed,
    // Versions are met with http, without a scheme, with www.
    marks: Paths::new(&[
        "[version~jsonfeed.org/version].version",
        "items.content_html",
        "items.content_text",
    ]),
    late_marks: Paths::NONE,
    fields: Fields::new(&[
        (Field::Items, &["items"]),
        (Field::Title, &["title"]),
        (Field::Body, &["content_html"]),
        (Field::Text, &["content_text"]),
        (Field::Attachments, &["attachments"]),
        (Field::Summary, &["summary"]),
        (Field::Url, &["url", "external_url"]),
        (Field::Language, &["language", "$.language"]),
        (Field::Published, &["date_published"]),
        (Field::Modified, &["date_modified"]),
        (
            Field::Authors,
            &["authors", "author", "$.authors", "$.author"],
        ),
        (Field::Image, &["image", "banner_image"]),
        (Field::Tags, &["tags"]),
        (Field::Publisher, &["$"]),
        (Field::Id, &["id", "url", "external_url"]),
    ]),
    texts: Texts::Mixed,
});
