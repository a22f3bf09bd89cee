//! What each kind of source element does to the tree.

use super::embeds::{self, host_of};
use super::image::{Found, collapse, pixels, styled};
use super::names::Kind;
use super::shortcodes::{self, Shortcode};
use super::walk::{Undo, Walker};
use super::{Attr, Element, Node, Tag, attributes, direction, finish};
use crate::article::SafeUrl;
use crate::platform::{NodeKind, Platform, SourceNode};

/// Shortcodes whose address is what they show.
const MEDIA: &[&str] = &["audio", "playlist", "video", "wpvideo", "youtube"];

impl<P: Platform> Walker<'_, P> {
    /// Whether the page did not show it: hidden, of no size, or furniture of the live page.
    pub fn is_hidden(&self, node: &P::Node, name: &str, kind: Kind) -> bool {
        if matches!(kind, Kind::Inline(tag) if tag != Tag::Span) {
            return false;
        }
        if node
            .attribute("hidden")
            .is_some_and(|value| value != "until-found")
        {
            return true;
        }
        if self.live {
            return self.tree.depth() == 1 && matches!(name, "nav" | "footer");
        }
        let Some(mut style) = node.attribute("style") else {
            return false;
        };
        style.retain(|c| !c.is_ascii_whitespace());
        style.make_ascii_lowercase();
        let none = |property| styled(&style, property) == Some(0);
        style
            .split(';')
            .any(|rule| rule.starts_with("display:none"))
            || (none("width") && none("height"))
    }

    /// A wrapper that loses its tag.
    pub fn block(&mut self, node: &P::Node) -> Undo {
        let mut said = attributes::directional(node);
        let base = direction::of_language(self.context.language);
        // What only repeats the article's direction says nothing about its blocks.
        said.retain(|attribute| *attribute != Attr::Dir(base));
        if said.is_empty() || self.tree.in_line_only() {
            self.tree.boundary();
            return Undo::Boundary;
        }
        let saved = self.save();
        attributes::inherit(&mut said, &self.tree.inherited);
        self.tree.inherited = said;
        Undo::Restore(saved)
    }

    pub fn leaf(&mut self, node: &P::Node, tag: Tag) -> Undo {
        if self.tree.in_line_only() {
            self.tree.boundary();
            return Undo::Boundary;
        }
        if tag != Tag::P {
            self.close_caption();
        }
        self.tree.close_leaf();
        if finish::needs_parent(tag) && !self.tree.make_room(tag) {
            return self.block(node);
        }
        let saved = self.save();
        self.tree.want = Some((tag, attributes::of(node, tag)));
        Undo::Restore(saved)
    }

    pub fn container(&mut self, node: &P::Node, tag: Tag, class: Option<&'static str>) -> Undo {
        if !self.tree.in_line_only() && tag != Tag::Figure {
            self.close_caption();
        }
        let mut attributes = attributes::of(node, tag);
        attributes.extend(class.map(Attr::Class));
        if self.tree.in_line_only() {
            return self.block(node);
        }
        let mut saved = self.save();
        if !self.tree.open_container(tag, attributes) {
            return self.block(node);
        }
        saved.depth = self.tree.depth() - 1;
        self.tree.want = None;
        self.tree.inherited.clear();
        Undo::Restore(saved)
    }

    pub fn inline(&mut self, node: &P::Node, tag: Tag) -> Undo {
        let mut kept = attributes::of(node, tag);
        match tag {
            Tag::A => match self.link(node) {
                Some(url) if self.tree.in_card => {
                    self.card = Some(url);
                    return Undo::Nothing;
                }
                Some(url) => kept.push(Attr::Href(url)),
                // A link that leads nowhere is text.
                None => return Undo::Nothing,
            },
            Tag::Span if kept.is_empty() => return Undo::Nothing,
            Tag::Bdo if !matches!(kept.first(), Some(Attr::Dir(_))) => return Undo::Nothing,
            // An editor's wrapper around a whole article, bold by its name only.
            Tag::B | Tag::I
                if node
                    .attribute("style")
                    .is_some_and(|style| is_plain(&style)) =>
            {
                return Undo::Nothing;
            }
            _ => {}
        }
        if self.tree.open_inline(tag, kept) {
            Undo::Inline
        } else {
            Undo::Nothing
        }
    }

    /// Where a link leads, unless that is a place in this article: its anchors are not kept.
    fn link(&self, node: &P::Node) -> Option<SafeUrl> {
        let raw = node.attribute("href")?;
        let base = self.context.base;
        let url = SafeUrl::link(self.addresses.platform, &raw, base)?;
        let page = base.split('#').next().unwrap_or(base);
        let inside = url
            .as_str()
            .strip_prefix(page)
            .is_some_and(|rest| rest.starts_with('#'));
        (!inside).then_some(url)
    }

    pub fn bookmark(&mut self) -> Undo {
        let saved = self.save();
        self.card = None;
        self.tree.in_card = true;
        Undo::Restore(saved)
    }

    pub fn bookmark_title(&mut self, node: &P::Node) -> Undo {
        let url = self.card.take().filter(|_| self.tree.in_card);
        let opened = url.is_some_and(|url| self.tree.open_inline(Tag::A, vec![Attr::Href(url)]));
        if opened {
            Undo::Inline
        } else {
            self.block(node)
        }
    }

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
                let closed = std::mem::take(&mut self.closed);
                self.walk(&parsed);
                self.closed = closed;
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
            let name = url.as_str().rsplit('/').next().unwrap_or_default();
            let name = name.split(['?', '#']).next().unwrap_or_default();
            let readable = name.contains('.') && !name.contains('%');
            let name = if readable {
                name.to_owned()
            } else {
                String::new()
            };
            self.paragraph_link(url, title(node).unwrap_or(name));
        }
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
        let text = if text.is_empty() {
            host.strip_prefix("www.").unwrap_or(host).into()
        } else {
            text
        };
        let mut link = Element::new(Tag::A, vec![Attr::Href(url)]);
        link.children.push(Node::Text(text));
        let mut paragraph = Element::new(Tag::P, Vec::new());
        paragraph.children.push(Node::Element(link));
        self.tree.block(Node::Element(paragraph));
    }

    /// Text, with what is left of shortcodes taken out of it.
    pub fn text(&mut self, text: &str) {
        let literal = [Tag::Code, Tag::Kbd, Tag::Samp];
        if self.tree.verbatim() || literal.iter().any(|tag| self.tree.within(*tag).is_some()) {
            return self.tree.text(text);
        }
        let closed = std::mem::take(&mut self.closed);
        let mut rest = text;
        while let Some(code) = shortcodes::first(rest, &closed) {
            self.tree.text(rest.get(..code.start).unwrap_or_default());
            self.shortcode(&code, &closed);
            rest = rest.get(code.end..).unwrap_or_default();
        }
        self.tree.text(rest);
        self.closed = closed;
    }

    fn shortcode(&mut self, code: &Shortcode, closed: &[String]) {
        match code.name {
            "caption" | "wp_caption" => {
                self.close_caption();
                let depth = self.tree.depth();
                if !code.closing
                    && closed.iter().any(|name| name == code.name)
                    && self.tree.open_container(Tag::Figure, Vec::new())
                {
                    let text = code.value(" caption").unwrap_or_default().to_owned();
                    self.caption = Some((depth, text));
                }
            }
            "embed" => {
                // The address between the two stands alone and becomes what it shows.
                self.tree.boundary();
            }
            name => {
                let Some(raw) = code.address().filter(|_| !code.closing) else {
                    return;
                };
                let url = self.addresses.media(raw);
                let known = url
                    .and_then(|url| embeds::find(self.addresses.platform, &url))
                    .is_some();
                if known || MEDIA.contains(&name) {
                    self.third_party(raw, None, None);
                }
            }
        }
    }

    /// Ends the figure of a caption shortcode.
    pub fn close_caption(&mut self) {
        if let Some((depth, text)) = self.caption.take() {
            if !text.is_empty() {
                self.tree.boundary();
                self.tree.text(&text);
            }
            self.tree.close_to(depth);
        }
    }
}

/// What a source element says about itself.
pub(super) fn title<N: SourceNode>(node: &N) -> Option<String> {
    let said = |name| node.attribute(name).map(|title| collapse(&title));
    said("title")
        .or_else(|| said("aria-label"))
        .filter(|title| !title.is_empty())
}

/// Whether an inline style takes back what the element is for.
fn is_plain(style: &str) -> bool {
    style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .any(|(name, value)| {
            matches!(name.trim(), "font-weight" | "font-style")
                && matches!(value.trim(), "normal" | "400")
        })
}
