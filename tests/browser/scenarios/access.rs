//! For everyone: what axe, the accessibility checker, finds in a whole article, and the size of what is touched.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::articles::every;
use crate::harness::{Engine, Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![access::{
    axe_finds_nothing_in_the_systems_light,
    axe_finds_nothing_in_the_systems_dark,
    axe_finds_nothing_in_light,
    axe_finds_nothing_in_dark,
    axe_finds_nothing_in_sepia,
    axe_finds_nothing_in_contrast,
    axe_sees_what_is_wrong,
    controls_are_large_enough_to_touch,
}];

/// Every language of the interface.
const LANGUAGES: [&str; 7] = ["ar", "fa", "ur", "he", "fr", "en", "es"];

/// What axe is asked for: WCAG 2.2, levels A and AA.
const TAGS: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

async fn open_sample(t: &Trial, attributes: &str) -> Result<()> {
    let attributes = format!(r#"data-base-url="{{cdn}}/demo/articles/" {attributes}"#);
    t.open_ready(Page::element("{api}/train.json", &attributes))
        .await
}

/// Violations that axe finds in what a context names, each in words.
pub(super) async fn violations(t: &Trial, context: &str) -> Result<Vec<String>> {
    let found = t
        .promised(&format!(
            "axe.run({context}, {{ resultTypes: ['violations'], preload: false, runOnly: {{ type: 'tag', values: {TAGS} }} }})
                .then(({{ violations }}) => violations.flatMap(({{ id, nodes }}) =>
                    nodes.map((node) => `${{id}}: ${{node.html.slice(0, 100)}} ${{node.failureSummary.split('\\n').slice(1).join(' ')}}`)))",
        ))
        .await?;
    Ok(serde_json::from_value(found)?)
}

/// axe takes joined Arabic letters for the ligatures of an icon font and passes over their contrast. So every text that is
/// seen and not disabled is judged.
pub(super) const JUDGE_ARABIC: &str = "axe.configure({ rules: [{ id: 'color-contrast', matches: (node) =>
    !node.closest(':disabled, [hidden]') && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) }] })";

/// axe's script.
pub(super) fn axe() -> Result<String> {
    let path = std::env::var_os("QARI_AXE").map(PathBuf::from);
    let path = path.context("QARI_AXE does not name axe.min.js (`cargo xtask test` sets it up)")?;
    std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
}

/// Opens every kind of block and control, with axe in the page. What is off screen is laid out, since an engine may tell
/// guesses of it.
async fn open_axe(t: &Trial, attributes: &str) -> Result<()> {
    let axe = axe()?;
    for language in LANGUAGES {
        t.api
            .serve(&format!("/{language}"), Reply::json(every(language)));
    }
    let attributes = format!(r#"data-base-url="{{cdn}}/demo/articles/" {attributes}"#);
    t.open_ready(Page::element("{api}/ar", &attributes)).await?;
    t.client.execute(&axe, vec![]).await?;
    t.js(JUDGE_ARABIC).await?;
    t.js("layOutAll()").await?;
    Ok(())
}

/// Runs axe on every kind of block and control in this theme, in every language, in three sizes, with the settings closed
/// and open. One page, whose attributes change.
/// Firefox and WebKit see the three sizes in a language of each direction, Chromium in all: what differs by engine is not
/// the words.
async fn axe_finds_nothing(t: &Trial, theme: &str, system: &str) -> Result<()> {
    open_axe(t, &format!(r#"data-theme="{theme}""#)).await?;
    if system == "dark" {
        ensure!(
            t.number("switchOn('prefers-color-scheme: dark')").await? > 0.0,
            "no rules for the dark"
        );
    }
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let sizes: &[u8] = match t.engine {
            Engine::Chromium => &[1, 3, 9],
            _ if ["ar", "en"].contains(&language) => &[1, 3, 9],
            _ => &[3],
        };
        t.js(&format!("reader().dataset.src = '{{api}}/{language}'"))
            .await?;
        for size in sizes {
            t.js(&format!("reader().dataset.textSize = '{size}'"))
                .await?;
            t.wait_for(
                &format!("state() === 'ready' && part('article').lang === '{language}' && part('article').dataset.textSize === '{size}'"),
                "language and size",
            )
            .await?;
            // Yew 0.23 may yield to the browser between a component and those within it, so the toolbar may come a
            // task after the article, and axe keeps the texts that it saw first.
            t.wait_for(
                &format!("part('size-decrease').disabled === ({size} === 1) && part('size-increase').disabled === ({size} === 9)"),
                "the toolbar at this size",
            )
            .await?;
            for fault in violations(t, "'qari-reader'").await? {
                wrong.push(format!("{language} {size}: {fault}"));
            }
        }
        // What the settings hold changes with the language and the theme alone.
        t.js("part('settings').click()").await?;
        t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
            .await?;
        let bar = "{ fromShadowDom: ['qari-reader', '[part=toolbar]'] }";
        for fault in violations(t, bar).await? {
            wrong.push(format!("{language}, settings: {fault}"));
        }
        t.js("part('settings').click()").await?;
        t.wait_for("!inside().querySelector('.sheet')", "no settings")
            .await?;
    }
    ensure!(
        wrong.is_empty(),
        "{} violations:\n  {}",
        wrong.len(),
        wrong.join("\n  ")
    );
    Ok(())
}

async fn axe_finds_nothing_in_the_systems_light(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "auto", "light").await
}

async fn axe_finds_nothing_in_the_systems_dark(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "auto", "dark").await
}

async fn axe_finds_nothing_in_light(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "light", "light").await
}

async fn axe_finds_nothing_in_dark(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "dark", "light").await
}

async fn axe_finds_nothing_in_sepia(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "sepia", "light").await
}

async fn axe_finds_nothing_in_contrast(t: &Trial) -> Result<()> {
    axe_finds_nothing(t, "contrast", "dark").await
}

/// The grid shows nothing unless axe sees what is wrong in a reader's shadow root.
async fn axe_sees_what_is_wrong(t: &Trial) -> Result<()> {
    open_axe(t, r#"data-theme="light""#).await?;
    t.js("addRules('[part=\"summary\"] { color: #ccc !important }'); part('size-increase').removeAttribute('aria-label'); part('size-increase').removeAttribute('title')")
        .await?;
    let found = violations(t, "'qari-reader'").await?.join("\n");
    ensure!(
        found.contains("color-contrast") && found.contains("button-name"),
        "found only: {found}"
    );
    Ok(())
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
