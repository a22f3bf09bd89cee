//! The name of a link that is nothing but a drawing: what screen readers are told.

use super::label::{Below, is_silent};
use super::text::collapsed;
use super::unseen::is_for_screen_readers;
use crate::platform::{NodeKind, SourceAttributes, SourceNode};

/// What is shown in a link's place, whatever it says.
const SHOWN: &[&str] = &[
    "img", "image", "picture", "amp-img", "amp-anim", "video", "audio", "iframe", "math",
    "noscript",
];
/// What is in the addresses at which a page is passed on. The reader has a row of its own for that.
const SHARING: &[&str] = &[
    "/sharer",
    "/share?",
    "/share-offsite",
    "sharearticle",
    "/intent/",
    "wa.me/?",
    "/send?text",
    "/pin/create/",
    "/submit?",
    "mailto:?",
    "sms:?",
];
/// How many elements of a drawing are looked at for its title.
const FIRST: usize = 8;

/// What a link says that shows no word and no picture; `None` if it shows some, or has no name.
///
/// One without anything in it lies over what the page shows, and has its name from there.
pub(super) fn hidden_name<N: SourceNode>(link: &N, source: &SourceAttributes) -> Option<String> {
    let mut has_drawing = false;
    for node in Below::new(link, &|element, name| !is_hidden(element, name)) {
        match node.kind() {
            NodeKind::Text(text) if text.chars().any(is_shown) => return None,
            NodeKind::Element(name) if SHOWN.contains(&&*name) => return None,
            NodeKind::Element(_) => has_drawing = true,
            NodeKind::Text(_) | NodeKind::Other => {}
        }
    }
    let address = source.value("href").to_ascii_lowercase();
    let is_told = source.value("aria-hidden") != "true";
    if !has_drawing || !is_told || SHARING.iter().any(|part| address.contains(part)) {
        return None;
    }
    let own = |name| collapsed(source.value(name));
    let names = [own("aria-label"), told_inside(link), own("title")];
    let has_letter = |name: &String| name.chars().any(char::is_alphanumeric);
    names.into_iter().find(has_letter)
}

/// What the parts of a link that only screen readers are told say: their text, else their labels.
fn told_inside<N: SourceNode>(link: &N) -> String {
    let (mut text, mut label) = (String::new(), String::new());
    for node in Below::new(link, &|_, name| !is_silent(name)) {
        match node.kind() {
            NodeKind::Text(part) => text.push_str(&part),
            NodeKind::Element(name) => {
                if label.is_empty() {
                    let source = node.attributes();
                    label = collapsed(source.first_of(&["aria-label", "title"]));
                }
                if label.is_empty() && name == "svg" {
                    let titles = node.children().take(FIRST);
                    let mut titles = titles.filter(|node| is_title(node));
                    label = titles
                        .next()
                        .map(|title| collapsed(&title.text_content()))
                        .unwrap_or_default();
                }
            }
            NodeKind::Other => {}
        }
    }
    let text = collapsed(&text);
    if text.chars().any(char::is_alphanumeric) {
        text
    } else {
        label
    }
}

fn is_title<N: SourceNode>(node: &N) -> bool {
    matches!(node.kind(), NodeKind::Element(name) if name == "title")
}

/// Whether nobody sees what is in an element.
fn is_hidden<N: SourceNode>(element: &N, name: &str) -> bool {
    if is_silent(name) {
        return true;
    }
    let source = element.attributes();
    is_for_screen_readers(source.value("class")) || source.value("aria-hidden") == "true"
}

/// Whether a character is seen as itself: fonts of icons have theirs where no script has letters.
fn is_shown(c: char) -> bool {
    !c.is_whitespace()
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}')
}
