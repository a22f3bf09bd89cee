//! Draft → article: text decoded, addresses resolved and checked, the body cleaned.

mod text;

use super::body::{self, BodyContext};
use super::draft::{Body, Draft, DraftImage, DraftLink, Text};
use super::{Article, Image, Link, SafeUrl, Stamp, Variant};
use crate::platform::Platform;
use text::{language_tag, without_cut};

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
    let language = [
        context.owner_language,
        draft.language.as_deref(),
        context.page_language,
    ]
    .into_iter()
    .flatten()
    .find_map(language_tag)
    .unwrap_or_else(|| "ar".into());
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
            language: &language,
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
            .and_then(without_cut),
        breadcrumb,
        authors,
        published: draft.published.and_then(|date| Stamp::parse(&date)),
        modified: draft.modified.and_then(|date| Stamp::parse(&date)),
        publisher: draft
            .publisher
            .and_then(|publisher| builder.link(publisher)),
        tags,
        url,
        language: Some(language),
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
    /// The text as people read it; `None` if nothing is left.
    fn text(&self, text: Text) -> Option<String> {
        text::plain(self.platform, text)
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
