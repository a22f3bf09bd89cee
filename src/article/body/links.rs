//! What becomes a link or a player: frames, film and sound, paragraphs that are nothing but an address.

use super::embeds::{self, host};
use super::image_file::path;
use super::pixels::pixels;
use super::text::collapsed;
use super::tree::Cleaner;
use super::{Element, Node, Tag};
use crate::article::SafeUrl;
use crate::platform::{Platform, SourceAttributes, SourceNode};

/// Where lazy loaders keep a frame's address.
const FRAME_SOURCES: &[&str] = &["data-src", "data-lazy-src", "data-litespeed-src", "src"];
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
            self.add_third_party(source.first_of(FRAME_SOURCES), Some(source));
        }
    }

    /// Film or sound: a link to the file.
    pub fn add_film(&mut self, node: &P::Node, source: &SourceAttributes) {
        let mut address = source.first_of(&["src", "data-src"]).to_owned();
        if address.is_empty() {
            let mut offered = node
                .children()
                .map(|child| child.attributes().value("src").to_owned());
            address = offered.find(|src| !src.is_empty()).unwrap_or_default();
        }
        if let Some(url) = self.media_url(&address) {
            self.add_file_link(&url, &title(source));
        }
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
        let in_noscript = self.noscripts > 0;
        if let Some(mut embed) = embeds::find(self.platform, &url) {
            let is_copy = in_noscript && self.last_embed.as_ref() == Some(&embed.link);
            self.last_embed = Some(embed.link.clone());
            embed.title = title;
            if let Some(source) = source {
                embed.set_ratio(source);
            }
            if !is_copy {
                self.add_block(embed.into());
            }
        } else if !in_noscript {
            self.add_link(&url, &title);
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

    /// A paragraph that is nothing but an address, as sites write what they want shown, becomes the player or a link.
    pub fn show_address(&self, paragraph: Element) -> Node {
        let Some((address, is_linked)) = lone_address(&paragraph) else {
            return paragraph.into();
        };
        if let Some(url) = self.media_url(address)
            && let Some(embed) = embeds::find(self.platform, &url)
        {
            return embed.into();
        }
        let url = SafeUrl::link(self.platform, address, self.context.base);
        let Some(url) = url.filter(|_| !is_linked) else {
            return paragraph.into();
        };
        let link = Element::link(&url, address);
        Node::Element(Element {
            children: vec![link.into()],
            ..paragraph
        })
    }
}

/// The address that a paragraph is nothing but, and whether it is a link.
fn lone_address(paragraph: &Element) -> Option<(&str, bool)> {
    let [only] = paragraph.children.as_slice() else {
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
    let is_address = (text.starts_with("https://") || text.starts_with("http://"))
        && !text.contains([' ', '\n']);
    (paragraph.tag == Tag::P && is_address).then_some((text, is_linked))
}

/// Whether the address is that of a place in the article at `base`.
pub(super) fn leads_into(url: &SafeUrl, base: &str) -> bool {
    let article = base.split_once('#').map_or(base, |(article, _)| article);
    url.as_str()
        .strip_prefix(article)
        .is_some_and(|place| place.starts_with('#'))
}

/// What a source element says about itself; empty if nothing.
fn title(source: &SourceAttributes) -> String {
    collapsed(source.first_of(&["title", "aria-label"]))
}
