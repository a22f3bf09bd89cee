//! The texts of the interface: which there are, and how a language's are kept.
//!
//! A language writes them as a [`Texts`] literal, so that a missing one does not compile. The compiler packs
//! them into one string of lines: in the wasm a pointer and a length for each text of each language would
//! cost more than half of what the texts do. What the loader says while it loads or fails stands in its own files.

use super::template::entry;
use crate::config::Theme;
use crate::prefs::{Font, LineHeight};
use crate::share::Network;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Every text of one language. `{}` is a place for an argument; lists and plural forms are separated
        /// by `|`. No text is empty or holds a line break.
        #[derive(Debug)]
        pub(super) struct Texts { $($(#[$doc])* pub $name: &'static str,)* }

        /// How many texts a language has.
        pub(super) const COUNT: usize = [$(stringify!($name)),*].len();

        impl Texts {
            /// The names of the texts, in order.
            #[cfg(test)]
            pub const KEYS: [&'static str; COUNT] = [$(stringify!($name)),*];

            /// The texts, in order.
            pub const fn list(self) -> [&'static str; COUNT] {
                [$(self.$name),*]
            }
        }

        #[allow(non_camel_case_types)]
        enum Key { $($name),* }

        impl Words {
            $($(#[$doc])* pub fn $name(self) -> &'static str { self.get(Key::$name as usize) })*
        }
    };
}

/// The texts of one language, packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub(super) &'static str);

texts! {
    /// The language's subtag, and older or narrower ones that it serves; separated by blanks.
    codes,
    /// How dates are written (`dates.rs`).
    dates,
    /// The breadcrumb's first step when the source does not name it.
    home,
    /// Name of the breadcrumb.
    breadcrumb,
    /// Before the authors: `{}`.
    by,
    /// Between authors, blank included.
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
}

impl Words {
    fn get(self, index: usize) -> &'static str {
        entry(self.0, "\n", index)
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

/// Bytes of the packed form.
pub(super) const fn packed_len(list: &[&str]) -> usize {
    let mut len = 0;
    let mut index = 0;
    while index < list.len() {
        len += list[index].len() + 1;
        index += 1;
    }
    len
}

/// One text a line, in order.
pub(super) const fn pack<const LEN: usize>(list: &[&str]) -> [u8; LEN] {
    let mut packed = [b'\n'; LEN];
    let mut at = 0;
    let mut index = 0;
    while index < list.len() {
        let bytes = list[index].as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            packed[at + i] = bytes[i];
            i += 1;
        }
        at += bytes.len() + 1;
        index += 1;
    }
    packed
}

/// Packs a [`Texts`] literal while compiling.
macro_rules! words {
    ($($name:ident: $text:expr,)*) => {{
        const LIST: [&str; $crate::locale::words::COUNT] =
            $crate::locale::words::Texts { $($name: $text,)* }.list();
        const PACKED: [u8; $crate::locale::words::packed_len(&LIST)] =
            $crate::locale::words::pack(&LIST);
        match core::str::from_utf8(&PACKED) {
            Ok(text) => $crate::locale::words::Words(text),
            Err(_) => panic!("texts joined whole are UTF-8"),
        }
    }};
}
pub(super) use words;
