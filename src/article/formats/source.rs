//! One article inside parsed JSON, and the readers of its texts, names, images and body that all formats share.

use super::path;
use crate::article::draft::{Body, Draft, DraftLink, Text};
use serde_json::Value;

/// No article names more authors, steps, tags or images than this; what comes after is left out, so that
/// no list makes reading or comparing its entries slow.
pub(super) const MOST: usize = 50;

/// Where a name and its address stand, in whatever format.
const NAME: &str = "name | title.rendered | title | headline | text | item.name | item.headline";
const ADDRESS: &str = "link | url | item | item.@id | item.url | href | home_page_url";
/// Where the text stands when an object is found in a text's place.
const INNER: &str = "rendered | text | @value";

/// How a format writes its short texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texts {
    /// Plain (Qari's own).
    Plain,
    /// HTML (WordPress).
    Html,
    /// Plain by the format's own rules, but entities and markup are met in it all the same.
    Mixed,
}

/// One article in its document, and the table by which it is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// The whole document.
    pub root: &'a Value,
    /// The article.
    pub item: &'a Value,
    /// `field: path | path; …`.
    pub map: &'a str,
    /// How its short texts are written.
    pub texts: Texts,
}

impl<'a> Source<'a> {
    /// Gives `found` the values of a field, alternative by alternative (see [`path::find`]).
    pub fn find(&self, field: &str, every: bool, found: &mut dyn FnMut(&'a Value) -> bool) -> bool {
        let paths = path::paths_of(self.map, field);
        path::find(self.root, self.item, paths, every, found)
    }

    /// Whether a field is there at all, be it null.
    pub fn has(&self, field: &str) -> bool {
        self.find(field, false, &mut |_| true)
    }

    /// The first text of a field.
    pub fn string(&self, field: &str) -> Option<String> {
        let mut out = None;
        self.find(field, false, &mut |value| {
            out = string(value);
            out.is_some()
        });
        out
    }

    /// The first text at one of `paths` inside `value`.
    pub fn string_in(&self, value: &'a Value, paths: &str) -> Option<String> {
        let mut out = None;
        path::find(self.root, value, paths, false, &mut |value| {
            out = string(value);
            out.is_some()
        });
        out
    }

    /// A short text as the format writes them.
    pub fn text(&self, written: String) -> Text {
        let html = match self.texts {
            Texts::Plain => false,
            Texts::Html => true,
            Texts::Mixed => {
                has_entity(&written) || written.contains("</") || written.contains("<br")
            }
        };
        if html {
            Text::Html(written)
        } else {
            Text::Plain(written)
        }
    }

    pub fn text_in(&self, value: &'a Value, paths: &str) -> Option<Text> {
        self.string_in(value, paths)
            .map(|written| self.text(written))
    }

    /// Names with their addresses: authors, steps, publishers, tags.
    pub fn links(&self, field: &str) -> Vec<DraftLink> {
        let mut out = Vec::new();
        self.find(field, true, &mut |value| self.add_links(value, &mut out));
        out
    }

    /// Adds what `value` names (a text, an object, or a list of either); says whether it named anything.
    fn add_links(&self, value: &'a Value, out: &mut Vec<DraftLink>) -> bool {
        let before = out.len();
        match value {
            Value::Array(items) => {
                for item in items.iter().take(MOST) {
                    self.add_links(item, out);
                }
            }
            Value::Object(_) => {
                let whole = self.whole(value, NAME);
                if let Some(text) = self.text_in(whole, NAME) {
                    out.push(DraftLink {
                        text,
                        url: self.string_in(whole, ADDRESS),
                    });
                }
            }
            // A profile's address or a number in a name's place is no name.
            Value::String(name) if !name.trim().is_empty() && !name.contains("://") => {
                out.push(DraftLink {
                    text: self.text(name.clone()),
                    url: None,
                });
            }
            _ => {}
        }
        out.truncate(MOST);
        out.len() > before
    }

    /// JSON-LD may give `{"@id": …}` alone and say the rest elsewhere in the document: `value`, or that rest.
    pub fn whole(&self, value: &'a Value, wanted: &str) -> &'a Value {
        let (Some(fields), None) = (value.as_object(), self.string_in(value, wanted)) else {
            return value;
        };
        let Some(id) = fields.get("@id").and_then(Value::as_str) else {
            return value;
        };
        by_id(self.root, id, fields.len()).unwrap_or(value)
    }

    /// The breadcrumb: the list the source gives, else home and the section.
    fn breadcrumb(&self) -> Vec<DraftLink> {
        let mut out: Vec<DraftLink> = Vec::new();
        let mut done = false;
        self.find("breadcrumb", true, &mut |value| {
            let any = !done && self.add_links(value, &mut out);
            let step = value.get(0);
            if any && step.is_some_and(|step| step.get("position").or(step.get("@type")).is_some())
            {
                // schema.org's last step may leave its address out, being the page itself; the view adds that one.
                if out.len() > 1 && out.last().is_some_and(|last| last.url.is_none()) {
                    out.pop();
                }
                // A page may hold a list for each of its sections; the first is enough.
                done = true;
            }
            any
        });
        if out.is_empty()
            && let Some(section) = self.links("section").into_iter().next()
        {
            let url = self.string("url").unwrap_or_default();
            let home = url.split_inclusive('/').take(3).collect::<String>();
            let home = if home.contains("://") {
                home
            } else {
                "/".into()
            };
            out.push(DraftLink {
                text: Text::Plain(String::new()),
                url: Some(home),
            });
            out.push(section);
        }
        out
    }

    /// The tags: a list, or one text with commas.
    fn tags(&self) -> Vec<Text> {
        let mut out = Vec::new();
        self.find("tags", true, &mut |value| {
            let mut links = Vec::new();
            match value {
                Value::String(list) if self.texts != Texts::Plain => {
                    let tags = list
                        .split([',', '،'])
                        .map(str::trim)
                        .filter(|tag| !tag.is_empty());
                    out.extend(tags.take(MOST).map(|tag| self.text(tag.into())));
                }
                _ => _ = self.add_links(value, &mut links),
            }
            out.extend(links.into_iter().map(|link| link.text));
            out.truncate(MOST);
            !out.is_empty()
        });
        out
    }

    /// The body: HTML if it has a tag or an entity, else text; typed blocks; several texts one after the other.
    pub fn body(&self) -> Body {
        let mut blocks = Vec::new();
        let mut out = String::new();
        self.find("body", true, &mut |value| match value {
            Value::Array(items) => {
                super::blocks::read(self, items, &mut blocks);
                !blocks.is_empty()
            }
            _ => string(value).is_some_and(|part| {
                out.push_str(if out.is_empty() { "" } else { "\n\n" });
                out.push_str(&part);
                true
            }),
        });
        if !blocks.is_empty() {
            Body::Blocks(blocks)
        } else if has_tag(&out) {
            Body::Html(out)
        } else if has_entity(&out) {
            // Entities without a tag: the line breaks are what is left of its paragraphs.
            Body::Html(out.replace('\n', "<br>"))
        } else if !out.is_empty() {
            Body::Text(out)
        } else {
            self.string("text").map_or(Body::None, Body::Text)
        }
    }

    /// All fields, as the table finds them.
    pub fn draft(&self) -> Draft {
        Draft {
            url: self.string("url"),
            language: self.string("language"),
            title: self.string("title").map(|written| self.text(written)),
            summary: self.string("summary").map(|written| self.text(written)),
            breadcrumb: self.breadcrumb(),
            image: self.image(),
            authors: self.links("authors"),
            published: self.string("published"),
            modified: self.string("modified"),
            publisher: self.links("publisher").into_iter().next(),
            tags: self.tags(),
            body: self.body(),
        }
    }
}

/// The first object of the document with that `@id` and more than `least` fields.
fn by_id<'a>(value: &'a Value, id: &str, least: usize) -> Option<&'a Value> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| by_id(item, id, least)),
        Value::Object(fields) => {
            if fields.len() > least && fields.get("@id").and_then(Value::as_str) == Some(id) {
                return Some(value);
            }
            fields.values().find_map(|field| by_id(field, id, least))
        }
        _ => None,
    }
}

/// A text, or a whole number as text; of a list or object the text inside. Blank is none.
pub(super) fn string(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => (!text.trim().is_empty()).then(|| text.clone()),
        Value::Number(number) => number.as_u64().map(|number| number.to_string()),
        Value::Array(items) => items.iter().find_map(string),
        Value::Object(_) => {
            let mut out = None;
            path::find(value, value, INNER, false, &mut |inner| {
                out = inner
                    .as_str()
                    .filter(|text| !text.trim().is_empty())
                    .map(str::to_owned);
                out.is_some()
            });
            out
        }
        _ => None,
    }
}

/// Whether a character reference is in the text: `&amp;`, `&#8230;`.
fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        end.is_some_and(|end| (2..=32).contains(&end) && after.as_bytes()[end] == b';')
    })
}

/// Whether a tag is in the text: `<p>`, `</p>`, `<!-- -->`.
pub(super) fn has_tag(text: &str) -> bool {
    text.contains('>')
        && text.split('<').skip(1).any(|after| {
            after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
        })
}
