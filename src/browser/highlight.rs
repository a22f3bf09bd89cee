//! The mark on the sentence that is spoken.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Range};

use super::{Refused, Sentence};

/// The highlight's name, for `::highlight()` in `static/qari.css`.
const NAME: &str = "qari-spoken";
/// The class of a block in which a sentence is spoken, where the browser has no highlights.
const CLASS: &str = "spoken";

// The CSS Custom Highlight API, which changes no node of the article. `web-sys` has it for unstable builds only.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Object)]
    #[derive(Debug, Clone, PartialEq)]
    type Highlight;

    #[wasm_bindgen(constructor, catch)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;

    #[derive(Debug, Clone)]
    type HighlightRegistry;

    #[wasm_bindgen(method, catch)]
    fn get(this: &HighlightRegistry, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight)
    -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn delete(this: &HighlightRegistry, name: &str) -> Result<bool, JsValue>;
}

thread_local! {
    /// The blocks that have the class, once for each mark on them.
    static BLOCKS: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// A sentence that is marked until this is dropped. The mark after it may be made before.
#[derive(Debug)]
#[must_use = "the mark goes when this is dropped"]
pub struct Mark(Kind);

#[derive(Debug)]
enum Kind {
    Highlight(Highlight),
    Block(Element),
}

impl Mark {
    /// Marks a sentence; in browsers without highlights, its whole block.
    pub fn sentence(sentence: &Sentence) -> Self {
        if let Ok(highlight) = highlight(&sentence.range) {
            return Self(Kind::Highlight(highlight));
        }
        let block = sentence.block.clone();
        // Throws only for what is no class.
        let _ = block.class_list().add_1(CLASS);
        BLOCKS.with_borrow_mut(|blocks| blocks.push(block.clone()));
        Self(Kind::Block(block))
    }
}

impl Drop for Mark {
    fn drop(&mut self) {
        match &self.0 {
            // Another mark, of this reader or another one, may have taken the name meanwhile.
            Kind::Highlight(highlight) => {
                if let Some(registry) = registry()
                    && registry.get(NAME).as_ref() == Ok(highlight.as_ref())
                {
                    let _ = registry.delete(NAME);
                }
            }
            Kind::Block(block) => {
                let is_marked = BLOCKS.with_borrow_mut(|blocks| {
                    if let Some(at) = blocks.iter().position(|marked| marked == block) {
                        blocks.swap_remove(at);
                    }
                    blocks.contains(block)
                });
                if !is_marked {
                    let _ = block.class_list().remove_1(CLASS);
                }
            }
        }
    }
}

fn highlight(range: &Range) -> Result<Highlight, Refused> {
    let registry = registry().ok_or(Refused)?;
    let highlight = Highlight::new(range)?;
    registry.set(NAME, &highlight)?;
    Ok(highlight)
}

/// `CSS.highlights`, in browsers that have it.
fn registry() -> Option<HighlightRegistry> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}
