//! A URL that may stand in a page: the one place where schemes are checked.

use serde::Serialize;

use crate::platform::Platform;

/// An absolute URL whose scheme was checked. Only the functions here can make one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SafeUrl(String);

/// Schemes a link may have.
const LINK_SCHEMES: [&str; 4] = ["http:", "https:", "mailto:", "tel:"];
/// Schemes of what is loaded: images, posters, players.
const MEDIA_SCHEMES: [&str; 2] = ["http:", "https:"];

impl SafeUrl {
    /// Checks a link target: resolved against `base`, one of http, https, mailto, tel.
    pub fn link<P: Platform>(platform: &P, raw: &str, base: &str) -> Option<Self> {
        Self::checked(platform, raw, base, &LINK_SCHEMES)
    }

    /// Checks the address of something to load: resolved against `base`, http or https.
    pub fn media<P: Platform>(platform: &P, raw: &str, base: &str) -> Option<Self> {
        Self::checked(platform, raw, base, &MEDIA_SCHEMES)
    }

    /// The same, as https where the page is: it would refuse to load it otherwise. What is on the device itself is loaded as it
    /// is (Secure Contexts, "Is origin potentially trustworthy?").
    pub fn secured<P: Platform>(platform: &P, raw: &str, base: &str, secure: bool) -> Option<Self> {
        let url = Self::media(platform, raw, base)?;
        match url.as_str().strip_prefix("http://") {
            Some(rest) if secure && !is_loopback(rest) => {
                Self::media(platform, &format!("https://{rest}"), "")
            }
            _ => Some(url),
        }
    }

    fn checked<P: Platform>(platform: &P, raw: &str, base: &str, schemes: &[&str]) -> Option<Self> {
        // Control characters hide a scheme from the eye ("java\tscript:"); they go before anything is read.
        let clean: String = raw.chars().filter(|c| !c.is_control()).collect();
        let clean = clean.trim();
        if clean.is_empty() {
            return None;
        }
        let url = platform.resolve(clean, base)?;
        schemes
            .iter()
            .any(|scheme| url.starts_with(scheme))
            .then_some(Self(url))
    }

    /// The URL, absolute and serialised.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether an address, without its scheme, is of the device itself.
fn is_loopback(address: &str) -> bool {
    let host = address.split(['/', ':']).next().unwrap_or_default();
    host == "localhost" || host == "127.0.0.1"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::Native;

    const BASE: &str = "https://example.ma/2024/khabar/";

    fn link(address: &str) -> Option<String> {
        SafeUrl::link(&Native, address, BASE).map(|url| url.0)
    }

    fn media(address: &str) -> Option<String> {
        SafeUrl::media(&Native, address, BASE).map(|url| url.0)
    }

    #[test]
    fn a_link_has_one_of_four_schemes() {
        for address in [
            "http://x.ma/",
            "https://x.ma/",
            "mailto:a@x.ma",
            "tel:+212537000000",
        ] {
            assert_eq!(link(address).as_deref(), Some(address));
        }
    }

    #[test]
    fn what_is_loaded_comes_by_http() {
        for address in ["http://x.ma/a.jpg", "https://x.ma/a.jpg"] {
            assert_eq!(media(address).as_deref(), Some(address));
        }
        for address in ["mailto:a@x.ma", "tel:+212537000000"] {
            assert_eq!(media(address), None, "{address}");
        }
    }

    #[test]
    fn no_other_scheme_is_let_through_however_it_is_written() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\n\rscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "java\u{0}script:alert(1)",
            "\u{85} javascript:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "data:image/svg+xml,x",
            "blob:https://x.ma/1",
            "file:///etc/passwd",
            "ftp://x.ma/",
            "about:blank",
            "httpx://x.ma/",
        ] {
            assert_eq!(link(address), None, "{address:?}");
            assert_eq!(media(address), None, "{address:?}");
        }
    }

    #[test]
    fn an_address_is_completed_by_the_articles() {
        for (address, absolute) in [
            ("/a", "https://example.ma/a"),
            ("a", "https://example.ma/2024/khabar/a"),
            ("//x.ma/a", "https://x.ma/a"),
            ("?a", "https://example.ma/2024/khabar/?a"),
            ("\u{a0} https://x.ma/a\nb ", "https://x.ma/ab"),
        ] {
            assert_eq!(link(address).as_deref(), Some(absolute));
            assert_eq!(media(address).as_deref(), Some(absolute));
        }
    }

    #[test]
    fn nothing_is_no_address() {
        for address in ["", " ", "\t\n", "\u{a0}"] {
            assert_eq!(link(address), None, "{address:?}");
        }
    }

    #[test]
    fn what_is_on_the_device_itself_stays_http() {
        let secured = |raw: &str| {
            SafeUrl::secured(&Native, raw, "https://news.example/", true).map(|url| url.0)
        };
        for (raw, wanted) in [
            ("http://news.example/a.jpg", "https://news.example/a.jpg"),
            ("http://localhost:9004/a.jpg", "http://localhost:9004/a.jpg"),
            ("http://127.0.0.1/a.jpg", "http://127.0.0.1/a.jpg"),
            ("http://localhost.example/a", "https://localhost.example/a"),
        ] {
            assert_eq!(secured(raw).as_deref(), Some(wanted));
        }
    }
}
