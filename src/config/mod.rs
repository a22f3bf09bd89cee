//! The attributes as one typed [`Config`], and the notices about bad ones (DESIGN 1.2).
//!
//! Pure: what only a browser can judge (does it know this colour, does this selector match) is kept as a
//! string and judged there. A bad value never breaks the reader: the default is used and a [`Notice`] says so.

pub(crate) mod choices;
mod near;
mod notice;
#[cfg(test)]
mod tests;
mod values;

pub use choices::{Control, Embeds, Format, Hidden, Loading, Part, Theme};
pub use notice::{Notice, Problem};

use crate::locale::{Numerals, is_language_tag};
use crate::prefs::{Font, TextSize};
use crate::share::{self, Network};
use choices::position;
use values::{Notices, is_css_value, is_web_address, source, whole};

/// Where the article's JSON is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// An http(s) address, perhaps relative to the page.
    Url(String),
    /// The id (without `#`) of a script element of the page that holds JSON.
    Inline(String),
    /// The page's own JSON-LD.
    Page,
}

/// Everything a site owner can say with attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// `data-src`; `None` when it is absent or unusable, which the caller reports as the error `config`.
    pub source: Option<Source>,
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
    /// `data-loading`.
    pub loading: Loading,
    /// `data-min-height`: a CSS length; the loader applies it before the wasm is there.
    pub min_height: String,
    /// `data-embeds`.
    pub embeds: Embeds,
    /// `data-remember`.
    pub remember: bool,
    /// `data-timeout`: seconds, 1–300.
    pub timeout: u32,
    /// `data-target`: a CSS selector; the loader uses it.
    pub target: Option<String>,
    /// `data-debug` is there, whatever its value.
    pub debug: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            source: None,
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
            loading: Loading::Lazy,
            min_height: String::from("100vh"),
            embeds: Embeds::Click,
            remember: true,
            timeout: 15,
            target: None,
            debug: false,
        }
    }
}

/// Longest wait an owner can ask for, in seconds.
const LONGEST_TIMEOUT: u32 = 300;

const SOURCES: &[&str] = &["an http or https URL", "#id", "page"];
const URLS: &[&str] = &["an http or https URL"];
const TAGS: &[&str] = &["a BCP 47 language tag such as ar-MA"];
const NUMERALS: &[&str] = &["auto", "latn", "arab", "arabext"];
const FONTS: &[&str] = &[
    "system",
    "naskh",
    "sans",
    "inherit",
    "a CSS font-family list",
];
const COLOURS: &[&str] = &["a CSS colour"];
const LENGTHS: &[&str] = &["a CSS length"];
const SIZES: &[&str] = &["a whole number from 1 to 9"];
const SECONDS: &[&str] = &["whole seconds from 1 to 300"];
const SWITCH: &[&str] = &["on", "off"];

impl Config {
    /// Reads an element's attributes (name and value, any order; names as the DOM gives them, in lower case).
    ///
    /// Attributes that are not Qari's pass silently, unless one looks like a misspelling of one that is.
    /// An empty value is as good as none.
    pub fn from_attributes(attributes: &[(String, String)]) -> (Self, Vec<Notice>) {
        let mut config = Self::default();
        let mut notices = Notices::default();
        for (name, raw) in attributes {
            if let Some(key) = name.strip_prefix("data-") {
                notices.attribute = name;
                config.set(key, raw.trim(), &mut notices);
            }
        }
        (config, notices.list)
    }

    fn set(&mut self, key: &str, value: &str, notices: &mut Notices) {
        match key {
            "debug" => self.debug = true,
            _ if value.is_empty() => {}
            "src" => self.source = notices.checked(source(value), value, SOURCES),
            "format" => notices.choice(&mut self.format, value, Format::NAMES, Format::ALL),
            "map" => self.map = Some(value.into()),
            "item" => self.item = Some(value.into()),
            "base-url" => self.base_url = notices.kept(value, is_web_address, URLS),
            "author" => self.author = Some(value.into()),
            "lang" => self.lang = notices.kept(value, is_language_tag, TAGS),
            "ui-lang" => self.ui_lang = notices.kept(value, is_language_tag, TAGS),
            "numerals" => match position(NUMERALS, value) {
                Some(index) => {
                    self.numerals = index
                        .checked_sub(1)
                        .and_then(|index| Numerals::ALL.get(index))
                        .copied();
                }
                None => notices.add(value, Problem::Value(NUMERALS)),
            },
            "theme" => notices.choice(&mut self.theme, value, Theme::NAMES, Theme::ALL),
            "accent" => self.accent = notices.kept(value, is_css_value, COLOURS),
            "font" => match Font::from_name(value) {
                Some(font) => self.font = font,
                None => {
                    if let Some(family) = notices.kept(value, is_css_value, FONTS) {
                        self.font = Font::Family(family);
                    }
                }
            },
            "text-size" => {
                let size = whole(value, TextSize::MAX.get().into()).map(TextSize::new);
                if let Some(size) = notices.checked(size, value, SIZES) {
                    self.text_size = size;
                }
            }
            "controls" => notices.list(&mut self.controls, value, Control::NAMES, Control::ALL),
            "share" => notices.list(&mut self.share, value, Network::NAMES, Network::ALL),
            "hide" => {
                let mut parts = Vec::new();
                notices.list(&mut parts, value, Part::NAMES, Part::ALL);
                for part in parts {
                    self.hide.insert(part);
                }
            }
            "loading" => notices.choice(&mut self.loading, value, Loading::NAMES, Loading::ALL),
            "min-height" => {
                if let Some(length) = notices.kept(value, is_css_value, LENGTHS) {
                    self.min_height = length;
                }
            }
            "embeds" => notices.choice(&mut self.embeds, value, Embeds::NAMES, Embeds::ALL),
            "remember" => notices.choice(&mut self.remember, value, SWITCH, &[true, false]),
            "timeout" => {
                let seconds = whole(value, LONGEST_TIMEOUT);
                if let Some(seconds) = notices.checked(seconds, value, SECONDS) {
                    self.timeout = seconds;
                }
            }
            "target" => self.target = Some(value.into()),
            // `data-state` is the loader's own mirror of the element's state.
            "state" => {}
            other => {
                if let Some(known) = near::nearest(other) {
                    notices.add(value, Problem::Name(known));
                }
            }
        }
    }
}
