//! The page: three steps, out of one state that stands in the page's address.

mod code;
mod control;
mod field;
mod form;
mod masthead;
mod mending;
mod ordered;
mod paste;
mod preview;
mod report;
mod segments;
mod trial;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::embed::Embed;
use crate::outcome::Told;
use crate::state::{Device, Form, From, Look, Page, Sample, State};
use crate::words::{Language, Text, Words};
use form::form;
use masthead::masthead;
use paste::Paste;
use preview::{Frame, Seen};
use trial::Trial;

/// A change of what the visitor has chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// An attribute, without `data-`; empty takes it off.
    Attribute(&'static str, String),
    /// Where the article comes from.
    From(From),
    /// The sample.
    Sample(Sample),
    /// The pasted JSON.
    Pasted(String),
    /// The folder of Qari's files.
    Files(String),
    /// The page around the preview.
    Page(Page),
    /// Its look.
    Look(Look),
    /// The frame.
    Device(Device),
    /// The snippet.
    Form(Form),
    /// The language.
    Words(Language),
    /// All attributes are taken off.
    StartOver,
    /// What an address says.
    Address(String),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Attribute(name, value) => state.set(name, &value),
            Action::From(from) => state.from = from,
            Action::Sample(sample) => state.sample = sample,
            Action::Pasted(json) => state.pasted = json,
            Action::Files(folder) => state.files = folder.trim().to_owned(),
            Action::Page(page) => state.page = page,
            Action::Look(look) => state.look = look,
            Action::Device(device) => state.device = device,
            Action::Form(form) => state.form = form,
            Action::Words(language) => state.words = Some(language),
            Action::StartOver => {
                let source = state.values.remove("src");
                state.values.clear();
                state.values.extend(source.map(|source| ("src", source)));
            }
            Action::Address(query) => {
                let pasted = state.pasted;
                state = State::from_query(&query);
                state.pasted = pasted;
            }
        }
        state.into()
    }
}

/// How many events are shown.
const EVENTS_KEPT: usize = 12;

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| State::from_query(&browser::query()));
    let told = use_state(Told::default);
    let events = use_mut_ref(Vec::<AttrValue>::new);
    let shown_events = use_state(Vec::<AttrValue>::new);
    let retries = use_state(|| 0_u32);
    let act = {
        let state = state.dispatcher();
        Callback::from(move |action| state.dispatch(action))
    };

    let language = state.words.unwrap_or_else(|| {
        let known = browser::languages();
        let mut known = known.iter().filter_map(|tag| Language::of_tag(tag));
        known.next().unwrap_or(Language::Ar)
    });
    let words = use_memo(language, |language| Words::of(*language));
    {
        let words = words.clone();
        use_effect_with(language, move |language| {
            browser::speak(
                language.code(),
                language.direction(),
                words.text(Text::Title),
            );
        });
    }
    use_effect_with(state.to_query(), |query| browser::keep_in_address(query));
    {
        let act = act.clone();
        use_effect_with((), move |()| {
            let listener = browser::on_address(move |query| act.emit(Action::Address(query)));
            move || drop(listener)
        });
    }

    let mut embed = Embed::of(&state, &browser::base()).judged(browser::takes);
    let look = ["theme", "font", "text-size"].map(|name| embed.value(name).map(str::to_owned));
    use_effect_with(look, |_| browser::forget_choices());

    {
        // Another article: what was told is of the one before.
        let told = told.setter();
        let article = (embed.value("src").map(str::to_owned), embed.inline.clone());
        use_effect_with(article, move |_| told.set(Told::Waiting));
    }

    let preview = Rc::new(embed.clone());
    if let Told::Ready(ready) = &*told {
        embed.original = Some(ready.url.clone()).filter(|url| !url.is_empty());
        embed.language = Some(ready.language.clone());
        embed.title = Some(ready.title.clone()).filter(|title| !title.is_empty());
    }
    let embed = Rc::new(embed);

    let on_seen = {
        let (told, events, shown) = (told.setter(), events.clone(), shown_events.setter());
        Callback::from(move |seen: Seen| match seen {
            Seen::Began => told.set(Told::Waiting),
            Seen::Heard(heard) => {
                let mut events = events.borrow_mut();
                events.insert(0, heard.line.into());
                events.truncate(EVENTS_KEPT);
                shown.set(events.clone());
                if let Some(now) = heard.told {
                    told.set(now);
                }
            }
        })
    };
    let on_retry = {
        let retries = retries.clone();
        Callback::from(move |_: MouseEvent| retries.set(*retries + 1))
    };
    let frame = |device: Device| {
        html! {
            <Frame
                key={<&str>::from(device)}
                {device}
                is_chosen={state.device == device}
                page={state.page}
                look={state.look}
                embed={preview.clone()}
                retries={*retries}
                title={format!("{}: {}", words.text(Text::Preview), words.value("device", device.into()).unwrap_or_default())}
                on_seen={on_seen.clone()}
            />
        }
    };

    html! {
        <>
            { masthead(&words, &act) }
            <main>
                <section class="step wrap" aria-labelledby="step-try">
                    { heading(&words, "step-try", 1, Text::StepTry, Text::StepTryHelp) }
                    <Trial
                        state={(*state).clone()}
                        embed={preview.clone()}
                        told={(*told).clone()}
                        words={words.clone()}
                        retries={*retries}
                        act={act.clone()}
                        {on_retry}
                    />
                </section>
                <section class="step wrap" aria-labelledby="step-set">
                    { heading(&words, "step-set", 2, Text::StepSet, Text::StepSetHelp) }
                    <div class="bench">
                        { form(&state, &words, &act) }
                        <div class="stage">
                            <div class="stage-switches">
                                { segments::segments(&words, "device", Text::Device, state.device, &act, Action::Device) }
                                { segments::segments(&words, "page", Text::Page, state.page, &act, Action::Page) }
                                { segments::segments(&words, "look", Text::Look, state.look, &act, Action::Look) }
                            </div>
                            <div class="frames">
                                { frame(Device::Phone) }
                                { frame(Device::Desktop) }
                            </div>
                        </div>
                    </div>
                </section>
                <section class="step wrap" aria-labelledby="step-paste">
                    { heading(&words, "step-paste", 3, Text::StepPaste, Text::StepPasteHelp) }
                    <Paste
                        state={(*state).clone()}
                        {embed}
                        told={(*told).clone()}
                        words={words.clone()}
                        events={(*shown_events).clone()}
                        act={act.clone()}
                    />
                </section>
            </main>
            <footer class="foot"><div class="wrap"><p>{ words.text(Text::Imagined) }</p></div></footer>
        </>
    }
}

fn heading(words: &Words, id: &'static str, number: u8, title: Text, help: Text) -> Html {
    html! {
        <header class="step-head">
            <span class="number" aria-hidden="true">{ number }</span>
            <h2 {id}>{ words.text(title) }</h2>
            <p>{ words.text(help) }</p>
        </header>
    }
}
