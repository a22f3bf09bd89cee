//! A home-made API: the owner's `data-map` is the table.
//!
//! It may name `title summary body text url language published modified authors publisher image image_alt
//! image_caption image_credit breadcrumb section tags items id`. `items` are the articles where the source holds
//! several, `id` what `data-item` is compared with, `text` a body that is plain text whatever it looks like,
//! `section` one step that stands after home where there is no breadcrumb.

use super::{Format, Texts};

pub(super) const FORMAT: Format = Format {
    name: "map",
    marks: "",
    map: "",
    texts: Texts::Mixed,
};
