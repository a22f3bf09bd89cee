//! Dates in words, as written by their source (ARABIC.md 19 and 21).

use serde::Deserialize;

use super::numerals::{Numerals, digits};
use crate::article::Stamp;

/// How dates are written in some regions of a language. Numbers in it take the reader's digits.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DateRow {
    /// Region subtags; an empty one is a tag that names no region. The last row is for all others: it names none.
    pub regions: Vec<String>,
    /// The date, with places for `{day}`, `{month}` and `{year}`.
    pub date: String,
    /// What stands in the place of the day on the first of a month, with a place for the number `{day}`; where it is
    /// not there, the number.
    pub first_day: Option<String>,
    /// What follows the date when the time is known, with places for the hour, the `{minute}`, and the half of the day,
    /// `{half}`. The hour is `{hour24}`, `{hour24Short}` (without a leading zero) or `{hour12}`.
    pub time: String,
    /// `{half}` before noon. Not there with 24 hours.
    pub morning: Option<String>,
    /// `{half}` from noon on. Not there with 24 hours.
    pub afternoon: Option<String>,
    /// The months of the Gregorian calendar as they stand in a date.
    pub months: Vec<String>,
}

impl DateRow {
    /// The date of `stamp`, and its time if it has one.
    fn write(&self, stamp: &Stamp) -> String {
        let day = stamp.day.to_string();
        let day = match &self.first_day {
            Some(first) if stamp.day == 1 => first.replace("{day}", &day),
            _ => day,
        };
        let month = usize::from(stamp.month)
            .checked_sub(1)
            .and_then(|index| self.months.get(index))
            .map_or("", String::as_str);
        let date = self
            .date
            .replace("{day}", &day)
            .replace("{month}", month)
            .replace("{year}", &stamp.year.to_string());
        match stamp.time {
            Some((hour, minute)) => date + &self.write_time(hour, minute),
            None => date,
        }
    }

    fn write_time(&self, hour: u8, minute: u8) -> String {
        let half = if hour < 12 {
            &self.morning
        } else {
            &self.afternoon
        };
        let hour12 = match hour % 12 {
            0 => 12,
            hour => hour,
        };
        self.time
            .replace("{hour24}", &format!("{hour:02}"))
            .replace("{hour24Short}", &hour.to_string())
            .replace("{hour12}", &hour12.to_string())
            .replace("{minute}", &format!("{minute:02}"))
            .replace("{half}", half.as_deref().unwrap_or_default())
    }
}

/// Writes `stamp` as `rows` say for `region` (empty: none is named).
pub(super) fn write(rows: &[DateRow], region: &str, stamp: &Stamp, numerals: Numerals) -> String {
    let own = rows.iter().find(|row| {
        let mut regions = row.regions.iter();
        regions.any(|one| one.eq_ignore_ascii_case(region))
    });
    match own.or(rows.last()) {
        Some(row) => digits(&row.write(stamp), numerals),
        None => stamp.iso(),
    }
}
