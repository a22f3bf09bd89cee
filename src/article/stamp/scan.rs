//! What the words and numbers of a written date say, in whatever order they stand.

use super::Stamp;
use super::clock::Clock;
use super::day::{Date, Day, Part};
use super::fold::is_letter;
use super::words::{self, BehindHour, DayPart, Sense, Word};

/// What the last word or number was, with nothing but spaces and joints behind it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Beside {
    #[default]
    Nothing,
    Clock,
    Part(DayPart),
    Unknown,
}

/// What is said so far.
#[derive(Default)]
struct Scan {
    /// The date that is being said.
    day: Day,
    /// The one that was said before it.
    found: Option<Date>,
    clock: Clock,
    /// The clock before what stands in parentheses behind the date, which says nothing about it.
    kept: Option<Clock>,
    beside: Beside,
    /// The mark since the last word or number; a space where there is none.
    joint: char,
    /// The next number is an hour.
    at_hour: bool,
    /// The next number is none of a date.
    is_numbering: bool,
    /// A name or a place is being said.
    is_aside: bool,
}

/// Reads a date written in folded characters. `None` if something is there that a date does not have, or has twice.
pub(super) fn read(text: &str) -> Option<Stamp> {
    let mut scan = Scan {
        joint: ' ',
        ..Scan::default()
    };
    let mut rest = text;
    // What stood before.
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        rest = match first {
            '0'..='9' => scan.digits(rest, before)?,
            _ if is_letter(first) => match scan.word(rest, before)? {
                Some(after) => after,
                None => break,
            },
            _ => {
                let after = rest.split_at(first.len_utf8()).1;
                scan.mark(first, after)?;
                after
            }
        };
        if first.is_ascii_digit() || is_letter(first) {
            scan.joint = ' ';
        } else if !first.is_ascii_whitespace() {
            scan.joint = first;
        }
        // A dash with a space before it parts date and time; it is no sign of an offset.
        let parts = first == '-' && before == ' ' && !scan.clock.has_minute();
        before = if parts { ' ' } else { first };
    }
    scan.stamp()
}

impl Scan {
    /// Whether a whole Gregorian date was said.
    fn has_date(&self) -> bool {
        self.found.is_some() || self.day.gregorian().is_some()
    }

    /// A mark between words and numbers, and what follows.
    fn mark(&mut self, mark: char, after: &str) -> Option<()> {
        match mark {
            // It may be the sign of an offset.
            '-' if after.starts_with(|c: char| c.is_ascii_digit()) => return Some(()),
            ' ' | '\t' | '\n' | '\r' | '.' | '+' | ')' | ']' => return Some(()),
            ':' if self.beside != Beside::Unknown => return Some(()),
            '#' => self.is_numbering = true,
            // A comment or a zone's name: `(CEST)`, `[Africa/Casablanca]`. Within the date the month's other name:
            // «آب (أغسطس)».
            '(' | '[' if self.has_date() => {
                self.kept.get_or_insert(self.clock);
            }
            '(' | '-' | '/' | ':' => {}
            ',' | '|' => self.day.part(),
            // «4.50 €» is no time.
            _ if self.beside == Beside::Clock => self.clock.doubt_if_loose(),
            _ if self.has_date() || self.day.is_empty() => {}
            _ => return None,
        }
        self.leave();
        Some(())
    }

    /// What follows is not beside what stood before.
    fn leave(&mut self) {
        self.beside = Beside::Nothing;
        self.at_hour = false;
        self.is_aside = false;
    }

    /// A number at the start of `text`, and what follows.
    fn digits<'t>(&mut self, text: &'t str, before: char) -> Option<&'t str> {
        let (digits, after) = words::split_digits(text);
        if std::mem::take(&mut self.is_numbering) {
            self.leave();
            return Some(after);
        }
        if digits.len() == 4
            && before != '+'
            && !self.day.awaits_year(self.joint, after.starts_with(' '))
            && let Some((month, day, rest)) = words::behind_year(after)
        {
            self.leave();
            self.iso(Day::iso(digits.parse().ok()?, month, day))?;
            return Some(rest);
        }
        // The day of a month is no offset: `11:38 -05 mai 2024`. But minutes are none: `10:30 May 5, 2024`.
        let are_minutes = before == ':' && self.beside == Beside::Clock;
        let before = if !are_minutes && words::month_comes(after) {
            ' '
        } else {
            before
        };
        let has_colon = after.starts_with(':');
        if digits.len() <= 2
            && !has_colon
            && !matches!(before, ':' | '+')
            && !self.day.awaits_day()
            && let Some(behind) = self.behind_hour(after, before)
        {
            self.hour(digits.parse().ok()?);
            self.clock.set_minute(behind.minute, behind.is_sure);
            return Some(behind.rest);
        }
        self.number(digits, before, has_colon)?;
        Some(after)
    }

    /// What stands behind an hour; `None` if it is no hour that stands before `after`.
    fn behind_hour<'t>(&self, after: &'t str, before: char) -> Option<BehindHour<'t>> {
        let behind = words::behind_hour(after);
        if behind.is_hour {
            return Some(behind);
        }
        if words::month_comes(after) {
            return None;
        }
        let has_date = self.has_date();
        let is_marked = self.at_hour || has_date && matches!(self.beside, Beside::Part(_));
        // «على 14.30»
        if (is_marked || has_date)
            && before != '.'
            && let Some((digits, rest)) = after.strip_prefix('.').map(words::split_digits)
            && digits.len() == 2
            && words::split_digits(rest.trim_start_matches('.'))
                .0
                .is_empty()
        {
            return Some(BehindHour {
                minute: digits.parse().ok(),
                is_sure: is_marked,
                rest,
                ..behind
            });
        }
        (is_marked || words::day_part_comes(after, has_date)).then_some(behind)
    }

    fn hour(&mut self, hour: u32) {
        self.clock.set_hour(hour);
        match self.beside {
            Beside::Part(part) => self.clock.set_part(part),
            Beside::Unknown => self.clock.is_beside_unknown = true,
            Beside::Nothing | Beside::Clock => {}
        }
        self.leave();
        self.beside = Beside::Clock;
    }

    /// A number and what stood `before` it. `has_colon`: a colon follows.
    fn number(&mut self, digits: &str, before: char, has_colon: bool) -> Option<()> {
        // Parts of a second, which may be many.
        if self.clock.has_minute() && matches!(before, '.' | ',') {
            self.beside = Beside::Clock;
            return Some(());
        }
        let is_timed = self.clock.has_minute() && self.beside == Beside::Clock;
        let value: u64 = digits.parse().ok()?;
        let small = u32::try_from(value).unwrap_or(u32::MAX);
        // `+01`, `+0100`, `+01:00`, `GMT+1`, `UTC-5`.
        let is_offset = match (digits.len(), before) {
            (2 | 4, '+' | '-') | (1, '+') => is_timed,
            (1, '-') => is_timed && self.clock.offset == Some(0),
            _ => false,
        };
        if is_offset {
            self.clock.set_offset(digits.len(), small, before == '-');
            return Some(());
        }
        let part = match (digits.len(), before) {
            // A date may have an offset without a time, which then says nothing: `2024-09-05+01:00`.
            (2 | 4, '+' | '-') if has_colon || digits.len() == 4 && self.has_date() => {
                self.clock.skip_offset();
                return Some(());
            }
            (2, ':') => {
                self.clock.behind_colon(small);
                self.beside = Beside::Clock;
                return Some(());
            }
            (1 | 2, _) if has_colon => {
                self.hour(small);
                self.clock.is_as_shown = digits.len() == 2 || before == 't';
                return Some(());
            }
            (1 | 2, _) => Part::Small(small),
            (4, _) => Part::Year(small),
            (9 | 10, _) => return self.unix(value),
            (12 | 13, _) => return self.unix(value / 1000),
            // What counts readers or comments.
            _ => return self.has_date().then_some(()),
        };
        self.leave();
        self.say(part)
    }

    /// A part of a date: of the one that is being said, or, where it has no place there, of the next.
    fn say(&mut self, part: Part) -> Option<()> {
        if self.day.is_full() {
            if self.day.is_doubted_by(part) {
                return None;
            }
            self.settle()?;
        }
        if self.day.put(part, self.joint).is_none() {
            // Behind a whole date other numbers and words may stand.
            self.found?;
            self.day = Day::default();
            self.day.put(part, self.joint)?;
        }
        Some(())
    }

    /// A whole date in digits. Loose numbers before it are no part of it; half a date before it leaves open which is meant.
    fn iso(&mut self, day: Day) -> Option<()> {
        if self.day.is_full() {
            self.settle()?;
        }
        if !self.day.is_loose() {
            self.found?;
        }
        self.day = day;
        Some(())
    }

    /// Ends the date that is being said. Another calendar's says nothing; two that differ are none.
    fn settle(&mut self) -> Option<()> {
        let day = std::mem::take(&mut self.day);
        match (day.gregorian(), self.found) {
            (Some(date), None) => self.found = Some(date),
            (Some(date), Some(found)) if !date.is_same_day(&found) => return None,
            (None, None) if !day.is_foreign() => return None,
            _ => {}
        }
        Some(())
    }

    /// Seconds from 1970 on, in UTC.
    fn unix(&mut self, seconds: u64) -> Option<()> {
        if self.has_date() {
            return Some(());
        }
        let seconds = u32::try_from(seconds).ok()?;
        self.day.put_days_from_1970(seconds / 86_400)?;
        self.clock = Clock::utc(seconds % 86_400);
        Some(())
    }

    /// A word at the start of `text`, and what follows; nothing if it ends the date. A month may be said by two of its
    /// names: «تشرين الثاني/نوفمبر».
    fn word<'t>(&mut self, text: &'t str, before: char) -> Option<Option<&'t str>> {
        let (word, after) = words::read(text, self.beside == Beside::Clock);
        let is_glued = before.is_ascii_digit() && text.starts_with(|c: char| c.is_ascii());
        match word {
            Word::Month(month) => {
                self.leave();
                self.say(Part::Month(month))?;
            }
            Word::MarchOrTuesday => self.say(Part::MarchOrTuesday)?,
            Word::Day(_) if self.is_numbering => {}
            Word::Day(day) => self.say(Part::Small(day))?,
            Word::Zone(hours) if self.beside == Beside::Clock => {
                self.clock.offset = Some(hours * 60);
            }
            Word::Zone(_) => {}
            Word::Relative | Word::Said(Sense::Updated) if self.has_date() => {
                // «11:30 قبل …»
                if self.beside == Beside::Clock && word == Word::Relative {
                    self.clock.doubt();
                    self.clock.is_vague = true;
                }
                return Some(None);
            }
            Word::Relative => return None,
            Word::Said(Sense::Hour) => self.at_hour = true,
            Word::Said(Sense::At) => self.at_hour = self.has_date(),
            Word::Said(Sense::Numbering) => {
                self.day.part_by_word();
                self.is_numbering = true;
            }
            Word::Said(Sense::Minutes) => self.day.drop_number(),
            Word::Said(Sense::Aside) => self.is_aside = true,
            Word::Said(Sense::Likewise) => self.day.drop_foreign(),
            Word::Other if self.is_aside => {}
            // Of a time only if one stands beside it; else of one that may be any.
            Word::DayPart(_) if self.is_aside => self.clock.is_vague = true,
            Word::DayPart(part) if self.beside == Beside::Clock => self.clock.set_part(part),
            Word::DayPart(part) => {
                self.clock.is_vague = true;
                self.beside = Beside::Part(part);
            }
            // «Édition du 5 mai 2024»
            Word::Said(Sense::Joint) => self.is_numbering = false,
            Word::Said(Sense::Updated) => {}
            Word::Other if is_glued => {}
            Word::Other => self.unknown(),
        }
        Some(Some(after))
    }

    /// A word that says nothing about the date, but may about the time beside it.
    fn unknown(&mut self) {
        if self.beside == Beside::Clock {
            self.clock.doubt();
        } else {
            self.day.part_by_word();
        }
        self.leave();
        self.beside = Beside::Unknown;
        self.is_numbering = false;
    }

    /// The date that was said, if it is one.
    fn stamp(mut self) -> Option<Stamp> {
        if self.day.is_full() {
            self.settle()?;
        }
        let date = self.found?;
        let clock = self.kept.unwrap_or(self.clock);
        let time = match clock.time(date.in_words) {
            // In words the day stands; what a machine wrote is whole or broken.
            Err(_) if !date.in_words => return None,
            time => time.ok().flatten(),
        };
        Some(Stamp {
            year: date.year as u16,
            month: date.month as u8,
            day: date.day as u8,
            time: time.map(|(hour, minute)| (hour as u8, minute as u8)),
            second: clock.second_of(time),
            offset: clock
                .offset
                .filter(|_| time.is_some())
                .map(|offset| offset as i16),
        })
    }
}
