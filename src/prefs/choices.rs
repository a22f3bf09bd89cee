//! What the reader chose, and how it is stored.
//!
//! The stored form is `{"textSize":5,"theme":"dark","font":"naskh","lineHeight":"loose"}`, every field optional. The
//! loader reads the same text before the wasm is there, so the form is a contract between the two.

use std::str::FromStr;

use serde::Serialize;
use serde_json::Value;

use super::{Font, LineHeight, TextSize, Theme};

/// What the reader chose; `None` is the owner's default. The font is one of [`Font::CHOICES`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Choices {
    /// Text size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_size: Option<TextSize>,
    /// Colours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Typeface.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub font: Option<Font>,
    /// Line spacing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_height: Option<LineHeight>,
}

impl Choices {
    /// The stored form; `{}` when nothing was chosen.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| String::from("{}"))
    }

    /// Reads the stored form. Whatever is not a known value of a known field is passed over, so that rubbish,
    /// or what a later version stored, leaves the owner's defaults.
    pub fn from_json(json: &str) -> Self {
        let stored: Value = serde_json::from_str(json).unwrap_or_default();
        let size = stored["textSize"].as_u64();
        Self {
            text_size: size.and_then(|size| TextSize::try_from(size).ok()),
            theme: named(&stored["theme"]),
            font: named(&stored["font"]).filter(|font| Font::CHOICES.contains(font)),
            line_height: named(&stored["lineHeight"]),
        }
    }
}

/// What is called so.
fn named<T: FromStr>(name: &Value) -> Option<T> {
    name.as_str()?.parse().ok()
}
