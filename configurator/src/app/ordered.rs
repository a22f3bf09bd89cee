//! Names that are taken or not, in the owner's order where the order counts.

use yew::prelude::*;

use crate::browser;
use crate::rows::{Ask, Row};
use crate::words::{Text, Words};

/// Props of [`Ordered`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct OrderedProps {
    /// The attribute.
    pub row: &'static Row,
    /// All names.
    pub all: &'static [&'static str],
    /// The value as it is written.
    pub value: String,
    /// The words.
    pub words: Words,
    /// Takes the new value.
    pub on_value: Callback<String>,
}

/// A box to tick for each name. Those that are taken stand first, in their order, each with a button that moves it forward.
#[component]
pub fn Ordered(props: &OrderedProps) -> Html {
    let OrderedProps {
        row,
        all,
        value,
        words,
        on_value,
    } = props;
    // What is moved in the page loses the focus, and gets it again.
    let moved = use_mut_ref(|| None::<String>);
    {
        let moved = moved.clone();
        use_effect(move || {
            if let Some(id) = moved.take() {
                browser::focus(&id);
            }
        });
    }
    let is_ordered = matches!(row.ask, Ask::Ordered { .. });
    let known: Vec<&'static str> = row
        .ask
        .names(value)
        .into_iter()
        .filter_map(|name| {
            all.iter()
                .find(|known| known.eq_ignore_ascii_case(name))
                .copied()
        })
        .collect();
    let rest = all.iter().filter(|name| !known.contains(name)).copied();
    let shown: Vec<&'static str> = match is_ordered {
        true => known.iter().copied().chain(rest).collect(),
        false => all.to_vec(),
    };
    let keep_focus = move |id: &str| {
        moved.replace(Some(id.to_owned()));
    };
    let items = shown.into_iter().map(|name| {
        let at = known.iter().position(|known| *known == name);
        let label = words.value(row.name, name).unwrap_or(name).to_owned();
        let id = format!("a-{}-{name}", row.name);
        let onchange = {
            let (known, on_value, row) = (known.clone(), on_value.clone(), *row);
            let (keep_focus, own) = (keep_focus.clone(), id.clone());
            Callback::from(move |_: Event| {
                keep_focus(&own);
                let mut names = known.clone();
                match at {
                    Some(at) => drop(names.remove(at)),
                    None => names.push(name),
                }
                on_value.emit(row.ask.written(&names));
            })
        };
        let forward = at.filter(|_| is_ordered).map(|at| {
            let (known, on_value, row) = (known.clone(), on_value.clone(), *row);
            let own = format!("{id}-earlier");
            let (keep_focus, button) = (keep_focus.clone(), own.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                let mut names = known.clone();
                if at > 0 {
                    keep_focus(&button);
                    names.swap(at - 1, at);
                    on_value.emit(row.ask.written(&names));
                }
            });
            html! {
                <button
                    type="button"
                    class="earlier"
                    id={own}
                    aria-label={words.with(Text::Earlier, "name", &label)}
                    aria-disabled={(at == 0).then_some("true")}
                    {onclick}
                >
                    <span aria-hidden="true">{ "↑" }</span>
                </button>
            }
        });
        html! {
            <li key={name}>
                <label>
                    <input type="checkbox" {id} checked={at.is_some()} {onchange} />
                    <span>{ label }</span>
                </label>
                { forward.unwrap_or_else(|| html! { <i hidden=true /> }) }
            </li>
        }
    });
    html! { <ul class={classes!("names", is_ordered.then_some("ordered"))}>{ for items }</ul> }
}
