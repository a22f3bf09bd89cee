//! One character as dates are compared: in small letters without marks, digits in ASCII.

use std::iter::once;

/// Stands for what no date has.
pub(super) const FOREIGN: char = '?';

/// The text in folded characters.
pub(super) fn folded(text: &str) -> String {
    letters(text).collect()
}

/// The folded characters of a text.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(fold)
}

/// Whether words of folded text are made of it.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c >= '\u{5d0}'
}

/// Splits folded text behind the letters that it begins with.
pub(super) fn split_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c| !is_letter(c)).unwrap_or(text.len()))
}

/// How many letters of a name in Latin or Hebrew letters are enough.
const SHORTEST: usize = 3;

/// Whether a folded word is this name. Of a name in Latin or Hebrew letters three are enough: «sept.», «פבר׳».
pub(super) fn is_name(word: &str, name: &str) -> bool {
    let bare = without_prefix(word);
    let mut named = letters(without_prefix(name));
    let is_short = bare.chars().count() >= SHORTEST
        && bare.chars().all(|c| c <= 'ת' && named.next() == Some(c));
    is_short || is_whole(word, name)
}

/// Whether a folded word is all of this name, each with or without what stands before nouns.
pub(super) fn is_whole(word: &str, name: &str) -> bool {
    letters(without_prefix(name)).eq(without_prefix(word).chars())
}

/// A word without the article of Arabic («تشرين أول»), or the «in» or «of» of Hebrew («ספטמבר»).
fn without_prefix(word: &str) -> &str {
    let bare = word.strip_prefix("ال");
    let bare = bare.or_else(|| word.strip_prefix(['ב', 'ל']));
    bare.unwrap_or(word)
}

/// What follows in folded `text` behind all words of a name; `None` if it does not begin with them.
pub(super) fn strip_name<'t>(
    text: &'t str,
    name: &str,
    is: fn(&str, &str) -> bool,
) -> Option<&'t str> {
    let mut rest = text;
    for (part, gap) in name.split(' ').zip(once("").chain(std::iter::repeat(" "))) {
        let (word, after) = split_word(rest.strip_prefix(gap)?.trim_start_matches(' '));
        if !is(word, part) {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

/// The folded character: [`FOREIGN`] where no date has it, `None` for a mark on a letter or a sign that only stretches
/// or joins.
fn fold(c: char) -> Option<char> {
    Some(match c {
        '٠'..='٩' | '۰'..='۹' => char::from(b'0' + (u32::from(c) % 16) as u8),
        // The minus sign.
        '\u{2212}' => '-',
        // Commas, bullets and dashes of any script, which part one thing from the next.
        '،' | '؛' | '·' | '•' | '«' | '»' | '\u{2012}'..='\u{2015}' => '|',
        // Spaces, hyphens, apostrophes and marks of direction.
        '۔' | '\u{61c}' | '\u{a0}' | '’' | '\'' => ' ',
        '\u{2007}'..='\u{200a}' | '\u{200e}'..='\u{2011}' => ' ',
        '\u{202a}'..='\u{202f}' | '\u{2066}'..='\u{2069}' => ' ',
        // Accents and points, tatweel, joiners, the geresh of Hebrew abbreviations, the raised o of «1.º».
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{5f3}' | '\u{5f4}' | '"' => return None,
        '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => {
            return None;
        }
        'º' | 'ª' | '°' => return None,
        '№' => '#',
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
        _ => FOREIGN,
    })
}
