//! The texts of the interface: which there are, and how one is found.
//!
//! A language writes them into `static/words/CODE.txt`. The build strips those files to one text a line in the order
//! below (`xtask/words.mjs`); natively [`texts`](super::texts) does. A page fetches only the files it needs.

use super::template::entry;
use crate::config::Theme;
use crate::prefs::{Font, LineHeight};
use crate::share::Network;

/// The lines before those of [`Words`]: the language's code, and what the shell says of faults.
pub(super) const BEFORE: &[&str] = &[
    "language",
    "connection",
    "gone",
    "unreadable",
    "simplified",
    "retry",
    "read_original",
];

/// The lines after them: what `static/qari-listen.js` and `static/qari-return.js` say.
#[cfg(test)]
pub(super) const AFTER: &[&str] = &[
    "listen_pause",
    "listen_resume",
    "listen_previous",
    "listen_next",
    "listen_speed",
    "listen_stop",
    "continue_reading",
    "from_start",
];

/// What stands in for texts that could not be had: enough of them to read by, and a name for each control.
const BUILT_IN: &str = "\
|{y}-{nn}-{dd}|, {HH}:{mm}|||
Home
Path
{}
,
{}
Original
Tags
{}
{} min|{} min|{} min|{} min|{} min|{} min
Share
{}
Share|Copy|Print|WhatsApp|Facebook|X|Telegram|LinkedIn|Reddit|Bluesky|Threads|Pinterest|Email|SMS
Copied
Copy:
Tools
Larger
Smaller
{} / {}
Settings
Theme
Auto|Light|Dark|Sepia|Contrast
Font
System|Naskh|Sans|Site
Spacing
Compact|Normal|Loose
{}
{}
Table
Listen
Reset";

/// The language of [`BUILT_IN`].
pub(super) const BUILT_IN_LANG: &str = "en";

/// The texts of one language, one a line; empty when they could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub(super) &'static str);

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The names of the texts, in order.
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),*];

        #[allow(non_camel_case_types)]
        enum Key { $($name),* }

        impl Words {
            $($(#[$doc])* pub fn $name(self) -> &'static str { self.get(Key::$name as usize) })*
        }
    };
}

// Every text of one language. `{}` is a place for an argument; lists and plural forms are separated by `|`. No text is
// empty. `static/words/en.txt` says the same to those who write them.
texts! {
    /// How dates are written (`dates.rs`).
    dates,
    /// The breadcrumb's first step when the source does not name it.
    home,
    /// Name of the breadcrumb.
    breadcrumb,
    /// Before the authors: `{}`.
    by,
    /// Between authors; a blank follows.
    comma,
    /// Publisher: `{}`.
    source,
    /// Link to the article on its own site.
    original,
    /// Name of the list of keywords.
    tags,
    /// Reading time: `{}` is a text of `minutes`.
    reading_time,
    /// Plural forms of minutes, in the order of the language's categories.
    minutes,
    /// Name of the share row.
    share,
    /// Name of a link of the share row: network `{}`.
    share_via,
    /// Names of the networks in the order of [`Network::NAMES`].
    networks,
    /// Said when the address was copied.
    copied,
    /// Said before the address when it could not be copied.
    copy_failed,
    /// Name of the toolbar.
    toolbar,
    /// A+.
    increase,
    /// A−.
    decrease,
    /// Said after a change: step `{}` of `{}`.
    size_of,
    /// Opens the settings.
    settings,
    /// Colours.
    theme,
    /// Names in the order of [`Theme::NAMES`].
    themes,
    /// Typeface.
    font,
    /// System, naskh, sans, and the owner's own.
    fonts,
    /// Line spacing.
    spacing,
    /// Names in the order of [`LineHeight::NAMES`].
    spacings,
    /// Button on the poster of a video of provider `{}`.
    play_video,
    /// Link to the original of an embed on provider `{}`.
    open_on,
    /// Name of a table that scrolls and has no caption.
    table,
    /// Starts reading aloud.
    listen,
    /// Brings the text back to the size it has by itself.
    reset_size,
}

impl Words {
    fn get(self, index: usize) -> &'static str {
        match entry(self.0, "\n", BEFORE.len() + index) {
            "" => entry(BUILT_IN, "\n", index),
            text => text,
        }
    }

    /// All texts, the shell's aside.
    #[cfg(test)]
    pub(super) fn lines(self) -> impl Iterator<Item = &'static str> {
        (0..NAMES.len()).map(move |index| self.get(index))
    }

    /// The shown name of a network, or what the button for copy, print or the share sheet says.
    pub fn network(self, network: Network) -> &'static str {
        entry(self.networks(), "|", network as usize)
    }

    /// The shown name of a theme.
    pub fn theme_name(self, theme: Theme) -> &'static str {
        entry(self.themes(), "|", theme as usize)
    }

    /// The shown name of a font; the owner's own are called the site's.
    pub fn font_name(self, font: &Font) -> &'static str {
        entry(self.fonts(), "|", font.index().min(Font::CHOICES.len()))
    }

    /// The shown name of a line spacing.
    pub fn spacing_name(self, line_height: LineHeight) -> &'static str {
        entry(self.spacings(), "|", line_height as usize)
    }
}
