//! The sentences of an article as it stands in the page, for reading aloud.

use std::ops::Range as Span;

use gloo::utils::document;
use js_sys::{Intl, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range, Text};

use super::Edges;
use spans::{cut, points, spoken};

mod spans;

/// What is read, in the order of the page.
const READ: &str = "[part=title],[part=summary],[part=body]";
/// What in it is not: what stands for something else, the marks of notes, code.
const SKIPPED: &str = "[hidden],button,svg,pre,sup,audio,video,.offscreen";
/// What a sentence never crosses.
const BLOCKS: &str = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,blockquote,cite,summary,[part=body]>*,\
    [part=title],[part=summary],[part=body]";

/// `NodeFilter.SHOW_TEXT` of the DOM standard.
const SHOW_TEXT: u32 = 4;

/// A sentence, and where it stands in the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    /// What is spoken.
    pub text: String,
    /// Its language, BCP 47.
    pub lang: String,
    /// The block that it stands in.
    pub block: Element,
    /// Its place in the page.
    pub range: Range,
}

impl Sentence {
    /// Where it is on the screen.
    pub fn edges(&self) -> Edges {
        self.range.get_bounding_client_rect().into()
    }
}

/// The sentences under `article`: of its title, its summary and its body.
pub fn sentences(article: &Element) -> Vec<Sentence> {
    let mut found = Vec::new();
    let Ok(walker) = document().create_tree_walker_with_what_to_show(article, SHOW_TEXT) else {
        return found;
    };
    let mut block: Option<Block> = None;
    while let Ok(Some(node)) = walker.next_node() {
        let Some(parent) = node.parent_element() else {
            continue;
        };
        if closest(&parent, READ).is_none() || closest(&parent, SKIPPED).is_some() {
            continue;
        }
        let Some(element) = closest(&parent, BLOCKS) else {
            continue;
        };
        let text: Text = node.unchecked_into();
        match &mut block {
            Some(block) if block.element == element => block.texts.push(text),
            _ => {
                let next = Block {
                    element,
                    texts: vec![text],
                };
                found.extend(block.replace(next).iter().flat_map(Block::sentences));
            }
        }
    }
    found.extend(block.iter().flat_map(Block::sentences));
    found
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// The texts that are read of one block.
struct Block {
    element: Element,
    texts: Vec<Text>,
}

impl Block {
    fn sentences(&self) -> Vec<Sentence> {
        let texts: Vec<String> = self.texts.iter().map(|text| text.data()).collect();
        let joined = texts.concat();
        let lang = closest(&self.element, "[lang]")
            .and_then(|stated| stated.get_attribute("lang"))
            .unwrap_or_default();
        let spans = match segments(&joined, &lang) {
            Ok(segments) => spoken(segments.iter().map(String::as_str)),
            Err(_) => spoken(cut(&joined)),
        };
        spans
            .into_iter()
            .filter_map(|span| {
                Some(Sentence {
                    range: self.range(&texts, &span)?,
                    text: joined[span].to_owned(),
                    lang: lang.clone(),
                    block: self.element.clone(),
                })
            })
            .collect()
    }

    fn range(&self, texts: &[String], span: &Span<usize>) -> Option<Range> {
        let (start, end) = points(texts, span)?;
        let range = document().create_range().ok()?;
        range
            .set_start(&self.texts[start.text], start.offset)
            .ok()?;
        range.set_end(&self.texts[end.text], end.offset).ok()?;
        Some(range)
    }
}

// `js_sys::Intl::Segmenter` takes it for granted that there is one, and that it knows the language.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(lang: &str, options: &Object) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn segment(this: &Segmenter, text: &str) -> Result<Intl::Segments, JsValue>;
}

/// The sentences of a text without a gap, as the browser cuts them in this language.
fn segments(text: &str, lang: &str) -> Result<Vec<String>, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"sentence".into())?;
    let segments = Segmenter::new(lang, &options)?.segment(text)?;
    let segments = js_sys::try_iter(&segments)?.ok_or(JsValue::UNDEFINED)?;
    segments
        .map(|segment| {
            Ok(segment?
                .unchecked_into::<Intl::SegmentData>()
                .segment()
                .into())
        })
        .collect()
}
