//! The Yew application: one article with its controls.
//!
//! [`App`] shows a [`Page`], or nothing: a reader whose element left the page keeps its application for the next one
//! (see [`pool`]). Components stand one a file; where there is neither state nor anything to compare they are plain
//! functions that return [`Html`]. What lives in time (choices, place, progress, speech …) stands in [`hooks`]. Natively the same
//! components render to a string: effects do not run there, and nothing is pressed.

mod article_view;
mod body;
mod byline;
mod contexts;
mod debug_panel;
mod embed;
mod footer;
pub mod hooks;
mod icons;
mod listening;
mod listening_row;
mod masthead;
mod page;
mod picture;
mod pool;
mod progress_bar;
mod reader;
mod return_offer;
mod session;
mod settings;
mod share_row;
mod size_controls;
mod status;
mod text;
mod toolbar;

use std::rc::Rc;

use yew::prelude::*;

pub use body::SLICE;
pub use page::{
    Debug, Events, HandOver, Measured, Page, SettingsDetail, ShareDetail, Summary, Surroundings,
};
use reader::Reader;
pub use session::Session;

/// What [`App`] shows.
#[derive(Debug, Clone, Default, PartialEq, Properties)]
pub struct AppProps {
    /// The page, or nothing while the application waits in the pool.
    #[prop_or_default]
    pub page: Option<Rc<Page>>,
    /// Another article is on its way, or a fault is told: nothing of the page may run.
    #[prop_or_default]
    pub concealed: bool,
}

/// The root component.
#[component]
pub fn App(props: &AppProps) -> Html {
    match &props.page {
        Some(page) => html! {
            <ContextProvider<Rc<Page>> context={page.clone()}>
                <Reader page={page.clone()} concealed={props.concealed} />
            </ContextProvider<Rc<Page>>>
        },
        // A real element: Yew 0.23 can stumble over a component that renders nothing (yew issue 4092).
        None => html! { <div hidden=true /> },
    }
}
