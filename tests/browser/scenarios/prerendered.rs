//! What `qari-prerender` made: read without a script, answering before the wasm, and taken over without a move.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use qari_prerender::{Attributes, Files, Job, Prerendered, render, snippet};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::articles::{FIRST, TITLE, long, short};
use crate::harness::stage::dist;
use crate::harness::{Engine, Page, Reply, Scenario, Trial, same};
use crate::scenarios;

pub const SCENARIOS: &[Scenario] = scenarios![prerendered::{
    without_a_script_it_is_the_whole_article,
    without_a_script_notes_are_reached,
    the_strictest_policy_takes_it,
    the_stylesheet_in_the_page_is_taken_by_its_hash,
    it_answers_before_the_wasm,
    an_earlier_choice_holds_before_the_wasm,
    the_full_reader_takes_over_without_a_move,
    the_focus_stays_where_it_was,
    without_wasm_it_stays_as_it_is,
    another_source_takes_its_place,
}];

pub(super) const WASM: &str = "/qari-reader_bg.wasm";

pub(super) fn rendered(article: &Value, attributes: &[(&str, &str)]) -> Result<Prerendered> {
    let attributes: Attributes = attributes
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let json = article.to_string();
    let job = Job {
        json,
        address: String::new(),
        attributes,
    };
    Ok(render(&job)?)
}

/// The snippet in a partner's page.
pub(super) fn page(article: &Value, attributes: &[(&str, &str)]) -> Result<Page> {
    Ok(Page::new(snippet(
        &rendered(article, attributes)?,
        &Files::at("{cdn}/"),
    )))
}

/// The same without the scripts.
fn still(article: &Value) -> Result<Page> {
    let html = snippet(&rendered(article, &[])?, &Files::at("{cdn}/"));
    let is_script = |line: &&str| line.starts_with("<script") && line.contains("src=");
    let html: Vec<&str> = html.lines().filter(|line| !is_script(line)).collect();
    Ok(Page::new(html.join("\n")))
}

/// The stylesheet is a link there.
pub(super) async fn is_styled(t: &Trial) -> Result<()> {
    t.wait_for(
        "part('article') && style('article', 'fontSize') === '18px'",
        "the stylesheet",
    )
    .await
}

async fn without_a_script_it_is_the_whole_article(t: &Trial) -> Result<()> {
    t.open(still(&short())?).await?;
    is_whole_article(t).await
}

/// The short article, read without a script.
pub(super) async fn is_whole_article(t: &Trial) -> Result<()> {
    is_styled(t).await?;
    same(t.text("text('title')").await?, TITLE, "headline")?;
    let shown = t.get("shown()").await?;
    let shown = shown.as_str().unwrap_or_default();
    ensure!(shown.contains(FIRST), "not the text: {shown}");
    same(
        t.get("[style('article', 'direction'), parseFloat(style('title', 'fontSize')) > 1.3 * parseFloat(style('article', 'fontSize'))]").await?,
        json!(["rtl", true]),
        "how it is set",
    )?;
    // What needs a script is not shown; what does not is.
    same(
        t.get("[isSeen(part('toolbar')), ...['native', 'copy', 'whatsapp', 'telegram'].map((name) => isSeen(inside().querySelector(`[data-network=${name}]`)))]").await?,
        json!([false, false, false, true, true]),
        "controls",
    )?;
    let href = t
        .get("inside().querySelector('[data-network=whatsapp]').href")
        .await?;
    ensure!(
        href.as_str().unwrap_or_default().contains("news.example"),
        "it shares {href}"
    );
    same(t.cdn.requests_for("/qari.js").len(), 0, "scripts asked for")
}

async fn without_a_script_notes_are_reached(t: &Trial) -> Result<()> {
    let mut article = long(30);
    let body: String = article["body"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|block| format!("<p>{}</p>", block["text"].as_str().unwrap_or_default()))
        .collect();
    article["body"] = json!(format!(
        "<p>البداية<sup><a href=\"#n1\" id=\"b1\">1</a></sup></p>{body}<ol><li id=\"n1\">حاشية أخيرة <a href=\"#b1\">↩</a></li></ol>"
    ));
    t.open(still(&article)?).await?;
    is_styled(t).await?;
    let note = "inside().querySelector('li[data-place]')";
    let is_in_view =
        |node: &str| format!("rect({node}).bottom > 0 && rect({node}).top < innerHeight");
    same(t.get(&is_in_view(note)).await?, false, "the note at first")?;
    t.click_on("inside().querySelector('sup a')").await?;
    t.wait_for(&is_in_view(note), "the note").await?;
    t.click_on(&format!("{note}.querySelector('a')")).await?;
    t.wait_for(
        &is_in_view("inside().querySelector('sup a')"),
        "the way back",
    )
    .await
}

async fn the_strictest_policy_takes_it(t: &Trial) -> Result<()> {
    let policy = "default-src 'none'; script-src {recorder} {cdn} 'wasm-unsafe-eval'; connect-src {cdn}; style-src {cdn}; img-src *; require-trusted-types-for 'script'; trusted-types qari";
    t.open(page(&short(), &[])?.policy(policy)).await?;
    t.wait_state("ready").await?;
    is_styled(t).await
}

/// And nothing is waited for until the article is painted.
async fn the_stylesheet_in_the_page_is_taken_by_its_hash(t: &Trial) -> Result<()> {
    let css = std::fs::read_to_string(dist()?.join("qari.css"))?;
    let hash = BASE64_STANDARD.encode(Sha384::digest(&css));
    let files = Files::at("{cdn}/")
        .with_style(css)
        .context("a stylesheet")?;
    let policy = format!(
        "default-src 'none'; script-src {{recorder}} {{cdn}} 'wasm-unsafe-eval'; connect-src {{cdn}}; style-src {{cdn}} 'sha384-{hash}'; \
         img-src *; require-trusted-types-for 'script'; trusted-types qari"
    );
    let gate = t.cdn.hold("/qari.css");
    let html = snippet(&rendered(&short(), &[])?, &files);
    t.open(Page::new(html).policy(&policy)).await?;
    is_styled(t).await?;
    same(t.text("text('title')").await?, TITLE, "headline")?;
    gate.open();
    t.wait_state("ready").await?;
    is_styled(t).await
}

async fn it_answers_before_the_wasm(t: &Trial) -> Result<()> {
    let wasm = t.cdn.hold(WASM);
    t.open(page(&short(), &[])?).await?;
    is_styled(t).await?;
    t.wait_for(
        "style('size-increase', 'visibility') === 'visible'",
        "the button",
    )
    .await?;
    t.wait_for("performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('/touch.js') && responseEnd)", "what answers").await?;
    t.frames().await?;
    t.click("size-increase").await?;
    let size = "[part('article').dataset.textSize, style('article', 'fontSize')]";
    same(t.get(size).await?, json!(["4", "20px"]), "after a press")?;
    wasm.open();
    t.wait_state("ready").await?;
    same(
        t.get(&format!("[{size}, inside().querySelector('.prerendered')]"))
            .await?,
        json!([["4", "20px"], null]),
        "after the full reader came",
    )?;
    same(
        t.get("JSON.parse(localStorage['qari:prefs']).textSize")
            .await?,
        4,
        "what is kept",
    )
}

async fn an_earlier_choice_holds_before_the_wasm(t: &Trial) -> Result<()> {
    let head = "<script>localStorage['qari:prefs'] = JSON.stringify({ textSize: 6, theme: 'sepia' })</script>";
    let wasm = t.cdn.hold(WASM);
    t.open(page(&short(), &[])?.head(head)).await?;
    t.wait_for("part('article')?.dataset.textSize === '6' && inside().querySelector('.reader').dataset.theme === 'sepia'", "the choice").await?;
    wasm.open();
    t.wait_state("ready").await?;
    same(
        t.get(
            "[part('article').dataset.textSize, inside().querySelector('.reader').dataset.theme]",
        )
        .await?,
        json!(["6", "sepia"]),
        "the full reader's",
    )
}

/// Where the texts stand, and what stands behind.
const PLACES: &str = "[...['title', 'summary', 'byline', 'body', 'share'].map((name) => rect(part(name))), ...blocks().slice(0, 6).map(rect), rect(document.getElementById('after'))]";

async fn the_full_reader_takes_over_without_a_move(t: &Trial) -> Result<()> {
    let wasm = t.cdn.hold(WASM);
    t.open(page(&short(), &[])?).await?;
    t.wait_for("state() === 'loading'", "the loader").await?;
    is_styled(t).await?;
    t.frames().await?;
    let before = t.get(PLACES).await?;
    wasm.open();
    t.wait_state("ready").await?;
    t.frames().await?;
    same(t.get(PLACES).await?, before, "where all stands")?;
    same(
        t.api.requests_for("/article").len(),
        0,
        "requests for the article",
    )?;
    if t.engine == Engine::Chromium {
        same(t.number("__seen.shift").await?, 0.0, "layout shift")?;
    }
    // It is the full reader: the settings open.
    t.click("settings").await?;
    t.wait_for(
        "part('settings').getAttribute('aria-expanded') === 'true'",
        "the settings",
    )
    .await
}

async fn the_focus_stays_where_it_was(t: &Trial) -> Result<()> {
    let wasm = t.cdn.hold(WASM);
    t.open(page(&short(), &[])?).await?;
    t.wait_for("state() === 'loading'", "the loader").await?;
    t.js("inside().querySelector('[data-network=telegram]').focus()")
        .await?;
    wasm.open();
    t.wait_state("ready").await?;
    same(
        t.get("inside().activeElement?.dataset.network").await?,
        "telegram",
        "the focus",
    )
}

async fn without_wasm_it_stays_as_it_is(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.expect("qari-reader_bg.wasm");
    t.cdn.serve(WASM, Reply::status(404));
    t.open(page(&short(), &[])?).await?;
    t.wait_state("error").await?;
    is_styled(t).await?;
    same(
        t.get("[text('title'), isSeen(part('error')), isSeen(part('breadcrumb')), isSeen(part('tags'))]")
            .await?,
        json!([TITLE, true, true, true]),
        "the article with a note",
    )?;
    t.click("size-increase").await?;
    same(
        t.get("part('article').dataset.textSize").await?,
        "4",
        "the size",
    )
}

async fn another_source_takes_its_place(t: &Trial) -> Result<()> {
    t.api
        .serve("/article", Reply::json(crate::articles::titled("خبر آخر")));
    let wasm = t.cdn.hold(WASM);
    t.open(page(&short(), &[])?).await?;
    t.wait_for("state() === 'loading'", "the loader").await?;
    t.js("reader().dataset.src = '{api}/article'").await?;
    t.wait_for("text('title') === 'خبر آخر'", "the other text")
        .await?;
    wasm.open();
    t.wait_state("ready").await?;
    same(t.text("text('title')").await?, "خبر آخر", "headline")
}
