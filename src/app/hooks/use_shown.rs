//! Tells when a page stands in the document.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Page;
use crate::prefs::TextSize;

/// Tells `on_shown` once for each page, when all of its first rendering stands in the document. Effects run after all
/// renderings, so this is the moment. `resume` takes the text size that was chosen until then.
#[hook]
pub fn use_shown(page: &Rc<Page>, resume: &Callback<TextSize>) {
    let resume = resume.clone();
    use_effect_with(page.clone(), move |page| {
        if let Some(size) = page.events.on_shown.emit(()) {
            resume.emit(size);
        }
    });
}
