//! The gallery of states (`tests/gallery`): that each of them comes about, and, where pictures are wanted, how they look.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::screenshots::{emulate, picture, stop_emulating};
use crate::harness::{Engine, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![gallery::{
    every_fault_is_shown,
    the_skeleton_stands_on_the_hosts_ground,
    every_state_of_reading_comes_about,
    every_language_speaks_in_its_settings,
    a_fault_is_shown_with_and_without_children,
}];

pub const PICTURES: &[Scenario] = crate::scenarios![screenshots::{
    gallery,
}];

/// Every section but the languages, which `words` is about.
const SECTIONS: [&str; 9] = [
    "themes", "sizes", "widths", "fonts", "settings", "parts", "reading", "loading", "errors",
];

/// Every reader of the section has come to its end, but for those that are to be seen before it.
pub const THERE: &str = "(() => {
    const readers = [...document.querySelectorAll('qari-reader')];
    // A fault is told when its words are there.
    const settled = (el) => el.dataset.state === 'ready' || el.shadowRoot?.querySelector('[part=error]') || (el.dataset.src.endsWith('never') && !el.dataset.timeout && el.dataset.state === 'loading');
    const framed = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument?.querySelector('qari-reader')?.shadowRoot);
    return readers.length > 1 && readers.every((el) => settled(el) && !el.classList.contains('going')) && framed.every((root) => root?.querySelector('[part=article], [part=error]'));
})()";

/// Opens one section, in cells for this screen (`phone`, `desktop`).
pub async fn open(t: &Trial, section: &str, screen: &str) -> Result<()> {
    let page = include_str!("../../gallery/index.html");
    let style = include_str!("../../gallery/gallery.css");
    let script = include_str!("../../gallery/gallery.js");
    t.partner.serve("/gallery/", Reply::html(page));
    t.partner
        .serve("/gallery/gallery.css", Reply::new("text/css", style));
    t.partner
        .serve("/gallery/gallery.js", Reply::script(script));
    t.go(&format!(
        "{}/gallery/?only={section}&screen={screen}&cdn={}",
        t.partner.url(),
        t.cdn.url()
    ))
    .await?;
    t.wait_for("Boolean(document.querySelector('.host'))", "the cells")
        .await
}

/// Each fault of the contract that a page can have, with a sentence in a reader of its own.
async fn every_fault_is_shown(t: &Trial) -> Result<()> {
    open(t, "errors", "phone").await?;
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
    open(t, "loading", "phone").await?;
    let seen = "(() => { const { left, top, width } = rect(reader()); return state() === 'loading' && inside().elementFromPoint(left + width / 2, top + 100)?.getAttribute('part'); })()";
    t.wait_for(&format!("{seen} === 'skeleton'"), "the skeleton in front")
        .await?;
    open(t, "errors", "phone").await?;
    t.wait_for(THERE, "every state").await?;
    let dark = "[...document.querySelectorAll('qari-reader[data-theme=dark]')].map((el) => getComputedStyle(el.shadowRoot.querySelector('.plain')).backgroundColor)";
    same(
        t.get(dark).await?,
        json!(["rgb(21, 24, 27)"]),
        "the dark fault",
    )
}

/// The frames' readers are in the states that they are named after, the others at the end of the article.
async fn every_state_of_reading_comes_about(t: &Trial) -> Result<()> {
    open(t, "reading", "phone").await?;
    t.wait_for(THERE, "every state").await?;
    let root = |name: &str| {
        format!(
            "document.querySelector('iframe[title={name}]').contentDocument.querySelector('qari-reader').shadowRoot"
        )
    };
    for (name, seen) in [
        (
            "listening",
            "root.querySelector('[part~=listen]').ariaExpanded === 'true' && isSeen(root.querySelector('.listening'))",
        ),
        (
            "returning",
            "isSeen(root.querySelector('.returning button'))",
        ),
        (
            "focus",
            "getComputedStyle(root.querySelector('[part=breadcrumb] a')).outlineStyle === 'solid'",
        ),
        (
            "print",
            "root.querySelector('article').childElementCount > 0 && !isSeen(root.querySelector('[part=toolbar]'))",
        ),
    ] {
        let seen = format!("((root) => Boolean({seen}))({})", root(name));
        t.wait_for(&seen, name).await?;
    }
    let at_end = "[...document.querySelectorAll('.host')].filter((host) => host.querySelector('qari-reader')).map((host) => host.scrollTop + host.clientHeight > host.scrollHeight - 2)";
    t.wait_for(
        &format!("((all) => all.length === 2 && all.every(Boolean))({at_end})"),
        "the end of the article in both",
    )
    .await
}

/// The settings, open, in each of the seven languages.
async fn every_language_speaks_in_its_settings(t: &Trial) -> Result<()> {
    open(t, "languages", "phone").await?;
    let hosts = "document.querySelectorAll('.host')";
    // Lazy ones wait until they are near, so low cells, and not before all are there.
    t.wait_for(&format!("{hosts}.length === 7"), "seven cells")
        .await?;
    t.js(&format!(
        "{hosts}.forEach((host) => {{ host.style.height = '60px'; }})"
    ))
    .await?;
    let opened = "readers.every((el) => el.shadowRoot?.querySelector('.sheet'))";
    let readers = "[...document.querySelectorAll('qari-reader')]";
    t.wait_for(
        &format!("((readers) => readers.length === 7 && {opened})({readers})"),
        "the settings of seven",
    )
    .await?;
    let words = format!(
        "new Set({readers}.map((el) => tidy(el.shadowRoot.querySelector('.sheet').textContent))).size"
    );
    same(t.get(&words).await?, 7, "different words")
}

/// A reader with the owner's link in it keeps it; one without has a sentence of its own.
async fn a_fault_is_shown_with_and_without_children(t: &Trial) -> Result<()> {
    open(t, "errors", "phone").await?;
    t.js("document.querySelectorAll('.host').forEach((host) => { host.style.height = '60px'; })")
        .await?;
    t.wait_for(THERE, "every state").await?;
    let seen = "['network, ar', 'network, with a fallback'].map((name) => {
        const cell = [...document.querySelectorAll('.cell')].find((cell) => cell.querySelector('h3').textContent.startsWith(name + ' ·'));
        const link = cell.querySelector('qari-reader > a');
        return [isSeen(cell.querySelector('qari-reader').shadowRoot.querySelector('[part=error]')), Boolean(link), isSeen(link)];
    })";
    same(
        t.get(seen).await?,
        json!([[true, false, false], [true, true, true]]),
        "the fault, the owner's link, and whether it is seen",
    )
}

/// A picture of each section, all of it.
async fn gallery(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        return Ok(());
    }
    for section in SECTIONS {
        emulate(t, ("gallery", 1600, 900, 1.0)).await?;
        open(t, section, "phone").await?;
        // High enough for all of it, so that none waits to come near.
        let height = t.number("document.documentElement.scrollHeight").await?;
        emulate(t, ("gallery", 1600, height as u32, 1.0)).await?;
        t.wait_for(THERE, "every state").await?;
        picture(t, &format!("gallery-{section}")).await?;
    }
    stop_emulating(t).await
}
