//! Phone numbers and other groups of digits, scores and ranges, numbers with a sign.

use super::{Found, is_digit, span};

/// No number has more groups, and none is read twice to a far end.
const MOST_GROUPS: usize = 16;

/// Some digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    /// What parts them from the group before.
    gap: Gap,
    digits: usize,
    /// Where they end, in bytes.
    end: usize,
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
    let signs = span(text, |c| matches!(c, '+' | '('));
    let groups = groups(text, signs);
    let ([first, others @ ..], Some(last)) = (groups.as_slice(), groups.last()) else {
        return Found::Nothing;
    };
    if signs > 2 {
        return Found::Nothing;
    }
    let all_spaced = others.iter().all(|group| group.gap == Gap::Space);
    let in_thousands = signs == 0
        && all_spaced
        && first.digits <= 3
        && others.iter().all(|group| group.digits == 3);
    let all_dashed = others.iter().all(|group| group.gap == Gap::Dash);
    let dashed = all_dashed && (others.len() > 2 || (others.len() == 2 && !is_date(&groups)));
    // A score, a range; the next one may follow it, in brackets or not.
    let is_pair = signs == 0
        && others.first().is_some_and(|other| other.gap == Gap::Dash)
        && others
            .get(1)
            .is_none_or(|next| !next.goes_on_from(&others[0]));
    // Cards, and phones of every country.
    let is_grouped = all_spaced && others.len() > 1;
    let is_dialled = text.starts_with(['+', '(', '0', '٠', '۰']);
    let digits: usize = groups.iter().map(|group| group.digits).sum();
    let may_be_phone = is_dialled || dashed || is_grouped;
    // The bracket of a number that stands whole in brackets is not its own.
    let is_enclosed = text.starts_with('(') && !text[..last.end].contains(')');
    let is_long = !is_enclosed
        && may_be_phone
        && (7..=24).contains(&digits)
        && (groups.len() > 1 || text.starts_with('+'));
    if is_long || (in_thousands && groups.len() > 1) {
        return Found::Run(last.end);
    }
    if let Some(end) = range(text) {
        Found::Run(end)
    } else if is_pair {
        Found::Run(others[0].end)
    } else if text.starts_with('(') {
        // What is in the brackets may have an order of its own.
        Found::Nothing
    } else if is_dialled {
        Found::Digits(last.end)
    } else {
        Found::Digits(first.end)
    }
}

impl Group {
    /// Whether it belongs to the group before: a third one of a number, or its thousands.
    fn goes_on_from(&self, before: &Self) -> bool {
        match self.gap {
            Gap::Dash => true,
            Gap::Space => self.digits == 3 && before.digits <= 3,
            Gap::None | Gap::Other => false,
        }
    }
}

/// The length of two quantities with a dash between them at the start of a text (`3.5-4.2`, `10%-15%`), or of minutes and those
/// that were added to them (`90+3`).
fn range(text: &str) -> Option<usize> {
    let first = quantity(text)?;
    let rest = &text[first..];
    let join = rest.chars().next()?;
    let other = rest.strip_prefix(['-', '\u{2011}', '–', '+'])?;
    let second = quantity(other)?;
    let is_plain = |number: &str| number.chars().all(is_digit);
    let is_pair = is_plain(&text[..first]) && is_plain(&other[..second]);
    let behind = &other[second..];
    let goes_on = behind
        .starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '@' | '-' | '+'))
        || behind
            .strip_prefix(['.', ','])
            .is_some_and(|next| next.starts_with(is_digit));
    (is_pair == (join == '+') && !goes_on).then_some(text.len() - behind.len())
}

/// The length of a number with its fraction and its per cent.
fn quantity(text: &str) -> Option<usize> {
    let whole = span(text, is_digit);
    let fraction = text[whole..].strip_prefix(['.', ',', '٫']);
    let fraction = fraction.map_or(0, |fraction| {
        let digits = span(fraction, is_digit);
        let mark = text.len() - whole - fraction.len();
        if digits > 0 { mark + digits } else { 0 }
    });
    let end = whole + fraction;
    (whole > 0).then(|| end + span(&text[end..], |c| matches!(c, '%' | '٪')))
}

/// Whether three groups are a day, a month and a year, or three years: they read right from either side.
fn is_date(groups: &[Group]) -> bool {
    let digits: Vec<usize> = groups.iter().map(|group| group.digits).collect();
    matches!(
        digits[..],
        [4, 4, 4] | [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4]
    )
}

/// The length of a number with a sign before it at the start of a text: its fraction, per cent and degrees are part of it.
pub(super) fn signed(text: &str) -> Option<usize> {
    let sign = text.chars().next()?;
    let number = text.strip_prefix(['-', '\u{2212}', '+'])?;
    let whole = span(number, is_digit);
    let most = if sign == '+' { 3 } else { MOST_GROUPS };
    if !(1..=most).contains(&number[..whole].chars().count()) {
        return None;
    }
    let mut end = whole;
    if let Some(fraction) = number[end..].strip_prefix(['.', ',', '٫'])
        && fraction.starts_with(is_digit)
    {
        let mark = number[end..].len() - fraction.len();
        end += mark + span(fraction, is_digit);
    }
    end += span(&number[end..], |c| matches!(c, '%' | '٪' | '°'));
    let behind = &number[end..];
    // A group follows: a phone number, a range.
    let goes_on = behind
        .starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '@'))
        && !behind.trim_start_matches(['-', '.']).is_empty()
        && !behind
            .trim_start_matches(['-', '.'])
            .starts_with(char::is_whitespace);
    let is_group = sign == '+'
        && behind
            .strip_prefix(' ')
            .is_some_and(|next| next.trim_start_matches('(').starts_with(is_digit));
    (!goes_on && !is_group).then_some(text.len() - behind.len())
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
        groups.push(Group {
            gap,
            digits: text[at..end].chars().count(),
            end,
        });
        at = end
            + span(&text[end..], |c| {
                matches!(
                    c,
                    ' ' | '\u{a0}' | '\u{202f}' | '-' | '\u{2011}' | '–' | '.' | '(' | ')'
                )
            });
        gap = match &text[end..at] {
            " " | "\u{a0}" | "\u{202f}" => Gap::Space,
            "-" | "\u{2011}" | "–" => Gap::Dash,
            signs if (1..=2).contains(&signs.chars().count()) => Gap::Other,
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
            ("2020-2021-2022", Found::Digits(4)),
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
            ("3-1 000", Found::Digits(1)),
            ("3.5-4.2 ", Found::Run(7)),
            ("10%-15%", Found::Run(7)),
            ("90+3", Found::Run(4)),
            ("25.9-27.9.2024", Found::Digits(2)),
            ("+++212537000000", Found::Nothing),
            ("12a", Found::Nothing),
            ("12@x", Found::Nothing),
            ("نص", Found::Nothing),
            ("", Found::Nothing),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
