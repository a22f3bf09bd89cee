//! How single values of attributes are read, and what is said of those that cannot be.

use crate::locale::template::{cut, position};

/// One remark for the site owner about one attribute, for `console.warn` and the debug panel. Never shown to a
/// reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice(String);

/// Longest value repeated in a notice, in characters: a whole article pasted into an attribute helps nobody.
const SHOWN: usize = 80;

impl Notice {
    /// That `value`, of `attribute` or one of its entries, is not taken.
    pub(super) fn new(attribute: &str, value: &str, allowed: &str) -> Self {
        let mut line = String::from("Qari: ");
        line.push_str(attribute);
        line.push_str("=\"");
        for c in value.chars().take(SHOWN) {
            line.push(c);
        }
        line.push_str("\" is ignored. Allowed: ");
        line.push_str(allowed);
        Self(line)
    }

    /// One plain English line that names attribute, value and what is allowed.
    pub fn message(self) -> String {
        self.0
    }
}

/// What would have been allowed, unless the value is `good`.
pub(super) fn unless(good: bool, allowed: &'static str) -> Option<&'static str> {
    (!good).then_some(allowed)
}

/// Keeps a `good` value as written.
pub(super) fn keep(
    field: &mut Option<String>,
    value: &str,
    good: bool,
    allowed: &'static str,
) -> Option<&'static str> {
    if good {
        *field = Some(value.into());
    }
    unless(good, allowed)
}

/// Takes the one of `all` that `value` names.
pub(super) fn choose<T: Copy>(
    field: &mut T,
    value: &str,
    all: &[T],
    names: &'static str,
) -> Option<&'static str> {
    let chosen = position(names, value).and_then(|index| all.get(index));
    if let Some(chosen) = chosen {
        *field = *chosen;
    }
    unless(chosen.is_some(), names)
}

/// Reads names separated by blanks or commas, each taken once. `none` alone is the empty list; when no name is
/// known, the field keeps its default.
pub(super) fn list<T: Copy>(
    field: &mut Vec<T>,
    value: &str,
    all: &[T],
    names: &'static str,
    refuse: &mut dyn FnMut(&str, &'static str),
) {
    if value.eq_ignore_ascii_case("none") {
        field.clear();
        return;
    }
    let mut seen = 0_u32;
    let mut rest = value;
    while !rest.is_empty() {
        let (name, next) = cut(rest, " ,\n\t\r");
        rest = next;
        let Some(index) = position(names, name) else {
            if !name.is_empty() {
                refuse(name, names);
            }
            continue;
        };
        if seen == 0 {
            field.clear();
        }
        if seen & (1 << index) == 0 {
            seen |= 1 << index;
            field.extend(all.get(index));
        }
    }
}

/// Whether `value` says where an article can be: an address, `#id`, or `page`, which looks like an address.
pub(super) fn is_source(value: &str) -> bool {
    value != "#" && is_web_address(value)
}

/// Whether `value` is relative or has the scheme http or https. Not yet whether it is a URL at all.
pub(super) fn is_web_address(value: &str) -> bool {
    let (scheme, _) = cut(value, ":/?#");
    value.as_bytes().get(scheme.len()) != Some(&b':') || position("http https", scheme).is_some()
}

/// Whether `value` can stand in one CSS declaration without ending it or loading anything.
pub(super) fn is_css_value(value: &str) -> bool {
    let has_url = value
        .as_bytes()
        .windows(4)
        .any(|part| part.eq_ignore_ascii_case(b"url("));
    !has_url && cut(value, ";{}\\<@").0.len() == value.len()
}

/// Whether `value` is a whole number from 1 to 300.
pub(super) fn is_seconds(value: &str) -> bool {
    let mut number = 0_u32;
    for byte in value.bytes() {
        if !byte.is_ascii_digit() || number > 300 {
            return false;
        }
        number = number * 10 + u32::from(byte - b'0');
    }
    (1..=300).contains(&number)
}
