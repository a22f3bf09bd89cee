//! How long a reader waits: for the first text, against the barest script; for a larger text in a long article, against
//! laying out the whole of it.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::articles::long;
use crate::harness::cdp::Cdp;
use crate::harness::stage::dist;
use crate::harness::{Engine, Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![speed::{
    the_first_text_comes_as_soon_as_from_the_barest_script,
    the_first_screen_is_drawn_before_the_rest_is_made,
    a_size_change_takes_a_third_of_laying_out_ten_thousand_words,
}];

/// Paragraphs of some fifty words.
const PARAGRAPHS: usize = 200;
/// Measurements each way. The lower quartile counts: what else the machine does makes some larger, and the slow-down itself is
/// uneven, now and then a measurement escapes it.
const TIMES: usize = 15;
/// Presses A+ or A− in turn: the time from the press until the frame that shows it is over. The press is a frame's own, so
/// that waiting for the screen, which takes as long for little work as for much, is not measured.
const PRESS: &str = "new Promise((done) => requestAnimationFrame(() => {
    const button = part(Number(part('article').dataset.textSize) < 5 ? 'size-increase' : 'size-decrease');
    const { port1, port2 } = new MessageChannel();
    const start = performance.now();
    // The task after a frame's callbacks runs when it is laid out and painted.
    port1.onmessage = () => done(performance.now() - start);
    button.click();
    port2.postMessage(0);
}))";

/// What is in the first picture after `qari:ready`, and that the rest follows.
async fn the_first_screen_is_drawn_before_the_rest_is_made(t: &Trial) -> Result<()> {
    const BLOCKS: usize = 60;
    let head = "<script>addEventListener('qari:ready', ({ target: { shadowRoot } }) => {
        const blocks = () => shadowRoot.querySelector('[part~=body]').children.length;
        requestAnimationFrame(() => (window.drawn = blocks()));
    })</script>";
    t.api.serve("/article", Reply::json(long(BLOCKS)));
    t.open_ready(Page::element("{api}/article", "").head(head))
        .await?;
    t.wait_for(
        &format!("blocks().length === {BLOCKS}"),
        "the whole article",
    )
    .await?;
    same(t.get("drawn").await?, 12, "blocks in the first picture")
}

/// The time of a size change, as it is and with everything laid out, measured in turn: what else the machine does then
/// weighs on both alike.
async fn measure(t: &Trial) -> Result<(f64, f64)> {
    let mut times = [Vec::new(), Vec::new()];
    // The first round is the first time that much of this runs at all.
    for round in 0..=TIMES {
        for (times, rules) in times.iter_mut().zip(["off", "on"]) {
            t.js(&format!(
                "inside().adoptedStyleSheets.at(-1).disabled = '{rules}' === 'off'"
            ))
            .await?;
            t.frames().await?;
            let time = t.promised(PRESS).await?.as_f64().unwrap_or(f64::MAX);
            t.frames().await?;
            if round > 0 {
                times.push(time);
            }
        }
    }
    let [skipping, whole] = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[TIMES / 4]
    });
    Ok((skipping, whole))
}

async fn slow_down(t: &Trial, rate: u32) -> Result<()> {
    if t.engine == Engine::Chromium {
        let rate = json!({ "rate": rate });
        t.client
            .issue_cmd(Cdp("Emulation.setCPUThrottlingRate", rate))
            .await?;
    }
    Ok(())
}

/// Chromium alone can be slowed down to a cheap phone and measured. In every engine the cause is looked at: the body is not
/// rendered again, and what is off screen is passed over.
async fn a_size_change_takes_a_third_of_laying_out_ten_thousand_words(t: &Trial) -> Result<()> {
    let mut article = long(PARAGRAPHS);
    for block in article["body"].as_array_mut().into_iter().flatten() {
        // An element in each, which can be asked whether it is rendered.
        let text = block["text"]
            .as_str()
            .unwrap_or_default()
            .replacen(". ", ".</b> ", 1);
        *block = json!({ "type": "paragraph", "html": format!("<b>{text}") });
    }
    t.api.serve("/article", Reply::json(article));
    t.open_ready(Page::element("{api}/article", "")).await?;
    t.wait_for(
        &format!("blocks().length === {PARAGRAPHS}"),
        "the whole article",
    )
    .await?;
    let words = t
        .get("part('body').textContent.split(/\\s+/).length")
        .await?;
    ensure!(words.as_f64() > Some(9_500.0), "only {words} words");
    t.js("window.nodes = [...part('body').querySelectorAll('*')];
        window.changes = 0; new MutationObserver((list) => { changes += list.length; }).observe(part('body'), { childList: true, subtree: true, characterData: true, attributes: true })").await?;

    t.js("layOutAll()").await?;
    slow_down(t, 4).await?;
    let measured = measure(t).await;
    slow_down(t, 1).await?;
    let (skipping, whole) = measured?;
    println!(
        "{}: a size change in {skipping:.0} ms, in {whole:.0} ms with everything laid out",
        t.engine.name()
    );
    if t.engine == Engine::Chromium {
        ensure!(
            skipping <= whole / 3.0,
            "{skipping:.0} ms is more than a third of {whole:.0} ms"
        );
    }

    same(
        t.get("[changes, (([...now]) => now.length === nodes.length && now.every((node, n) => node === nodes[n]))(part('body').querySelectorAll('*'))]")
            .await?,
        json!([0, true]),
        "changes in the body, and whether its nodes are the same",
    )?;
    skipped(t).await
}

/// What is off screen is not rendered; what is on it is.
async fn skipped(t: &Trial) -> Result<()> {
    t.js("inside().adoptedStyleSheets = inside().adoptedStyleSheets.slice(0, -1); scrollTo({ top: 0, behavior: 'instant' })")
        .await?;
    t.wait_for(
        "(([first, ...rest]) => first.checkVisibility({ contentVisibilityAuto: true }) && !rest.at(-1).checkVisibility({ contentVisibilityAuto: true }) && rest.filter((b) => b.checkVisibility({ contentVisibilityAuto: true })).length < 60)(part('body').querySelectorAll('b'))",
        "blocks that are passed over",
    )
    .await
}

/// All that a script can leave out: one file, one request, paragraphs.
const BARE: &str = "fetch(document.currentScript.dataset.src).then((answer) => answer.json()).then(({ title, body }) => {
    const box = document.createElement('div');
    const add = (tag, text) => { box.appendChild(document.createElement(tag)).textContent = text; };
    box.id = 'bare';
    add('h1', title);
    for (const { text, html } of body) if (text || html) add('p', text || html);
    document.body.append(box);
})";
/// Looks at each frame whether the headline is there, and notes when.
const LOOK: &str = "<script>{
    const look = () => {
        const root = document.getElementById('bare') ?? document.querySelector('qari-reader')?.shadowRoot;
        if (root?.querySelector('h1')?.getClientRects().length) window.first = performance.now();
        else requestAnimationFrame(look);
    };
    look();
}</script>";
/// A round trip, and bytes a second, of what browsers' tools call Slow 4G.
const LATENCY: Duration = Duration::from_millis(560);
const BYTES: f64 = 180_000.0;
/// Pages of each kind, at least and at most. The fastest of each is compared: what else a machine does only ever adds, so
/// more pages only come nearer to the truth.
const ROUNDS: std::ops::Range<usize> = 5..15;
/// How much longer than the barest script's the reader's first text may take.
const LIMIT: f64 = 1.1;

async fn network(t: &Trial, bytes: f64) -> Result<()> {
    if t.engine == Engine::Chromium {
        let conditions = json!({ "offline": false, "latency": 0, "downloadThroughput": bytes, "uploadThroughput": bytes });
        t.client.issue_cmd(Cdp("Network.enable", json!({}))).await?;
        t.client
            .issue_cmd(Cdp("Network.emulateNetworkConditions", conditions))
            .await?;
    }
    Ok(())
}

/// Every page is cold, and every answer a round trip away; in Chromium the network is narrow and the processor slow too.
async fn the_first_text_comes_as_soon_as_from_the_barest_script(t: &Trial) -> Result<()> {
    t.api.serve(
        "/article",
        Reply::packed(&dist()?, "demo/articles/train.json"),
    );
    t.cdn.serve(
        "/bare.js",
        Reply::script(BARE).header("Cache-Control", "no-store"),
    );
    for file in [
        "/qari.js",
        "/qari-reader.js",
        "/qari-reader_bg.wasm",
        "/qari.css",
        "/words/ar.json",
    ] {
        t.cdn.serve(file, Reply::packed(&dist()?, file));
    }
    for origin in [&t.partner, &t.cdn, &t.api] {
        origin.slow(LATENCY);
    }
    slow_down(t, 4).await?;
    network(t, BYTES).await?;
    let measured = first_texts(t).await;
    slow_down(t, 1).await?;
    network(t, -1.0).await?;
    let [bare, qari] = measured?;
    println!(
        "{}: the first text after {qari:.0} ms, from the barest script after {bare:.0} ms",
        t.engine.name()
    );
    ensure!(
        qari <= bare * LIMIT,
        "{qari:.0} ms is more than {LIMIT} of {bare:.0} ms"
    );
    Ok(())
}

/// The fastest page with the barest script, and with the reader, opened in turn.
async fn first_texts(t: &Trial) -> Result<[f64; 2]> {
    let mut best = [f64::MAX; 2];
    for round in 1..=ROUNDS.end {
        for (best, script) in best.iter_mut().zip(["bare", "qari"]) {
            let tag = format!(
                r#"<script async src="{{cdn}}/{script}.js" data-src="{{api}}/article" data-base-url="{{cdn}}/demo/articles/" data-loading="eager"></script>"#
            );
            t.open(Page::new(tag).head(LOOK)).await?;
            t.wait_for("window.first > 0", "the first text").await?;
            *best = best.min(t.number("window.first").await?);
        }
        if round >= ROUNDS.start && best[1] <= best[0] * LIMIT {
            break;
        }
    }
    Ok(best)
}
