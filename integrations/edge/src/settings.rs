//! What the owner of the Worker decides, from its variables.

use std::collections::BTreeMap;
use std::str::FromStr;

use url::{Host, Url};

/// What the owner decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Hosts that articles may come from.
    pub sources: Vec<Pattern>,
    /// For development alone: host and port that are taken whatever they are.
    pub dev_sources: Vec<(String, u16)>,
    /// Sources may answer without encryption.
    pub http: bool,
    /// The folder of `qari.js`, with a slash at its end.
    pub base: String,
    /// Seconds for which an answer is fresh.
    pub max_age: u32,
    /// Seconds after that in which it is still given, while a new one is made.
    pub stale: u32,
    /// The largest source that is read, in bytes.
    pub max_bytes: u32,
    /// Milliseconds for everything that is asked of sources.
    pub timeout: u32,
    /// How often a source may lead elsewhere.
    pub redirects: u32,
}

/// One entry of the allow-list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// `news.example`; `.news.example` is any host below it, but not itself.
    host: String,
    /// `None` is the scheme's own.
    port: Option<u16>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            dev_sources: Vec::new(),
            http: false,
            base: "/".to_owned(),
            max_age: 300,
            stale: 86_400,
            max_bytes: 5_000_000,
            timeout: 10_000,
            redirects: 3,
        }
    }
}

impl Settings {
    /// Reads the variables `QARI_…`, as a JSON object of texts.
    ///
    /// # Errors
    ///
    /// A name is unknown or a value is not understood: a list of hosts with a slip must not be guessed at.
    pub fn read(variables: &str) -> Result<Self, String> {
        let variables: BTreeMap<String, String> =
            serde_json::from_str(variables).map_err(|error| error.to_string())?;
        let mut settings = Self::default();
        for (name, value) in &variables {
            let value = value.trim();
            settings
                .set(name, value)
                .ok_or_else(|| format!("{name}: {value:?} is not understood"))?;
        }
        Ok(settings)
    }

    fn set(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "QARI_SOURCES" => self.sources = words(value, Pattern::read)?,
            "QARI_DEV_SOURCES" => self.dev_sources = words(value, host_and_port)?,
            "QARI_HTTP" => self.http = switch(value)?,
            "QARI_BASE" => self.base = folder(value)?,
            "QARI_MAX_AGE" => self.max_age = number(value, 0, 31_536_000)?,
            "QARI_STALE" => self.stale = number(value, 0, 31_536_000)?,
            "QARI_MAX_BYTES" => self.max_bytes = number(value, 1, 10_000_000)?,
            "QARI_TIMEOUT" => self.timeout = number::<u32>(value, 1, 60)? * 1000,
            "QARI_REDIRECTS" => self.redirects = number(value, 0, 10)?,
            _ => return None,
        }
        Some(())
    }

    /// For how long an answer may be kept, as `Cache-Control` says it.
    pub fn cache_control(&self) -> String {
        format!(
            "public, max-age={}, stale-while-revalidate={}",
            self.max_age, self.stale
        )
    }
}

impl Pattern {
    /// `news.example`, `*.news.example`, `api.example:8443`. `*` alone is none: that would fetch for anyone.
    fn read(text: &str) -> Option<Self> {
        let (below, text) = match text.strip_prefix("*.") {
            Some(rest) if rest.contains('.') => (".", rest),
            Some(_) => return None,
            None => ("", text),
        };
        if text.contains(['*', '/']) {
            return None;
        }
        // The scheme only makes an address of it; a port of its own is said.
        let url = Url::parse(&format!("wss://{text}/")).ok()?;
        let is_host_alone = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !is_host_alone || !url.username().is_empty() {
            return None;
        }
        let host = format!("{below}{}", url.host_str()?.trim_end_matches('.'));
        let says_port = text
            .rsplit_once(':')
            .is_some_and(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
        let port = if says_port {
            url.port_or_known_default()
        } else {
            None
        };
        Some(Self { host, port })
    }

    /// Whether an address is at this host.
    pub fn admits(&self, url: &Url, host: &str) -> bool {
        let default = match url.scheme() {
            "http" => 80,
            _ => 443,
        };
        let is_host = match self.host.strip_prefix('.') {
            Some(_) => host.ends_with(&self.host) && host.len() > self.host.len(),
            None => host == self.host,
        };
        is_host && url.port_or_known_default() == Some(self.port.unwrap_or(default))
    }
}

/// What is between blanks and commas.
fn words<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .map(read)
        .collect()
}

fn host_and_port(text: &str) -> Option<(String, u16)> {
    let (host, port) = text.rsplit_once(':')?;
    let host = Host::parse(host).ok()?.to_string();
    Some((host, port.parse().ok()?))
}

fn switch(value: &str) -> Option<bool> {
    match value {
        "on" => Some(true),
        "off" | "" => Some(false),
        _ => None,
    }
}

/// An absolute address, or a path of the Worker's own host.
fn folder(value: &str) -> Option<String> {
    let is_path = value.starts_with('/') && !value.starts_with("//");
    let here = Url::parse("https://here.example/").ok();
    let url = Url::options()
        .base_url(here.as_ref().filter(|_| is_path))
        .parse(value)
        .ok()?;
    if !matches!(url.scheme(), "http" | "https")
        || url.query().is_some()
        || url.fragment().is_some()
    {
        return None;
    }
    let written = if is_path { url.path() } else { url.as_str() };
    Some(format!("{}/", written.trim_end_matches('/')))
}

fn number<N: FromStr + PartialOrd>(value: &str, least: N, most: N) -> Option<N> {
    let number = value.parse().ok()?;
    (least <= number && number <= most).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, value: &str) -> Result<Settings, String> {
        Settings::read(&format!("{{\"{name}\": \"{value}\"}}"))
    }

    #[test]
    fn a_slip_is_told_and_not_guessed_at() {
        for (name, value) in [
            ("QARI_SOURCE", "news.example"),
            ("QARI_SOURCES", "*"),
            ("QARI_SOURCES", "*.com"),
            ("QARI_SOURCES", "*.*.example"),
            ("QARI_SOURCES", "https://news.example"),
            ("QARI_SOURCES", "news.example/path"),
            ("QARI_SOURCES", "me@news.example"),
            ("QARI_DEV_SOURCES", "127.0.0.1"),
            ("QARI_HTTP", "yes"),
            ("QARI_BASE", "//cdn.example"),
            ("QARI_BASE", "qari"),
            ("QARI_TIMEOUT", "0"),
            ("QARI_MAX_BYTES", "1e9"),
        ] {
            let told = read(name, value).unwrap_err();
            assert!(told.contains(name), "{told}");
        }
    }

    #[test]
    fn a_folder_ends_in_a_slash() {
        let base = |value| read("QARI_BASE", value).unwrap().base;
        assert_eq!(
            base("https://cdn.example/qari"),
            "https://cdn.example/qari/"
        );
        assert_eq!(base("/"), "/");
        assert_eq!(base("/qari/"), "/qari/");
    }

    #[test]
    fn lists_are_read_with_blanks_and_commas() {
        let settings = read(
            "QARI_SOURCES",
            "News.Example, *.press.example  api.example:8443",
        )
        .unwrap();
        let hosts: Vec<(&str, Option<u16>)> = settings
            .sources
            .iter()
            .map(|pattern| (pattern.host.as_str(), pattern.port))
            .collect();
        assert_eq!(
            hosts,
            [
                ("news.example", None),
                (".press.example", None),
                ("api.example", Some(8443))
            ]
        );
    }
}
