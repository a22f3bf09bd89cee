//! What came of trying the article: what the reader in the preview tells, and what its source is.

use std::rc::Rc;

use qari_reader::article::formats::{self, Format, ReadError, ReadOptions};
use qari_reader::config::Config;
use qari_reader::remark::Remark;

use crate::embed::{Embed, site};
use crate::permissions::Wanted;

/// What the reader in the preview tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Told {
    /// Nothing yet.
    #[default]
    Waiting,
    /// `qari:ready`.
    Ready(Rc<Ready>),
    /// `qari:error`: the code, and the status of the answer if there was one.
    Failed {
        /// A code of the contract.
        code: String,
        /// Of HTTP.
        status: Option<u16>,
        /// The technical cause, in English.
        message: String,
    },
}

/// The detail of `qari:ready`, and what the article wants of other sites.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ready {
    /// The headline.
    pub title: String,
    /// The article's own address.
    pub url: String,
    /// The format's name.
    pub format: String,
    /// BCP 47.
    pub language: String,
    /// `rtl` or `ltr`.
    pub direction: String,
    /// How many there are.
    pub words: u32,
    /// At the usual speed.
    pub minutes: u32,
    /// What a policy must allow.
    pub wanted: Wanted,
}

/// What the article's server answered to this page itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Answer {
    /// Nothing was asked, or nothing has come yet.
    #[default]
    None,
    /// A text.
    Text(String),
    /// An error.
    Status(u16),
    /// It answers, but no page of another site may read it.
    NotAllowed,
    /// No answer that this page may read.
    Unreachable,
    /// A page that came by https may not ask for what comes by http.
    Insecure,
}

/// What the source is.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What it was taken for.
    pub format: Format,
    /// Why.
    pub reason: Remark,
    /// The JSON was broken and was mended.
    pub repaired: bool,
    /// What of `data-map` and `data-item` it has not.
    pub remarks: Vec<Remark>,
}

/// Reads a source as the reader does.
///
/// # Errors
/// Where there is no article in it.
pub fn read(text: &str, embed: &Embed) -> Result<Source, ReadError> {
    let written: Vec<(String, &str)> = embed
        .attributes
        .iter()
        .map(|(name, value)| (format!("data-{name}"), &**value))
        .collect();
    let (config, _) =
        Config::from_attributes(written.iter().map(|(name, value)| (&**name, *value)));
    let reading = formats::read(
        [text],
        ReadOptions {
            format: config.format,
            map: config.map.as_deref(),
            item: config.item.as_deref(),
        },
    )?;
    Ok(Source {
        format: reading.format,
        reason: reading.reason,
        repaired: reading.repaired,
        remarks: reading.remarks,
    })
}

/// Whether the browser of a page at `page` refuses to ask for `source` because it is not encrypted. Its own machine is
/// trusted.
pub fn is_insecure(page: &str, source: &str) -> bool {
    let is_local = site(source).is_some_and(|site| {
        ["http://localhost", "http://127.0.0.1"]
            .iter()
            .any(|local| site.starts_with(local))
    });
    page.starts_with("https:") && source.starts_with("http:") && !is_local
}
