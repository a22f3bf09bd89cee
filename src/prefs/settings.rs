//! The values of each setting, and a full set of them.

use std::str::FromStr;

use serde::Serialize;
use strum::{EnumIter, EnumString, IntoStaticStr, VariantNames};

/// A step of text size, 1–9. What each means in pixels the stylesheet says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct TextSize(u8);

impl TextSize {
    /// The smallest.
    pub const MIN: Self = Self(1);
    /// What an owner who says nothing gets.
    pub const DEFAULT: Self = Self(3);
    /// The largest.
    pub const MAX: Self = Self(9);

    /// 1–9.
    pub fn get(self) -> u8 {
        self.0
    }

    /// One step larger, if there is one.
    pub fn larger(self) -> Self {
        Self(self.0 + 1).min(Self::MAX)
    }

    /// One step smaller, if there is one.
    pub fn smaller(self) -> Self {
        Self(self.0 - 1).max(Self::MIN)
    }
}

/// A text size is a whole number from 1 to 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATextSize;

impl std::fmt::Display for NotATextSize {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("not a whole number from 1 to 9")
    }
}

impl TryFrom<u64> for TextSize {
    type Error = NotATextSize;

    fn try_from(number: u64) -> Result<Self, NotATextSize> {
        let size = u8::try_from(number).map_err(|_| NotATextSize)?;
        let sizes = Self::MIN.0..=Self::MAX.0;
        sizes
            .contains(&size)
            .then_some(Self(size))
            .ok_or(NotATextSize)
    }
}

impl FromStr for TextSize {
    type Err = NotATextSize;

    fn from_str(text: &str) -> Result<Self, NotATextSize> {
        let number: u64 = text.parse().map_err(|_| NotATextSize)?;
        Self::try_from(number)
    }
}

/// Colours: `data-theme`, and what the reader may choose.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr, VariantNames, Serialize,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Theme {
    /// Follows the page's declared `color-scheme`, else the system.
    Auto,
    /// Dark text on light.
    Light,
    /// Light text on dark.
    Dark,
    /// Brown text on cream.
    Sepia,
    /// The strongest contrast.
    Contrast,
}

impl Theme {
    /// The name in attributes, events and storage.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The typeface of the article.
#[derive(Debug, Clone, PartialEq, Eq, EnumString, Serialize)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Font {
    /// The device's own, no download.
    System,
    /// The device's Naskh.
    Naskh,
    /// The device's sans-serif.
    Sans,
    /// The host page's. An owner's choice, never stored.
    #[serde(skip)]
    Inherit,
    /// A CSS font-family list of the owner's, never stored.
    #[serde(skip)]
    #[strum(disabled)]
    Family(String),
}

impl Font {
    /// What a reader may choose, in the order shown.
    pub const CHOICES: [Font; 3] = [Font::System, Font::Naskh, Font::Sans];

    /// The name in attributes, events and storage; `custom` for a family of the owner's.
    pub fn name(&self) -> &'static str {
        match self {
            Font::System => "system",
            Font::Naskh => "naskh",
            Font::Sans => "sans",
            Font::Inherit => "inherit",
            Font::Family(_) => "custom",
        }
    }
}

/// Line spacing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr, Serialize)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum LineHeight {
    /// The least Arabic script needs (ARABIC.md 15).
    Compact,
    /// What the design is made for.
    Normal,
    /// For tired eyes.
    Loose,
}

impl LineHeight {
    /// The name in events and storage.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The CSS `line-height`, a multiple of the text size.
    pub fn ratio(self) -> f64 {
        match self {
            LineHeight::Compact => 1.6,
            LineHeight::Normal => 1.8,
            LineHeight::Loose => 2.1,
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
