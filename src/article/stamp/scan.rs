//! What the words and numbers of a written date say, in whatever order they stand.

/// English months; three letters are enough to know one.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Words that stand beside a date and say nothing about it.
const IDLE: [&str; 14] = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "at", "on", "of", "st", "nd", "rd", "th",
];
/// Zone names that mean one offset, in minutes east of UTC (RFC 2822, and Europe's).
const ZONES: [(&str, i16); 18] = [
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("wet", 0),
    ("west", 60),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("est", -300),
    ("edt", -240),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
];

/// One pass over the text, filling in what each token says.
#[derive(Default)]
pub(super) struct Scan<'a> {
    pub rest: &'a [u8],
    pub year: Option<u32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    pub time: Option<(u32, u32)>,
    pub afternoon: Option<bool>,
    pub offset: Option<i16>,
}

impl Scan<'_> {
    /// `None` as soon as something is there that a date does not have, or has twice.
    pub fn run(&mut self) -> Option<()> {
        let mut previous = b' ';
        while let Some(&first) = self.rest.first() {
            match first {
                b'0'..=b'9' => self.number(previous == b't')?,
                b'a'..=b'z' => self.word()?,
                b'+' | b'-'
                    if self.time.is_some() && self.rest.get(1).is_some_and(u8::is_ascii_digit) =>
                {
                    self.rest = &self.rest[1..];
                    self.zone(first == b'-')?;
                }
                // A comment or a zone's name: `(CEST)`, `[Africa/Casablanca]`.
                b'(' | b'[' if self.time.is_some() => return Some(()),
                b' ' | b',' | b'-' | b'.' | b'\t' => self.rest = &self.rest[1..],
                _ => return None,
            }
            previous = first;
        }
        Some(())
    }

    /// Takes a run of digits: its value and its length.
    fn take(&mut self) -> Option<(u64, usize)> {
        let length = self.rest.iter().take_while(|b| b.is_ascii_digit()).count();
        let (run, rest) = self.rest.split_at(length);
        self.rest = rest;
        (1..=14).contains(&length).then(|| {
            let value = run.iter().fold(0, |sum, b| sum * 10 + u64::from(b - b'0'));
            (value, length)
        })
    }

    /// Takes `byte` if it is next and a digit follows it.
    fn before_digit(&mut self, bytes: &[u8]) -> Option<u8> {
        let (byte, next) = (*self.rest.first()?, self.rest.get(1)?);
        (bytes.contains(&byte) && next.is_ascii_digit()).then(|| {
            self.rest = &self.rest[1..];
            byte
        })
    }

    fn number(&mut self, after_t: bool) -> Option<()> {
        let (value, length) = self.take()?;
        let small = value as u32;
        match length {
            1 | 2 if self.time.is_none() && self.before_digit(b":").is_some() => self.clock(small),
            6 | 4 if after_t && self.year.is_some() => {
                let minutes = if length == 6 { small / 100 } else { small };
                self.at(minutes / 100, minutes % 100)
            }
            1 | 2 => match self.before_digit(b"/-.") {
                Some(mark) => self.day_and_month(small, mark),
                None => set(&mut self.day, small),
            },
            4 => {
                set(&mut self.year, small)?;
                if let Some(mark) = self.before_digit(b"-/.") {
                    let month = self.pair()?;
                    set(&mut self.month, month)?;
                    (self.before_digit(b"-/.")? == mark).then_some(())?;
                    let day = self.pair()?;
                    set(&mut self.day, day)?;
                }
                Some(())
            }
            8 | 14 => {
                let date = if length == 8 {
                    value
                } else {
                    value / 1_000_000
                } as u32;
                set(&mut self.year, date / 10_000)?;
                set(&mut self.month, date / 100 % 100)?;
                set(&mut self.day, date % 100)?;
                if length == 14 {
                    self.at((value / 10_000 % 100) as u32, (value / 100 % 100) as u32)?;
                }
                Some(())
            }
            9 | 10 => self.unix(value),
            12 | 13 => self.unix(value / 1000),
            _ => None,
        }
    }

    /// One or two digits.
    fn pair(&mut self) -> Option<u32> {
        let (value, length) = self.take()?;
        (length <= 2).then_some(value as u32)
    }

    /// `25/09/2024`: only where one of the two cannot be a month, or both are the same.
    fn day_and_month(&mut self, first: u32, mark: u8) -> Option<()> {
        let second = self.pair()?;
        (self.before_digit(b"/-.")? == mark).then_some(())?;
        let (year, length) = self.take()?;
        let (day, month) = if second > 12 {
            (second, first)
        } else {
            (first, second)
        };
        if length != 4 || (day <= 12 && day != month) {
            return None;
        }
        set(&mut self.year, year as u32)?;
        set(&mut self.month, month)?;
        set(&mut self.day, day)
    }

    /// After `14:`.
    fn clock(&mut self, hour: u32) -> Option<()> {
        let (minute, length) = self.take()?;
        if self.before_digit(b":").is_some() {
            (self.pair()? <= 60).then_some(())?;
            if self.before_digit(b".,").is_some() {
                let digits = self.rest.iter().take_while(|b| b.is_ascii_digit()).count();
                self.rest = &self.rest[digits..];
            }
        }
        if length != 2 {
            return None;
        }
        self.at(hour, minute as u32)
    }

    fn at(&mut self, hour: u32, minute: u32) -> Option<()> {
        (self.time.is_none() && hour < 24 && minute < 60).then(|| self.time = Some((hour, minute)))
    }

    /// After the sign: `01`, `0100`, `01:00`.
    fn zone(&mut self, west: bool) -> Option<()> {
        let (value, length) = self.take()?;
        let (hours, minutes) = match length {
            1 | 2 if self.before_digit(b":").is_some() => (value, u64::from(self.pair()?)),
            1 | 2 => (value, 0),
            4 => (value / 100, value % 100),
            _ => return None,
        };
        if hours > 14 || minutes > 59 {
            return None;
        }
        let offset = (hours * 60 + minutes) as i16;
        // `GMT+0100`: the name said 0, the sign says the rest.
        self.offset = Some(if west { -offset } else { offset });
        Some(())
    }

    fn word(&mut self) -> Option<()> {
        let length = self
            .rest
            .iter()
            .take_while(|b| b.is_ascii_lowercase())
            .count();
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        let is = |name: &str| word == name.as_bytes();
        if length >= 3
            && let Some(month) = MONTHS
                .iter()
                .position(|name| name.as_bytes().starts_with(word))
        {
            return set(&mut self.month, month as u32 + 1);
        }
        if let Some((_, offset)) = ZONES.iter().find(|(name, _)| is(name)) {
            self.offset = Some(*offset);
        } else if is("am") || is("pm") {
            self.afternoon = Some(is("pm"));
        } else {
            let idle =
                is("t") || IDLE.iter().any(|name| is(name)) || length > 5 && word.ends_with(b"day");
            // A zone of another name after the time: shown as written, without an offset.
            return (idle || self.time.is_some()).then_some(());
        }
        Some(())
    }

    fn unix(&mut self, seconds: u64) -> Option<()> {
        let (days, minute) = (seconds / 86_400, seconds % 86_400 / 60);
        // Civil date of a day number, after Howard Hinnant's "chrono-compatible low-level date algorithms".
        let shifted = days + 719_468;
        let (era, of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march = (5 * of_year + 2) / 153;
        let month = if march < 10 { march + 3 } else { march - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        set(&mut self.year, year as u32)?;
        set(&mut self.month, month as u32)?;
        set(&mut self.day, (of_year - (153 * march + 2) / 5 + 1) as u32)?;
        self.offset = Some(0);
        self.at((minute / 60) as u32, (minute % 60) as u32)
    }
}

/// Sets what is not set yet; a date does not say a thing twice.
fn set(field: &mut Option<u32>, value: u32) -> Option<()> {
    field.is_none().then(|| *field = Some(value))
}
