//! A date as its source wrote it: never shifted to another zone (ARABIC.md 21).

mod scan;

use scan::Scan;

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
    /// Minutes east of UTC, if the source said so. Only with a `time`.
    pub offset: Option<i16>,
}

const MINUTES_A_DAY: i64 = 24 * 60;

impl Stamp {
    /// Reads a date in any of the shapes met in the wild; `None` if it is none.
    ///
    /// ISO 8601 with a space for the `T`, without seconds or colons, RFC 2822, `Fri Apr 28 10:00:00 CEST 2024`,
    /// `September 5, 2024`, Unix seconds or milliseconds (UTC), any of them in Arabic-Indic or Persian digits.
    /// Nothing is guessed: `05/09/2024` is refused, since it has two readings, and so is the 31st of June.
    pub fn parse(text: &str) -> Option<Self> {
        let mut ascii = Vec::with_capacity(text.len());
        for c in text.trim().chars() {
            ascii.push(match c {
                '\u{660}'..='\u{669}' => b'0' + (c as u32 - 0x660) as u8,
                '\u{6f0}'..='\u{6f9}' => b'0' + (c as u32 - 0x6f0) as u8,
                '،' | '\u{a0}' | '\u{202f}' => b' ',
                '\u{200e}' | '\u{200f}' | '\u{61c}' => continue,
                '−' => b'-',
                c if c.is_ascii() => c.to_ascii_lowercase() as u8,
                _ => return None,
            });
        }
        let mut scan = Scan {
            rest: &ascii,
            ..Scan::default()
        };
        scan.run()?;
        let (year, month, day) = (scan.year?, scan.month?, scan.day?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        // Years before the Gregorian calendar are another calendar's (1446) or a database's zero (0001).
        if !(1583..=9999).contains(&year) || !(1..=last).contains(&day) {
            return None;
        }
        let time = match (scan.time, scan.afternoon) {
            (Some((hour @ 1..=12, minute)), Some(afternoon)) => {
                Some((hour % 12 + if afternoon { 12 } else { 0 }, minute))
            }
            (Some(_), Some(_)) => return None,
            (time, _) => time,
        };
        Some(Self {
            year: year as u16,
            month: month as u8,
            day: day as u8,
            time: time.map(|(hour, minute)| (hour as u8, minute as u8)),
            offset: time.and(scan.offset),
        })
    }

    /// ISO 8601 for `<time datetime>`: `2024-09-05T14:07+01:00`, or as much of it as is known.
    pub fn iso(&self) -> String {
        let mut out = String::with_capacity(22);
        digits(&mut out, self.year / 100);
        digits(&mut out, self.year % 100);
        out.push('-');
        digits(&mut out, self.month.into());
        out.push('-');
        digits(&mut out, self.day.into());
        if let Some((hour, minute)) = self.time {
            out.push('T');
            digits(&mut out, hour.into());
            out.push(':');
            digits(&mut out, minute.into());
            if let Some(offset) = self.offset {
                out.push(if offset < 0 { '-' } else { '+' });
                digits(&mut out, offset.unsigned_abs() / 60);
                out.push(':');
                digits(&mut out, offset.unsigned_abs() % 60);
            }
        }
        out
    }

    /// Gives this local time the offset that sets it apart from `utc`, the same instant written in UTC.
    ///
    /// Unchanged where the two cannot be the same instant (no time, or more apart than zones are).
    pub(super) fn with_offset_from(mut self, utc: Self) -> Self {
        if let (Some(here), Some(there)) = (self.minutes(), utc.minutes()) {
            let offset = here - there;
            if (-12 * 60..=14 * 60).contains(&offset) && offset % 15 == 0 {
                self.offset = Some(offset as i16);
            }
        }
        self
    }

    /// Minutes from 1970-01-01T00:00 to what is written, whatever its offset.
    fn minutes(&self) -> Option<i64> {
        let (hour, minute) = self.time?;
        // Days of the civil calendar, years counted from March so that the leap day ends one.
        let (month, year) = (i64::from(self.month), i64::from(self.year));
        let (month, year) = if month > 2 {
            (month - 3, year)
        } else {
            (month + 9, year - 1)
        };
        let days = year * 365 + year / 4 - year / 100
            + year / 400
            + (153 * month + 2) / 5
            + i64::from(self.day)
            - 1
            - 719_468;
        Some(days * MINUTES_A_DAY + i64::from(hour) * 60 + i64::from(minute))
    }
}

/// Two digits.
fn digits(out: &mut String, number: u16) {
    out.push((b'0' + (number / 10 % 10) as u8) as char);
    out.push((b'0' + (number % 10) as u8) as char);
}

#[cfg(test)]
mod tests;
