//! For everyone: what axe, the accessibility checker, finds in a whole article, and the size of what is touched.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use crate::harness::{Page, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![access::{
    axe_finds_nothing_in_the_light,
    axe_finds_nothing_in_the_dark,
    controls_are_large_enough_to_touch,
}];

async fn open_sample(t: &Trial, attributes: &str) -> Result<()> {
    let attributes = format!(r#"data-base-url="{{cdn}}/articles/" {attributes}"#);
    t.open_ready(Page::element("{api}/train.json", &attributes))
        .await
}

/// Runs axe on the reader and fails on every violation.
async fn axe_finds_nothing(t: &Trial, theme: &str) -> Result<()> {
    let path = std::env::var_os("QARI_AXE").map(PathBuf::from);
    let path = path.context("QARI_AXE does not name axe.min.js (`cargo xtask test` sets it up)")?;
    let axe = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    open_sample(t, &format!(r#"data-theme="{theme}""#)).await?;
    t.client.execute(&axe, vec![]).await?;
    let found = t
        .promised(
            "axe.run('qari-reader', { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
                nodes.map((node) => `${id}: ${node.html.slice(0, 100)} ${node.failureSummary.split('\\n')[1] ?? ''}`)))",
        )
        .await?;
    same(found, json!([]), "violations")
}

async fn axe_finds_nothing_in_the_light(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "light").await
}

async fn axe_finds_nothing_in_the_dark(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "dark").await
}

/// 44 CSS pixels each way, for a finger.
async fn controls_are_large_enough_to_touch(t: &Trial) -> Result<()> {
    open_sample(t, "").await?;
    let small = "[...inside().querySelectorAll('button, a[part~=share-link]')].filter(isSeen).filter((el) => rect(el).width < 43.5 || rect(el).height < 43.5)
        .map((el) => `${el.getAttribute('part')} ${rect(el).width}x${rect(el).height}`)";
    same(
        t.get(small).await?,
        json!([]),
        "controls that are too small",
    )
}
