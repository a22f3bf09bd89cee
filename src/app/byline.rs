//! Authors, dates and reading time, in one line.

use yew::prelude::*;

use super::Page;
use super::picture::Picture;
use super::text::{around, date_in_words, interface, named_link};
use crate::article::{Image, Link, SafeUrl, Stamp};
use crate::config::Part;
use crate::locale::Text;

/// The side of an author's picture, in pixels.
const PORTRAIT: u32 = 32;

/// The line, if it has anything to say.
pub fn byline(page: &Page) -> Option<Html> {
    let shown = |part: Part| !page.config.hide.contains(part);
    let authors = &page.article.authors;
    let names = (shown(Part::Byline) && !authors.is_empty()).then(|| names(authors, page));
    let dates: Vec<Html> = [
        page.article
            .published
            .filter(|_| shown(Part::Date))
            .map(|published| date(&published, page)),
        page.article
            .modified
            .filter(|modified| shown(Part::Modified) && is_told(modified, page))
            .map(|modified| updated(&modified, page)),
        (shown(Part::ReadingTime) && page.word_count > 0).then(|| reading_time(page)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (names.is_some() || !dates.is_empty()).then(|| {
        html! {
            <div class="byline">
                { for names }
                if !dates.is_empty() {
                    <div class="dates">{ for dates }</div>
                }
            </div>
        }
    })
}

fn names(authors: &[Link], page: &Page) -> Html {
    let words = page.locale.words();
    let names = authors.iter().enumerate().map(|(index, author)| {
        html! {
            <>
                if index > 0 {
                    { words.text(Text::AuthorSeparator).to_owned() }
                }
                { named_link(author, Some("author")) }
            </>
        }
    });
    let names = html! { <>{ for names }</> };
    let has_portraits = !page.config.hide.contains(Part::AuthorImage);
    let portraits = authors.iter().filter_map(|author| author.image.as_ref());
    let (lang, dir) = interface(&page.locale);
    html! {
        <span part="byline" {lang} {dir}>
            { for portraits.filter(|_| has_portraits).map(portrait) }
            { around(words.text(Text::By), "authors", names) }
        </span>
    }
}

/// An author's picture. It says nothing that the name does not.
fn portrait(url: &SafeUrl) -> Html {
    let image = Image {
        url: url.clone(),
        alt: String::new(),
        caption: None,
        credit: None,
        width: Some(PORTRAIT),
        height: Some(PORTRAIT),
        variants: Vec::new(),
    };
    html! { <Picture {image} part="author-image" /> }
}

fn date(stamp: &Stamp, page: &Page) -> Html {
    html! { <time part="date" datetime={stamp.iso()}>{ date_in_words(stamp, &page.locale) }</time> }
}

/// Whether the last change is worth a word: not where it is a slip that was mended within the hour.
fn is_told(modified: &Stamp, page: &Page) -> bool {
    let published = page.article.published;
    published.is_none_or(|published| modified.is_update_of(&published))
}

fn updated(stamp: &Stamp, page: &Page) -> Html {
    let (lang, dir) = interface(&page.locale);
    let template = page.locale.words().text(Text::Updated);
    html! {
        <time part="modified" datetime={stamp.iso()} {lang} {dir}>
            { around(template, "date", date_in_words(stamp, &page.locale)) }
        </time>
    }
}

fn reading_time(page: &Page) -> Html {
    let (lang, dir) = interface(&page.locale);
    html! {
        <span part="reading-time" {lang} {dir}>{ page.locale.reading_time(page.word_count) }</span>
    }
}
