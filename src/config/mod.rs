//! The attributes as one typed [`Config`], and the notices about bad ones (DESIGN 1.2).
//!
//! Pure: what only a browser can judge (does it know this colour, does this selector match) is kept as a
//! string and judged there. A bad value never breaks the reader: the default is used and a [`Notice`] says so.

pub(crate) mod choices;
#[cfg(test)]
mod tests;
mod values;

pub use choices::{Control, Embeds, Format, Hidden, Part, Theme};
pub use values::Notice;

use crate::language::is_language_tag;
use crate::locale::Numerals;
use crate::locale::template::{cut, position};
use crate::prefs::{Font, TextSize};
use crate::share::{self, Network};
use choices::choices;
use values::{choose, is_css_value, is_seconds, is_source, is_web_address, keep, list, unless};

choices! {
    /// The attributes of DESIGN 1.2, without `data-`.
    Attribute {
        /// Where the article's JSON is; the loader reads it.
        Src "src",
        /// What the source is.
        Format "format",
        /// Paths of a home-made source.
        Map "map",
        /// Which article of several.
        Item "item",
        /// What relative addresses resolve against.
        BaseUrl "base-url",
        /// The author where the source names none.
        Author "author",
        /// The article's language.
        Lang "lang",
        /// The interface's language.
        UiLang "ui-lang",
        /// Digits.
        Numerals "numerals",
        /// Colours.
        Theme "theme",
        /// A colour of the owner's.
        Accent "accent",
        /// Typeface.
        Font "font",
        /// Text size.
        TextSize "text-size",
        /// What the toolbar offers.
        Controls "controls",
        /// What the share row offers.
        Share "share",
        /// What is left out.
        Hide "hide",
        /// When loading starts; the loader reads it.
        Loading "loading",
        /// Height reserved beforehand; the loader reads it.
        MinHeight "min-height",
        /// Third parties.
        Embeds "embeds",
        /// Whether the reader's choices and place are kept.
        Remember "remember",
        /// Seconds; the loader reads it.
        Timeout "timeout",
        /// Where to mount; the loader reads it.
        Target "target",
        /// Whether the debug panel is shown.
        Debug "debug",
    }
}

/// What a site owner can say with attributes, but for what only the loader needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// `data-format`.
    pub format: Format,
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
    pub hide: Hidden,
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
            format: Format::Auto,
            map: None,
            item: None,
            base_url: None,
            author: None,
            lang: None,
            ui_lang: None,
            numerals: None,
            theme: Theme::Auto,
            accent: None,
            font: Font::System,
            text_size: TextSize::DEFAULT,
            controls: Control::ALL.to_vec(),
            share: share::DEFAULT.to_vec(),
            hide: Hidden::default(),
            embeds: Embeds::Click,
            remember: true,
            debug: false,
        }
    }
}

const URL: &str = "an http or https URL";
const SOURCE: &str = "an http or https URL, #id, page";
const LANGUAGE: &str = "a BCP 47 language tag such as ar-MA";
const NUMERALS: &str = "auto latn arab arabext";
const LOADING: &str = "lazy eager";
const FONT: &str = "system, naskh, sans, inherit, a CSS font-family list";

impl Config {
    /// Reads an element's attributes (name and value, any order; names as the DOM gives them, in lower case).
    ///
    /// Attributes that are not Qari's pass silently. An empty value is as good as none.
    pub fn from_attributes(attributes: &[(String, String)]) -> (Self, Vec<Notice>) {
        let mut flat = String::new();
        for (name, value) in attributes {
            flat.push_str(name);
            flat.push('\0');
            flat.push_str(value);
            flat.push('\0');
        }
        Self::read(&flat)
    }

    /// [`Self::from_attributes`] of names and values in turn, each ended by a NUL, as they come over from the page.
    pub fn read(attributes: &str) -> (Self, Vec<Notice>) {
        let mut config = Self::default();
        let mut notices = Vec::new();
        let mut rest = attributes;
        while !rest.is_empty() {
            let (name, next) = cut(rest, "\0");
            let (value, next) = cut(next, "\0");
            rest = next;
            let Some(key) = name.strip_prefix("data-").and_then(Attribute::from_name) else {
                continue;
            };
            let value = value.trim_ascii();
            if value.is_empty() && key != Attribute::Debug {
                continue;
            }
            config.set(key, value, &mut |value, allowed| {
                notices.push(Notice::new(name, value, allowed));
            });
        }
        (config, notices)
    }

    /// Takes one value as written; `refuse` is told which value, or entry of a list, is not taken, and what is
    /// allowed.
    fn set(&mut self, key: Attribute, value: &str, refuse: &mut dyn FnMut(&str, &'static str)) {
        let refused = match key {
            Attribute::Src => unless(is_source(value), SOURCE),
            Attribute::Format => choose(&mut self.format, value, Format::ALL, Format::NAMES),
            Attribute::Map => keep(&mut self.map, value, true, ""),
            Attribute::Item => keep(&mut self.item, value, true, ""),
            Attribute::BaseUrl => keep(&mut self.base_url, value, is_web_address(value), URL),
            Attribute::Author => keep(&mut self.author, value, true, ""),
            Attribute::Lang => keep(&mut self.lang, value, is_language_tag(value), LANGUAGE),
            Attribute::UiLang => keep(&mut self.ui_lang, value, is_language_tag(value), LANGUAGE),
            Attribute::Numerals => {
                self.numerals = Numerals::from_name(value);
                let auto = value.eq_ignore_ascii_case("auto");
                unless(auto || self.numerals.is_some(), NUMERALS)
            }
            Attribute::Theme => choose(&mut self.theme, value, Theme::ALL, Theme::NAMES),
            Attribute::Accent => keep(&mut self.accent, value, is_css_value(value), "a CSS colour"),
            Attribute::Font => {
                let font = Font::from_name(value);
                let good = font.is_some() || is_css_value(value);
                if good {
                    self.font = font.unwrap_or_else(|| Font::Family(value.into()));
                }
                unless(good, FONT)
            }
            Attribute::TextSize => {
                let size = TextSize::from_digit(value);
                self.text_size = size.unwrap_or(self.text_size);
                unless(size.is_some(), "a whole number from 1 to 9")
            }
            Attribute::Controls => {
                list(
                    &mut self.controls,
                    value,
                    Control::ALL,
                    Control::NAMES,
                    refuse,
                );
                None
            }
            Attribute::Share => {
                list(&mut self.share, value, Network::ALL, Network::NAMES, refuse);
                None
            }
            Attribute::Hide => {
                let mut parts = Vec::new();
                list(&mut parts, value, Part::ALL, Part::NAMES, refuse);
                for part in parts {
                    self.hide.insert(part);
                }
                None
            }
            Attribute::Loading => unless(position(LOADING, value).is_some(), LOADING),
            Attribute::MinHeight => unless(is_css_value(value), "a CSS length"),
            Attribute::Embeds => choose(&mut self.embeds, value, Embeds::ALL, Embeds::NAMES),
            Attribute::Remember => choose(&mut self.remember, value, &[true, false], "on off"),
            Attribute::Timeout => unless(is_seconds(value), "whole seconds from 1 to 300"),
            Attribute::Target => None,
            Attribute::Debug => {
                self.debug = true;
                None
            }
        };
        if let Some(allowed) = refused {
            refuse(value, allowed);
        }
    }
}
