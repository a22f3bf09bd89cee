//! Texts of the article outside its body, and of the interface, in their own direction.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::article::body::{self, Node};
use crate::article::{Link, Stamp};
use crate::language::Dir;
use crate::locale::Locale;

/// A text of the article as its body would have it: in its own direction if it is written in the other script, phone
/// numbers and addresses isolated (ARABIC.md 2, 4). `around` is the article's direction, `element` the tag that holds it.
pub fn line(element: &'static str, text: &str, around: Dir) -> VTag {
    let line = body::line(text, around);
    let mut tag = VTag::new(element);
    for (name, value) in line.attributes.iter() {
        tag.add_attribute(name, value.into_owned());
    }
    for child in &line.children {
        tag.add_child(match child {
            Node::Element(isolated) => {
                html! { <bdi dir="ltr">{ body::plain_text(&isolated.children) }</bdi> }
            }
            Node::Text(text) => html! { text },
            // Nothing else comes of a text.
            Node::Image(_) | Node::Embed(_) => html! { <></> },
        });
    }
    tag
}

/// A text with one place in it, for an element: what stands before `{name}`, the element, and what stands behind.
pub fn around(template: &str, name: &str, element: Html) -> Html {
    let place = format!("{{{name}}}");
    let (before, after) = template.split_once(&place).unwrap_or((template, ""));
    html! { <>{ before.to_owned() }{ element }{ after.to_owned() }</> }
}

/// A name that cannot disturb what stands beside it, linked if it leads anywhere (ARABIC.md 3).
pub fn named_link(link: &Link, part: Option<&'static str>) -> Html {
    match &link.url {
        Some(url) => {
            html! { <a {part} href={url.as_str().to_owned()}><bdi>{ &link.text }</bdi></a> }
        }
        None => html! { <bdi {part}>{ &link.text }</bdi> },
    }
}

/// A date as the article's language has it.
pub fn date_in_words(stamp: &Stamp, locale: &Locale) -> Html {
    html! { <bdi lang={locale.date_lang().to_owned()}>{ locale.date(stamp) }</bdi> }
}

/// `lang` and `dir` of what the interface says, not the article (ARABIC.md 1).
pub fn interface(locale: &Locale) -> (AttrValue, &'static str) {
    (locale.ui_lang().to_owned().into(), locale.ui_dir().as_str())
}
