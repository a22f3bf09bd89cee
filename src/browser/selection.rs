//! What is selected in an article, by the letters before it: so another article with the same text can have it selected.

use gloo::utils::document;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

/// `NodeFilter.SHOW_TEXT` of the DOM standard.
const SHOW_TEXT: u32 = 4;

// `web-sys` does not know `getComposedRanges` yet; without it no selection in a shadow root is told in every engine.
#[wasm_bindgen]
extern "C" {
    type Selection;

    #[wasm_bindgen(js_namespace = document, js_name = getSelection)]
    fn selection() -> Option<Selection>;

    #[wasm_bindgen(method, catch, js_name = getComposedRanges)]
    fn ranges_within(this: &Selection, options: &Object) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setBaseAndExtent)]
    fn select(this: &Selection, from: &Node, at: u32, to: &Node, end: u32) -> Result<(), JsValue>;

    type Composed;

    #[wasm_bindgen(method, getter, js_name = startContainer)]
    fn start_container(this: &Composed) -> Node;

    #[wasm_bindgen(method, getter, js_name = startOffset)]
    fn start_offset(this: &Composed) -> u32;

    #[wasm_bindgen(method, getter, js_name = endContainer)]
    fn end_container(this: &Composed) -> Node;

    #[wasm_bindgen(method, getter, js_name = endOffset)]
    fn end_offset(this: &Composed) -> u32;
}

/// What is selected: UTF-16 units of the article's text before its start and before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selected {
    start: u32,
    end: u32,
}

impl Selected {
    /// What is selected in `article`; none where nothing is, where it reaches out of it, or in a browser that does not tell
    /// what is selected in shadow roots (Chromium before 137, Firefox before 142, Safari before 18).
    pub fn of(article: &Element) -> Option<Self> {
        let options = Object::new();
        let roots = Array::of1(&article.get_root_node());
        Reflect::set(&options, &"shadowRoots".into(), &roots).ok()?;
        let ranges = selection()?.ranges_within(&options).ok()?;
        let range: Composed = ranges.get(0).dyn_into::<Object>().ok()?.unchecked_into();
        let [from, to] = [range.start_container(), range.end_container()];
        let selected = Self {
            start: letters_before(article, &from, range.start_offset())?,
            end: letters_before(article, &to, range.end_offset())?,
        };
        (selected.start < selected.end).then_some(selected)
    }

    /// Selects the same letters of `article`.
    pub fn restore(self, article: &Element) {
        let places = (place(article, self.start), place(article, self.end));
        if let (Some((from, at)), Some((to, end)), Some(selection)) =
            (places.0, places.1, selection())
        {
            // Refused for places that are not there, which these are.
            let _ = selection.select(&from, at, &to, end);
        }
    }
}

/// How much text of `article` stands before a place in it.
fn letters_before(article: &Element, node: &Node, offset: u32) -> Option<u32> {
    if !article.contains(Some(node)) {
        return None;
    }
    let before = Range::new().ok()?;
    before.set_start(article, 0).ok()?;
    before.set_end(node, offset).ok()?;
    Some(before.to_string().length())
}

/// The text node with so much text of `article` before it, and where in it.
fn place(article: &Element, letters: u32) -> Option<(Node, u32)> {
    let walker = document()
        .create_tree_walker_with_what_to_show(article, SHOW_TEXT)
        .ok()?;
    let mut left = letters;
    while let Ok(Some(node)) = walker.next_node() {
        let length = node.unchecked_ref::<web_sys::CharacterData>().length();
        if left <= length {
            return Some((node, left));
        }
        left -= length;
    }
    None
}
