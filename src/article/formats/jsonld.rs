//! schema.org JSON-LD: NewsArticle and its kin, in an object, a list, a `@graph`, or several blobs of a page.

use std::sync::LazyLock;

use super::Format;
use super::path::Paths;
use super::source::Texts;
use super::table::{Field, Fields, Table};

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
    format: Format::JsonLd,
    marks: Paths::new(&["@graph", "@type", "@context"]),
    late_marks: Paths::NONE,
    fields: Fields::new(&[
        // Most pages say everything but the body, which then is the page's own `<article>`.
        (Field::Page, &["$"]),
        // The page's own article before those that it only lists somewhere.
        (
            Field::Items,
            &[
                "[@type~Article]",
                "[@type~Posting]",
                "[@type=Report]",
                "@graph[@type~Article]",
                "@graph[@type~Posting]",
                "@graph[@type=Report]",
                "mainEntity[@type~Article]",
                "mainEntity[@type~Posting]",
                "@graph.mainEntity[@type~Article]",
                "@graph.mainEntity[@type~Posting]",
                "**[@type~Article]",
                "**[@type~Posting]",
                "**[@type=Report]",
            ],
        ),
        (Field::Title, &["headline", "name", "alternativeHeadline"]),
        (Field::Body, &["articleBody", "text"]),
        (Field::Attachments, &["video", "audio"]),
        (Field::Updates, &["liveBlogUpdate"]),
        (Field::Free, &["[isAccessibleForFree~rue]"]),
        // The value is met as a boolean, as «False», and as the address of schema.org's.
        (
            Field::Members,
            &[
                "[isAccessibleForFree~alse]",
                "hasPart[isAccessibleForFree~alse]",
            ],
        ),
        (Field::Summary, &["description", "abstract"]),
        (
            Field::Url,
            &[
                "url",
                "mainEntityOfPage",
                "mainEntityOfPage.@id",
                "mainEntityOfPage.url",
            ],
        ),
        (Field::Language, &["inLanguage", "inLanguage.alternateName"]),
        (Field::Published, &["datePublished", "dateCreated"]),
        (Field::Modified, &["dateModified"]),
        (Field::Authors, &["author", "creator"]),
        (Field::Publisher, &["publisher", "sourceOrganization"]),
        (Field::Image, &["image", "thumbnailUrl"]),
        (
            Field::Breadcrumb,
            &[
                "breadcrumb.itemListElement",
                "$.**[@type=BreadcrumbList].itemListElement",
            ],
        ),
        (Field::Section, &["articleSection"]),
        (Field::Tags, &["keywords"]),
        (
            Field::Id,
            &[
                "@id",
                "url",
                "mainEntityOfPage",
                "mainEntityOfPage.@id",
                "identifier",
            ],
        ),
    ]),
    texts: Texts::Mixed,
});
