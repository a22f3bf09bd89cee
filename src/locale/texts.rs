//! Where the texts of each language are kept.
//!
//! Natively all files of `static/words/` are compiled in. In the wasm none is: the shell fetches those a page needs,
//! and [`learn`] takes them.

use super::LANGUAGES;
use super::words::Words;

#[cfg(target_arch = "wasm32")]
mod kept {
    use super::{LANGUAGES, Words};
    use std::cell::Cell;

    thread_local! {
        static LEARNT: [Cell<&'static str>; LANGUAGES.len()] =
            const { [const { Cell::new("") }; LANGUAGES.len()] };
    }

    /// Takes the texts of a language, as its file has them; each language's stay for the life of the page.
    pub fn learn(text: &str) {
        let code = crate::locale::template::cut(text, "\n").0;
        let index = LANGUAGES.iter().position(|known| known.code() == code);
        LEARNT.with(|learnt| {
            if let Some(kept) = index.and_then(|index| learnt.get(index))
                && kept.get().is_empty()
            {
                kept.set(String::leak(text.to_owned()));
            }
        });
    }

    /// The texts of a language by its place in [`LANGUAGES`]; none when its file could not be had.
    pub fn of(language: usize) -> Words {
        Words(LEARNT.with(|learnt| learnt.get(language).map_or("", Cell::get)))
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod kept {
    use super::{LANGUAGES, Words};
    use std::sync::LazyLock;

    /// The files as they are written, in the order of [`LANGUAGES`].
    pub const FILES: [&str; LANGUAGES.len()] = [
        include_str!("../../static/words/ar.txt"),
        include_str!("../../static/words/en.txt"),
        include_str!("../../static/words/he.txt"),
        include_str!("../../static/words/fa.txt"),
        include_str!("../../static/words/ur.txt"),
        include_str!("../../static/words/fr.txt"),
        include_str!("../../static/words/es.txt"),
    ];

    /// The texts of a language by its place in [`LANGUAGES`].
    pub fn of(language: usize) -> Words {
        static TEXTS: LazyLock<[String; LANGUAGES.len()]> =
            LazyLock::new(|| FILES.map(|file| packed(&named(file))));
        Words(&TEXTS[language])
    }

    /// Name and text of each entry of a file as it is written (`static/words/en.txt` says how).
    pub fn named(file: &str) -> Vec<(String, String)> {
        let mut entries: Vec<(String, String)> = Vec::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            match (line.strip_prefix(' '), entries.last_mut()) {
                (Some(more), Some((_, text))) => text.push_str(more.trim()),
                _ if line.is_empty() => {}
                _ => {
                    let (name, text) = line.split_once(':').unwrap_or((line, ""));
                    entries.push((name.to_owned(), text.trim().to_owned()));
                }
            }
        }
        entries
    }

    /// A file as a page gets it: one text a line, without names.
    pub fn packed(entries: &[(String, String)]) -> String {
        let texts: Vec<&str> = entries.iter().map(|(_, text)| text.as_str()).collect();
        texts.join("\n")
    }
}

#[cfg(target_arch = "wasm32")]
pub use kept::learn;
pub use kept::of;
#[cfg(test)]
pub use kept::{FILES, named, packed};
