//! Blogger: a post of its API (`blogger#post`), a list of them, and the feed that every blog has (`?alt=json`).

use std::sync::LazyLock;

use super::Format;
use super::path::Paths;
use super::source::Texts;
use super::table::{Field, Fields, Table};

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    // It has no name of its own: it is read as by a map that is built in.
    format: Format::Map,
    marks: Paths::new(&[
        "[kind~blogger#post].kind",
        "feed.entry.content.$t",
        "entry.content.$t",
    ]),
    late_marks: Paths::NONE,
    fields: Fields::new(&[
        // A post alone stands in the document itself.
        (
            Field::Items,
            &["items.*", "feed.entry.*", "entry", "[kind~blogger#post]"],
        ),
        (Field::Title, &["title", "title.$t"]),
        (Field::Body, &["content", "content.$t"]),
        (Field::Url, &["url", "link.*[rel=alternate].href"]),
        (Field::Published, &["published", "published.$t"]),
        (Field::Modified, &["updated", "updated.$t"]),
        (Field::Authors, &["author"]),
        (Field::AuthorName, &["displayName", "name.$t"]),
        (Field::AuthorUrl, &["url", "uri.$t"]),
        (Field::AuthorImage, &["image.url", "gd$image.src"]),
        (Field::Image, &["images.0"]),
        (Field::Tags, &["labels", "category"]),
        (Field::TagName, &["term"]),
        (Field::Publisher, &["$.feed"]),
        (Field::PublisherName, &["title.$t"]),
        (Field::Id, &["id", "id.$t", "url"]),
    ]),
    texts: Texts::Mixed,
});
