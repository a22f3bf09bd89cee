//! What stands above the body: breadcrumb, headline, standfirst, byline, lead image.

use yew::prelude::*;

use super::Page;
use super::byline::byline;
use super::picture::lead_image;
use super::text::{line, named_link};
use crate::article::Link;
use crate::config::Part;
use crate::locale::Text;

/// Everything above the body, in reading order.
pub fn masthead(page: &Page) -> Html {
    let article = &page.article;
    let shown = |part: Part| !page.config.hide.contains(part);
    let title = (shown(Part::Title) && !article.title.is_empty()).then(|| headline(page));
    let summary = article
        .summary
        .as_ref()
        .filter(|_| shown(Part::Summary))
        .map(|summary| {
            let mut standfirst = line("p", summary, page.dir());
            standfirst.add_attribute("part", "summary");
            standfirst
        });
    html! {
        <>
            if shown(Part::Breadcrumb) && !article.breadcrumb.is_empty() {
                { breadcrumb(page) }
            }
            { for title }
            { for summary }
            { for byline(page) }
            if let Some(image) = article.image.as_ref().filter(|_| shown(Part::Image)) {
                { lead_image(image, page.dir()) }
            }
        </>
    }
}

/// The headline, as deep as the page's outline asks (ARABIC.md 24).
fn headline(page: &Page) -> Html {
    let element = heading(page.surroundings.headline_level);
    let mut headline = line(element, &page.article.title, page.dir());
    headline.add_attribute("part", "title");
    headline.into()
}

/// The name of the heading of `level` 1–6.
pub fn heading(level: u8) -> &'static str {
    match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// The way from the home page, ending in the title (ARABIC.md 24).
fn breadcrumb(page: &Page) -> Html {
    let words = page.locale.words();
    let step = |step: &Link| {
        // A source may leave the home page without a name.
        if step.text.is_empty() {
            let home = Link {
                text: words.text(Text::Home).to_owned(),
                url: step.url.clone(),
                image: None,
            };
            named_link(&home, None)
        } else {
            named_link(step, None)
        }
    };
    let title = &page.article.title;
    html! {
        <nav part="breadcrumb" aria-label={words.text(Text::Breadcrumb).to_owned()}>
            <ol>
                { for page.article.breadcrumb.iter().map(|one| html! { <li>{ step(one) }</li> }) }
                if !title.is_empty() {
                    // For the eye the way ends at the section: the headline follows anyway.
                    <li class="offscreen" aria-current="page">{ Html::from(line("bdi", title, page.dir())) }</li>
                }
            </ol>
        </nav>
    }
}
