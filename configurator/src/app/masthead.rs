//! Name, what it is, and the languages of this page.

use strum::IntoEnumIterator;
use yew::prelude::*;

use super::Action;
use crate::words::{Language, Text, Words};

/// The top of the page.
pub fn masthead(words: &Words, act: &Callback<Action>) -> Html {
    let languages = Language::iter().map(|language| {
        let onclick = act.reform(move |_: MouseEvent| Action::Words(language));
        html! {
            <button
                key={language.code()}
                type="button"
                lang={language.code()}
                aria-pressed={(language == words.language).to_string()}
                {onclick}
            >
                { language.name() }
            </button>
        }
    });
    html! {
        <header class="masthead">
            <div class="wrap masthead-row">
                <div class="brand">
                    <img src="demo/img/mark.svg" alt="" width="52" height="52" />
                    <div>
                        <h1>{ words.text(Text::Title) }</h1>
                        <p>{ words.text(Text::Tagline) }</p>
                    </div>
                </div>
                <div class="masthead-links">
                    <div class="languages" role="group" aria-label={words.text(Text::Languages).to_owned()}>
                        { for languages }
                    </div>
                    <a href="demo/partner.html" id="partner">{ words.text(Text::PartnerPage) }</a>
                </div>
            </div>
        </header>
    }
}
