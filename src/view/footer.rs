//! What stands below the body: tags and the source.

use super::Page;
use super::el::{El, el, part};
use super::masthead::link;
use crate::article::Link;
use crate::config::Part;
use crate::locale::around;

/// The article's keywords.
pub fn tags(page: &Page) -> Option<El> {
    let tags = &page.article.tags;
    if tags.is_empty() || page.config.hide.has(Part::Tags) {
        return None;
    }
    let list = el("ul").attrs(
        &["part", "aria-label"],
        [Some("tags".into()), Some(page.words().tags().into())],
    );
    Some(list.children(
        tags.iter()
            .map(|tag| el("li").child(el("bdi").text(tag.clone())).into()),
    ))
}

/// Who published the article, and the way to the original.
pub fn source(page: &Page) -> Option<El> {
    let article = &page.article;
    if page.config.hide.has(Part::Source) || (article.publisher.is_none() && article.url.is_none()) {
        return None;
    }
    let words = page.words();
    let mut line = part("p", "source");
    if let Some(publisher) = &article.publisher {
        let (before, after) = around(words.source());
        line = line.text(before).child(link(publisher, None)).text(after).text(" ");
    }
    if let Some(url) = &article.url {
        let original = Link {
            text: words.original().to_owned(),
            url: Some(url.clone()),
        };
        line = line.child(link(&original, None));
    }
    Some(line)
}
