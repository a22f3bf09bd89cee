//! Direction of each block (ARABIC.md 2): a letter of a right-to-left script keeps a block in the article's
//! direction; none, and letters of another script, turn it.

use super::{Attr, Element, Node, Tag, isolate};
use crate::article::Dir;

/// Languages written from right to left, sorted.
const RTL_LANGUAGES: &[&str] = &[
    "acm", "aeb", "apc", "ar", "arc", "ary", "arz", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk",
    "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr",
    "ug", "ur", "yi",
];

/// Letters of scripts written from right to left; digits, marks, tatweel and punctuation are none.
const RTL_LETTERS: &[(u32, u32)] = &[
    (0x5d0, 0x5f2),
    (0x620, 0x63f),
    (0x641, 0x64a),
    (0x66e, 0x66f),
    (0x671, 0x6d3),
    (0x6d5, 0x6d5),
    (0x6e5, 0x6e6),
    (0x6ee, 0x6ef),
    (0x6fa, 0x6ff),
    (0x710, 0x710),
    (0x712, 0x72f),
    (0x74d, 0x7a5),
    (0x7ca, 0x7ea),
    (0x800, 0x815),
    (0x840, 0x858),
    (0x860, 0x887),
    (0x889, 0x8c9),
    (0xfb1d, 0xfb1d),
    (0xfb1f, 0xfb28),
    (0xfb2a, 0xfd3d),
    (0xfd50, 0xfdfc),
    (0xfe70, 0xfefc),
    (0x10800, 0x10cff),
    (0x1e900, 0x1e943),
    (0x1ee00, 0x1eebb),
];

/// Letters of other scripts: Latin above all, but Greek, Cyrillic or Chinese run the same way.
const LTR_LETTERS: &[(u32, u32)] = &[
    (0x41, 0x5a),
    (0x61, 0x7a),
    (0xaa, 0xaa),
    (0xba, 0xba),
    (0xc0, 0xd6),
    (0xd8, 0xf6),
    (0xf8, 0x2b8),
    (0x370, 0x373),
    (0x376, 0x377),
    (0x37b, 0x37d),
    (0x386, 0x386),
    (0x388, 0x481),
    (0x48a, 0x588),
    (0x904, 0x1fff),
    (0x2c00, 0x2dff),
    (0x3041, 0x3096),
    (0x30a1, 0x30fa),
    (0x3400, 0x4dbf),
    (0x4e00, 0xa48c),
    (0xac00, 0xd7a3),
    (0x20000, 0x323af),
];

/// Which letters a text has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Letters {
    rtl: bool,
    ltr: bool,
}

/// The direction of a language, by its script where the tag says it.
pub(super) fn of_language(language: &str) -> Dir {
    let mut parts = language.split('-');
    let mut primary = parts.next().unwrap_or_default().to_owned();
    primary.make_ascii_lowercase();
    let script =
        parts.find(|part| part.len() == 4 && !part.starts_with(|c: char| c.is_ascii_digit()));
    let rtl = match script {
        Some(script) => ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm"]
            .iter()
            .any(|known| script.eq_ignore_ascii_case(known)),
        None => RTL_LANGUAGES.binary_search(&primary.as_str()).is_ok(),
    };
    if rtl { Dir::Rtl } else { Dir::Ltr }
}

/// Gives blocks the direction of their letters where it is not the one around them.
///
/// `around` is `None` where the article's direction is not known: then every block of one script says its own.
pub(super) fn mark(nodes: &mut [Node], around: Option<Dir>) {
    for node in nodes {
        if let Node::Element(element) = node {
            mark_element(element, around);
        }
    }
}

fn mark_element(element: &mut Element, around: Option<Dir>) {
    use Tag::*;
    match element.tag {
        // Program text runs left to right whatever it says.
        Pre | Code | Kbd | Samp => {
            set(element, Dir::Ltr);
            return;
        }
        _ if !element.tag.is_block() => return isolate::element(element, around),
        _ => {}
    }
    let said = element
        .attributes
        .iter()
        .find_map(|attribute| match attribute {
            Attr::Dir(dir) => Some(*dir),
            _ => None,
        });
    let auto = element.attributes.contains(&Attr::DirAuto);
    let mut inside = said.or(around);
    // These frame others and have no line of their own.
    let frame = matches!(element.tag, Figure | Tbody | Thead | Tfoot | Tr | Dl);
    if said.is_none() && !auto && !frame {
        let own = of_letters(&element.children);
        // Right-to-left letters keep the article's direction; alone, they also turn a left-to-right one.
        if let Some(own) = own.filter(|own| around != Some(*own)) {
            set(element, own);
            inside = Some(own);
        }
    }
    isolate::texts(&mut element.children, inside);
    mark(&mut element.children, inside);
}

fn set(element: &mut Element, dir: Dir) {
    element
        .attributes
        .retain(|attribute| !super::attributes::is_dir(attribute));
    element.attributes.insert(0, Attr::Dir(dir));
}

/// The direction that all letters have; `None` for several, and for none.
pub(super) fn of_letters(nodes: &[Node]) -> Option<Dir> {
    let mut letters = Letters::default();
    look(nodes, &mut letters);
    match (letters.rtl, letters.ltr) {
        (false, true) => Some(Dir::Ltr),
        (true, false) => Some(Dir::Rtl),
        _ => None,
    }
}

fn look(nodes: &[Node], letters: &mut Letters) {
    for node in nodes {
        match node {
            Node::Text(text) => {
                for c in text.chars() {
                    if letters.rtl && letters.ltr {
                        return;
                    }
                    letters.rtl |= within(RTL_LETTERS, c);
                    letters.ltr |= within(LTR_LETTERS, c);
                }
            }
            Node::Element(element) => look(&element.children, letters),
            _ => {}
        }
    }
}

fn within(ranges: &[(u32, u32)], c: char) -> bool {
    let c = u32::from(c);
    let after = ranges.partition_point(|(first, _)| *first <= c);
    after
        .checked_sub(1)
        .and_then(|at| ranges.get(at))
        .is_some_and(|(_, last)| c <= *last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted() {
        assert!(RTL_LANGUAGES.is_sorted());
        for ranges in [RTL_LETTERS, LTR_LETTERS] {
            assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
            assert!(ranges.iter().all(|(first, last)| first <= last));
        }
    }

    #[test]
    fn a_language_has_the_direction_of_its_script() {
        for (tag, dir) in [
            ("ar-MA", Dir::Rtl),
            ("he", Dir::Rtl),
            ("FA-ir", Dir::Rtl),
            ("fr", Dir::Ltr),
            ("az-Arab-IR", Dir::Rtl),
            ("ur-Latn", Dir::Ltr),
            ("", Dir::Ltr),
        ] {
            assert_eq!(of_language(tag), dir, "{tag}");
        }
    }

    #[test]
    fn digits_marks_and_punctuation_are_no_letters() {
        for c in "٠١٢،؛؟ـَّ%1.«»–".chars() {
            assert!(!within(RTL_LETTERS, c) && !within(LTR_LETTERS, c), "{c}");
        }
    }
}
