//! Texts as HTML.

use std::borrow::Cow;

use html_escape::{encode_double_quoted_attribute, encode_text};

use crate::article::body::decoded;

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

/// A text in which entities were escaped again (`&amp;#039;`), as if they were once.
pub(in crate::article) fn escaped_once(text: &str) -> Cow<'_, str> {
    let mut parts = text.split("&amp;");
    let mut once = parts.next().unwrap_or_default().to_owned();
    if once.len() == text.len() {
        return text.into();
    }
    for part in parts {
        let name = part.split(';').next().unwrap_or(part);
        let is_name = name.len() < part.len() && (2..10).contains(&name.len());
        let is_entity = is_name && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
        once += if is_entity { "&" } else { "&amp;" };
        once += part;
    }
    once.into()
}

/// What ends a block or a line, escaped.
const ESCAPED_ENDS: &[&str] = &[
    "&lt;/p",
    "&lt;/div",
    "&lt;/h",
    "&lt;/li",
    "&lt;/blockquote",
    "&lt;br",
];

/// HTML that was escaped as if it were text (`&lt;p&gt;`), as it was meant; all else as it is.
pub(in crate::article) fn unescaped(text: &str) -> Cow<'_, str> {
    let mut html = Cow::Borrowed(text);
    // Some escape twice.
    for _ in 0..2 {
        // Most has tags or no entity, and is not copied for a look at it.
        if has_tag(&html)
            || !html.contains("&")
            || !is_escaped_html(&html.replace("&amp;lt;", "&lt;"))
        {
            break;
        }
        html = decoded(&html).into();
    }
    html
}

/// Whether a text is HTML escaped. One that only speaks of tags has no tag around it, nor several ends of blocks.
fn is_escaped_html(text: &str) -> bool {
    let ends: usize = ESCAPED_ENDS
        .iter()
        .map(|end| text.matches(end).count())
        .sum();
    let first = text.trim_start().strip_prefix("&lt;");
    let is_around = first.is_some_and(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    ends > 1 || (ends == 1 && is_around)
}

/// Whether a tag is in the text: `<p>`, `</p>`, `<!-- -->`.
pub(super) fn has_tag(text: &str) -> bool {
    let begins =
        |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    text.split('<').skip(1).any(begins) && text.contains('>')
}

#[cfg(test)]
mod tests {
    use super::{escaped_once, unescaped};

    #[test]
    fn entities_that_were_escaped_twice_are_read_once() {
        for (written, once) in [
            ("L&amp;#039;eau &amp;amp; la vie", "L&#039;eau &amp; la vie"),
            ("&amp;hellip;", "&hellip;"),
            ("R&amp;D; أ &amp; ب; &amp;", "R&amp;D; أ &amp; ب; &amp;"),
            ("نص", "نص"),
        ] {
            assert_eq!(escaped_once(written), once);
        }
    }

    #[test]
    fn escaped_html_is_told_from_a_text_that_speaks_of_tags() {
        for (written, html) in [
            (
                "&lt;p&gt;قال &quot;نعم&quot; &amp;amp; مضى&lt;/p&gt;",
                "<p>قال \"نعم\" &amp; مضى</p>",
            ),
            ("نص&lt;br&gt;سطر&lt;br/&gt;سطر", "نص<br>سطر<br/>سطر"),
            ("&amp;lt;p&amp;gt;نص&amp;lt;/p&amp;gt;", "<p>نص</p>"),
        ] {
            assert_eq!(unescaped(written), html);
        }
        for text in [
            "الوسم &lt;p&gt; يبدأ فقرة والوسم &lt;/p&gt; ينهيها",
            "<p>مثال: &lt;p&gt;أ&lt;/p&gt; &lt;p&gt;ب&lt;/p&gt;</p>",
            "5 &lt; 6 &amp; 7",
            "",
        ] {
            assert_eq!(unescaped(text), text);
        }
    }
}
