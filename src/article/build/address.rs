//! The article's own address, as it may be shown and shared.

use crate::article::SafeUrl;
use crate::platform::Platform;

/// What is no address, though programs write it in an address's place, or at the end of one.
const NOTHING: &[&str] = &["null", "undefined"];
/// Parts of the names of values in an address that open doors: `apikey`, `access_token`.
const KEYS: &[&str] = &["key", "token", "secret", "password", "signature"];

/// The address that a source gives, without the keys in it.
pub(super) fn shown<P: Platform>(platform: &P, written: &str, base: &str) -> Option<SafeUrl> {
    let last = written.trim().trim_end_matches('/').rsplit('/').next()?;
    if NOTHING
        .iter()
        .any(|nothing| last.eq_ignore_ascii_case(nothing))
    {
        return None;
    }
    let url = SafeUrl::media(platform, written, base)?;
    if !url.as_str().contains('?') {
        return Some(url);
    }
    SafeUrl::media(platform, &without_keys(url.as_str()), "")
}

/// The address without the values of its query that are keys.
fn without_keys(url: &str) -> String {
    let (page, fragment) = url
        .split_once('#')
        .map_or((url, ""), |(page, _)| (page, &url[page.len()..]));
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let kept: Vec<&str> = query.split('&').filter(|value| !is_key(value)).collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    [path, mark, &kept.join("&"), fragment].concat()
}

/// Whether `name=value` is a key.
fn is_key(value: &str) -> bool {
    let name = value
        .split('=')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    KEYS.iter().any(|key| name.ends_with(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::Native;

    #[test]
    fn an_address_keeps_its_query_but_for_keys() {
        for (written, address) in [
            ("/a?p=5", "https://x.example/a?p=5"),
            ("/a?p=5&key=abc#b", "https://x.example/a?p=5#b"),
            ("/a?apiKey=abc", "https://x.example/a"),
            ("/a?access_token=1&x", "https://x.example/a?x"),
        ] {
            let url = shown(&Native, written, "https://x.example/api");
            assert_eq!(url.as_ref().map(SafeUrl::as_str), Some(address));
        }
    }

    #[test]
    fn what_a_program_writes_for_nothing_is_none() {
        for written in ["null", "/null", "https://x.example/null", "undefined", ""] {
            assert_eq!(
                shown(&Native, written, "https://x.example/"),
                None,
                "{written}"
            );
        }
    }
}
