//! What sharing promises (docs/ATTRIBUTES.md, "Share networks").

use strum::IntoEnumIterator;

use super::*;

const TITLE: &str = "قطار \"البراق\" & 100% كهرباء";
const URL: &str = "https://news.example/أخبار?id=1&x=2#a";

#[test]
fn every_link_network_encodes_title_and_url() {
    let links: Vec<Network> = Network::iter()
        .filter(|network| network.kind() == Kind::Link)
        .collect();
    assert_eq!(links.len(), 11);
    for network in links {
        let href = network.href(TITLE, URL, None).unwrap();
        assert!(href.is_ascii(), "{href}");
        assert!(!href.contains([' ', '"', '<', '{', '}', '#']), "{href}");
        assert!(
            href.contains(
                "https%3A%2F%2Fnews.example%2F%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1%3Fid%3D1%26x%3D2%23a"
            ),
            "{href}"
        );
    }
}

/// The address of the contract, whole; none for a button. A new network does not compile without its own.
fn contract(network: Network, title: &str, url: &str) -> Option<String> {
    Some(match network {
        Network::Native | Network::Copy | Network::Print => return None,
        Network::WhatsApp => format!("https://wa.me/?text={title}%20{url}"),
        Network::Facebook => format!("https://www.facebook.com/sharer/sharer.php?u={url}"),
        Network::X => format!("https://x.com/intent/post?text={title}&url={url}"),
        Network::Telegram => format!("https://t.me/share/url?url={url}&text={title}"),
        Network::LinkedIn => {
            format!("https://www.linkedin.com/sharing/share-offsite/?url={url}")
        }
        Network::Reddit => format!("https://www.reddit.com/submit?url={url}&title={title}"),
        Network::Bluesky => format!("https://bsky.app/intent/compose?text={title}%20{url}"),
        Network::Threads => format!("https://www.threads.net/intent/post?text={title}%20{url}"),
        Network::Pinterest => {
            format!("https://www.pinterest.com/pin/create/button/?url={url}&description={title}")
        }
        Network::Email => format!("mailto:?subject={title}&body={url}"),
        Network::Sms => format!("sms:?&body={title}%20{url}"),
    })
}

#[test]
fn addresses_are_those_of_the_contract() {
    let title = "%D8%B9%D9%86%D9%88%D8%A7%D9%86";
    let url = "https%3A%2F%2Fa.example%2F1";
    for network in Network::iter() {
        let href = network.href("عنوان", "https://a.example/1", None);
        assert_eq!(href, contract(network, title, url), "{network:?}");
        assert_eq!(href.is_some(), network.kind() == Kind::Link, "{network:?}");
    }
}

#[test]
fn buttons_are_what_they_are_called() {
    for (name, kind) in [
        ("native", Kind::Native),
        ("Copy", Kind::Copy),
        ("PRINT", Kind::Print),
    ] {
        let network: Network = name.parse().unwrap();
        assert_eq!(network.kind(), kind);
        assert!(network.name().eq_ignore_ascii_case(name));
    }
}

#[test]
fn pinterest_gets_the_image_when_there_is_one() {
    let href = Network::Pinterest.href("t", "https://a.example", Some("https://a.example/i.jpg"));
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
    // All of ASCII, as a browser writes it.
    let ascii: String = (0..0x80_u8).map(char::from).collect();
    let kept = "!'()*-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
    let expected: String = ascii
        .chars()
        .map(|c| match kept.contains(c) {
            true => c.to_string(),
            false => format!("%{:02X}", c as u32),
        })
        .collect();
    assert_eq!(encode(&ascii), expected);
    assert_eq!(encode("\u{e9}😀"), "%C3%A9%F0%9F%98%80");
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
