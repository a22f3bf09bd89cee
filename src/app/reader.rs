//! A reader: the article, the share row, the bar of controls, and what is said of changes.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::article_view::article_view;
use super::debug_panel::debug_panel;
use super::hooks::{
    use_choices, use_follow_link, use_look, use_measured, use_place, use_scheme, use_shortcuts,
    use_shown, use_slices, use_status,
};
use super::progress_bar::ProgressBar;
use super::share_row::share_row;
use super::status::status_line;
use super::toolbar::Toolbar;
use crate::prefs::Theme;

/// Props of [`Reader`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ReaderProps {
    /// What to show.
    pub page: Rc<Page>,
    /// Nothing of it may run.
    pub concealed: bool,
}

/// The component behind one `<qari-reader>`.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let page = &props.page;
    let root = use_node_ref();
    let article = use_node_ref();
    let status = use_status();
    let choices = use_choices(page, &article, &status);
    let settings_open = use_state(|| page.settings_open);
    use_shown(page, &choices.resume, &settings_open);
    use_look(&root, page);
    let slices = use_slices(page);
    let follow = use_follow_link(&slices);
    let place = use_place(page, &article, &slices);
    let on_key = use_shortcuts(&page.config, &choices);
    let prefs = &choices.prefs;
    let scheme = use_scheme(page);
    let measured = use_measured(page);
    let theme = match prefs.theme() {
        Theme::Auto => scheme,
        chosen => chosen.name().to_owned(),
    };

    html! {
        <>
            <div class="reader" ref={root.clone()} data-theme={theme} onkeydown={on_key}>
                // Every child has its key: without, one that comes or goes would shift the others.
                <ProgressBar
                    key="progress"
                    page={page.clone()}
                    article={article.clone()}
                    complete={slices.is_complete()}
                />
                { article_view(page, prefs, &slices, follow, article.clone()) }
                { for share_row(page, &status, &root) }
                <Toolbar
                    key="toolbar"
                    page={page.clone()}
                    concealed={props.concealed}
                    choices={choices.clone()}
                    open={settings_open}
                    status={status.clone()}
                    {slices}
                    {place}
                    {article}
                />
                { status_line(&status, &page.locale) }
                { debug_panel(page, &measured, &status, &root) }
            </div>
        </>
    }
}
