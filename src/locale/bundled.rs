//! The files of words, compiled in: outside a browser nobody fetches them.

use std::cell::OnceCell;
use std::rc::Rc;

use serde_json::Value;

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

thread_local! {
    /// What was read of [`FILES`], in their order: each file once.
    static READ: [OnceCell<Option<Rc<Words>>>; FILES.len()] = const { [const { OnceCell::new() }; FILES.len()] };
}

impl Words {
    /// The words of the language `code`, if Qari speaks it.
    pub fn bundled(code: &str) -> Option<Rc<Words>> {
        let at = FILES.iter().position(|(known, _)| *known == code)?;
        let read = || Words::parse(FILES[at].1).ok().map(Rc::new);
        READ.with(|words| words[at].get_or_init(read).clone())
    }
}

/// What a reader is told where there is no article, in the language `code`, by its name among the `faults` of the file.
pub fn fault(code: &str, name: &str) -> Option<String> {
    let (_, file) = FILES.iter().find(|(known, _)| *known == code)?;
    let file: Value = serde_json::from_str(file).ok()?;
    file["faults"][name].as_str().map(str::to_owned)
}
