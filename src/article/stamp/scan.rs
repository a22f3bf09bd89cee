//! What the words and numbers of a written date say, in whatever order they stand.

use super::Stamp;
use crate::locale::template::cut;

/// English months, of which three letters are enough to know one.
const MONTHS: &[u8] = b"janfebmaraprmayjunjulaugsepoctnovdec";
/// Zone names that mean one offset, in hours east of UTC (RFC 2822, and Europe's).
const ZONES: &str = "z+0 ut+0 utc+0 gmt+0 wet+0 west+1 bst+1 cet+1 cest+2 eet+2 eest+3 msk+3 \
                     est-5 edt-4 cst-6 cdt-5 mst-7 mdt-6 pst-8 pdt-7 ";

/// What may be said once in a date.
#[derive(Clone, Copy)]
enum Part {
    Year,
    Month,
    /// A number of one or two digits, and another, of which it shows at the end which is the day.
    First,
    Second,
    Hour,
    Minute,
}

/// A part that is not said.
const UNSAID: u32 = u32::MAX;

/// One pass over the text, filling in what each token says.
pub(super) struct Scan {
    parts: [u32; 6],
    /// 1 before noon, 2 after it, 0 where the hour says it.
    half: u32,
    seconds: u32,
    /// Minutes east of UTC.
    offset: Option<i32>,
    /// The sign of the offset being read.
    sign: i32,
}

impl Scan {
    pub fn new() -> Self {
        Self {
            parts: [UNSAID; 6],
            half: 0,
            seconds: 0,
            offset: None,
            sign: 0,
        }
    }

    /// `None` as soon as something is there that a date does not have, or has twice. `text` is in small letters.
    pub fn run(mut self, text: &[u8]) -> Option<Stamp> {
        let mut rest = text;
        // What stood before a number.
        let mut before = b' ';
        while let Some(&first) = rest.first() {
            // A number, a word, or a mark by itself.
            let class = class(first);
            let mut length = 1;
            while class != 0
                && rest
                    .get(length)
                    .is_some_and(|byte| self::class(*byte) == class)
            {
                length += 1;
            }
            let (token, after) = rest.split_at(length);
            rest = after;
            match first {
                b'0'..=b'9' => self.number(token, before, rest.first() == Some(&b':'))?,
                b'a'..=b'z' => self.word(token)?,
                // A comment or a zone's name: `(CEST)`, `[Africa/Casablanca]`.
                b'(' | b'[' => break,
                b' ' | b'\t' | b'\n' | b'\r' | b',' | b'-' | b'.' | b'/' | b':' | b'+' => {}
                _ => return None,
            }
            before = first;
        }
        self.stamp()
    }

    fn has(&self, part: Part) -> bool {
        self.parts[part as usize] != UNSAID
    }

    /// Sets what is not set yet; a date does not say a thing twice.
    #[inline(never)]
    fn set(&mut self, part: Part, value: u32) -> Option<()> {
        let new = !self.has(part);
        self.parts[part as usize] = value;
        new.then_some(())
    }

    fn number(&mut self, digits: &[u8], before: u8, clock: bool) -> Option<()> {
        let mut value = 0u64;
        for digit in digits.iter().take(13) {
            value = value * 10 + u64::from(digit - b'0');
        }
        let small = value as u32;
        let timed = self.has(Part::Minute);
        match (digits.len(), before) {
            // `+01`, `+0100`, `+01:00`.
            (2 | 4, b'+' | b'-') if timed => {
                let hours = if digits.len() == 2 {
                    small * 100
                } else {
                    small
                };
                self.sign = if before == b'-' { -1 } else { 1 };
                // `GMT+0100`: the name said 0, the sign says the rest.
                self.offset = Some(self.sign * (hours / 100 * 60 + hours % 100) as i32);
            }
            // A date may have an offset without a time, which then says nothing: `2024-09-05+01:00`.
            (2, b'+' | b'-') if clock => self.sign = 1,
            (4, b'+' | b'-') if self.has(Part::Year) => self.sign = 1,
            (2, b':') if self.sign != 0 => {
                self.offset = self.offset.map(|hours| hours + self.sign * small as i32);
            }
            (2, b':') if timed => self.seconds = small,
            // Parts of them.
            (_, b'.' | b',') if timed => {}
            (2, b':') => self.set(Part::Minute, small)?,
            (1 | 2, _) if clock => self.set(Part::Hour, small)?,
            (1 | 2, _) => {
                let part = match (self.has(Part::Year), self.has(Part::Month)) {
                    (true, false) if !self.has(Part::First) => Part::Month,
                    _ if self.has(Part::First) => Part::Second,
                    _ => Part::First,
                };
                self.set(part, small)?;
            }
            (4, _) => self.set(Part::Year, small)?,
            (9 | 10, _) => self.unix(value)?,
            (12 | 13, _) => self.unix(value / 1000)?,
            _ => return None,
        }
        Some(())
    }

    /// Seconds from 1970 on, in UTC.
    fn unix(&mut self, seconds: u64) -> Option<()> {
        let seconds = u32::try_from(seconds).ok()?;
        let (mut days, minutes) = (seconds / 86_400, seconds % 86_400 / 60);
        let (mut year, mut month) = (1970, 1);
        while days >= days_of(year, month) {
            days -= days_of(year, month);
            (year, month) = (year + month / 12, month % 12 + 1);
        }
        self.set(Part::Year, year)?;
        self.set(Part::Month, month)?;
        self.set(Part::First, days + 1)?;
        self.offset = Some(0);
        self.seconds = seconds % 60;
        self.set(Part::Hour, minutes / 60)?;
        self.set(Part::Minute, minutes % 60)
    }

    /// A month, a half of the day, a zone. Other words say nothing about the date.
    fn word(&mut self, word: &[u8]) -> Option<()> {
        if word == b"am" || word == b"pm" {
            self.half = if word == b"am" { 1 } else { 2 };
        } else if let Some(start) = word.get(..3)
            && let Some(month) = MONTHS.chunks(3).position(|month| month == start)
        {
            return self.set(Part::Month, month as u32 + 1);
        } else {
            let mut rest = ZONES;
            while !rest.is_empty() {
                let (zone, next) = cut(rest, " ");
                if let Some([sign, hours]) = zone.as_bytes().strip_prefix(word) {
                    let minutes = i32::from(hours - b'0') * 60;
                    self.offset = Some(if *sign == b'-' { -minutes } else { minutes });
                }
                rest = next;
            }
        }
        Some(())
    }

    /// The date that was said, if it is one.
    fn stamp(self) -> Option<Stamp> {
        let [year, month, first, second, hour, minute] = self.parts;
        let (month, day) = match (month, second) {
            (_, UNSAID) => (month, first),
            // `25/09/2024`: only where one of the two cannot be a month, or both are the same.
            (UNSAID, _) if second > 12 || second == first => (first, second),
            (UNSAID, _) if first > 12 => (second, first),
            _ => return None,
        };
        // Years before the Gregorian calendar are another calendar's (1446) or a database's zero (0001).
        let dated = (1583..=9999).contains(&year) && (1..=days_of(year, month)).contains(&day);
        let timed = hour != UNSAID;
        let (least, most) = if self.half > 0 { (1, 12) } else { (0, 23) };
        let clock = (least..=most).contains(&hour) && minute < 60;
        if !dated || clock != (timed || minute != UNSAID) {
            return None;
        }
        let hour = match self.half {
            0 => hour,
            half => hour % 12 + (half - 1) * 12,
        };
        let offset = self.offset.filter(|_| timed);
        (offset.unwrap_or(0).abs() <= 14 * 60).then_some(Stamp {
            year: year as u16,
            month: month as u8,
            day: day as u8,
            time: timed.then_some((hour as u8, minute as u8)),
            // A leap second is the last one here.
            second: self.seconds.min(59) as u8,
            offset: offset.map(|offset| offset as i16),
        })
    }
}

/// 1 for a digit, 2 for a small letter, 0 for all else.
fn class(byte: u8) -> u8 {
    u8::from(byte.is_ascii_digit()) + 2 * u8::from(byte.is_ascii_lowercase())
}

/// The days of a month; none in one that is no month.
fn days_of(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(if year.is_multiple_of(100) { 400 } else { 4 }) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
