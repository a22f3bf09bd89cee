//! Step 3: the snippet, what the site's policy must allow, and what the reader tells.

use std::rc::Rc;

use yew::prelude::*;

use super::Action;
use super::code::Code;
use super::field::{Field, Kind};
use super::segments::segments;
use crate::browser;
use crate::embed::Embed;
use crate::outcome::Told;
use crate::permissions::{self, CORS};
use crate::snippets::{Place, snippet};
use crate::state::{Form, State};
use crate::words::{Language, Text, Words};

/// Props of [`Paste`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct PasteProps {
    /// What was chosen.
    pub state: State,
    /// What is embedded, with what is known of the article.
    pub embed: Rc<Embed>,
    /// What the reader in the preview tells.
    pub told: Told,
    /// The words.
    pub words: Rc<Words>,
    /// Its events, newest first.
    pub events: Vec<AttrValue>,
    /// Takes a change.
    pub act: Callback<Action>,
}

/// The step.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let PasteProps {
        state,
        embed,
        told,
        words,
        events,
        act,
    } = props;
    let wanted = match told {
        Told::Ready(ready) => ready.wanted.clone(),
        _ => Default::default(),
    };
    let policy = permissions::policy(state.form, embed, &wanted);
    let on_files = act.reform(Action::Files);
    html! {
        <div class="paste">
            <div class="snippets">
                { segments(words, "form", Text::Form, state.form, act, Action::Form) }
                <div class="row">
                    <label for="files">{ words.text(Text::Files) }</label>
                    <Field id="files" kind={Kind::Address} value={state.files.clone()} example={browser::base()} on_value={on_files} />
                    <p class="help" id="files-help">{ words.text(Text::FilesHelp) }</p>
                </div>
                { pieces(state.form, embed, words) }
            </div>
            <div class="beside">
                <section class="card" aria-labelledby="policy-title">
                    <h3 id="policy-title">{ words.text(Text::Policy) }</h3>
                    <p class="help">{ words.text(Text::PolicyHelp) }</p>
                    <Code id="policy" text={policy} words={(**words).clone()} />
                    if state.form == Form::Element {
                        <p class="help">{ words.text(Text::HeightElsewhere) }</p>
                        <Code id="height" text={permissions::stylesheet(embed)} words={(**words).clone()} />
                    }
                    <p class="help">{ words.text(Text::FilesServer) }</p>
                    <pre dir="ltr" tabindex="0" role="group" aria-label={CORS}><code>{ CORS }</code></pre>
                </section>
                <section class="card" aria-labelledby="share-title">
                    <h3 id="share-title">{ words.text(Text::Share) }</h3>
                    <p class="help">{ words.text(Text::ShareHelp) }</p>
                    <Code id="address" text={browser::address(&state.to_query())} words={(**words).clone()} />
                </section>
                <section class="card" aria-labelledby="events-title">
                    <h3 id="events-title">{ words.text(Text::Events) }</h3>
                    <p class="help">{ words.text(Text::EventsHelp) }</p>
                    <ol class="events" id="events" dir="ltr" tabindex="0" aria-labelledby="events-title">
                        { for events.iter().map(|line| html! { <li>{ line }</li> }) }
                    </ol>
                </section>
            </div>
        </div>
    }
}

fn pieces(form: Form, embed: &Embed, words: &Words) -> Html {
    // The link is for the article's readers, so it speaks their language.
    let article = embed.language.as_deref().and_then(Language::of_tag);
    let read = match article {
        Some(language) if language != words.language => Words::of(language),
        _ => words.clone(),
    };
    let Some(pieces) = snippet(form, embed, read.text(Text::Read)) else {
        let why = match embed.refuses("src") {
            true => Text::NeedsScheme,
            false => Text::NeedsAddress,
        };
        return html! { <p class="mend" id="needs-address">{ words.text(why) }</p> };
    };
    let pieces = pieces.into_iter().map(|piece| {
        let (id, title) = match piece.place {
            Place::Head => ("snippet-head", Text::InHead),
            Place::Body => ("snippet", Text::InBody),
            Place::Component => ("snippet", Text::InComponent),
            Place::Shortcode => ("snippet", Text::InShortcode),
            Place::Parent => ("snippet-parent", Text::InParent),
        };
        let help = match piece.place {
            Place::Head => Some(Text::HintsHelp),
            Place::Parent => Some(Text::ParentHelp),
            _ => None,
        };
        html! {
            <section class="piece" key={id} aria-labelledby={format!("{id}-title")}>
                <h3 id={format!("{id}-title")}>{ words.text(title) }</h3>
                if let Some(help) = help {
                    <p class="help">{ words.text(help) }</p>
                }
                <Code {id} text={piece.code} label={words.text(title).to_owned()} words={words.clone()} />
            </section>
        }
    });
    html! {
        <>
            if !embed.refused.is_empty() {
                <p class="mend" id="left-out">{ words.text(Text::LeftOut) }</p>
            }
            { for pieces }
        </>
    }
}
