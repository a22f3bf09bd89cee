//! What is known of a format: its marks, and where its fields stand.

use std::borrow::Cow;

use strum::{EnumString, IntoStaticStr, VariantNames};

use super::Format;
use super::path::Paths;
use super::source::Texts;

/// A format, or the owner's own table.
#[derive(Debug, Clone)]
pub(in crate::article) struct Table {
    /// What it is the table of.
    pub format: Format,
    /// Paths of which one is enough to know it.
    pub marks: Paths,
    /// Marks that other formats have too, so that they are looked for when those of all others are not there.
    pub late_marks: Paths,
    /// Where its fields stand.
    pub fields: Fields,
    /// How its short texts are written.
    pub texts: Texts,
}

/// What a source may say of an article; the names are those of `data-map`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub(in crate::article) enum Field {
    Title,
    Summary,
    Body,
    /// A body that is plain text, whatever it looks like.
    Text,
    Url,
    Language,
    Published,
    Modified,
    Authors,
    Publisher,
    Image,
    ImageAlt,
    ImageCaption,
    ImageCredit,
    Breadcrumb,
    /// In each author: the name, the address, the picture.
    AuthorName,
    AuthorUrl,
    AuthorImage,
    /// In each step: its words and its address.
    BreadcrumbTitle,
    BreadcrumbUrl,
    /// In the publisher.
    PublisherName,
    PublisherUrl,
    /// In each tag.
    TagName,
    /// In the image: its file.
    ImageUrl,
    /// One step that stands after home where there is no breadcrumb.
    Section,
    Tags,
    /// The articles, where the source holds several.
    Items,
    /// What `data-item` is compared with.
    Id,
    /// `published` in UTC.
    PublishedUtc,
    /// `modified` in UTC.
    ModifiedUtc,
    /// The summary that someone wrote; where it is there, be it null, other summaries are cut off the body.
    OwnSummary,
    /// The updates of a live blog.
    Updates,
    /// Files that belong to the article.
    Attachments,
    /// There when the article asks for a password.
    Password,
    /// There when all or the rest of the article is for members.
    Members,
    /// There when the article is said to be for everyone, whatever is said of its parts.
    Free,
    /// Who may read the article; `public` is everyone.
    Visibility,
    /// There when the body may stand in the host page.
    Page,
}

/// Where the fields of an article stand.
#[derive(Debug, Clone)]
pub(in crate::article) struct Fields(Vec<(Field, Paths)>);

impl Fields {
    /// Each field with its paths, in the order in which they are tried.
    pub fn new(rows: &[(Field, &[&str])]) -> Self {
        let read = |(field, paths): &(Field, &[&str])| (*field, Paths::new(paths));
        Self(rows.iter().map(read).collect())
    }

    /// Reads `data-map`: `title: headline | name; body: …`. What is no field is passed over.
    pub fn parse(map: &str) -> Self {
        let read = |entry: &str| {
            let (name, paths) = entry.split_once(':')?;
            Some((name.trim().parse().ok()?, Paths::parse(paths)))
        };
        Self(map.split(';').filter_map(read).collect())
    }

    /// The paths of a field; none if it is not there.
    pub fn get(&self, field: Field) -> &Paths {
        static NONE: Paths = Paths::NONE;
        let row = self.0.iter().find(|(known, _)| *known == field);
        row.map_or(&NONE, |(_, paths)| paths)
    }
}

impl Table {
    /// The owner's `data-map` as a table.
    pub fn from_map(map: &str) -> Cow<'static, Self> {
        Cow::Owned(Self {
            format: Format::Map,
            marks: Paths::NONE,
            late_marks: Paths::NONE,
            fields: Fields::parse(map),
            texts: Texts::Mixed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_map_gives_the_paths_of_a_field() {
        let map = " title: headline ; body:content.html;;nonsense; title: second; tags : _e.wp:term; other: x";
        let fields = Fields::parse(map);
        let written = |field| {
            let paths: Vec<_> = fields.get(field).iter().map(ToString::to_string).collect();
            paths.join(" | ")
        };
        assert_eq!(written(Field::Title), "headline");
        assert_eq!(written(Field::Body), "content.html");
        assert_eq!(written(Field::Tags), "_e.wp:term");
        assert!(fields.get(Field::Url).is_empty());
    }

    #[test]
    fn every_field_that_is_documented_can_be_mapped() {
        for name in [
            "title",
            "summary",
            "body",
            "text",
            "url",
            "language",
            "published",
            "modified",
            "authors",
            "publisher",
            "image",
            "image_alt",
            "image_caption",
            "image_credit",
            "breadcrumb",
            "author_name",
            "author_url",
            "author_image",
            "breadcrumb_title",
            "breadcrumb_url",
            "publisher_name",
            "publisher_url",
            "tag_name",
            "image_url",
            "section",
            "tags",
            "items",
            "id",
        ] {
            let field: Field = name.parse().unwrap();
            let fields = Fields::parse(&format!("{name}: a.b"));
            let value = json!({"a": {"b": name}});
            let found = fields
                .get(field)
                .first(&value, &value, |value| value.as_str());
            assert_eq!(found, Some(name));
        }
    }
}
