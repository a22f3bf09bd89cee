//! The words of the interface in one language, as `static/words/CODE.json` has them.
//!
//! A page fetches only the files it needs. `docs/TRANSLATING.md` says to translators what these docs say to
//! programmers. A `{name}` in a text is a place for something else.

use std::sync::LazyLock;

use serde::de::Error as _;
use serde_json::Value;
use strum::{EnumIter, IntoStaticStr};

use super::dates::DateRow;
use super::plural::Category;
use crate::prefs::{Font, LineHeight, Theme};
use crate::remark::Said;
use crate::share::Network;

/// A text of the interface, called as in the files of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "camelCase")]
pub enum Text {
    /// The breadcrumb's first step where the source does not name it.
    Home,
    /// Name of the breadcrumb, for screen readers.
    Breadcrumb,
    /// The byline: «By `{authors}`».
    By,
    /// What stands between two authors, with its blank.
    AuthorSeparator,
    /// The publisher: «Source: `{publisher}`».
    Source,
    /// The link to the article on its own site, under the article.
    Original,
    /// Said under what everyone may read of an article.
    RestForMembers,
    /// Said in the place of an article of which nothing is for everyone.
    MembersOnly,
    /// Said in the place of an article that asks for a password.
    PasswordNeeded,
    /// Name of the list of keywords.
    Tags,
    /// When it was last changed: «Updated: `{date}`».
    Updated,
    /// The reading time: `{minutes}` is one of the forms of [`Words::minutes`].
    ReadingTime,
    /// Name of the share row.
    Share,
    /// Name of a link of the share row: «Share via `{network}`».
    ShareVia,
    /// Said when the address was copied.
    Copied,
    /// Said before the address when it could not be copied.
    CopyFailed,
    /// Name of the toolbar.
    Toolbar,
    /// Name of the button A+.
    Increase,
    /// Name of the button A−.
    Decrease,
    /// Said after a change of the text size: step `{size}` of `{largest}`.
    SizeOf,
    /// The button that brings the text back to the size the owner gave it.
    ResetSize,
    /// The button that opens the settings.
    Settings,
    /// Colours.
    Theme,
    /// Typeface.
    Font,
    /// Line spacing.
    Spacing,
    /// The button on the poster of a video: «Play the video from `{provider}`».
    PlayVideo,
    /// The button on the poster of a post: «Show the post from `{provider}`».
    ShowPost,
    /// The button on the poster of music or speech: «Play the sound from `{provider}`».
    PlaySound,
    /// The name of a film's player that has no title, for screen readers.
    Video,
    /// The name of a sound's player that has no title, for screen readers.
    Sound,
    /// The link to what is embedded: «Open on `{provider}`».
    OpenOn,
    /// Name of a table without a caption, for screen readers.
    Table,
    /// The button that starts reading aloud.
    Listen,
    /// Pauses reading aloud.
    PauseListening,
    /// Goes on after a pause.
    ResumeListening,
    /// One sentence back.
    PreviousSentence,
    /// One sentence on.
    NextSentence,
    /// How fast the voice speaks.
    SpeakingSpeed,
    /// Ends reading aloud.
    StopListening,
    /// Offered to a reader who comes back: on to where the last reading ended.
    ResumeReading,
    /// The other choice: from the beginning.
    RestartReading,
}

/// Every text of one language: its file, as read.
///
/// A text that a file does not have is the English one: a cache may give out a file that is older than the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(Value);

/// The file of the English words.
pub(super) const ENGLISH_FILE: &str = include_str!("../../static/words/en.json");

static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::parse(ENGLISH_FILE).expect("a unit test reads this file"));

impl Words {
    /// Reads a file of words.
    ///
    /// # Errors
    /// If it is no JSON, or does not say which language it is.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let file: Value = serde_json::from_str(json)?;
        match file["language"] {
            Value::String(_) => Ok(Self(file)),
            _ => Err(serde_json::Error::missing_field("language")),
        }
    }

    /// The English words, which stand in for those that could not be had.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// The code of their language.
    pub fn language(&self) -> &str {
        self.0["language"].as_str().unwrap_or_default()
    }

    /// A text of the interface.
    pub fn text(&self, text: Text) -> &str {
        self.find("texts", text.into())
    }

    /// What the owner is told, in a file of `static/words/debug`.
    pub fn said(&self, said: Said) -> Option<&str> {
        self.own("texts", said.into())
    }

    /// The form of «`{count}` minutes» for a category of numbers, or that of all other numbers.
    pub fn minutes(&self, category: Category) -> &str {
        self.own("minutes", category.name())
            .unwrap_or_else(|| self.find("minutes", Category::Other.name()))
    }

    /// The shown name of a network, or what the button for copy, print or the share sheet says.
    pub fn network(&self, network: Network) -> &str {
        self.find("networks", network.name())
    }

    /// The shown name of a theme.
    pub fn theme_name(&self, theme: Theme) -> &str {
        self.find("themes", theme.name())
    }

    /// The shown name of a font; the page's and the owner's own are called the site's.
    pub fn font_name(&self, font: &Font) -> &str {
        let name = match font {
            Font::System | Font::Naskh | Font::Sans => font.name(),
            Font::Inherit | Font::Family(_) => "site",
        };
        self.find("fonts", name)
    }

    /// The shown name of a line spacing.
    pub fn spacing_name(&self, line_height: LineHeight) -> &str {
        self.find("spacings", line_height.name())
    }

    /// How dates are written: a row for some regions each, the last one for all others.
    pub fn dates(&self) -> impl DoubleEndedIterator<Item = DateRow<'_>> {
        let rows = self.0["dates"].as_array();
        rows.into_iter().flatten().map(DateRow::from)
    }

    /// The text `name` of a group of texts, here or else in English.
    fn find(&self, group: &str, name: &str) -> &str {
        self.own(group, name)
            .or_else(|| Self::english().own(group, name))
            .unwrap_or_default()
    }

    fn own(&self, group: &str, name: &str) -> Option<&str> {
        self.0[group][name].as_str()
    }
}
