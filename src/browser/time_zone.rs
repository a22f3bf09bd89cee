//! The clocks of the world, as the browser's `Intl` knows them.

use js_sys::{Array, Object, Reflect};
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

// `js_sys::Intl::DateTimeFormat` takes it for granted that the zone is one, and that an instant can be shown.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    #[derive(Debug)]
    type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(lang: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method, catch, js_name = formatToParts)]
    fn format_to_parts(this: &DateTimeFormat, milliseconds: f64) -> Result<Array, JsValue>;
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
        // English of the United States has Latin digits and the Gregorian calendar.
        Ok(Self(DateTimeFormat::new("en-US", &options)?))
    }

    /// What its clock shows at an instant, in seconds from 1970 on.
    pub fn clock(&self, instant: i64) -> Option<Clock> {
        let parts = self.0.format_to_parts(instant as f64 * 1000.0).ok()?;
        let part = |name: &str| -> Option<u16> {
            // Each is a number of the date with its name, or what stands between two.
            let said =
                |part: &JsValue, key: &str| Reflect::get(part, &key.into()).ok()?.as_string();
            let part = parts
                .iter()
                .find(|part| said(part, "type").is_some_and(|kind| kind == name))?;
            said(&part, "value")?.parse().ok()
        };
        Some(Clock {
            year: part("year")?,
            month: part("month")? as u8,
            day: part("day")? as u8,
            // Some browsers call midnight 24 here.
            hour: (part("hour")? % 24) as u8,
            minute: part("minute")? as u8,
        })
    }
}
