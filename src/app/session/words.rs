//! The words of the languages that a page speaks.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::Session;
use crate::browser::console;
use crate::locale::Words;

thread_local! {
    /// The words that came, for all readers of the page.
    static WORDS: RefCell<BTreeMap<&'static str, Rc<Words>>> = const { RefCell::new(BTreeMap::new()) };
}

impl Session {
    /// These files of words, as far as they can be had.
    pub(super) async fn words(
        &self,
        files: impl IntoIterator<Item = &'static str>,
    ) -> BTreeMap<&'static str, Rc<Words>> {
        let mut words = BTreeMap::new();
        for language in files {
            if let Some(known) = WORDS.with_borrow(|words| words.get(language).cloned()) {
                words.insert(language, known);
            } else if let Some(json) = self.loader.words(language).await {
                match Words::parse(&json) {
                    Ok(read) => {
                        let read = Rc::new(read);
                        WORDS.with_borrow_mut(|known| known.insert(language, read.clone()));
                        words.insert(language, read);
                    }
                    Err(_) => console::warn(&format!("Qari: words/{language}.json can't be read")),
                }
            }
        }
        words
    }
}
