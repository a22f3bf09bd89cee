//! The clocks of the world, as the browser's `Intl` knows them.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::Refused;
use crate::platform::Clock;

/// The name that means the device's own zone.
const DEVICE: &str = "page";

/// What is asked of a clock: numbers alone, on 24 hours.
const OPTIONS: [(&str, &str); 6] = [
    ("year", "numeric"),
    ("month", "numeric"),
    ("day", "numeric"),
    ("hour", "numeric"),
    ("minute", "numeric"),
    ("hourCycle", "h23"),
];

/// The time in one zone.
#[derive(Debug)]
pub struct TimeZone(DateTimeFormat);

// `js_sys::Intl::DateTimeFormat` takes it for granted that the zone is one.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(lang: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, milliseconds: f64) -> Result<String, JsValue>;
}

impl TimeZone {
    /// A zone by its IANA name, or the device's (`page`).
    ///
    /// # Errors
    /// The browser knows no such zone.
    pub fn named(name: &str) -> Result<Self, Refused> {
        let options = Object::new();
        for (option, value) in OPTIONS {
            Reflect::set(&options, &option.into(), &value.into())?;
        }
        if !name.eq_ignore_ascii_case(DEVICE) {
            Reflect::set(&options, &"timeZone".into(), &name.into())?;
        }
        // English of the United States has Latin digits and the Gregorian calendar: 9/5/2024, 14:07.
        Ok(Self(DateTimeFormat::new("en-US", &options)?))
    }

    /// What its clock shows at an instant, in seconds from 1970 on.
    pub fn clock(&self, instant: i64) -> Option<Clock> {
        read(&self.0.format(instant as f64 * 1000.0).ok()?)
    }
}

/// `9/5/2024, 14:07`
fn read(text: &str) -> Option<Clock> {
    let mut numbers = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u16>().ok());
    let (month, day, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let (hour, minute) = (numbers.next()?, numbers.next()?);
    Some(Clock {
        year,
        month: month as u8,
        day: day as u8,
        // Some browsers call midnight 24 here.
        hour: (hour % 24) as u8,
        minute: minute as u8,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_date_are_a_clocks() {
        let clock = |month, day, hour, minute| Clock {
            year: 2024,
            month,
            day,
            hour,
            minute,
        };
        for (text, expected) in [
            ("9/5/2024, 14:07", Some(clock(9, 5, 14, 7))),
            ("12/31/2024, 24:00", Some(clock(12, 31, 0, 0))),
            ("9/5/2024", None),
            ("Invalid Date", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
