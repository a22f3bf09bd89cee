//! Tells when a page stands in the document.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Page;
use crate::prefs::Choices;

/// Tells `on_shown` once for each page, when all of its first rendering stands in the document. Effects run after all
/// renderings, so this is the moment. What was done in the plain view until then goes on: `resume` takes the choices, and
/// open settings stay open.
#[hook]
pub fn use_shown(
    page: &Rc<Page>,
    resume: &Callback<Choices>,
    settings_open: &UseStateHandle<bool>,
) {
    let (resume, settings_open) = (resume.clone(), settings_open.setter());
    use_effect_with(page.clone(), move |page| {
        if let Some(before) = page.events.on_shown.emit(()) {
            settings_open.set(before.settings_open);
            if let Some(choices) = before.choices {
                resume.emit(choices);
            }
        }
    });
}
