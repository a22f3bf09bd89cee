//! What is embedded: the attributes that the preview has and that the snippets write, out of one list.

use qari_reader::config::Notice;
use url::Url;

use crate::address;
use crate::rows::{Ask, ROWS, row_of};
use crate::state::{From, State};

/// The id of pasted JSON in a page.
pub const INLINE: &str = "article";

/// A reader with its attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Embed {
    /// The folder of Qari's files, with a slash at the end.
    pub files: String,
    /// Names without `data-`, and values, in the order of the form.
    pub attributes: Vec<(&'static str, String)>,
    /// JSON that stands in the page itself.
    pub inline: Option<String>,
    /// Where the article is to be read without Qari, if that is known.
    pub original: Option<String>,
    /// The language that the article turned out to have, if it is known.
    pub language: Option<String>,
    /// Its headline, if it is known.
    pub title: Option<String>,
    /// What of the settings is not taken; see [`Embed::judged`].
    pub refused: Vec<Notice>,
    /// The address of the preview's page, which relative addresses are resolved against.
    page: String,
}

impl Embed {
    /// What `state` says. `base` is the folder of this page.
    pub fn of(state: &State, base: &str) -> Self {
        let samples = format!("{base}demo/articles/");
        let mut values = state.values.clone();
        let mut inline = None;
        // As long as there is nothing of the visitor's own, the sample stays.
        let from = match state.from {
            From::Address if state.value("src").is_empty() => From::Sample,
            From::Pasted if state.pasted.trim().is_empty() => From::Sample,
            from => from,
        };
        match from {
            From::Sample => {
                values.insert("src", format!("{samples}{}", state.sample.file()));
                // The samples' pictures are named relative to their folder.
                values.entry("base-url").or_insert(samples);
            }
            From::Address => {}
            From::Pasted => {
                values.insert("src", format!("#{INLINE}"));
                inline = Some(state.pasted.clone());
            }
        }
        let attributes = ROWS
            .iter()
            .filter_map(|row| Some((row.name, values.remove(row.name)?)));
        Self {
            files: folder(&state.files).unwrap_or_else(|| base.to_owned()),
            attributes: attributes.collect(),
            inline,
            original: None,
            language: None,
            title: None,
            refused: Vec::new(),
            page: format!("{base}demo/host.html"),
        }
    }

    /// The value of an attribute, if it is set.
    pub fn value(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| *known == name)?;
        Some(value)
    }

    /// The height that is kept free for the article.
    pub fn reserved(&self) -> &str {
        self.value("min-height").unwrap_or("100vh")
    }

    /// The address of the article's JSON; `None` where it stands in the page, or there is none.
    pub fn source(&self) -> Option<&str> {
        self.value("src")
            .filter(|source| !source.starts_with('#') && !source.eq_ignore_ascii_case("page"))
    }

    /// The address that the preview asks for the article, if its source has one.
    pub fn asked(&self) -> Option<String> {
        self.absolute(self.source()?)
    }

    /// An address as the preview's page asks for it; one that is whole stays as it is written.
    pub fn absolute(&self, written: &str) -> Option<String> {
        if address::is_absolute(written) {
            return Some(written.to_owned());
        }
        address::absolute(&self.page, written)
    }

    /// Each attribute as it is written: `data-text-size` and `5`. One that is there or not has no value.
    pub fn written(&self) -> impl Iterator<Item = (String, Option<&str>)> {
        self.attributes.iter().map(|(name, value)| {
            let is_flag = row_of(name).is_some_and(|row| row.ask == Ask::Flag);
            (format!("data-{name}"), (!is_flag).then_some(value.as_str()))
        })
    }
}

/// A folder's address with a slash at its end, of its own or of the loader in it.
fn folder(written: &str) -> Option<String> {
    let written = written.trim().trim_end_matches("qari.js");
    if written.is_empty() {
        return None;
    }
    let slash = if written.ends_with('/') { "" } else { "/" };
    Some(format!("{written}{slash}"))
}

/// The site of an address: `https://news.example`.
pub fn site(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.origin().ascii_serialization())
}
