//! At home in any host: pages that run scripts again, frames, colour schemes, hostile rules.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::articles::{TITLE, every, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![embedded::{
    a_script_that_runs_again_reuses_its_reader,
    a_page_of_turbo_has_one_reader,
    a_page_that_comes_back_has_one_reader,
    a_frame_as_high_as_its_page_settles,
    a_frame_without_an_origin_is_told_what_to_allow,
    the_automatic_theme_follows_the_page,
    the_plain_view_follows_the_page,
    a_hostile_page_changes_no_part,
}];

/// The script form with a reader's article.
fn script(attributes: &str) -> String {
    format!(
        r#"<script async crossorigin src="{{cdn}}/qari.js" data-src="{{api}}/article" {attributes}></script>"#
    )
}

async fn has_one_reader(t: &Trial, when: &str) -> Result<()> {
    t.wait_for("state() === 'ready'", when).await?;
    t.frames().await?;
    same(
        t.get("[document.querySelectorAll('qari-reader').length, text('title')]")
            .await?,
        json!([1, TITLE]),
        when,
    )
}

/// What keeps copies of pages does: the body is another one, and its scripts run.
const CACHED_CLONE: &str = "{
    const body = document.body.cloneNode(true);
    for (const script of body.querySelectorAll('script')) {
        const again = document.createElement('script');
        for (const { name, value } of script.attributes) again.setAttribute(name, value);
        script.replaceWith(again);
    }
    document.body.replaceWith(body);
    window.cloned = (window.cloned || 0) + 1;
}";

/// The page's script in an element of its own: a clone of one that has run does not.
const RUN_AGAIN: &str = "{
    const script = document.querySelector('script[data-src]');
    const again = document.createElement('script');
    for (const { name, value } of script.attributes) again.setAttribute(name, value);
    again.onload = () => (window.ran = true);
    script.replaceWith(again);
}";

async fn a_script_that_runs_again_reuses_its_reader(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    for attributes in ["", r##"data-target="#place""##] {
        let place = r#"<div id="place"></div>"#;
        t.open(Page::new(script(attributes) + place)).await?;
        has_one_reader(t, "the first time").await?;
        for _ in 0..2 {
            t.js(CACHED_CLONE).await?;
            has_one_reader(t, "after a clone").await?;
        }
        // A script that is run once more in the page as it is; and where the reader is gone, there is a new one.
        for before in ["", "reader().destroy();"] {
            t.js(&format!("{before} window.ran = false; {RUN_AGAIN}"))
                .await?;
            t.wait_for("window.ran", "the script once more").await?;
            has_one_reader(t, before).await?;
        }
    }
    Ok(())
}

async fn a_page_of_turbo_has_one_reader(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let path = std::env::var_os("QARI_TURBO").context("QARI_TURBO names no file")?;
    let turbo = std::fs::read_to_string(path)?;
    t.partner.serve("/turbo.js", Reply::script(&turbo));
    let page = |words: &str| {
        Page::new(format!("<p id='words'>{words}</p>") + &script(""))
            .head(r#"<script src="{partner}/turbo.js"></script>"#)
    };
    let [first, second] = ["الأولى", "الثانية"].map(|words| t.serve(&page(words)));
    t.go(&first).await?;
    has_one_reader(t, "the first page").await?;
    for (way, words) in [
        (format!("Turbo.visit({})", json!(second)), "الثانية"),
        (format!("Turbo.visit({})", json!(first)), "الأولى"),
        ("history.back()".to_owned(), "الثانية"),
        ("history.forward()".to_owned(), "الأولى"),
    ] {
        t.js(&way).await?;
        let there = format!(
            "document.getElementById('words')?.textContent === {}",
            json!(words)
        );
        let whole = "!document.documentElement.hasAttribute('data-turbo-preview') && !document.documentElement.ariaBusy";
        t.wait_for(&format!("{there} && {whole}"), &way).await?;
        has_one_reader(t, &way).await?;
    }
    Ok(())
}

async fn a_page_that_comes_back_has_one_reader(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let [first, second] = [script(""), String::new()].map(|body| t.serve(&Page::new(body)));
    t.go(&first).await?;
    has_one_reader(t, "the first time").await?;
    t.go(&second).await?;
    // Not the driver's own command: WebKit's may never answer it.
    t.js("setTimeout(() => history.back())").await?;
    let back = format!("location.href === {}", json!(first));
    t.wait_for(&back, "the page again").await?;
    has_one_reader(t, "after going back").await
}

/// The host makes the frame as high as its page; the page must not grow with the frame.
async fn a_frame_as_high_as_its_page_settles(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let follow = "<script>
        window.heights = [];
        addEventListener('DOMContentLoaded', () => new ResizeObserver(() => requestAnimationFrame(() => {
            const height = document.documentElement.scrollHeight;
            if (heights[heights.length - 1] === height) return;
            heights.push(height);
            frameElement.style.height = height + 'px';
        })).observe(document.body));
    </script>";
    let page = Page::element("{api}/article", r#"data-min-height="0""#)
        .head(follow)
        .in_frame(r#"width="600" height="150""#);
    t.open(page).await?;
    t.wait_state("ready").await?;
    let settled = "document.documentElement.scrollHeight === innerHeight && heights.length > 0";
    t.wait_for(settled, "a frame as high as its page").await?;
    let before = t.number("heights.length").await?;
    for _ in 0..5 {
        t.frames().await?;
    }
    let after = t.number("heights.length").await?;
    ensure!(
        after <= before + 1.0,
        "it goes on: {}",
        t.get("heights").await?
    );
    Ok(())
}

async fn a_frame_without_an_origin_is_told_what_to_allow(t: &Trial) -> Result<()> {
    t.expect("Qari");
    t.expect("CORS");
    t.api.serve("/article", Reply::json(short()).without_cors());
    let frame = r#"sandbox="allow-scripts" width="600" height="700""#;
    t.open(Page::element("{api}/article", "data-debug").in_frame(frame))
        .await?;
    t.wait_state("error").await?;
    let detail = t.event("error").await?;
    same(&detail["code"], "network", "code")?;
    let panel = t.text("part('debug').textContent").await?;
    let message = detail["message"].as_str().unwrap_or_default();
    for words in [message, &panel] {
        for said in [
            "Access-Control-Allow-Origin: *",
            "sandbox=\"allow-scripts allow-same-origin\"",
        ] {
            ensure!(words.contains(said), "no «{said}» in: {words}");
        }
    }
    Ok(())
}

/// White and the dark theme's ground.
const LIGHT: &str = "rgb(255, 255, 255)";
const DARK: &str = "rgb(21, 24, 27)";

/// What pages declare, and the ground of an automatic theme on a device in the dark.
const SCHEMES: &[(&str, &str)] = &[
    ("", DARK),
    (r#"<meta name="color-scheme" content="light">"#, LIGHT),
    (r#"<meta name="color-scheme" content="light dark">"#, DARK),
    ("<style>:root { color-scheme: light }</style>", LIGHT),
    ("<style>body { color-scheme: only light }</style>", LIGHT),
    ("<style>:root { color-scheme: light dark }</style>", DARK),
    (
        r#"<meta name="color-scheme" content="dark light"><style>body { color-scheme: light }</style>"#,
        LIGHT,
    ),
];

async fn the_automatic_theme_follows_the_page(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let ground = "getComputedStyle(inside().querySelector('.reader')).backgroundColor";
    for (head, there) in SCHEMES {
        t.open_ready(Page::element("{api}/article", "").head(head))
            .await?;
        t.js("switchOn('prefers-color-scheme: dark')").await?;
        same(t.text(ground).await?, *there, head)?;
    }
    // A page of the dark on a device in the light.
    let dark = "<style>:root { color-scheme: dark }</style>";
    t.open_ready(Page::element("{api}/article", "").head(dark))
        .await?;
    same(t.text(ground).await?, DARK, dark)?;
    // The page's own switch.
    for (scheme, there) in [("light", LIGHT), ("dark", DARK), ("light", LIGHT)] {
        t.js(&format!(
            "document.documentElement.style.colorScheme = '{scheme}'"
        ))
        .await?;
        t.wait_for(&format!("{ground} === '{there}'"), scheme)
            .await?;
    }
    // Whoever has chosen has chosen.
    t.js("reader().dataset.theme = 'dark'").await?;
    t.wait_for(&format!("{ground} === '{DARK}'"), "the owner's theme")
        .await
}

async fn the_plain_view_follows_the_page(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let _wasm = t.cdn.hold("/qari-reader_bg.wasm");
    // A page that is left has its requests broken off.
    t.expect("Qari");
    let ground = "getComputedStyle(inside().querySelector('.plain')).backgroundColor";
    for (head, there) in SCHEMES {
        t.open(Page::element("{api}/article", "").head(head))
            .await?;
        t.wait_for(
            "Boolean(part('article')) && switchOn('prefers-color-scheme: dark') > 0",
            head,
        )
        .await?;
        same(t.text(ground).await?, *there, head)?;
    }
    Ok(())
}

/// Every computed value of every part and every element of the body, one element a line.
const EVERY_LOOK: &str = "layOutAll(), [...inside().querySelectorAll('.reader, .reader *')].map((el) => {
    const computed = getComputedStyle(el);
    // A place on the screen and what is measured by it.
    const odd = /^(-webkit-)?(perspective|transform)-origin|^(inset-|top|bottom|left|right)/;
    return `${el.localName} ${el.getAttribute('part') ?? el.className?.baseVal ?? el.className}: ` + [...computed]
        .filter((name) => !odd.test(name) && !name.startsWith('--'))
        .map((name) => name + '=' + computed.getPropertyValue(name)).join('; ');
})";

/// What hosts do to all that is theirs.
const HOSTILE: &str = "
    html { font-size: 62.5%; line-height: 3; letter-spacing: 2px; word-spacing: 4px; text-align: center; }
    body { font: italic 700 1.2rem/3 cursive; text-transform: uppercase; text-indent: 2em; white-space: pre; }
    h1 { font-size: 5rem !important; margin: 4rem !important; color: red !important; text-transform: uppercase !important; }
    h2, p, li, ol, nav, a, button, span, time, article, div, figure {
        font-size: 3rem !important; margin: 3rem !important; padding: 3rem !important; color: red !important;
        border: 9px solid !important; background: yellow !important; }
    * { font: italic 40px/3 cursive !important; letter-spacing: 5px !important; color: red !important; text-indent: 3em !important;
        text-shadow: 2px 2px red !important; hyphens: auto !important; cursor: wait !important; text-align: right !important; }
    *, *::before, *::after { box-sizing: content-box !important; }
    :root { --ink: red; --paper: red; --soft: red; --line: red; --accent: red; --round: 40px; --sans: cursive; --head: 9em;
        --bleed: 9em; --tint: red; --night-paper: red; --owner-font: cursive; --theme-ink: red; }";

async fn a_hostile_page_changes_no_part(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(every("ar-MA")));
    // The reader is as wide on both: the page may say how wide it is, and no more.
    let wide = "<style>qari-reader { width: 360px !important; margin: 0 !important; padding: 0 !important; }</style>";
    let attributes = r#"data-base-url="{cdn}/demo/articles/" data-text-size="9""#;
    let looks = async |head: &str| -> Result<Vec<Value>> {
        t.open_ready(
            Page::element("{api}/article", attributes)
                .head(wide)
                .head(head),
        )
        .await?;
        t.wait_for(
            "isSeen(part('progress'))",
            "the progress, which comes when all is laid out",
        )
        .await?;
        t.frames().await?;
        let looks = t.get(EVERY_LOOK).await?;
        Ok(looks.as_array().cloned().unwrap_or_default())
    };
    let calm = looks("").await?;
    let hostile = looks(&format!("<style>{HOSTILE}</style>")).await?;
    same(hostile.len(), calm.len(), "elements")?;
    let mut told = Vec::new();
    for (hostile, calm) in hostile.iter().zip(&calm) {
        let [hostile, calm] = [hostile, calm].map(|look| look.as_str().unwrap_or_default());
        let (name, _) = calm.split_once(':').unwrap_or_default();
        for (is, should) in hostile.split("; ").zip(calm.split("; ")) {
            if is != should {
                told.push(format!("{name}: {is}, should be {should}"));
            }
        }
    }
    told.truncate(40);
    ensure!(told.is_empty(), "the page reaches in:\n{}", told.join("\n"));
    Ok(())
}
