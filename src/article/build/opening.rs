//! How a body begins, to know a summary that only says it again: an excerpt that a machine cut off the body.

use std::cell::Cell;
use std::str::Chars;

use crate::article::Stamp;
use crate::article::body::{Node, Tag, plain_text};
use crate::language::{is_letter, month_names};
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
/// What stands between the name of a place or of a site and the text of a summary.
const DASHES: &[char] = &['-', '–', '—', '|', '/', '•', '»', BREAK];
/// How many words such a name has at most.
const NAME_WORDS: usize = 3;
/// What Easy TOC calls its list of contents, which an excerpt has with all headings.
const CONTENTS: &[&str] = &[
    "محتويات",
    "المحتويات",
    "جدول المحتويات",
    "Contents",
    "Table of Contents",
    "Sommaire",
    "Índice",
];
/// What it says behind that.
const TOGGLE: &str = "Toggle ";
/// What newspapers set before an urgent text.
const KICKERS: &[&str] = &["عاجل", "خاص", "فوري", "Urgent", "Breaking"];
/// What stands before an author's name, by its letters.
const BYLINES: &[&str] = &["par", "by", "por", "بقلم"];
/// Agencies in brackets; those of a few capitals need no list.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "ومع", "أ ف ب", "رويترز", "وكالات", "واج", "وفا", "واس", "وام", "سانا", "كونا", "بترا", "قنا", "د ب أ", "أ ب", "أ ش أ",
    "الأناضول", "شينخوا", "Reuters", "ایسنا", "ایرنا", "تسنیم",
];
/// How many capitals are an agency's at most.
const AGENCY: usize = 6;
/// So many letters of an article are compared at most; nothing more counts as said twice.
const BUDGET: usize = 200_000;
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
    let budget = Cell::new(BUDGET);
    let begin =
        |summary: &&str| Summary::of(&summary[..summary.floor_char_boundary(ENOUGH)], &title);
    let summaries: Vec<_> = summaries.iter().map(begin).collect();
    let starts_so = |text: &str| {
        after_places(text).any(|(text, is_whole)| {
            let mut text = Letters::of(text, &budget);
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

/// Behind how many of its letters a summary may begin to say what a body does: behind the title, a place, a date, a name.
/// Whatever else stands there only the summary says. What is left of the `length` of all of it must be long enough to be
/// no accident.
fn starts_in(summary: &str, title: &str, length: usize) -> Vec<usize> {
    let mut starts = vec![0];
    let title_end = after_letters(summary, title).filter(|_| !title.is_empty());
    for base in std::iter::once(0).chain(title_end) {
        let all = trimmed(&summary[base..]);
        let first = count(&summary[..summary.len() - all.len()]);
        if base > 0 && length - first >= FEW {
            starts.push(first);
        }
        let mut add = |rest: &str, least: usize| {
            let at = count(&summary[..summary.len() - trimmed(rest).len()]);
            if at < length && length - at >= least && !starts.contains(&at) {
                starts.push(at);
            }
        };
        if let Some(list) = after_contents_title(all) {
            let words = list.char_indices().scan(0, |letters, (at, c)| {
                *letters += usize::from(letter(c).is_some());
                (*letters <= GAP).then_some((at, c))
            });
            let ends = words.filter(|(_, c)| letter(*c).is_none() && !is_mark(*c) && *c != 'ـ');
            add(list, STRETCH);
            ends.for_each(|(at, _)| add(&list[at..], STRETCH));
            continue;
        }
        for name in after_names(all) {
            add(name, STRETCH.max(2 * count(&all[..all.len() - name.len()])));
        }
        // «Rabat/ 5 septembre 2024 (MAP)»: some of them, one behind another.
        let mut rest = all;
        for _ in 0..MOST_SHORT_LINES {
            let ends: Vec<_> = after_short(rest).collect();
            let Some((last, _)) = ends.last().copied() else {
                break;
            };
            let before = |end: &str| count(&all[..all.len() - end.len()]);
            if before(last) > SHORT_LINES {
                break;
            }
            for (end, is_closed) in ends {
                add(end, before(end).max(if is_closed { FEW } else { STRETCH }));
            }
            rest = trimmed(last);
        }
    }
    starts
}

/// What follows each thing of a few words at the start of a text that is none of its sentences: a kicker, a date, an agency
/// in brackets, the name of a place or a site before a stroke; whether a sign closes it.
fn after_short(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let line = &text[..text.floor_char_boundary(2 * SHORT_LINES)];
    let kicker = KICKERS.iter().find_map(|word| {
        let rest = text[after_letters(text, &letters(word))?..].trim_start();
        rest.starts_with(STROKES).then_some((rest, true))
    });
    let agency = text.starts_with(['(', '[']).then(|| line.find([')', ']']));
    let agency = agency.flatten().filter(|end| is_agency(&line[1..*end]));
    let agency = agency.map(|end| (&text[end + 1..], true));
    let has_digit = line.contains(char::is_numeric);
    let mut blanks = line.match_indices(char::is_whitespace).map(|(at, _)| at);
    let date = blanks.rfind(|at| has_digit && is_date(&text[..*at]));
    let date = date.map(|at| (&text[at..], false));
    let strokes = line.match_indices(DASHES).filter(move |(at, stroke)| {
        // «Al-Hoceima» is one word.
        let is_apart = line[..*at].ends_with(char::is_whitespace)
            || line[at + stroke.len()..].starts_with(char::is_whitespace);
        (*stroke != "-" || is_apart) && is_dateline(&line[..*at])
    });
    let strokes = strokes.map(move |(at, stroke)| (&text[at + stroke.len()..], true));
    kicker.into_iter().chain(agency).chain(date).chain(strokes)
}

/// Whether words before a stroke are a place's, a site's or an agency's name, or a date, or a place with either.
fn is_dateline(words: &str) -> bool {
    let mut words = words.trim();
    if let Some((before, agency)) = words.strip_suffix(')').and_then(|all| all.rsplit_once('(')) {
        if !is_agency(agency) {
            return false;
        }
        words = before.trim_end();
    }
    if words.contains(char::is_numeric) {
        let starts = words.match_indices(char::is_whitespace);
        let mut starts = std::iter::once(0).chain(starts.map(|(at, _)| at));
        let Some(at) = starts.find(|at| is_date(&words[*at..])) else {
            return false;
        };
        words = &words[..at];
    }
    let is_other = |c: char| {
        c.is_numeric()
            || matches!(
                c,
                '.' | '!' | '?' | '؟' | '۔' | '…' | ':' | '(' | ')' | '[' | ']'
            )
    };
    !words.contains(is_other) && words.split_whitespace().count() <= NAME_WORDS
}

fn is_agency(name: &str) -> bool {
    let short = name.chars().filter(|c| !matches!(c, '.' | ' '));
    let is_short = name.len() <= 2 * AGENCY && short.clone().all(|c| c.is_ascii_uppercase());
    let name = letters(name);
    is_short && (2..=AGENCY).contains(&short.count())
        || AGENCIES.iter().any(|known| letters(known) == name)
}

/// Whether a text is a date and nothing else, in whatever shape.
pub(super) fn is_date(text: &str) -> bool {
    let has_digit = |word: &&str| word.contains(char::is_numeric);
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | '|'));
    let words = words.filter(|word| word.contains(char::is_alphanumeric));
    let (mut numbers, mut months) = (0, 0);
    for word in words {
        if has_digit(&word) && word.chars().filter(|c| is_letter(*c)).count() <= 2 {
            numbers += 1;
        } else if is_month(word) {
            months += 1;
        } else {
            return false;
        }
    }
    let is_written = || {
        let mut parts = text.trim().split(['/', '.', '-']);
        let is_number = |part: &str| {
            (1..=4).contains(&part.chars().count()) && part.chars().all(char::is_numeric)
        };
        parts.clone().count() == 3 && parts.all(is_number)
    };
    numbers > 0 && (months > 0 || is_written() || Stamp::parse(text).is_some())
}

fn is_month(word: &str) -> bool {
    let is_it = |name: &str| {
        name.chars()
            .filter_map(letter)
            .eq(word.chars().filter_map(letter))
    };
    month_names().any(|(_, name)| name.split_whitespace().any(is_it))
}

/// What follows a byline at the start of a text, as long as a name may be.
fn after_names(text: &str) -> Vec<&str> {
    let byline = BYLINES.iter().find_map(|word| {
        let rest = &text[after_letters(text, word)?..];
        rest.starts_with([' ', ':', '/']).then_some(rest)
    });
    let mut rest = byline.map_or("", trimmed);
    let mut out = Vec::new();
    for _ in 0..NAME_WORDS {
        let Some(end) = rest.find(char::is_whitespace) else {
            break;
        };
        let word = &rest[..end];
        // What begins small is no end of a name, and behind a sentence's end is another.
        if word.ends_with(['.', '!', '?', '؟', '۔', '…', ',', '،', ':']) {
            break;
        }
        rest = trimmed(&rest[end..]);
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
            out.push(rest);
        } else if out.is_empty() {
            break;
        }
    }
    out
}

/// What follows the title of Easy TOC's list of contents.
fn after_contents_title(text: &str) -> Option<&str> {
    CONTENTS.iter().find_map(|title| {
        let rest = &text[after_letters(text, &letters(title))?..];
        rest.trim_start().strip_prefix(TOGGLE)
    })
}

/// Where a text goes on behind these letters, if it begins with them and they end a word.
fn after_letters(text: &str, known: &str) -> Option<usize> {
    let mut left = known.chars();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match letter(c) {
            Some(letter) => match left.next() {
                Some(known) if known == letter => end = at + c.len_utf8(),
                Some(_) => return None,
                None if end == at => return None,
                None => break,
            },
            None if is_mark(c) && end == at => end += c.len_utf8(),
            None => {}
        }
    }
    left.as_str().is_empty().then_some(end)
}

/// Without what is no letter at its start; a bracket stays.
fn trimmed(text: &str) -> &str {
    text.trim_start_matches(|c: char| letter(c).is_none() && !matches!(c, '(' | '['))
}

/// How many letters a text has.
fn count(text: &str) -> usize {
    text.chars().filter_map(letter).count()
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
    /// How many letters may still be compared.
    budget: &'a Cell<usize>,
}

impl<'a> Letters<'a> {
    fn of(text: &'a str, budget: &'a Cell<usize>) -> Self {
        Self {
            budget,
            read: Vec::new(),
            rest: text.chars(),
            is_raised: false,
            is_called: false,
        }
    }

    /// Whether another letter may be compared.
    fn may_go_on(&self) -> bool {
        let left = self.budget.get();
        self.budget.set(left.saturating_sub(1));
        left > 0
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
        if !text.may_go_on() {
            return false;
        }
        if !part.is_empty() {
            let mut places = at..=at + reach;
            let found = loop {
                match places
                    .next()
                    .filter(|start| text.may_go_on() && text.reach(*start))
                {
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
            if !text.may_go_on() {
                return None;
            }
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
        begins(
            &mut Letters::of(text, &Cell::new(BUDGET)),
            &parts(summary),
            0,
        )
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
                &Cell::new(BUDGET),
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
            "عاجل: ",
            "Rabat, 5 septembre 2024 (MAP) - ",
            "Par Salma Alaoui ",
            "محتويات Toggle مقدمة ",
            "محتويات Toggle مقدمة1. لماذا هذا المشروع؟2. كم سيكلف الدولة؟3. متى تبدأ الأشغال؟4. ماذا يقول السكان؟ ",
            "مشروع جديد للماء ",
            "مشروع جديد للماء. هسبريس - ",
        ] {
            assert!(said(before, text), "{before}");
        }
        // A sentence of its own, words beyond a few, a stretch that is short or goes on otherwise.
        for before in [
            "المشروع ينتظره الناس. ",
            "الوزير بنموسى: ",
            "قتل ثلاثة (حصيلة جديدة) ",
            "قتل ثلاثة وجرح أربعون - ",
            "40 جريحا - ",
            "خاص بالجنوب ",
            "Par décision du ministre ",
            "كيف تستعمل زر Toggle في نظامك؟ ثلاثة قتلى. ",
        ] {
            assert!(!said(before, text), "{before}");
        }
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
    fn only_so_many_letters_of_an_article_are_compared() {
        let summary = format!("a{}[x]{}b", "a-".repeat(60), "a".repeat(1500));
        let text = "a-".repeat(4000);
        let budget = Cell::new(BUDGET);
        let summary = Summary::of(&summary, "");
        for (text, _) in after_places(&text) {
            assert!(!summary.begins(&mut Letters::of(text, &budget)));
        }
        assert_eq!(budget.get(), 0);
        assert!(!Summary::of("aa", "").begins(&mut Letters::of("aa", &budget)));
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
