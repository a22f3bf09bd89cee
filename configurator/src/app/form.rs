//! Every attribute, in groups that open.

use strum::IntoEnumIterator;
use yew::prelude::*;

use super::Action;
use super::control::control;
use crate::rows::{Group, ROWS};
use crate::state::State;
use crate::words::{Text, Words};

/// The form. The source's address is asked for in the step before.
pub fn form(state: &State, words: &Words, act: &Callback<Action>) -> Html {
    let groups = Group::iter().map(|group| {
        let name: &'static str = group.into();
        let rows = ROWS
            .iter()
            .filter(|row| row.group == group && row.name != "src");
        let set = rows
            .clone()
            .filter(|row| state.values.contains_key(row.name))
            .count();
        html! {
            <details key={name} open={group == Group::Look}>
                <summary>
                    { words.find("groups", name).unwrap_or(name) }
                    if set > 0 {
                        <span class="count">{ set }</span>
                    }
                </summary>
                <div class="group">{ for rows.map(|row| control(row, state, words, act)) }</div>
            </details>
        }
    });
    let onclick = act.reform(|_: MouseEvent| Action::StartOver);
    html! {
        <form class="settings" id="settings" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { for groups }
            <p><button type="button" class="quiet" id="start-over" {onclick}>{ words.text(Text::StartOver) }</button></p>
        </form>
    }
}
