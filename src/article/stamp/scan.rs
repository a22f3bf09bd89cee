//! What the words and numbers of a written date say, in whatever order they stand.

use super::Stamp;
use super::fold::is_letter;
use super::words::{self, DayPart, Word};

/// What is said so far.
#[derive(Default)]
struct Scan {
    year: Option<u32>,
    month: Option<u32>,
    /// A number of one or two digits, and another, of which it shows at the end which is the day.
    first: Option<u32>,
    second: Option<u32>,
    hour: Option<u32>,
    minute: Option<u32>,
    seconds: u32,
    /// `None` where the hour says it.
    day_part: Option<DayPart>,
    /// «mar» was said, which is March unless another month is.
    march_or_tuesday: bool,
    /// The last number was one of the clock's.
    behind_clock: bool,
    /// Minutes east of UTC.
    offset: Option<i32>,
    /// The sign of the offset whose minutes may follow, `+01:00`.
    sign: Option<i32>,
}

/// Reads a date written in folded characters. `None` if something is there that a date does not have, or has twice.
pub(super) fn read(text: &str) -> Option<Stamp> {
    let mut scan = Scan::default();
    let mut rest = text;
    // What stood before.
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let mark = rest.split_at(first.len_utf8()).1;
        rest = match first {
            '0'..='9' => scan.digits(rest, before)?,
            _ if is_letter(first) => scan.word(rest)?,
            // A comment or a zone's name: `(CEST)`, `[Africa/Casablanca]`. Within the date the month's other name:
            // «آب (أغسطس)».
            '(' | '[' if scan.year.is_some() => break,
            ' ' | '\t' | '\n' | '\r' | ',' | '-' | '.' | '/' | ':' | '+' | '(' | ')' => mark,
            _ => return None,
        };
        // A dash with a space before it parts date and time; it is no sign of an offset.
        let parts = first == '-' && before == ' ' && scan.minute.is_none();
        before = if parts { ' ' } else { first };
    }
    scan.stamp()
}

/// Sets what is not set yet; a date does not say a thing twice.
fn set(part: &mut Option<u32>, value: u32) -> Option<()> {
    part.replace(value).is_none().then_some(())
}

impl Scan {
    /// A number at the start of `text`, and what follows.
    fn digits<'t>(&mut self, text: &'t str, before: char) -> Option<&'t str> {
        let end = text.find(|c: char| !c.is_ascii_digit());
        let (digits, after) = text.split_at(end.unwrap_or(text.len()));
        if digits.len() <= 2
            && before != ':'
            && let Some((minute, after)) = french_minute(after)
        {
            set(&mut self.hour, digits.parse().ok()?)?;
            set(&mut self.minute, minute)?;
            self.behind_clock = true;
            return Some(after);
        }
        let clock = after.starts_with(':');
        self.behind_clock = clock || before == ':';
        self.number(digits, before, clock)?;
        Some(after)
    }

    /// A number and what stood `before` it. `clock`: a colon follows.
    fn number(&mut self, digits: &str, before: char, clock: bool) -> Option<()> {
        let timed = self.minute.is_some();
        // Parts of a second, which may be many.
        if timed && matches!(before, '.' | ',') {
            return Some(());
        }
        let value: u64 = digits.parse().ok()?;
        let small = u32::try_from(value).unwrap_or(u32::MAX);
        match (digits.len(), before) {
            // `+01`, `+0100`, `+01:00`, `GMT+1`.
            (2 | 4, '+' | '-') | (1, '+') if timed => {
                let (hours, minutes) = match digits.len() {
                    4 => (small / 100, small % 100),
                    _ => (small, 0),
                };
                let sign = if before == '-' { -1 } else { 1 };
                self.sign = Some(sign);
                // `GMT+0100`: the name said 0, the sign says the rest.
                self.offset = Some(sign * (hours * 60 + minutes) as i32);
            }
            // A date may have an offset without a time, which then says nothing: `2024-09-05+01:00`.
            (2, '+' | '-') if clock => self.sign = Some(1),
            (4, '+' | '-') if self.year.is_some() => self.sign = Some(1),
            (2, ':') => match self.sign {
                Some(sign) => self.offset = self.offset.map(|hours| hours + sign * small as i32),
                None if timed => self.seconds = small,
                None => set(&mut self.minute, small)?,
            },
            (1 | 2, _) if clock => set(&mut self.hour, small)?,
            (1 | 2, _) => set(self.small_part(), small)?,
            (4, _) => set(&mut self.year, small)?,
            (9 | 10, _) => self.unix(value)?,
            (12 | 13, _) => self.unix(value / 1000)?,
            _ => return None,
        }
        Some(())
    }

    /// What the next number of one or two digits says: `2024-09-05`, `5 Sep 2024`, `25/09/2024`.
    fn small_part(&mut self) -> &mut Option<u32> {
        match (self.year, self.month, self.first) {
            (Some(_), None, None) if !self.march_or_tuesday => &mut self.month,
            (_, _, Some(_)) => &mut self.second,
            (_, _, None) => &mut self.first,
        }
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
        set(&mut self.year, year)?;
        set(&mut self.month, month)?;
        set(&mut self.first, days + 1)?;
        set(&mut self.hour, minutes / 60)?;
        set(&mut self.minute, minutes % 60)?;
        self.seconds = seconds % 60;
        self.offset = Some(0);
        Some(())
    }

    /// A word at the start of `text`, and what follows. A month may be said by two of its names:
    /// «تشرين الثاني/نوفمبر».
    fn word<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let (word, after) = words::read(text, self.behind_clock);
        match word {
            Word::Month(month) if self.month == Some(month) => {}
            Word::Month(month) => set(&mut self.month, month)?,
            Word::MarchOrTuesday => self.march_or_tuesday = true,
            Word::DayPart(part) => self.day_part = Some(part),
            Word::Zone(hours) => self.offset = Some(hours * 60),
            Word::Relative => return None,
            // Other words say nothing about the date.
            Word::Other => {}
        }
        Some(after)
    }

    /// The date that was said, if it is one.
    fn stamp(self) -> Option<Stamp> {
        let month = self.month.or(self.march_or_tuesday.then_some(3));
        let (month, day) = match (month, self.first?, self.second) {
            (Some(month), day, None) => (month, day),
            // `25/09/2024`: only where one of the two cannot be a month, or both are the same.
            (None, month, Some(day)) if day > 12 || day == month => (month, day),
            (None, day, Some(month)) if day > 12 => (month, day),
            (_, _, _) => return None,
        };
        let year = self.year?;
        // Years before the Gregorian calendar are another calendar's (1446) or a database's zero (0001).
        if !(1583..=9999).contains(&year) || !(1..=days_of(year, month)).contains(&day) {
            return None;
        }
        let time = match (self.hour, self.minute) {
            (Some(hour), Some(minute)) => Some((self.hour_of_day(hour)?, minute)),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return None,
        };
        let offset = self.offset.filter(|_| time.is_some());
        let exists = time.is_none_or(|(_, minute)| minute < 60)
            && offset.is_none_or(|offset| offset.abs() <= 14 * 60);
        exists.then_some(Stamp {
            year: year as u16,
            month: month as u8,
            day: day as u8,
            time: time.map(|(hour, minute)| (hour as u8, minute as u8)),
            // A leap second is the last one here.
            second: self.seconds.min(59) as u8,
            offset: offset.map(|offset| offset as i16),
        })
    }

    /// 0–23 of what is written, which is 1–12 where the part of the day is said.
    fn hour_of_day(&self, hour: u32) -> Option<u32> {
        match self.day_part {
            None => (hour < 24).then_some(hour),
            // «00:15 صباحًا»
            Some(DayPart::BeforeNoon | DayPart::Night) if hour == 0 => Some(0),
            Some(_) if !(1..=12).contains(&hour) => None,
            Some(DayPart::BeforeNoon) => Some(hour % 12),
            Some(DayPart::AfterNoon) => Some(hour % 12 + 12),
            Some(DayPart::Night) => Some(if hour % 12 < 6 { hour % 12 } else { hour + 12 }),
        }
    }
}

/// The minutes behind an hour that is written with an h, as in French (`11h38`, `11 h`), and what follows.
fn french_minute(text: &str) -> Option<(u32, &str)> {
    let behind = text.trim_start_matches(' ').strip_prefix('h')?;
    if behind.starts_with(is_letter) {
        return None;
    }
    let minutes = behind.trim_start_matches(' ');
    let end = minutes.find(|c: char| !c.is_ascii_digit());
    match minutes.split_at(end.unwrap_or(minutes.len())) {
        (minute, after) if minute.len() == 2 => Some((minute.parse().ok()?, after)),
        _ => Some((0, behind)),
    }
}

/// The days of a month; none in one that is no month.
fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
