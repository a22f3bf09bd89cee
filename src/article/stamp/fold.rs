//! One character as dates are compared: in small letters without marks, digits in ASCII.

use std::iter::once;

/// What a character says in a date.
enum Folded {
    /// The same as this one.
    As(char),
    /// Nothing: a mark on a letter, a sign that only stretches or joins.
    Nothing,
    /// No date has it.
    Foreign,
}

/// The text in folded characters; `None` if one of them stands in no date.
pub(super) fn folded(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match fold(c) {
            Folded::As(c) => out.push(c),
            Folded::Nothing => {}
            Folded::Foreign => return None,
        }
    }
    Some(out)
}

/// The folded characters of a name of Qari's own tables.
pub(super) fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter_map(|c| match fold(c) {
        Folded::As(c) => Some(c),
        Folded::Nothing | Folded::Foreign => None,
    })
}

/// Whether words of folded text are made of it.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c >= '\u{5d0}'
}

/// Splits folded text behind the letters that it begins with.
pub(super) fn split_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c| !is_letter(c)).unwrap_or(text.len()))
}

/// How many letters of a name in Latin letters are enough.
pub(super) const SHORTEST: usize = 3;

/// Whether a folded word is this name, each with or without what stands before nouns: the article of Arabic
/// («تشرين أول»), «in» of Hebrew («ספטמבר»). Of a name in Latin letters three are enough: «sept.», «janv.».
pub(super) fn is_name(word: &str, name: &str) -> bool {
    if word.is_ascii() {
        let mut letters = letters(name);
        return word.len() >= SHORTEST && word.chars().all(|c| letters.next() == Some(c));
    }
    letters(without_prefix(name)).eq(without_prefix(word).chars())
}

/// A word without the article of Arabic or the «in» of Hebrew.
pub(super) fn without_prefix(word: &str) -> &str {
    let bare = word.strip_prefix("ال").or_else(|| word.strip_prefix('ב'));
    bare.unwrap_or(word)
}

/// What follows in folded `text` behind all words of a name; `None` if it does not begin with them.
pub(super) fn strip_name<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = text;
    for (part, gap) in name.split(' ').zip(once("").chain(std::iter::repeat(" "))) {
        let (word, after) = split_word(rest.strip_prefix(gap)?.trim_start_matches(' '));
        if !is_name(word, part) {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

fn fold(c: char) -> Folded {
    Folded::As(match c {
        '٠'..='٩' | '۰'..='۹' => char::from(b'0' + (u32::from(c) % 16) as u8),
        // The minus sign.
        '\u{2212}' => '-',
        // Commas, spaces, dashes, bullets, and marks of direction of any script.
        '،' | '؛' | '۔' | '\u{61c}' | '\u{a0}' | '·' | '’' | '•' | '|' | '\'' | '«' | '»' => {
            ' '
        }
        '\u{2007}'..='\u{200a}' | '\u{200e}' | '\u{200f}' | '\u{2010}'..='\u{2015}' => ' ',
        '\u{202a}'..='\u{202f}' | '\u{2066}'..='\u{2069}' => ' ',
        // Accents and points, tatweel, joiners, the geresh of Hebrew abbreviations.
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{5f3}' | '\u{5f4}' => {
            return Folded::Nothing;
        }
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => {
            return Folded::Nothing;
        }
        // Letters of Arabic script that are typed for one another.
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' | 'ہ' | 'ۃ' | 'ۀ' | 'ە' => 'ه',
        'É' | 'é' | 'È' | 'è' | 'Ê' | 'ê' => 'e',
        'À' | 'à' | 'Á' | 'á' | 'Â' | 'â' => 'a',
        'Û' | 'û' | 'Ù' | 'ù' | 'Ú' | 'ú' => 'u',
        'Í' | 'í' | 'Î' | 'î' => 'i',
        'Ó' | 'ó' | 'Ô' | 'ô' => 'o',
        'Ñ' | 'ñ' => 'n',
        'Ç' | 'ç' => 'c',
        'א'..='ת' | '\u{620}'..='\u{6d3}' => c,
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => return Folded::Foreign,
    })
}
