//! What only the browser can judge of an attribute: whether a colour, a length, a time zone, an address, a selector is one.

use gloo::utils::document;

use super::{TimeZone, look, page};

/// Whether the browser takes the value of an attribute, by its name without `data-`. What the configuration judges by itself is
/// always taken.
pub fn takes(attribute: &str, value: &str) -> bool {
    match attribute {
        "accent" => look::supports("color", value),
        "min-height" => look::supports("min-height", value),
        "timezone" => TimeZone::named(value).is_ok(),
        "base-url" => page::is_web_address(value),
        "target" => document().query_selector(value).is_ok(),
        _ => true,
    }
}
