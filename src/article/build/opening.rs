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
/// So many letters are told for the same words when something that the other has not stands before them.
const STRETCH: usize = 40;
/// Fewer letters than this nobody cuts off a body.
pub(super) const FEW: usize = 25;
/// What stands between a place, a date, a kicker or a site's name and the text.
const STROKES: &[char] = &['-', '–', '—', '|', '/', ')', ']', ':', '•', '»', BREAK];
/// Around what stands raised: marks of notes, which a summary may have or not.
const RAISED: char = '\u{fff9}';
const LOWERED: char = '\u{fffb}';
/// Where a line is broken.
const BREAK: char = '\u{2028}';
/// What Easy TOC says behind the title of its list of contents, which an excerpt has with all headings.
const CONTENTS: &str = " Toggle ";
/// The letters from U+00C0 on without their accents; those that have none are points.
const PLAIN: &[u8; 192] = b"aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeeegggg\
    gggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";
/// Elements whose text is not read.
const SILENT: &[&str] = &["script", "style", "template", "noscript", "iframe"];

/// A letter or digit of a text, as letters are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letter {
    letter: char,
    /// It is of the number before an item of a list, or the mark of a note, which are no text of it.
    is_mark: bool,
}

/// A text by its letters and digits alone: without blanks, signs and the marks on letters; digits as ASCII has them, and
/// letters that are typed for one another as one.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter_map(letter).collect()
}

/// The character as letters are compared; `None` if it is none.
pub(super) fn letter(c: char) -> Option<char> {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' | 'ئ' => Some('ي'),
        'ک' => Some('ك'),
        'ؤ' => Some('و'),
        'ۀ' | 'ۂ' | 'ہ' => Some('ه'),
        '\u{c0}'..='\u{17f}' => match PLAIN[c as usize - 0xc0] {
            // Æ, Ø and Œ by the distance that capitals have here, without std's table of all scripts.
            b'.' if is_letter(c) => char::from_u32(match u32::from(c) {
                code @ ..=0xde => code + 0x20,
                code @ ..=0xff => code,
                code => code | 1,
            }),
            b'.' => None,
            plain => Some(char::from(plain)),
        },
        '٠'..='٩' | '۰'..='۹' => char::from_digit(u32::from(c) % 16, 10),
        _ if is_mark(c) => None,
        // What is cut from a body has its letters as they stand there; some makers write the first words large.
        _ if is_letter(c) => Some(c.to_ascii_lowercase()),
        _ => c.is_numeric().then_some(c),
    }
}

/// Whether it only marks the letter before it: accents, Arabic and Hebrew vowels.
pub(super) fn is_mark(c: char) -> bool {
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
/// what its `source` has besides, such as the letters of a formula. Before that a summary may say the `title`, and
/// either of them a place, a date, a name.
pub(super) fn repeats<N: SourceNode>(
    summaries: &[&str],
    title: &str,
    body: &[Node],
    source: Option<&N>,
) -> bool {
    let title = letters(title);
    let begin =
        |summary: &&str| Summary::of(&summary[..summary.floor_char_boundary(ENOUGH)], &title);
    let summaries: Vec<_> = summaries.iter().map(begin).collect();
    let starts_so = |text: &str| {
        after_places(text).any(|(text, is_whole)| {
            let mut text = Letters::of(text);
            let is_long = |summary: &&Summary| is_whole || summary.length >= FEW;
            summaries
                .iter()
                .filter(is_long)
                .any(|summary| summary.begins(&mut text))
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

/// The text, and what follows the place, the date or the agency that newspapers set before its first sentence; whether it
/// is all of it.
fn after_places(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let line = &text[..text.floor_char_boundary(2 * SHORT_LINES)];
    let ends = line.match_indices(STROKES);
    let after = ends.map(|(at, end)| (&text[at + end.len()..], false));
    std::iter::once((text, true)).chain(after)
}

/// A summary as it is compared.
struct Summary {
    parts: Vec<Vec<Letter>>,
    /// Where in the first part what the body says may begin: first at its own beginning.
    starts: Vec<usize>,
    /// How many letters it has.
    length: usize,
}

impl Summary {
    /// `title` is what it may say first, by its letters.
    fn of(summary: &str, title: &str) -> Self {
        let parts = parts(summary);
        let length = parts.iter().map(Vec::len).sum();
        let first = summary.split('[').next().unwrap_or_default();
        Self {
            starts: starts_in(first, title, length),
            parts,
            length,
        }
    }

    /// Whether the text begins with all of it, or with what it says behind the title, a place, a date, a name.
    fn begins(&self, text: &mut Letters) -> bool {
        let mut starts = self.starts.iter();
        starts.any(|start| begins(text, &self.parts, *start))
    }
}

/// Behind how many of its letters a summary may begin to say what a body does: behind the title, and words without the
/// end of a sentence. What is left of the `length` of all of it must be long enough to be no accident.
fn starts_in(summary: &str, title: &str, length: usize) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut at, mut base) = (0, 0);
    let mut is_title = !title.is_empty();
    let mut left = title.chars();
    let (mut is_parted, mut is_stroke, mut is_sentence) = (false, false, false);
    let reach = match summary.find(CONTENTS) {
        Some(at) if at < SHORT_LINES => GAP,
        _ => SHORT_LINES,
    };
    for c in summary.chars() {
        let Some(letter) = letter(c) else {
            is_parted |= !is_mark(c) && c != 'ـ';
            is_stroke |= STROKES.contains(&c);
            is_sentence |= matches!(c, '.' | '!' | '?' | '؟' | '۔' | '…');
            continue;
        };
        let (before, rest) = (at - base, length - at);
        let is_long = match is_stroke || before == 0 {
            true => rest >= FEW.max(before),
            false if reach == GAP => rest >= STRETCH,
            false => !is_sentence && rest >= STRETCH.max(2 * before),
        };
        if at > 0 && is_parted && is_long {
            starts.push(at);
        }
        at += 1;
        (is_parted, is_stroke) = (false, false);
        is_title &= left.next().is_none_or(|known| known == letter);
        if is_title && left.as_str().is_empty() && base == 0 {
            (base, is_sentence) = (at, false);
        }
        if before >= reach && (base > 0 || !is_title) {
            break;
        }
    }
    starts
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
    read: Vec<Letter>,
    rest: Chars<'a>,
    /// What is read next stands raised.
    is_raised: bool,
    /// It is a number behind «[», as notes are called in the line.
    is_called: bool,
}

impl<'a> Letters<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            read: Vec::new(),
            rest: text.chars(),
            is_raised: false,
            is_called: false,
        }
    }

    fn get(&mut self, at: usize) -> Option<Letter> {
        while self.read.len() <= at {
            match self.rest.next()? {
                RAISED => self.is_raised = true,
                LOWERED => self.is_raised = false,
                '[' => self.is_called = true,
                c => {
                    self.is_called &= c.is_numeric();
                    self.read.extend(letter(c).map(|letter| Letter {
                        letter,
                        is_mark: self.is_raised || self.is_called,
                    }));
                }
            }
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

/// Whether the text begins with these parts, of the first what follows `start`, with no more between them than a shortcode
/// becomes.
fn begins(text: &mut Letters, parts: &[Vec<Letter>], start: usize) -> bool {
    let (mut at, mut reach, mut any) = (0, 0, false);
    for (number, part) in parts.iter().enumerate() {
        let part = if number == 0 { &part[start..] } else { part };
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
        loop {
            match text.get(start + length) {
                Some(next) if next.letter == known.letter => {
                    length += 1;
                    break;
                }
                Some(next) if next.is_mark => length += 1,
                _ if known.is_mark => break,
                _ => return None,
            }
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
            add_text(block, &mut out);
        }
        if out.len() > most {
            break;
        }
    }
    (out, blocks)
}

fn add_text(node: &Node, out: &mut String) {
    let is_raised = node.tag() == Some(Tag::Sup);
    out.extend(is_raised.then_some(RAISED));
    out.extend((node.tag() == Some(Tag::Br)).then_some(BREAK));
    if let Node::Text(text) = node {
        out.push_str(text);
    }
    for child in node.children() {
        add_text(child, out);
    }
    out.extend(is_raised.then_some(LOWERED));
}

/// The same of its source, as it was before cleaning.
fn source_text<N: SourceNode>(root: &N, with_figures: bool, most: usize) -> String {
    let mut out = String::new();
    let mut open = vec![root.first_child()];
    // How deep what stands raised is.
    let mut raised = None;
    while let Some(next) = open.last_mut() {
        let Some(node) = next.take() else {
            open.pop();
            if raised.take_if(|depth| *depth > open.len()).is_some() {
                out.push(LOWERED);
            }
            continue;
        };
        *next = node.next_sibling();
        match node.kind() {
            NodeKind::Text(text) => out += &text,
            NodeKind::Element(name) => {
                let is_passed_over =
                    SILENT.contains(&&*name) || (!with_figures && name == "figure");
                if !is_passed_over {
                    if name == "sup" && raised.is_none() {
                        out.push(RAISED);
                        raised = Some(open.len() + 1);
                    }
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
        begins(&mut Letters::of(text), &parts(summary), 0)
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
            ("علی یک کتاب ایرانی", "علي يك كتاب ايراني"),
            ("أعلنت إدارة المسؤول", "اعلنت ادارة المسوول"),
            ("Été à l’école", "E\u{301}te\u{301} à l'ÉCOLE"),
            ("Œuvre d’ÎLE", "œuvre d’île"),
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
            ("Œuvre", "Ouvre"),
            ("نص", "…"),
        ] {
            assert!(!begins_so(text, summary), "{summary}");
        }
    }

    #[test]
    fn the_mark_of_a_note_is_no_text() {
        let text = format!("كتاب جديد{RAISED}12{LOWERED} في المكتبة");
        for summary in ["كتاب جديد في", "كتاب جديد12 في", "كتاب جديد[12] في"]
        {
            assert!(begins_so(&text, summary), "{summary}");
        }
        assert!(begins_so("كتاب جديد[12] في", "كتاب جديد في"));
        assert!(!begins_so("كتاب جديد12 في", "كتاب جديد في"));
        assert!(!begins_so("كتاب جديد[هكذا] في", "كتاب جديد في"));
    }

    #[test]
    fn something_may_stand_before_a_long_stretch_that_is_the_same() {
        let text = "أعلنت وزارة التجهيز والماء صباح اليوم عن مشروع جديد لتحلية مياه البحر في أكادير ونواحيها.";
        let said = |before: &str, text: &str| {
            let summary = format!("{before}{text}");
            Summary::of(&summary, &letters("مشروع جديد للماء")).begins(&mut Letters::of(
                "أعلنت وزارة التجهيز والماء صباح اليوم عن مشروع جديد لتحلية مياه البحر في أكادير ونواحيها.",
            ))
        };
        for before in [
            "",
            "هسبريس - ",
            "RABAT (MAP) - ",
            "05/09/2024 - ",
            "الرباط/ 5 شتنبر 2024 (ومع) ",
            "عاجل | ",
            "عاجل|",
            "Par Salma Alaoui ",
            "محتويات Toggle مقدمة ",
            "محتويات Toggle مقدمة1. لماذا هذا المشروع؟2. كم سيكلف الدولة؟3. متى تبدأ الأشغال؟4. ماذا يقول السكان؟ ",
            "مشروع جديد للماء ",
            "مشروع جديد للماء. هسبريس - ",
        ] {
            assert!(said(before, text), "{before}");
        }
        // A sentence of its own, words beyond a few, a stretch that is short or goes on otherwise.
        assert!(!said("المشروع ينتظره الناس. ", text));
        assert!(!said(&"كلمات كثيرة من عنده ".repeat(5), text));
        let long = "كلمات كثيرة من عنده ".repeat(4);
        assert!(!said(
            &format!("مشروع جديد للماء {long}- "),
            &text.repeat(3)
        ));
        assert!(!said("هسبريس - ", "أعلنت وزارة التجهيز"));
        assert!(!said(
            "هسبريس - ",
            "أعلنت وزارة التجهيز والماء صباح اليوم عن مشروع آخر"
        ));
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
