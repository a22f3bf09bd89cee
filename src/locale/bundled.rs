//! The files of words, compiled in: outside a browser nobody fetches them.

use std::rc::Rc;

use super::words::Words;

/// The code and the file of each language.
pub(super) const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("../../static/words/ar.json")),
    ("en", include_str!("../../static/words/en.json")),
    ("es", include_str!("../../static/words/es.json")),
    ("fa", include_str!("../../static/words/fa.json")),
    ("fr", include_str!("../../static/words/fr.json")),
    ("he", include_str!("../../static/words/he.json")),
    ("ur", include_str!("../../static/words/ur.json")),
];

impl Words {
    /// The words of the language `code`, if Qari speaks it.
    pub fn bundled(code: &str) -> Option<Rc<Words>> {
        let (_, file) = FILES.iter().find(|(known, _)| *known == code)?;
        Words::parse(file).ok().map(Rc::new)
    }
}
