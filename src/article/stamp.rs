//! A date as its source wrote it: never shifted to another zone (ARABIC.md 21).

/// A point in time as written: calendar date, perhaps a time of day, perhaps an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Gregorian year.
    pub year: u16,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
    /// Hour 0–23 and minute 0–59.
    pub time: Option<(u8, u8)>,
    /// Minutes east of UTC, if the source said so.
    pub offset: Option<i16>,
}

impl Stamp {
    /// Reads a date in any of the shapes met in the wild; `None` if it is none.
    pub fn parse(_text: &str) -> Option<Self> {
        None
    }

    /// ISO 8601 for `<time datetime>`: `2024-09-05T14:07+01:00`, or as much of it as is known.
    pub fn iso(&self) -> String {
        String::new()
    }
}
