//! Links that stay within the article.

use yew::prelude::*;

use crate::browser::inside;

/// Leads a reader who pressed such a link to its place. A browser looks for places in the page alone, not in a shadow
/// root.
pub fn follow_link(press: MouseEvent) {
    if inside::go(&press) {
        press.prevent_default();
    }
}
