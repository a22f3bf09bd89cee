//! Dates in words, as written by their source (ARABIC.md 19 and 21).

use serde_json::Value;

use super::numerals::{Numerals, digits};
use super::words::Words;
use crate::article::Stamp;
use crate::language::months;

/// How dates are written in some regions of a language. Numbers in it take the reader's digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateRow<'a> {
    /// Region subtags; an empty one is a tag that names no region. The last row is for all others: it names none.
    pub regions: Vec<&'a str>,
    /// The date, with places for `{day}`, `{month}` and `{year}`.
    pub date: &'a str,
    /// What stands in the place of the day on the first of a month, with a place for the number `{day}`; where it is
    /// not there, the number.
    pub first_day: Option<&'a str>,
    /// What follows the date when the time is known, with places for the hour, the `{minute}`, and the half of the day,
    /// `{half}`. The hour is `{hour24}`, `{hour24Short}` (without a leading zero) or `{hour12}`.
    pub time: &'a str,
    /// `{half}` before noon. Not there with 24 hours.
    pub morning: Option<&'a str>,
    /// `{half}` from noon on. Not there with 24 hours.
    pub afternoon: Option<&'a str>,
}

impl<'a> From<&'a Value> for DateRow<'a> {
    fn from(row: &'a Value) -> Self {
        let text = |name: &str| row[name].as_str();
        let regions = row["regions"].as_array().into_iter().flatten();
        Self {
            regions: regions.filter_map(Value::as_str).collect(),
            date: text("date").unwrap_or_default(),
            first_day: text("firstDay"),
            time: text("time").unwrap_or_default(),
            morning: text("morning"),
            afternoon: text("afternoon"),
        }
    }
}

impl DateRow<'_> {
    /// The date of `stamp` with the name of its month, and its time if it has one.
    fn write(&self, stamp: &Stamp, month: &str) -> String {
        let day = stamp.day.to_string();
        let day = match self.first_day {
            Some(first) if stamp.day == 1 => first.replace("{day}", &day),
            _ => day,
        };
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
            self.morning
        } else {
            self.afternoon
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
            .replace("{half}", half.unwrap_or_default())
    }
}

/// Writes `stamp` as `words` say for `region` (empty: none is named).
pub(super) fn write(words: &Words, region: &str, stamp: &Stamp, numerals: Numerals) -> String {
    let own = words.dates().find(|row| {
        let mut regions = row.regions.iter();
        regions.any(|one| one.eq_ignore_ascii_case(region))
    });
    match own.or_else(|| words.dates().next_back()) {
        Some(row) => {
            let month = month(words.language(), region, stamp).unwrap_or_default();
            digits(&row.write(stamp, month), numerals)
        }
        None => stamp.iso(),
    }
}

fn month(language: &str, region: &str, stamp: &Stamp) -> Option<&'static str> {
    let index = usize::from(stamp.month).checked_sub(1)?;
    months(language, region)?.get(index).copied()
}
