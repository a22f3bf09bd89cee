//! What stands below the body: tags and the source.

use yew::prelude::*;

use super::Page;
use super::text::{around, interface, named_link};
use crate::article::Access;
use crate::config::Part;
use crate::locale::Text;

/// The article's keywords.
pub fn tags(page: &Page) -> Option<Html> {
    let tags = &page.article.tags;
    if tags.is_empty() || page.config.hide.contains(Part::Tags) {
        return None;
    }
    Some(html! {
        <ul part="tags" aria-label={page.locale.words().text(Text::Tags).to_owned()}>
            { for tags.iter().map(|tag| html! { <li><bdi>{ tag }</bdi></li> }) }
        </ul>
    })
}

/// Who published the article, and the way to the original.
pub fn source(page: &Page) -> Option<Html> {
    let article = &page.article;
    let original = original_link(page);
    if page.config.hide.contains(Part::Source)
        || (article.publisher.is_none() && original.is_none())
    {
        return None;
    }
    let words = page.locale.words();
    let (lang, dir) = interface(&page.locale);
    let publisher = article.publisher.as_ref().map(|publisher| {
        html! { <>{ around(words.text(Text::Source), "publisher", named_link(publisher, None)) }{ " " }</> }
    });
    Some(html! { <p part="source" {lang} {dir}>{ for publisher }{ for original }</p> })
}

/// What is said where an article is not for everyone, with the way to where the rest of it may be had.
pub fn access(page: &Page) -> Option<Html> {
    let text = match (page.article.access, page.article.body.is_empty()) {
        (Access::Everyone, _) => return None,
        (Access::Members, true) => Text::MembersOnly,
        (Access::Members, false) => Text::RestForMembers,
        (Access::Password, _) => Text::PasswordNeeded,
    };
    let (lang, dir) = interface(&page.locale);
    Some(html! {
        <p class="access" {lang} {dir}>
            { page.locale.words().text(text).to_owned() }
            { " " }
            { for original_link(page) }
        </p>
    })
}

fn original_link(page: &Page) -> Option<Html> {
    let href = page.original()?.into_owned();
    let label = page.locale.words().text(Text::Original).to_owned();
    Some(html! { <a target="_blank" rel="noopener" {href}>{ label }</a> })
}
