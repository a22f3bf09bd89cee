//! One attribute as a control, with its help, and a word where its value is not understood.

use yew::prelude::*;

use super::Action;
use super::field::{Field, Kind};
use super::ordered::Ordered;
use crate::browser::{self, value_of};
use crate::judged;
use crate::rows::{Ask, Row};
use crate::state::State;
use crate::words::{Text, Words};

/// The attribute's control.
pub fn control(row: &'static Row, state: &State, words: &Words, act: &Callback<Action>) -> Html {
    let value = state.value(row.name).to_owned();
    let id = format!("a-{}", row.name);
    let help = format!("{id}-help");
    let is_refused =
        !value.is_empty() && !judged::refusals(row.name, &value, browser::takes).is_empty();
    let label = words.label(row.name).unwrap_or(row.name);
    let name = html! { <code>{ "data-" }{ row.name }</code> };
    let set = act.reform(move |value: String| Action::Attribute(row.name, value));
    let onchange = set.reform(|event: Event| value_of(&event));
    let described = help.clone();
    let text = |kind: Kind, example: &'static str| {
        html! {
            <Field id={id.clone()} {kind} value={value.clone()} {example} {is_refused} on_value={set.clone()} />
        }
    };
    let field = match row.ask {
        Ask::Line(example) => text(Kind::Line, example),
        Ask::Suggested(example, often) => text(Kind::Suggested(often), example),
        Ask::Lines(example) => text(Kind::Lines(3), example),
        Ask::Number(least, most) if most < 10 => {
            let numbers: Vec<String> = (least..=most).map(|number| number.to_string()).collect();
            let names = numbers.iter().map(String::as_str);
            select(
                id,
                described,
                &value,
                Some(words.text(Text::Unset)),
                names,
                |name| name.to_owned(),
                onchange,
            )
        }
        Ask::Number(least, most) => text(Kind::Number(least, most), ""),
        Ask::Choice(names) => {
            let shown = |name: &str| words.value(row.name, name).unwrap_or(name).to_owned();
            select(
                id,
                described,
                &value,
                None,
                names.iter().copied(),
                shown,
                onchange,
            )
        }
        Ask::Ordered { all, .. } | Ask::Several(all) => {
            return html! {
                <fieldset key={row.name} class="row list" aria-describedby={help.clone()}>
                    <legend>{ label }{ " " }{ name }</legend>
                    <p class="help" id={help}>{ words.help(row.name) }</p>
                    <Ordered {row} all={all} {value} words={words.clone()} on_value={set} />
                </fieldset>
            };
        }
        Ask::Flag => {
            let checked = !value.is_empty();
            let onchange = set.reform(move |_: Event| {
                if checked {
                    String::new()
                } else {
                    "on".to_owned()
                }
            });
            return html! {
                <div key={row.name} class="row flag">
                    <label>
                        <input {id} type="checkbox" {checked} {onchange} aria-describedby={described} />
                        <span>{ label }{ " " }{ name }</span>
                    </label>
                    <p class="help" id={help}>{ words.help(row.name) }</p>
                </div>
            };
        }
    };
    html! {
        <div key={row.name} class="row">
            <label for={format!("a-{}", row.name)}>{ label }{ " " }{ name }</label>
            { field }
            <div id={help}>
                <p class="help">{ words.help(row.name) }</p>
                if is_refused {
                    <p class="fault">{ words.text(Text::RefusedHere) }</p>
                }
            </div>
        </div>
    }
}

/// A list of choices. The first is what holds without a choice, under its own name or as `unset`.
fn select<'n>(
    id: String,
    described: String,
    value: &str,
    unset: Option<&str>,
    names: impl Iterator<Item = &'n str>,
    shown: impl Fn(&str) -> String,
    onchange: Callback<Event>,
) -> Html {
    let unset = unset.map(|unset| (String::new(), unset.to_owned()));
    let named = names.map(|name| (name.to_owned(), shown(name)));
    let options: Vec<(String, String)> = unset.into_iter().chain(named).collect();
    let is_known = options
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case(value));
    let chosen = if is_known {
        value.to_owned()
    } else {
        options[0].0.clone()
    };
    html! {
        <select {id} {onchange} aria-describedby={described}>
            { for options.into_iter().map(|(name, shown)| html! {
                <option value={name.clone()} selected={name.eq_ignore_ascii_case(&chosen)}>{ shown }</option>
            }) }
        </select>
    }
}
