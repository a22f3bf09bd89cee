//! Hostile bodies in a real page: nothing runs, nothing is asked for, and the browser's tree is the native one.

mod native;
mod page;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;

use anyhow::{Result, ensure};
use qari_reader::article::body::Tag;
use serde_json::{Value, json};

use crate::harness::{Engine, Scenario, Trial, same};
use page::{BATCH, article, each, everywhere, open};

#[path = "../../corpus/mod.rs"]
mod corpus;

pub const SCENARIOS: &[Scenario] = crate::scenarios![corpora::{
    nothing_of_a_payload_runs,
    the_traps_catch_what_does_run,
    the_tree_is_the_native_one,
}];

/// Where a browser's parser and the native one differ: engine, what the body contains, why (docs/TESTING.md).
const DIFFERENT: &[(Engine, &str, &str)] = &[];

/// Read once for all engines.
static PAYLOADS: LazyLock<Vec<corpus::Payload>> = LazyLock::new(corpus::payloads);

/// `breaks` in a body: elements of the tree, and the view's own around them.
fn breaks_in_body() -> String {
    let view = ["h2", "h3", "h4", "h5", "h6", "img", "div"];
    let tags: Vec<_> = Tag::ALL.iter().map(|tag| tag.name()).chain(view).collect();
    format!("(body ? breaks(body, {}) : [])", json!(tags))
}

async fn nothing_of_a_payload_runs(t: &Trial) -> Result<()> {
    let start = Instant::now();
    let mut broken = Vec::new();
    let (mut images, mut refused) = (BTreeSet::new(), BTreeSet::new());
    for batch in PAYLOADS.chunks(BATCH) {
        let articles: Vec<_> = batch.iter().map(|one| everywhere(&one.html)).collect();
        open(t, &articles).await?;
        let breaks = format!("[...breaks(root), ...{}]", breaks_in_body());
        for (payload, breaks) in batch.iter().zip(each(t, batch.len(), &breaks).await?) {
            if breaks != json!([]) {
                broken.push(format!("{}: {}\n  {breaks}", payload.source, payload.html));
            }
        }
        let shown = "[...root.querySelectorAll('img')].flatMap(({ src, srcset }) => [src, ...candidates(srcset)])";
        images.extend(each(t, batch.len(), shown).await?.iter().flat_map(texts));
        each(t, batch.len(), "provoke(root)").await?;
        t.frames().await?;
        let ran = t.get("__ran").await?;
        if ran != json!([]) {
            broken.push(format!("ran in a page of {} payloads: {ran}", batch.len()));
        }
        let around = "[document.title, document.querySelectorAll('script, iframe, link, style, meta').length,
            document.body.children.length]";
        let around = t.get(around).await?;
        let expected = json!(["صفحة الشريك", 5, batch.len() + 3]);
        same(around, expected, "the page around")?;
        refused.extend(texts(&t.get("__seen.refused").await?));
    }
    // The engine asks for the page's icon by itself.
    refused.retain(|one| !one.contains("/favicon.ico"));
    let image = |one: &&String| {
        let address = one.strip_prefix("img-src refused ").unwrap_or(one);
        images.contains(address.trim())
    };
    let other: Vec<_> = refused.iter().filter(|one| !image(one)).collect();
    ensure!(
        other.is_empty(),
        "refused besides images of the articles: {other:?}"
    );
    // What left for a third party fails the trial by itself.
    let own = ["/page-", "/recorder.js", "/traps.js", "/favicon.ico"];
    for (origin, own) in [
        (&t.partner, &own[..]),
        (&t.cdn, &["/qari", "/touch.js", "/plain.js", "/words/"]),
    ] {
        let asked = origin.requests().into_iter().map(|request| request.target);
        let odd: Vec<_> = asked
            .filter(|target| !own.iter().any(|start| target.starts_with(start)))
            .collect();
        ensure!(odd.is_empty(), "requests: {odd:?}");
    }
    let asked = t.api.requests().len();
    same(asked, PAYLOADS.len(), "requests to the API")?;
    println!(
        "{}: payloads tried in a page: {}; broken: {}; image addresses: {}, of which asked for and refused: {}; {:.0?}",
        t.engine.name(),
        PAYLOADS.len(),
        broken.len(),
        images.len(),
        refused.len(),
        start.elapsed()
    );
    ensure!(broken.is_empty(), "{}", broken.join("\n"));
    Ok(())
}

fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten();
    texts.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// A check that nothing can fail proves nothing.
async fn the_traps_catch_what_does_run(t: &Trial) -> Result<()> {
    open(t, &[article("<p>نص.</p>")]).await?;
    let hostile = r#"<img src=x onerror="alert(1)"><p id=a style="color:red">
        <a href="java&#9;script:alert(2)">نص</a><svg><a xlink:href="javascript:3"></a></svg>
        <iframe src="data:text/html,x"></iframe><b onfocus="document.write(1)">نص</b>"#;
    t.js(&format!("part('body').innerHTML = {}", json!(hostile)))
        .await?;
    t.wait_for("__ran.includes('window.alert(1)')", "the trap")
        .await?;
    each(t, 1, "provoke(root)").await?;
    let ran = t.get("__ran.includes('document.write(1)')").await?;
    same(ran, json!(true), "a handler that runs is kept")?;
    let found = each(t, 1, &breaks_in_body()).await?.remove(0).to_string();
    for kind in ["element", "handler", "attribute", "scheme"] {
        ensure!(
            found.contains(&format!("\"{kind}: ")),
            "no {kind} in {found}"
        );
    }
    Ok(())
}

async fn the_tree_is_the_native_one(t: &Trial) -> Result<()> {
    let start = Instant::now();
    let mut bodies: Vec<_> = PAYLOADS
        .iter()
        .map(|payload| (payload.source.clone(), payload.html.clone()))
        .collect();
    bodies.extend(fixtures()?);
    let articles: Vec<_> = bodies.iter().map(|(_, html)| article(html)).collect();
    let natives = native::outlines(articles.clone())?;
    let mut shown = Vec::new();
    for batch in articles.chunks(BATCH) {
        open(t, batch).await?;
        shown.extend(each(t, batch.len(), "body && outline(body)").await?);
    }
    let (mut unexpected, mut known) = (Vec::new(), BTreeSet::new());
    for (((source, html), native), shown) in bodies.iter().zip(&natives).zip(&shown) {
        let reason = DIFFERENT
            .iter()
            .find(|(engine, part, _)| *engine == t.engine && html.contains(part));
        match reason {
            _ if native == shown => {}
            Some((_, _, reason)) => _ = known.insert(*reason),
            None => unexpected.push(format!(
                "{source}: {html}\n  native: {native}\n  page:   {shown}"
            )),
        }
    }
    println!(
        "{}: trees compared: {}; unlike the native one: {}; for known reasons: {known:?}; {:.0?}",
        t.engine.name(),
        bodies.len(),
        unexpected.len(),
        start.elapsed()
    );
    ensure!(unexpected.is_empty(), "{}", unexpected.join("\n"));
    Ok(())
}

/// Name and HTML of the fixtures of bodies.
fn fixtures() -> Result<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/body");
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let file = file?.path();
        if file.extension().is_some_and(|ending| ending == "html") {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            found.push((name.into_owned(), std::fs::read_to_string(&file)?));
        }
    }
    found.sort();
    Ok(found)
}
