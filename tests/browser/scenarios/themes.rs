//! The themes of docs/THEMING.md, on the pages of the demo that the document shows: each looks as it promises, and can be read.

use anyhow::{Result, ensure};
use serde_json::json;

use super::access::{JUDGE_ARABIC, axe, violations};
use super::demo::{FOLDER, upload, watch};
use crate::harness::{Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![themes::{
    a_newspaper,
    a_tech_magazine_in_the_dark,
    a_literary_review,
    a_brand_with_its_own_typeface,
}];

/// Opens the theme's page, with axe in it.
async fn open(t: &Trial, theme: &str) -> Result<()> {
    upload(t, |_| true)?;
    let page = format!("demo/themes/{theme}.html");
    watch(t, &page, None)?;
    t.go(&format!("{}{FOLDER}{page}", t.partner.url())).await?;
    t.wait_state("ready").await?;
    t.wait_for("style('article', 'fontSize') !== '16px'", "the stylesheet")
        .await?;
    t.client.execute(&axe()?, vec![]).await?;
    t.js(JUDGE_ARABIC).await?;
    Ok(())
}

/// What a property of a part is, for each of these.
async fn looks(t: &Trial, promised: &[(&str, &str, &str)]) -> Result<()> {
    for (part, property, value) in promised {
        same(
            t.text(&format!("style('{part}', '{property}')")).await?,
            *value,
            &format!("{property} of {part}"),
        )?;
    }
    Ok(())
}

/// Whatever the reader chooses, in either language, text and ground differ enough.
async fn can_be_read(t: &Trial) -> Result<()> {
    for (source, language) in [("article.json", "ar-MA"), ("article.fr.json", "fr-MA")] {
        t.js(&format!("reader().dataset.src = '{source}'")).await?;
        for theme in ["light", "dark", "sepia", "contrast"] {
            t.js(&format!("reader().dataset.theme = '{theme}'")).await?;
            t.wait_for(
                &format!(
                    "state() === 'ready' && part('article').lang === '{language}' && inside().querySelector('[data-theme={theme}]') !== null"
                ),
                theme,
            )
            .await?;
            t.js("layOutAll()").await?;
            t.frames().await?;
            same(
                violations(t, "'qari-reader'").await?,
                Vec::<String>::new(),
                &format!("{source}, {theme}"),
            )?;
        }
    }
    Ok(())
}

/// The first of the typefaces that a part names.
fn typeface(part: &str) -> String {
    format!("style('{part}', 'fontFamily').split(',')[0].replaceAll('\"', '')")
}

/// The ground that the reader stands on.
const GROUND: &str = "getComputedStyle(part('article').closest('[data-theme]')).backgroundColor";

async fn a_newspaper(t: &Trial) -> Result<()> {
    open(t, "newspaper").await?;
    same(t.text(GROUND).await?, "rgb(255, 253, 247)", "the paper")?;
    same(t.text(&typeface("article")).await?, "Amiri", "the text")?;
    same(t.text(&typeface("title")).await?, "Amiri", "the headline")?;
    looks(
        t,
        &[
            ("article", "color", "rgb(26, 23, 20)"),
            ("title", "borderTopStyle", "double"),
            ("title", "borderTopWidth", "6px"),
            ("breadcrumb", "fontWeight", "700"),
            ("tags", "borderTopStyle", "double"),
        ],
    )
    .await?;
    same(
        t.text("getComputedStyle(part('body').querySelector('a')).color")
            .await?,
        "rgb(165, 28, 36)",
        "the red",
    )?;
    can_be_read(t).await
}

async fn a_tech_magazine_in_the_dark(t: &Trial) -> Result<()> {
    open(t, "tech").await?;
    looks(
        t,
        &[
            ("article", "colorScheme", "dark"),
            ("title", "fontWeight", "800"),
            ("summary", "borderRightWidth", "4px"),
            ("summary", "borderRightColor", "rgb(95, 227, 192)"),
            ("share-link", "borderTopLeftRadius", "14px"),
        ],
    )
    .await?;
    same(
        t.text(&typeface("breadcrumb")).await?,
        "ui-monospace",
        "the terminal's letters",
    )?;
    same(
        t.get("parts('share-link').filter((one) => one.dataset.network !== 'native').map((one) => one.dataset.network)")
            .await?,
        json!(["x", "telegram", "linkedin", "copy"]),
        "the networks",
    )?;
    // The site's blue, as dark as the night.
    let painted = "(() => { const pen = document.createElement('canvas').getContext('2d'); pen.fillStyle = GROUND; pen.fillRect(0, 0, 1, 1); return [...pen.getImageData(0, 0, 1, 1).data]; })()";
    let ground = t.get(&painted.replace("GROUND", GROUND)).await?;
    let [red, _, blue] = [0, 1, 2].map(|at| ground[at].as_u64().unwrap_or(255));
    ensure!(blue < 80 && red < blue, "the night is {ground}");
    can_be_read(t).await
}

async fn a_literary_review(t: &Trial) -> Result<()> {
    open(t, "literary").await?;
    same(t.text(GROUND).await?, "rgb(248, 240, 226)", "the paper")?;
    looks(
        t,
        &[
            ("title", "textAlign", "center"),
            ("summary", "textAlign", "center"),
            ("title", "fontWeight", "600"),
        ],
    )
    .await?;
    same(
        t.get("[part('article').dataset.textSize, parts('breadcrumb').length, parts('tags').length, parts('listen').length]")
            .await?,
        json!(["4", 0, 0, 0]),
        "the size, and what is left out",
    )?;
    same(
        t.number("Math.round(parseFloat(style('article', 'lineHeight')) / parseFloat(style('article', 'fontSize')) * 10)")
            .await?,
        20.0,
        "tenths of the line",
    )?;
    can_be_read(t).await
}

async fn a_brand_with_its_own_typeface(t: &Trial) -> Result<()> {
    open(t, "brand").await?;
    same(t.text(&typeface("article")).await?, "Hanout", "the text")?;
    same(
        t.get("[...document.fonts].map(({ family }) => family.replaceAll('\"', ''))")
            .await?,
        json!(["Hanout", "Hanout"]),
        "the typeface of the page",
    )?;
    looks(
        t,
        &[
            ("breadcrumb", "backgroundColor", "rgb(91, 42, 134)"),
            ("breadcrumb", "color", "rgb(255, 255, 255)"),
            ("breadcrumb", "borderTopLeftRadius", "26px"),
            ("share-link", "borderTopWidth", "2px"),
        ],
    )
    .await?;
    same(
        t.text("getComputedStyle(part('body').querySelector('a')).color")
            .await?,
        "rgb(91, 42, 134)",
        "the brand's colour",
    )?;
    can_be_read(t).await
}
