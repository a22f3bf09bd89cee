//! Network → URL: the table of DESIGN 1.6, and how a title and an address get into it.
//!
//! Names as shown are words of a language and stand in `locale`; icons stand in `view`.

#[cfg(test)]
mod tests;

use crate::config::choices::choices;
use crate::language::Dir;
use crate::language::{is_letter, is_rtl};
use crate::locale::template::{entry, expand};

choices! {
    /// An entry of the share row, named as in `data-share`.
    Network {
        /// The device's own share sheet.
        Native "native",
        /// Copies the address.
        Copy "copy",
        /// The browser's print.
        Print "print",
        /// WhatsApp.
        WhatsApp "whatsapp",
        /// Facebook.
        Facebook "facebook",
        /// X.
        X "x",
        /// Telegram.
        Telegram "telegram",
        /// LinkedIn.
        LinkedIn "linkedin",
        /// Reddit.
        Reddit "reddit",
        /// Bluesky.
        Bluesky "bluesky",
        /// Threads.
        Threads "threads",
        /// Pinterest.
        Pinterest "pinterest",
        /// A new e-mail.
        Email "email",
        /// A new text message.
        Sms "sms",
    }
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

impl Network {
    /// What the entry is.
    pub fn kind(self) -> Kind {
        match self {
            Network::Native => Kind::Native,
            Network::Copy => Kind::Copy,
            Network::Print => Kind::Print,
            _ => Kind::Link,
        }
    }

    /// The address that shares `url` (the article's canonical one) under `title`; `None` for a button.
    ///
    /// Without an image Pinterest is asked without one; without a title no blank is left before the URL.
    pub fn href(self, title: &str, url: &str, image: Option<&str>) -> Option<String> {
        let template = entry(LINKS, "\n", self as usize);
        if template.is_empty() {
            return None;
        }
        Some(expand(template, &mut |name, out| {
            let (before, value) = match name {
                "title" | "title url" => ("", title),
                "url" => ("", url),
                _ => ("&media=", image.unwrap_or_default()),
            };
            if !value.is_empty() {
                out.push_str(before);
                encode(value, out);
            }
            if name == "title url" {
                out.push_str(if title.is_empty() { "" } else { "%20" });
                encode(url, out);
            }
        }))
    }
}

/// The links in the order of [`Network::NAMES`], empty for a button, with places for `{title}`, `{url}`, both in
/// one text, and the parameter for an `{image}`.
const LINKS: &str = "\n\n\n\
https://wa.me/?text={title url}
https://www.facebook.com/sharer/sharer.php?u={url}
https://x.com/intent/post?text={title}&url={url}
https://t.me/share/url?url={url}&text={title}
https://www.linkedin.com/sharing/share-offsite/?url={url}
https://www.reddit.com/submit?url={url}&title={title}
https://bsky.app/intent/compose?text={title url}
https://www.threads.net/intent/post?text={title url}
https://www.pinterest.com/pin/create/button/?url={url}&description={title}{image}
mailto:?subject={title}&body={url}
sms:?&body={title url}";

/// Appends `text` as `encodeURIComponent` writes it: UTF-8, everything but `A-Z a-z 0-9 - _ . ! ~ * ' ( )`.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'_' | b'.' | b'!' | b'~' | b'\''..=b'*')
        {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(if half < 10 { b'0' } else { b'A' - 10 } + half));
            }
        }
    }
}

/// The title as text for another program (share sheet, document title).
///
/// Such a program takes the direction from the first letter, so a right-to-left article's title that starts
/// Latin gets a right-to-left mark before it (ARABIC.md 6).
pub fn plain_title(title: &str, article: Dir) -> String {
    const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
    let mut plain = String::new();
    let first = title.chars().find(|&c| is_letter(c));
    if article == Dir::Rtl && first.is_some_and(|c| !is_rtl(c)) {
        plain.push(RIGHT_TO_LEFT_MARK);
    }
    plain.push_str(title);
    plain
}
