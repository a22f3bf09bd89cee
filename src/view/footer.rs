//! What stands below the body: tags and the source.

use super::Page;
use super::el::{El, el};
use super::masthead::link;
use crate::config::Part;
use crate::locale::around;

/// The article's keywords.
pub fn tags(page: &Page) -> Option<El> {
    let tags = &page.article.tags;
    if tags.is_empty() || page.config.hide.has(Part::Tags) {
        return None;
    }
    let mut list = el("ul part=tags").set("aria-label", page.words().tags());
    for tag in tags {
        list = list.child(el("li").child(el("bdi").say(tag)));
    }
    Some(list)
}

/// Who published the article, and the way to the original.
pub fn source(page: &Page) -> Option<El> {
    let article = &page.article;
    let known = article.publisher.is_some() || article.url.is_some();
    if page.config.hide.has(Part::Source) || !known {
        return None;
    }
    let words = page.words();
    let mut line = page.in_interface(el("p part=source"));
    if let Some(publisher) = &article.publisher {
        let (before, after) = around(words.source());
        line = line
            .text(before.into())
            .child(link(publisher, "a", "bdi"))
            .text(after.into())
            .text(" ".into());
    }
    if let Some(url) = &article.url {
        let original = el("a target=_blank rel=noopener").copy("href", url.as_str());
        line = line.child(original.text(words.original().into()));
    }
    Some(line)
}
