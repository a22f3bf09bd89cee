//! The values of attributes that are chosen from a list.

use enumset::EnumSetType;
use strum::{EnumIter, EnumString, IntoStaticStr, VariantNames};

/// `data-controls`: what the toolbar offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Control {
    /// Text size.
    Size,
    /// Colours.
    Theme,
    /// Typeface.
    Font,
    /// Line spacing.
    Spacing,
    /// Speech.
    Listen,
    /// The browser's print.
    Print,
}

/// `data-hide`: parts of the article that can be left out.
#[derive(Debug, EnumSetType, EnumIter, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case", ascii_case_insensitive)]
pub enum Part {
    /// The way from the home page.
    Breadcrumb,
    /// The headline.
    Title,
    /// The standfirst.
    Summary,
    /// The lead image.
    Image,
    /// The authors only; the dates and the reading time have their own names.
    Byline,
    /// The authors' pictures.
    AuthorImage,
    /// When it was published.
    Date,
    /// When it was last changed.
    Modified,
    /// Minutes to read.
    ReadingTime,
    /// The bar that shows how far one has read.
    Progress,
    /// Keywords.
    Tags,
    /// Who published it.
    Source,
    /// Every control.
    Toolbar,
    /// The share row.
    Share,
}

/// `data-embeds`: how something of a third party is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Embeds {
    /// A poster first; the third party only after a click.
    Click,
    /// At once.
    On,
    /// A plain link.
    Link,
}

/// `data-loading`: when the source is asked for. The loader reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub(super) enum Loading {
    /// Near the viewport.
    Lazy,
    /// At once.
    Eager,
}

/// `data-remember`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub(super) enum Switch {
    /// Yes.
    On,
    /// No.
    Off,
}
