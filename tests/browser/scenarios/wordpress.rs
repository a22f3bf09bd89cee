//! The WordPress plugin in a real WordPress, and a WordPress without it that is given the address of a Worker's page.

#[path = "../../wordpress/site.rs"]
mod site;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use qari_prerender::configured;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use super::edge::Worker;
use crate::articles::{TITLE, short};
use crate::harness::{Reply, Scenario, Trial, guard, same, stage};
use site::Site;

pub const SCENARIOS: &[Scenario] = crate::scenarios![wordpress::{
    the_shortcode_shows_a_post_of_the_site,
    the_block_shows_an_article_of_another_site,
    without_a_script_the_link_is_there,
    oembed_frames_an_article_of_the_worker,
    oembed_frames_an_article_that_the_release_answers_for,
    a_block_theme_takes_the_script_in_a_custom_html_block,
}];

/// WordPress's editor is slow to start and no reader's affair: one engine tells whether the block's script fits it.
pub const EDITOR: &[Scenario] = crate::scenarios![wordpress_editor::{
    the_block_is_put_in_and_published,
}];

/// One for all trials of the run, which write posts of their own.
static SITE: OnceCell<Site> = OnceCell::const_new();

/// WordPress with the plugin, and the reader's files in a folder of the site.
async fn site() -> Result<&'static Site> {
    SITE.get_or_try_init(|| async {
        let dist = stage::dist()?;
        let started = tokio::task::spawn_blocking(move || -> Result<Site> {
            let site = Site::start(Some(guard::mark()))?;
            let copied = Command::new("cp")
                .arg("-r")
                .arg(&dist)
                .arg(site.root().join("qari"))
                .status()?;
            ensure!(copied.success(), "the reader's files are not copied");
            let recorder =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/harness/recorder.js");
            std::fs::copy(recorder, site.root().join("recorder.js"))?;
            site.php("install.php", &[])?;
            site.php("activate.php", &[])?;
            Ok(site)
        });
        started.await?
    })
    .await
}

/// Writes the posts of `posts.php`, with what the trial's API answers and a page of a Worker. Gives their addresses, by name.
async fn posts(t: &Trial, worker: Option<String>) -> Result<Value> {
    let site = site().await?;
    t.api.serve("/article", Reply::json(short()));
    let source = t.api.url() + "/article";
    let written = tokio::task::spawn_blocking(move || {
        let base = site.url() + "/qari/";
        let worker = worker.unwrap_or_default();
        site.php("posts.php", &[&base, &worker, &source])
    });
    serde_json::from_str(&written.await??).context("addresses of posts")
}

fn address<'a>(posts: &'a Value, name: &str) -> Result<&'a str> {
    posts[name]
        .as_str()
        .with_context(|| format!("no post «{name}»"))
}

/// Nothing went wrong on the page, nor in PHP where the plugin is.
async fn is_quiet(t: &Trial) -> Result<()> {
    same(
        t.get("[__seen.uncaught, __seen.errors]").await?,
        json!([[], []]),
        "uncaught, errors",
    )?;
    let log = site().await?.root().join("wp-content/debug.log");
    let told = std::fs::read_to_string(log).unwrap_or_default();
    let ours: Vec<_> = told
        .lines()
        .filter(|line| line.contains("plugins/qari-reader"))
        .collect();
    ensure!(ours.is_empty(), "PHP: {ours:#?}");
    Ok(())
}

async fn the_shortcode_shows_a_post_of_the_site(t: &Trial) -> Result<()> {
    let posts = posts(t, None).await?;
    t.go(address(&posts, "shortcode")?).await?;
    t.wait_title("سوق الخميس يعود").await?;
    same(
        t.get("[reader().dataset.textSize, reader().dataset.theme, part('article').dataset.textSize, text('body')]")
            .await?,
        json!(["5", "sepia", "5", "فتحت الدكاكين أبوابها صباح الخميس."]),
        "the post as it is shown",
    )?;
    is_quiet(t).await
}

async fn the_block_shows_an_article_of_another_site(t: &Trial) -> Result<()> {
    let posts = posts(t, None).await?;
    t.go(address(&posts, "block")?).await?;
    t.wait_title(TITLE).await?;
    same(
        t.get("[reader().dataset.theme, reader().parentElement.className, document.querySelectorAll('script[src$=\"qari.js\"]').length]")
            .await?,
        json!(["dark", "wp-block-qari-reader", 1]),
        "the block",
    )?;
    is_quiet(t).await
}

async fn without_a_script_the_link_is_there(t: &Trial) -> Result<()> {
    let posts = posts(t, None).await?;
    let client = Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
    let links = [
        ("shortcode", address(&posts, "article")?),
        ("block", "https://news.example/a"),
    ];
    for (name, link) in links {
        let answer = client.get(address(&posts, name)?.parse()?).await?;
        same(answer.status().as_u16(), 200, "status")?;
        let html = answer.into_body().collect().await?.to_bytes();
        let html = String::from_utf8(html.to_vec())?;
        let path = format!("/{name}");
        let reply = Reply::html(html).header("Content-Security-Policy", "script-src 'none'");
        t.partner.serve(&path, reply);
        t.go(&(t.partner.url() + &path)).await?;
        t.wait_for(
            "isSeen(document.querySelector('qari-reader a'))",
            "the link that is seen",
        )
        .await?;
        same(
            t.text("document.querySelector('qari-reader a').href")
                .await?,
            link,
            name,
        )?;
        same(t.get("Boolean(inside())").await?, false, "a script ran")?;
    }
    Ok(())
}

/// As a person who writes: signs in, puts the block in, fills its fields, publishes.
async fn the_block_is_put_in_and_published(t: &Trial) -> Result<()> {
    posts(t, None).await?;
    let site = site().await?;
    t.go(&(site.url() + "/wp-login.php")).await?;
    t.js("document.querySelector('#user_login').value = 'desk'; document.querySelector('#user_pass').value = 'example'; document.querySelector('#wp-submit').click()")
        .await?;
    t.wait_for("location.pathname.startsWith('/wp-admin')", "the desk")
        .await?;
    t.go(&(site.url() + "/wp-admin/post-new.php")).await?;
    t.wait_for(
        "Boolean(window.wp?.data?.select('core/editor')?.getCurrentPostId() && wp.blocks.getBlockType('qari/reader'))",
        "the editor",
    )
    .await?;
    t.js(
        "wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('qari/reader'))",
    )
    .await?;
    let field = "document.querySelector('[data-type=\"qari/reader\"] input[type=url]')";
    t.wait_for(&format!("Boolean({field})"), "the block's fields")
        .await?;
    // As React hears of what is typed.
    t.js(&format!(
        "const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
        set.call({field}, '{{api}}/article'); {field}.dispatchEvent(new Event('input', {{ bubbles: true }}))"
    ))
    .await?;
    let button = "document.querySelector('[data-type=\"qari/reader\"] button.is-primary')";
    t.wait_for(&format!("{button}?.disabled === false"), "the button")
        .await?;
    t.js(&format!("{button}.click()")).await?;
    t.wait_for(
        &format!(
            "document.querySelector('[data-type=\"qari/reader\"] a')?.href === {}",
            json!(t.api.url() + "/article")
        ),
        "what the server makes of the block",
    )
    .await?;
    t.js("wp.data.dispatch('core/editor').editPost({ title: 'من المحرر', status: 'publish' }); wp.data.dispatch('core/editor').savePost()")
        .await?;
    let saved = "wp.data.select('core/editor').didPostSaveRequestSucceed() && !wp.data.select('core/editor').isSavingPost()";
    t.wait_for(saved, "the post that is published").await?;
    same(
        t.text("wp.data.select('core/editor').getEditedPostContent()")
            .await?,
        format!(
            "<!-- wp:qari/reader {{\"src\":\"{}/article\"}} /-->",
            t.api.url()
        ),
        "what is kept",
    )?;
    let there = t
        .text("wp.data.select('core/editor').getPermalink()")
        .await?;
    t.go(&there).await?;
    t.wait_title(TITLE).await?;
    is_quiet(t).await
}

/// Writes a post as an editor pastes it, and gives its address. The plugin's files are those of the site, and its settings are empty.
pub(super) async fn pasted(content: String) -> Result<String> {
    let site = site().await?;
    let written = tokio::task::spawn_blocking(move || {
        site.php("write.php", &[&(site.url() + "/qari/"), &content])
    });
    written.await?
}

/// Twenty Twenty-Three, which Debian ships, is one: the page is put together of blocks.
async fn a_block_theme_takes_the_script_in_a_custom_html_block(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let html = include_str!("../../wordpress/custom-html.html")
        .replace("https://cdn.example", &t.cdn.url())
        .replace(
            "https://news.example/article.json",
            &t.fill("{api}/article"),
        );
    t.go(&pasted(html).await?).await?;
    t.wait_title(TITLE).await?;
    let found = "[document.querySelectorAll('qari-reader').length, reader().dataset.theme, \
        Boolean(reader().closest('.wp-site-blocks .entry-content')), \
        rect(reader()).width > 300, document.documentElement.scrollWidth <= innerWidth]";
    same(
        t.get(found).await?,
        json!([1, "sepia", true, true, true]),
        "the reader among the theme's blocks",
    )?;
    // By the theme's own link, and back: a page that is kept has the one reader that it had.
    t.js("document.querySelector('.wp-block-site-title a').click()")
        .await?;
    t.wait_for(
        "location.pathname === '/' && document.readyState === 'complete'",
        "the front page",
    )
    .await?;
    // Not the driver's own: WebKit's can wait for ever.
    t.js("history.back()").await?;
    t.wait_for("reader()?.dataset.state === 'ready'", "the article again")
        .await?;
    same(
        t.get("document.querySelectorAll('qari-reader').length")
            .await?,
        1,
        "readers",
    )?;
    is_quiet(t).await
}

/// WordPress knows nothing of the Worker: it finds the answer in the page, and puts the frame into its sandbox.
async fn oembed_frames_an_article_of_the_worker(t: &Trial) -> Result<()> {
    let worker = Worker::start(t).await?;
    t.api.serve("/article", Reply::json(short()));
    let posts = posts(t, Some(worker.reading(t, "/article&theme=sepia"))).await?;
    is_framed(t, address(&posts, "oembed")?, "/read").await
}

/// A host that only sends files: the answer is one that `cargo xtask release --oembed` writes, and the page has its line in the head.
async fn oembed_frames_an_article_that_the_release_answers_for(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    let folder = tempfile::tempdir()?;
    let (list, out) = (
        folder.path().join("list.json"),
        folder.path().join("oembed"),
    );
    std::fs::write(folder.path().join("article.json"), short().to_string())?;
    let page = t.partner.url() + "/souk";
    let listed = json!({
        "embed": t.cdn.url() + "/embed.html",
        "answers": t.partner.url() + "/oembed/",
        "articles": [{
            "name": "souk",
            "src": t.api.url() + "/article",
            "file": "article.json",
            "page": page,
            "attributes": { "theme": "sepia" },
        }],
    });
    std::fs::write(&list, listed.to_string())?;
    let (from, into) = (list.clone(), out.clone());
    let all = tokio::task::spawn_blocking(move || configured::write(&from, &into)).await??;
    ensure!(all, "an answer is missing");
    let answer: Value = serde_json::from_str(&std::fs::read_to_string(out.join("souk.json"))?)?;
    let line = std::fs::read_to_string(out.join("links.html"))?;
    t.partner.serve("/oembed/souk.json", Reply::json(answer));
    let html = format!("<!doctype html><html><head>{line}</head><body></body></html>");
    t.partner.serve("/souk", Reply::html(html));
    let posts = posts(t, Some(page)).await?;
    is_framed(t, address(&posts, "oembed")?, "/embed.html").await
}

/// WordPress has made a frame of the address in this post, and shows the article in it. `inside` stands in the frame's address.
async fn is_framed(t: &Trial, post: &str, inside: &'static str) -> Result<()> {
    t.go(post).await?;
    let frame = "document.querySelector('iframe.wp-embedded-content')";
    t.wait_for(&format!("Boolean({frame})"), "the frame")
        .await?;
    same(
        t.get(&format!("[{frame}.getAttribute('sandbox'), {frame}.title]"))
            .await?,
        json!(["allow-scripts", TITLE]),
        "the frame that WordPress makes",
    )?;
    // So high WordPress lets it be.
    t.wait_for(
        &format!("{frame}.clientHeight === 1000 && isSeen({frame})"),
        "the height that the frame tells",
    )
    .await?;
    t.wait_for(
        "!isSeen(document.querySelector('blockquote.wp-embedded-content'))",
        "the link, which gives way",
    )
    .await?;
    is_quiet(t).await?;
    t.enter(inside).await?;
    t.wait_title(TITLE).await?;
    same(
        t.text("reader().dataset.theme").await?,
        "sepia",
        "the parameter",
    )
}
