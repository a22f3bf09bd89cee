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
    if debug.notices.is_empty() {
        lines.push("No attribute was refused.".to_owned());
    }
    lines.extend(debug.notices.iter().cloned());
    html! { <pre key="debug" part="debug" lang="en" dir="ltr">{ lines.join("\n") }</pre> }
}
