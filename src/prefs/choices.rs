//! What the reader chose, and how it is stored.
//!
//! The stored form is `{"textSize":5,"theme":"dark","font":"naskh","lineHeight":"loose"}`, every field optional. The
//! loader reads the same text before the wasm is there, so the form is a contract between the two.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{Font, LineHeight, TextSize, Theme};

/// What the reader chose; `None` is the owner's default. The font is one of [`Font::CHOICES`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Choices {
    /// Text size.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "lenient")]
    pub text_size: Option<TextSize>,
    /// Colours.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "lenient")]
    pub theme: Option<Theme>,
    /// Typeface.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "lenient")]
    pub font: Option<Font>,
    /// Line spacing.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "lenient")]
    pub line_height: Option<LineHeight>,
}

/// Reads one field by itself: what is not a value of it is passed over.
fn lenient<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: DeserializeOwned,
    D: Deserializer<'de>,
{
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).ok())
}

impl Choices {
    /// The stored form; `{}` when nothing was chosen.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_else(|_| String::from("{}"))
    }

    /// Reads the stored form. Whatever is not a known value of a known field is passed over, so that rubbish,
    /// or what a later version stored, leaves the owner's defaults.
    pub fn from_json(json: &str) -> Self {
        serde_json::from_str::<Map<String, Value>>(json)
            .and_then(|fields| serde_json::from_value(Value::Object(fields)))
            .unwrap_or_default()
    }
}
