//! Texts with places in them (`{}`), and lists in one text.
//!
//! Tables of this crate are texts that are read as they are needed: in the wasm a row of pointers costs more
//! than the names it points to.

/// What stands before and behind the first of the `separators` in `text`; all and nothing without one.
pub(crate) fn cut<'a>(text: &'a str, separators: &str) -> (&'a str, &'a str) {
    for (at, c) in text.char_indices() {
        if separators.chars().any(|separator| separator == c) {
            let (before, after) = text.split_at(at);
            return (before, &after[c.len_utf8()..]);
        }
    }
    (text, "")
}

/// Entry `index` of a list; empty when there is none.
pub(crate) fn entry<'a>(list: &'a str, separator: &str, index: usize) -> &'a str {
    let mut rest = list;
    for _ in 0..index {
        rest = cut(rest, separator).1;
    }
    cut(rest, separator).0
}

/// Where `name` stands in a blank-separated list, ASCII case ignored.
pub(crate) fn position(list: &str, name: &str) -> Option<usize> {
    let (mut rest, mut index) = (list, 0);
    while !rest.is_empty() {
        let (known, next) = cut(rest, " ");
        if known.eq_ignore_ascii_case(name) {
            return Some(index);
        }
        rest = next;
        index += 1;
    }
    None
}

/// Copies `template`, asking `value` to append what belongs in each `{name}`.
pub(crate) fn expand(template: &str, value: &mut dyn FnMut(&str, &mut String)) -> String {
    let mut out = String::new();
    let mut rest = template;
    while !rest.is_empty() {
        let (before, after) = cut(rest, "{");
        out.push_str(before);
        let (name, next) = cut(after, "}");
        // Else the template ends in text.
        if before.len() < rest.len() {
            value(name, &mut out);
        }
        rest = next;
    }
    out
}

/// Puts `arguments` into the `{}` of `template`, in order.
pub fn fill(template: &str, arguments: &[&str]) -> String {
    let mut arguments = arguments.iter();
    expand(template, &mut |_, out| {
        out.push_str(arguments.next().copied().unwrap_or_default());
    })
}

/// What stands before and after the `{}` of `template`, for a view that puts an element there.
pub fn around(template: &'static str) -> (&'static str, &'static str) {
    let (before, after) = cut(template, "{");
    (before, cut(after, "}").1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_stand_where_the_language_wants_them() {
        assert_eq!(fill("حجم النص {} من {}", &["3", "9"]), "حجم النص 3 من 9");
        assert_eq!(fill("{} پر", &["X"]), "X پر");
        assert_eq!(fill("لا شيء", &["X"]), "لا شيء");
        assert_eq!(fill("{} {}", &["X"]), "X ");
        assert_eq!(around("بقلم {}"), ("بقلم ", ""));
        assert_eq!(around("{} پر"), ("", " پر"));
    }

    #[test]
    fn lists_are_read_from_texts() {
        assert_eq!(cut("ar_MA-x", "-_"), ("ar", "MA-x"));
        assert_eq!(cut("شباط", "|"), ("شباط", ""));
        assert_eq!(entry("a|ب|c", "|", 1), "ب");
        assert_eq!(entry("a|b", "|", 2), "");
        assert_eq!(position("on off", "OFF"), Some(1));
        assert_eq!(position("on off", ""), None);
        assert_eq!(position("on off", "on off"), None);
    }
}
