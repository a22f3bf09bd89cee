//! What html5ever is given of HTML: without forms, and no deeper than a browser's tree.

use std::borrow::Cow;

/// Elements within each other. Browsers make no deeper tree than 512, and html5ever looks through all that is open for most tags:
/// what is nested by the ten thousand takes it minutes. Tags below this depth are left out, their texts stay.
const DEEPEST: usize = 1000;
/// The end of one of these is the beginning of the next, or they have none: they are not counted.
const UNCOUNTED: &[&str] = &[
    "area", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
    "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];
/// In these a `<` begins nothing but their own end.
const OF_TEXT: &[&str] = &["script", "style", "textarea", "title"];
/// In these a tag that ends in `/>` has no content.
const FOREIGN: &[&str] = &["svg", "math"];
/// What ends them, wherever it stands (HTML, "The rules for parsing tokens in foreign content").
const HTML_AGAIN: &[&str] = &[
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];
const FORM: &str = "form";

/// The HTML as it is parsed.
pub(super) fn prepared(html: &str) -> Cow<'_, str> {
    let html = without_forms(html);
    if html.matches('<').count() <= DEEPEST {
        return html;
    }
    match without_deep_tags(&html) {
        Some(shallow) => shallow.into(),
        None => html,
    }
}

/// The text with every `<form>` a `<div>`, wherever it stands, as the loader hands it to the browser's parser: what sits in a
/// form can shadow the properties of the form's node, and what must be read would be hidden by its own content.
fn without_forms(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    for (at, _) in html.match_indices('<') {
        let tag = &html[at + 1..];
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let is_form = name
            .get(..FORM.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(FORM))
            && !name[FORM.len()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        if is_form {
            let start = html.len() - name.len();
            out += &html[copied..start];
            out += "div";
            copied = start + FORM.len();
        }
    }
    if copied == 0 {
        return html.into();
    }
    out += &html[copied..];
    out.into()
}

/// The text without the tags that stand too deep; `None` where none does.
fn without_deep_tags(html: &str) -> Option<String> {
    let mut out = String::new();
    let mut copied = 0;
    let mut nesting = Nesting::default();
    let mut from = 0;
    while let Some(tag) = next_tag(html, from) {
        from = tag.behind(html);
        if nesting.is_too_deep(&tag, html) {
            out += &html[copied..tag.start];
            copied = tag.end(html);
            from = from.max(copied);
        }
    }
    (copied > 0).then(|| out + &html[copied..])
}

/// What is open where a tag stands.
#[derive(Default)]
struct Nesting {
    depth: usize,
    left_out: usize,
    in_foreign: bool,
}

impl Nesting {
    /// Whether a tag is to be left out. Counts it, unless the parser has its element closed at once.
    fn is_too_deep(&mut self, tag: &Written, html: &str) -> bool {
        if is_one_of(FOREIGN, tag.name) {
            self.in_foreign = !tag.is_end;
        } else if is_one_of(HTML_AGAIN, tag.name) {
            self.in_foreign = false;
        }
        if is_one_of(UNCOUNTED, tag.name) || (self.in_foreign && tag.is_closed(html)) {
            return false;
        }
        match tag.is_end {
            false if self.depth == DEEPEST => self.left_out += 1,
            false => self.depth += 1,
            true if self.left_out > 0 => {
                self.left_out -= 1;
                return true;
            }
            true => self.depth = self.depth.saturating_sub(1),
        }
        !tag.is_end && self.left_out > 0
    }
}

/// A start tag or an end tag.
struct Written<'a> {
    /// Where its `<` stands.
    start: usize,
    /// Where its name begins.
    name_start: usize,
    name: &'a str,
    is_end: bool,
}

fn next_tag(html: &str, from: usize) -> Option<Written<'_>> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut from = from;
    loop {
        let start = from + html[from..].find('<')?;
        let tag = &html[start + 1..];
        from = start + 1;
        if let Some(comment) = tag.strip_prefix("!--") {
            from = comment
                .find("-->")
                .map_or(html.len(), |end| start + "<!--".len() + end + "-->".len());
            continue;
        }
        let named = tag.strip_prefix('/').unwrap_or(tag);
        let name = &named[..named.find(|c| !is_of_name(c)).unwrap_or(named.len())];
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some(Written {
                start,
                name_start: html.len() - named.len(),
                name,
                is_end: named.len() < tag.len(),
            });
        }
    }
}

impl Written<'_> {
    /// Where it ends: at a `>` that stands in no value.
    fn end(&self, html: &str) -> usize {
        let mut quote = None;
        let is_end = |c: char| match (quote, c) {
            (None, '>') => true,
            (None, '"' | '\'') => {
                quote = Some(c);
                false
            }
            (Some(open), c) if open == c => {
                quote = None;
                false
            }
            _ => false,
        };
        let behind = self.name_start + self.name.len();
        html[behind..]
            .find(is_end)
            .map_or(html.len(), |end| behind + end + 1)
    }

    /// Whether it ends in `/>`.
    fn is_closed(&self, html: &str) -> bool {
        html[..self.end(html)].ends_with("/>")
    }

    /// Where the next tag may begin: behind the name, or at the element's own end where nothing before it is one.
    fn behind(&self, html: &str) -> usize {
        let behind = self.name_start + self.name.len();
        if self.is_end || !is_one_of(OF_TEXT, self.name) {
            return behind;
        }
        let is_end = |at: usize| {
            let name = html.get(at + 2..at + 2 + self.name.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(self.name))
        };
        let mut ends = html[behind..].match_indices("</");
        ends.find_map(|(at, _)| is_end(behind + at).then_some(behind + at))
            .unwrap_or(html.len())
    }
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_divisions() {
        for (html, expected) in [
            ("<p>نص</p>", "<p>نص</p>"),
            ("<form>أ</form>", "<div>أ</div>"),
            ("<FORM action=x>أ</Form>ب", "<div action=x>أ</div>ب"),
            ("<formula><form_x><form", "<formula><form_x><div"),
            ("1 < form, <!-- <form> -->", "1 < form, <!-- <div> -->"),
            ("<!--><form>أ", "<!--><div>أ"),
        ] {
            assert_eq!(prepared(html), expected);
        }
    }

    #[test]
    fn what_is_nested_too_deep_keeps_its_texts() {
        let deep = "<b class=x>أ".repeat(5000) + &"ب</b>".repeat(5000);
        let shallow = prepared(&deep);
        assert_eq!(shallow.matches("<b").count(), DEEPEST);
        assert_eq!(shallow.matches("</b").count(), DEEPEST);
        assert_eq!(shallow.matches('أ').count(), 5000);
        assert_eq!(shallow.matches('ب').count(), 5000);
    }

    #[test]
    fn a_tag_that_is_left_out_ends_behind_its_values() {
        let deep = "<b>".repeat(DEEPEST) + "<b title='a>b'>نص</b>";
        assert!(prepared(&deep).ends_with("<b>نص"));
    }

    #[test]
    fn what_is_closed_at_once_nests_nothing() {
        let icon = "<p><svg><path d='M0>1'/><circle r=1 /></svg> نص</p>".repeat(DEEPEST);
        let formula = "<math><mspace width='1em'/></math>".repeat(DEEPEST * 2);
        let comment = format!("<!-- {} --><h2>عنوان</h2>", "<div>".repeat(DEEPEST * 2));
        for html in [icon, formula, comment] {
            assert!(matches!(prepared(&html), Cow::Borrowed(_)));
        }
        // In HTML the stroke says nothing, and HTML ends a drawing.
        let deep = "<svg>".to_owned() + &"<div/>".repeat(DEEPEST * 2);
        assert!(prepared(&deep).matches("<div").count() <= DEEPEST);
    }

    #[test]
    fn what_is_long_but_not_deep_is_left_alone() {
        let script = "<script>let a = \"<div><b>\";</script>".repeat(DEEPEST);
        let list = "<ul>".to_owned() + &"<li>بند<br><img src=a>".repeat(DEEPEST * 2) + "</ul>";
        let lines = "<div>سطر</div>".repeat(DEEPEST * 2);
        for html in [script, list, lines] {
            assert!(matches!(prepared(&html), Cow::Borrowed(_)));
        }
    }
}
