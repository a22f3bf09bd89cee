//! The row of controls for listening, above the bar's own.

use std::rc::Rc;

use yew::prelude::*;

use super::Page;
use super::hooks::use_speech;
use super::icons::{Icon, icon};
use super::listening::{ListeningAction, Speed};
use crate::browser::{Element, controls, focus};
use crate::locale::Text;

/// Props of [`ListeningRow`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ListeningRowProps {
    /// What is read.
    pub page: Rc<Page>,
    /// The article's element. All of the article must stand in it.
    pub article: NodeRef,
    /// The bar that it stands in: what is spoken must not hide behind it.
    pub bar: NodeRef,
    /// It is over, or the reader ends it; true if the focus stood in the row.
    pub on_end: Callback<bool>,
}

/// The row. Listening lives as long as it does.
#[component]
pub fn ListeningRow(props: &ListeningRowProps) -> Html {
    let page = &props.page;
    let row = use_node_ref();
    let on_over = {
        let (row, on_end) = (row.clone(), props.on_end.clone());
        Callback::from(move |()| {
            on_end.emit(
                row.cast::<Element>()
                    .is_some_and(|row| focus::is_within(&row)),
            )
        })
    };
    let speech = use_speech(page, &props.article, &props.bar, on_over.clone());
    let words = page.locale.words();
    let listening = &speech.listening;

    let button =
        |name: &'static str, drawing: Icon, label: &str, on_press: Callback<MouseEvent>| {
            html! {
                <button
                    key={name}
                    type="button"
                    data-listen={name}
                    aria-label={label.to_owned()}
                    title={label.to_owned()}
                    onclick={on_press}
                >
                    { icon(drawing) }
                </button>
            }
        };
    let act = |action: ListeningAction| {
        let speech = speech.clone();
        Callback::from(move |_: MouseEvent| speech.act(action.clone()))
    };
    let on_speed = {
        let speech = speech.clone();
        Callback::from(move |change: Event| {
            if let Some(name) = controls::chosen_value(&change) {
                speech.act(ListeningAction::SetSpeed(Speed::named(&name)));
            }
        })
    };
    let (toggle, toggle_label) = match listening.playing {
        true => (Icon::Pause, words.text(Text::PauseListening)),
        false => (Icon::Resume, words.text(Text::ResumeListening)),
    };
    let speeds = Speed::ALL.map(|speed| {
        html! {
            <option key={speed.name} value={speed.name} selected={speed == listening.speed}>
                { page.locale.decimal(speed.name) }{ "×" }
            </option>
        }
    });
    html! {
        // Media controls run from left to right in any language (ARABIC.md 10).
        <div class="listening" ref={row} role="group" dir="ltr" aria-label={words.text(Text::Listen).to_owned()}>
            { button("previous", Icon::Previous, words.text(Text::PreviousSentence), act(ListeningAction::Previous)) }
            { button("toggle", toggle, toggle_label, act(ListeningAction::Toggle)) }
            { button("next", Icon::Next, words.text(Text::NextSentence), act(ListeningAction::Next)) }
            <select key="speed" aria-label={words.text(Text::SpeakingSpeed).to_owned()} title={words.text(Text::SpeakingSpeed).to_owned()} onchange={on_speed}>
                { for speeds }
            </select>
            { button("stop", Icon::Stop, words.text(Text::StopListening), on_over.reform(|_: MouseEvent| ())) }
        </div>
    }
}
