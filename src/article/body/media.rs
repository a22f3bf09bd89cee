//! What a source shows besides text: images, players of third parties, film and sound.

use std::rc::Rc;

use super::embeds::{self, host_of};
use super::image::{Found, collapse, pixels};
use super::walk::{Undo, Walker};
use super::{Attr, Element, Node, Tag};
use crate::article::SafeUrl;
use crate::platform::{NodeKind, Platform, SourceNode};

impl<P: Platform> Walker<'_, P> {
    pub fn image(&mut self, node: &P::Node) {
        if self.tree.in_card {
            return;
        }
        match self.addresses.image(node, &self.offered) {
            Found::Image(image) => self.tree.image(image, self.noscript),
            Found::Sign(sign) if sign.is_empty() => self.tree.image_dropped(),
            Found::Sign(sign) => self.tree.text(&sign),
            Found::Nothing => {}
        }
    }

    /// What is shown without script: the twin of a lazy image or player, seldom more.
    pub fn noscript(&mut self, node: &P::Node) -> Option<Undo> {
        let outer = std::mem::replace(&mut self.noscript, true);
        // In a live page it is text that was never parsed.
        let raw = node
            .first_child()
            .filter(|_| self.live && !outer)
            .map(|child| child.kind());
        if let Some(NodeKind::Text(html)) = raw {
            if (html.contains("<img") || html.contains("<iframe"))
                && let Some(parsed) = self.addresses.platform.parse(&html)
            {
                let closed = Rc::clone(&self.tree.closed);
                self.walk(&parsed);
                self.tree.closed = closed;
            }
            self.noscript = outer;
            return None;
        }
        Some(Undo::Noscript(outer))
    }

    pub fn frame(&mut self, node: &P::Node) {
        let side = |name| node.attribute(name).and_then(|value| pixels(&value));
        let small = |name| side(name).is_some_and(|side| side <= 2);
        let sources = ["data-src", "data-lazy-src", "data-litespeed-src", "src"];
        let address = |name: &&str| node.attribute(name).filter(|url| !url.trim().is_empty());
        if let Some(url) = sources.iter().find_map(address)
            && !small("width")
            && !small("height")
        {
            self.third_party(&url, title(node), embeds::ratio(node));
        }
    }

    /// Film or sound: a link to the file.
    pub fn film(&mut self, node: &P::Node) {
        let mut source = node.attribute("src").or_else(|| node.attribute("data-src"));
        let mut child = node.first_child();
        while let Some(node) = child.filter(|_| source.is_none()) {
            source = node.attribute("src");
            child = node.next_sibling();
        }
        if let Some(url) = source.and_then(|raw| self.addresses.media(&raw)) {
            self.file_link(url, title(node));
        }
    }

    /// A link to a file, by its title or its name.
    pub fn file_link(&mut self, url: SafeUrl, title: Option<String>) {
        let name = url.as_str().rsplit('/').next().unwrap_or_default();
        let name = name.split(['?', '#']).next().unwrap_or_default();
        let readable = name.contains('.') && !name.contains('%');
        let name = if readable {
            name.to_owned()
        } else {
            String::new()
        };
        self.paragraph_link(url, title.unwrap_or(name));
    }

    /// A player of a known provider, or a link.
    pub fn third_party(&mut self, raw: &str, title: Option<String>, ratio: Option<(u32, u32)>) {
        let Some(url) = self.addresses.media(raw).filter(|_| !self.tree.in_card) else {
            return;
        };
        match embeds::find(self.addresses.platform, &url) {
            Some(mut embed) => {
                let again = self.noscript && self.last_embed.as_ref() == Some(&embed.link);
                self.last_embed = Some(embed.link.clone());
                embed.title = title;
                embed.ratio = ratio.unwrap_or(embed.ratio);
                if !again {
                    self.tree.block(Node::Embed(embed));
                }
            }
            None if self.noscript => {}
            None => self.paragraph_link(url, title.unwrap_or_default()),
        }
    }

    fn paragraph_link(&mut self, url: SafeUrl, text: String) {
        let host = host_of(url.as_str());
        let text = match (text.is_empty(), host.strip_prefix("www.").unwrap_or(host)) {
            (false, _) => text,
            (true, "") => url.as_str().into(),
            (true, host) => host.into(),
        };
        let mut link = Element::new(Tag::A, vec![Attr::Href(url)]);
        link.children.push(Node::Text(text));
        let mut paragraph = Element::new(Tag::P, Vec::new());
        paragraph.children.push(Node::Element(link));
        self.tree.block(Node::Element(paragraph));
    }
}

/// What a source element says about itself.
pub(super) fn title<N: SourceNode>(node: &N) -> Option<String> {
    let said = |name| node.attribute(name).map(|title| collapse(&title));
    said("title")
        .or_else(|| said("aria-label"))
        .filter(|title| !title.is_empty())
}
