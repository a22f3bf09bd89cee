//! The offer to go on where reading stopped, made to a reader who comes back.

use yew::prelude::*;

use super::Page;
use super::hooks::Place;
use crate::browser::{Element, controls};
use crate::locale::Text;

/// A row above the bar's own: go on, or not.
pub fn return_offer(page: &Page, place: &Place, row: &NodeRef) -> Html {
    let words = page.locale.words();
    let on_resume = {
        let place = place.clone();
        Callback::from(move |_: MouseEvent| place.go_on())
    };
    let on_restart = {
        let (place, row) = (place.clone(), row.clone());
        Callback::from(move |_: MouseEvent| {
            // The focus stays in the bar, which goes on without the row.
            if let Some(row) = row.cast::<Element>() {
                controls::leave_row(&row);
            }
            place.dismiss();
        })
    };
    let percent = page
        .locale
        .percent(place.percent_of(page.article.body.len()));
    // It comes into a page that is there, so that a screen reader says it.
    html! {
        <div key="returning" class="returning" ref={row.clone()} aria-live="polite">
            <button type="button" onclick={on_resume}><span>{ words.text(Text::ResumeReading) }{ " (" }<bdi>{ percent }</bdi>{ ")" }</span></button>
            <button type="button" aria-label={words.text(Text::RestartReading).to_owned()} title={words.text(Text::RestartReading).to_owned()} onclick={on_restart}>
                { "×" }
            </button>
        </div>
    }
}
