//! What the elements of a formula keep of their attributes, and which values these may have.

use crate::article::body::pixels::hundredths;
use crate::platform::SourceAttributes;

/// Attributes with a fixed list of values.
const CHOICES: &[(&str, &[&str])] = &[
    ("display", &["block", "inline"]),
    (
        "mathvariant",
        &[
            "normal",
            "bold",
            "italic",
            "bold-italic",
            "double-struck",
            "script",
            "bold-script",
            "fraktur",
            "bold-fraktur",
            "sans-serif",
            "bold-sans-serif",
            "sans-serif-italic",
            "monospace",
        ],
    ),
    ("form", &["prefix", "infix", "postfix"]),
    // A binomial is a fraction without its line.
    ("linethickness", &["0"]),
    ("accent", BOOLEAN),
    ("accentunder", BOOLEAN),
    ("displaystyle", BOOLEAN),
    ("fence", BOOLEAN),
    ("largeop", BOOLEAN),
    ("movablelimits", BOOLEAN),
    ("separator", BOOLEAN),
    ("stretchy", BOOLEAN),
];
const BOOLEAN: &[&str] = &["true", "false"];
/// Attributes that are lengths.
const LENGTHS: &[&str] = &["width", "lspace", "rspace"];
/// The longest of them, in hundredths of the font's own unit.
const LONGEST: u32 = 600;

/// An attribute of a formula's element.
pub(in crate::article::body) type Pair = (&'static str, String);

/// What an element keeps of its source's.
pub(in crate::article::body) fn of(source: &SourceAttributes) -> Vec<Pair> {
    let choices = CHOICES.iter().filter_map(|(name, values)| {
        let value = source.value(name).trim();
        let known = values
            .iter()
            .find(|known| value.eq_ignore_ascii_case(known))?;
        Some((*name, (*known).to_owned()))
    });
    let lengths = LENGTHS.iter().filter_map(|name| {
        let value = source.value(name).trim();
        is_length(value).then(|| (*name, value.to_owned()))
    });
    choices.chain(lengths).collect()
}

/// Whether it is a length within a line: `0.2778em`.
fn is_length(value: &str) -> bool {
    let number = value
        .strip_suffix("em")
        .or_else(|| value.strip_suffix("ex"));
    number
        .and_then(hundredths)
        .is_some_and(|length| length <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_keep_only_known_values() {
        for (name, value, is_kept) in [
            ("display", "BLOCK", true),
            ("display", "none", false),
            ("width", "1.5em", true),
            ("width", "900em", false),
            ("width", "-1em", false),
            ("width", "em", false),
            ("linethickness", "0", true),
            ("linethickness", "9em", false),
            ("href", "/x", false),
            ("onclick", "true", false),
        ] {
            let source = [(name.into(), value.into())].into_iter().collect();
            assert_eq!(of(&source).len() == 1, is_kept, "{name}={value}");
        }
    }
}
