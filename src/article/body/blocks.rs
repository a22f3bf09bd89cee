//! Typed blocks → tree: the same tree and the same repair as for HTML.

use super::walk::Walker;
use super::{Element, Node, Tag};
use crate::article::draft::{Block, DraftImage, Text};
use crate::platform::{Platform, SourceNode};

impl<P: Platform> Walker<'_, P> {
    /// Adds one typed block.
    pub fn typed(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.leaf_of(Tag::P, text),
            Block::Heading(level, text) => {
                let tag = match level {
                    0..=2 => Tag::H2,
                    3 => Tag::H3,
                    4 => Tag::H4,
                    5 => Tag::H5,
                    _ => Tag::H6,
                };
                self.leaf_of(tag, text);
            }
            Block::List(ordered, items) => {
                self.within(if *ordered { Tag::Ol } else { Tag::Ul }, |walker| {
                    for item in items {
                        walker.within(Tag::Li, |walker| walker.content(item));
                    }
                });
            }
            Block::Quote(text, cite) => self.within(Tag::Blockquote, |walker| {
                walker.content(text);
                if let Some(cite) = cite {
                    walker.tree.boundary();
                    let open = walker.tree.open_inline(Tag::Cite, Vec::new());
                    walker.content(cite);
                    if open {
                        walker.tree.close_inline();
                    }
                }
            }),
            Block::Image(image) => self.picture(image),
            Block::Gallery(images) => self.within(Tag::Figure, |walker| {
                for image in images {
                    walker.picture(image);
                }
            }),
            Block::Table {
                caption,
                head,
                rows,
            } => self.within(Tag::Table, |walker| {
                if let Some(caption) = caption {
                    walker.leaf_of(Tag::Caption, caption);
                }
                if !head.is_empty() {
                    walker.within(Tag::Thead, |walker| walker.row(Tag::Th, head));
                }
                for row in rows {
                    walker.row(Tag::Td, row);
                }
            }),
            Block::Code(text, _) => {
                let mut code = Element::new(Tag::Code, Vec::new());
                code.children.push(Node::Text(text.clone()));
                let mut pre = Element::new(Tag::Pre, Vec::new());
                pre.children.push(Node::Element(code));
                if !text.trim().is_empty() {
                    self.tree.block(Node::Element(pre));
                }
            }
            Block::Embed(url, title) => {
                let title = title.as_ref().map(|title| self.plain(title));
                self.third_party(url, title.filter(|title| !title.is_empty()), None);
            }
            Block::Divider => self.tree.rule(),
            Block::Html(html) => {
                if let Some(body) = self.addresses.platform.parse(html) {
                    self.walk(&body);
                }
            }
        }
        self.tree.boundary();
    }

    fn leaf_of(&mut self, tag: Tag, text: &Text) {
        self.tree.close_leaf();
        self.tree.want = Some((tag, Vec::new()));
        self.content(text);
        self.tree.close_leaf();
        self.tree.want = None;
    }

    fn within(&mut self, tag: Tag, content: impl FnOnce(&mut Self)) {
        if self.tree.open_container(tag, Vec::new()) {
            let depth = self.tree.depth() - 1;
            content(self);
            self.tree.close_to(depth);
        }
    }

    fn row(&mut self, cell: Tag, texts: &[Text]) {
        self.within(Tag::Tr, |walker| {
            for text in texts {
                walker.within(cell, |walker| walker.content(text));
            }
        });
    }

    fn picture(&mut self, draft: &DraftImage) {
        let Some(image) = self.addresses.drafted(draft) else {
            return;
        };
        self.within(Tag::Figure, |walker| {
            walker.tree.image(image, false);
            for (text, tag) in [(&draft.caption, None), (&draft.credit, Some(Tag::Small))] {
                let Some(text) = text else { continue };
                walker.tree.boundary();
                let open = tag.is_some_and(|tag| walker.tree.open_inline(tag, Vec::new()));
                walker.content(text);
                if open {
                    walker.tree.close_inline();
                }
            }
        });
    }

    /// A text where the tree is: its HTML walked, or its lines.
    fn content(&mut self, text: &Text) {
        match text {
            Text::Html(html) => {
                if let Some(body) = self.addresses.platform.parse(html) {
                    self.walk(&body);
                }
            }
            Text::Plain(text) => {
                for (at, line) in text.split('\n').enumerate() {
                    if at > 0 {
                        self.tree.line_break();
                    }
                    self.tree.text(line);
                }
            }
        }
    }

    fn plain(&self, text: &Text) -> String {
        match text {
            Text::Plain(text) => text.clone(),
            Text::Html(html) => self
                .addresses
                .platform
                .parse(html)
                .map(|body| body.text_content())
                .unwrap_or_default(),
        }
    }
}
