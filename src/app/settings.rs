//! The sheet of settings: a group of choices each for theme, font and line spacing.

use strum::IntoEnumIterator;
use yew::prelude::*;

use super::Page;
use super::hooks::UseChoices;
use crate::browser::{Element, controls};
use crate::config::Control;
use crate::locale::Text;
use crate::prefs::{Action, Font, LineHeight, Theme};

/// One of some.
struct Choice {
    name: &'static str,
    label: String,
    is_chosen: bool,
    action: Action,
}

/// The groups that the owner offers, in the owner's order.
pub fn settings(controls: &[Control], is_open: bool, page: &Page, choices: &UseChoices) -> Html {
    let groups = controls
        .iter()
        .filter_map(|control| group(*control, page, choices));
    html! { <div key="sheet" class="sheet" hidden={!is_open}>{ for groups }</div> }
}

fn group(control: Control, page: &Page, choices: &UseChoices) -> Option<Html> {
    let words = page.locale.words();
    let prefs = &choices.prefs;
    let (part, label, offered): (_, _, Vec<Choice>) = match control {
        Control::Theme => {
            let choice = |theme: Theme| Choice {
                name: theme.name(),
                label: words.theme_name(theme).to_owned(),
                is_chosen: theme == prefs.theme(),
                action: Action::SetTheme(theme),
            };
            (
                "theme",
                words.text(Text::Theme),
                Theme::iter().map(choice).collect(),
            )
        }
        Control::Font => {
            let choice = |font: &Font| Choice {
                name: font.name(),
                label: words.font_name(font).to_owned(),
                is_chosen: font == prefs.font(),
                action: Action::SetFont(font.clone()),
            };
            (
                "font",
                words.text(Text::Font),
                Font::CHOICES.iter().map(choice).collect(),
            )
        }
        Control::Spacing => {
            let choice = |line_height: LineHeight| Choice {
                name: line_height.name(),
                label: words.spacing_name(line_height).to_owned(),
                is_chosen: line_height == prefs.line_height(),
                action: Action::SetLineHeight(line_height),
            };
            (
                "spacing",
                words.text(Text::Spacing),
                LineHeight::iter().map(choice).collect(),
            )
        }
        Control::Size | Control::Listen | Control::Print => return None,
    };
    Some(radio_group(part, label, offered, &choices.choose))
}

fn radio_group(
    part: &'static str,
    label: &str,
    choices: Vec<Choice>,
    choose: &Callback<Action>,
) -> Html {
    // One stop of the keyboard for the group: what is chosen, or the first where that is the owner's own font.
    let stop = choices
        .iter()
        .position(|choice| choice.is_chosen)
        .unwrap_or(0);
    let buttons = choices.into_iter().enumerate().map(|(index, choice)| {
        let on_choose = {
            let (choose, action) = (choose.clone(), choice.action);
            Callback::from(move |_: MouseEvent| choose.emit(action.clone()))
        };
        html! {
            <button
                key={choice.name}
                role="radio"
                type="button"
                data-choice={choice.name}
                aria-checked={choice.is_chosen.to_string()}
                tabindex={if index == stop { "0" } else { "-1" }}
                onclick={on_choose}
            >
                { choice.label }
            </button>
        }
    });
    html! {
        <div key={part} {part} role="radiogroup" aria-label={label.to_owned()} onkeydown={Callback::from(on_arrow)}>
            { for buttons }
        </div>
    }
}

/// Arrows go through a group and choose; left and right follow the eye (ARABIC.md 11).
fn on_arrow(press: KeyboardEvent) {
    let Some(button) = press.target_dyn_into::<Element>() else {
        return;
    };
    let forward = match press.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        "ArrowRight" => !controls::runs_right_to_left(&button),
        "ArrowLeft" => controls::runs_right_to_left(&button),
        _ => return,
    };
    controls::press_neighbour(&button, forward);
    press.prevent_default();
}
