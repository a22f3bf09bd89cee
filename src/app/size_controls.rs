//! A− at the start side, the size, A+ at the end (ARABIC.md 11).

use yew::prelude::*;

use super::Page;
use super::hooks::UseChoices;
use super::icons::{Icon, icon};
use crate::browser::{Element, controls};
use crate::locale::Text;
use crate::prefs::{Action, TextSize};

/// The buttons at both ends.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ends {
    smaller: NodeRef,
    larger: NodeRef,
}

/// A button that rests at its end hands the focus to the other one.
#[hook]
pub fn use_ends(size: TextSize) -> Ends {
    let ends = Ends {
        smaller: use_node_ref(),
        larger: use_node_ref(),
    };
    {
        let ends = ends.clone();
        use_effect_with(size, move |size| {
            if let (Some(smaller), Some(larger)) = (
                ends.smaller.cast::<Element>(),
                ends.larger.cast::<Element>(),
            ) {
                match *size {
                    TextSize::MIN => controls::hand_over(&smaller, &larger),
                    TextSize::MAX => controls::hand_over(&larger, &smaller),
                    _ => {}
                }
            }
        });
    }
    ends
}

/// The three buttons. A press on the size brings back the owner's.
pub fn size_controls(page: &Page, choices: &UseChoices, ends: &Ends) -> Html {
    let words = page.locale.words();
    let size = choices.prefs.text_size();
    let press = |action: Action| {
        let choose = choices.choose.clone();
        Callback::from(move |_: MouseEvent| choose.emit(action.clone()))
    };
    let value = page.locale.number(size.get().into());
    html! {
        <>
            <button
                key="smaller"
                ref={ends.smaller.clone()}
                part="size-decrease"
                class="step"
                type="button"
                disabled={size == TextSize::MIN}
                aria-label={words.text(Text::Decrease).to_owned()}
                title={words.text(Text::Decrease).to_owned()}
                onclick={press(Action::Decrease)}
            >
                { icon(Icon::Smaller) }
            </button>
            <button
                key="value"
                part="size-value"
                type="button"
                aria-label={format!("{value} {}", words.text(Text::ResetSize))}
                title={words.text(Text::ResetSize).to_owned()}
                onclick={press(Action::ResetTextSize)}
            >
                { &value }
            </button>
            <button
                key="larger"
                ref={ends.larger.clone()}
                part="size-increase"
                class="step"
                type="button"
                disabled={size == TextSize::MAX}
                aria-label={words.text(Text::Increase).to_owned()}
                title={words.text(Text::Increase).to_owned()}
                onclick={press(Action::Increase)}
            >
                { icon(Icon::Larger) }
            </button>
        </>
    }
}
