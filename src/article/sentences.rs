//! What is spoken of a text, sentence by sentence. Pure: the browser's room brings the texts, and the cuts of
//! `Intl.Segmenter` where there is one. Neither that nor a full stop knows an abbreviation: both are mended here.

use std::ops::Range;

use crate::language::is_letter;

/// The signs that end a sentence.
const ENDS: [char; 6] = ['.', '!', '?', '؟', '۔', '…'];
/// The marks that close behind them.
const CLOSING: [char; 5] = ['"', '”', '»', ')', ']'];
/// The marks behind which a long sentence is cut, if a space follows.
const PAUSES: [char; 5] = ['،', '؛', ',', ';', ':'];
/// Most characters of one utterance: longer ones stop by themselves in Chromium after a quarter of a minute.
const LONGEST: usize = 200;
/// A pause nearer to the start than this cuts nothing off: three words are no sentence.
const SHORTEST: usize = 40;

/// Words that go on behind their stop, in small letters; single letters do anyway («د.», `J.`).
const ABBREVIATIONS: &[&str] = &[
    // English.
    "dr", "mr", "mrs", "ms", "prof", "st", "gen", "col", "capt", "lt", "sen", "rep", "gov", "rev",
    "hon", "vs", "fig", "vol", "ed", "approx", "inc", "dept", "pp", "mt",
    // French and Spanish.
    "mm", "mme", "mlle", "cf", "art", "env", "ex", "sr", "sra", "srta", "dra", "ud", "uds", "pág",
    "av", "lic", "ing", // Arabic.
    "أد", "دد", "صص", "مج",
];
/// The same where a number follows: `No. 5`, «رقم. 5».
const BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "nr", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "núm", "chap", "sec",
    "رقم", "مادة", "جزء", "ش",
];

/// Cuts a text behind the signs that end a sentence, for browsers before `Intl.Segmenter`. The pieces follow one
/// another without a gap.
pub fn cut(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (sentence, next) = rest.split_at(sentence_length(rest));
        pieces.push(sentence);
        rest = next;
    }
    pieces
}

/// The length of the first sentence, in bytes: up to its sign, what closes behind it and the white space after that.
fn sentence_length(text: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].find(ENDS) {
        let after = text[at + found..].trim_start_matches(ENDS);
        let closed = after.trim_start_matches(CLOSING);
        let next = closed.trim_start();
        // A stop within a number, an address or a name ends nothing: 3.5.
        let is_inside = text[at + found..].starts_with('.') && closed.len() == next.len();
        if !is_inside || next.is_empty() {
            return text.len() - next.len();
        }
        at = text.len() - after.len();
    }
    text.len()
}

/// The spans, in bytes, of what is spoken at once: sentences without the white space around them, long ones in parts.
/// `pieces` are the cuts of `text`, without a gap from its start.
pub fn spoken<'p>(text: &str, pieces: impl IntoIterator<Item = &'p str>) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let (mut start, mut end) = (0, 0);
    for piece in pieces {
        end += piece.len();
        let (Some(sentence), Some(next)) = (text.get(start..end), text.get(end..)) else {
            break;
        };
        if !goes_on(sentence, next) {
            add(text, start..end, &mut spans);
            start = end;
        }
    }
    add(text, start..text.len(), &mut spans);
    spans
}

/// Whether a piece that ends in a stop is no whole sentence.
fn goes_on(sentence: &str, next: &str) -> bool {
    let trimmed = sentence.trim_end();
    let (Some(before), Some(first)) = (trimmed.strip_suffix('.'), next.chars().next()) else {
        return false;
    };
    let is_apart = trimmed.len() < sentence.len();
    if !is_apart || first.is_lowercase() {
        // 3.|5, example.|ma; a sentence does not begin with a small letter.
        return first.is_alphanumeric();
    }
    let start = before.rfind(|c: char| !(is_letter(c) || c == '.' || c == '\u{640}'));
    let start = start.map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    let letters: String = before[start..].chars().filter(|&c| is_letter(c)).collect();
    let word = letters.to_ascii_lowercase();
    // «سنة 2024 م.», «12 م.»: a unit behind its number ends a sentence like any word.
    let is_unit = before[..start].trim_end().ends_with(char::is_numeric);
    // `U.S.`, «أ.د.», `J.`
    let is_initials = before[start..]
        .split('.')
        .all(|part| part.chars().filter(|&c| is_letter(c)).count() == 1);
    match word.as_str() {
        "" => false,
        _ if is_initials => !is_unit,
        word if ABBREVIATIONS.contains(&word) => true,
        word => first.is_numeric() && BEFORE_NUMBERS.contains(&word),
    }
}

/// Adds a sentence, if there is something to speak in it.
fn add(text: &str, span: Range<usize>, spans: &mut Vec<Range<usize>>) {
    let mut rest = text[span.clone()].trim_end();
    let end = span.start + rest.len();
    while !rest.is_empty() {
        let (part, after) = rest.split_at(part_length(rest));
        if part.contains(char::is_alphanumeric) {
            let start = end - rest.trim_start().len();
            spans.push(start..start + part.trim().len());
        }
        rest = after;
    }
}

/// The length of what is spoken at once of a sentence, in bytes: all of it, or up to a pause, or to a word.
fn part_length(sentence: &str) -> usize {
    let Some((limit, _)) = sentence.char_indices().nth(LONGEST) else {
        return sentence.len();
    };
    let (mut pause, mut word) = (None, None);
    let mut before = ' ';
    for (number, (at, c)) in sentence[..limit].char_indices().enumerate() {
        if c.is_whitespace() {
            word = Some(at);
            if number >= SHORTEST && PAUSES.contains(&before) {
                pause = word;
            }
        }
        before = c;
    }
    pause.or(word.filter(|&at| at > 0)).unwrap_or(limit)
}

/// Whether digits that are raised behind `before` are an exponent (10², م², `km²`), not the mark of a note.
pub fn is_exponent(before: &str) -> bool {
    let word = before.chars().rev().take_while(|&c| is_letter(c)).count();
    (1..=3).contains(&word) || before.ends_with(|c: char| c.is_numeric() || c == ')')
}

/// A raised text as it is spoken: behind a 10, a plain 2 would make 102.
pub fn raised(text: &str) -> String {
    let up = |c| match c {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '-' | '\u{2212}' => '⁻',
        '+' => '⁺',
        // The block has the others in their order.
        '0' | '4'..='9' => char::from_u32(0x2070 + u32::from(c) - 0x30).unwrap_or(c),
        _ => c,
    };
    text.chars().map(up).collect()
}

#[cfg(test)]
mod tests;
