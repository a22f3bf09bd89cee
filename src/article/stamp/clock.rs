//! The time of day as it is said.

use super::words::DayPart;

/// What is said of it so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Clock {
    hour: Option<u32>,
    minute: Option<u32>,
    second: u32,
    /// `None` where the hour says it.
    part: Option<DayPart>,
    /// Minutes east of UTC.
    pub(super) offset: Option<i32>,
    /// The sign of the offset whose minutes may follow, `+01:00`.
    sign: Option<i32>,
    /// A word may follow that makes it another: the minutes are not said («14 heures»), or behind a stop alone («14.30»).
    is_loose: bool,
    /// An hour of 1–12 may be one of two: a part of the day stands elsewhere.
    pub(super) is_vague: bool,
    /// A word that is unknown here stands beside it.
    pub(super) is_beside_unknown: bool,
    /// Written as a clock of 24 hours shows it, `07:30`, `T7:30` or `7:30:00`: of an unknown word it has nothing to learn.
    pub(super) is_as_shown: bool,
    /// It may be any time: a second one was said.
    pub(super) is_unsure: bool,
}

impl Clock {
    /// A time of day in UTC.
    pub(super) fn utc(seconds: u32) -> Self {
        Self {
            hour: Some(seconds / 3600),
            minute: Some(seconds / 60 % 60),
            second: seconds % 60,
            offset: Some(0),
            ..Self::default()
        }
    }

    pub(super) fn has_minute(&self) -> bool {
        self.minute.is_some()
    }

    pub(super) fn set_hour(&mut self, hour: u32) {
        self.is_unsure |= self.hour.replace(hour).is_some();
    }

    /// Of the hour that was set; the full hour if there is none.
    pub(super) fn set_minute(&mut self, minute: Option<u32>, is_sure: bool) {
        self.is_loose = !is_sure;
        self.minute = Some(minute.unwrap_or(0));
    }

    /// A number behind a colon: minutes, seconds, or the minutes of an offset.
    pub(super) fn behind_colon(&mut self, value: u32) {
        match (self.sign, self.minute) {
            (Some(sign), _) => self.offset = self.offset.map(|hours| hours + sign * value as i32),
            (None, Some(_)) => {
                self.second = value;
                self.is_as_shown = true;
            }
            (None, None) => self.minute = Some(value),
        }
    }

    /// `+01` or `+0100`.
    pub(super) fn set_offset(&mut self, digits: usize, value: u32, is_west: bool) {
        let (hours, minutes) = match digits {
            4 => (value / 100, value % 100),
            _ => (value, 0),
        };
        let sign = if is_west { -1 } else { 1 };
        self.sign = Some(sign);
        // `GMT+0100`: the name said 0, the sign says the rest.
        self.offset = Some(sign * (hours * 60 + minutes) as i32);
    }

    /// An offset that says nothing.
    pub(super) fn skip_offset(&mut self) {
        self.sign = Some(1);
    }

    pub(super) fn set_part(&mut self, part: DayPart) {
        self.is_unsure |= self.part.replace(part).is_some_and(|other| other != part);
    }

    /// A word stands beside it that may say another hour, or other minutes: «14 ونصف».
    pub(super) fn doubt(&mut self) {
        if self.part.is_none() {
            self.is_beside_unknown = true;
            self.doubt_if_loose();
        }
    }

    /// A sign stands beside it that no date has.
    pub(super) fn doubt_if_loose(&mut self) {
        self.is_unsure |= self.is_loose;
    }

    fn may_be_two(&self) -> bool {
        self.is_vague || self.is_beside_unknown && !self.is_as_shown
    }

    /// Hour and minute, if they are said and can be no other; an error if there is no such time. `in_words`: people wrote
    /// it, who may say the part of the day beside an hour of 13–23.
    pub(super) fn time(&self, in_words: bool) -> Result<Option<(u32, u32)>, ()> {
        let (hour, minute) = match (self.hour, self.minute) {
            (Some(hour), Some(minute)) => (hour, minute),
            (None, None) => return Ok(None),
            (Some(_), None) | (None, Some(_)) => return Err(()),
        };
        let is_time = hour < 24 && minute < 60 && (hour <= 12 || in_words || self.part.is_none());
        if !is_time || self.offset.is_some_and(|offset| offset.abs() > 14 * 60) {
            return Err(());
        }
        let hour = match self.part {
            Some(part) => part.hour(hour),
            None => Some(hour).filter(|hour| !self.may_be_two() || !(1..=12).contains(hour)),
        };
        Ok(hour.filter(|_| !self.is_unsure).map(|hour| (hour, minute)))
    }

    /// 0–59, where there is a time. A leap second is the last one here.
    pub(super) fn second_of(&self, time: Option<(u32, u32)>) -> u8 {
        time.map_or(0, |_| self.second.min(59)) as u8
    }
}
