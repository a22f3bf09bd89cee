//! A field of text that is heeded while one types: a little after the last key, and at once on Enter or when it is left.

use yew::prelude::*;

use crate::browser::{self, Timer, value_of};

/// How long after the last key what was typed is taken, in milliseconds.
const PAUSE: u32 = 500;

/// What kind of field it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A line.
    Line,
    /// A line for an address.
    Address,
    /// A line, with what is often written in it.
    Suggested(&'static [&'static str]),
    /// So many lines.
    Lines(u8),
    /// A whole number between two.
    Number(u16, u16),
}

/// Props of [`Field`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Its id in the page. Its help has the same with `-help`.
    pub id: AttrValue,
    /// What kind of field it is.
    pub kind: Kind,
    /// What is set.
    pub value: AttrValue,
    /// What may stand in it.
    #[prop_or_default]
    pub example: AttrValue,
    /// The value is not understood.
    #[prop_or_default]
    pub is_refused: bool,
    /// Takes what was typed.
    pub on_value: Callback<String>,
}

/// The field. Its text is the visitor's: Yew would write what was set over what is being typed, so it is written here, and only
/// where something else than the typing changed it.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let place = use_node_ref();
    let waiting = use_mut_ref(|| None::<Timer>);
    let sent = use_mut_ref(String::new);
    {
        let (place, waiting, sent) = (place.clone(), waiting.clone(), sent.clone());
        use_effect_with(props.value.clone(), move |value| {
            if sent.borrow().trim() != value.trim() {
                waiting.take();
                sent.replace(value.to_string());
                if let Some(field) = place.cast() {
                    browser::write(&field, value);
                }
            }
        });
    }
    let send = {
        let on_value = props.on_value.clone();
        Callback::from(move |value: String| {
            sent.replace(value.clone());
            on_value.emit(value);
        })
    };
    let oninput = {
        let (waiting, send) = (waiting.clone(), send.clone());
        Callback::from(move |event: InputEvent| {
            let (send, value) = (send.clone(), value_of(&event));
            waiting.replace(Some(Timer::after(PAUSE, move || send.emit(value))));
        })
    };
    let onchange = Callback::from(move |event: Event| {
        waiting.take();
        send.emit(value_of(&event));
    });
    let FieldProps { id, example, .. } = props.clone();
    let described = format!("{id}-help");
    let invalid = props.is_refused.then_some("true");
    match props.kind {
        Kind::Line | Kind::Address | Kind::Suggested(_) => {
            let (dir, mode) = match props.kind {
                Kind::Address => ("ltr", Some("url")),
                _ => ("auto", None),
            };
            let often = match props.kind {
                Kind::Suggested(often) => Some(often),
                _ => None,
            };
            let list = format!("{id}-often");
            html! {
                <>
                    <input ref={place} {id} type="text" inputmode={mode} {dir} placeholder={example} {oninput} {onchange} autocomplete="off"
                        spellcheck="false" list={often.map(|_| list.clone())} aria-describedby={described} aria-invalid={invalid} />
                    if let Some(often) = often {
                        <datalist id={list}>
                            { for often.iter().map(|often| html! { <option value={*often} /> }) }
                        </datalist>
                    }
                </>
            }
        }
        Kind::Lines(rows) => html! {
            <textarea ref={place} {id} rows={rows.to_string()} dir="ltr" placeholder={example} {oninput} {onchange} spellcheck="false"
                aria-describedby={described} aria-invalid={invalid} />
        },
        Kind::Number(least, most) => html! {
            <input ref={place} {id} type="number" min={least.to_string()} max={most.to_string()} {oninput} {onchange}
                aria-describedby={described} aria-invalid={invalid} />
        },
    }
}
