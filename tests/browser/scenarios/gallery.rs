//! The gallery of states (`tests/gallery`): that each of them comes about, and, where pictures are wanted, how they look.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::screenshots::{emulate, picture, stop_emulating};
use crate::harness::{Engine, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![gallery::{
    every_fault_is_shown,
    the_skeleton_stands_on_the_hosts_ground,
}];

pub const PICTURES: &[Scenario] = crate::scenarios![screenshots::{
    gallery,
}];

/// Every section but the languages, which `words` is about.
const SECTIONS: [&str; 9] = [
    "themes", "sizes", "widths", "fonts", "settings", "parts", "reading", "loading", "errors",
];

/// Every reader of the section has come to its end, but for those that are to be seen before it.
const THERE: &str = "(() => {
    const readers = [...document.querySelectorAll('qari-reader')];
    // A fault is told when its words are there.
    const settled = (el) => el.dataset.state === 'ready' || el.shadowRoot?.querySelector('[part=error]') || (el.dataset.src.endsWith('never') && !el.dataset.timeout && el.dataset.state === 'loading');
    const framed = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.querySelector('qari-reader')?.shadowRoot);
    return readers.length > 2 && readers.every((el) => Boolean(settled(el))) && framed.every((root) => root?.querySelector('[part=article]'));
})()";

async fn open(t: &Trial, section: &str) -> Result<()> {
    let page = include_str!("../../gallery/index.html");
    let style = include_str!("../../gallery/gallery.css");
    let script = include_str!("../../gallery/gallery.js");
    t.partner.serve("/gallery/", Reply::html(page));
    t.partner
        .serve("/gallery/gallery.css", Reply::new("text/css", style));
    t.partner
        .serve("/gallery/gallery.js", Reply::script(script));
    t.go(&format!(
        "{}/gallery/?only={section}&cdn={}",
        t.partner.url(),
        t.cdn.url()
    ))
    .await
}

/// Each fault of the contract that a page can have, with a sentence in a reader of its own.
async fn every_fault_is_shown(t: &Trial) -> Result<()> {
    open(t, "errors").await?;
    // Lazy ones in frames wait until they are near.
    t.js("document.querySelectorAll('.host').forEach((host) => { host.style.height = '60px'; })")
        .await?;
    t.wait_for(THERE, "every state").await?;
    let faults = t
        .get("[...document.querySelectorAll('qari-reader')].map((el) => [el.dataset.src, el.dataset.state, Boolean(el.shadowRoot.querySelector('[part=error] p')?.textContent.trim())])")
        .await?;
    let faults = faults.as_array().cloned().unwrap_or_default();
    ensure!(faults.len() >= 10, "only {faults:?}");
    for fault in faults {
        ensure!(
            fault[1] == "error" && fault[2] == Value::Bool(true),
            "no fault shown: {fault}"
        );
    }
    Ok(())
}

/// A box of the host's with a colour of its own must not cover it, and a fault is shown in the owner's theme.
async fn the_skeleton_stands_on_the_hosts_ground(t: &Trial) -> Result<()> {
    open(t, "loading").await?;
    let seen = "(() => { const { left, top, width } = rect(reader()); return state() === 'loading' && inside().elementFromPoint(left + width / 2, top + 100)?.getAttribute('part'); })()";
    t.wait_for(&format!("{seen} === 'skeleton'"), "the skeleton in front")
        .await?;
    open(t, "errors").await?;
    t.wait_for(THERE, "every state").await?;
    let dark = "[...document.querySelectorAll('qari-reader[data-theme=dark]')].map((el) => getComputedStyle(el.shadowRoot.querySelector('.plain')).backgroundColor)";
    same(
        t.get(dark).await?,
        json!(["rgb(21, 24, 27)"]),
        "the dark fault",
    )
}

/// A picture of each section, all of it.
async fn gallery(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        return Ok(());
    }
    for section in SECTIONS {
        emulate(t, ("gallery", 1600, 900, 1.0)).await?;
        open(t, section).await?;
        // High enough for all of it, so that none waits to come near.
        let height = t.number("document.documentElement.scrollHeight").await?;
        emulate(t, ("gallery", 1600, height as u32, 1.0)).await?;
        t.wait_for(THERE, "every state").await?;
        picture(t, &format!("gallery-{section}")).await?;
    }
    stop_emulating(t).await
}
