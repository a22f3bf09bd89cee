//! Typed blocks, as Qari's own JSON has them (DESIGN 1.3). Whatever is not known but has a text is a paragraph.

use super::source::{Source, has_tag, string};
use crate::article::draft::{Block, Text};
use serde_json::Value;

/// Reads a list of blocks. A mere text in the list is a paragraph.
pub(super) fn read<'a>(source: &Source<'a>, items: &'a [Value], out: &mut Vec<Block>) {
    for item in items {
        match item {
            Value::String(text) if source.texts != super::source::Texts::Plain && has_tag(text) => {
                out.push(Block::Html(text.clone()));
            }
            Value::Object(_) => out.extend(block(source, item)),
            _ => out.extend(string(item).map(|text| Block::Paragraph(source.text(text)))),
        }
    }
}

fn block<'a>(source: &Source<'a>, item: &'a Value) -> Option<Block> {
    let get = |key: &str| item.get(key).unwrap_or(&Value::Null);
    Some(match get("type").as_str().unwrap_or_default() {
        "heading" => {
            let level = get("level").as_u64().unwrap_or(2).clamp(2, 6) as u8;
            Block::Heading(level, content(item)?)
        }
        "list" => {
            let items = list(get("items"));
            (!items.is_empty()).then(|| Block::List(get("ordered") == &Value::Bool(true), items))?
        }
        "quote" => Block::Quote(content(item)?, content(get("cite"))),
        "image" => {
            let mut images = Vec::new();
            source.add_images(item, &mut images);
            Block::Image(images.into_iter().next()?)
        }
        "gallery" => {
            let mut images = Vec::new();
            if !source.add_images(get("images"), &mut images) {
                return None;
            }
            Block::Gallery(images)
        }
        "table" => {
            let rows: Vec<_> = array(get("rows")).iter().map(cells).collect();
            let head = cells(get("head"));
            if rows.is_empty() && head.is_empty() {
                return None;
            }
            Block::Table {
                caption: content(get("caption")),
                head,
                rows,
            }
        }
        "code" => Block::Code(string(get("text"))?, string(get("language"))),
        "embed" => Block::Embed(string(get("url"))?, content(get("title"))),
        "divider" => Block::Divider,
        _ => Block::Paragraph(content(item)?),
    })
}

/// The text of a block, an item or a cell: plain, but HTML where the field is called `html`.
fn content(value: &Value) -> Option<Text> {
    match value.get("html").and_then(string) {
        Some(html) => Some(Text::Html(html)),
        None => string(value).map(Text::Plain),
    }
}

fn list(value: &Value) -> Vec<Text> {
    array(value).iter().filter_map(content).collect()
}

/// The cells of a row. An empty cell keeps its place.
fn cells(value: &Value) -> Vec<Text> {
    let empty = || Text::Plain(String::new());
    array(value)
        .iter()
        .map(|cell| content(cell).unwrap_or_else(empty))
        .collect()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
