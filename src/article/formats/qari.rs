//! Qari's own JSON (`static/article.schema.json`).

use std::sync::LazyLock;

use super::Format;
use super::path::Paths;
use super::source::Texts;
use super::table::{Field, Fields, Table};

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    format: Format::Qari,
    marks: Paths::new(&["body"]),
    // Others have titles too.
    late_marks: Paths::new(&["title"]),
    fields: Fields::new(&[
        (Field::Title, &["title"]),
        (Field::Summary, &["summary"]),
        (Field::Url, &["url"]),
        (Field::Language, &["language"]),
        (Field::Breadcrumb, &["breadcrumb"]),
        (Field::Image, &["image"]),
        (Field::Authors, &["authors"]),
        (Field::Published, &["published"]),
        (Field::Modified, &["modified"]),
        (Field::Publisher, &["publisher"]),
        (Field::Tags, &["tags"]),
        (Field::Body, &["body"]),
        (Field::Id, &["id", "slug", "url"]),
    ]),
    texts: Texts::Plain,
});
