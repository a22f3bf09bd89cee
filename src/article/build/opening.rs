//! How a body begins, to know a summary that only says it again: an excerpt that a machine cut off the body.

use std::str::Chars;

use crate::article::body::{Node, Tag, plain_text};
use crate::language::is_letter;
use crate::platform::{NodeKind, SourceNode};

/// How many letters may stand in the body where the summary has brackets: what a shortcode became.
const GAP: usize = 400;
/// So many bytes of a summary say whether it is the body's beginning, however long it is.
const ENOUGH: usize = 4000;
/// How many letters a date, a place or a kicker above the first sentence has at most.
const SHORT_LINES: usize = 60;
/// How many blocks such lines are at most.
const MOST_SHORT_LINES: usize = 3;
/// Elements whose text is not read.
const SILENT: &[&str] = &["script", "style", "template", "noscript", "iframe"];

/// A letter or digit of a text, as letters are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letter {
    letter: char,
    /// It is of the number before an item of a list, which is no text of the item.
    is_mark: bool,
}

/// A text by its letters and digits alone: without blanks, signs and the marks on letters; digits as ASCII has them.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter_map(letter).collect()
}

/// The character as letters are compared; `None` if it is none.
fn letter(c: char) -> Option<char> {
    match c {
        '٠'..='٩' | '۰'..='۹' => char::from_digit(u32::from(c) % 16, 10),
        _ if is_mark(c) => None,
        // What is cut from a body has its letters as they stand there; some makers write the first words large.
        _ if is_letter(c) => Some(c.to_ascii_lowercase()),
        _ => c.is_numeric().then_some(c),
    }
}

/// Whether it only marks the letter before it: accents, Arabic and Hebrew vowels.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}')
}

/// What is read of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    All,
    /// Not what stands beside the sentences: pictures with their captions, tables, boxes.
    WithoutFigures,
    /// Paragraphs alone: plugins put lists of contents before the first.
    Paragraphs,
}

/// Whether one of these summaries, as its source wrote it and cleaned, only says how a body begins: the cleaned `body`, or
/// what its `source` has besides, such as the letters of a formula.
pub(super) fn repeats<N: SourceNode>(
    summaries: &[&str],
    body: &[Node],
    source: Option<&N>,
) -> bool {
    let begin = |summary: &&str| parts(&summary[..summary.floor_char_boundary(ENOUGH)]);
    let summaries: Vec<_> = summaries.iter().map(begin).collect();
    let starts_so = |text: &str| {
        after_places(text).any(|text| {
            let mut text = Letters::of(text);
            summaries.iter().any(|parts| begins(&mut text, parts))
        })
    };
    let most = 2 * ENOUGH + GAP;
    let starts = starts(body);
    let extents = [Extent::All, Extent::WithoutFigures, Extent::Paragraphs];
    extents.iter().any(|extent| {
        let (text, blocks) = text(body, *extent, most);
        let mut starts = blocks.iter().take(starts);
        starts.any(|start| starts_so(&text[*start..]))
    }) || [true, false]
        .iter()
        .any(|figures| source.is_some_and(|root| starts_so(&source_text(root, *figures, most))))
}

/// How many of the first blocks may have the first sentence: lines may stand above it, a date, a place.
fn starts(body: &[Node]) -> usize {
    let mut short = 0;
    let is_short = |block: &&Node| {
        let line = plain_text(std::slice::from_ref(*block));
        short += letters(&line).chars().count();
        let is_sentence = line
            .trim_end()
            .ends_with(['.', '!', '?', '؟', '۔', '…', ':']);
        !is_sentence && short <= SHORT_LINES
    };
    let lines = body.iter().take(MOST_SHORT_LINES).take_while(is_short);
    lines.count() + 1
}

/// The text, and what follows the place, the date or the agency that newspapers set before its first sentence.
fn after_places(text: &str) -> impl Iterator<Item = &str> {
    let line = &text[..text.floor_char_boundary(2 * SHORT_LINES)];
    let ends = line.match_indices(['-', '–', '—', '|']);
    std::iter::once(text).chain(ends.map(|(at, end)| &text[at + end.len()..]))
}

/// What a summary says outside its brackets, by its letters. What stands in brackets («[gallery]», «[1]») the body may
/// have or not.
fn parts(summary: &str) -> Vec<Vec<Letter>> {
    let mut rest = summary;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (outside, bracket) = rest.split_once('[').unwrap_or((rest, ""));
        parts.push(marked_letters(outside));
        rest = bracket.split_once(']').map_or("", |(_, after)| after);
    }
    parts
}

fn marked_letters(text: &str) -> Vec<Letter> {
    let of_word = |word: &str| -> Vec<Letter> {
        let number = word.strip_suffix(['.', ')', '-']);
        let is_mark = number.is_some_and(|number| number.chars().all(char::is_numeric));
        let letters = word.chars().filter_map(letter);
        letters.map(|letter| Letter { letter, is_mark }).collect()
    };
    text.split_whitespace().flat_map(of_word).collect()
}

/// The letters of a text, each read when it is first asked for: most texts are told apart by their first.
struct Letters<'a> {
    read: Vec<char>,
    rest: Chars<'a>,
}

impl<'a> Letters<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            read: Vec::new(),
            rest: text.chars(),
        }
    }

    fn get(&mut self, at: usize) -> Option<char> {
        while self.read.len() <= at {
            let next = self.rest.find_map(letter)?;
            self.read.push(next);
        }
        Some(self.read[at])
    }

    /// Whether there are so many.
    fn reach(&mut self, length: usize) -> bool {
        length
            .checked_sub(1)
            .is_none_or(|last| self.get(last).is_some())
    }
}

/// Whether the text begins with these parts, with no more between them than a shortcode becomes.
fn begins(text: &mut Letters, parts: &[Vec<Letter>]) -> bool {
    let (mut at, mut reach, mut any) = (0, 0, false);
    for part in parts {
        if !part.is_empty() {
            let mut places = at..=at + reach;
            let found = loop {
                match places.next().filter(|start| text.reach(*start)) {
                    Some(start) => {
                        if let Some(length) = run(text, start, part) {
                            break start + length;
                        }
                    }
                    None => return false,
                }
            };
            (at, any) = (found, true);
        }
        reach = GAP;
    }
    any
}

/// How many letters of the text the part is, if it stands there.
fn run(text: &mut Letters, start: usize, part: &[Letter]) -> Option<usize> {
    let mut length = 0;
    for known in part {
        if text.get(start + length) == Some(known.letter) {
            length += 1;
        } else if !known.is_mark {
            return None;
        }
    }
    Some(length)
}

/// The text at the start of a cleaned body, and where in it each block begins.
fn text(body: &[Node], extent: Extent, most: usize) -> (String, Vec<usize>) {
    let mut out = String::new();
    let mut blocks = Vec::new();
    for block in body {
        blocks.push(out.len());
        let tag = block.tag();
        let is_read = match extent {
            Extent::All => true,
            Extent::WithoutFigures => !matches!(
                tag,
                Some(Tag::Figure | Tag::Table | Tag::Aside | Tag::Details)
            ),
            Extent::Paragraphs => tag == Some(Tag::P),
        };
        if is_read {
            out += &plain_text(std::slice::from_ref(block));
        }
        if out.len() > most {
            break;
        }
    }
    (out, blocks)
}

/// The same of its source, as it was before cleaning.
fn source_text<N: SourceNode>(root: &N, with_figures: bool, most: usize) -> String {
    let mut out = String::new();
    let mut open = vec![root.first_child()];
    while let Some(next) = open.last_mut() {
        let Some(node) = next.take() else {
            open.pop();
            continue;
        };
        *next = node.next_sibling();
        match node.kind() {
            NodeKind::Text(text) => out += &text,
            NodeKind::Element(name) => {
                let is_passed_over =
                    SILENT.contains(&&*name) || (!with_figures && name == "figure");
                if !is_passed_over {
                    open.push(node.first_child());
                }
            }
            NodeKind::Other => {}
        }
        if out.len() > most {
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins_so(text: &str, summary: &str) -> bool {
        begins(&mut Letters::of(text), &parts(summary))
    }

    #[test]
    fn letters_are_compared_and_nothing_else() {
        for (text, summary) in [
            ("قالَ «الوزيرُ»: ٥ مشاريع جديدة", "قال الوزير 5 مشاريـع"),
            ("L’Eau monte — vite, dit-on", "l'eau monte - VITE"),
            ("سطر أول سطر ثان", "سطر أولسطر"),
            ("بند أول بند ثان", "1. بند أول\n2. بند ثان"),
            ("عام 2024. ثم مضى", "عام 2024. ثم"),
            ("نص طويل", "نص طو"),
        ] {
            assert!(begins_so(text, summary), "{summary}");
        }
        for (text, summary) in [
            (
                "أعلنت الوزارة، اليوم، عن المشروع",
                "أعلنت الوزارة عن المشروع",
            ),
            ("نص", "نص أطول"),
            ("عام 2024 مضى", "عام 2025 مضى"),
            ("نص", "…"),
        ] {
            assert!(!begins_so(text, summary), "{summary}");
        }
    }

    #[test]
    fn what_a_shortcode_became_may_stand_in_its_place() {
        let text = "فقرة أولى. اشترك في النشرة. فقرة ثانية.";
        assert!(begins_so(text, "فقرة أولى. [su_box id=\"1\"] فقرة ثانية"));
        assert!(begins_so(text, "[toc]فقرة أولى"));
        assert!(begins_so(text, "فقرة أولى. [su_box id=\"1"));
        assert!(!begins_so(text, "فقرة أولى. [su_box] فقرة ثالثة"));
    }
}
