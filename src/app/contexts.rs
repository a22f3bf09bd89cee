//! What every component may ask for: the article, the owner's wishes, the languages.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use crate::article::Article;
use crate::config::Config;
use crate::locale::Locale;

/// Props of [`Contexts`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ContextsProps {
    /// What is shown.
    pub page: Rc<Page>,
    /// Who may ask.
    pub children: Html,
}

/// Provides what a page holds to all components below.
#[component]
pub fn Contexts(props: &ContextsProps) -> Html {
    let page = &props.page;
    html! {
        <ContextProvider<Rc<Config>> context={page.config.clone()}>
            <ContextProvider<Rc<Locale>> context={page.locale.clone()}>
                <ContextProvider<Rc<Article>> context={page.article.clone()}>
                    { props.children.clone() }
                </ContextProvider<Rc<Article>>>
            </ContextProvider<Rc<Locale>>>
        </ContextProvider<Rc<Config>>>
    }
}

const OUTSIDE: &str = "a component of the reader stands inside Contexts";

/// The article that is shown.
#[hook]
pub fn use_article() -> Rc<Article> {
    use_context().expect(OUTSIDE)
}

/// Words, digits and dates.
#[hook]
pub fn use_locale() -> Rc<Locale> {
    use_context().expect(OUTSIDE)
}

/// What the owner said.
#[hook]
pub fn use_config() -> Rc<Config> {
    use_context().expect(OUTSIDE)
}
