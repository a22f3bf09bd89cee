//! The panel of `data-debug`: what was read, detected, repaired and refused, and what mends it, for the site owner.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::hooks::Status;
use super::text::interface;
use super::{Debug, Measured, Page};
use crate::browser::{Element, clipboard};
use crate::remark::{Piece, Remark, Said, text};

/// The panel, if the owner asked for it. `status` says what came of copying, `root` is the reader's element.
pub fn debug_panel(page: &Rc<Page>, measured: &Measured, status: &Status, root: &NodeRef) -> Html {
    let Some(debug) = &page.debug else {
        return html! { <div key="debug" hidden=true /> };
    };
    let (lang, dir) = match debug.words {
        Some(_) => interface(&page.locale),
        None => ("en".into(), "ltr"),
    };
    let told = |remark: &Remark| remark.told(&|said| debug.words.as_ref()?.said(said));
    let word = |said| text(&told(&Remark::new(said, Vec::new())));
    let title = Remark::new(
        Said::Report,
        vec![("version", env!("CARGO_PKG_VERSION").into())],
    );
    let label = text(&told(&title));
    let report: Vec<(Said, Vec<Piece>)> = std::iter::once(title)
        .chain(report(page, debug, measured))
        .map(|remark| (remark.said, told(&remark)))
        .collect();
    let on_copy = {
        let (status, root) = (status.clone(), root.clone());
        let [copied, failed] = [Said::Copied, Said::CopyFailed].map(word);
        let lines: Vec<String> = report.iter().map(|(_, told)| text(told)).collect();
        let report = lines.join("\n");
        Callback::from(move |_: MouseEvent| {
            let Some(near) = root.cast::<Element>() else {
                return;
            };
            let (status, copied, failed) = (status.clone(), copied.clone(), failed.clone());
            let copy = clipboard::copy(report.clone(), &near);
            spawn_local(
                async move { status.say(if copy.await.is_ok() { copied } else { failed }) },
            );
        })
    };
    html! {
        <div key="debug" part="debug" role="group" aria-label={label} {lang} {dir}>
            { for report.into_iter().map(|(said, told)| line(said, told)) }
            <button type="button" onclick={on_copy}>{ word(Said::Copy) }</button>
        </div>
    }
}

/// What the panel says under its title, a line each: first what the owner should change, and how; then what was read, and when.
fn report(page: &Page, debug: &Debug, measured: &Measured) -> Vec<Remark> {
    let summary = page.summary();
    let mut report = Vec::new();
    let mut say = |said, places| report.push(Remark::new(said, places));
    let is_good = debug.notices.is_empty() && measured.to_mend.is_empty() && !debug.repaired;
    say(
        if is_good {
            Said::NothingToMend
        } else {
            Said::ToMend
        },
        Vec::new(),
    );
    if debug.repaired {
        say(Said::Repaired, Vec::new());
    }
    report.extend(debug.notices.iter().chain(&measured.to_mend).cloned());
    let mut say = |said, places| report.push(Remark::new(said, places));
    say(Said::WasRead, Vec::new());
    say(Said::Source, vec![("url", page.source_url.clone().into())]);
    say(Said::Format, vec![("format", summary.format.into())]);
    say(debug.reason.said, debug.reason.arguments.clone());
    say(Said::Article, vec![("url", summary.url.into())]);
    say(
        Said::Language,
        vec![
            ("language", summary.language.into()),
            ("direction", summary.direction.into()),
        ],
    );
    say(
        Said::Size,
        vec![
            ("bytes", debug.size.into()),
            ("words", summary.words.into()),
            ("blocks", (page.article.body.len() as u32).into()),
        ],
    );
    if !debug.changed.is_empty() {
        let mut elements = String::new();
        for (tag, count) in &debug.changed {
            let comma = if elements.is_empty() { "" } else { ", " };
            elements = [&elements, comma, tag, " ", &count.to_string()].concat();
        }
        say(Said::Changed, vec![("elements", elements.into())]);
    }
    report.extend(measured.told.iter().cloned());
    report
}

/// A line with its names isolated, which are read from left to right.
fn line(said: Said, told: Vec<Piece>) -> Html {
    let pieces = told.into_iter().map(|piece| match piece {
        Piece::Words(words) => html! { words },
        Piece::Name(name) => html! { <code dir="ltr">{ name }</code> },
    });
    let tag = match said {
        Said::Report | Said::ToMend | Said::NothingToMend | Said::WasRead => "strong",
        _ => "p",
    };
    html! { <@{tag}>{ for pieces }</@> }
}
