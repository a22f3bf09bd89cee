//! The reader in the partner's page in a frame: given its attributes, and heard.
//!
//! What is of the frame's document is of the frame's classes, so it is taken for what it is unchecked.

use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{JSON, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use web_sys::{
    CharacterData, CustomEvent, Document, Element, HtmlElement, HtmlIFrameElement, ShadowRoot,
};

use crate::embed::{Embed, INLINE, site};
use crate::outcome::{Ready, Told};
use crate::permissions::{Wanted, embedded};

const EVENTS: [&str; 5] = [
    "qari:ready",
    "qari:error",
    "qari:share",
    "qari:settings",
    "qari:progress",
];

#[wasm_bindgen]
extern "C" {
    /// `<qari-reader>`.
    #[wasm_bindgen(extends = HtmlElement)]
    type Reader;

    #[wasm_bindgen(method)]
    fn reload(this: &Reader);
}

/// What the reader tells: a line for the list of events, and what came of the article where that is what it tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The event's name and detail.
    pub line: String,
    /// What came of the article.
    pub told: Option<Told>,
}

/// A partner's page in a frame, loaded.
#[derive(Debug)]
pub struct Preview {
    document: Document,
    _listeners: Vec<EventListener>,
}

impl Preview {
    /// The page in `frame`, whose reader is heard from now on; `None` where it is another site's.
    pub fn in_frame(
        frame: &HtmlIFrameElement,
        on_heard: impl Fn(Heard) + Clone + 'static,
    ) -> Option<Self> {
        let document = frame.content_document()?;
        let listener = |name: &'static str| {
            let on_heard = on_heard.clone();
            EventListener::new(&document, name, move |event| {
                on_heard(heard(event.unchecked_ref()));
            })
        };
        Some(Self {
            _listeners: EVENTS.map(listener).into_iter().collect(),
            document,
        })
    }

    /// Shows what is embedded on a page of this look.
    pub fn show(&self, embed: &Embed, look: &str) {
        // A page that could not be changed would show what it had.
        let _ = self.try_show(embed, look);
    }

    fn try_show(&self, embed: &Embed, look: &str) -> Result<(), JsValue> {
        if let Some(root) = self.document.document_element() {
            root.set_attribute("data-look", look)?;
        }
        let is_other_text = self.write_inline(embed.inline.as_deref().unwrap_or("{}"));
        let Some(place) = self.document.get_element_by_id("place") else {
            return Ok(());
        };
        let there = place.query_selector("qari-reader")?;
        let reader = match &there {
            Some(reader) => reader.clone(),
            None => self.document.create_element("qari-reader")?,
        };
        let before = reader.get_attribute("data-src");
        write_attributes(&reader, embed)?;
        match there {
            None => {
                place.append_child(&reader)?;
            }
            Some(_) if is_other_text && embed.inline.is_some() => {
                // The same `#id`, but not the same article.
                if before.as_deref() == embed.value("src") {
                    reader.unchecked_ref::<Reader>().reload();
                }
            }
            Some(_) => {}
        }
        Ok(())
    }

    /// Loads the article again.
    pub fn reload(&self) {
        if let Ok(Some(reader)) = self.document.query_selector("qari-reader") {
            reader.unchecked_ref::<Reader>().reload();
        }
    }

    /// Writes JSON into the page's own element for it, and says whether it was other JSON. That element is no script: Firefox has
    /// Trusted Types guard the text of scripts that never run, too.
    fn write_inline(&self, json: &str) -> bool {
        let element = self.document.get_element_by_id(INLINE);
        let Some(text) = element.and_then(|element| element.first_child()) else {
            return false;
        };
        let text: &CharacterData = text.unchecked_ref();
        let is_other = text.data() != json;
        if is_other {
            text.set_data(json);
        }
        is_other
    }
}

/// Only what differs is touched: the reader takes every change for one.
fn write_attributes(reader: &Element, embed: &Embed) -> Result<(), JsValue> {
    let written: Vec<_> = embed.written().collect();
    for name in reader.get_attribute_names().iter() {
        let Some(name) = name.as_string() else {
            continue;
        };
        let is_ours = name.starts_with("data-") && name != "data-state";
        if is_ours && !written.iter().any(|(known, _)| *known == name) {
            reader.remove_attribute(&name)?;
        }
    }
    for (name, value) in written {
        let value = value.unwrap_or_default();
        if reader.get_attribute(&name).as_deref() != Some(value) {
            reader.set_attribute(&name, value)?;
        }
    }
    Ok(())
}

fn heard(event: &CustomEvent) -> Heard {
    let detail = JSON::stringify(&event.detail()).map_or(String::new(), String::from);
    let facts: Value = serde_json::from_str(&detail).unwrap_or_default();
    let text = |name: &str| facts[name].as_str().unwrap_or_default().to_owned();
    let count = |name: &str| facts[name].as_f64().unwrap_or_default() as u32;
    let told = match event.type_().as_str() {
        "qari:ready" => Some(Told::Ready(Rc::new(Ready {
            title: text("title"),
            url: text("url"),
            format: text("format"),
            language: text("language"),
            direction: text("direction"),
            words: count("words"),
            minutes: count("readingMinutes"),
            wanted: event
                .target()
                .map(|reader| wanted(reader.unchecked_ref()))
                .unwrap_or_default(),
        }))),
        "qari:error" => Some(Told::Failed {
            code: text("code"),
            // 0 where no server answered.
            status: facts["status"]
                .as_f64()
                .map(|status| status as u16)
                .filter(|status| *status > 0),
            message: text("message"),
        }),
        _ => None,
    };
    Heard {
        line: format!("{} {detail}", event.type_()),
        told,
    }
}

/// The sites that the reader's article wants something of.
fn wanted(reader: &Element) -> Wanted {
    // All of a long article stands in the page once it was asked for.
    let article = Reflect::get(reader, &"article".into()).unwrap_or_default();
    let article = JSON::stringify(&article).map_or(String::new(), String::from);
    let article: Value = serde_json::from_str(&article).unwrap_or_default();
    let Some(root) = reader.shadow_root() else {
        return Wanted::default();
    };
    Wanted {
        images: sites(&root, "img[src]", "src"),
        media: sites(
            &root,
            "video[src], audio[src], video source[src], audio source[src]",
            "src",
        ),
        embeds: embedded(article["body"].as_str().unwrap_or_default()),
    }
}

fn sites(root: &ShadowRoot, selector: &str, attribute: &str) -> BTreeSet<String> {
    let Ok(found) = root.query_selector_all(selector) else {
        return BTreeSet::new();
    };
    let addresses = (0..found.length()).filter_map(|at| {
        let element: Element = found.get(at)?.unchecked_into();
        site(&element.get_attribute(attribute)?)
    });
    addresses.collect()
}
