//! What owners copy from the documents (`examples/`), on a partner's page: it does what the document says.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::articles::{TITLE, URL, short};
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![documents::{
    the_one_line_form_starts,
    the_element_starts,
    options_are_taken,
    scripts_of_the_page_hear_and_make_readers,
    styles_of_the_page_are_taken,
    a_sandboxed_frame_shows_its_article,
}];

const SCRIPT: &str = include_str!("../../../examples/start/script.html");
const ELEMENT: &str = include_str!("../../../examples/start/element.html");
const OPTIONS: &str = include_str!("../../../examples/start/options.html");
const WAIT: &str = include_str!("../../../examples/script/wait.js");
const MOUNT: &str = include_str!("../../../examples/script/mount.js");
const SHARE: &str = include_str!("../../../examples/script/share.js");
const HEIGHT: &str = include_str!("../../../examples/style/height.css");
const PARTS: &str = include_str!("../../../examples/style/parts.css");
const FORMAT: &str = include_str!("../../../examples/format/article.json");
const SANDBOX: &str = include_str!("../../../examples/iframe/sandbox.html");

/// With the trial's addresses.
fn ours(example: &str) -> String {
    example
        .replace("https://cdn.example/v0", "{cdn}")
        .replace("https://news.example", "{api}")
}

/// A post as WordPress has it.
fn post() -> Value {
    json!({ "title": { "rendered": TITLE }, "content": { "rendered": "<p>فتحت المحلات أبوابها.</p>" } })
}

async fn the_one_line_form_starts(t: &Trial) -> Result<()> {
    t.api.serve("/wp-json/wp/v2/posts/123", Reply::json(post()));
    t.open(Page::new(ours(SCRIPT))).await?;
    t.wait_title(TITLE).await?;
    let before = "reader().previousElementSibling.matches('script[data-src]')";
    same(t.get(before).await?, true, "it stands at the line")
}

/// Serves the article where the partner's pages look for it.
fn serve_article(t: &Trial, path: &str) {
    t.partner.serve(path, Reply::json(short()));
}

/// With the article of docs/FORMAT.md.
async fn the_element_starts(t: &Trial) -> Result<()> {
    let article: Value = serde_json::from_str(FORMAT)?;
    t.partner.serve("/article.json", Reply::json(article));
    let held = t.partner.hold("/article.json");
    t.open(Page::new(ours(ELEMENT))).await?;
    t.wait_for(
        "rect(reader()).height >= innerHeight",
        "the reserved height",
    )
    .await?;
    held.open();
    t.wait_title("فاس تستعيد سوقها القديم").await?;
    same(t.text("text('author')").await?, "سلمى", "who wrote it")
}

async fn options_are_taken(t: &Trial) -> Result<()> {
    serve_article(t, "/article.json");
    t.open(Page::new(ours(OPTIONS))).await?;
    t.wait_title(TITLE).await?;
    same(
        t.get("[part('article').lang, Boolean(inside().querySelector('[data-theme=sepia]')), parts('share-link').map((one) => one.dataset.network)]")
            .await?,
        json!(["ar-MA", true, ["whatsapp", "telegram", "copy"]]),
        "what is set",
    )
}

async fn scripts_of_the_page_hear_and_make_readers(t: &Trial) -> Result<()> {
    serve_article(t, "/42.json");
    let page = format!(
        r#"<div id="story"></div>
<script>window.shared = []; function myShare(...what) {{ shared.push(what); }} {SHARE} {WAIT}</script>
<script async src="{{cdn}}/qari.js"></script>"#
    );
    t.open_ready(Page::new(page)).await?;
    same(
        t.text("reader().parentNode.id").await?,
        "story",
        "where it is",
    )?;
    t.click_on("parts('share-link').find((one) => one.dataset.network === 'whatsapp')")
        .await?;
    t.wait_for(
        &format!("shared.length === 1 && shared[0].join() === 'whatsapp,{URL}'"),
        "what the page shares itself",
    )
    .await?;
    // In a block: the helpers have names too.
    t.js(&format!("{{ {MOUNT} }}")).await?;
    t.js("reader(1).scrollIntoView({ behavior: 'instant' })")
        .await?;
    t.wait_both().await?;
    same(
        t.get("[part('article', 1).dataset.textSize, parts('share-link', 1).map((one) => one.dataset.network)]")
            .await?,
        json!(["4", ["whatsapp", "copy"]]),
        "the second",
    )
}

async fn styles_of_the_page_are_taken(t: &Trial) -> Result<()> {
    serve_article(t, "/42.json");
    let held = t.partner.hold("/42.json");
    let head = format!("<style>{HEIGHT}{PARTS}</style>");
    t.open(
        Page::new(r#"<script async src="{cdn}/qari.js"></script><qari-reader data-src="42.json" data-theme="light"></qari-reader>"#)
            .head(&head),
    )
    .await?;
    let reserved =
        "Math.abs(parseFloat(getComputedStyle(reader()).minHeight) - innerHeight * 0.6) < 1";
    t.wait_for(
        &format!("state() === 'loading' && {reserved}"),
        "what is reserved",
    )
    .await?;
    held.open();
    t.wait_state("ready").await?;
    same(
        t.text("getComputedStyle(reader()).minHeight").await?,
        "0px",
        "what is let go",
    )?;
    t.wait_for("style('article', 'fontSize') === '18px'", "the stylesheet")
        .await?;
    same(
        t.get("[style('title', 'color'), style('breadcrumb', 'fontWeight'), Math.round(parseFloat(style('article', 'maxWidth')) - 32), style('author', 'color') !== '']")
            .await?,
        json!(["rgb(11, 90, 92)", "700", 720, true]),
        "the parts and the width",
    )
}

async fn a_sandboxed_frame_shows_its_article(t: &Trial) -> Result<()> {
    serve_article(t, "/article.json");
    let story = t.serve(&Page::new(ours(ELEMENT)));
    ensure!(SANDBOX.contains("src=\"story.html\""), "{SANDBOX}");
    t.open(Page::new(SANDBOX.replace("story.html", &story)))
        .await?;
    t.enter("/page-0").await?;
    t.wait_title(TITLE).await
}
