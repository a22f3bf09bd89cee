//! What a source has beside its body and a reader wants with it: the updates of a live blog, the files of a feed.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde_json::Value;

use super::Format;
use super::body::add_text;
use super::html::{attribute, exact, lines_with_entities};
use super::image;
use super::path::Paths;
use super::source::{IMAGE, MOST, Source, Texts, first_in, text, text_in};
use super::table::Field;
use crate::article::Stamp;
use crate::article::body::{decoded, film_id};

static HEADLINE: LazyLock<Paths> = LazyLock::new(|| Paths::new(&["headline", "name"]));
static TIME: LazyLock<Paths> =
    LazyLock::new(|| Paths::new(&["datePublished", "dateCreated", "dateModified"]));
static TEXT: LazyLock<Paths> =
    LazyLock::new(|| Paths::new(&["articleBody", "text", "description"]));
static FILM: LazyLock<Paths> = LazyLock::new(|| Paths::new(&["contentUrl"]));
static PLAYER: LazyLock<Paths> = LazyLock::new(|| Paths::new(&["embedUrl", "url"]));
static POSTER: LazyLock<Paths> =
    LazyLock::new(|| Paths::new(&["thumbnailUrl", "thumbnail.url", "thumbnail.contentUrl"]));

/// How a file is shown, by the start of its type.
const FILES: &[(&str, &str)] = &[("audio/", "audio"), ("video/", "video")];

impl<'a> Source<'a> {
    /// Adds the updates of a live blog, each with its headline and its time. Where the body has them already, that is
    /// the copy that goes: it has neither.
    pub(super) fn add_updates(&self, parts: &mut Vec<Cow<'a, str>>) {
        self.each(Field::Updates, &mut |value| {
            let updates = list(value);
            let is_in = |update: &'a Value| {
                let said = text_in(update, &TEXT);
                !said.is_empty() && parts.iter().any(|part| part.contains(said))
            };
            // Two of them say it of all.
            if let [first, .., last] = updates
                && is_in(first)
                && is_in(last)
            {
                parts.clear();
            }
            for update in updates {
                add_update(update, parts);
            }
            true
        });
    }

    /// Adds the files that belong to the article and are not in its body.
    pub(super) fn add_attachments(&self, parts: &mut Vec<Cow<'a, str>>) {
        // They are no body where that is kept, or stands in the page.
        if parts.is_empty() && (self.has(Field::Page) || self.has(Field::Password)) {
            return;
        }
        let page = self.text(Field::Url);
        self.each(Field::Attachments, &mut |value| {
            for file in list(value).iter().take(MOST) {
                let is_in = |url: &str| parts.iter().any(|part| part.contains(url));
                let html = if self.table.format == Format::JsonLd {
                    let is_film = |url: &str| parts.iter().any(|part| has_film(part, url));
                    Some(recording(file, &|url| url == page || is_film(url)))
                } else {
                    let url =
                        Some(text_in(file, &IMAGE)).filter(|url| !url.is_empty() && !is_in(url));
                    url.and_then(|url| attachment(file, url))
                };
                parts.extend(html.filter(|html| !html.is_empty()).map(Cow::Owned));
            }
            // What other paths give belongs to it too.
            false
        });
    }
}

pub(super) fn list(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        _ => std::slice::from_ref(value),
    }
}

fn add_update<'a>(update: &'a Value, parts: &mut Vec<Cow<'a, str>>) {
    let (headline, said) = (text_in(update, &HEADLINE), first_in(update, &TEXT));
    let media = media(update, text(said));
    if headline.is_empty() && said.is_null() && media.is_empty() {
        return;
    }
    if !headline.is_empty() {
        parts.push(format!("<h2>{}</h2>", lines_with_entities(headline)).into());
    }
    if let Some(time) = Stamp::parse(text_in(update, &TIME)) {
        // The view has the words for a time that is written as machines write it.
        let iso = time.iso();
        parts.push(format!("<p><time datetime=\"{iso}\">{iso}</time></p>").into());
    }
    add_text(said, Texts::Mixed, parts);
    parts.extend((!media.is_empty()).then_some(media.into()));
}

/// The pictures and films of an update that do not stand in its text.
fn media(update: &Value, said: &str) -> String {
    let mut html = String::new();
    for picture in list(&update["image"]).iter().take(MOST) {
        if image::address(picture).is_some_and(|address| !said.contains(address)) {
            html.extend(image::figure(picture));
        }
    }
    let recordings = ["video", "audio"].map(|name| list(&update[name]).iter().take(MOST));
    for film in recordings.into_iter().flatten() {
        html += &recording(film, &|url| has_film(said, url));
    }
    html
}

/// How long the id of a film is at least, to be no other word.
const ID: usize = 6;

/// Whether HTML has a film: its address, with entities or without, or for a known player its id.
fn has_film(html: &str, url: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let has_id = |id: &str| {
        html.match_indices(id).any(|(at, _)| {
            !html[..at].ends_with(is_word) && !html[at + id.len()..].starts_with(is_word)
        })
    };
    let plain = decoded(url);
    ["&", "&amp;", "&#038;", "&#38;"]
        .iter()
        .any(|sign| html.contains(&plain.replace('&', sign)))
        || film_id(&plain).is_some_and(|id| id.len() >= ID && has_id(id))
}

/// A film or a sound of schema.org's, or else its player; empty if it has neither, or `is_in` says that it is there already.
fn recording(recording: &Value, is_in: &dyn Fn(&str) -> bool) -> String {
    let file = text_in(recording, &FILM);
    let player = match recording {
        Value::String(url) => url,
        _ => text_in(recording, &PLAYER),
    };
    let title = attribute("title", text_in(recording, &HEADLINE));
    let embedded = text(&recording["embedUrl"]);
    let url = if file.is_empty() { player } else { file };
    let src = attribute("src", &decoded(url));
    if url.is_empty() || is_in(url) || !embedded.is_empty() && is_in(embedded) {
        String::new()
    } else if file.is_empty() {
        format!("<iframe{src}{title}></iframe>")
    } else if text(&recording["@type"]).contains("Audio") {
        format!("<audio{src}{title}></audio>")
    } else {
        let poster = attribute("poster", text_in(recording, &POSTER));
        format!("<video{src}{poster}{title}></video>")
    }
}

/// A file as the body shows such things: sound and film, a picture, a link.
fn attachment(file: &Value, url: &str) -> Option<String> {
    let kind = text(&file["mime_type"]);
    let title = text(&file["title"]);
    if kind.starts_with("image/") {
        return image::figure(file);
    }
    let element = FILES.iter().find(|(start, _)| kind.starts_with(start));
    Some(match element {
        Some((_, name)) => {
            let (src, title) = (attribute("src", url), attribute("title", title));
            format!("<{name}{src}{title}></{name}>")
        }
        None => {
            let name = if title.is_empty() {
                file_name(url)
            } else {
                title
            };
            format!("<p><a{}>{}</a></p>", attribute("href", url), exact(name))
        }
    })
}

/// The last step of an address.
fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let name = path.trim_end_matches('/').rsplit('/').next();
    name.unwrap_or(url)
}
