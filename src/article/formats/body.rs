//! The body of a source as HTML, whatever it was: HTML, text, or typed blocks (Qari's own, Apple News' components).
//!
//! It goes through the same cleaning and repair as all HTML, so nothing here need be careful about what it lets
//! through, only about not losing anything.

use std::borrow::Cow;
use std::mem;

use serde_json::Value;

use super::blocks::items;
use super::extras::list;
use super::html::{escaped_once, has_tag, lines, lines_with_entities, unescaped};
use super::source::{Source, Texts, text};
use super::table::Field;

impl<'a> Source<'a> {
    /// The article's body as HTML; empty if there is none. HTML that stands in the document is not copied.
    pub fn body(&self) -> Cow<'a, str> {
        let mut parts = Vec::new();
        self.each(Field::Body, &mut |value| {
            match value {
                Value::Array(_) => self.add_items(value, &mut parts),
                // A list with gaps, as PHP writes it.
                Value::Object(fields) if fields.values().all(Value::is_object) => {
                    self.add_items(value, &mut parts);
                }
                // Of the wrong type: nobody wrote it to be read.
                Value::Number(_) => {}
                _ => add_text(value, Texts::Mixed, &mut parts),
            }
            !parts.is_empty()
        });
        if parts.is_empty() {
            self.each(Field::Text, &mut |value| {
                for text in list(value).iter().map(text).filter(|text| !text.is_empty()) {
                    parts.extend((!parts.is_empty()).then_some("<br>".into()));
                    parts.push(lines(text).into());
                }
                !parts.is_empty()
            });
        }
        self.add_updates(&mut parts);
        self.add_attachments(&mut parts);
        match parts.as_mut_slice() {
            [] => "".into(),
            [only] => mem::take(only),
            _ => parts.concat().into(),
        }
    }

    /// Adds what the blocks and texts of a list say.
    pub(super) fn add_items(&self, list: &'a Value, parts: &mut Vec<Cow<'a, str>>) {
        for item in items(list) {
            match item {
                Value::Array(_) => self.add_items(item, parts),
                Value::Object(_) => parts.extend(self.block(item).map(Cow::Owned)),
                _ => add_text(item, self.table.texts, parts),
            }
        }
    }
}

/// Adds a text that stands by itself, if it is one. Only where texts are plain is its markup none.
pub(super) fn add_text<'a>(value: &'a Value, texts: Texts, parts: &mut Vec<Cow<'a, str>>) {
    let text = text(value);
    if text.is_empty() {
        return;
    }
    if !parts.is_empty() {
        parts.push("\n".into());
    }
    if texts == Texts::Plain {
        parts.push(format!("<p>{}</p>", lines(text)).into());
        return;
    }
    let text = unescaped(text);
    parts.push(if has_tag(&text) {
        text
    } else {
        format!("<p>{}</p>", lines_with_entities(&escaped_once(&text))).into()
    });
}
