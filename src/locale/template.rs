//! Texts with places in them: `{}` for the next argument, `{name}` for a named one.

/// Copies `template`, asking `value` to append what belongs in each `{name}`.
///
/// A brace without its partner stands for itself.
pub fn expand(template: &str, value: &mut dyn FnMut(&str, &mut String)) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, next)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        value(name, &mut out);
        rest = next;
    }
    out.push_str(rest);
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
    template.split_once("{}").unwrap_or((template, ""))
}

/// Entry `index` of a `|`-separated list; empty when there is none.
pub(super) fn entry(list: &'static str, index: usize) -> &'static str {
    list.split('|').nth(index).unwrap_or_default()
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
        assert_eq!(fill("a { b", &["X"]), "a { b");
        assert_eq!(around("بقلم {}"), ("بقلم ", ""));
    }
}
