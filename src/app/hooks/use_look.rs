//! The owner's colour and font, as custom properties: a `style` attribute would be refused by a strict
//! Content-Security-Policy, CSSOM is not.

use yew::prelude::*;

use crate::app::Page;
use crate::browser::{Element, look};

/// Sets what of the look is a free text of the owner's on the reader's element.
#[hook]
pub fn use_look(root: &NodeRef, page: &Page) {
    let root = root.clone();
    let values = (page.config.accent.clone(), page.font_family.clone());
    use_effect_with(values, move |(accent, family)| {
        if let Some(root) = root.cast::<Element>() {
            look::set_property(&root, "--qari-accent", accent.as_deref());
            look::set_property(&root, "--owner-font", family.as_deref());
        }
    });
}
