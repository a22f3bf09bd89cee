//! The fields of an article, where the paths of each begin, and the entries of `data-map` that give them.

use strum::{EnumString, IntoStaticStr, VariantNames};

use super::path::Paths;

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

/// Where the paths of a field begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::article) enum Start {
    /// In the document.
    Document,
    /// In the article.
    Article,
    /// In what one of these fields gives.
    Inside(&'static [Field]),
    /// In the image, else in the article.
    ImageOrArticle,
}

impl Field {
    /// Where its paths begin.
    pub fn start(self) -> Start {
        match self {
            Self::Items => Start::Document,
            Self::AuthorName | Self::AuthorUrl | Self::AuthorImage => {
                Start::Inside(&[Self::Authors])
            }
            Self::BreadcrumbTitle | Self::BreadcrumbUrl => {
                Start::Inside(&[Self::Breadcrumb, Self::Section])
            }
            Self::PublisherName | Self::PublisherUrl => Start::Inside(&[Self::Publisher]),
            Self::TagName => Start::Inside(&[Self::Tags]),
            Self::ImageUrl | Self::ImageAlt | Self::ImageCaption | Self::ImageCredit => {
                Start::ImageOrArticle
            }
            Self::Title
            | Self::Summary
            | Self::Body
            | Self::Text
            | Self::Url
            | Self::Language
            | Self::Published
            | Self::Modified
            | Self::Authors
            | Self::Publisher
            | Self::Image
            | Self::Breadcrumb
            | Self::Section
            | Self::Tags
            | Self::Id
            | Self::PublishedUtc
            | Self::ModifiedUtc
            | Self::OwnSummary
            | Self::Updates
            | Self::Attachments
            | Self::Password
            | Self::Members
            | Self::Free
            | Self::Visibility
            | Self::Page => Start::Article,
        }
    }

    /// Whether only a text is of use to it; an object or a list has none.
    pub fn is_text(self) -> bool {
        match self {
            Self::Title
            | Self::Summary
            | Self::Url
            | Self::Language
            | Self::Published
            | Self::Modified
            | Self::PublishedUtc
            | Self::ModifiedUtc
            | Self::AuthorName
            | Self::AuthorUrl
            | Self::BreadcrumbTitle
            | Self::BreadcrumbUrl
            | Self::PublisherName
            | Self::PublisherUrl
            | Self::TagName
            | Self::ImageAlt
            | Self::ImageCaption
            | Self::ImageCredit
            | Self::Id
            | Self::Visibility => true,
            Self::Body
            | Self::Text
            | Self::Authors
            | Self::AuthorImage
            | Self::Publisher
            | Self::Image
            | Self::ImageUrl
            | Self::Breadcrumb
            | Self::Section
            | Self::Tags
            | Self::Items
            | Self::OwnSummary
            | Self::Updates
            | Self::Attachments
            | Self::Password
            | Self::Members
            | Self::Free
            | Self::Page => false,
        }
    }
}

/// One entry of `data-map`, as it is written: `title: headline | name`.
#[derive(Debug, Clone, Copy)]
pub(in crate::article) struct Entry<'m> {
    /// What stands before the colon.
    pub name: &'m str,
    /// What stands after it; empty where there is none.
    pub written: &'m str,
}

impl<'m> Entry<'m> {
    /// The entries of a map, in their order. Blank ones are none.
    pub fn all(map: &'m str) -> impl Iterator<Item = Self> {
        let entries = map.split(';').filter(|entry| !entry.trim().is_empty());
        entries.map(|entry| {
            let (name, written) = entry.split_once(':').unwrap_or((entry, ""));
            Self {
                name: name.trim(),
                written: written.trim(),
            }
        })
    }

    /// The field of this name, if there is one.
    pub fn field(self) -> Option<Field> {
        self.name.parse().ok()
    }

    /// Its paths.
    pub fn paths(self) -> Paths {
        Paths::parse(self.written)
    }
}
