//! Not a proof but pictures for the docs, taken only when `QARI_SCREENSHOTS` names a folder for them.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use crate::harness::cdp::Cdp;
use crate::harness::{Engine, Page, Scenario, Trial};

pub const SCENARIOS: &[Scenario] = crate::scenarios![screenshots::{
    reader,
    settings,
    demo,
    themes,
    examples,
}];

/// Whether pictures are wanted, and where.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("QARI_SCREENSHOTS").map(PathBuf::from)
}

/// Name, width and height in CSS pixels, device pixels for one of them.
pub type Screen = (&'static str, u32, u32, f64);
const PHONE: Screen = ("phone", 360, 780, 2.0);
const DESKTOP: Screen = ("desktop", 1280, 900, 1.0);

/// A quiet site around the reader.
const SITE: &str = "<style>
    body { margin: 0; font: 16px/1.6 system-ui, sans-serif; background: light-dark(#fff, #14171a); color: light-dark(#1b1b1b, #e8e6e3) }
    #before, #after { margin: 0; padding: 12px 16px; background: light-dark(#f1efe9, #23272c); font-weight: 600 }
</style>";

async fn take(t: &Trial, name: &str) -> Result<()> {
    t.wait_state("ready").await?;
    picture(t, name).await
}

/// Takes a picture of what is on the screen once all of it is: fonts, and images not only loaded but decoded.
pub async fn picture(t: &Trial, name: &str) -> Result<()> {
    t.wait_for("document.fonts.status === 'loaded'", "the fonts")
        .await?;
    let decoded = "(() => {
        const roots = [document, ...[...document.querySelectorAll('qari-reader')].map((el) => el.shadowRoot)];
        const seen = roots.flatMap((root) => [...root.querySelectorAll('img')]).filter((img) => isSeen(img) && rect(img).top < innerHeight && rect(img).bottom > 0);
        return Promise.all(seen.map((img) => img.decode().catch(() => {}))).then(() => seen.every((img) => img.complete));
    })()";
    ensure!(t.promised(decoded).await? == true, "an image is missing");
    t.frames().await?;
    let folder = folder().context("QARI_SCREENSHOTS is not set")?;
    let (file, bytes) = match t.engine {
        Engine::Chromium => {
            let small = json!({ "format": "webp", "quality": 82 });
            let answer = t
                .client
                .issue_cmd(Cdp("Page.captureScreenshot", small))
                .await?;
            let data = answer["data"].as_str().context("no picture")?;
            (format!("{name}.webp"), BASE64_STANDARD.decode(data)?)
        }
        _ => (format!("{name}.png"), t.client.screenshot().await?),
    };
    let file = folder.join(file);
    std::fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

async fn open_sample(t: &Trial, theme: &str, direction: &'static str, size: u8) -> Result<()> {
    let (sample, language) = if direction == "rtl" {
        ("train", "ar")
    } else {
        ("latin", "fr")
    };
    let attributes = format!(
        r#"data-theme="{theme}" data-text-size="{size}" data-base-url="{{cdn}}/demo/articles/""#
    );
    let head = format!("{SITE}<style>:root {{ color-scheme: {theme} }}</style>");
    t.open(
        Page::element(&format!("{{api}}/{sample}.json"), &attributes)
            .language(language, direction)
            .head(&head),
    )
    .await
}

/// The reader on every screen, in both themes and directions, and in the smallest and the largest text.
async fn reader(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        t.client.set_window_size(DESKTOP.1, DESKTOP.2).await?;
        open_sample(t, "light", "rtl", 3).await?;
        take(t, &format!("desktop-light-rtl-3-{}", t.engine.name())).await?;
        return Ok(t.client.set_window_size(1024, 768).await?);
    }
    for screen in [PHONE, DESKTOP] {
        for theme in ["light", "dark"] {
            for direction in ["rtl", "ltr"] {
                for size in [1, 3, 9] {
                    emulate(t, screen).await?;
                    open_sample(t, theme, direction, size).await?;
                    take(t, &format!("{}-{theme}-{direction}-{size}", screen.0)).await?;
                }
            }
        }
    }
    stop_emulating(t).await
}

/// The settings, open on a phone.
async fn settings(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        return Ok(());
    }
    emulate(t, PHONE).await?;
    open_sample(t, "light", "rtl", 3).await?;
    t.wait_state("ready").await?;
    t.click("settings").await?;
    t.wait_for("Boolean(inside().querySelector('.sheet'))", "the settings")
        .await?;
    take(t, "phone-settings-rtl").await?;
    stop_emulating(t).await
}

/// The demo's pages as they are served, in the system's light and dark.
async fn demo(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        return Ok(());
    }
    for screen in [PHONE, DESKTOP] {
        for scheme in ["light", "dark"] {
            for (name, page) in [("demo", "index"), ("demo-french", "demo/partner")] {
                emulate(t, screen).await?;
                prefer(t, scheme).await?;
                t.go(&format!("{}/{page}.html", t.cdn.url())).await?;
                // The configurator's reader stands in the frame of its preview.
                t.wait_for(
                    "[document, ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)].some((page) => page?.querySelector('qari-reader')?.dataset.state === 'ready')",
                    "the reader",
                )
                .await?;
                picture(t, &format!("{name}-{}-{scheme}", screen.0)).await?;
            }
        }
    }
    prefer(t, "").await?;
    stop_emulating(t).await
}

/// Each theme of docs/THEMING.md, from the files that it shows: in Arabic on a phone, in French on a desk.
async fn themes(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        return Ok(());
    }
    // The same pixels everywhere, and few: they stand small in the document.
    for screen in [("phone", 360, 720, 1.5), ("desktop", 1100, 720, 1.0)] {
        for theme in ["newspaper", "tech", "literary", "brand"] {
            emulate(t, screen).await?;
            prefer(t, "light").await?;
            t.go(&format!("{}/demo/themes/{theme}.html", t.cdn.url()))
                .await?;
            t.wait_state("ready").await?;
            if screen.0 == "desktop" {
                t.js("Object.assign(document.documentElement, { lang: 'fr', dir: 'ltr' }); reader().dataset.src = 'article.fr.json'")
                    .await?;
                t.wait_for(
                    "state() === 'ready' && part('article').lang === 'fr-MA'",
                    "the French article",
                )
                .await?;
            }
            take(t, &format!("theme-{theme}-{}", screen.0)).await?;
        }
    }
    prefer(t, "").await?;
    stop_emulating(t).await
}

/// The page of examples.
async fn examples(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        return Ok(());
    }
    for screen in [PHONE, DESKTOP] {
        for scheme in ["light", "dark"] {
            emulate(t, screen).await?;
            prefer(t, scheme).await?;
            t.go(&format!(
                "{}/demo/attributes/index.html#data-theme",
                t.cdn.url()
            ))
            .await?;
            t.wait_for(
                "document.querySelector('#data-theme qari-reader')?.dataset.state === 'ready'",
                "the example",
            )
            .await?;
            picture(t, &format!("examples-{}-{scheme}", screen.0)).await?;
        }
    }
    prefer(t, "").await?;
    stop_emulating(t).await
}

/// The system's colours, as Chromium's protocol sets them; none takes that back.
async fn prefer(t: &Trial, scheme: &str) -> Result<()> {
    let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    t.client
        .issue_cmd(Cdp("Emulation.setEmulatedMedia", features))
        .await?;
    Ok(())
}

/// Only Chromium's protocol can set a screen's size and density.
pub async fn emulate(t: &Trial, (_, width, height, density): Screen) -> Result<()> {
    let screen =
        json!({ "width": width, "height": height, "deviceScaleFactor": density, "mobile": false });
    t.client
        .issue_cmd(Cdp("Emulation.setDeviceMetricsOverride", screen))
        .await?;
    Ok(())
}

pub async fn stop_emulating(t: &Trial) -> Result<()> {
    t.client
        .issue_cmd(Cdp("Emulation.clearDeviceMetricsOverride", json!({})))
        .await?;
    Ok(())
}
