//! What a source shows besides text: images, players of third parties, film and sound.

use super::embeds::{self, host_of};
use super::image::{doubt, pixels, same_file, stem};
use super::source::{attribute, leads_into};
use super::text::{collapsed, cut_last};
use super::tree::{Cleaner, Last};
use super::{Embed, Node, Tag};
use crate::article::{Image, SafeUrl};
use crate::locale::template::cut;
use crate::platform::{Platform, SourceNode};

impl<P: Platform> Cleaner<'_, P> {
    /// The address of something to load, as https where the page is.
    pub fn media(&self, raw: &str) -> Option<SafeUrl> {
        let url = SafeUrl::media(self.platform, raw, self.context.base)?;
        match url.as_str().strip_prefix("http://") {
            Some(rest) if self.context.secure => {
                SafeUrl::media(self.platform, &("https://".to_owned() + rest), "")
            }
            _ => Some(url),
        }
    }

    /// An image, in the link around it unless that leads to the image itself.
    ///
    /// Lazy images have a copy of themselves in a `noscript` beside them: of the two only the first stays.
    pub fn add_image(&mut self, image: Box<Image>) {
        let before = std::mem::replace(&mut self.last, Last::Other);
        let noscript = self.noscript > 0;
        let key = stem(image.url.as_str()).to_owned();
        let copy = key == self.last_image;
        match before {
            Last::Dropped if noscript => return,
            Last::Image if noscript => return self.merge_twin(&image),
            Last::Noscript if copy && !noscript => return self.merge_twin(&image),
            _ if copy && noscript => return,
            _ => {}
        }
        let first = self.last_image.is_empty();
        self.last_image = key;
        if first
            && let Some(lead) = self.context.lead_image
            && stem(lead.url.as_str()) == self.last_image
        {
            self.last = Last::Dropped;
            if lead.caption.is_some() && self.top() == Tag::Figure {
                self.captionless = self.path.len();
            }
            return;
        }
        let mut node = Node::new(Tag::Image);
        node.image = Some(image);
        if let Some(around) = self.within(Tag::A)
            && !same_file(around.attributes.href(), &self.last_image)
        {
            let attributes = around.attributes.clone();
            node = Node::around(Tag::A, node);
            node.attributes = attributes;
        }
        self.block(node);
        self.last = if noscript {
            Last::Noscript
        } else {
            Last::Image
        };
    }

    /// What the twin knows and the image did not say.
    fn merge_twin(&mut self, twin: &Image) {
        let mut last = self
            .path
            .last_mut()
            .and_then(|open| open.children.last_mut());
        while let Some(node) = last {
            let Some(image) = &mut node.image else {
                // It is in a link.
                last = node.children.first_mut();
                continue;
            };
            if doubt(&image.url) > 0 {
                image.url.clone_from(&twin.url);
                image.variants.clone_from(&twin.variants);
            }
            if image.alt.is_empty() {
                image.alt.clone_from(&twin.alt);
            }
            if image.width.is_none() || image.height.is_none() {
                (image.width, image.height) = (twin.width, twin.height);
            }
            return;
        }
    }

    /// A divider; none at the start, and no two together.
    pub fn rule(&mut self) {
        self.boundary();
        if !self.in_line_only() {
            self.block(Node::new(Tag::Hr));
        }
    }

    pub fn frame(&mut self, node: &P::Node) {
        let small = |name| pixels(&attribute(node, name)).is_some_and(|side| side <= 2);
        if small("width") || small("height") {
            return;
        }
        let url = attribute(node, "data-src data-lazy-src data-litespeed-src src");
        self.third_party(&url, Some(node));
    }

    /// Film or sound: a link to the file.
    pub fn film(&mut self, node: &P::Node) {
        let mut source = attribute(node, "src data-src");
        let mut child = node.first_child();
        while source.is_empty()
            && let Some(node) = child
        {
            source = attribute(&node, "src");
            child = node.next_sibling();
        }
        if let Some(url) = self.media(&source) {
            self.file_link(&url, title(node));
        }
    }

    /// A link to a file, by its title or its name.
    pub fn file_link(&mut self, url: &SafeUrl, mut title: String) {
        if title.is_empty() {
            let path = cut(url.as_str(), "?#").0;
            if let Some((_, name)) = cut_last(path, b'/')
                && cut(name, ".").0.len() < name.len()
                && cut(name, "%").0.len() == name.len()
            {
                title = name.into();
            }
        }
        self.paragraph_link(url, title);
    }

    /// A player of a known provider, or a link; `node` says how large it is, and its title.
    pub fn third_party(&mut self, raw: &str, node: Option<&P::Node>) {
        let Some(url) = self.media(raw) else { return };
        if self.now.in_card {
            return;
        }
        let title = node.map(title).unwrap_or_default();
        if let Some(mut embed) = embeds::find(self.platform, url.as_str()) {
            let again = self.noscript > 0 && self.last_embed == embed.link.as_str();
            self.last_embed = embed.link.as_str().into();
            embed.title = title;
            if let Some(node) = node {
                embeds::set_ratio(&mut embed, node);
            }
            if !again {
                self.block(player(embed));
            }
        } else if self.noscript == 0 {
            self.paragraph_link(&url, title);
        }
    }

    /// Nothing for what leads nowhere but into the article itself.
    fn paragraph_link(&mut self, url: &SafeUrl, mut text: String) {
        if leads_into(url.as_str(), self.context.base) {
            return;
        }
        if text.is_empty() {
            let host = host_of(url.as_str());
            text = host.strip_prefix("www.").unwrap_or(host).into();
        }
        if text.is_empty() {
            text = url.as_str().into();
        }
        self.block(Node::around(Tag::P, link(url, Node::text(&text))));
    }

    /// A paragraph that is nothing but an address, as sites write what they want shown, becomes the player or a link.
    pub fn show_address(&self, mut paragraph: Node) -> Node {
        let [first] = paragraph.children.as_slice() else {
            return paragraph;
        };
        let (linked, text) = match first.children.as_slice() {
            [inner] if first.tag == Tag::A => (true, inner.text.as_str()),
            _ => (false, first.text.as_str()),
        };
        if paragraph.tag != Tag::P
            || !(text.starts_with("https://") || text.starts_with("http://"))
            || cut(text, " \n").0.len() < text.len()
        {
            return paragraph;
        }
        if let Some(url) = self.media(text)
            && let Some(embed) = embeds::find(self.platform, url.as_str())
        {
            return player(embed);
        }
        if !linked
            && let Some(url) = SafeUrl::link(self.platform, text, self.context.base)
            && let Some(text) = paragraph.children.pop()
        {
            paragraph.children.push(link(&url, text));
        }
        paragraph
    }
}

/// What a source element says about itself; empty if nothing.
fn title<N: SourceNode>(node: &N) -> String {
    collapsed(&attribute(node, "title aria-label"))
}

/// A third party's player.
fn player(embed: Box<Embed>) -> Node {
    let mut node = Node::new(Tag::Embed);
    node.embed = Some(embed);
    node
}

/// A link around a node.
fn link(url: &SafeUrl, node: Node) -> Node {
    let mut link = Node::around(Tag::A, node);
    link.attributes.set_href(url);
    link
}
