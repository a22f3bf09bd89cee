//! Texts as HTML.

use std::borrow::Cow;

use html_escape::{encode_double_quoted_attribute, encode_text};

/// Plain text, whose line breaks are line breaks.
pub(super) fn lines(text: &str) -> String {
    broken(&encode_text(text))
}

/// Text without a tag but with entities: the line breaks are what is left of its paragraphs.
pub(super) fn lines_with_entities(text: &str) -> String {
    broken(&text.replace('<', "&lt;"))
}

fn broken(html: &str) -> String {
    html.replace('\n', "<br>")
}

/// Plain text, whose line breaks are nothing but white space (code).
pub(super) fn exact(text: &str) -> Cow<'_, str> {
    encode_text(text)
}

/// ` name="value"`; empty if the value is.
pub(super) fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(r#" {name}="{}""#, encode_double_quoted_attribute(value))
    }
}

/// Whether a tag is in the text: `<p>`, `</p>`, `<!-- -->`.
pub(super) fn has_tag(text: &str) -> bool {
    let begins =
        |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    text.split('<').skip(1).any(begins) && text.contains('>')
}
