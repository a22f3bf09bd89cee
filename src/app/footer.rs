//! What stands below the body: tags and the source.

use yew::prelude::*;

use super::Page;
use super::text::{around, interface, named_link};
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
    if page.config.hide.contains(Part::Source)
        || (article.publisher.is_none() && article.url.is_none())
    {
        return None;
    }
    let words = page.locale.words();
    let (lang, dir) = interface(&page.locale);
    let publisher = article.publisher.as_ref().map(|publisher| {
        html! { <>{ around(words.text(Text::Source), "publisher", named_link(publisher, None)) }{ " " }</> }
    });
    let original = article.url.as_ref().map(|url| {
        html! {
            <a target="_blank" rel="noopener" href={url.as_str().to_owned()}>{ words.text(Text::Original) }</a>
        }
    });
    Some(html! { <p part="source" {lang} {dir}>{ for publisher }{ for original }</p> })
}
