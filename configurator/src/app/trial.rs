//! Step 1: whose article, and what came of it.

use std::cell::Cell;
use std::rc::Rc;

use strum::IntoEnumIterator;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::Action;
use super::field::{Field, Kind};
use super::report::report;
use super::segments::segments;
use crate::browser::{self, value_of};
use crate::embed::Embed;
use crate::outcome::{Answer, Told};
use crate::state::{From, Sample, State};
use crate::words::{Text, Words};

/// Props of [`Trial`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct TrialProps {
    /// What was chosen.
    pub state: State,
    /// What the preview has.
    pub embed: Rc<Embed>,
    /// What its reader tells.
    pub told: Told,
    /// The words.
    pub words: Rc<Words>,
    /// Asks again when it changes.
    pub retries: u32,
    /// Takes a change.
    pub act: Callback<Action>,
    /// Tries again.
    pub on_retry: Callback<MouseEvent>,
}

/// The step.
#[component]
pub fn Trial(props: &TrialProps) -> Html {
    let TrialProps {
        state,
        embed,
        told,
        words,
        act,
        ..
    } = props;
    let answer = use_state(Answer::default);
    {
        let answer = answer.setter();
        let source = embed.asked();
        use_effect_with((source, props.retries), move |(source, _)| {
            // Only the newest question's answer counts.
            let is_wanted = Rc::new(Cell::new(true));
            answer.set(Answer::None);
            if let Some(source) = source.clone() {
                let is_wanted = is_wanted.clone();
                spawn_local(async move {
                    let came = browser::ask(&source).await;
                    if is_wanted.get() {
                        answer.set(came);
                    }
                });
            }
            move || is_wanted.set(false)
        });
    }
    let answer = match &embed.inline {
        Some(json) => Answer::Text(json.clone()),
        None => (*answer).clone(),
    };
    html! {
        <div class="trial">
            <form class="source" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                { segments(words, "from", Text::From, state.from, act, Action::From) }
                { field(state, words, act) }
                <p><button type="button" id="retry" class="quiet" onclick={props.on_retry.clone()}>{ words.text(Text::Retry) }</button></p>
            </form>
            { report(embed, told, &answer, words, act) }
        </div>
    }
}

fn field(state: &State, words: &Words, act: &Callback<Action>) -> Html {
    match state.from {
        From::Sample => {
            let onchange = act.reform(|event: Event| {
                Action::Sample(value_of(&event).parse().unwrap_or_default())
            });
            let options = Sample::iter().map(|sample| {
                let name: &'static str = sample.into();
                html! {
                    <option value={name} selected={sample == state.sample}>
                        { words.value("sample", name).unwrap_or(name) }
                    </option>
                }
            });
            html! {
                <div class="row" key="sample">
                    <label for="sample">{ words.text(Text::Sample) }</label>
                    <select id="sample" {onchange}>{ for options }</select>
                </div>
            }
        }
        From::Address => {
            let on_value = act.reform(|address| Action::Attribute("src", address));
            html! {
                <div class="row" key="address">
                    <label for="a-src">{ words.label("src") }{ " " }<code>{ "data-src" }</code></label>
                    <Field id="a-src" kind={Kind::Address} value={state.value("src").to_owned()}
                        example="https://news.example/wp-json/wp/v2/posts/123?_embed" {on_value} />
                    <p class="help" id="a-src-help">{ words.help("src") }</p>
                </div>
            }
        }
        From::Pasted => {
            let on_value = act.reform(Action::Pasted);
            html! {
                <div class="row" key="pasted">
                    <label for="pasted">{ words.text(Text::Pasted) }</label>
                    <Field id="pasted" kind={Kind::Lines(7)} value={state.pasted.clone()}
                        example={r#"{ "title": "…", "body": "<p>…</p>" }"#} {on_value} />
                    <p class="help" id="pasted-help">{ words.text(Text::PastedHelp) }</p>
                </div>
            }
        }
    }
}
