//! A date as its source wrote it: never shifted to the reader's zone (ARABIC.md 21).

mod clock;
mod day;
mod fold;
mod scan;
mod words;

use serde::{Serialize, Serializer};

use crate::platform::Clock;

/// A point in time as written: calendar date, perhaps a time of day, perhaps an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Gregorian year, 1583–9999.
    pub year: u16,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
    /// Hour 0–23 and minute 0–59.
    pub time: Option<(u8, u8)>,
    /// 0–59; 0 where none are said. For machines only: people are told hours and minutes.
    pub second: u8,
    /// Minutes east of UTC, if the source said so. Only with a `time`.
    pub offset: Option<i16>,
}

/// The number of the first day of 1970.
const DAY_OF_1970: i32 = 719_469;

/// No date is longer, in bytes; what stands in its field is then an article's text or worse.
const LONGEST: usize = 256;

impl Stamp {
    /// Reads a date in any of the shapes met in the wild; `None` if it is none.
    ///
    /// ISO 8601 with a space for the `T`, without seconds or colons, RFC 2822, `Fri Apr 28 10:00:00 CEST 2024`,
    /// Unix seconds or milliseconds (UTC), and dates in words: every month that Qari writes
    /// ([`crate::language::months`]), «الأحد 29 شتنبر 2019 - 11:38», `September 5, 2024`. Any of them in Arabic-Indic or
    /// Persian digits. Nothing is guessed: `05/09/2024` is refused, since it has two readings, and so are the 31st of June,
    /// «منذ يومين», the dates of other calendars without a Gregorian one beside, and two days unless the other is said to be an
    /// update's. A time that may be another (`7:30` beside a word unknown here) is left out.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.len() > LONGEST {
            return None;
        }
        scan::read(&fold::folded(text))
    }

    /// ISO 8601 for `<time datetime>`: `2024-09-05T14:07+01:00`, or as much of it as is known.
    pub fn iso(&self) -> String {
        let mut out = format!("{:04}-{:02}-{:02}", self.year, self.month, self.day);
        let Some((hour, minute)) = self.time else {
            return out;
        };
        out += &format!("T{hour:02}:{minute:02}");
        if self.second > 0 {
            out += &format!(":{:02}", self.second);
        }
        if let Some(offset) = self.offset {
            let sign = if offset < 0 { '-' } else { '+' };
            let minutes = offset.unsigned_abs();
            out += &format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60);
        }
        out
    }

    /// The instant, in seconds from 1970 on, if a machine wrote it in UTC: an offset of 0 says no more of where it was.
    pub(super) fn utc(&self) -> Option<i64> {
        let minutes = self.minutes_of_day().filter(|_| self.offset == Some(0))?;
        let days = i64::from(self.day_number() - DAY_OF_1970);
        Some((days * 1440 + i64::from(minutes)) * 60)
    }

    /// The same instant on another clock.
    pub(super) fn on(self, clock: Clock) -> Self {
        let local = Self {
            year: clock.year,
            month: clock.month,
            day: clock.day,
            time: Some((clock.hour, clock.minute)),
            offset: None,
            ..self
        };
        local.with_offset_from(self)
    }

    /// Whether what was published then is another edition now: on another day, or an hour later at least.
    pub fn is_update_of(&self, published: &Self) -> bool {
        let days = self.day_number() - published.day_number();
        let (Some(here), Some(there)) = (self.minutes_of_day(), published.minutes_of_day()) else {
            return days > 0;
        };
        let zones = match (self.offset, published.offset) {
            (Some(here), Some(there)) => i32::from(here) - i32::from(there),
            _ => 0,
        };
        // On the clock of the first edition, from the midnight before it.
        let minutes = days * 1440 + here - zones;
        minutes >= there + 60 || (minutes > there && minutes >= 1440)
    }

    /// Gives this local time the offset that sets it apart from `utc`, the same instant written in UTC.
    ///
    /// Unchanged where the two cannot be the same instant (no time, or more apart than zones are).
    pub(super) fn with_offset_from(mut self, utc: Self) -> Self {
        if let (Some(here), Some(there)) = (self.minutes_of_day(), utc.minutes_of_day()) {
            let days = self.day_number() - utc.day_number();
            let offset = days.clamp(-1, 1) * 1440 + here - there;
            if days.abs() <= 1 && (-12 * 60..=14 * 60).contains(&offset) && offset % 15 == 0 {
                self.offset = Some(offset as i16);
            }
        }
        self
    }

    fn minutes_of_day(&self) -> Option<i32> {
        let (hour, minute) = self.time?;
        Some(i32::from(hour) * 60 + i32::from(minute))
    }

    /// The number of the day, as written.
    fn day_number(&self) -> i32 {
        // The civil calendar, its year beginning in March so that the leap day ends it.
        let months = i32::from(self.year) * 12 + i32::from(self.month) - 3;
        let (year, month) = (months / 12, months % 12);
        let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5;
        days + i32::from(self.day)
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.iso())
    }
}

#[cfg(test)]
mod tests;
