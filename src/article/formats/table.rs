//! What is known of a format: its marks, and where its fields stand.

use std::borrow::Cow;

use super::Format;
pub(in crate::article) use super::field::{Entry, Field, Start};
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

/// Where the fields of an article stand.
#[derive(Debug, Clone)]
pub(in crate::article) struct Fields(Vec<(Field, Paths)>);

impl Fields {
    /// Each field with its paths, in the order in which they are tried.
    pub fn new(rows: &[(Field, &[&str])]) -> Self {
        let read = |(field, paths): &(Field, &[&str])| (*field, Paths::new(paths));
        Self(rows.iter().map(read).collect())
    }

    /// Reads `data-map`. What is no field, or has no path, is passed over.
    pub fn parse(map: &str) -> Self {
        let entries = Entry::all(map).filter(|entry| !entry.written.is_empty());
        let read = |entry: Entry<'_>| Some((entry.field()?, entry.paths()));
        Self(entries.filter_map(read).collect())
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
        let map = " title: headline ; body:content.html;;nonsense; url; published: ; title: second; tags : _e.wp:term; other: x";
        let fields = Fields::parse(map);
        let written = |field| {
            let paths: Vec<_> = fields.get(field).iter().map(ToString::to_string).collect();
            paths.join(" | ")
        };
        assert_eq!(written(Field::Title), "headline");
        assert_eq!(written(Field::Body), "content.html");
        assert_eq!(written(Field::Tags), "_e.wp:term");
        assert!(fields.get(Field::Url).is_empty());
        assert!(fields.get(Field::Published).is_empty());
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
