//! Phone numbers and other groups of digits, scores, formations and ranges, numbers with a sign or a unit.

use super::{Found, is_digit, is_in_run, is_raised, span};

/// What stands before a number as its sign.
pub(super) const SIGNS: [char; 8] = ['-', '\u{2212}', '+', '±', '~', '≈', '≤', '≥'];

/// No number has more groups, and none is read twice to a far end.
const MOST_GROUPS: usize = 16;
/// No number to dial has more signs before its digits: more are not read, as each of them may begin one.
const MOST_SIGNS: usize = 2;
/// No code to dial is longer, in bytes.
const LONGEST_CODE: usize = 40;
/// How a number begins that is dialled.
const DIALLED: [char; 5] = ['+', '(', '0', '٠', '۰'];
/// How a year begins.
const YEARS: [&str; 6] = ["1", "١", "۱", "20", "٢٠", "۲۰"];
/// What parts the groups of a number.
const GAPS: [char; 3] = [' ', '\u{a0}', '\u{202f}'];
/// What stands between the ends of a range.
const DASHES: [char; 4] = ['-', '\u{2011}', '–', '\u{2212}'];
/// What stands before thousands, a fraction or minutes.
const MARKS: [char; 5] = ['.', ',', '٫', '٬', ':'];
/// What stands behind the minutes and the seconds of an angle.
const PRIMES: [char; 6] = ['′', '″', '\'', '"', '’', '”'];

/// Some digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    /// What parts them from the group before.
    gap: Gap,
    digits: usize,
    /// Where they end, in bytes.
    end: usize,
    is_year: bool,
}

/// What parts two groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// It is the first group.
    None,
    Space,
    Dash,
    /// A dot, brackets, several signs.
    Other,
}

/// The number at the start of a text.
pub(super) fn read(text: &str) -> Found {
    let is_sign = |c: &char| matches!(c, '+' | '(');
    let signs = text
        .chars()
        .take_while(is_sign)
        .take(MOST_SIGNS + 1)
        .count();
    if signs > MOST_SIGNS {
        return Found::Nothing;
    }
    let groups = groups(text, signs);
    let run = measured(text)
        .or_else(|| grouped(text, &groups))
        .or_else(|| range(text))
        .or_else(|| coded(text));
    match (run, groups.last()) {
        (Some(end), _) => Found::Run(end),
        // What is in the brackets may have an order of its own.
        (None, Some(last)) if !text.starts_with('(') => {
            let is_dialled = text.starts_with(DIALLED);
            let read = if is_dialled {
                *last
            } else {
                groups[dashed(&groups) - 1]
            };
            Found::Digits(read.end)
        }
        _ => Found::Nothing,
    }
}

/// The length of a phone number, of a card's or a law's, or of a formation.
fn grouped(text: &str, groups: &[Group]) -> Option<usize> {
    let last = groups.last()?;
    let dashed = dashed(groups);
    let is_chain = (3..MOST_GROUPS).contains(&dashed);
    // The parts of a formation have one digit each.
    if is_chain
        && text.starts_with(is_digit)
        && groups[..dashed].iter().all(|group| group.digits == 1)
    {
        return Some(groups[dashed - 1].end);
    }
    let is_dashed = is_chain && dashed == groups.len();
    let is_date = is_dashed && text.starts_with(is_digit) && is_date(groups);
    // Cards, and phones of every country.
    let all_spaced = groups[1..].iter().all(|group| group.gap == Gap::Space);
    let is_spaced = all_spaced
        && match groups {
            [first, second] => {
                first.digits.min(second.digits) > 3
                    && (!first.is_year || (second.digits == 4 && !second.is_year))
            }
            _ => groups.len() > 2,
        };
    let is_dialled = text.starts_with(DIALLED) && (groups.len() > 1 || text.starts_with('+'));
    let digits: usize = groups.iter().map(|group| group.digits).sum();
    let is_long = is_dashed || ((is_dialled || is_spaced) && digits >= 7);
    // The bracket of a number that stands whole in brackets is not its own.
    let is_enclosed = text.starts_with('(') && !text[..last.end].contains(')');
    let are_years = groups.iter().all(|group| group.is_year);
    (is_long && digits <= 24 && !is_enclosed && !are_years && !is_date).then_some(last.end)
}

/// How many groups from the first on have only dashes between them.
fn dashed(groups: &[Group]) -> usize {
    let is_dashed = |group: &&Group| matches!(group.gap, Gap::None | Gap::Dash);
    groups.iter().take_while(is_dashed).count()
}

/// Whether three groups are a day, a month and a year, or three years: they read right from either side.
fn is_date(groups: &[Group]) -> bool {
    let digits: Vec<usize> = groups.iter().map(|group| group.digits).collect();
    matches!(
        digits[..],
        [4, 4, 4] | [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4]
    )
}

/// The length of a quantity that is taken apart without a sign: at its thousands, its exponent or the letter of its degrees.
fn measured(text: &str) -> Option<usize> {
    let end = quantity(text)?;
    let read = &text[..end];
    let comes_apart = read.contains(GAPS)
        || read.contains(['⁺', '⁻'])
        || (read.contains('°') && read.ends_with(|c: char| c.is_ascii_alphabetic()));
    (comes_apart && !goes_on(&text[end..])).then_some(end)
}

/// The length of two quantities with a dash between them at the start of a text (`2-1`, `3.5-4.2`, `10:30–11:45`), or of minutes and
/// those that were added to them (`90+3`).
fn range(text: &str) -> Option<usize> {
    let first = quantity(text)?;
    let rest = &text[first..];
    let added = rest.strip_prefix('+');
    let other = added.or_else(|| rest.strip_prefix(DASHES))?;
    let second = quantity(other)?;
    let is_plain = |number: &str| number.chars().all(is_digit);
    let is_pair = is_plain(&text[..first]) && is_plain(&other[..second]);
    let behind = &other[second..];
    ((added.is_none() || is_pair) && !goes_on(behind)).then_some(text.len() - behind.len())
}

/// The length of a word that begins with a digit and has Latin letters behind a sign (`5.0-rc1`, `3-D`).
fn coded(text: &str) -> Option<usize> {
    // Before a sign, none behind it is looked at: each of them may begin a number.
    if !text.starts_with(is_digit) {
        return None;
    }
    let word = text[..span(text, is_in_run)].trim_end_matches(|c: char| c.is_ascii_punctuation());
    let has_letter = word.contains(|c: char| c.is_ascii_alphabetic());
    let is_coded = has_letter && word.contains(['-', '+']);
    (is_coded && !word.contains('@')).then_some(word.len())
}

/// The length of a number with a sign before it at the start of a text, or of a code to dial (`*100#`).
pub(super) fn signed(text: &str) -> Option<usize> {
    if text.starts_with(['*', '#']) {
        let code = &text[..text.floor_char_boundary(LONGEST_CODE)];
        let code = &code[..span(code, |c| is_digit(c) || matches!(c, '*' | '#'))];
        return (code.ends_with('#') && code.contains(is_digit)).then_some(code.len());
    }
    let number = text.strip_prefix(SIGNS)?;
    let end = quantity(number)?;
    let behind = &number[end..];
    let is_phone = if text.starts_with('+') {
        let next = behind.strip_prefix(GAPS).unwrap_or_default();
        next.trim_start_matches('(').starts_with(is_digit)
    } else {
        !number[..end].contains(GAPS) && grouped(number, &groups(number, 0)).is_some()
    };
    let end = if is_phone || goes_on(behind) {
        range(number).filter(|_| !text.starts_with('+') && !is_phone)
    } else {
        Some(end)
    };
    end.map(|end| text.len() - number.len() + end)
}

/// The length of a number with its thousands and its fraction, and with what it counts.
fn quantity(text: &str) -> Option<usize> {
    let end = amount(text)?;
    let unit = &text[end..];
    let length = degrees(unit).unwrap_or_else(|| {
        let length = span(unit, is_in_unit);
        let per = unit[length..].strip_prefix('/').unwrap_or_default();
        match span(per, is_in_unit) {
            per @ 1.. if length > 0 => length + 1 + per,
            _ => length,
        }
    });
    Some(end + length)
}

fn amount(text: &str) -> Option<usize> {
    let whole = span(text, is_digit);
    let mut end = whole;
    let is_short = text[..whole].chars().count() <= 3;
    for _ in 0..MOST_GROUPS {
        match part(&text[end..], &GAPS) {
            Some((length, 3)) if is_short => end += length,
            Some(_) => {
                // Groups of other lengths are a phone number's.
                end = whole;
                break;
            }
            None => break,
        }
    }
    for _ in 0..MOST_GROUPS {
        let Some((length, digits)) = part(&text[end..], &MARKS) else {
            break;
        };
        end += length;
        if digits != 3 {
            break;
        }
    }
    (whole > 0).then_some(end)
}

/// One of some signs and the digits behind it at the start of a text: their length, and how many digits.
fn part(text: &str, signs: &[char]) -> Option<(usize, usize)> {
    let digits = text.strip_prefix(signs)?;
    let length = span(digits, is_digit);
    let count = digits[..length].chars().count();
    (count > 0).then(|| (text.len() - digits.len() + length, count))
}

/// The length of degrees that say of what they are (`°C`, `°58′N`).
fn degrees(text: &str) -> Option<usize> {
    let spaced = |text: &str| text.len() - text.strip_prefix(GAPS).unwrap_or(text).len();
    let mut rest = text[spaced(text)..].strip_prefix('°')?;
    for _minutes_and_seconds in 0..2 {
        let next = &rest[spaced(rest)..];
        let end = amount(next).unwrap_or_default();
        match next[end..].strip_prefix(PRIMES) {
            Some(behind) if end > 0 => rest = behind,
            _ => break,
        }
    }
    let letter = rest[spaced(rest)..].strip_prefix(|c: char| c.is_ascii_uppercase())?;
    (!letter.starts_with(char::is_alphanumeric)).then_some(text.len() - letter.len())
}

/// Whether between digits it is a part of their number, or of what a number goes on with.
pub(super) fn parts_or_joins(c: char) -> bool {
    c == '/' || SIGNS.contains(&c) || DASHES.contains(&c) || MARKS.contains(&c)
}

/// What stands in a unit.
pub(super) fn is_in_unit(c: char) -> bool {
    c.is_ascii_alphabetic()
        || is_raised(c)
        || matches!(c, '%' | '٪' | '‰' | '°' | 'µ' | 'μ' | 'Ω' | '€' | '$' | '£')
}

/// Whether more of a number or a word follows.
fn goes_on(behind: &str) -> bool {
    behind
        .trim_start_matches(|c| c == '+' || DASHES.contains(&c) || MARKS.contains(&c))
        .starts_with(|c: char| c.is_ascii_alphanumeric() || is_digit(c) || c == '@')
}

fn groups(text: &str, start: usize) -> Vec<Group> {
    let mut groups = Vec::new();
    let (mut at, mut gap) = (start, Gap::None);
    while groups.len() < MOST_GROUPS {
        let end = at + span(&text[at..], is_digit);
        // Digits that a word or an address goes on with are part of that.
        let goes_on = text[end..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '@');
        if end == at || goes_on {
            break;
        }
        let digits = text[at..end].chars().count();
        let is_year = digits == 4 && YEARS.iter().any(|year| text[at..].starts_with(year));
        groups.push(Group {
            gap,
            digits,
            end,
            is_year,
        });
        at = end
            + span(&text[end..], |c| {
                matches!(c, '.' | '(' | ')') || GAPS.contains(&c) || DASHES.contains(&c)
            });
        let mut signs = text[end..at].chars();
        gap = match (signs.next(), signs.next(), signs.next()) {
            (Some(gap), None, _) if GAPS.contains(&gap) => Gap::Space,
            (Some(dash), None, _) if DASHES.contains(&dash) => Gap::Dash,
            (Some(_), _, None) => Gap::Other,
            _ => break,
        };
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_to_its_end_or_to_that_of_its_first_digits() {
        for (text, expected) in [
            ("+212 5 37 00 00 00 أو", Found::Run(18)),
            ("05.37-00 00 00.", Found::Run(14)),
            ("+212 (0)5 37-00-00-00", Found::Run(21)),
            ("٠٥ ٣٧ ٠٠ ٠٠ ٠٠", Found::Run(24)),
            ("1 200 000 درهم", Found::Run(9)),
            ("22 33 44 55", Found::Run(11)),
            ("1-800-555-0199", Found::Run(14)),
            ("22 33 44", Found::Digits(2)),
            ("2020-2021-2022", Found::Digits(14)),
            ("05 37", Found::Digits(5)),
            ("0537", Found::Digits(4)),
            ("+2125", Found::Digits(5)),
            ("+21253700", Found::Run(9)),
            ("((( 1", Found::Nothing),
            ("(0537) 000-000", Found::Run(14)),
            ("(0537-00-00-00)", Found::Nothing),
            ("(2-1)", Found::Nothing),
            ("3-1 (2-0)", Found::Run(3)),
            ("6-4 7-6 6-3", Found::Run(3)),
            ("3-1 000", Found::Run(7)),
            ("3.5-4.2 ", Found::Run(7)),
            ("10%-15%", Found::Run(7)),
            ("90+3", Found::Run(4)),
            ("25.9-27.9.2024", Found::Digits(2)),
            ("+++212537000000", Found::Nothing),
            ("1 234,5 ", Found::Run(7)),
            ("1 234 5", Found::Digits(1)),
            ("4-3-3 2", Found::Run(5)),
            ("25-9-24", Found::Digits(7)),
            ("9200 12345", Found::Run(10)),
            ("2024 2025", Found::Digits(4)),
            ("33°58′N 6", Found::Run(10)),
            ("90° A4", Found::Digits(2)),
            ("10⁻³", Found::Run(7)),
            ("5-rc.1.", Found::Run(6)),
            ("12a", Found::Nothing),
            ("12@x", Found::Nothing),
            ("نص", Found::Nothing),
            ("", Found::Nothing),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
