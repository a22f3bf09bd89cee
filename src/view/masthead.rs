//! What stands above the body: breadcrumb, headline, standfirst, byline, lead image.

use yew::AttrValue;

use super::el::{El, el, part};
use super::{Page, heading, image};
use crate::article::{Dir, Link, Stamp};
use crate::config::Part;
use crate::locale::script::{is_letter, is_rtl};
use crate::locale;

/// Everything above the body, in reading order.
pub fn masthead(page: &Page) -> Vec<El> {
    let article = &page.article;
    let shown = |part: Part| !page.config.hide.has(part);
    let mut made = Vec::new();
    if shown(Part::Breadcrumb) {
        made.extend(breadcrumb(page));
    }
    if shown(Part::Title) && !article.title.is_empty() {
        let level = heading(page.host.level);
        made.push(own_direction(part(level, "title"), "title", &article.title, page));
    }
    if let Some(summary) = article.summary.as_ref().filter(|_| shown(Part::Summary)) {
        made.push(own_direction(el("p"), "summary", summary, page));
    }
    made.extend(byline(page));
    if let Some(lead) = article.image.as_ref().filter(|_| shown(Part::Image)) {
        made.push(image::lead(lead));
    }
    made
}

/// A text block of the article that is written in the other script takes its own direction (ARABIC.md 2).
fn own_direction(made: El, name: &'static str, text: &str, page: &Page) -> El {
    let dir = direction_of(text)
        .filter(|dir| *dir != page.dir)
        .map(|dir: Dir| AttrValue::from(dir.as_str()));
    made.attrs(&["part", "dir"], [Some(name.into()), dir])
        .text(text.to_owned())
}

/// The direction of a text by its letters: any letter of a right-to-left script decides, else any other letter.
fn direction_of(text: &str) -> Option<Dir> {
    if text.chars().any(is_rtl) {
        return Some(Dir::Rtl);
    }
    text.chars().any(is_letter).then_some(Dir::Ltr)
}

/// The way from the home page, ending in the title (ARABIC.md 24); `None` when the source tells of none.
fn breadcrumb(page: &Page) -> Option<El> {
    let steps = &page.article.breadcrumb;
    if steps.is_empty() {
        return None;
    }
    let mut list = el("ol");
    for step in steps {
        // A source may leave the home page without a name.
        let home = step.text.is_empty();
        let named = Link {
            text: if home { page.words().home().to_owned() } else { step.text.clone() },
            url: step.url.clone(),
        };
        list = list.child(el("li").child(link(&named, None)));
    }
    let here = el("li")
        .attrs(&["aria-current"], [Some("page".into())])
        .child(el("bdi").text(page.article.title.clone()));
    let nav = el("nav").attrs(
        &["part", "aria-label"],
        [Some("breadcrumb".into()), Some(page.words().breadcrumb().into())],
    );
    Some(nav.child(list.child(here)))
}

/// A name that cannot disturb what stands beside it, linked if it leads anywhere (ARABIC.md 3).
pub fn link(link: &Link, name: Option<&'static str>) -> El {
    let name = name.map(AttrValue::from);
    let text = el("bdi");
    match &link.url {
        None => text.attrs(&["part"], [name]).text(link.text.clone()),
        Some(url) => el("a")
            .attrs(&["part", "href"], [name, Some(url.as_str().to_owned().into())])
            .child(text.text(link.text.clone())),
    }
}

/// Authors, date and reading time in one line.
fn byline(page: &Page) -> Option<El> {
    let article = &page.article;
    let hide = page.config.hide;
    let words = page.words();
    let mut line = el("div").attrs(&["class"], [Some("byline".into())]);
    let mut any = false;
    if !article.authors.is_empty() && !hide.has(Part::Byline) {
        let (before, after) = locale::around(words.by());
        let mut authors = part("span", "byline").text(before);
        for (index, author) in article.authors.iter().enumerate() {
            if index > 0 {
                authors = authors.text(words.comma());
            }
            authors = authors.child(link(author, Some("author")));
        }
        line = line.child(authors.text(after));
        any = true;
    }
    if !hide.has(Part::Date) {
        if let Some(published) = article.published {
            line = line.child(date(page, &published));
            any = true;
        }
    }
    if !hide.has(Part::ReadingTime) {
        line = line.child(part("span", "reading-time").text(page.locale.reading_time(page.reading_words)));
        any = true;
    }
    any.then_some(line)
}

fn date(page: &Page, stamp: &Stamp) -> El {
    el("time")
        .attrs(
            &["part", "datetime"],
            [Some("date".into()), Some(stamp.iso().into())],
        )
        .child(el("bdi").text(page.locale.date(stamp)))
}
