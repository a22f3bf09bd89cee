//! What came of the article, in words: what was detected, what is wrong, and what mends it.

use qari_reader::config::{Allowed, Notice};
use qari_reader::remark::{Piece, Remark};
use yew::prelude::*;

use super::Action;
use super::mending::mending;
use crate::advice::advice;
use crate::embed::Embed;
use crate::outcome::{self, Answer, Ready, Told};
use crate::words::{Language, Text, Words};

/// The card beside the source.
pub fn report(
    embed: &Embed,
    told: &Told,
    answer: &Answer,
    words: &Words,
    act: &Callback<Action>,
) -> Html {
    let facts = match told {
        Told::Waiting => html! { <p>{ words.text(Text::Waiting) }</p> },
        Told::Ready(ready) => found(ready, words),
        Told::Failed {
            code,
            status,
            message,
        } => {
            let sentence = words.find("errors", code).unwrap_or(code);
            html! {
                <>
                    <p class="fault"><b>{ sentence }</b>{ " " }<code>{ code }</code></p>
                    if let Some(status) = status {
                        <p>{ words.with(Text::HttpStatus, "status", &status.to_string()) }</p>
                    }
                    if let Some(asked) = embed.asked() {
                        <p>{ words.text(Text::Asked) }{ ": " }<bdi id="asked" class="technical" dir="ltr">{ asked }</bdi></p>
                    }
                    // It is in English.
                    if words.language == Language::En {
                        <p class="technical" dir="ltr">{ message }</p>
                    }
                </>
            }
        }
    };
    let mending = advice(embed, told, answer).map(|advice| mending(advice, embed, words, act));
    html! {
        <section class="card report" aria-labelledby="result" data-told={name(told)}>
            <h3 id="result">{ words.text(Text::Result) }</h3>
            <div aria-live="polite">
                { facts }
                { mending.unwrap_or_default() }
                { of_source(embed, answer, words) }
                { of_settings(embed, words) }
            </div>
        </section>
    }
}

fn name(told: &Told) -> &'static str {
    match told {
        Told::Waiting => "waiting",
        Told::Ready(_) => "ready",
        Told::Failed { .. } => "error",
    }
}

fn found(ready: &Ready, words: &Words) -> Html {
    let format = words
        .value("format", &ready.format)
        .unwrap_or(&ready.format);
    let length = words
        .with(Text::Length, "words", &ready.words.to_string())
        .replace("{minutes}", &ready.minutes.to_string());
    html! {
        <>
            <p class="well"><b>{ words.with(Text::Detected, "format", format) }</b></p>
            <dl>
                <dt>{ words.text(Text::ArticleTitle) }</dt>
                <dd dir="auto" lang={ready.language.clone()}>{ &ready.title }</dd>
                <dt>{ words.text(Text::ArticleLanguage) }</dt>
                <dd><bdi>{ &ready.language }</bdi>{ ", " }<bdi>{ &ready.direction }</bdi></dd>
            </dl>
            <p>{ length }</p>
        </>
    }
}

/// What the source is, and what of the map is not in it, as the reader's own panel says it.
fn of_source(embed: &Embed, answer: &Answer, words: &Words) -> Html {
    let Answer::Text(text) = answer else {
        return html! {};
    };
    let Ok(source) = outcome::read(text, embed) else {
        return html! {};
    };
    html! {
        <>
            <p>{ told(&source.reason, words) }</p>
            if source.repaired {
                <p>{ words.text(Text::Mended) }</p>
            }
            if !source.remarks.is_empty() {
                <p class="fault">{ words.text(Text::Missing) }</p>
                <ul>
                    { for source.remarks.iter().map(|remark| html! { <li>{ told(remark, words) }</li> }) }
                </ul>
            }
        </>
    }
}

/// A remark of the reader in the language of the page, its names from left to right.
fn told(remark: &Remark, words: &Words) -> Html {
    let pieces = remark.told(&|said| words.said(said));
    let pieces = pieces.into_iter().map(|piece| match piece {
        Piece::Words(words) => html! { words },
        Piece::Name(name) => html! { <bdi class="technical" dir="ltr">{ name }</bdi> },
    });
    html! { <>{ for pieces }</> }
}

fn of_settings(embed: &Embed, words: &Words) -> Html {
    if embed.refused.is_empty() {
        return html! { <p class="help">{ words.text(Text::NothingRefused) }</p> };
    }
    let refused = embed.refused.iter().filter_map(|notice| match notice {
        // Told by itself, with what mends it.
        Notice::Refused { attribute: "src", .. } | Notice::Unknown { .. } => None,
        Notice::Refused { attribute, value, allowed } => Some(html! {
            <li>
                { words.with(Text::Refused, "name", words.label(attribute).unwrap_or(attribute)) }
                { " " }<code dir="ltr">{ format!("data-{attribute}=\"{value}\"") }</code>
                <span class="help">{ words.with(Text::Allowed, "allowed", "") }{ of_allowed(attribute, allowed, words) }</span>
            </li>
        }),
    });
    html! { <ul class="refused">{ for refused }</ul> }
}

/// Names as they are written, anything else in words.
fn of_allowed(attribute: &str, allowed: &Allowed, words: &Words) -> Html {
    match allowed {
        Allowed::Names(_) | Allowed::AutoOr(_) => {
            html! { <bdi dir="ltr">{ allowed.to_string() }</bdi> }
        }
        Allowed::Like(_) | Allowed::Flag => {
            html! { words.find("allowed", attribute).unwrap_or_default() }
        }
    }
}
