//! This module contains useful utilities to get information about the current document.

/// Print the [web_sys::Node]'s contents as a string for debugging purposes
pub fn print_node(n: &web_sys::Node) -> String {
    use wasm_bindgen::JsCast;

    match n.dyn_ref::<web_sys::Element>() {
        Some(el) => el.outer_html(),
        None => n.text_content().unwrap_or_default(),
    }
}

/// What is used here of the crate `indexmap`, as pairs in a row: an element has few attributes.
#[derive(PartialEq, Clone, Debug)]
pub struct IndexMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for IndexMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> IndexMap<K, V> {
    /// Sets the value of `key`; an old value keeps its place.
    pub fn insert(&mut self, key: K, value: V) {
        for pair in &mut self.0 {
            if pair.0 == key {
                pair.1 = value;
                return;
            }
        }
        self.0.push((key, value));
    }

    /// The value of `key`.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.iter().find(|pair| pair.0 == *key).map(|pair| &pair.1)
    }

    /// The pairs in the order of their insertion.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }
}
