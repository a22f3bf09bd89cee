//! Apple News Format: a tree of components, whose roles are many.

use super::{Format, Source, Texts, markdown, source::string};
use crate::article::draft::{Block, Body, Draft, DraftLink, Text};
use serde_json::Value;

pub(super) const FORMAT: Format = Format {
    name: "applenews",
    marks: "components.role",
    map: "title: title; url: metadata.canonicalURL; language: language; published: metadata.datePublished; \
          modified: metadata.dateModified; authors: metadata.authors; image: metadata.thumbnailURL; \
          summary: metadata.excerpt; tags: metadata.keywords; components: components; \
          id: identifier | metadata.canonicalURL",
    texts: Texts::Mixed,
    finish,
};

/// What becomes of a role. One that is not here is a paragraph if it has a text, its children if it has components.
#[derive(Clone, Copy)]
enum Role {
    Heading(u8),
    Quote,
    Image,
    Gallery,
    Embed,
    Table,
    Divider,
    /// Said elsewhere in the article, or nothing that is read.
    Nothing,
}

const ROLES: &[(&str, Role)] = &[
    ("title", Role::Heading(2)),
    ("heading", Role::Heading(2)),
    ("heading1", Role::Heading(2)),
    ("heading2", Role::Heading(3)),
    ("heading3", Role::Heading(4)),
    ("heading4", Role::Heading(5)),
    ("heading5", Role::Heading(6)),
    ("heading6", Role::Heading(6)),
    ("quote", Role::Quote),
    ("pullquote", Role::Quote),
    ("photo", Role::Image),
    ("image", Role::Image),
    ("figure", Role::Image),
    ("portrait", Role::Image),
    ("gallery", Role::Gallery),
    ("mosaic", Role::Gallery),
    ("embedwebvideo", Role::Embed),
    ("embedvideo", Role::Embed),
    ("video", Role::Embed),
    ("audio", Role::Embed),
    ("music", Role::Embed),
    ("podcast", Role::Embed),
    ("tweet", Role::Embed),
    ("instagram", Role::Embed),
    ("facebook_post", Role::Embed),
    ("tiktok", Role::Embed),
    ("htmltable", Role::Table),
    ("divider", Role::Divider),
    ("logo", Role::Nothing),
    ("banner_advertisement", Role::Nothing),
    ("medium_rectangle_advertisement", Role::Nothing),
    ("replica_advertisement", Role::Nothing),
];

fn finish(source: &Source, draft: &mut Draft) {
    let mut reader = Reader {
        source: *source,
        draft,
        blocks: Vec::new(),
    };
    source.find("components", true, &mut |value| {
        reader.components(value);
        true
    });
    let blocks = reader.blocks;
    if !blocks.is_empty() {
        draft.body = Body::Blocks(blocks);
    }
}

struct Reader<'a, 'd> {
    source: Source<'a>,
    draft: &'d mut Draft,
    blocks: Vec<Block>,
}

impl<'a> Reader<'a, '_> {
    /// As deep as the JSON parser lets a document be.
    fn components(&mut self, list: &'a Value) {
        for component in list.as_array().map_or(&[][..], Vec::as_slice) {
            self.component(component);
        }
    }

    fn component(&mut self, component: &'a Value) {
        let get = |key: &str| component.get(key).unwrap_or(&Value::Null);
        let role = get("role").as_str().unwrap_or_default();
        let known = ROLES
            .iter()
            .find(|(name, _)| *name == role)
            .map(|(_, role)| *role);
        match (known, role) {
            (Some(Role::Nothing), _) => return,
            (Some(Role::Divider), _) => return self.blocks.push(Block::Divider),
            (Some(Role::Table), _) => {
                return self.blocks.extend(string(get("html")).map(Block::Html));
            }
            (Some(Role::Embed), _) => {
                let title = text(get("caption"));
                return self
                    .blocks
                    .extend(string(get("URL")).map(|url| Block::Embed(url, title)));
            }
            (Some(Role::Image), _) => {
                let mut images = Vec::new();
                self.source.add_images(component, &mut images);
                let image = images.into_iter().next().map(|mut image| {
                    image.caption = text(get("caption"));
                    image
                });
                let begun = self
                    .blocks
                    .iter()
                    .any(|b| matches!(b, Block::Paragraph(_) | Block::Html(_)));
                match (image, &self.draft.image) {
                    // A thumbnail from inside the bundle is none; a photograph above the text stands in for it.
                    (Some(image), None) if !begun => self.draft.image = Some(image),
                    (image, _) => self.blocks.extend(image.map(Block::Image)),
                }
                return;
            }
            (Some(Role::Gallery), _) => {
                let mut images = Vec::new();
                if self.source.add_images(get("items"), &mut images) {
                    self.blocks.push(Block::Gallery(images));
                }
                return;
            }
            // The names stand in the byline already.
            (None, "byline" | "author") if !self.draft.authors.is_empty() => return,
            (None, "author") => {
                self.draft
                    .authors
                    .extend(text(get("text")).map(|text| DraftLink { text, url: None }));
                return;
            }
            _ => {}
        }
        let format = get("format").as_str().unwrap_or_default();
        match (known, string(get("text"))) {
            (Some(Role::Heading(_)), Some(_)) if role == "title" && self.draft.title.is_none() => {
                self.draft.title = text(component);
            }
            (Some(Role::Heading(level)), Some(_)) => {
                self.blocks
                    .extend(text(component).map(|text| Block::Heading(level, text)));
            }
            (Some(Role::Quote), Some(_)) => {
                self.blocks
                    .extend(text(component).map(|text| Block::Quote(text, None)));
            }
            (_, Some(written)) => match format {
                "html" => self.blocks.push(Block::Html(written)),
                "markdown" => self.blocks.push(Block::Html(markdown::to_html(&written))),
                _ => {
                    let lines = written.lines().filter(|line| !line.trim().is_empty());
                    self.blocks
                        .extend(lines.map(|line| Block::Paragraph(Text::Plain(line.into()))));
                }
            },
            (_, None) => self.components(get("components")),
        }
    }
}

/// The text of a component or a caption: an object with `text` and `format`, or the text alone.
fn text(value: &Value) -> Option<Text> {
    let written = string(value)?;
    Some(match value.get("format").and_then(Value::as_str) {
        Some("html") => Text::Html(written),
        Some("markdown") => Text::Html(markdown::inline(&written)),
        _ => Text::Plain(written),
    })
}
