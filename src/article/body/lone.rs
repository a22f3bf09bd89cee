//! A paragraph that is nothing but an address, as sites write what they want shown: the player, or a link.

use super::image::Addresses;
use super::{Attr, Element, Node, Tag, embeds};
use crate::article::SafeUrl;
use crate::platform::Platform;

/// What such a paragraph becomes; `None` for any other.
pub(super) fn shown<P: Platform>(paragraph: &Element, addresses: &Addresses<P>) -> Option<Node> {
    let [only] = paragraph.children.as_slice() else {
        return None;
    };
    let (text, linked) = match only {
        Node::Text(text) => (text, false),
        Node::Element(link) if link.tag == Tag::A => match link.children.as_slice() {
            [Node::Text(text)] => (text, true),
            _ => return None,
        },
        _ => return None,
    };
    let address = text.starts_with("https://") || text.starts_with("http://");
    if !address || text.contains(char::is_whitespace) {
        return None;
    }
    if let Some(url) = addresses.media(text)
        && let Some(embed) = embeds::find(addresses.platform, &url)
    {
        return Some(Node::Embed(embed));
    }
    if linked {
        return None;
    }
    let url = SafeUrl::link(addresses.platform, text, addresses.base)?;
    let mut link = Element::new(Tag::A, vec![Attr::Href(url)]);
    link.children.push(only.clone());
    let mut paragraph = Element::new(Tag::P, paragraph.attributes.clone());
    paragraph.children.push(Node::Element(link));
    Some(Node::Element(paragraph))
}
