//! The offer to go on where reading stopped, made to a reader who comes back.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::hooks::Place;
use crate::browser::{Element, controls};

/// Props of [`ReturnOffer`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ReturnOfferProps {
    /// What is read.
    pub page: Rc<Page>,
    /// The place that was kept, and how to get there.
    pub place: Place,
}

/// A row above the bar's own: go on, or not.
#[component]
pub fn ReturnOffer(props: &ReturnOfferProps) -> Html {
    let words = &props.page.locale.words().returning;
    let row = use_node_ref();
    let on_resume = {
        let place = props.place.clone();
        Callback::from(move |_: MouseEvent| place.go_on())
    };
    let on_restart = {
        let (place, row) = (props.place.clone(), row.clone());
        Callback::from(move |_: MouseEvent| {
            // The focus stays in the bar, which goes on without the row.
            if let Some(row) = row.cast::<Element>() {
                controls::leave_row(&row);
            }
            place.dismiss();
        })
    };
    // It comes into a page that is there, so that a screen reader says it.
    html! {
        <div class="returning" ref={row} aria-live="polite">
            <button type="button" onclick={on_resume}>{ &words.resume }</button>
            <button type="button" aria-label={words.restart.clone()} title={words.restart.clone()} onclick={on_restart}>
                { "×" }
            </button>
        </div>
    }
}
