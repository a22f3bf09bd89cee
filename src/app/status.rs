//! What a screen reader is told, and everybody sees for a moment: the last change, or an address to copy by hand.

use yew::prelude::*;

use super::hooks::{Said, Status};
use super::text::interface;
use crate::locale::Locale;

/// The live region. It is always there, so that what comes into it is announced.
pub fn status_line(status: &Status, locale: &Locale) -> Html {
    let (lang, dir) = interface(locale);
    let (class, content) = match status.said() {
        Said::Nothing => (None, html! {}),
        Said::Words(words) => (None, html! { words.clone() }),
        Said::Address { label, url } => (
            Some("address"),
            html! { <>{ label }{ " " }<bdi dir="ltr">{ url }</bdi></> },
        ),
    };
    html! { <div key="status" part="status" role="status" {lang} {dir} {class}>{ content }</div> }
}
