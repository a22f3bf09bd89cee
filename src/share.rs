//! Network → URL: the table of DESIGN 1.6, and how a title and an address get into it.
//!
//! Names as shown are words of a language and stand in `locale`; icons stand in `view`.

use crate::article::Dir;
use crate::config::choices::choices;
use crate::locale::script::{is_letter, is_rtl};
use crate::locale::template::expand;

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

    /// The link's template with `{title}`, `{url}` and `{image}`; empty for a button.
    fn template(self) -> &'static str {
        match self {
            Network::Native | Network::Copy | Network::Print => "",
            Network::WhatsApp => "https://wa.me/?text={title}%20{url}",
            Network::Facebook => "https://www.facebook.com/sharer/sharer.php?u={url}",
            Network::X => "https://x.com/intent/post?text={title}&url={url}",
            Network::Telegram => "https://t.me/share/url?url={url}&text={title}",
            Network::LinkedIn => "https://www.linkedin.com/sharing/share-offsite/?url={url}",
            Network::Reddit => "https://www.reddit.com/submit?url={url}&title={title}",
            Network::Bluesky => "https://bsky.app/intent/compose?text={title}%20{url}",
            Network::Threads => "https://www.threads.net/intent/post?text={title}%20{url}",
            Network::Pinterest => {
                "https://www.pinterest.com/pin/create/button/?url={url}&description={title}&media={image}"
            }
            Network::Email => "mailto:?subject={title}&body={url}",
            Network::Sms => "sms:?&body={title}%20{url}",
        }
    }

    /// The address that shares `url` (the article's canonical one) under `title`; `None` for a button.
    ///
    /// Without an image Pinterest is asked without one; without a title no blank is left before the URL.
    pub fn href(self, title: &str, url: &str, image: Option<&str>) -> Option<String> {
        let mut template = self.template();
        if template.is_empty() {
            return None;
        }
        if image.is_none() {
            template = template.trim_end_matches("&media={image}");
        }
        let glue = "{title}%20";
        let untitled;
        if title.is_empty() && template.contains(glue) {
            untitled = template.replace(glue, "");
            template = &untitled;
        }
        Some(expand(template, &mut |name, out| {
            encode(
                match name {
                    "title" => title,
                    "url" => url,
                    _ => image.unwrap_or_default(),
                },
                out,
            );
        }))
    }
}

/// Appends `text` as `encodeURIComponent` writes it: UTF-8, everything but `A-Z a-z 0-9 - _ . ! ~ * ' ( )`.
fn encode(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(HEX[usize::from(half)]));
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

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "قطار \"البراق\" & 100% كهرباء";
    const URL: &str = "https://news.example/أخبار?id=1&x=2#a";

    #[test]
    fn every_link_network_encodes_title_and_url() {
        let links: Vec<&Network> = Network::ALL
            .iter()
            .filter(|network| network.kind() == Kind::Link)
            .collect();
        assert_eq!(links.len(), 11);
        for network in links {
            let href = network.href(TITLE, URL, None).unwrap();
            assert!(href.is_ascii(), "{href}");
            assert!(!href.contains([' ', '"', '<', '{', '}', '#']), "{href}");
            assert!(
                href.contains("https%3A%2F%2Fnews.example%2F%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1%3Fid%3D1%26x%3D2%23a"),
                "{href}"
            );
        }
    }

    #[test]
    fn addresses_are_those_of_the_contract() {
        let href = |network: Network| network.href("عنوان", "https://a.example/1", None);
        let title = "%D8%B9%D9%86%D9%88%D8%A7%D9%86";
        let url = "https%3A%2F%2Fa.example%2F1";
        for (network, expected) in [
            (
                Network::WhatsApp,
                format!("https://wa.me/?text={title}%20{url}"),
            ),
            (
                Network::Facebook,
                format!("https://www.facebook.com/sharer/sharer.php?u={url}"),
            ),
            (
                Network::X,
                format!("https://x.com/intent/post?text={title}&url={url}"),
            ),
            (
                Network::Telegram,
                format!("https://t.me/share/url?url={url}&text={title}"),
            ),
            (
                Network::Pinterest,
                format!(
                    "https://www.pinterest.com/pin/create/button/?url={url}&description={title}"
                ),
            ),
            (
                Network::Email,
                format!("mailto:?subject={title}&body={url}"),
            ),
            (Network::Sms, format!("sms:?&body={title}%20{url}")),
        ] {
            assert_eq!(href(network), Some(expected));
        }
        for button in [Network::Native, Network::Copy, Network::Print] {
            assert_eq!(href(button), None);
        }
    }

    #[test]
    fn pinterest_gets_the_image_when_there_is_one() {
        let href =
            Network::Pinterest.href("t", "https://a.example", Some("https://a.example/i.jpg"));
        assert!(
            href.unwrap()
                .ends_with("&description=t&media=https%3A%2F%2Fa.example%2Fi.jpg")
        );
    }

    #[test]
    fn without_a_title_the_url_stands_alone() {
        assert_eq!(
            Network::WhatsApp.href("", "u", None).unwrap(),
            "https://wa.me/?text=u"
        );
    }

    #[test]
    fn encoding_is_that_of_encode_uri_component() {
        let mut out = String::new();
        encode("aZ0-_.!~*'() +/\u{e9}😀", &mut out);
        assert_eq!(out, "aZ0-_.!~*'()%20%2B%2F%C3%A9%F0%9F%98%80");
    }

    #[test]
    fn a_title_that_starts_latin_is_marked_right_to_left() {
        // ARABIC.md 6
        assert_eq!(
            plain_title("iPhone 15 هو الهاتف", Dir::Rtl),
            "\u{200F}iPhone 15 هو الهاتف"
        );
        assert_eq!(plain_title("«CNN» تغلق", Dir::Rtl), "\u{200F}«CNN» تغلق");
        for unchanged in ["هاتف iPhone", "15 قتيلا", "2024", ""] {
            assert_eq!(plain_title(unchanged, Dir::Rtl), unchanged);
        }
        assert_eq!(plain_title("iPhone 15", Dir::Ltr), "iPhone 15");
    }
}
