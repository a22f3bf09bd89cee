//! What of a source is passed over: what its page did not show, and what is said elsewhere.

use super::disclosure::is_copy;
use super::label::{has_picture, label};
use super::pixels::{pixels, styled};
use super::treatment::Treatment;
use super::tree::Cleaner;
use super::unseen::is_unseen;
use crate::platform::{Platform, SourceAttributes};

impl<P: Platform> Cleaner<'_, P> {
    /// Whether the page did not show it: hidden, of no size, or furniture of the live page.
    pub fn is_hidden(&self, node: &P::Node, source: &SourceAttributes, name: &str) -> bool {
        // No browser shows one that nothing has opened.
        if name == "dialog" && source.get("open").is_none() {
            return true;
        }
        if source.is_empty() && !self.is_live {
            return false;
        }
        let said = source.get("hidden");
        let is_hidden = said.is_some_and(|hidden| hidden != "until-found");
        if self.is_live && !is_hidden {
            return self.path.len() == 1 && matches!(name, "nav" | "footer");
        }
        let style = source.value("style");
        let is_zero = |property| pixels(styled(style, property)) == Some(0);
        if is_hidden || is_unseen(style) {
            // An answer below its term, a slide of a list.
            let is_in_list = name == "dd" || (name == "li" && has_picture(node));
            return !is_in_list
                && !holds_notes(name, source)
                && !self.waits_for_script(source)
                && !self.is_all_below_heading(node, source);
        }
        !style.is_empty() && is_zero("width") && is_zero("height")
    }

    /// Whether what it says is said elsewhere: the copy of a slide, the label of a panel, the icon of a control.
    pub fn is_repeated(
        &mut self,
        node: &P::Node,
        source: &SourceAttributes,
        becomes: Treatment,
    ) -> bool {
        if source.is_empty() {
            return false;
        }
        let is_hidden = source.value("aria-hidden") == "true";
        let is_icon = self.in_line_only() && becomes != Treatment::Image && is_hidden;
        // What follows a formula is set for the eye alone.
        (is_hidden && self.line.after_formula)
            || is_copy(source)
            || self.take_tab(source)
            || (is_icon && !label(node).chars().any(char::is_alphanumeric))
    }
}

/// Whether it is the list of notes that a plugin keeps closed until a click.
fn holds_notes(name: &str, source: &SourceAttributes) -> bool {
    let is_of_notes = |value: &str| value.contains("footnote_reference");
    matches!(name, "div" | "section" | "ol" | "ul" | "table")
        && (is_of_notes(source.value("id")) || is_of_notes(source.value("class")))
}
