//! `data-format`. Stands here until the formats room has it.

use strum::{EnumString, IntoStaticStr, VariantNames};

/// What the source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Format {
    /// Qari's own (DESIGN 1.3).
    Qari,
    /// WordPress REST.
    WordPress,
    /// JSON Feed 1 and 1.1.
    JsonFeed,
    /// schema.org as JSON-LD.
    JsonLd,
    /// Ghost's content API.
    Ghost,
    /// Apple News Format.
    AppleNews,
    /// A home-made API, read by `data-map`.
    Map,
}
