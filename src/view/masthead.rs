//! What stands above the body: breadcrumb, headline, standfirst, byline, lead image.

use super::el::{El, el};
use super::{Page, heading, image};
use crate::article::{Link, Stamp, body};
use crate::config::Part;
use crate::locale;

/// Adds everything above the body, in reading order.
pub fn masthead(page: &Page, mut made: El) -> El {
    let article = &page.article;
    let shown = |part: Part| !page.config.hide.has(part);
    if shown(Part::Breadcrumb) && !article.breadcrumb.is_empty() {
        made = made.child(breadcrumb(page));
    }
    if shown(Part::Title) && !article.title.is_empty() {
        let title = el(heading(page.host.level)).set("part", "title");
        made = made.child(line(title, &article.title, page));
    }
    if let Some(summary) = article.summary.as_ref().filter(|_| shown(Part::Summary)) {
        made = made.child(line(el("p part=summary"), summary, page));
    }
    made = byline(page, made);
    match &article.image {
        Some(lead) if shown(Part::Image) => made.child(image::lead(lead, page)),
        _ => made,
    }
}

/// Adds a text of the article as its body has them: in its own direction if it is written in the other script, phone
/// numbers and addresses isolated (ARABIC.md 2, 4).
pub fn line(mut made: El, text: &str, page: &Page) -> El {
    let line = body::line(text, page.dir);
    for (name, value) in line.attributes.iter() {
        made.add(name, &value);
    }
    for part in &line.children {
        let text = body::plain_text(std::slice::from_ref(part));
        made = match part {
            body::Node::Element(_) => made.child(el("bdi dir=ltr").say(&text)),
            body::Node::Text(_) | body::Node::Image(_) | body::Node::Embed(_) => made.say(&text),
        };
    }
    made
}

/// The way from the home page, ending in the title (ARABIC.md 24).
fn breadcrumb(page: &Page) -> El {
    let mut list = el("ol");
    for step in &page.article.breadcrumb {
        // A source may leave the home page without a name.
        let home = step.text.is_empty().then(|| Link {
            text: page.words().home().to_owned(),
            url: step.url.clone(),
        });
        list = list.child(el("li").child(link(home.as_ref().unwrap_or(step), "a", "bdi")));
    }
    let title = &page.article.title;
    if !title.is_empty() {
        list = list.child(el("li aria-current=page").child(line(el("bdi"), title, page)));
    }
    el("nav part=breadcrumb")
        .set("aria-label", page.words().breadcrumb())
        .child(list)
}

/// A name that cannot disturb what stands beside it, linked if it leads anywhere (ARABIC.md 3); `linked` and
/// `plain` are how its element starts in the two cases.
pub fn link(link: &Link, linked: &'static str, plain: &'static str) -> El {
    match &link.url {
        None => el(plain).say(&link.text),
        Some(url) => el(linked)
            .copy("href", url.as_str())
            .child(el("bdi").say(&link.text)),
    }
}

/// Adds authors, date and reading time in one line.
fn byline(page: &Page, made: El) -> El {
    let article = &page.article;
    let hide = page.config.hide;
    let words = page.words();
    let mut line = el("div class=byline");
    let mut any = false;
    if !article.authors.is_empty() && !hide.has(Part::Byline) {
        let (before, after) = locale::around(words.by());
        let mut authors = el("span part=byline").text(before.into());
        for (index, author) in article.authors.iter().enumerate() {
            if index > 0 {
                authors = authors.text(words.comma().into()).text(" ".into());
            }
            authors = authors.child(link(author, "a part=author", "bdi part=author"));
        }
        line = line.child(authors.text(after.into()));
        any = true;
    }
    if let Some(published) = article.published.filter(|_| !hide.has(Part::Date)) {
        line = line.child(date(page, &published));
        any = true;
    }
    if page.reading_words > 0 && !hide.has(Part::ReadingTime) {
        let time = page.locale.reading_time(page.reading_words);
        line = line.child(
            page.in_interface(el("span part=reading-time"))
                .text(time.into()),
        );
        any = true;
    }
    if any { made.child(line) } else { made }
}

fn date(page: &Page, stamp: &Stamp) -> El {
    let text = el("bdi").copy("lang", page.locale.date_lang());
    el("time part=date")
        .attr("datetime", stamp.iso().into())
        .child(text.text(page.locale.date(stamp).into()))
}
