//! The oEmbed answers of a list of articles, as files: for hosts that only send files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use url::Url;
use url::form_urlencoded::Serializer;

use crate::oembed::{self, Frame};
use crate::source::Source;
use crate::{Attributes, ErrorCode, Fault, Job, render};

/// The list, as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Where `embed.html` is: `https://cdn.example/v0/embed.html`.
    embed: Url,
    /// The folder in which the answers will be: `https://cdn.example/oembed/`.
    answers: Url,
    articles: Vec<Entry>,
}

/// An article of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// Its answer's name: `NAME.json`.
    name: String,
    /// As `data-src`: an http or https address.
    src: Url,
    /// The same article as a file, where the address does not answer yet. From the list's folder.
    file: Option<String>,
    /// The page that shows it, where the article does not say so itself.
    page: Option<Url>,
    /// The other attributes, without `data-`.
    #[serde(default)]
    attributes: serde_json::Map<String, serde_json::Value>,
    width: Option<u32>,
    height: Option<u32>,
}

/// Writes `NAME.json` into `out` for each article of the list `file`, and `links.html` with the line that each article's page has in
/// its head. What is wrong with an article is told, and the others are written; gives whether all were.
///
/// # Errors
///
/// The list can't be read, or `out` can't be written.
pub fn write(file: &Path, out: &Path) -> Result<bool> {
    let told = || file.display().to_string();
    let text = fs::read_to_string(file).with_context(told)?;
    let list: List = serde_json::from_str(&text).with_context(told)?;
    if !list.answers.path().ends_with('/') {
        bail!("{}: \"answers\" is a folder: it ends in a slash", told());
    }
    fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut links = String::new();
    let mut all = true;
    for entry in &list.articles {
        match answered(entry, &list, folder) {
            Ok((answer, link)) => {
                let path = out.join(format!("{}.json", entry.name));
                fs::write(&path, answer).with_context(|| path.display().to_string())?;
                links += &link;
            }
            Err(fault) => {
                eprintln!("oEmbed: {}: {fault}", entry.name);
                all = false;
            }
        }
    }
    fs::write(out.join("links.html"), links)?;
    Ok(all)
}

/// The answer of an article, and the line for its page.
fn answered(entry: &Entry, list: &List, folder: &Path) -> Result<(String, String), Fault> {
    let wrong = |message: String| Fault::new(ErrorCode::Config, message);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if entry.name.is_empty() || !entry.name.chars().all(is_plain) {
        return Err(wrong("a name is of letters, digits, - and _".to_owned()));
    }
    if !matches!(entry.src.scheme(), "http" | "https") {
        return Err(wrong(format!("{} is no http or https address", entry.src)));
    }
    let mut attributes = Attributes::new();
    for (name, value) in &entry.attributes {
        let Some(value) = value.as_str() else {
            return Err(wrong(format!("{name} is no text")));
        };
        attributes.push((name.clone(), value.to_owned()));
    }
    let source = match &entry.file {
        Some(file) => Source::File(folder.join(file)),
        None => Source::Web(entry.src.clone()),
    };
    let article = render(&Job {
        json: source.read()?.json,
        address: entry.src.to_string(),
        attributes: attributes.clone(),
    })?;
    // An attribute that is not taken in the frame either.
    for notice in &article.notices {
        eprintln!("oEmbed: {}: {notice}", entry.name);
    }
    let mut query = Serializer::new(String::new());
    query.append_pair("src", entry.src.as_str());
    query.extend_pairs(&attributes);
    let mut address = list.embed.clone();
    address.set_query(Some(&query.finish()));
    let link = entry.page.as_ref().unwrap_or(&entry.src);
    let frame = Frame {
        address: address.as_str(),
        link: link.as_str(),
        host: link.host_str().unwrap_or_default(),
        home: &link[..url::Position::BeforePath],
        width: entry.width.unwrap_or(oembed::WIDTH),
        height: entry.height.unwrap_or(oembed::HEIGHT),
    };
    let answer = list
        .answers
        .join(&format!("{}.json", entry.name))
        .map_err(|error| wrong(error.to_string()))?;
    Ok((
        oembed::answer(&article, &frame),
        oembed::discovery(&article, answer.as_str()),
    ))
}
