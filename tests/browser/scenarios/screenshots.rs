//! Not a proof but pictures for the docs, taken only when `QARI_SCREENSHOTS` names a folder for them.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use crate::harness::cdp::Cdp;
use crate::harness::{Engine, Page, Scenario, Trial};

pub const SCENARIOS: &[Scenario] = crate::scenarios![screenshots::{
    reader,
    demo,
}];

/// Whether pictures are wanted, and where.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("QARI_SCREENSHOTS").map(PathBuf::from)
}

/// Name, width and height in CSS pixels, device pixels for one of them.
type Screen = (&'static str, u32, u32, f64);
const PHONE: Screen = ("phone", 360, 780, 2.0);
const DESKTOP: Screen = ("desktop", 1280, 900, 1.0);

/// A quiet site around the reader.
const SITE: &str = "<style>
    body { margin: 0; font: 16px/1.6 system-ui, sans-serif; background: light-dark(#fff, #14171a); color: light-dark(#1b1b1b, #e8e6e3) }
    #before, #after { margin: 0; padding: 12px 16px; background: light-dark(#f1efe9, #23272c); font-weight: 600 }
</style>";

async fn take(t: &Trial, name: &str) -> Result<()> {
    t.wait_state("ready").await?;
    let loaded = "[...document.images, ...inside().querySelectorAll('img')].filter((img) => rect(img).top < innerHeight).every((img) => img.complete)";
    t.wait_for(loaded, "the pictures in view").await?;
    t.wait_for("document.fonts.status === 'loaded'", "the fonts")
        .await?;
    t.frames().await?;
    let file = folder()
        .context("QARI_SCREENSHOTS is not set")?
        .join(format!("{name}.png"));
    std::fs::write(&file, t.client.screenshot().await?)
        .with_context(|| format!("cannot write {}", file.display()))
}

async fn open_sample(t: &Trial, theme: &str, direction: &'static str, size: u8) -> Result<()> {
    let (sample, language) = if direction == "rtl" {
        ("train", "ar")
    } else {
        ("latin", "fr")
    };
    let attributes = format!(
        r#"data-theme="{theme}" data-text-size="{size}" data-base-url="{{cdn}}/articles/""#
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

/// The demo page as it is served.
async fn demo(t: &Trial) -> Result<()> {
    if t.engine != Engine::Chromium {
        return Ok(());
    }
    for screen in [PHONE, DESKTOP] {
        emulate(t, screen).await?;
        t.go(&(t.cdn.url() + "/index.html")).await?;
        take(t, &format!("demo-{}", screen.0)).await?;
    }
    stop_emulating(t).await
}

/// Only Chromium's protocol can set a screen's size and density.
async fn emulate(t: &Trial, (_, width, height, density): Screen) -> Result<()> {
    let screen =
        json!({ "width": width, "height": height, "deviceScaleFactor": density, "mobile": false });
    t.client
        .issue_cmd(Cdp("Emulation.setDeviceMetricsOverride", screen))
        .await?;
    Ok(())
}

async fn stop_emulating(t: &Trial) -> Result<()> {
    t.client
        .issue_cmd(Cdp("Emulation.clearDeviceMetricsOverride", json!({})))
        .await?;
    Ok(())
}
