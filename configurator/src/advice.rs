//! What mends a source that could not be read: one step, out of what the reader tells and what the server answered.

use qari_reader::article::formats::ReadError;

use crate::address::{with_scheme, wordpress};
use crate::embed::Embed;
use crate::outcome::{self, Answer, Told};

/// The next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// The source stands in the visitor's own page.
    InPage,
    /// The address is none of the web, or a host's without its scheme, which was looked for in this page's folder. What it is
    /// meant for, if that can be told.
    NeedsScheme(Option<String>),
    /// A page that came by https asks for nothing by http.
    Insecure,
    /// The server answers, but not to pages of other sites. Both are known.
    NotAllowed,
    /// There was no answer that this page may read. More is not known.
    NoAnswer,
    /// The server has nothing at this address. Where WordPress would have it, if that can be told.
    NothingThere(Option<String>),
    /// It is a page for people. Where WordPress would have its JSON, if that can be told.
    PageForPeople(Option<String>),
    /// It is no JSON from this place on.
    Broken {
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
    },
}

/// What there is to say of the source; nothing where it was read, or nothing is known yet.
pub fn advice(embed: &Embed, told: &Told, answer: &Answer) -> Option<Advice> {
    let written = embed.value("src").unwrap_or_default();
    if embed.inline.is_none() && embed.source().is_none() && !written.is_empty() {
        return Some(Advice::InPage);
    }
    if embed.refuses("src") || (embed.source().is_some() && embed.asked().is_none()) {
        return Some(Advice::NeedsScheme(with_scheme(written)));
    }
    if *answer == Answer::Insecure {
        return Some(Advice::Insecure);
    }
    if !matches!(told, Told::Failed { .. }) {
        return None;
    }
    if let Some(meant) = with_scheme(written) {
        return Some(Advice::NeedsScheme(Some(meant)));
    }
    match answer {
        Answer::NotAllowed => Some(Advice::NotAllowed),
        Answer::Unreachable => Some(Advice::NoAnswer),
        Answer::Status(404 | 410) => Some(Advice::NothingThere(
            embed.asked().as_deref().and_then(wordpress),
        )),
        Answer::Text(text) => of_text(text, embed),
        Answer::Status(_) | Answer::None | Answer::Insecure => None,
    }
}

fn of_text(text: &str, embed: &Embed) -> Option<Advice> {
    if outcome::read(text, embed).err() != Some(ReadError::NotJson) {
        return None;
    }
    if embed.inline.is_none() && text.trim_start().starts_with('<') {
        return Some(Advice::PageForPeople(
            embed.asked().as_deref().and_then(wordpress),
        ));
    }
    let error = serde_json::from_str::<serde_json::Value>(text).err()?;
    // serde_json counts bytes.
    let line = text
        .split('\n')
        .nth(error.line().checked_sub(1)?)?
        .as_bytes();
    let before = &line[..error.column().min(line.len())];
    Some(Advice::Broken {
        line: error.line(),
        column: String::from_utf8_lossy(before).chars().count().max(1),
    })
}
