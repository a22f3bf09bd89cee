//! The text of HTML where no parser is to be had: a page with Trusted Types may refuse the one that Qari asks for.

/// Elements whose text stands by itself.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "li",
    "br",
    "tr",
    "blockquote",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
];

/// The text of HTML: tags go, blocks part paragraphs, the commonest entities are read.
pub(in crate::article) fn without_tags(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    each_text(html, &mut |part| match part {
        Part::Text(text) => decode(text, &mut out),
        Part::Tag(name) if is_one_of(BLOCKS, name) => out.push_str("\n\n"),
        Part::Tag(_) => {}
    });
    out
}

/// Gives `see` the texts of HTML, in parts; the commonest entities are read.
pub(in crate::article) fn each_text_without_tags(html: &str, see: &mut impl FnMut(&str)) {
    let mut decoded = String::new();
    each_text(html, &mut |part| match part {
        Part::Text(text) if text.contains('&') => {
            decoded.clear();
            decode(text, &mut decoded);
            see(&decoded);
        }
        Part::Text(text) => see(text),
        Part::Tag(_) => {}
    });
}

/// A part of HTML.
enum Part<'a> {
    /// A text as written.
    Text(&'a str),
    /// The name of a start tag or an end tag.
    Tag(&'a str),
}

fn each_text<'a>(html: &'a str, see: &mut impl FnMut(Part<'a>)) {
    let mut rest = html;
    while let Some((text, markup)) = rest.split_once('<') {
        see(Part::Text(text));
        if let Some(comment) = markup.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if !markup.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?' | '/')) {
            see(Part::Text(&rest[text.len()..][..1]));
            rest = markup;
            continue;
        }
        let (tag, after) = markup.split_once('>').unwrap_or((markup, ""));
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let name = name
            .split(|c: char| c.is_ascii_whitespace() || c == '/')
            .next();
        let name = name.unwrap_or_default();
        see(Part::Tag(name));
        rest = after;
        if !tag.starts_with('/') && is_one_of(&["script", "style"], name) {
            rest = from_end_tag(after, name);
        }
    }
    see(Part::Text(rest));
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// What follows from the end tag of the element `name` on; nothing if it has none.
fn from_end_tag<'a>(html: &'a str, name: &str) -> &'a str {
    let is_end = |at: usize| {
        let found = html.get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    let end = html.match_indices("</").find(|(at, _)| is_end(*at));
    end.map_or("", |(at, _)| &html[at..])
}

/// A text with its entities read.
pub(in crate::article) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    decode(text, &mut out);
    out
}

/// Adds a text with its entities read. A full table of them, as `html_escape::decode_html_entities` has it, would be a
/// quarter of the whole wasm's size.
fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        let (name, behind) = after.split_at(end.unwrap_or(after.len()));
        match (entity(name), behind.strip_prefix(';')) {
            (Some(c), Some(behind)) => {
                out.push(c);
                rest = behind;
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
}

/// The character that an entity stands for, if it is a common one.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "apos" => '\'',
        "gt" => '>',
        "hellip" => '…',
        "laquo" => '«',
        "ldquo" => '“',
        "lrm" => '\u{200e}',
        "lsquo" => '‘',
        "lt" => '<',
        "mdash" => '—',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "quot" => '"',
        "raquo" => '»',
        "rdquo" => '”',
        "rlm" => '\u{200f}',
        "rsquo" => '’',
        "zwnj" => '\u{200c}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &str) -> Vec<String> {
        without_tags(html)
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn tags_go_and_blocks_stand_apart() {
        assert_eq!(
            words("<p>نص</p><P class=x>ثان<br/>سطر"),
            ["نص", "ثان", "سطر"]
        );
        assert_eq!(words("ك<b>ل</b>مة 1 < 2 <"), ["كلمة", "1", "<", "2", "<"]);
    }

    #[test]
    fn what_is_no_text_goes_with_its_tag() {
        assert_eq!(words("<!-- wp:x {\"a\":\"<b>\"} -->نص<!-- "), ["نص"]);
        assert_eq!(words("أ<SCRIPT>if (1 < 2) f('</b>')</Script>ب"), ["أب"]);
        assert_eq!(words("أ<style>p > a {}</style>ب<script>x"), ["أب"]);
    }

    #[test]
    fn entities_are_read_once() {
        assert_eq!(
            without_tags("&amp;lt; &#1605;&#x645; &laquo;&nbsp;&raquo;"),
            "&lt; مم «\u{a0}»"
        );
        for unknown in [
            "&",
            "&&",
            "&x;",
            "&amp",
            "&#;",
            "&#x110000;",
            "&#0;",
            "a=1&lt=2",
        ] {
            assert_eq!(without_tags(unknown), unknown);
        }
    }
}
