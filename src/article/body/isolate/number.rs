//! Phone numbers, and numbers whose groups of three digits are parted by spaces.

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
    let in_pairs = all_spaced && groups.len() == 4 && groups.iter().all(|group| group.digits == 2);
    // No date has three digits in its midst.
    let dashed = others.len() > 1
        && others[0].digits == 3
        && others.iter().all(|group| group.gap == Gap::Dash);
    let is_dialled = text.starts_with(['+', '(', '0', '٠', '۰']) || dashed || in_pairs;
    let digits: usize = groups.iter().map(|group| group.digits).sum();
    let is_phone =
        is_dialled && (7..=15).contains(&digits) && (groups.len() > 1 || text.starts_with('+'));
    if is_phone || (in_thousands && groups.len() > 2) {
        Found::Run(last.end)
    } else if is_dialled {
        Found::Digits(last.end)
    } else {
        Found::Digits(first.end)
    }
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
                matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')')
            });
        gap = match &text[end..at] {
            " " => Gap::Space,
            "-" => Gap::Dash,
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
