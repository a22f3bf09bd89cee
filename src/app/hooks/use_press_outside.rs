//! A press outside closes what is open.

use yew::prelude::*;

use crate::browser::{Element, Listener, passed_through};

/// Calls `on_press` when something outside `element` is pressed, while `active`.
#[hook]
pub fn use_press_outside(element: &NodeRef, active: bool, on_press: Callback<()>) {
    let element = element.clone();
    use_effect_with(active, move |active| {
        let listener = active.then(|| {
            Listener::on_document("pointerdown", move |press| {
                let inside = element
                    .cast::<Element>()
                    .is_some_and(|element| passed_through(press, &element));
                if !inside {
                    on_press.emit(());
                }
            })
        });
        move || drop(listener)
    });
}
