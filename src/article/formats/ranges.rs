//! Links and styles that Apple News gives beside a text, each for a range of it.

use serde_json::Value;

use super::blocks::items;
use super::html::{attribute, lines};
use super::source::text;

/// No text has more ranges than this in earnest.
const MOST_RANGES: usize = 200;

/// A range of a text, in UTF-16 units as Apple counts.
struct Range<'a> {
    start: u32,
    end: u32,
    /// The element that it is, by its name.
    name: &'static str,
    /// Where it leads, if it is a link.
    href: &'a str,
}

/// The text of a block as HTML with its ranges; `None` if it has none, or is markup itself. `styles` are the document's,
/// by their names.
pub(super) fn marked(block: &Value, styles: &Value) -> Option<String> {
    let mut ranges = Vec::new();
    // Links first: one is not torn by a style that begins in it.
    for link in items(&block["additions"]) {
        let href = text(&link["URL"]);
        if !href.is_empty() {
            add(link, "a", href, &mut ranges);
        }
    }
    for styled in items(&block["inlineTextStyles"]) {
        let style = match &styled["textStyle"] {
            Value::String(name) => &styles[name],
            style => style,
        };
        for name in elements(style).into_iter().flatten() {
            add(styled, name, "", &mut ranges);
        }
    }
    let is_markup = matches!(text(&block["format"]), "html" | "markdown");
    ranges.truncate(MOST_RANGES);
    let text = text(block);
    (!is_markup && !text.is_empty() && !ranges.is_empty()).then(|| written(text, &ranges))
}

/// What a style says that is not how words look but what they are.
fn elements(style: &Value) -> [Option<&'static str>; 5] {
    let weight = text(&style["fontWeight"]);
    let is_bold = weight.contains("bold") || matches!(weight, "600" | "700" | "800" | "900");
    let is_drawn = |line: &str| !matches!(style[line], Value::Null | Value::Bool(false));
    [
        is_bold.then_some("b"),
        (text(&style["fontStyle"]) == "italic").then_some("i"),
        is_drawn("underline").then_some("u"),
        is_drawn("strikethrough").then_some("s"),
        match text(&style["verticalAlignment"]) {
            "superscript" => Some("sup"),
            "subscript" => Some("sub"),
            _ => None,
        },
    ]
}

fn add<'a>(value: &Value, name: &'static str, href: &'a str, ranges: &mut Vec<Range<'a>>) {
    let number = |name: &str| text(&value[name]).parse::<u32>().ok();
    if let Some(start) = number("rangeStart")
        && let Some(length) = number("rangeLength")
    {
        let end = start.saturating_add(length);
        ranges.push(Range {
            start,
            end,
            name,
            href,
        });
    }
}

/// The text with an element for each range; one that goes on where another ends is opened again.
fn written(text: &str, ranges: &[Range]) -> String {
    let mut html = String::new();
    let mut open: Vec<&Range> = Vec::new();
    let mut at = 0;
    // Up to the end and once more, where nothing is open any longer.
    for c in text.chars().map(Some).chain([None]) {
        let is_here = |range: &&Range| c.is_some() && range.start <= at && at < range.end;
        let here = || ranges.iter().filter(is_here);
        let both = open.iter().zip(here());
        let kept = both
            .take_while(|(one, other)| std::ptr::eq(**one, *other))
            .count();
        while open.len() > kept
            && let Some(range) = open.pop()
        {
            html.push_str(&["</", range.name, ">"].concat());
        }
        for range in here().skip(kept) {
            html.push_str(&["<", range.name, &attribute("href", range.href), ">"].concat());
            open.push(range);
        }
        let Some(c) = c else { break };
        html.push_str(&lines(c.encode_utf8(&mut [0; 4])));
        at += c.len_utf16() as u32;
    }
    html
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn links_and_styles_stand_where_their_ranges_are() {
        let block = json!({
            "text": "😀 زار الوفد <السوق> وعاد\nمساء",
            "additions": [
                {"type": "link", "rangeStart": 7, "rangeLength": 13, "URL": "https://a.example/?x=1&y=2"},
                {"type": "calendar_event", "rangeStart": 0, "rangeLength": 2}
            ],
            "inlineTextStyles": [
                {"rangeStart": 3, "rangeLength": 9, "textStyle": "strong"},
                {"rangeStart": 25, "rangeLength": 99, "textStyle": {"fontStyle": "italic", "textColor": "#f00"}},
                {"rangeStart": 0, "rangeLength": 2, "textStyle": "unknown"}
            ]
        });
        let styles = json!({"strong": {"fontWeight": "700"}});
        assert_eq!(
            marked(&block, &styles).as_deref(),
            Some(
                "😀 <b>زار </b><a href=\"https://a.example/?x=1&amp;y=2\"><b>الوفد</b> &lt;السوق&gt;</a> وعاد<i><br>مساء</i>"
            )
        );
    }

    #[test]
    fn markup_has_no_ranges() {
        let link = json!([{"type": "link", "rangeStart": 0, "rangeLength": 2, "URL": "/x"}]);
        for block in [
            json!({"text": "<p>نص</p>", "format": "html", "additions": link}),
            json!({"text": "نص", "additions": []}),
            json!({"text": "نص", "additions": [{"type": "link", "URL": "/x"}]}),
            json!({"additions": link}),
        ] {
            assert_eq!(marked(&block, &Value::Null), None, "{block}");
        }
    }
}
