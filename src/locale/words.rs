//! The words of the interface in one language, as `static/words/CODE.json` has them.
//!
//! A page fetches only the files it needs. `docs/TRANSLATING.md` says to translators what these docs say to
//! programmers. A `{name}` in a text is a place for something else.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;

use super::dates::DateRow;
use super::names::{FontNames, NetworkNames, SpacingNames, ThemeNames};
use super::plural::PluralForms;

/// Every text of one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Words {
    /// Which language this is: its subtag.
    pub language: String,
    /// What is told of faults. The page says these before the program is there.
    pub faults: Faults,
    /// How dates are written: a row for some regions each, the last one for all others.
    pub dates: Vec<DateRow>,
    /// The breadcrumb's first step where the source does not name it.
    pub home: String,
    /// Name of the breadcrumb, for screen readers.
    pub breadcrumb: String,
    /// The byline: «By `{authors}`».
    pub by: String,
    /// What stands between two authors, with its blank.
    pub author_separator: String,
    /// The publisher: «Source: `{publisher}`».
    pub source: String,
    /// The link to the article on its own site, under the article.
    pub original: String,
    /// Name of the list of keywords.
    pub tags: String,
    /// The reading time: `{minutes}` is one of the forms of [`Words::minutes`].
    pub reading_time: String,
    /// «`{count}` minutes», in the forms the language has.
    pub minutes: PluralForms,
    /// Name of the share row.
    pub share: String,
    /// Name of a link of the share row: «Share via `{network}`».
    pub share_via: String,
    /// The entries of the share row.
    pub networks: NetworkNames,
    /// Said when the address was copied.
    pub copied: String,
    /// Said before the address when it could not be copied.
    pub copy_failed: String,
    /// Name of the toolbar.
    pub toolbar: String,
    /// Name of the button A+.
    pub increase: String,
    /// Name of the button A−.
    pub decrease: String,
    /// Said after a change of the text size: step `{size}` of `{largest}`.
    pub size_of: String,
    /// The button that brings the text back to the size the owner gave it.
    pub reset_size: String,
    /// The button that opens the settings.
    pub settings: String,
    /// Colours.
    pub theme: String,
    /// The themes.
    pub themes: ThemeNames,
    /// Typeface.
    pub font: String,
    /// The typefaces.
    pub fonts: FontNames,
    /// Line spacing.
    pub spacing: String,
    /// The line spacings.
    pub spacings: SpacingNames,
    /// The button on the poster of a video: «Play the video from `{provider}`».
    pub play_video: String,
    /// The link to what is embedded: «Open on `{provider}`».
    pub open_on: String,
    /// Name of a table without a caption, for screen readers.
    pub table: String,
    /// The button that starts reading aloud.
    pub listen: String,
    /// The controls of reading aloud.
    pub listening: Listening,
    /// What is offered to a reader who comes back.
    pub returning: Returning,
}

/// What is told when the article cannot be shown as it should.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Faults {
    /// The connection failed, or the server; a button to try again follows.
    pub connection: String,
    /// The server says that there is no such article.
    pub gone: String,
    /// What came is no article.
    pub unreadable: String,
    /// Only the text can be shown, without the tools around it.
    pub simplified: String,
    /// The button that tries again.
    pub retry: String,
    /// The link that stands where the article could not be shown.
    pub read_original: String,
}

/// The controls of reading aloud.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Listening {
    /// Pauses.
    pub pause: String,
    /// Goes on after a pause.
    pub resume: String,
    /// One sentence back.
    pub previous: String,
    /// One sentence on.
    pub next: String,
    /// How fast the voice speaks.
    pub speed: String,
    /// Ends it.
    pub stop: String,
}

/// What is offered to a reader who comes back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Returning {
    /// On to where the last reading ended.
    pub resume: String,
    /// The other choice: from the beginning.
    pub restart: String,
}

/// The English words, which stand in for those that could not be had.
pub(super) const ENGLISH_FILE: &str = include_str!("../../static/words/en.json");

impl Words {
    /// Reads a file of words. What it does not have is taken from the English one: a cache may give out a file that is
    /// older than the program.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let mut file: Value = serde_json::from_str(json)?;
        complete(&mut file, &serde_json::from_str(ENGLISH_FILE)?);
        serde_json::from_value(file)
    }

    /// The English words, for when no file could be had.
    pub fn stand_in() -> Rc<Self> {
        thread_local! {
            static ENGLISH: Rc<Words> =
                Rc::new(Words::parse(ENGLISH_FILE).expect("a unit test reads this file"));
        }
        ENGLISH.with(Rc::clone)
    }
}

/// Takes over from `model` what `file` does not have.
fn complete(file: &mut Value, model: &Value) {
    let (Value::Object(file), Value::Object(model)) = (file, model) else {
        return;
    };
    for (name, text) in model {
        match file.get_mut(name) {
            Some(own) => complete(own, text),
            None => {
                file.insert(name.clone(), text.clone());
            }
        }
    }
}
