//! The next step for a source that could not be read, in words, with a button where there is an address to try.

use yew::prelude::*;

use super::Action;
use super::code::Code;
use crate::advice::Advice;
use crate::browser;
use crate::embed::Embed;
use crate::permissions::CORS;
use crate::words::{Text, Words};

/// The step.
pub fn mending(advice: Advice, embed: &Embed, words: &Words, act: &Callback<Action>) -> Html {
    let say = |text: Text| html! { <p>{ words.text(text) }</p> };
    let step = match advice {
        Advice::InPage => return say(Text::SourceInPage),
        Advice::NeedsScheme(None) => say(Text::NeedsScheme),
        Advice::NeedsScheme(Some(meant)) => html! {
            <>{ say(Text::NeedsScheme) }{ take(Text::Meant, meant, words, act) }</>
        },
        Advice::Insecure => say(Text::Insecure),
        Advice::NotAllowed => header(Text::NotAllowed, embed, words),
        Advice::NoAnswer => header(Text::Unreachable, embed, words),
        Advice::NothingThere(json) => wordpress(Text::NothingThere, json, words, act),
        Advice::PageForPeople(json) => wordpress(Text::PageForPeople, json, words, act),
        Advice::Broken { line, column } => {
            let place = words
                .with(Text::BrokenAt, "line", &line.to_string())
                .replace("{column}", &column.to_string());
            html! { <p>{ place }</p> }
        }
    };
    html! { <div class="mend" id="mend">{ step }</div> }
}

/// The header that the article's server must send, and the address to look at first.
fn header(sentence: Text, embed: &Embed, words: &Words) -> Html {
    html! {
        <>
            <p>{ words.text(sentence) }</p>
            <Code id="cors" text={CORS} words={words.clone()} />
            if let Some(asked) = embed.asked() {
                <p><a href={asked} target="_blank" rel="noopener">{ words.text(Text::OpenInTab) }</a></p>
            }
            <p class="help">{ words.text(Text::NotAllowedHelp) }</p>
        </>
    }
}

/// Where WordPress has an article's JSON.
fn wordpress(sentence: Text, json: Option<String>, words: &Words, act: &Callback<Action>) -> Html {
    html! {
        <>
            <p>{ words.text(sentence) }</p>
            if let Some(json) = json {
                { take(Text::InWordpress, json, words, act) }
            } else {
                <p>{ words.text(Text::InWordpress) }{ " " }<code dir="ltr">{ "/wp-json/wp/v2/posts?slug=…&_embed" }</code></p>
            }
            <p class="help">{ words.text(Text::InWordpressHelp) }</p>
        </>
    }
}

/// An address to try instead.
fn take(sentence: Text, address: String, words: &Words, act: &Callback<Action>) -> Html {
    let onclick = {
        let address = address.clone();
        act.reform(move |_: MouseEvent| {
            // The button goes.
            browser::focus("a-src");
            Action::Attribute("src", address.clone())
        })
    };
    html! {
        <>
            <p>{ words.text(sentence) }{ " " }<bdi><code dir="ltr">{ address }</code></bdi></p>
            <p><button type="button" id="take-address" class="quiet" {onclick}>{ words.text(Text::TakeAddress) }</button></p>
        </>
    }
}
