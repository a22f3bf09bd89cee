//! How single values of attributes are read and judged.

use std::str::FromStr;

/// Entries of a value, or the value itself, that are not taken.
pub(super) type Refused<'v> = Vec<&'v str>;

/// Refuses `value` unless it is `good`.
pub(super) fn unless(good: bool, value: &str) -> Refused<'_> {
    if good { Vec::new() } else { vec![value] }
}

/// Keeps a `good` value as written.
pub(super) fn keep<'v>(field: &mut Option<String>, value: &'v str, good: bool) -> Refused<'v> {
    if good {
        *field = Some(value.to_owned());
    }
    unless(good, value)
}

/// Takes the value that is written.
pub(super) fn choose<'v, T: FromStr>(field: &mut T, value: &'v str) -> Refused<'v> {
    match value.parse() {
        Ok(chosen) => {
            *field = chosen;
            Vec::new()
        }
        Err(_) => vec![value],
    }
}

/// Takes the value that is written, or none for `auto`.
pub(super) fn choose_or_auto<'v, T: FromStr>(field: &mut Option<T>, value: &'v str) -> Refused<'v> {
    if value.eq_ignore_ascii_case("auto") {
        *field = None;
        return Vec::new();
    }
    match value.parse() {
        Ok(chosen) => {
            *field = Some(chosen);
            Vec::new()
        }
        Err(_) => vec![value],
    }
}

/// Reads names separated by blanks or commas, each taken once. `none` alone is the empty list; when no name is
/// known, the field keeps its default.
pub(super) fn list<'v, T, L>(field: &mut L, value: &'v str) -> Refused<'v>
where
    T: FromStr + PartialEq,
    L: FromIterator<T>,
{
    if value.eq_ignore_ascii_case("none") {
        *field = L::from_iter([]);
        return Vec::new();
    }
    let mut known: Vec<T> = Vec::new();
    let mut refused = Vec::new();
    let entries = value.split(|c: char| c == ',' || c.is_ascii_whitespace());
    for entry in entries.filter(|entry| !entry.is_empty()) {
        match entry.parse() {
            Ok(name) if known.contains(&name) => {}
            Ok(name) => known.push(name),
            Err(_) => refused.push(entry),
        }
    }
    if !known.is_empty() {
        *field = known.into_iter().collect();
    }
    refused
}

/// Whether `value` says where an article can be: an address, `#id`, or `page`, which looks like an address.
pub(super) fn is_source(value: &str) -> bool {
    value != "#" && is_web_address(value)
}

/// Whether `value` is relative or has the scheme http or https. Not yet whether it is a URL at all.
pub(super) fn is_web_address(value: &str) -> bool {
    let before_path = value.split(['/', '?', '#']).next().unwrap_or_default();
    match before_path.split_once(':') {
        Some((scheme, _)) => {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        }
        None => true,
    }
}

/// Whether `value` can stand in one CSS declaration without ending it or loading anything.
pub(super) fn is_css_value(value: &str) -> bool {
    !value.to_ascii_lowercase().contains("url(") && !value.contains([';', '{', '}', '\\', '<', '@'])
}

/// Whether `value` looks like an IANA name (`Africa/Casablanca`) or is `page`. Whether such a zone exists the browser
/// knows.
pub(super) fn is_time_zone(value: &str) -> bool {
    value
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+'))
}

/// Whether `value` is a whole number from 1 to 999, as the loader has it: digits, and no zero before them.
pub(super) fn is_seconds(value: &str) -> bool {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    digits && (1..=3).contains(&value.len()) && !value.starts_with('0')
}
