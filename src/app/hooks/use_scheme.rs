//! The colour schemes that the page around declares, which an automatic theme follows.

use yew::prelude::*;

use crate::app::Page;
use crate::browser::SchemeWatch;

/// What the page declares now, as CSS has it (`dark`, `light dark`); empty where it leaves that to the system.
#[hook]
pub fn use_scheme(page: &Page) -> String {
    let scheme = use_state_eq(|| page.scheme.clone());
    {
        let (setter, look) = (scheme.setter(), page.events.scheme.clone());
        use_effect_with(page.load, move |_| {
            let look = move || setter.set(look.emit(()));
            look();
            let watch = SchemeWatch::new(look);
            move || drop(watch)
        });
    }
    (*scheme).clone()
}
