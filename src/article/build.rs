//! Draft → article: text decoded, addresses resolved and checked, the body cleaned.

use super::body::{self, BodyContext};
use super::draft::{Body, Draft, DraftImage, DraftLink, Text};
use super::{Article, Image, Link, SafeUrl, Stamp, Variant};
use crate::platform::{Platform, SourceNode};

/// What building needs besides the draft.
#[derive(Debug, Clone, Default)]
pub struct BuildContext<'a> {
    /// `data-base-url`, absolute: wins over the article's own address.
    pub base_url: Option<&'a str>,
    /// Where the JSON came from, absolute.
    pub source_url: &'a str,
    /// `data-author`, used when the source names none.
    pub author: Option<&'a str>,
    /// The language to take when neither the owner nor the source says one (the page's, else `ar`).
    pub language: &'a str,
    /// The page is https, so http images are tried as https.
    pub secure: bool,
}

/// Builds the article. Never fails: what cannot be read is left out.
///
/// `page` is the host page's own article, read only where the draft says that the body is there ([`Body::Page`]).
/// A breadcrumb step with an empty text is the site's home: the view has the word for it.
pub fn build<P: Platform>(
    platform: &P,
    draft: Draft,
    context: &BuildContext,
    page: Option<P::Node>,
) -> Article {
    let absolute = |url: &str, base: &str| SafeUrl::media(platform, url, base);
    let url = draft.url.and_then(|url| absolute(&url, context.source_url));
    let base = context
        .base_url
        .and_then(|base| absolute(base, context.source_url))
        .or_else(|| url.clone());
    let builder = Builder {
        platform,
        base: base.as_ref().map_or(context.source_url, SafeUrl::as_str),
        secure: context.secure,
    };
    let title = draft
        .title
        .and_then(|title| builder.text(title))
        .unwrap_or_default();
    let language = draft.language.and_then(|language| language_tag(&language));
    let image = draft.image.and_then(|image| builder.image(image));
    let mut authors = builder.links(draft.authors);
    if authors.is_empty() {
        authors.extend(context.author.and_then(|name| {
            builder.link(DraftLink {
                text: Text::Plain(name.into()),
                url: None,
            })
        }));
    }
    let mut breadcrumb = Vec::new();
    for step in draft.breadcrumb {
        let home = breadcrumb.is_empty() && step.text == Text::Plain(String::new());
        let text = builder.text(step.text).or_else(|| home.then(String::new));
        breadcrumb.extend(text.map(|text| Link {
            text,
            url: builder.address(step.url),
        }));
    }
    // The last step is often the article itself, which the view adds.
    if breadcrumb
        .last()
        .is_some_and(|last| last.text == title || last.url.is_some() && last.url == url)
    {
        breadcrumb.pop();
    }
    let mut tags: Vec<String> = Vec::new();
    for tag in draft.tags {
        if let Some(tag) = builder.text(tag).filter(|tag| !tags.contains(tag)) {
            tags.push(tag);
        }
    }
    let body = {
        let context = BodyContext {
            base: builder.base,
            secure: context.secure,
            language: language.as_deref().unwrap_or(context.language),
            title: &title,
            lead_image: image.as_ref(),
        };
        match draft.body {
            Body::None => Vec::new(),
            Body::Html(html) => body::from_html(platform, &html, &context),
            Body::Text(text) => body::from_text(&text),
            Body::Blocks(blocks) => body::from_blocks(platform, &blocks, &context),
            Body::Page => {
                page.map_or_else(Vec::new, |page| body::from_node(platform, page, &context))
            }
        }
    };
    Article {
        summary: draft
            .summary
            .and_then(|summary| builder.text(summary))
            .and_then(whole),
        breadcrumb,
        authors,
        published: draft.published.and_then(|date| Stamp::parse(&date)),
        modified: draft.modified.and_then(|date| Stamp::parse(&date)),
        publisher: draft
            .publisher
            .and_then(|publisher| builder.link(publisher)),
        tags,
        url,
        language,
        title,
        image,
        body,
    }
}

struct Builder<'a, P> {
    platform: &'a P,
    base: &'a str,
    secure: bool,
}

impl<P: Platform> Builder<'_, P> {
    /// The text as people read it: decoded once, white space drawn together; `None` if nothing is left.
    fn text(&self, text: Text) -> Option<String> {
        let text = match text {
            Text::Html(html) if html.contains(['&', '<']) => {
                match self.platform.parse(&spaced(&html)) {
                    Some(node) => node.text_content(),
                    None => without_parser(&html),
                }
            }
            Text::Html(text) | Text::Plain(text) => text,
        };
        let mut out = String::with_capacity(text.len());
        // Not the no-break space: it was put there to keep two words together.
        for word in text.split_ascii_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
        let trimmed = out.trim();
        if trimmed.len() < out.len() {
            out = trimmed.to_owned();
        }
        (!out.is_empty()).then_some(out)
    }

    fn address(&self, url: Option<String>) -> Option<SafeUrl> {
        SafeUrl::link(self.platform, &url?, self.base)
    }

    fn link(&self, link: DraftLink) -> Option<Link> {
        Some(Link {
            text: self.text(link.text)?,
            url: self.address(link.url),
        })
    }

    /// Without those named twice.
    fn links(&self, links: Vec<DraftLink>) -> Vec<Link> {
        let mut out: Vec<Link> = Vec::new();
        for link in links.into_iter().filter_map(|link| self.link(link)) {
            if !out.iter().any(|other| other.text == link.text) {
                out.push(link);
            }
        }
        out
    }

    /// The address of an image: http is tried as https where the page itself is.
    fn media(&self, url: &str) -> Option<SafeUrl> {
        let url = SafeUrl::media(self.platform, url, self.base)?;
        match url.as_str().strip_prefix("http:") {
            Some(rest) if self.secure => {
                let mut https = String::from("https:");
                https.push_str(rest);
                SafeUrl::media(self.platform, &https, self.base)
            }
            _ => Some(url),
        }
    }

    fn image(&self, image: DraftImage) -> Option<Image> {
        let url = self.media(&image.url)?;
        let mut variants: Vec<Variant> = Vec::new();
        for (variant, width) in image.variants {
            let place = variants
                .iter()
                .position(|other| other.width >= width)
                .unwrap_or(variants.len());
            if variants.get(place).is_none_or(|other| other.width != width)
                && let Some(variant) = self.media(&variant).filter(|variant| *variant != url)
            {
                variants.insert(
                    place,
                    Variant {
                        url: variant,
                        width,
                    },
                );
            }
        }
        let text = |text: Option<Text>| text.and_then(|text| self.text(text));
        Some(Image {
            url,
            alt: text(image.alt).unwrap_or_default(),
            caption: text(image.caption),
            credit: text(image.credit),
            width: image.width,
            height: image.height,
            variants,
        })
    }
}

/// HTML with a space before each tag that ends a line, which the text alone would lose: `a<br>b`.
fn spaced(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 8);
    for (count, part) in html.split('<').enumerate() {
        if count > 0 {
            let inline = !["br", "p", "/p", "/li", "/h", "/div"]
                .iter()
                .any(|tag| part.starts_with(tag));
            out.push_str(if inline { "<" } else { " <" });
        }
        out.push_str(part);
    }
    out
}

/// The text of HTML where no parser may be used (Trusted Types): tags left out, the commonest references decoded.
fn without_parser(html: &str) -> String {
    const NAMED: [(&str, char); 8] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("nbsp", '\u{a0}'),
        ("hellip", '…'),
        ("laquo", '«'),
        ("raquo", '»'),
    ];
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        rest = &after[1..];
        if after.starts_with('<') {
            out.push(' ');
            rest = rest.split_once('>').map_or("", |(_, rest)| rest);
            continue;
        }
        let reference = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '#')
            .and_then(|end| {
                let after = rest[end..].strip_prefix(';')?;
                let name = &rest[..end];
                let c = match name.strip_prefix('#') {
                    Some(number) => match number.strip_prefix(['x', 'X']) {
                        Some(hex) => u32::from_str_radix(hex, 16).ok(),
                        None => number.parse().ok(),
                    }
                    .and_then(char::from_u32),
                    None => NAMED
                        .iter()
                        .find(|(known, _)| *known == name)
                        .map(|(_, c)| *c),
                };
                Some((c?, after))
            });
        match reference {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

/// A summary without the «[…]» that says where WordPress cut it.
fn whole(summary: String) -> Option<String> {
    let cut = ["[…]", "[...]", "[..]"]
        .iter()
        .find_map(|mark| summary.strip_suffix(mark));
    let summary = cut.map_or(summary.as_str(), str::trim_end);
    (!summary.is_empty()).then(|| summary.to_owned())
}

/// A BCP 47 tag in its usual form (`ar_MA.UTF-8` → `ar-MA`); `None` if it is none (`Arabic`).
fn language_tag(written: &str) -> Option<String> {
    let written = written.trim();
    let written = written.split(['.', '@']).next().unwrap_or_default();
    let mut out = String::with_capacity(written.len());
    for (place, part) in written.split(['-', '_']).enumerate() {
        let length = if place == 0 { 2..=3 } else { 1..=8 };
        if !length.contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return None;
        }
        if place > 0 {
            out.push('-');
        }
        for (at, c) in part.chars().enumerate() {
            // Regions are written AA, scripts Aaaa, all else small.
            let capital = place > 0 && (part.len() == 2 || part.len() == 4 && at == 0);
            out.push(if capital {
                c.to_ascii_uppercase()
            } else {
                c.to_ascii_lowercase()
            });
        }
    }
    Some(out)
}
