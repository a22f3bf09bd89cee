//! What each kind of source element does to the tree.

use std::rc::Rc;

use super::image::styled;
use super::names::Kind;
use super::shortcodes::{self, Shortcode};
use super::walk::{Undo, Walker};
use super::{Attr, Tag, attributes, direction, embeds, finish};
use crate::article::SafeUrl;
use crate::platform::{Platform, SourceNode};

/// Shortcodes whose address is what they show.
const MEDIA: &[&str] = &["audio", "playlist", "video", "wpvideo", "youtube"];

/// What footnotes have as the way back to the text.
const BACK: &[&str] = &["↩", "↩\u{fe0e}", "↑", "⤴", "^"];

/// Where a link leads.
enum Link {
    To(SafeUrl),
    /// To a place in this article, whose anchors are not kept.
    Inside,
    Nowhere,
}

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

    pub fn inline(&mut self, node: &P::Node, tag: Tag) -> Option<Undo> {
        let mut kept = attributes::of(node, tag);
        match tag {
            Tag::A => match self.link(node) {
                Link::To(url) if self.tree.in_card => {
                    self.card = Some(url);
                    return Some(Undo::Nothing);
                }
                Link::To(url) => kept.push(Attr::Href(url)),
                // The way back from a footnote leads nowhere here.
                Link::Inside if BACK.contains(&node.text_content().trim()) => return None,
                // A link that leads nowhere is text.
                _ => return Some(Undo::Nothing),
            },
            Tag::Span if kept.is_empty() => return Some(Undo::Nothing),
            Tag::Bdo if !matches!(kept.first(), Some(Attr::Dir(_))) => return Some(Undo::Nothing),
            // An editor's wrapper around a whole article, bold by its name only.
            Tag::B | Tag::I
                if node
                    .attribute("style")
                    .is_some_and(|style| is_plain(&style)) =>
            {
                return Some(Undo::Nothing);
            }
            _ => {}
        }
        Some(if self.tree.open_inline(tag, kept) {
            Undo::Inline
        } else {
            Undo::Nothing
        })
    }

    /// Where a link leads.
    fn link(&self, node: &P::Node) -> Link {
        let base = self.context.base;
        let raw = node.attribute("href");
        let url = raw.and_then(|raw| SafeUrl::link(self.addresses.platform, &raw, base));
        let page = base.split('#').next().unwrap_or(base);
        match url {
            Some(url)
                if url
                    .as_str()
                    .strip_prefix(page)
                    .is_some_and(|at| at.starts_with('#')) =>
            {
                Link::Inside
            }
            Some(url) => Link::To(url),
            None => Link::Nowhere,
        }
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

    /// Text, with what is left of shortcodes taken out of it.
    pub fn text(&mut self, text: &str) {
        if self.tree.literal() {
            return self.tree.text(text);
        }
        let closed = Rc::clone(&self.tree.closed);
        let mut rest = text;
        while let Some(code) = shortcodes::first(rest, &closed) {
            self.tree.text(rest.get(..code.start).unwrap_or_default());
            self.shortcode(&code, &closed);
            rest = rest.get(code.end..).unwrap_or_default();
        }
        self.tree.text(rest);
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
                let Some(url) = self.addresses.media(raw) else {
                    return;
                };
                if embeds::find(self.addresses.platform, &url).is_some() {
                    self.third_party(raw, None, None);
                } else if MEDIA.contains(&name) {
                    self.file_link(url, None);
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
