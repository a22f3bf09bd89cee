//! Draft → article: text decoded, addresses resolved and checked, the body cleaned.

mod address;
mod byline;
mod image;
mod language;
mod links;
mod names;
mod opening;
mod summary;
mod text;

use std::cell::OnceCell;
use std::collections::HashMap;

use serde_json::Value;

use super::body::{self, BodyContext};
use super::formats::Draft;
use super::formats::path::Paths;
use super::formats::source::{self, Source, Texts, text_in};
use super::formats::table::Field;
use super::formats::{html, markdown};
use super::{Article, Link, SafeUrl, Stamp};
use crate::platform::{Platform, SourceNode};
use language::{Letters, language};
use names::person;
use text::{collapsed, decoded};

/// What building needs besides the draft.
#[derive(Debug, Clone, Default)]
pub struct BuildContext<'a> {
    /// `data-base-url`, absolute: wins over the article's own address.
    pub base_url: Option<&'a str>,
    /// Where the JSON came from, absolute.
    pub source_url: &'a str,
    /// `data-author`, used when the source names none.
    pub author: Option<&'a str>,
    /// `data-lang`: wins over the source's, where it can be that of the letters.
    pub owner_language: Option<&'a str>,
    /// The host page's language, used when neither the owner nor the source says one that can be. Without it, `ar`.
    pub page_language: Option<&'a str>,
    /// The page is https, so http images are tried as https.
    pub secure: bool,
}

/// Builds the article. Never fails: what cannot be read is left out.
///
/// `page` is the host page's own article, read only where the source has no body and says that the page has it
/// (JSON-LD). A breadcrumb step with an empty text is the site's home: the view has the word for it.
pub fn build<P: Platform>(
    platform: &P,
    draft: Draft,
    context: &BuildContext,
    page: Option<P::Node>,
) -> Article {
    let source = draft.source();
    let absolute = |url: &str| SafeUrl::media(platform, url, context.source_url);
    let owned = context.base_url.and_then(absolute);
    let home = owned.as_ref().map_or(context.source_url, SafeUrl::as_str);
    let url = address::shown(platform, source.text(Field::Url), home);
    let base = owned.clone().or_else(|| url.clone());
    let builder = Builder {
        platform,
        source,
        base: base.as_ref().map_or(context.source_url, SafeUrl::as_str),
        secure: context.secure,
        ids: OnceCell::new(),
    };
    let title = builder.text(source.first(Field::Title));
    let html = draft.body();
    let page = page.filter(|_| html.is_empty() && source.has(Field::Page));
    let mut letters = Letters::default();
    letters.add(&title);
    match &page {
        Some(page) => letters.add(&page.text_content()),
        None => letters.add_html(&html),
    }
    let language = language(&source, context, &letters);
    let image = builder.lead_image();
    let mut authors = builder.links(Field::Authors);
    if authors.is_empty() {
        authors.extend(context.author.and_then(named));
    }
    let body_context = BodyContext {
        base: builder.base,
        secure: context.secure,
        language: &language,
        title: &title,
        lead_image: image.as_ref(),
    };
    let parsed = match page {
        Some(_) => None,
        None => platform.parse(&html),
    };
    let mut body = match &page {
        Some(page) => body::from_node(platform, page, &body_context),
        None => body::from_parsed(platform, parsed.as_ref(), &html, &body_context),
    };
    byline::take_out(&mut body, &authors);
    Article {
        access: source.access(body.is_empty()),
        summary: builder.summary(&title, &body, page.or(parsed).as_ref()),
        breadcrumb: builder.breadcrumb(url.as_ref(), &title),
        authors,
        published: builder.date(Field::Published, Field::PublishedUtc),
        modified: builder.date(Field::Modified, Field::ModifiedUtc),
        publisher: builder.links(Field::Publisher).into_iter().next(),
        tags: builder
            .links(Field::Tags)
            .into_iter()
            .map(|tag| tag.text)
            .collect(),
        url,
        title,
        image,
        body,
        language: Some(language),
    }
}

/// The owner's name for the author, if it is one.
fn named(name: &str) -> Option<Link> {
    let text = person(&collapsed(name));
    (!text.is_empty()).then_some(Link {
        text,
        url: None,
        image: None,
    })
}

struct Builder<'a, P> {
    platform: &'a P,
    source: Source<'a>,
    base: &'a str,
    secure: bool,
    /// What the document says of each `@id`, collected when it is first asked for.
    ids: OnceCell<HashMap<&'a str, &'a Value>>,
}

impl<'a, P: Platform> Builder<'a, P> {
    /// What is known around a piece that is cleaned as a body is, without what a body must not repeat.
    fn piece(&self) -> BodyContext<'a> {
        BodyContext {
            base: self.base,
            secure: self.secure,
            ..BodyContext::default()
        }
    }

    /// A short text as people read it; empty if nothing is left.
    fn text(&self, value: &Value) -> String {
        let text = source::text(value);
        if value["format"] == "markdown" {
            collapsed(&decoded(self.platform, &markdown::to_html(text)))
        } else {
            self.plain(text)
        }
    }

    /// The same of a text that is by itself.
    fn plain(&self, written: &str) -> String {
        if self.source.is_html(written) {
            // What WordPress escapes twice was meant so.
            let written = match self.source.table.texts {
                Texts::Mixed => html::escaped_once(written),
                _ => written.into(),
            };
            collapsed(&decoded(self.platform, &written))
        } else {
            collapsed(written)
        }
    }

    /// A date as written. Where it is written without a zone, the same instant in UTC says which zone that is.
    fn date(&self, field: Field, utc: Field) -> Option<Stamp> {
        let read = |field| Stamp::parse(self.source.text(field));
        match (read(field), read(utc)) {
            (Some(local), Some(utc)) if local.offset.is_none() => Some(local.with_offset_from(utc)),
            (None, Some(utc)) => Some(Stamp {
                offset: utc.time.map(|_| 0),
                ..utc
            }),
            (local, _) => local,
        }
    }

    /// JSON-LD may give `{"@id": …}` alone and say the rest elsewhere in the document: `value`, or where it has not what
    /// is wanted, the object of that `@id` that says most.
    fn whole(&self, value: &'a Value, wanted: &Paths) -> &'a Value {
        let (Some(fields), Some(id)) = (value.as_object(), value["@id"].as_str()) else {
            return value;
        };
        if !text_in(value, wanted).is_empty() {
            return value;
        }
        let ids = self.ids.get_or_init(|| {
            let mut ids = HashMap::new();
            collect_ids(self.source.root, &mut ids);
            ids
        });
        match ids.get(id) {
            Some(other)
                if other
                    .as_object()
                    .is_some_and(|other| other.len() > fields.len()) =>
            {
                other
            }
            _ => value,
        }
    }
}

/// Keeps the fullest object of each `@id`.
fn collect_ids<'a>(value: &'a Value, ids: &mut HashMap<&'a str, &'a Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_ids(item, ids)),
        Value::Object(fields) => {
            if let Some(id) = fields.get("@id").and_then(Value::as_str) {
                let fullest = ids.entry(id).or_insert(value);
                if fullest
                    .as_object()
                    .is_some_and(|other| other.len() < fields.len())
                {
                    *fullest = value;
                }
            }
            fields.values().for_each(|field| collect_ids(field, ids));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
