//! Where the keyboard goes on among a reader's controls.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement};

use super::focus;

/// Gives `to` the focus if `from` has it: a button that cannot be pressed any more hands it on.
pub fn hand_over(from: &Element, to: &Element) {
    if focus::focused_around(from).as_ref() == Some(from) {
        focus::give_in_place(to);
    }
}

/// Gives the focus to the first control behind a row of the bar that can take it.
pub fn leave_row(row: &Element) {
    let bar = row.parent_element();
    let Some(controls) = bar.and_then(|bar| {
        bar.query_selector_all("button:not([hidden]):not([disabled])")
            .ok()
    }) else {
        return;
    };
    let next = (0..controls.length())
        .filter_map(|at| controls.get(at)?.dyn_into::<Element>().ok())
        .find(|control| !row.contains(Some(control)));
    if let Some(next) = next {
        focus::give_in_place(&next);
    }
}

/// Whether the text of an element runs from right to left.
pub fn runs_right_to_left(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    style
        .and_then(|style| style.get_property_value("direction").ok())
        .is_some_and(|direction| direction == "rtl")
}

/// Presses the button beside `button` in its group, round about, and gives it the focus.
pub fn press_neighbour(button: &Element, forward: bool) {
    let group = button.parent_element();
    let (beside, from_the_end) = match forward {
        true => (
            button.next_element_sibling(),
            group.and_then(|group| group.first_element_child()),
        ),
        false => (
            button.previous_element_sibling(),
            group.and_then(|group| group.last_element_child()),
        ),
    };
    if let Some(next) = beside.or(from_the_end) {
        if let Some(next) = next.dyn_ref::<HtmlElement>() {
            next.click();
        }
        focus::give(&next);
    }
}

/// The value that was chosen in a list.
pub fn chosen_value(change: &Event) -> Option<String> {
    Some(
        change
            .target()?
            .dyn_into::<HtmlSelectElement>()
            .ok()?
            .value(),
    )
}
