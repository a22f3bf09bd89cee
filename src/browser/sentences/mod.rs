//! The sentences of an article as it stands in the page, for reading aloud.

use std::ops::Range as Span;

use gloo::utils::document;
use js_sys::{Intl, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range, Text};

use super::Edges;
use crate::article::sentences::{cut, is_exponent, raised, spoken};
use crate::language::is_letter;
use spans::points;

mod spans;

/// What is read, in the order of the page.
const READ: &str = "[part=title],[part=summary],[part=body]";
/// What in it is not: what stands for something else, code.
const SKIPPED: &str = "[hidden],button,svg,pre,audio,video,.offscreen";
/// What leads to another place of the article: a note's mark, and the way back.
const PLACE: &str = "a[href^='#']";
/// What a sentence never crosses.
const BLOCKS: &str = "h1,h2,h3,h4,h5,h6,p,li,dt,dd,td,th,caption,figcaption,blockquote,cite,summary,[part=body]>*,.stretch>*,\
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
    /// Where it is on the screen. In WebKit the text of a block that is passed over (`content-visibility`) has no place: then
    /// where its block is.
    pub fn edges(&self) -> Edges {
        let edges = Edges::from(self.range.get_bounding_client_rect());
        if edges.height() > 0.0 {
            edges
        } else {
            Edges::of(&self.block)
        }
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
        if block.as_ref().is_none_or(|block| block.element != element) {
            let next = Block {
                element,
                nodes: Vec::new(),
                texts: Vec::new(),
                said: Vec::new(),
            };
            found.extend(block.replace(next).iter().flat_map(Block::sentences));
        }
        if let Some(block) = &mut block {
            block.add(&parent, node.unchecked_into());
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
    nodes: Vec<Text>,
    /// What the nodes hold.
    texts: Vec<String>,
    /// How that is spoken, where otherwise.
    said: Vec<Option<String>>,
}

impl Block {
    /// Adds a text under `parent`, unless it is the mark of a note.
    fn add(&mut self, parent: &Element, node: Text) {
        let text = node.data();
        let is_raised = closest(parent, "sup").is_some();
        let has_letters = text.contains(is_letter);
        let is_mark = !has_letters
            && !text.trim().is_empty()
            && (closest(parent, PLACE).is_some()
                || (is_raised && !is_exponent(&self.texts.concat())));
        if !is_mark {
            self.nodes.push(node);
            self.said.push(is_raised.then(|| raised(&text)));
            self.texts.push(text);
        }
    }

    /// What is spoken of a span of the joined texts.
    fn say(&self, span: &Span<usize>) -> String {
        let mut said = String::new();
        let mut start = 0;
        for (text, other) in self.texts.iter().zip(&self.said) {
            let end = start + text.len();
            let (from, to) = (span.start.clamp(start, end), span.end.clamp(start, end));
            match other {
                Some(other) if to > from => said.push_str(other),
                _ => said.push_str(&text[from - start..to - start]),
            }
            start = end;
        }
        said
    }

    fn sentences(&self) -> Vec<Sentence> {
        let joined = self.texts.concat();
        let lang = closest(&self.element, "[lang]")
            .and_then(|stated| stated.get_attribute("lang"))
            .unwrap_or_default();
        let spans = match segments(&joined, &lang) {
            Ok(segments) => spoken(&joined, segments.iter().map(String::as_str)),
            Err(_) => spoken(&joined, cut(&joined)),
        };
        spans
            .into_iter()
            .filter_map(|span| {
                Some(Sentence {
                    range: self.range(&span)?,
                    text: self.say(&span),
                    lang: lang.clone(),
                    block: self.element.clone(),
                })
            })
            .collect()
    }

    fn range(&self, span: &Span<usize>) -> Option<Range> {
        let (start, end) = points(&self.texts, span)?;
        let range = document().create_range().ok()?;
        range
            .set_start(&self.nodes[start.text], start.offset)
            .ok()?;
        range.set_end(&self.nodes[end.text], end.offset).ok()?;
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
