//! The demo's pages, uploaded with `dist/` into a folder somewhere below a site's root.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::articles::short;
use crate::harness::stage::dist;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![demo::{
    nothing_scrolls_sideways_and_no_code_is_cut,
    the_french_page_works_where_it_is_uploaded,
    a_page_needs_nothing_of_the_demo,
}];

/// Where the folder was uploaded to.
pub(super) const FOLDER: &str = "/some/where/";

/// Serves what lies in `dist/` below [`FOLDER`] of the partner's site, as far as it is `wanted`.
pub(super) fn upload(t: &Trial, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    let dist = dist()?;
    let mut folders = vec![dist.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.strip_prefix(&dist)?;
            if !wanted(name) {
                continue;
            }
            match (path.is_dir(), name.to_str()) {
                (true, _) => folders.push(path),
                (false, Some(name)) => t
                    .partner
                    .serve(&format!("{FOLDER}{name}"), Reply::file(&dist, name)),
                (false, None) => {}
            }
        }
    }
    Ok(())
}

/// Watches a page of the folder as the partner's are watched, under a policy if there is one.
pub(super) fn watch(t: &Trial, name: &str, policy: Option<&str>) -> Result<()> {
    let html = std::fs::read_to_string(dist()?.join(name))
        .with_context(|| format!("dist/ has no {name}"))?;
    let html = html.replace(
        "<meta charset=\"utf-8\">",
        "<meta charset=\"utf-8\"><script src=\"/recorder.js\"></script>",
    );
    let mut reply = Reply::html(html).header("Cache-Control", "no-store");
    if let Some(policy) = policy {
        reply = reply.header("Content-Security-Policy", t.fill(policy));
    }
    t.partner.serve(&format!("{FOLDER}{name}"), reply);
    Ok(())
}

/// Opens a page of the folder in a frame of this width, and waits until `there` holds in it; `SEEN` is the frame's document
/// then.
async fn open_in_frame(t: &Trial, page: &str, width: u32, there: &str) -> Result<()> {
    // An address of its own: at the one that is open already, the page before would be taken for this one.
    let (name, _) = page.split_once('?').unwrap_or((page, "snippet"));
    let outer = format!("/frame/{width}/{name}{}", page.len());
    t.partner.serve(
        &outer,
        Reply::html(format!(
            r#"<!doctype html><meta charset="utf-8"><title>إطار</title><body style="margin: 0">
            <iframe src="{FOLDER}{page}" width="{width}" height="700" style="border: 0"></iframe>"#
        ))
        .header("Cache-Control", "no-store"),
    );
    t.go(&format!("{}{outer}", t.partner.url())).await?;
    t.wait_for(
        &format!("Boolean({SEEN}?.querySelector(\"{there}\"))"),
        "the page in the frame",
    )
    .await
}

/// The document in the frame.
const SEEN: &str = "document.querySelector('iframe').contentDocument";

/// What of the page, outside the reader, is wider than the room that it has. A closed `select` cuts its own words,
/// and WebKit counts them as its label's.
const TOO_WIDE: &str = "[...document.querySelector('iframe').contentDocument.querySelectorAll('*')]
    .filter((el) => el.matches('html') ? el.scrollWidth > el.clientWidth
        : el.clientWidth > 0 && !el.closest('.frame') && (el.scrollWidth > el.clientWidth + 1 || rect(el).right > frames[0].innerWidth + 1 || rect(el).left < -1) && !el.closest('.skip, label'))
    .map((el) => `${el.localName}.${el.className} ${el.scrollWidth} of ${el.clientWidth}`)";

/// A reader that shows its article.
const READY: &str = "qari-reader[data-state=ready]";
/// The configurator's preview shows one.
const TRIED: &str = "[data-told=ready]";
/// With the longest snippet, every group of the form open, and what is refused told.
const LONGEST: &str = "index.html?sample=blocks&words=fr&theme=contrast&text-size=9&font=inherit&accent=url(x)&share=native+whatsapp+facebook+x+telegram+linkedin+reddit+bluesky+threads+pinterest+email+sms+copy+print&hide=breadcrumb+summary";

async fn nothing_scrolls_sideways_and_no_code_is_cut(t: &Trial) -> Result<()> {
    upload(t, |_| true)?;
    for width in [360, 1280] {
        let pages = [
            ("index.html?words=ar", TRIED),
            ("index.html?words=en&device=desktop", TRIED),
            (LONGEST, TRIED),
            ("demo/partner.html", READY),
            ("demo/attributes/index.html", READY),
            ("demo/themes/brand.html", READY),
        ];
        for (page, there) in pages {
            open_in_frame(t, page, width, there).await?;
            t.js(&format!(
                "{SEEN}.querySelectorAll('details').forEach((group) => {{ group.open = true; }})"
            ))
            .await?;
            same(
                t.get(TOO_WIDE).await?,
                json!([]),
                &format!("{page} at {width} px"),
            )?;
        }
    }
    open_in_frame(t, LONGEST, 1280, TRIED).await?;
    let code = t
        .text(&format!("{SEEN}.getElementById('snippet').textContent"))
        .await?;
    ensure!(
        code.contains("data-share=") && code.contains(&format!("{FOLDER}demo/articles/")),
        "the snippet: {code}"
    );
    same(
        t.get(&format!("[...{SEEN}.querySelectorAll('.code pre')].filter(({{ scrollHeight, clientHeight }}) => scrollHeight > clientHeight).length"))
            .await?,
        0,
        "code that is not seen whole",
    )
}

async fn the_french_page_works_where_it_is_uploaded(t: &Trial) -> Result<()> {
    upload(t, |_| true)?;
    t.go(&format!("{}{FOLDER}index.html", t.partner.url()))
        .await?;
    t.wait_for(
        "Boolean(document.getElementById('partner'))",
        "the link to the French page",
    )
    .await?;
    t.click_on("document.getElementById('partner')").await?;
    t.wait_for(
        "location.pathname.endsWith('/demo/partner.html') && state() === 'ready'",
        "the reader of the French page",
    )
    .await?;
    same(
        t.get("[document.documentElement.lang, part('article').lang, part('article').dir]")
            .await?,
        json!(["fr", "ar-MA", "rtl"]),
        "an Arabic article in a French page",
    )?;
    t.click_on("part('image')").await?;
    t.wait_for(
        "part('image').querySelector('img').naturalWidth > 0",
        "its picture",
    )
    .await?;
    // Everything came from the folder, and was there.
    let dist = dist()?;
    for request in t.partner.requests() {
        let path = request.target.split('?').next().unwrap_or_default();
        let is_there = path
            .strip_prefix(FOLDER)
            .is_some_and(|name| dist.join(name).is_file());
        ensure!(is_there || path == "/favicon.ico", "asked for {path}");
    }
    same(t.cdn.requests().len(), 0, "requests to another site")
}

async fn a_page_needs_nothing_of_the_demo(t: &Trial) -> Result<()> {
    upload(t, |name| {
        !name.starts_with("demo") && name != Path::new("index.html")
    })?;
    t.expect("Qari: wasm-failed");
    t.api.serve("/article", Reply::json(short()));
    let page = format!(
        r#"<script async src="{FOLDER}qari.js"></script><qari-reader data-src="{{api}}/article"></qari-reader>"#
    );
    // First what comes only where the wasm does not.
    let wasm = format!("{FOLDER}qari-reader_bg.wasm");
    let gone = Reply::status(404).header("Cache-Control", "no-store");
    t.partner.serve(&wasm, gone);
    t.open(Page::new(&page)).await?;
    t.wait_state("error").await?;
    t.wait_for("Boolean(text('error'))", "the sentence about it")
        .await?;
    t.partner
        .serve(&wasm, Reply::file(&dist()?, "qari-reader_bg.wasm"));
    t.open_ready(Page::new(&page)).await
}
