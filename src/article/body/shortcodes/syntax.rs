//! How a shortcode is written. Ordinary bracketed prose («[…]», «[1]», «[المصدر]») is none.

/// Shortcodes that stand alone without a value.
const ALONE: &[&str] = &[
    "ad", "ads", "adsense", "embed", "gallery", "playlist", "toc",
];
/// Shortcodes whose address is what they show.
pub(super) const MEDIA: &[&str] = &[
    "audio",
    "embed",
    "facebook",
    "googlemaps",
    "instagram",
    "playlist",
    "soundcloud",
    "tiktok",
    "tweet",
    "twitter",
    "video",
    "vimeo",
    "wpvideo",
    "youtube",
];
/// How many names of closed shortcodes are kept, which is many times what an article has.
const MOST_CLOSED: usize = 100;

/// A shortcode in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shortcode<'a> {
    /// What stands before its bracket.
    pub before: &'a str,
    /// What stands after its closing bracket.
    pub after: &'a str,
    /// Its name, lower case as sources write it.
    pub name: &'a str,
    /// It is `[/name]`.
    pub is_end: bool,
    /// What follows the name.
    values: &'a str,
}

impl<'a> Shortcode<'a> {
    /// An address in its values, if it starts with a scheme.
    pub fn address(&self) -> Option<&'a str> {
        let start = self.values.find("http")?;
        let address = until_quote(&self.values[start..]);
        let address = address.split(' ').next()?;
        address.contains("://").then_some(address)
    }

    /// The value of `key`, in whatever quotes.
    pub fn value(&self, key: &str) -> Option<&'a str> {
        let (_, after) = self.values.split_once(&format!(" {key}="))?;
        let mut value = after.chars();
        value.next()?;
        Some(until_quote(value.as_str()))
    }
}

/// The start of a text, up to a quotation mark of any kind.
fn until_quote(text: &str) -> &str {
    let is_quote = |c: char| matches!(c, '"' | '\'' | '‘'..='”' | '″' | '′' | '«' | '»');
    text.split(is_quote).next().unwrap_or_default()
}

/// The names that a text closes (`[/name]`).
pub(in crate::article::body) fn closed_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, mark) in text.match_indices("[/") {
        let after = &text[at + mark.len()..];
        let name = name(after);
        if after[name.len()..].starts_with(']')
            && !name.is_empty()
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
            if names.len() == MOST_CLOSED {
                break;
            }
        }
    }
    names
}

/// The name of a shortcode at the start of a text, in small letters; empty if there is none.
fn name(text: &str) -> &str {
    let is_in_name =
        |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    let end = text.find(|c| !is_in_name(c)).unwrap_or(text.len());
    let is_name = text.starts_with(|c: char| c.is_ascii_lowercase()) && (2..=40).contains(&end);
    if is_name { &text[..end] } else { "" }
}

/// The first shortcode of the text. `closed`: the names that the whole body closes.
pub(super) fn first<'a>(text: &'a str, closed: &[String]) -> Option<Shortcode<'a>> {
    let mut end = 0;
    loop {
        let start = end + text[end..].find('[')?;
        let inside = start + 1;
        end = inside + text[inside..].find(['[', ']'])?;
        // A bracket in the bracket: what is inside may still be one.
        if text[end..].starts_with('[') {
            continue;
        }
        let (before, after) = (&text[..start], &text[end + 1..]);
        let is_escaped = before.ends_with('[') && after.starts_with(']');
        let written = &text[inside..end];
        let (is_end, written) = match written.strip_prefix('/') {
            Some(written) => (true, written),
            None => (false, written),
        };
        let name = name(written);
        let code = Shortcode {
            before,
            after,
            name,
            is_end,
            values: &written[name.len()..],
        };
        if !is_escaped && !name.is_empty() && code.is_one(closed) {
            return Some(code);
        }
    }
}

impl Shortcode<'_> {
    /// Whether what stands in these brackets is a shortcode.
    fn is_one(&self, closed: &[String]) -> bool {
        let Self { name, values, .. } = self;
        let is_closed = || closed.iter().any(|known| known == name);
        if values.chars().all(|c| matches!(c, ' ' | '/')) {
            return self.is_end || name.contains('_') || ALONE.contains(name) || is_closed();
        }
        // What stands in an address is no value, and prose has addresses too.
        let (before_address, is_media) = match values.split_once("://") {
            Some((before, _)) => (before, MEDIA.contains(name)),
            None => (*values, false),
        };
        let has_value = || has_key(before_address);
        !self.is_end && values.starts_with(' ') && (has_value() || is_media || is_closed())
    }
}

/// Whether there is a `key=`, as prose never has.
fn has_key(values: &str) -> bool {
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let mut before_equals = values.match_indices('=').map(|(at, _)| &values[..at]);
    before_equals.any(|before| before.ends_with(is_key))
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
            "[/]",
            "[x]",
            "[ gallery]",
            "[see https://x.ma/?a=1]",
            "[a=b]",
        ] {
            assert_eq!(first(text, &[]), None, "{text}");
        }
    }

    #[test]
    fn a_shortcode_is_known_by_its_name_or_its_values() {
        for (text, name, is_end) in [
            ("نص [gallery] بعده", "gallery", false),
            ("[gallery /]", "gallery", false),
            ("[[gallery]", "gallery", false),
            ("[vc_row]", "vc_row", false),
            ("[/box]", "box", true),
            ("[box id=1]", "box", false),
            ("[video https://x.ma/v.mp4]", "video", false),
            ("[1] [a [toc]]", "toc", false),
        ] {
            let code = first(text, &[]).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((code.name, code.is_end), (name, is_end), "{text}");
        }
    }

    #[test]
    fn values_may_stand_in_any_quotes() {
        let text = "نص [caption id=”a_1″ caption=«شرح» src='https://x.ma/a b' width=640] بعده";
        let code = first(text, &[]).unwrap();
        assert_eq!((code.name, code.is_end), ("caption", false));
        assert_eq!((code.before, code.after), ("نص ", " بعده"));
        assert_eq!(code.value("caption"), Some("شرح"));
        assert_eq!(code.value("title"), None);
        assert_eq!(code.address(), Some("https://x.ma/a"));
    }

    #[test]
    fn what_closes_somewhere_is_one_where_it_opens() {
        let closed = closed_in("[box]نص[/box] [/ x] [/] [/box] [/1a] [/b");
        assert_eq!(closed, ["box"]);
        assert!(first("[box]", &closed).is_some());
        assert!(first("[box]", &[]).is_none());
    }
}
