//! Dates in words, as written by their source (ARABIC.md 19 and 21).

use super::numerals::{Numerals, push_number};
use super::script::listed;
use super::template::{entry, expand};
use crate::article::Stamp;

/// How dates are written in some regions of a language.
#[derive(Debug, PartialEq)]
pub(crate) struct Dates {
    /// Region subtags, space-separated; empty for all others, which stands last.
    pub regions: &'static str,
    /// The twelve months of the Gregorian calendar as they stand in a date, separated by `|`.
    pub months: &'static str,
    /// Day `{d}`, month `{M}`, year `{y}`.
    pub date: &'static str,
    /// What follows the date when the time is known: hour `{H}` 0–23, `{HH}` 00–23 or `{h}` 1–12, minute
    /// `{mm}`, half of the day `{a}`.
    pub time: &'static str,
    /// Morning and afternoon, separated by `|`; empty with 24 hours.
    pub halves: &'static str,
}

/// The row for `region`.
pub(super) fn row(rows: &'static [Dates], region: &str) -> Option<&'static Dates> {
    rows.iter()
        .find(|row| row.regions.is_empty() || listed(row.regions, region))
}

/// Writes `stamp` as `dates` says. `first_day` is how the first of a month is written, empty for the digit.
pub(super) fn write(dates: &Dates, first_day: &str, stamp: &Stamp, numerals: Numerals) -> String {
    let mut value = |name: &str, out: &mut String| {
        let (hour, minute) = stamp.time.unwrap_or_default();
        let (number, width) = match name {
            "d" if stamp.day == 1 && !first_day.is_empty() => {
                super::numerals::push_digits(first_day, numerals, out);
                return;
            }
            "M" => {
                out.push_str(entry(
                    dates.months,
                    usize::from(stamp.month.wrapping_sub(1)),
                ));
                return;
            }
            "a" => {
                out.push_str(entry(dates.halves, usize::from(hour >= 12)));
                return;
            }
            "d" => (u32::from(stamp.day), 1),
            "y" => (u32::from(stamp.year), 1),
            "H" => (u32::from(hour), 1),
            "HH" => (u32::from(hour), 2),
            "h" => ((u32::from(hour) + 11) % 12 + 1, 1),
            _ => (u32::from(minute), 2),
        };
        push_number(number, width, numerals, out);
    };
    let mut text = expand(dates.date, &mut value);
    if stamp.time.is_some() {
        text.push_str(&expand(dates.time, &mut value));
    }
    text
}
