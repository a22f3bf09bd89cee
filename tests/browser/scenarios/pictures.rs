//! Every state of the gallery (`tests/gallery`) as a picture, compared with the accepted one: on a phone and on a desktop,
//! in the system's light and dark, right to left and left to right side by side. What no measure names shows here.
//!
//! In Chromium alone, where the protocol takes the whole of a high page and sets the system's scheme. What another engine
//! draws otherwise is measured (`looks`, `geometry`).

use anyhow::{Result, ensure};
use serde_json::json;

use super::gallery::{THERE, open};
use super::screenshots::{emulate, stop_emulating};
use crate::harness::cdp::Cdp;
use crate::harness::picture::{Cell, compare, taken};
use crate::harness::{Reply, Scenario, Trial};

pub const SCENARIOS: &[Scenario] = crate::scenarios![pictures::{
    themes,
    sizes,
    widths,
    fonts,
    languages,
    settings,
    parts,
    reading,
    loading,
    errors,
}];

/// Stands for every photograph, so that the files stay small: its edges and diagonals show how it is cut.
const PHOTOGRAPH: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="640" height="427" viewBox="0 0 640 427"><path fill="#8ab" stroke="#357" stroke-width="8" d="M4 4h632v419H4zL636 423M636 4 4 423"/></svg>"##;

/// No section is as high, in CSS pixels.
const HIGHEST: u32 = 8000;

/// Rules for what would not be the same in two pictures: what moves stands still, at its end; letters stand where they
/// are computed, for where Chromium rounds, A− and A+ differ from process to process.
const STILL: &str = "*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; text-rendering: geometricPrecision !important }";

/// Holds everything still, in each reader and each frame, and writes one address and one time for those that vary.
/// Done when every picture and font is there.
const HOLD: &str = "(async () => {
    const pages = [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)];
    const readers = pages.flatMap((page) => [...page.querySelectorAll('qari-reader')]);
    for (const { shadowRoot: root, ownerDocument: page } of readers) {
        const sheet = new page.defaultView.CSSStyleSheet();
        sheet.replaceSync(STILL);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        for (const told of root.querySelectorAll('[part=debug] code'))
            told.textContent = told.textContent.replace(/127.0.0.1:\\d+/g, 'news.example');
        // Times, and what was fetched: numbers alone, but for the size.
        for (const line of [...root.querySelectorAll('[part=debug] p')]) {
            const numbers = [...line.querySelectorAll('code')].filter((told) => /^\\d+$/.test(told.textContent));
            if (numbers.length === 1 || (numbers.length === 3 && line.nextSibling?.localName === 'button')) line.remove();
        }
    }
    for (const page of pages) await page.fonts.ready;
    for (const host of document.querySelectorAll('.host[data-end]')) host.scrollTop = 1e6;
    return readers.length;
})()";

/// Whether every photograph that is seen has come.
const PHOTOGRAPHS: &str = "(() => {
    const pages = [document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)];
    const all = pages.flatMap((page) => [...page.querySelectorAll('qari-reader')]).flatMap((el) => [...el.shadowRoot.querySelectorAll('img')]);
    const isNear = (img) => {
        const { top, bottom } = rect(img);
        const box = img.getRootNode().host.closest('.host');
        const [from, to] = box ? [rect(box).top, rect(box).bottom] : [0, img.ownerDocument.defaultView.innerHeight];
        return isSeen(img) && bottom > from && top < to;
    };
    return all.filter(isNear).every((img) => img.complete && img.naturalWidth > 0);
})()";

/// Where each cell's reader stands, and what is written above it.
const CELLS: &str = "[...document.querySelectorAll('.cell')].map((cell) => {
    const { left, top, right, bottom } = rect(cell.querySelector('.host'));
    const name = cell.querySelector('h3').textContent;
    return { name, ...Object.fromEntries(Object.entries({ left, top, right, bottom }).map(([side, at]) => [side, Math.round(at)])) };
})";

/// Tells the page that the system has this scheme, and wants nothing to move.
async fn prefer(t: &Trial, scheme: &str) -> Result<()> {
    let features = json!({ "features": [
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ] });
    t.client
        .issue_cmd(Cdp("Emulation.setEmulatedMedia", features))
        .await?;
    t.wait_for(
        &format!("matchMedia('(prefers-color-scheme: {scheme})').matches"),
        "the system's scheme",
    )
    .await
}

/// Takes the section on both screens, in light and dark, and compares each picture.
async fn section(t: &Trial, name: &str, screens: &[&str], schemes: &[&str]) -> Result<()> {
    for photograph in ["boats", "door", "palms", "walls"] {
        let svg = Reply::new("image/svg+xml", PHOTOGRAPH);
        t.cdn
            .serve(&format!("/demo/img/{photograph}-640.webp"), svg.clone());
        t.cdn
            .serve(&format!("/demo/img/{photograph}-1200.webp"), svg);
    }
    let mut wrong = Vec::new();
    for screen in screens {
        // High enough for all of it, so that none waits to come near and the page never scrolls.
        emulate(t, ("gallery", 1600, HIGHEST, 1.0)).await?;
        prefer(t, "light").await?;
        open(t, name, screen).await?;
        t.wait_for("Boolean(document.querySelector('.cell'))", "the cells")
            .await?;
        let height = t.number("Math.ceil(rect(document.body).bottom)").await?;
        ensure!(height < f64::from(HIGHEST), "the section is {height} high");
        emulate(t, ("gallery", 1600, height as u32, 1.0)).await?;
        t.wait_for(THERE, "every state").await?;
        t.promised(&HOLD.replace("STILL", &json!(STILL).to_string()))
            .await?;
        t.wait_for(PHOTOGRAPHS, "the photographs").await?;
        let cells: Vec<Cell> = serde_json::from_value(t.get(CELLS).await?)?;
        for scheme in schemes {
            prefer(t, scheme).await?;
            t.frames().await?;
            let picture = taken(t).await?;
            wrong.extend(compare(
                &format!("{name}-{screen}-{scheme}"),
                picture,
                &cells,
            )?);
        }
    }
    t.client
        .issue_cmd(Cdp("Emulation.setEmulatedMedia", json!({ "features": [] })))
        .await?;
    stop_emulating(t).await?;
    ensure!(
        wrong.is_empty(),
        "not as accepted; each has its picture, the accepted one and the difference in target/failed. If it is meant so: \
         `cargo xtask screenshots --accept`.\n  {}",
        wrong.join("\n  ")
    );
    Ok(())
}

const BOTH: &[&str] = &["phone", "desktop"];
const ALL_SCHEMES: &[&str] = &["light", "dark"];

/// The themes are named; the automatic one is what every other section shows.
async fn themes(t: &Trial) -> Result<()> {
    section(t, "themes", BOTH, &["light"]).await
}

async fn sizes(t: &Trial) -> Result<()> {
    section(t, "sizes", BOTH, ALL_SCHEMES).await
}

/// Phones and desktops side by side.
async fn widths(t: &Trial) -> Result<()> {
    section(t, "widths", &["phone"], ALL_SCHEMES).await
}

async fn fonts(t: &Trial) -> Result<()> {
    section(t, "fonts", BOTH, ALL_SCHEMES).await
}

async fn languages(t: &Trial) -> Result<()> {
    section(t, "languages", BOTH, ALL_SCHEMES).await
}

async fn settings(t: &Trial) -> Result<()> {
    section(t, "settings", BOTH, ALL_SCHEMES).await
}

async fn parts(t: &Trial) -> Result<()> {
    section(t, "parts", BOTH, ALL_SCHEMES).await
}

async fn reading(t: &Trial) -> Result<()> {
    section(t, "reading", BOTH, ALL_SCHEMES).await
}

async fn loading(t: &Trial) -> Result<()> {
    section(t, "loading", BOTH, ALL_SCHEMES).await
}

async fn errors(t: &Trial) -> Result<()> {
    section(t, "errors", BOTH, ALL_SCHEMES).await
}
