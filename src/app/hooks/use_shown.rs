//! Tells when a page stands in the document.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Page;

/// Tells `on_shown` once for each page, when all of its first rendering stands in the document. Effects run after all
/// renderings, so this is the moment.
#[hook]
pub fn use_shown(page: &Rc<Page>) {
    use_effect_with(page.clone(), |page| page.events.on_shown.emit(()));
}
