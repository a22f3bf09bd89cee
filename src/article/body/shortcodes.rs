//! Shortcodes: `[gallery …]`, `[caption …]…[/caption]` left over in a text. Ordinary bracketed prose is none.

/// Shortcodes that stand alone without a value.
const ALONE: &[&str] = &[
    "ad", "ads", "adsense", "embed", "gallery", "playlist", "toc",
];

/// A shortcode in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shortcode<'a> {
    /// Where its bracket opens, in bytes.
    pub start: usize,
    /// After its closing bracket.
    pub end: usize,
    /// Its name, lower case as sources write it.
    pub name: &'a str,
    /// It is `[/name]`.
    pub closing: bool,
    /// What follows the name.
    pub rest: &'a str,
}

impl<'a> Shortcode<'a> {
    /// An address in its values, if it starts with a scheme.
    pub fn address(&self) -> Option<&'a str> {
        let at = self
            .rest
            .find("https://")
            .or_else(|| self.rest.find("http://"))?;
        let url = self.rest.get(at..)?;
        url.split(|c: char| c.is_whitespace() || is_quote(c)).next()
    }

    /// The value of `key`, in whatever quotes.
    pub fn value(&self, key: &str) -> Option<&'a str> {
        let (_, after) = self.rest.split_once(key)?;
        let after = after.trim_start().strip_prefix('=')?.trim_start();
        let quoted = after.strip_prefix(is_quote)?;
        quoted.split(is_quote).next()
    }
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '”' | '‘' | '’' | '″' | '′' | '«' | '»'
    )
}

/// The names that a text closes (`[/name]`): these are shortcodes where they open, too.
pub(super) fn closed_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for after in text.split("[/").skip(1) {
        let name = name(after);
        if after
            .get(name.len()..)
            .is_some_and(|rest| rest.starts_with(']'))
            && names.len() < 64
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// A name at the start of the text; empty if there is none.
fn name(text: &str) -> &str {
    let end = text
        .find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-'))
        .unwrap_or(text.len());
    let name = text.get(..end).unwrap_or_default();
    if name.starts_with(|c: char| c.is_ascii_lowercase()) && name.len() > 1 {
        name
    } else {
        ""
    }
}

/// The first shortcode of the text. `closed`: the names that the whole body closes.
pub(super) fn first<'a>(text: &'a str, closed: &[String]) -> Option<Shortcode<'a>> {
    let mut from = 0;
    while let Some(start) = text.get(from..)?.find('[').map(|at| from + at) {
        from = start + 1;
        let inside = text.get(from..)?;
        let length = inside.find(['[', ']'])?;
        // A bracket in the bracket: what is inside may still be one.
        if inside.as_bytes().get(length) == Some(&b'[') {
            from += length;
            continue;
        }
        let escaped =
            text.get(..start)?.ends_with('[') && inside.get(length + 1..)?.starts_with(']');
        let found = read(inside.get(..length)?, closed).filter(|_| !escaped);
        from += length + 1;
        if let Some((name, closing, rest)) = found {
            return Some(Shortcode {
                start,
                end: from,
                name,
                closing,
                rest,
            });
        }
    }
    None
}

/// Name, whether it closes, and the rest, if the inside of a bracket is a shortcode.
fn read<'a>(inside: &'a str, closed: &[String]) -> Option<(&'a str, bool, &'a str)> {
    let (inside, closing) = match inside.strip_prefix('/') {
        Some(inside) => (inside, true),
        None => (inside, false),
    };
    let name = name(inside);
    let rest = inside.get(name.len()..)?;
    let known = closed.iter().any(|known| known == name);
    let bare = rest.trim().trim_end_matches('/').is_empty();
    let is = !name.is_empty()
        && match (closing, bare) {
            (true, bare) => bare,
            (false, true) => known || name.contains('_') || ALONE.contains(&name),
            (false, false) => {
                rest.starts_with(|c: char| c.is_whitespace())
                    && (known || has_value(rest) || rest.contains("://"))
            }
        };
    is.then_some((name, closing, rest))
}

/// Whether there is a `key=`, as prose never has.
fn has_value(rest: &str) -> bool {
    rest.match_indices('=').any(|(at, _)| {
        rest.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_in_brackets_is_not_a_shortcode() {
        for text in [
            "[…]",
            "[1]",
            "[المصدر]",
            "[sic]",
            "[Reuters]",
            "[[gallery]]",
            "[a b",
            "[]",
        ] {
            assert_eq!(first(text, &[]), None, "{text}");
        }
    }

    #[test]
    fn values_may_stand_in_any_quotes() {
        let code = first("نص [caption id=”a_1″ caption=«شرح» width=640] بعده", &[]).unwrap();
        assert_eq!((code.name, code.closing), ("caption", false));
        assert_eq!(code.value(" caption"), Some("شرح"));
    }

    #[test]
    fn what_closes_somewhere_is_one_where_it_opens() {
        let closed = closed_in("[box]نص[/box] [/ x] [/]");
        assert_eq!(closed, ["box"]);
        assert!(first("[box]", &closed).is_some());
        assert!(first("[box]", &[]).is_none());
    }
}
