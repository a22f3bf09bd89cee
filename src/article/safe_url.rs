//! A URL that may stand in a page: the one place where schemes are checked.

use serde::Serialize;

use crate::platform::Platform;

/// An absolute URL whose scheme was checked. Only the functions here can make one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SafeUrl(String);

/// Schemes a link may have (FORMATS.md, "What may remain").
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
