//! The section an article stands in, with those that it is part of.

use std::ptr;
use std::sync::LazyLock;

use serde_json::Value;

use super::path::Paths;
use super::source::{MOST, NAME, Source, text};
use super::table::Field;

/// Where a section says which one it is part of, itself, and not only by its number.
static PARENT: LazyLock<Paths> = LazyLock::new(|| Paths::new(&["_embedded.up.0", "parent"]));

/// Sections within sections are not deeper than this; nor does a chain that bites its tail go on for ever.
const DEEPEST: usize = 6;

/// The article's first section, from the outermost of those around it on: WordPress says a category's parent by its
/// number, among the others that the article has.
///
/// `is_none` tells the names that stand for no section: one of those is none.
pub(in crate::article) fn line<'a>(
    source: &Source<'a>,
    is_none: &dyn Fn(&str) -> bool,
) -> Vec<&'a Value> {
    let mut all = Vec::new();
    source.each(Field::Section, &mut |value| {
        match value {
            Value::Array(items) => all.extend(items),
            _ => all.push(value),
        }
        true
    });
    all.truncate(MOST);
    all.retain(|section| match section.is_object() {
        true => {
            let name = name(source, section);
            !name.is_empty() && !is_none(name)
        }
        false => !is_none(text(section)),
    });
    let Some(first) = all.first().copied() else {
        return Vec::new();
    };
    let mut line = vec![inmost(source, first, &all)];
    while let Some(parent) = parent(source, line[line.len() - 1], &all)
        && line.len() < DEEPEST
        && !line.iter().any(|known| ptr::eq(*known, parent))
    {
        line.push(parent);
    }
    line.reverse();
    line
}

/// The section, or the one deepest inside it that the article has too.
fn inmost<'a>(source: &Source<'a>, section: &'a Value, all: &[&'a Value]) -> &'a Value {
    let mut inmost = section;
    for _ in 0..DEEPEST {
        let is_inside = |other: &&&'a Value| {
            parent(source, other, all).is_some_and(|known| ptr::eq(known, inmost))
        };
        match all.iter().find(is_inside) {
            Some(inside) => inmost = inside,
            None => break,
        }
    }
    inmost
}

/// The section's name, under the usual names or the owner's; empty if it has none.
fn name<'a>(source: &Source<'a>, section: &'a Value) -> &'a str {
    text(source.inside(section, Field::BreadcrumbTitle, &NAME))
}

fn parent<'a>(source: &Source<'a>, section: &'a Value, all: &[&'a Value]) -> Option<&'a Value> {
    let is_named = |value: &'a Value| (!name(source, value).is_empty()).then_some(value);
    let number = text(&section["parent"]);
    let is_it =
        |other: &&&Value| !number.is_empty() && number != "0" && text(&other["id"]) == number;
    PARENT
        .first(section, section, is_named)
        .or_else(|| all.iter().find(is_it).copied())
}
