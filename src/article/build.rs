//! Draft → article: text decoded, addresses resolved and checked, the body cleaned.

mod text;

use super::body::{self, BodyContext};
use super::formats::Draft;
use super::formats::path::holds;
use super::formats::source::{
    ADDRESS, ALT, CAPTION, CREDIT, IMAGE, MOST, NAME, Source, Texts, WIDTH,
};
use super::{Article, Dir, Image, Link, SafeUrl, Stamp};
use crate::locale::direction;
use crate::locale::script::is_rtl;
use crate::platform::Platform;
use serde_json::Value;
use text::{collapsed, decoded, language_tag, without_cut};

/// What building needs besides the draft.
#[derive(Debug, Clone, Default)]
pub struct BuildContext<'a> {
    /// `data-base-url`, absolute: wins over the article's own address.
    pub base_url: Option<&'a str>,
    /// Where the JSON came from, absolute.
    pub source_url: &'a str,
    /// `data-author`, used when the source names none.
    pub author: Option<&'a str>,
    /// `data-lang`: wins over the source's.
    pub owner_language: Option<&'a str>,
    /// The host page's language, used when neither the owner nor the source says one. Without it, `ar`.
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
    let url = source.string("url").and_then(|url| absolute(&url));
    let base = context.base_url.and_then(absolute).or_else(|| url.clone());
    let builder = Builder {
        platform,
        source,
        base: base.as_ref().map_or(context.source_url, SafeUrl::as_str),
        secure: context.secure,
    };
    let title = builder.field("title").unwrap_or_default();
    let language = language(&source, context, &title);
    let mut lead = None;
    source.find("image", false, &mut |value| {
        widest(&source, value, &mut lead);
        lead.is_some()
    });
    let image = lead.and_then(|(image, width)| builder.image(image, width));
    let mut authors = builder.links("authors");
    if let (true, Some(name)) = (authors.is_empty(), context.author) {
        authors.extend(collapsed(name).map(|text| Link { text, url: None }));
    }
    let body_context = BodyContext {
        base: builder.base,
        secure: context.secure,
        language: &language,
        title: &title,
        lead_image: image.as_ref(),
    };
    let body = match page {
        Some(page) if draft.body.is_empty() && source.has("page") => {
            body::from_node(platform, page, &body_context)
        }
        _ => body::from_html(platform, &draft.body, &body_context),
    };
    Article {
        summary: builder.field("summary").and_then(without_cut),
        breadcrumb: builder.breadcrumb(url.as_ref(), &title),
        authors,
        published: builder.date("published", "published_utc"),
        modified: builder.date("modified", "modified_utc"),
        publisher: builder.links("publisher").into_iter().next(),
        tags: builder
            .links("tags")
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

/// The article's language: the owner's, the source's, the page's, else Arabic.
///
/// A page's region completes the source's language («ar» on an «ar-MA» page), and a page that runs left to right
/// says nothing about a headline in letters that run the other way.
fn language(source: &Source, context: &BuildContext, title: &str) -> String {
    if let Some(owner) = context.owner_language.and_then(language_tag) {
        return owner;
    }
    let said = source
        .string("language")
        .and_then(|said| language_tag(&said));
    let page = context.page_language.and_then(language_tag);
    match (said, page) {
        (Some(said), Some(page)) if page.split('-').next() == Some(&said) => page,
        (Some(said), _) => said,
        (None, Some(page)) if direction(&page) == Dir::Rtl || !title.chars().any(is_rtl) => page,
        _ => "ar".into(),
    }
}

struct Builder<'a, P> {
    platform: &'a P,
    source: Source<'a>,
    base: &'a str,
    secure: bool,
}

impl<'a, P: Platform> Builder<'a, P> {
    /// A short text as people read it; `None` if nothing is left.
    fn text(&self, written: Option<String>) -> Option<String> {
        let written = written?;
        if self.source.is_html(&written) {
            collapsed(&decoded(self.platform, &written))
        } else {
            collapsed(&written)
        }
    }

    fn field(&self, field: &str) -> Option<String> {
        self.text(self.source.string(field))
    }

    /// Names with their addresses: authors, steps, publishers, tags. Without those named twice.
    fn links(&self, field: &str) -> Vec<Link> {
        let mut out = Vec::new();
        self.source.find(field, true, &mut |value| {
            // A page may hold a breadcrumb for each of its sections; the first is enough.
            let enough = field == "breadcrumb" && value.is_array() && !out.is_empty();
            if !enough {
                // The tags may be one text with commas.
                let commas = field == "tags" && self.source.texts != Texts::Plain;
                self.add_links(value, commas, &mut out);
            }
            !out.is_empty()
        });
        out
    }

    /// Adds what `value` names: a text, an object, or a list of either.
    fn add_links(&self, value: &'a Value, commas: bool, out: &mut Vec<Link>) {
        match value {
            Value::Array(items) => {
                for item in items.iter().take(MOST) {
                    self.add_links(item, false, out);
                }
            }
            Value::Object(_) => {
                let whole = self.source.whole(value, NAME);
                let url = self.source.string_in(whole, ADDRESS);
                self.add_link(self.source.string_in(whole, NAME), url, out);
            }
            // A profile's address or a number in a name's place is no name.
            Value::String(text) if !holds(text, "://") => {
                let mut name = String::new();
                for c in text.chars() {
                    if commas && matches!(c, ',' | '،') {
                        self.add_link(Some(std::mem::take(&mut name)), None, out);
                    } else {
                        name.push(c);
                    }
                }
                self.add_link(Some(name), None, out);
            }
            _ => {}
        }
    }

    fn add_link(&self, name: Option<String>, url: Option<String>, out: &mut Vec<Link>) {
        if let Some(text) = self.text(name)
            && out.len() < MOST
            && !out.iter().any(|other| other.text == text)
        {
            let url = url.and_then(|url| SafeUrl::link(self.platform, &url, self.base));
            out.push(Link { text, url });
        }
    }

    /// The list the source gives, else home and the section. Without the article itself, which the view adds.
    fn breadcrumb(&self, url: Option<&SafeUrl>, title: &str) -> Vec<Link> {
        let mut out = self.links("breadcrumb");
        // schema.org's last step may leave its address out, being the page itself.
        let bare = out.len() > 1 && self.source.texts != Texts::Plain;
        let itself = |step: &Link| match &step.url {
            Some(address) => step.text == title || Some(address) == url,
            None => step.text == title || bare,
        };
        if out.last().is_some_and(itself) {
            out.pop();
        }
        if out.is_empty() {
            out = self.links("section");
            out.truncate(1);
            if !out.is_empty() {
                let site = url.map_or(self.base, SafeUrl::as_str);
                let url = SafeUrl::link(self.platform, "/", site);
                out.insert(
                    0,
                    Link {
                        text: String::new(),
                        url,
                    },
                );
            }
        }
        out
    }

    /// A date as written. Where it is written without a zone, the same instant in UTC says which zone that is.
    fn date(&self, field: &str, utc: &str) -> Option<Stamp> {
        let read = |field| Stamp::parse(&self.source.string(field)?);
        match (read(field), read(utc)) {
            (Some(local), Some(utc)) if local.offset.is_none() => Some(local.with_offset_from(utc)),
            (None, Some(utc)) => Some(Stamp {
                offset: utc.time.map(|_| 0),
                ..utc
            }),
            (local, _) => local,
        }
    }

    /// The lead image, read as the images of a body are.
    fn image(&self, image: &'a Value, width: Option<u32>) -> Option<Image> {
        let mut html = String::new();
        self.source.image(image, &mut html);
        let context = BodyContext {
            base: self.base,
            secure: self.secure,
            language: "",
            title: "",
            lead_image: None,
        };
        let mut nodes = body::from_html(self.platform, &html, &context);
        let mut found = nodes.last_mut()?.image.take()?;
        let said = |paths, field| {
            let own = self.text(self.source.string_in(image, paths));
            own.or_else(|| self.field(field))
        };
        found.alt = said(ALT, "image_alt").unwrap_or_default();
        found.caption = said(CAPTION, "image_caption");
        found.credit = said(CREDIT, "image_credit");
        found.width = found.width.or(width);
        Some(*found)
    }
}

/// Looks for images in `value` (an address, an object, or a list of either): of several the widest counts, and the
/// first of those. With its width, if that is said.
fn widest<'a>(source: &Source<'a>, value: &'a Value, best: &mut Option<(&'a Value, Option<u32>)>) {
    if let Value::Array(items) = value {
        for item in items.iter().take(MOST) {
            widest(source, item, best);
        }
        return;
    }
    let image = source.whole(value, IMAGE);
    let width = source.pixels(image, WIDTH);
    if best.is_none_or(|(_, most)| width > most) && source.image(image, &mut String::new()) {
        *best = Some((image, width));
    }
}
