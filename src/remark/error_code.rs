//! What an article can fail by, in one word.

use std::fmt;

use strum::{EnumIter, IntoStaticStr};

/// A code of `qari:error`, of `qari-prerender` and of the Worker (docs/TROUBLESHOOTING.md, "By error code").
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum ErrorCode {
    /// What the owner asks for cannot be had: no source, or one that is no address and no file.
    Config,
    /// No answer came.
    Network,
    /// The answer says by its status that it is no article.
    Http,
    /// The answer came too late.
    Timeout,
    /// The source is not JSON.
    NotJson,
    /// It is JSON of no known format.
    UnknownFormat,
    /// A known format with neither title nor body; or an empty list.
    EmptyArticle,
    /// The source has more than 10 MB.
    TooLarge,
    /// The full reader can't work in this page.
    WasmFailed,
    /// The page's policy forbids WebAssembly.
    WasmBlocked,
    /// A browser without what the reader needs.
    UnsupportedBrowser,
}

impl ErrorCode {
    /// As it is told: `not-json`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
