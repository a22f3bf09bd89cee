//! The hosts of `docs/EMBEDDING.md`, a site of each: `tests/hosts`, built by `cargo xtask test hosts`.
//!
//! In each the reader shows; the visitor goes to a page without one, back, and again by the browser's own buttons. There is
//! never a second reader, and nothing of one that is gone.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use super::living::LEDGER;
use crate::articles::{TITLE, short};
use crate::harness::{Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![hosts::{
    turbo_goes_and_comes_back,
    htmx_goes_and_comes_back,
    astro_goes_and_comes_back,
    next_goes_and_comes_back,
    a_tag_manager_goes_and_comes_back,
    shopify_goes_and_comes_back,
    a_section_of_shopify_that_comes_anew_has_one_reader,
    blogger_goes_and_comes_back,
}];

/// Puts a site on the partner's origin; its pages name the trial's CDN where they name `cdn.example`.
async fn open(t: &Trial, host: &str) -> Result<()> {
    let built = std::env::var_os("QARI_HOSTS").context("QARI_HOSTS is not set")?;
    let folder = PathBuf::from(built).join(host);
    serve_pages(t, &folder, "/")
        .with_context(|| format!("no site of {host} (run `cargo xtask test hosts`)"))?;
    t.partner.serve_folder(folder);
    t.partner.serve("/article.json", Reply::json(short()));
    t.go(&(t.partner.url() + "/")).await
}

/// Serves each page of a folder by its name, and that of the folder by the folder's; each records what goes wrong in it.
fn serve_pages(t: &Trial, folder: &Path, address: &str) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.context("a file without a name")?;
        if path.is_dir() {
            serve_pages(t, &path, &format!("{address}{name}/"))?;
        } else if name.ends_with(".html") {
            let html = std::fs::read_to_string(&path)?;
            let html = html
                .replacen(
                    "<head>",
                    &format!("<head><script src='/recorder.js'></script>{LEDGER}"),
                    1,
                )
                .replace("https://cdn.example", &t.cdn.url())
                .replace("<script async", "<script crossorigin async");
            let reply = || Reply::html(&html).header("Cache-Control", "no-store");
            if name == "index.html" {
                t.partner.serve(address, reply());
            }
            t.partner.serve(&format!("{address}{name}"), reply());
        } else if name.ends_with(".js") {
            let text = std::fs::read_to_string(&path)?;
            t.partner
                .serve(&format!("{address}{name}"), Reply::script(text));
        }
    }
    Ok(())
}

/// The page with the article: one reader, and it is whole.
async fn has_one_reader(t: &Trial, when: &str) -> Result<()> {
    t.wait_for(
        "state() === 'ready' && !document.getElementById('elsewhere')",
        when,
    )
    .await?;
    same(
        t.get("[document.querySelectorAll('qari-reader').length, text('title')]")
            .await?,
        json!([1, TITLE]),
        when,
    )
}

/// The page without an article.
async fn has_none(t: &Trial, when: &str) -> Result<()> {
    t.wait_for(
        "Boolean(document.getElementById('elsewhere')) && !document.querySelector('qari-reader')",
        when,
    )
    .await?;
    t.check_quiet().await
}

async fn goes_and_comes_back(t: &Trial, host: &str) -> Result<()> {
    open(t, host).await?;
    has_one_reader(t, "at first").await?;
    follow(t, "away").await?;
    has_none(t, "away").await?;
    follow(t, "home").await?;
    has_one_reader(t, "home again").await?;
    follow(t, "away").await?;
    has_none(t, "away again").await?;
    // What is outside a reader, in the same document or the next: as much as a reader before left, and no more.
    let outside = t.number("window.ledger ? ledger.size : 0").await?;
    for _ in 0..2 {
        step(t, "back").await?;
        has_one_reader(t, "by the button back").await?;
        step(t, "forward").await?;
        has_none(t, "by the button forward").await?;
    }
    t.wait_for(
        &format!("!window.ledger || ledger.size <= {outside}"),
        "the end of every listener and interval",
    )
    .await?;
    same(
        t.get("[...document.querySelectorAll('script[src*=\"qari.js\"]')].length < 2")
            .await?,
        true,
        "scripts",
    )
}

/// A link. Clicked in the page: WebKit's driver may never answer a click that leads to another page.
async fn follow(t: &Trial, id: &str) -> Result<()> {
    t.wait_for(
        "document.readyState === 'complete' && !document.documentElement.ariaBusy",
        "the page's scripts",
    )
    .await?;
    t.js(&format!(
        "setTimeout(() => document.getElementById('{id}').click())"
    ))
    .await?;
    Ok(())
}

/// The browser's button. Not the driver's own command: WebKit's may never answer it.
async fn step(t: &Trial, way: &str) -> Result<()> {
    t.js(&format!("setTimeout(() => history.{way}())")).await?;
    Ok(())
}

async fn turbo_goes_and_comes_back(t: &Trial) -> Result<()> {
    goes_and_comes_back(t, "turbo").await
}

async fn htmx_goes_and_comes_back(t: &Trial) -> Result<()> {
    goes_and_comes_back(t, "htmx").await
}

async fn astro_goes_and_comes_back(t: &Trial) -> Result<()> {
    goes_and_comes_back(t, "astro").await
}

async fn next_goes_and_comes_back(t: &Trial) -> Result<()> {
    goes_and_comes_back(t, "next").await
}

async fn a_tag_manager_goes_and_comes_back(t: &Trial) -> Result<()> {
    goes_and_comes_back(t, "tag-manager").await
}

async fn shopify_goes_and_comes_back(t: &Trial) -> Result<()> {
    goes_and_comes_back(t, "shopify").await
}

async fn a_section_of_shopify_that_comes_anew_has_one_reader(t: &Trial) -> Result<()> {
    open(t, "shopify").await?;
    has_one_reader(t, "at first").await?;
    for _ in 0..3 {
        t.js("window.old = reader()").await?;
        t.click_on("document.getElementById('again')").await?;
        t.wait_for("Boolean(reader()) && reader() !== old", "another element")
            .await?;
        has_one_reader(t, "in the section that came").await?;
        same(t.get("old.state").await?, "idle", "the one before")?;
    }
    Ok(())
}

async fn blogger_goes_and_comes_back(t: &Trial) -> Result<()> {
    goes_and_comes_back(t, "blogger").await?;
    step(t, "back").await?;
    has_one_reader(t, "once more").await?;
    // The blog's own rules for what stands in a post.
    same(
        t.get("[style('body', 'letterSpacing'), style('body', 'textAlign')]")
            .await?,
        json!(["normal", "start"]),
        "letters and lines",
    )
}
