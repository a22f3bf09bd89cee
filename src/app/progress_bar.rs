//! The thin bar that shows how far the article is read.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::hooks::use_progress;
use crate::config::Part;

/// Props of [`ProgressBar`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ProgressBarProps {
    /// What is read.
    pub page: Rc<Page>,
    /// The article's element.
    pub article: NodeRef,
    /// All of the article stands in the page; until then its height says nothing.
    pub complete: bool,
}

/// The bar. Its own component, since it renders with every step of the scroll and nothing else does.
#[component]
pub fn ProgressBar(props: &ProgressBarProps) -> Html {
    let page = &props.page;
    let scrolled = use_progress(page, &props.article, props.complete);
    if page.config.hide.contains(Part::Progress) {
        // A real element: Yew 0.23 can stumble over a component that renders nothing (yew issue 4092).
        return html! { <span hidden=true /> };
    }
    // It grows from the start side (ARABIC.md 10). The place in the page says the same to a screen reader.
    html! {
        <progress
            part="progress"
            max="100"
            value={scrolled.unwrap_or_default().to_string()}
            hidden={scrolled.is_none()}
            aria-hidden="true"
            dir={page.dir().as_str()}
        />
    }
}
