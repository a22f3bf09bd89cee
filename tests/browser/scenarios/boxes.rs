//! The box of the host's page that the reader stands in: as wide as it, never wider, and never nothing.

use anyhow::{Result, ensure};

use crate::articles::short;
use crate::harness::{Page, Reply, Scenario, Trial};

pub const SCENARIOS: &[Scenario] = crate::scenarios![boxes::{
    it_is_as_wide_as_its_box_has_room,
}];

/// What a site puts around a reader, in a column of 300 px. Some boxes are as wide as they are told, others ask what stands in
/// them.
const BOXES: &[(&str, &str)] = &[
    ("block", "padding: 0 24px"),
    (
        "grid",
        "display: grid; grid-template-columns: 1fr; padding: 0 24px",
    ),
    ("grid without columns", "display: grid; padding: 0 24px"),
    ("row", "display: flex; padding: 0 24px"),
    (
        "column",
        "display: flex; flex-direction: column; padding: 0 24px",
    ),
    (
        "centred column",
        "display: flex; flex-direction: column; align-items: center; padding: 0 24px",
    ),
    ("float", "float: left; padding: 0 24px"),
    ("inline block", "display: inline-block; padding: 0 24px"),
    ("table", "display: table; padding: 0 24px"),
    ("fit-content", "width: fit-content; padding: 0 24px"),
    ("columns", "columns: 1; padding: 0 24px"),
];

/// Each box with a reader in a `section` of its own, as an editor writes it, and once without.
fn page() -> String {
    let mut html = r#"<script async crossorigin src="{cdn}/qari.js"></script>"#.to_owned();
    for (name, style) in BOXES {
        let reader = r#"<qari-reader data-src="{api}/article" data-loading="eager"></qari-reader>"#;
        for inside in [format!("<section>{reader}</section>"), reader.to_owned()] {
            html += &format!(
                r#"<div class="column" style="width: 300px; display: flow-root" title="{name}"><div style="{style}">{inside}</div></div>"#
            );
        }
    }
    html
}

async fn it_is_as_wide_as_its_box_has_room(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open(Page::new(page())).await?;
    t.wait_for(
        "[...document.querySelectorAll('qari-reader')].every((reader) => reader.state === 'ready')",
        "all readers",
    )
    .await?;
    let wrong = t
        .get(
            "[...document.querySelectorAll('.column')].map((column) => {
                const reader = column.querySelector('qari-reader');
                const page = reader.shadowRoot.querySelector('[part~=article]');
                return [column.title, reader.parentNode.localName, rect(reader).width, rect(page).width, column.scrollWidth];
            }).filter(([, , own, page, all]) => own !== 252 || page !== 252 || all !== 300)",
        )
        .await?;
    ensure!(
        wrong.as_array().is_some_and(Vec::is_empty),
        "box, element around, reader, page (252 px), all (300 px): {wrong}"
    );
    // And where there is room, a box that asks for a width hears that of a column of text.
    let narrow = t
        .get(
            "[...document.querySelectorAll('.column')].filter((column) => {
                column.style.width = '1000px';
                return rect(column.querySelector('qari-reader')).width < 42 * 16;
            }).map((column) => column.title)",
        )
        .await?;
    ensure!(
        narrow.as_array().is_some_and(Vec::is_empty),
        "too narrow in 1,000 px: {narrow}"
    );
    Ok(())
}
