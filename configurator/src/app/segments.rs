//! One of a few, all seen at once: radio buttons that look like one bar.

use strum::IntoEnumIterator;
use yew::prelude::*;

use super::Action;
use crate::words::{Text, Words};

/// The choice called `of` among the files' values, which now is `chosen`.
pub fn segments<T>(
    words: &Words,
    of: &'static str,
    legend: Text,
    chosen: T,
    act: &Callback<Action>,
    action: fn(T) -> Action,
) -> Html
where
    T: IntoEnumIterator + Into<&'static str> + Copy + PartialEq + 'static,
{
    let options = T::iter().map(|option| {
        let name: &'static str = option.into();
        let onchange = act.reform(move |_: Event| action(option));
        html! {
            <label key={name}>
                <input type="radio" name={of} value={name} checked={option == chosen} {onchange} />
                <span>{ words.value(of, name).unwrap_or(name) }</span>
            </label>
        }
    });
    html! {
        <fieldset class="segments">
            <legend>{ words.text(legend) }</legend>
            <div>{ for options }</div>
        </fieldset>
    }
}
