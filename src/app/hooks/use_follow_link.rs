//! Links that stay within the article.

use yew::prelude::*;

use super::Slices;
use crate::browser::{Hold, InsideLink};

/// Leads a reader who pressed such a link to its place, which may stand in a slice that is not rendered yet. A browser
/// looks for places in the page alone, not in a shadow root.
#[hook]
pub fn use_follow_link(slices: &Slices) -> Callback<MouseEvent> {
    let waiting = use_state(|| None::<InsideLink>);
    let hold = use_mut_ref(|| None::<Hold>);
    {
        let (waiting, hold) = (waiting.clone(), hold.clone());
        use_effect_with(
            (waiting, slices.is_complete()),
            move |(waiting, complete)| {
                if *complete && let Some(link) = &**waiting {
                    *hold.borrow_mut() = link.follow();
                    waiting.set(None);
                }
            },
        );
    }
    let slices = slices.clone();
    Callback::from(move |press: MouseEvent| {
        let Some(link) = InsideLink::pressed(&press) else {
            return;
        };
        press.prevent_default();
        let held = link.follow();
        if held.is_none() && !slices.is_complete() {
            slices.show_all();
            waiting.set(Some(link));
        }
        *hold.borrow_mut() = held;
    })
}
