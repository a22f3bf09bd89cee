//! Draft → article: text decoded, addresses resolved and checked, the body cleaned.

mod text;

use super::body::{self, BodyContext};
use super::formats::body::{How, write};
use super::formats::path::holds;
use super::formats::source::{
    ADDRESS, ALT, CAPTION, CREDIT, IMAGE, MOST, NAME, Source, Texts, WIDTH, first, pixels, string,
    string_in, whole,
};
use super::formats::{self, Draft};
use super::{Article, Image, Link, SafeUrl, Stamp};
use crate::json::{Json, Kind};
use crate::language::Dir;
use crate::language::direction;
use crate::language::is_rtl;
use crate::locale::template::cut;
use crate::platform::Platform;
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
    let owned = context.base_url.and_then(absolute);
    let home = owned.as_ref().map_or(context.source_url, SafeUrl::as_str);
    let url = SafeUrl::media(platform, source.string("url"), home);
    let base = owned.clone().or_else(|| url.clone());
    let builder = Builder {
        platform,
        source,
        base: base.as_ref().map_or(context.source_url, SafeUrl::as_str),
        secure: context.secure,
    };
    let title = builder.text(source.first("title"));
    let language = language(&source, context, &title);
    let mut lead = None;
    source.find("image", false, &mut |value| {
        widest(value, &mut lead);
        lead.is_some()
    });
    let image = lead.and_then(|(image, width)| builder.image(image, width));
    let mut authors = builder.links("authors");
    if let (true, Some(name)) = (authors.is_empty(), context.author) {
        let text = collapsed(name);
        if !text.is_empty() {
            authors.push(Link { text, url: None });
        }
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
        summary: without_cut(builder.text(source.first("summary"))),
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
    let said = language_tag(source.string("language"));
    let page = context.page_language.and_then(language_tag);
    match (said, page) {
        (Some(said), Some(page)) if cut(&page, "-").0 == said => page,
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
    /// A short text as people read it; empty if nothing is left.
    fn text(&self, written: Json) -> String {
        let text = string(written);
        if written.get("format").text() == "markdown" {
            let mut html = String::new();
            write(text, How::Markdown, &mut html);
            collapsed(&decoded(self.platform, &html))
        } else {
            self.plain(text)
        }
    }

    /// The same of a text that is by itself.
    fn plain(&self, written: &str) -> String {
        if self.source.is_html(written) {
            collapsed(&decoded(self.platform, written))
        } else {
            collapsed(written)
        }
    }

    /// Names with their addresses: authors, steps, publishers, tags. Without those named twice.
    fn links(&self, field: &str) -> Vec<Link> {
        let mut out = Vec::new();
        self.source.find(field, true, &mut |value| {
            // A page may hold a breadcrumb for each of its sections; the first is enough.
            let enough = field == "breadcrumb" && value.kind() == Kind::List && !out.is_empty();
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
    fn add_links(&self, value: Json, commas: bool, out: &mut Vec<Link>) {
        match value.kind() {
            Kind::List => {
                // The steps of schema.org's lists say where they stand.
                for place in 0..=MOST {
                    for (_, item) in value.fields().take(MOST) {
                        let said = match item.kind() {
                            Kind::Object => pixels(item, "position") as usize,
                            _ => 0,
                        };
                        if said.min(MOST) == place {
                            self.add_links(item, false, out);
                        }
                    }
                }
            }
            Kind::Object => {
                let whole = whole(value, NAME);
                self.add_link(string_in(whole, NAME), string_in(whole, ADDRESS), out);
            }
            // A profile's address or a number in a name's place is no name.
            Kind::Text if !holds(value.text(), "://") => {
                let mut rest = value.text();
                while !rest.is_empty() {
                    let (name, next) = cut(rest, if commas { ",،" } else { "" });
                    self.add_link(name, "", out);
                    rest = next;
                }
            }
            _ => {}
        }
    }

    fn add_link(&self, name: &str, url: &str, out: &mut Vec<Link>) {
        let text = self.plain(name);
        if !text.is_empty() && out.len() < MOST && !out.iter().any(|other| other.text == text) {
            let url = SafeUrl::link(self.platform, url, self.base);
            out.push(Link { text, url });
        }
    }

    /// The list the source gives, else home and the section. Without the article itself, which the view adds.
    fn breadcrumb(&self, url: Option<&SafeUrl>, title: &str) -> Vec<Link> {
        let mut out = self.links("breadcrumb");
        // schema.org's last step may leave its address out, being the page itself.
        let bare = out.len() > 1 && holds(self.source.map, "BreadcrumbList");
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
        let read = |field| Stamp::parse(self.source.string(field));
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
    fn image(&self, image: Json, width: u32) -> Option<Image> {
        let mut html = String::new();
        formats::body::image(image, &mut html);
        let context = BodyContext {
            base: self.base,
            secure: self.secure,
            language: "",
            title: "",
            lead_image: None,
        };
        let mut nodes = body::from_html(self.platform, &html, &context);
        let Some(body::Node::Image(mut found)) = nodes.pop() else {
            return None;
        };
        let said = |paths, field| {
            let own = self.text(first(image, paths));
            let text = if own.is_empty() {
                self.text(self.source.first(field))
            } else {
                own
            };
            (!text.is_empty()).then_some(text)
        };
        found.alt = said(ALT, "image_alt").unwrap_or_default();
        found.caption = said(CAPTION, "image_caption");
        found.credit = said(CREDIT, "image_credit");
        found.width = found.width.or((width > 0).then_some(width));
        Some(*found)
    }
}

/// Looks for images in `value` (an address, an object, or a list of either): of several the widest counts, and the
/// first of those. With its width, if that is said, else 0.
fn widest<'a>(value: Json<'a>, best: &mut Option<(Json<'a>, u32)>) {
    if value.kind() == Kind::List {
        for (_, item) in value.fields().take(MOST) {
            widest(item, best);
        }
        return;
    }
    let image = whole(value, IMAGE);
    let width = pixels(image, WIDTH);
    if best.is_none_or(|(_, most)| width > most) && formats::body::image(image, &mut String::new())
    {
        *best = Some((image, width));
    }
}
