//! What assistive technology is told, in the order in which it is read, in each language of the interface: outlines of the
//! accessibility tree, compared with `tests/browser/trees`. `QARI_BLESS=1` before the command writes them anew.
//!
//! In Chromium alone, whose protocol gives the tree. That roles and names are there natively, `tests/view.rs` proves.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::listen::VOICES;
use crate::articles::{URL, every};
use crate::harness::outline::outline;
use crate::harness::{Page, Reply, Scenario, Trial};

pub const SCENARIOS: &[Scenario] = crate::scenarios![trees::{
    ar,
    fa,
    ur,
    he,
    en,
    fr,
    es,
}];

/// Of the article with everything: as it opens to a reader who comes back, the bar while it is read aloud, and the bar
/// with the settings open.
async fn trees(t: &Trial, language: &'static str) -> Result<()> {
    t.api.serve("/article", Reply::json(every(language)));
    let direction = match ["ar", "fa", "ur", "he"].contains(&language) {
        true => "rtl",
        false => "ltr",
    };
    let places = json!({ URL: 4 }).to_string();
    let head = format!(
        "<script>{VOICES} speechSynthesis.arrive('{language}'); localStorage['qari:places'] = {};</script>",
        json!(places)
    );
    let page = Page::element("{api}/article", r#"data-base-url="{cdn}/demo/articles/""#)
        .language(language, direction)
        .head(&head);
    t.open_ready(page).await?;
    t.wait_for("isSeen(inside().querySelector('.returning'))", "the offer")
        .await?;
    t.wait_for("Boolean(part('source'))", "the foot").await?;
    // What is off screen and not laid out has no names in Chromium's tree until it comes near.
    t.js("layOutAll()").await?;
    t.frames().await?;
    let mut told = format!("# The page\n\n{}", outline(t, "RootWebArea", None).await?);
    let bar = t.text("part('toolbar').ariaLabel").await?;
    t.click("listen").await?;
    t.wait_for(
        "Boolean(inside().querySelector('.listening')) && speechSynthesis.speaking",
        "a voice",
    )
    .await?;
    t.frames().await?;
    told += &format!(
        "\n# The bar, listening\n\n{}",
        outline(t, "group", Some(&bar)).await?
    );
    t.click("listen").await?;
    t.wait_for("!inside().querySelector('.listening')", "silence")
        .await?;
    t.click("settings").await?;
    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
        .await?;
    t.frames().await?;
    told += &format!(
        "\n# The bar, its settings open\n\n{}",
        outline(t, "group", Some(&bar)).await?
    );
    same_as_kept(language, &told)
}

/// Compares with what is kept under this name, or keeps it.
fn same_as_kept(name: &str, told: &str) -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/browser/trees")
        .join(format!("{name}.txt"));
    if std::env::var_os("QARI_BLESS").is_some() {
        fs::create_dir_all(file.parent().context("a folder")?)?;
        return Ok(fs::write(&file, told)?);
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    let differs = kept
        .lines()
        .zip(told.lines())
        .position(|(kept, told)| kept != told);
    let at = differs.unwrap_or(kept.lines().count().min(told.lines().count()));
    let line = |of: &str| of.lines().nth(at).unwrap_or("nothing").trim().to_owned();
    ensure!(
        kept == told,
        "{name}.txt, line {}: kept `{}`, told `{}`. If it is meant so: QARI_BLESS=1 before the command",
        at + 1,
        line(&kept),
        line(told)
    );
    Ok(())
}

async fn ar(t: &Trial) -> Result<()> {
    trees(t, "ar").await
}

async fn fa(t: &Trial) -> Result<()> {
    trees(t, "fa").await
}

async fn ur(t: &Trial) -> Result<()> {
    trees(t, "ur").await
}

async fn he(t: &Trial) -> Result<()> {
    trees(t, "he").await
}

async fn en(t: &Trial) -> Result<()> {
    trees(t, "en").await
}

async fn fr(t: &Trial) -> Result<()> {
    trees(t, "fr").await
}

async fn es(t: &Trial) -> Result<()> {
    trees(t, "es").await
}
