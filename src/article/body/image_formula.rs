//! Images that are formulas.

use super::pixels::{hundredths, styled};
use crate::platform::SourceAttributes;

/// Classes of images that are formulas.
const FORMULA_CLASSES: &[&str] = &[
    "latex",
    "wp-latex",
    "tex",
    "math",
    "mathjax",
    "mwe-math-fallback-image-inline",
    "mwe-math-fallback-image-display",
    "mwe-math-fallback-image",
    "ql-img-inline-formula",
    "ql-img-displayed-formula",
    "Wirisformula",
];
/// What is in the addresses of images that are formulas.
const FORMULA_MAKERS: &[&str] = &[
    "latex.php?",
    "//latex.codecogs.com/",
    "/math/render/",
    "cht=tx&",
    "/mimetex.cgi?",
    "/mathtex.cgi?",
];
/// How high a letter x is in an article's text, in pixels.
const PIXELS_OF_EX: u32 = 9;
/// The highest formula that stands in a line, in pixels.
const HIGHEST_FORMULA: u32 = 200;
/// Whether an image is a formula: its class says so, or its maker, or that it is as high as letters are.
pub(super) fn is_formula(source: &SourceAttributes, url: &str) -> bool {
    let mut classes = source.value("class").split_ascii_whitespace();
    classes.any(|class| FORMULA_CLASSES.contains(&class))
        || FORMULA_MAKERS.iter().any(|maker| url.contains(maker))
        || in_letters(source, "vertical-align").is_some()
        || in_letters(source, "height").is_some()
}

/// A length that is given in letters' heights, in pixels.
pub(super) fn in_letters(source: &SourceAttributes, property: &str) -> Option<u32> {
    let said = match styled(source.value("style"), property) {
        "" => source.value(property).trim(),
        styled => styled,
    };
    let (number, pixels) = match said.strip_suffix("ex") {
        Some(number) => (number, PIXELS_OF_EX),
        None => (said.strip_suffix("em")?, PIXELS_OF_EX * 2),
    };
    // A formula that sinks below its line is as much in it: its `vertical-align` is negative.
    let number = number.trim().trim_start_matches('-');
    let pixels = (hundredths(number)? * pixels).div_ceil(100);
    // What is higher than some lines is no word.
    (property == "width" || pixels <= HIGHEST_FORMULA).then_some(pixels)
}
