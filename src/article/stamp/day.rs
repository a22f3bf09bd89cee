//! The parts of a day as they are said, one after the other.

/// A part of a date.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// A number of one or two digits.
    Small(u32),
    /// By its name, 1–12.
    Month(u32),
    /// «mar», which is March unless another month is said.
    MarchOrTuesday,
    /// A number of four digits.
    Year(u32),
}

/// What is said of a day so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Day {
    year: Option<u32>,
    month: Option<u32>,
    /// A number of one or two digits, and another, of which it shows at the end which is the day.
    first: Option<u32>,
    second: Option<u32>,
    in_words: bool,
    march_or_tuesday: bool,
    /// What joins its first two numbers, which must join the third to them: in `10.30 2024` it does not.
    joint: char,
    /// Its year was said first, and not in digits alone.
    begins_with_year: bool,
    /// Something stands between its parts that joins no date: only another calendar's may go on from here.
    is_parted: bool,
}

/// A day that there is.
#[derive(Clone, Copy)]
pub(super) struct Date {
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
    /// Its month is said by its name.
    pub(super) in_words: bool,
}

impl Date {
    pub(super) fn is_same_day(&self, other: &Self) -> bool {
        (self.year, self.month, self.day) == (other.year, other.month, other.day)
    }
}

/// The first year of the Gregorian calendar. One before is another calendar's (1446) or a database's zero (0001).
const FIRST_YEAR: u32 = 1583;

/// Sets what is not set yet; a date does not say a thing twice.
fn set(part: &mut Option<u32>, value: u32) -> Option<()> {
    part.replace(value).is_none().then_some(())
}

impl Day {
    /// A date in digits alone, its year first.
    pub(super) fn iso(year: u32, month: u32, day: u32) -> Self {
        Self {
            year: Some(year),
            month: Some(month),
            first: Some(day),
            ..Self::default()
        }
    }

    /// `None` if there is no place for it. `joint`: the mark between it and what stood before, or a space.
    pub(super) fn put(&mut self, part: Part, joint: char) -> Option<()> {
        if self.is_parted && !matches!(part, Part::Year(..FIRST_YEAR)) {
            return None;
        }
        if matches!(part, Part::Month(_) | Part::MarchOrTuesday) {
            // `(15) 2024-Mar-05`
            if self.is_year_behind_number() {
                return None;
            }
            if self.begins_with_year {
                self.joint = joint;
            }
        }
        match part {
            Part::Small(value) => set(self.small(joint)?, value),
            Part::Month(month) => {
                self.in_words = true;
                // By two of its names.
                let is_said = self.month == Some(month);
                set(&mut self.month, month).or(is_said.then_some(()))
            }
            Part::MarchOrTuesday => {
                self.march_or_tuesday = true;
                Some(())
            }
            Part::Year(year) => {
                // «May 2024» has no day behind it.
                self.is_parted |= self.in_words && self.first.is_none();
                self.begins_with_year = self.is_empty();
                // `25/09 2024` is no time.
                let joins = joint == self.joint || (self.joint, joint) == ('/', ' ');
                let in_digits = self.second.is_some() && !self.has_named_month();
                if in_digits && !joins && year >= FIRST_YEAR {
                    return None;
                }
                set(&mut self.year, year)
            }
        }
    }

    /// What the next number of one or two digits says: `2024-09-05`, `5 Sep 2024`, `25/09/2024`.
    fn small(&mut self, joint: char) -> Option<&mut Option<u32>> {
        if self.has_named_month() {
            if self.first.is_some() {
                return Some(&mut self.second);
            }
            // `2024-Mar-05` has no other year behind it.
            self.begins_with_year &= joint == ' ' || joint != self.joint;
            return Some(&mut self.first);
        }
        match (self.year, self.month, self.first) {
            (Some(_), None, None) => {
                self.joint = joint;
                Some(&mut self.month)
            }
            (Some(_), Some(_), None) => Some(&mut self.first).filter(|_| joint == self.joint),
            (Some(_), _, Some(_)) => None,
            (None, _, Some(_)) => {
                self.joint = joint;
                Some(&mut self.second)
            }
            (None, _, None) => Some(&mut self.first),
        }
    }

    fn has_named_month(&self) -> bool {
        self.in_words || self.march_or_tuesday
    }

    /// Whether that mark makes the next number the year of `25/09/2024` or, where what follows is set off by a space, of
    /// `May 5, 2024 - 10 - 12`.
    pub(super) fn awaits_year(&self, joint: char, is_set_off: bool) -> bool {
        let in_words = is_set_off && joint != '-' && self.has_named_month();
        let in_digits = self.second.is_some() && (is_set_off || joint == self.joint);
        self.year.is_none() && self.first.is_some() && (in_words || in_digits)
    }

    /// Whether the next number is its day, as nothing else is missing: `2024 May 25`.
    pub(super) fn awaits_day(&self) -> bool {
        self.year.and(self.month).is_some() && self.first.is_none() && !self.is_parted
    }

    fn is_year_behind_number(&self) -> bool {
        self.first.and(self.year).is_some() && self.month.is_none() && !self.march_or_tuesday
    }

    /// Whether that may be its own, and not what it began with: `2023 May 5, 2024`.
    pub(super) fn is_doubted_by(&self, part: Part) -> bool {
        self.begins_with_year && matches!(part, Part::Year(FIRST_YEAR..) | Part::Month(_))
    }

    /// Whether no month and no year is said: its numbers may be any.
    pub(super) fn is_loose(&self) -> bool {
        self.month.or(self.year).is_none()
    }

    /// A number of days from the first of 1970 on.
    pub(super) fn put_days_from_1970(&mut self, mut days: u32) -> Option<()> {
        let (mut year, mut month) = (1970, 1);
        while days >= days_of(year, month) {
            days -= days_of(year, month);
            (year, month) = (year + month / 12, month % 12 + 1);
        }
        self.put(Part::Year(year), ' ')?;
        set(&mut self.month, month)?;
        set(&mut self.first, days + 1)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.year.or(self.month).or(self.first).is_none()
    }

    pub(super) fn is_foreign(&self) -> bool {
        self.year.is_some_and(|year| year < FIRST_YEAR)
    }

    /// Whether nothing more can be said of it.
    pub(super) fn is_full(&self) -> bool {
        let has_month = self.month.or(self.second).is_some() || self.march_or_tuesday;
        self.year.is_some() && self.first.is_some() && (has_month || self.is_foreign())
    }

    /// A comma or the like: no number before it is the day of a month behind it («Vol. 12, May 2024»).
    pub(super) fn part(&mut self) {
        self.is_parted |= self.first.is_some() && self.month.is_none() && !self.march_or_tuesday;
    }

    /// A word that joins no date.
    pub(super) fn part_by_word(&mut self) {
        self.is_parted |= !self.is_full() && self.first.or(self.month).is_some();
    }

    /// The number was none of a date: «3 دقائق».
    pub(super) fn drop_number(&mut self) {
        if self.is_loose() {
            *self = Self::default();
        }
    }

    /// A day whose month is unknown here is another calendar's, and was said whole.
    pub(super) fn drop_foreign(&mut self) {
        if self.is_parted && self.month.is_none() {
            *self = Self::default();
        }
    }

    /// The day that was said, if there is one.
    pub(super) fn gregorian(&self) -> Option<Date> {
        let month = self.month.or(self.march_or_tuesday.then_some(3));
        let (month, day) = match (month, self.first?, self.second) {
            (Some(month), day, None) => (month, day),
            // `25/09/2024`: only where one of the two cannot be a month, or both are the same.
            (None, month, Some(day)) if day > 12 || day == month => (month, day),
            (None, day, Some(month)) if day > 12 => (month, day),
            (_, _, _) => return None,
        };
        let year = self.year?;
        let exists =
            (FIRST_YEAR..=9999).contains(&year) && (1..=days_of(year, month)).contains(&day);
        exists.then_some(Date {
            year,
            month,
            day,
            in_words: self.in_words || self.march_or_tuesday,
        })
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
