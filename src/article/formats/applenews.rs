//! Apple News Format: a tree of components, read as typed blocks are.

use std::sync::LazyLock;

use super::Format;
use super::path::Paths;
use super::source::Texts;
use super::table::{Field, Fields, Table};

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    format: Format::AppleNews,
    marks: Paths::new(&["components.role", "components.*.role"]),
    late_marks: Paths::NONE,
    fields: Fields::new(&[
        (Field::Title, &["title", "components.**[role=title]"]),
        (Field::Url, &["metadata.canonicalURL"]),
        (Field::Language, &["language"]),
        (Field::Published, &["metadata.datePublished"]),
        (Field::Modified, &["metadata.dateModified"]),
        (
            Field::Authors,
            &[
                "metadata.authors",
                "components.**[role=author]",
                "components.**[role=byline]",
            ],
        ),
        // A thumbnail from inside the bundle is none; a photograph above the text stands in for it.
        (
            Field::Image,
            &[
                "metadata.thumbnailURL",
                "components.0.**[role=photo]",
                "components.1.**[role=photo]",
            ],
        ),
        (Field::Summary, &["metadata.excerpt"]),
        (Field::Tags, &["metadata.keywords"]),
        (Field::Body, &["components"]),
        (Field::Id, &["identifier", "metadata.canonicalURL"]),
    ]),
    texts: Texts::Mixed,
});
