//! How single values of attributes are read, and what is noted of those that cannot be.

use super::choices::position;
use super::{Notice, Problem, Source};

/// Collects notices about the attribute at hand.
#[derive(Default)]
pub(super) struct Notices<'a> {
    pub list: Vec<Notice>,
    pub attribute: &'a str,
}

impl Notices<'_> {
    pub fn add(&mut self, value: &str, problem: Problem) {
        self.list.push(Notice {
            attribute: self.attribute.into(),
            value: value.into(),
            problem,
        });
    }

    pub fn checked<T>(
        &mut self,
        parsed: Option<T>,
        value: &str,
        allowed: &'static [&'static str],
    ) -> Option<T> {
        if parsed.is_none() {
            self.add(value, Problem::Value(allowed));
        }
        parsed
    }

    pub fn kept(
        &mut self,
        value: &str,
        is_good: fn(&str) -> bool,
        allowed: &'static [&'static str],
    ) -> Option<String> {
        self.checked(is_good(value).then(|| value.into()), value, allowed)
    }

    pub fn choice<T: Copy>(
        &mut self,
        field: &mut T,
        value: &str,
        names: &'static [&'static str],
        all: &[T],
    ) {
        match position(names, value).and_then(|index| all.get(index)) {
            Some(chosen) => *field = *chosen,
            None => self.add(value, Problem::Value(names)),
        }
    }

    /// Reads names separated by spaces or commas, each taken once. `none` alone is the empty list; when no
    /// name is known, the field keeps its default.
    pub fn list<T: Copy + PartialEq>(
        &mut self,
        field: &mut Vec<T>,
        value: &str,
        names: &'static [&'static str],
        all: &[T],
    ) {
        if value.eq_ignore_ascii_case("none") {
            field.clear();
            return;
        }
        let mut chosen = Vec::new();
        for name in value.split([' ', ',', '\n', '\t', '\r']) {
            if name.is_empty() {
                continue;
            }
            match position(names, name).and_then(|index| all.get(index)) {
                Some(entry) if chosen.contains(entry) => {}
                Some(entry) => chosen.push(*entry),
                None => self.add(name, Problem::Entry(names)),
            }
        }
        if !chosen.is_empty() {
            *field = chosen;
        }
    }
}

/// Reads `data-src`.
pub(super) fn source(value: &str) -> Option<Source> {
    if value.eq_ignore_ascii_case("page") {
        return Some(Source::Page);
    }
    match value.strip_prefix('#') {
        Some("") => None,
        Some(id) => Some(Source::Inline(id.into())),
        None => is_web_address(value).then(|| Source::Url(value.into())),
    }
}

/// Whether `value` is relative or has the scheme http or https. Not yet whether it is a URL at all.
pub(super) fn is_web_address(value: &str) -> bool {
    let scheme_end = value.find([':', '/', '?', '#']);
    match scheme_end.and_then(|end| value.split_at_checked(end)) {
        Some((scheme, rest)) if rest.starts_with(':') => {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        }
        _ => true,
    }
}

/// Whether `value` can stand in one CSS declaration without ending it or loading anything.
pub(super) fn is_css_value(value: &str) -> bool {
    let has_url = value
        .as_bytes()
        .windows(4)
        .any(|part| part.eq_ignore_ascii_case(b"url("));
    !has_url && !value.contains([';', '{', '}', '\\', '<', '@'])
}

/// A whole number from 1 to `most`.
pub(super) fn whole(value: &str, most: u32) -> Option<u32> {
    let mut number = 0_u32;
    for byte in value.bytes() {
        if !byte.is_ascii_digit() || number > most {
            return None;
        }
        number = number * 10 + u32::from(byte - b'0');
    }
    (1..=most).contains(&number).then_some(number)
}
