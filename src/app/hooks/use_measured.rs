//! What the panel of `data-debug` can tell only when the article stands: times, sizes, what the page's policy stops.

use yew::prelude::*;

use crate::app::{Measured, Page};
use crate::browser::{Listener, PolicyWatch, Timer};

/// What is known by now; nothing without a panel.
#[hook]
pub fn use_measured(page: &Page) -> Measured {
    let measure = page.debug.as_ref().map(|debug| debug.measure.clone());
    let measured = use_state(|| match &measure {
        Some(measure) => measure.emit(()),
        None => Measured::default(),
    });
    {
        let setter = measured.setter();
        use_effect_with((page.load, measure.is_some()), move |_| {
            let watch = measure.map(|measure| {
                let look = move || setter.set(measure.emit(()));
                let again = look.clone();
                // The loader notes the time when it hears that the article stands: within this task.
                let timer = Timer::after(0, look);
                (
                    timer,
                    Listener::on_document(PolicyWatch::EVENT, move |_| again()),
                )
            });
            move || drop(watch)
        });
    }
    (*measured).clone()
}
