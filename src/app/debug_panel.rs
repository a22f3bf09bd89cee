//! The panel of `data-debug`: what was read, detected and refused, for the site owner.

use yew::prelude::*;

use super::Page;

/// The panel, if the owner asked for it.
pub fn debug_panel(page: &Page) -> Html {
    let Some(debug) = &page.debug else {
        return html! { <pre key="debug" hidden=true /> };
    };
    let summary = page.summary();
    let mut lines = vec![
        format!("Read from: {}", page.source_url),
        format!("Format: {} ({})", summary.format, debug.reason),
        format!("Address of the article: {}", summary.url),
        format!(
            "Language: {}, direction: {}, words: {}",
            summary.language, summary.direction, summary.words
        ),
    ];
    let repaired = if debug.repaired { ", repaired" } else { "" };
    let blocks = page.article.body.len().to_string();
    let size = debug.size.to_string();
    lines.push(
        [
            "Size: ",
            &size,
            " bytes of JSON",
            repaired,
            ", blocks: ",
            &blocks,
        ]
        .concat(),
    );
    lines.push("Milliseconds since the load began:".to_owned());
    for (step, at) in &debug.times {
        lines.push(["  ", step, " ", &at.to_string()].concat());
    }
    lines.push("Elements of the body left out, unwrapped or rewritten:".to_owned());
    for (tag, count) in &debug.changed {
        lines.push(["  ", tag, " ", &count.to_string()].concat());
    }
    if debug.notices.is_empty() {
        lines.push("No attribute was refused.".to_owned());
    }
    lines.extend(debug.notices.iter().cloned());
    html! { <pre key="debug" part="debug" lang="en" dir="ltr">{ lines.join("\n") }</pre> }
}
