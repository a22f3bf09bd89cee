//! A− at the start side, the size, A+ at the end (ARABIC.md 11).

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::hooks::UseChoices;
use super::icons::{Icon, icon};
use crate::browser::{Element, controls};
use crate::prefs::{Action, TextSize};

/// Props of [`SizeControls`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SizeControlsProps {
    /// What is read.
    pub page: Rc<Page>,
    /// The look, and how to change it.
    pub choices: UseChoices,
}

/// The three buttons. A press on the size brings back the owner's.
#[component]
pub fn SizeControls(props: &SizeControlsProps) -> Html {
    let SizeControlsProps { page, choices } = props;
    let words = page.locale.words();
    let size = choices.prefs.text_size();
    let smaller = use_node_ref();
    let larger = use_node_ref();
    {
        // A button that rests at its end hands the focus to its twin.
        let (smaller, larger) = (smaller.clone(), larger.clone());
        use_effect_with(size, move |size| {
            if let (Some(smaller), Some(larger)) =
                (smaller.cast::<Element>(), larger.cast::<Element>())
            {
                match *size {
                    TextSize::MIN => controls::hand_over(&smaller, &larger),
                    TextSize::MAX => controls::hand_over(&larger, &smaller),
                    _ => {}
                }
            }
        });
    }
    let press = |action: Action| {
        let choose = choices.choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(action.clone()))
    };
    let value = page.locale.number(size.get().into());
    html! {
        <>
            <button
                key="smaller"
                ref={smaller}
                part="size-decrease"
                class="step"
                type="button"
                disabled={size == TextSize::MIN}
                aria-label={words.decrease.clone()}
                title={words.decrease.clone()}
                onclick={press(Action::Decrease)}
            >
                { icon(Icon::Smaller) }
            </button>
            <button
                key="value"
                part="size-value"
                type="button"
                aria-label={format!("{value} {}", words.reset_size)}
                title={words.reset_size.clone()}
                onclick={press(Action::ResetTextSize)}
            >
                { &value }
            </button>
            <button
                key="larger"
                ref={larger}
                part="size-increase"
                class="step"
                type="button"
                disabled={size == TextSize::MAX}
                aria-label={words.increase.clone()}
                title={words.increase.clone()}
                onclick={press(Action::Increase)}
            >
                { icon(Icon::Larger) }
            </button>
        </>
    }
}
