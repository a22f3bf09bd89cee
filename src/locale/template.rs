//! Lists in one text, for rooms that still have them.

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

#[cfg(test)]
mod tests {
    use super::*;

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
