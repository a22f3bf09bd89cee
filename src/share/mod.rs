//! Network → URL: the table of docs/ATTRIBUTES.md, "Share networks", and how a title and an address get into it.
//!
//! Names as shown are words of a language and stand in `locale`; icons stand in the views.

#[cfg(test)]
mod tests;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use strum::{EnumIter, EnumString, IntoStaticStr, VariantNames};

use crate::language::{Dir, is_letter, is_rtl};

/// An entry of the share row, named as in `data-share`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Network {
    /// The device's own share sheet.
    Native,
    /// Copies the address.
    Copy,
    /// The browser's print.
    Print,
    /// WhatsApp.
    WhatsApp,
    /// Facebook.
    Facebook,
    /// X.
    X,
    /// Telegram.
    Telegram,
    /// LinkedIn.
    LinkedIn,
    /// Reddit.
    Reddit,
    /// Bluesky.
    Bluesky,
    /// Threads.
    Threads,
    /// Pinterest.
    Pinterest,
    /// A new e-mail.
    Email,
    /// A new text message.
    Sms,
}

/// What a share row holds when the owner says nothing.
pub const DEFAULT: &[Network] = &[
    Network::Native,
    Network::WhatsApp,
    Network::Facebook,
    Network::X,
    Network::Telegram,
    Network::Copy,
];

/// What an entry of the share row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A link that works without script.
    Link,
    /// A button for `navigator.share`, shown only where that exists.
    Native,
    /// A button for the clipboard.
    Copy,
    /// A button for print.
    Print,
}

/// What is shared, percent-encoded.
struct Shared {
    title: String,
    url: String,
    /// The title, a blank and the address; without a title the address alone.
    title_and_url: String,
    image: Option<String>,
}

/// A network's row.
struct Row {
    kind: Kind,
    /// Writes the link; a button has none.
    link: Option<fn(&Shared) -> String>,
}

const fn button(kind: Kind) -> Row {
    Row { kind, link: None }
}

const fn link(link: fn(&Shared) -> String) -> Row {
    Row {
        kind: Kind::Link,
        link: Some(link),
    }
}

impl Network {
    fn row(self) -> Row {
        match self {
            Network::Native => button(Kind::Native),
            Network::Copy => button(Kind::Copy),
            Network::Print => button(Kind::Print),
            Network::WhatsApp => link(|it| format!("https://wa.me/?text={}", it.title_and_url)),
            Network::Facebook => {
                link(|it| format!("https://www.facebook.com/sharer/sharer.php?u={}", it.url))
            }
            Network::X => {
                link(|it| format!("https://x.com/intent/post?text={}&url={}", it.title, it.url))
            }
            Network::Telegram => {
                link(|it| format!("https://t.me/share/url?url={}&text={}", it.url, it.title))
            }
            Network::LinkedIn => link(|it| {
                format!(
                    "https://www.linkedin.com/sharing/share-offsite/?url={}",
                    it.url
                )
            }),
            Network::Reddit => link(|it| {
                format!(
                    "https://www.reddit.com/submit?url={}&title={}",
                    it.url, it.title
                )
            }),
            Network::Bluesky => {
                link(|it| format!("https://bsky.app/intent/compose?text={}", it.title_and_url))
            }
            Network::Threads => link(|it| {
                format!(
                    "https://www.threads.net/intent/post?text={}",
                    it.title_and_url
                )
            }),
            Network::Pinterest => link(|it| {
                let media = it.image.as_ref().map(|image| format!("&media={image}"));
                format!(
                    "https://www.pinterest.com/pin/create/button/?url={}&description={}{}",
                    it.url,
                    it.title,
                    media.unwrap_or_default()
                )
            }),
            Network::Email => link(|it| format!("mailto:?subject={}&body={}", it.title, it.url)),
            Network::Sms => link(|it| format!("sms:?&body={}", it.title_and_url)),
        }
    }

    /// The name as in `data-share`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What the entry is.
    pub fn kind(self) -> Kind {
        self.row().kind
    }

    /// The address that shares `url` (the article's canonical one) under `title`; `None` for a button.
    ///
    /// Without an image Pinterest is asked without one; without a title no blank is left before the URL.
    pub fn href(self, title: &str, url: &str, image: Option<&str>) -> Option<String> {
        let link = self.row().link?;
        let blank = if title.is_empty() { "" } else { " " };
        Some(link(&Shared {
            title: encode(title),
            url: encode(url),
            title_and_url: encode(&format!("{title}{blank}{url}")),
            image: image.filter(|image| !image.is_empty()).map(encode),
        }))
    }
}

/// What `encodeURIComponent` encodes: everything but `A-Z a-z 0-9 - _ . ! ~ * ' ( )`.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// `text` as `encodeURIComponent` writes it.
fn encode(text: &str) -> String {
    utf8_percent_encode(text, COMPONENT).to_string()
}

/// The title as text for another program (share sheet, document title).
///
/// Such a program takes the direction from the first letter, so a right-to-left article's title that starts
/// Latin gets a right-to-left mark before it (ARABIC.md 6).
pub fn plain_title(title: &str, article: Dir) -> String {
    const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
    let first = title.chars().find(|&c| is_letter(c));
    match (article, first) {
        (Dir::Rtl, Some(letter)) if !is_rtl(letter) => format!("{RIGHT_TO_LEFT_MARK}{title}"),
        (Dir::Rtl | Dir::Ltr, _) => title.to_owned(),
    }
}
