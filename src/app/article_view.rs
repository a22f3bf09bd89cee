//! The article: masthead, body, footer, with the reader's look in its attributes.

use yew::prelude::*;

use super::hooks::Slices;
use super::{Page, body, footer, masthead};
use crate::prefs::Prefs;

/// The `article` part (ARABIC.md 1: it carries both `dir` and `lang`).
///
/// A change of look changes its attributes and renders no block again. Another article has another key, so that it
/// begins with elements of its own.
pub fn article_view(
    page: &Page,
    prefs: &Prefs,
    slices: &Slices,
    follow: Callback<MouseEvent>,
    article: NodeRef,
) -> Html {
    let deeper = page.surroundings.headline_level - 1;
    html! {
        <article
            key={format!("article-{}", page.edition)}
            ref={article}
            part="article"
            lang={page.language().to_owned()}
            dir={page.dir().as_str()}
            data-text-size={prefs.text_size().get().to_string()}
            data-font={prefs.font().name()}
            data-line-height={prefs.line_height().name()}
            data-numerals={page.locale.numerals().name()}
        >
            { masthead::masthead(page) }
            <div part="body" key="body" onclick={follow}>{ body::slices(&page.article, slices.shown(), deeper) }</div>
            { for footer::access(page) }
            { for footer::tags(page) }
            { for footer::source(page) }
        </article>
    }
}
