//! What becomes a link or a third party's player: frames, paragraphs that are nothing but an address.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::embeds::{self, host};
use super::image_file::path;
use super::image_source::may_keep_address;
use super::label::{Below, text_but};
use super::pixels::pixels;
use super::players::played;
use super::text::collapsed;
use super::tree::Cleaner;
use super::{Element, Embed, Node, Tag};
use crate::article::SafeUrl;
use crate::platform::{NodeKind, Platform, SourceAttributes, SourceNode};

/// Where lazy loaders keep a frame's address.
const FRAME_SOURCES: &[&str] = &[
    "data-src",
    "data-lazy-src",
    "data-litespeed-src",
    "src",
    "url",
];
/// Classes of Facebook's posts and films, which a script fills.
const OF_FACEBOOK: &[&str] = &["fb-post", "fb-video"];
/// Drawings that a script makes: their class, the attribute that has the rest of their address, how it begins.
const CHARTS: &[(&str, &str, &str)] = &[
    (
        "flourish-embed",
        "data-src",
        "https://public.flourish.studio/",
    ),
    ("infogram-embed", "data-id", "https://infogram.com/"),
];
/// The class of a quotation beside which its film stands.
const OF_TIKTOK: &str = "tiktok-embed";
/// Endings of what an element may be filled with.
const FILES: &[&str] = &[".mp4", ".webm", ".m4v", ".mp3", ".m4a", ".pdf"];
/// Attributes whose value is shown as it is, or leads somewhere.
const NO_FILES: &[&str] = &["title", "alt", "href", "id", "class", "aria-label"];
/// A frame with a side of so many pixels is one that counts readers.
const LARGEST_DOT: u32 = 2;

impl<P: Platform> Cleaner<'_, P> {
    /// A divider; none at the start, and no two together.
    pub fn add_rule(&mut self) {
        self.boundary();
        if !self.in_line_only() {
            self.add_block(Element::new(Tag::Hr).into());
        }
    }

    /// A frame of a third party.
    pub fn add_frame(&mut self, source: &SourceAttributes) {
        let is_copy = source.value("src").contains("#?secret=");
        if is_copy && std::mem::take(&mut self.embedded_post) {
            return;
        }
        let is_dot = |side| pixels(source.value(side)).is_some_and(|side| side <= LARGEST_DOT);
        if !is_dot("width") && !is_dot("height") {
            let address = self.frame_address(source).to_owned();
            self.add_third_party(&address, Some(source));
        }
    }

    /// What a frame holds in itself.
    pub fn frame_of_its_own(&self, source: &SourceAttributes) -> Option<P::Node> {
        let html = source.value("srcdoc");
        let is_whole = self.frame_address(source).is_empty() && !html.is_empty();
        is_whole.then(|| self.platform.parse(html)).flatten()
    }

    /// The place in the article that an address leads to, if it leads into the article.
    pub fn place_in(&self, href: &str) -> Option<String> {
        let place = match href.trim().strip_prefix('#') {
            Some(place) => place.to_owned(),
            // Most links lead elsewhere: nothing is resolved for those.
            None if !href.contains('#') => return None,
            None => {
                let url = SafeUrl::link(self.platform, href, self.context.base)?;
                let into = leads_into(&url, self.context.base);
                let (_, place) = url.as_str().split_once('#').filter(|_| into)?;
                place.to_owned()
            }
        };
        let decoded = percent_decode_str(&place).decode_utf8_lossy().into_owned();
        (!decoded.is_empty()).then_some(decoded)
    }

    /// Where a frame's address is: whoever asks for consent first may keep it under any name.
    fn frame_address<'a>(&self, source: &'a SourceAttributes) -> &'a str {
        let usual = FRAME_SOURCES.iter().map(|name| source.value(name));
        let usual = usual.filter(|address| !address.is_empty() && !address.starts_with("about:"));
        let all = || usual.clone().chain(kept_addresses(source));
        // Whoever asks for consent leaves a page of their own in `src`.
        let suppressed = source.iter().find(|(name, value)| {
            name.contains("src") && !FRAME_SOURCES.contains(name) && is_address(value)
        });
        all()
            .find(|address| self.is_known(address))
            .or(suppressed.map(|(_, address)| address))
            .or_else(|| all().next())
            .unwrap_or_default()
    }

    pub fn is_known(&self, address: &str) -> bool {
        let url = self.media_url(address);
        url.is_some_and(|url| embeds::find(self.platform, &url).is_some())
    }

    /// The address of a known provider in an element that a script would fill; `None` if it has text of its own.
    pub fn waiting_embed<'a>(
        &self,
        node: &P::Node,
        source: &'a SourceAttributes,
    ) -> Option<Cow<'a, str>> {
        let mut classes = source.value("class").split_ascii_whitespace();
        let is_facebook = classes.clone().any(|class| OF_FACEBOOK.contains(&class));
        let mut charts = CHARTS
            .iter()
            .filter(|(class, ..)| classes.clone().any(|own| own == *class));
        if let Some((_, attribute, address)) =
            charts.find(|(_, name, _)| source.get(name).is_some())
        {
            return Some([address, source.value(attribute)].concat().into());
        }
        let mut kept = kept_addresses(source).chain([source.value("cite")]);
        let of_facebook = || Some(source.value("data-href")).filter(|_| is_facebook);
        let address = kept
            .find(|address| self.is_known(address))
            .or_else(of_facebook)
            .filter(|address| is_address(address))
            .map(Cow::Borrowed)
            .or_else(|| embeds::named(source).map(Cow::Owned))
            .or_else(|| embeds::kept_id(source))
            .or_else(|| self.quoted(node, source).map(Cow::Owned))?;
        let may_have_text = is_facebook || classes.any(|class| class == OF_TIKTOK);
        // The button that would start it is no text of its own.
        (may_have_text || text_but(node, "button").is_empty()).then_some(address)
    }

    /// The address of the post that a quotation without a text is of.
    fn quoted(&self, node: &P::Node, source: &SourceAttributes) -> Option<String> {
        if !source.value("class").contains("tweet") && source.value("cite").is_empty() {
            return None;
        }
        let links = Below::all(node).map(|node| node.attributes().value("href").to_owned());
        links.filter(|address| self.is_known(address)).last()
    }

    /// A link to a file, by its title or its name.
    pub fn add_file_link(&mut self, url: &SafeUrl, title: &str) {
        let file = path(url.as_str()).rsplit_once('/');
        // Not a name that is percent-encoded, nor the last step of an address that is no file.
        let name = file.map(|(_, name)| name);
        let name = name.filter(|name| name.contains('.') && !name.contains('%'));
        match name {
            Some(name) if title.is_empty() => self.add_link(url, name),
            _ => self.add_link(url, title),
        }
    }

    /// A player of a known provider, or a link; `source` says how large it is, and its title.
    pub fn add_third_party(&mut self, address: &str, source: Option<&SourceAttributes>) {
        let Some(url) = self.media_url(address) else {
            return;
        };
        if self.now.in_card {
            return;
        }
        // The frame of a post of another site: people read the post itself.
        let post = url
            .as_str()
            .split_once("embed/#?secret=")
            .map(|(post, _)| post);
        let url = post.and_then(|post| self.media_url(post)).unwrap_or(url);
        let title = source.map(title).unwrap_or_default();
        let in_noscript = self.fallbacks > 0;
        let embed = embeds::find(self.platform, &url);
        let link = embed.as_ref().map_or(&url, |embed| &embed.link).clone();
        let is_copy = in_noscript
            && self
                .last_embed
                .as_ref()
                .is_some_and(|last| embeds::is_same(last, &link));
        self.last_embed = Some(link);
        if let Some(mut embed) = embed {
            embed.title = title;
            if let Some(source) = source {
                embed.set_ratio(source);
            }
            if !is_copy {
                self.add_block(embed.into());
            } else if let Some(last) = self.last_block()
                && let Node::Embed(shown) = last
            {
                shown.complete(embed);
            }
        } else if !is_copy {
            match played(&url) {
                Some(tag) => self.add_player(tag, url, None, source),
                None if is_file(url.as_str()) => self.add_file_link(&url, &title),
                None => self.add_link(&url, &title),
            }
        }
    }

    /// A paragraph with a link; nothing for what leads nowhere but into the article itself.
    fn add_link(&mut self, url: &SafeUrl, title: &str) {
        if leads_into(url, self.context.base) {
            return;
        }
        let host = host(url.as_str());
        let host = host.strip_prefix("www.").unwrap_or(host);
        let names = [title, host, url.as_str()];
        let name = names.into_iter().find(|name| !name.is_empty());
        let link = Element::link(url, name.unwrap_or_default());
        self.add_block(Element::around(Tag::P, link).into());
    }

    /// A paragraph that is nothing but an address, as sites write what they want shown, becomes the player or a link;
    /// so does each line of a paragraph.
    pub fn show_addresses(&self, paragraph: Element) -> Vec<Node> {
        let is_break = |node: &Node| node.is(Tag::Br);
        let mut lines = paragraph.children.split(is_break);
        if paragraph.tag != Tag::P || !lines.any(|line| self.embed_of(line).is_some()) {
            return vec![self.show_address(paragraph)];
        }
        let mut shown = Vec::new();
        let mut rest = Element {
            attributes: paragraph.attributes.clone(),
            ..Element::new(Tag::P)
        };
        for line in paragraph.children.split(is_break) {
            if let Some(embed) = self.embed_of(line) {
                if !rest.children.is_empty() {
                    let children = std::mem::take(&mut rest.children);
                    let attributes = rest.attributes.clone();
                    rest.attributes.place = None;
                    shown.push(
                        Element {
                            children,
                            attributes,
                            tag: Tag::P,
                        }
                        .into(),
                    );
                }
                shown.push(embed.into());
            } else {
                if !rest.children.is_empty() {
                    rest.children.push(Element::new(Tag::Br).into());
                }
                rest.children.extend_from_slice(line);
            }
        }
        if !rest.children.is_empty() {
            shown.push(rest.into());
        }
        shown
    }

    /// What a line that is nothing but the address of a known provider shows.
    fn embed_of(&self, line: &[Node]) -> Option<Embed> {
        let (address, _) = lone_address(line)?;
        let url = match address.starts_with("www.") {
            true => self.media_url(&format!("https://{address}")),
            false => self.media_url(address),
        };
        embeds::find(self.platform, &url?)
    }

    fn show_address(&self, paragraph: Element) -> Node {
        let lone = (paragraph.tag == Tag::P)
            .then(|| lone_address(&paragraph.children))
            .flatten();
        let Some((address, is_linked)) = lone else {
            return paragraph.into();
        };
        if let Some(embed) = self.embed_of(&paragraph.children) {
            return embed.into();
        }
        let url = SafeUrl::link(self.platform, address, self.context.base);
        let is_plain = is_linked || address.starts_with("www.");
        let Some(url) = url.filter(|_| !is_plain) else {
            return paragraph.into();
        };
        let link = Element::link(&url, address);
        Node::Element(Element {
            children: vec![link.into()],
            ..paragraph
        })
    }
}

/// Whether an address is that of a film, a sound or a document.
pub(super) fn is_file(address: &str) -> bool {
    let path = path(address).to_ascii_lowercase();
    FILES.iter().any(|ending| path.ends_with(ending))
}

/// The address of the film, the sound or the document that an empty element is to show, in an attribute of any name.
pub(super) fn waiting_file<'a, N: SourceNode>(
    node: &N,
    source: &'a SourceAttributes,
) -> Option<&'a str> {
    let (_, file) = source
        .iter()
        .find(|(name, value)| !NO_FILES.contains(name) && is_file(value))?;
    let is_element = |node: N| matches!(node.kind(), NodeKind::Element(_));
    let is_empty = !node.children().any(is_element) && node.text_content().trim().is_empty();
    is_empty.then_some(file)
}

/// Whether a quotation stands below its post or film as well.
pub(super) fn is_quoted_beside(source: &SourceAttributes) -> bool {
    let mut classes = source.value("class").split_ascii_whitespace();
    classes.any(|class| class == "fb-post" || class == OF_TIKTOK)
}

/// Addresses in attributes of any name that a script would read.
fn kept_addresses<'a>(source: &'a SourceAttributes) -> impl Iterator<Item = &'a str> {
    let kept = source.iter().filter(|(name, _)| may_keep_address(name));
    kept.map(|(_, value)| value)
        .filter(|value| is_address(value))
}

/// Whether a value is an address with a host.
pub(super) fn is_address(value: &str) -> bool {
    let starts = ["https://", "http://", "//"];
    starts.iter().any(|start| value.trim().starts_with(start))
}

/// The address that a line is nothing but, and whether it is a link.
fn lone_address(line: &[Node]) -> Option<(&str, bool)> {
    let [only] = line else {
        return None;
    };
    let (text, is_linked) = match only {
        Node::Text(text) => (text, false),
        Node::Element(link) if link.tag == Tag::A => match link.children.as_slice() {
            [Node::Text(text)] => (text, true),
            _ => return None,
        },
        Node::Element(_) | Node::Image(_) | Node::Embed(_) => return None,
    };
    let starts = ["https://", "http://", "www."];
    let is_address =
        starts.iter().any(|start| text.starts_with(start)) && !text.contains([' ', '\n']);
    is_address.then_some((text, is_linked))
}

/// Whether the address is that of a place in the article at `base`.
pub(super) fn leads_into(url: &SafeUrl, base: &str) -> bool {
    let article = base.split_once('#').map_or(base, |(article, _)| article);
    let place = url.as_str().split_once('#');
    place.is_some_and(|(page, _)| alike(page) == alike(article))
}

/// An address without its scheme and the last slash: what makes no other page of it.
fn alike(page: &str) -> &str {
    let page = page.split_once("://").map_or(page, |(_, page)| page);
    page.trim_end_matches('/')
}

/// What a source element says about itself; empty if nothing.
pub(super) fn title(source: &SourceAttributes) -> String {
    collapsed(source.first_of(&["title", "aria-label"]))
}
