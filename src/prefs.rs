//! What the reader sees the article with: text size, theme, font, line spacing, as a reducer.
//!
//! The owner's defaults and the reader's choices are kept apart, so that a choice wins, a reset gives the
//! owner's design back, and only choices are stored. The page's hands store them under `qari:prefs` as
//! `{"textSize":5,"theme":"dark","font":"naskh","lineHeight":"loose"}`, every field optional. The loader
//! reads the same text before the wasm is there, so the form is a contract between the two.

#[cfg(test)]
mod tests;

use crate::config::choices::choices;
use crate::config::{Config, Theme};
use crate::locale::template::{cut, entry, position};

/// The fields of what is stored.
const FIELDS: &str = "textSize theme font lineHeight";

/// A step of text size, 1–9. What each means in pixels the stylesheet says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextSize(u8);

impl TextSize {
    /// The smallest.
    pub const MIN: Self = Self(1);
    /// What an owner who says nothing gets.
    pub const DEFAULT: Self = Self(3);
    /// The largest.
    pub const MAX: Self = Self(9);

    /// The step `number`, or the end nearest to it.
    pub fn new(number: u32) -> Self {
        Self(number.clamp(1, 9) as u8)
    }

    /// The step that one digit says.
    pub fn from_digit(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [digit @ b'1'..=b'9'] => Some(Self(digit - b'0')),
            _ => None,
        }
    }

    /// 1–9.
    pub fn get(self) -> u8 {
        self.0
    }

    /// One step larger, if there is one.
    pub fn larger(self) -> Self {
        Self::new(u32::from(self.0) + 1)
    }

    /// One step smaller, if there is one.
    pub fn smaller(self) -> Self {
        Self::new(u32::from(self.0) - 1)
    }
}

/// The typeface of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Font {
    /// The device's own, no download.
    System,
    /// The device's Naskh.
    Naskh,
    /// The device's sans-serif.
    Sans,
    /// The host page's.
    Inherit,
    /// A CSS font-family list of the owner's.
    Family(String),
}

impl Font {
    /// What a reader may choose, in the order shown.
    pub const CHOICES: [Font; 3] = [Font::System, Font::Naskh, Font::Sans];

    /// The names in the order of [`Font::index`].
    const NAMES: &'static str = "system naskh sans inherit custom";

    /// Where it stands in [`Font::CHOICES`], and behind them for those of the page's and the owner's own.
    pub(crate) fn index(&self) -> usize {
        match self {
            Font::System => 0,
            Font::Naskh => 1,
            Font::Sans => 2,
            Font::Inherit => 3,
            Font::Family(_) => 4,
        }
    }

    /// The name in attributes, events and storage; `custom` for a family of the owner's.
    pub fn name(&self) -> &'static str {
        entry(Self::NAMES, " ", self.index())
    }

    /// The font called `name`, ASCII case ignored. Not [`Font::Family`].
    pub fn from_name(name: &str) -> Option<Self> {
        match position(Self::NAMES, name)? {
            0 => Some(Font::System),
            1 => Some(Font::Naskh),
            2 => Some(Font::Sans),
            3 => Some(Font::Inherit),
            _ => None,
        }
    }

    /// Whether a reader may choose it.
    fn is_choice(&self) -> bool {
        self.index() < Self::CHOICES.len()
    }
}

choices! {
    /// Line spacing.
    LineHeight {
        /// The least Arabic script needs (ARABIC.md 15).
        Compact "compact",
        /// What the design is made for.
        Normal "normal",
        /// For tired eyes.
        Loose "loose",
    }
}

impl LineHeight {
    /// The CSS `line-height`, a multiple of the text size.
    pub fn css(self) -> &'static str {
        match self {
            LineHeight::Compact => "1.6",
            LineHeight::Normal => "1.8",
            LineHeight::Loose => "2.1",
        }
    }
}

/// A full set of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Text size.
    pub text_size: TextSize,
    /// Colours.
    pub theme: Theme,
    /// Typeface.
    pub font: Font,
    /// Line spacing.
    pub line_height: LineHeight,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            text_size: TextSize::DEFAULT,
            theme: Theme::Auto,
            font: Font::System,
            line_height: LineHeight::Normal,
        }
    }
}

impl Settings {
    /// The owner's.
    pub fn of(config: &Config) -> Self {
        Self {
            text_size: config.text_size,
            theme: config.theme,
            font: config.font.clone(),
            line_height: LineHeight::Normal,
        }
    }
}

/// What the reader chose; `None` is the owner's default. The font is one of [`Font::CHOICES`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Text size.
    pub text_size: Option<TextSize>,
    /// Colours.
    pub theme: Option<Theme>,
    /// Typeface.
    pub font: Option<Font>,
    /// Line spacing.
    pub line_height: Option<LineHeight>,
}

impl Choices {
    /// The stored form; `{}` when nothing was chosen.
    pub fn to_json(&self) -> String {
        // All values are digits and names of tables: nothing needs escaping.
        let size = self.text_size.map(|size| {
            let at = usize::from(size.get());
            "123456789".get(at - 1..at).unwrap_or_default()
        });
        let values = [
            ("", size),
            ("\"", self.theme.map(Theme::name)),
            ("\"", self.font.as_ref().map(Font::name)),
            ("\"", self.line_height.map(LineHeight::name)),
        ];
        let mut json = String::from("{");
        for (index, (quote, value)) in values.into_iter().enumerate() {
            let Some(value) = value else { continue };
            let comma = if json.len() > 1 { "," } else { "" };
            let key = entry(FIELDS, " ", index);
            for part in [comma, "\"", key, "\":", quote, value, quote] {
                json.push_str(part);
            }
        }
        json.push('}');
        json
    }

    /// Reads the stored form. Whatever is not a known value of a known field is passed over, so that rubbish,
    /// or what a later version stored, leaves the owner's defaults.
    pub fn from_json(json: &str) -> Self {
        let mut choices = Self::default();
        let mut rest = json;
        // The form is our own: no value holds a blank, an escape or one of these signs.
        while !rest.is_empty() {
            let (field, next) = cut(rest, "{,}");
            rest = next;
            let (key, value) = cut(field, ":");
            let name = entry(value, "\"", 1);
            match position(FIELDS, entry(key, "\"", 1)) {
                Some(0) => choices.text_size = TextSize::from_digit(value),
                Some(1) => choices.theme = Theme::from_name(name),
                Some(2) => choices.font = Font::from_name(name).filter(Font::is_choice),
                Some(_) => choices.line_height = LineHeight::from_name(name),
                None => {}
            }
        }
        choices
    }
}

/// What a reader can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// One step larger.
    Increase,
    /// One step smaller.
    Decrease,
    /// The owner's text size again.
    ResetTextSize,
    /// Other colours.
    SetTheme(Theme),
    /// Another typeface, one of [`Font::CHOICES`].
    SetFont(Font),
    /// Another line spacing.
    SetLineHeight(LineHeight),
    /// The owner's design again.
    Reset,
    /// What another reader of the page or another tab stored.
    Adopt(Choices),
}

/// The owner's defaults and the reader's choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefs {
    /// The owner's defaults.
    pub owner: Settings,
    /// The reader's choices.
    pub choices: Choices,
}

impl Prefs {
    /// The text size in effect.
    pub fn text_size(&self) -> TextSize {
        self.choices.text_size.unwrap_or(self.owner.text_size)
    }

    /// The theme in effect.
    pub fn theme(&self) -> Theme {
        self.choices.theme.unwrap_or(self.owner.theme)
    }

    /// The font in effect.
    pub fn font(&self) -> &Font {
        self.choices.font.as_ref().unwrap_or(&self.owner.font)
    }

    /// The line spacing in effect.
    pub fn line_height(&self) -> LineHeight {
        self.choices.line_height.unwrap_or(self.owner.line_height)
    }

    /// What comes of an action.
    pub fn reduce(mut self, action: Action) -> Self {
        let size = self.text_size();
        let choices = &mut self.choices;
        match action {
            Action::Increase => choices.text_size = Some(size.larger()),
            Action::Decrease => choices.text_size = Some(size.smaller()),
            Action::ResetTextSize => choices.text_size = None,
            Action::SetTheme(theme) => choices.theme = Some(theme),
            Action::SetFont(font) => {
                if font.is_choice() {
                    choices.font = Some(font);
                }
            }
            Action::SetLineHeight(line_height) => choices.line_height = Some(line_height),
            Action::Reset => *choices = Choices::default(),
            Action::Adopt(other) => *choices = other,
        }
        self
    }
}
