//! Dates in words, as written by their source (ARABIC.md 19 and 21).
//!
//! A language's text `dates` has rows separated by `;`, one for some regions, and columns separated by `|`:
//! - region subtags, `-` being no region; the last row is for all others, whatever it says here;
//! - the date: day `{d}`, month `{M}` in words or `{n}` as a number, year `{y}`; any other place is what the first of a month ends in;
//! - what follows the date when the time is known: hour `{H}` of 24 or `{h}` of 12, minute `{m}`, half of the
//!   day `{a}`. A number is at least as wide as its name is long: `{mm}`;
//! - morning, then afternoon, empty with 24 hours;
//! - the twelve months of the Gregorian calendar as they stand in a date.

use super::numerals::{Numerals, push_number};
use super::template::{cut, entry, expand, position};
use crate::article::Stamp;

/// The columns of the row for `region`, without the regions.
fn row(rows: &'static str, region: &str) -> &'static str {
    let region = if region.is_empty() { "-" } else { region };
    let mut rest = rows;
    loop {
        let (row, next) = cut(rest, ";");
        let (regions, columns) = cut(row, "|");
        if next.is_empty() || position(regions, region).is_some() {
            return columns;
        }
        rest = next;
    }
}

/// Writes `stamp` as `rows` says for `region`.
pub(super) fn write(rows: &'static str, region: &str, stamp: &Stamp, numerals: Numerals) -> String {
    let row = row(rows, region);
    let column = |index| entry(row, "|", index);
    let (hour, minute) = stamp.time.unwrap_or_default();
    let mut value = |name: &str, out: &mut String| {
        let number = match name.as_bytes().first() {
            Some(b'd') => stamp.day.into(),
            Some(b'n') => stamp.month.into(),
            Some(b'y') => stamp.year,
            Some(b'H') => hour.into(),
            Some(b'h') => (u16::from(hour) + 11) % 12 + 1,
            Some(b'm') => minute.into(),
            first => {
                out.push_str(match first {
                    Some(b'M') => column(3 + usize::from(stamp.month)),
                    Some(b'a') => column(2 + usize::from(hour >= 12)),
                    _ if stamp.day == 1 => name,
                    _ => "",
                });
                return;
            }
        };
        push_number(number.into(), name.len(), numerals, out);
    };
    let mut text = expand(column(0), &mut value);
    if stamp.time.is_some() {
        text.push_str(&expand(column(1), &mut value));
    }
    text
}
