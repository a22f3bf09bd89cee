//! The attributes as one typed [`Config`], and the notices about bad ones (docs/ATTRIBUTES.md).
//!
//! Pure: what only a browser can judge (does it know this colour, does this selector match) is kept as a
//! string and judged there. A bad value never breaks the reader: the default is used and a [`Notice`] says so.

mod attributes;
mod choices;
mod notice;
#[cfg(test)]
mod tests;
mod values;

pub use crate::article::formats::Format;
pub use attributes::{ATTRIBUTES, Attribute};
pub use choices::{Control, Embeds, Part};
pub use notice::{Allowed, Notice};

use enumset::EnumSet;
use strum::IntoEnumIterator;

use crate::locale::Numerals;
use crate::prefs::{Font, LineHeight, Settings, TextSize, Theme};
use crate::share::{self, Network};

/// What a site owner can say with attributes, but for what only the loader can judge.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// `data-format`; `None` is `auto`.
    pub format: Option<Format>,
    /// `data-map`, as written.
    pub map: Option<String>,
    /// `data-item`, as written.
    pub item: Option<String>,
    /// `data-base-url`, as written.
    pub base_url: Option<String>,
    /// `data-author`.
    pub author: Option<String>,
    /// `data-lang`, BCP 47.
    pub lang: Option<String>,
    /// `data-ui-lang`, BCP 47.
    pub ui_lang: Option<String>,
    /// `data-numerals`; `None` is `auto`.
    pub numerals: Option<Numerals>,
    /// `data-timezone`: an IANA name or `page`. Whether there is such a zone the browser says.
    pub timezone: Option<String>,
    /// `data-theme`.
    pub theme: Theme,
    /// `data-accent`: cannot end a declaration; whether it is a colour the browser says (`CSS.supports`).
    pub accent: Option<String>,
    /// `data-font`.
    pub font: Font,
    /// `data-text-size`.
    pub text_size: TextSize,
    /// `data-controls`, in the owner's order.
    pub controls: Vec<Control>,
    /// `data-share`, in the owner's order.
    pub share: Vec<Network>,
    /// `data-hide`.
    pub hide: EnumSet<Part>,
    /// `data-min-height`, which the loader sets; whether it is a length the browser says.
    pub min_height: Option<String>,
    /// `data-embeds`.
    pub embeds: Embeds,
    /// `data-remember`.
    pub remember: bool,
    /// `data-debug` is there, whatever its value.
    pub debug: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            format: None,
            map: None,
            item: None,
            base_url: None,
            author: None,
            lang: None,
            ui_lang: None,
            numerals: None,
            timezone: None,
            theme: Theme::Auto,
            accent: None,
            font: Font::System,
            text_size: TextSize::DEFAULT,
            controls: Control::iter().collect(),
            share: share::DEFAULT.to_vec(),
            hide: EnumSet::empty(),
            min_height: None,
            embeds: Embeds::Click,
            remember: true,
            debug: false,
        }
    }
}

impl Config {
    /// Reads an element's attributes (name and value, any order; names as the DOM gives them, in lower case).
    ///
    /// Attributes that are not Qari's pass silently, unless they are nearly called like one. An empty value is as good as
    /// none.
    pub fn from_attributes<'a>(
        attributes: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> (Self, Vec<Notice>) {
        let mut config = Self::default();
        let mut notices = Vec::new();
        for (name, value) in attributes {
            let Some(name) = name.strip_prefix("data-") else {
                continue;
            };
            let Some(attribute) = ATTRIBUTES.iter().find(|attribute| attribute.name == name) else {
                notices.extend(Notice::unknown(name));
                continue;
            };
            let value = value.trim_ascii();
            if value.is_empty() && attribute.allowed != Allowed::Flag {
                continue;
            }
            let refused = (attribute.take)(&mut config, value);
            notices.extend(refused.into_iter().map(|value| Notice::Refused {
                attribute: attribute.name,
                value: value.to_owned(),
                allowed: attribute.allowed,
            }));
        }
        (config, notices)
    }

    /// The owner's defaults for what a reader may choose.
    pub fn settings(&self) -> Settings {
        Settings {
            text_size: self.text_size,
            theme: self.theme,
            font: self.font.clone(),
            line_height: LineHeight::Normal,
        }
    }
}
