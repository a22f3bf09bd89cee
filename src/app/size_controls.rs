//! A− at the start side, the size, A+ at the end (ARABIC.md 11). The plain view has the same before the wasm is there
//! (`static/touch.js`).

use yew::prelude::*;

use super::Page;
use super::hooks::UseChoices;
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
    let reset = words.text(Text::ResetSize);
    let button = |button: Button| {
        let (choose, action) = (choices.choose.clone(), button.action);
        let on_press = Callback::from(move |_: MouseEvent| choose.emit(action.clone()));
        html! {
            <button
                key={button.part}
                ref={button.node}
                part={button.part}
                type="button"
                disabled={button.rests}
                aria-label={button.label}
                title={button.title.to_owned()}
                onclick={on_press}
            >
                { button.sign }
            </button>
        }
    };
    html! {
        <>
            { button(Button {
                part: "size-decrease",
                node: ends.smaller.clone(),
                label: words.text(Text::Decrease).to_owned(),
                title: words.text(Text::Decrease),
                sign: html! {},
                rests: size == TextSize::MIN,
                action: Action::Decrease,
            }) }
            { button(Button {
                part: "size-value",
                node: NodeRef::default(),
                label: format!("{} {reset}", page.locale.number(size.get().into())),
                title: reset,
                // Nine ticks, as many of them filled: the same in any digits.
                sign: html! {
                    <progress aria-hidden="true" max={TextSize::MAX.get().to_string()} value={size.get().to_string()} />
                },
                rests: false,
                action: Action::ResetTextSize,
            }) }
            { button(Button {
                part: "size-increase",
                node: ends.larger.clone(),
                label: words.text(Text::Increase).to_owned(),
                title: words.text(Text::Increase),
                sign: html! {},
                rests: size == TextSize::MAX,
                action: Action::Increase,
            }) }
        </>
    }
}

/// One of the three.
struct Button<'a> {
    part: &'static str,
    node: NodeRef,
    /// What a screen reader says.
    label: String,
    title: &'a str,
    /// What is seen; of the other two the stylesheet draws it, since letters would have to be in the name.
    sign: Html,
    /// It is at its end.
    rests: bool,
    action: Action,
}
