//! The page that the Worker answers with (`integrations/edge`): read without a script, and taken over by the full reader.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::json;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;

use super::prerendered::{is_styled, is_whole_article};
use crate::articles::{TITLE, short};
use crate::harness::{Page, Reply, Scenario, Trial, guard, same};
use crate::scenarios;

pub const SCENARIOS: &[Scenario] = scenarios![edge::{
    without_a_script_its_page_is_the_whole_article,
    its_page_becomes_the_full_reader,
    in_a_frame_without_an_origin_it_tells_its_height,
    a_fault_is_a_sentence_in_the_readers_language,
    a_page_takes_its_snippet_by_script,
}];

/// A Worker that reads from the trial's API, with the reader's files on its CDN. It ends when it is dropped.
pub struct Worker {
    origin: String,
    _process: Child,
}

impl Worker {
    /// Starts one, and waits until it answers.
    pub async fn start(t: &Trial) -> Result<Self> {
        let folder = std::env::var_os("QARI_EDGE").context("QARI_EDGE is not set")?;
        ensure!(
            Path::new(&folder).join("worker.mjs").is_file(),
            "no Worker in {} (run `cargo xtask test browser edge`, or `cargo xtask edge build`)",
            Path::new(&folder).display()
        );
        let api = t.api.url();
        let mut process = guard::ending("node")
            .arg("integrations/edge/serve.mjs")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("PORT", "0")
            .env("QARI_BASE", t.cdn.url())
            .env("QARI_DEV_SOURCES", api.trim_start_matches("http://"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .context("the Worker does not start")?;
        let told = process.stdout.take().context("it has no output")?;
        let line = BufReader::new(told).lines().next_line().await?;
        let line = line.context("the Worker ended before it listened")?;
        let (origin, _) = line.split_once("/read").context("no address")?;
        Ok(Self {
            origin: origin.to_owned(),
            _process: process,
        })
    }

    /// The Worker's address of an article on the trial's API.
    pub fn reading(&self, t: &Trial, path: &str) -> String {
        format!("{}/read?src={}{path}", self.origin, t.api.url())
    }
}

/// The page as it comes, with its policy, on the partner's origin; a second policy forbids every script.
async fn without_scripts(t: &Trial, address: &str) -> Result<String> {
    let client = Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
    let answer = client.get(address.parse()?).await?;
    same(answer.status().as_u16(), 200, "status")?;
    let policy = answer.headers().get("content-security-policy");
    let policy = policy.context("a policy")?.to_str()?.to_owned();
    let html = answer.into_body().collect().await?.to_bytes();
    let reply = Reply::html(String::from_utf8(html.to_vec())?).header(
        "Content-Security-Policy",
        format!("{policy}, script-src 'none'"),
    );
    t.partner.serve("/still", reply);
    Ok(t.partner.url() + "/still")
}

async fn without_a_script_its_page_is_the_whole_article(t: &Trial) -> Result<()> {
    let worker = Worker::start(t).await?;
    t.api.serve("/article", Reply::json(short()));
    let page = without_scripts(t, &worker.reading(t, "/article")).await?;
    t.go(&page).await?;
    is_whole_article(t).await?;
    same(
        t.get("[document.documentElement.dir, document.documentElement.lang, document.title]")
            .await?,
        json!(["rtl", "ar-MA", TITLE]),
        "the page around it",
    )
}

async fn its_page_becomes_the_full_reader(t: &Trial) -> Result<()> {
    let worker = Worker::start(t).await?;
    t.api.serve("/article", Reply::json(short()));
    t.go(&worker.reading(t, "/article")).await?;
    t.wait_state("ready").await?;
    is_styled(t).await?;
    t.click("settings").await?;
    t.wait_for(
        "part('settings').getAttribute('aria-expanded') === 'true'",
        "the settings",
    )
    .await?;
    let asked = t.api.requests_for("/article");
    same(asked.len(), 1, "requests for the article, the Worker's own")
}

async fn in_a_frame_without_an_origin_it_tells_its_height(t: &Trial) -> Result<()> {
    let worker = Worker::start(t).await?;
    t.api.serve("/article", Reply::json(short()));
    let frame = worker.reading(t, "/article") + "&amp;as=frame";
    t.open(Page::new(format!(
        "<script>window.told = []; addEventListener('message', ({{ data }}) => told.push(data))</script>
        <iframe sandbox=\"allow-scripts\" src=\"{frame}#?secret=abcDEF1234\" width=\"600\" height=\"300\"></iframe>"
    )))
    .await?;
    t.enter("/read").await?;
    t.wait_state("ready").await?;
    is_styled(t).await?;
    t.leave().await?;
    t.wait_for(
        "told.some(({ type, height }) => type === 'qari:height' && height > 600) && told.some(({ message, value, secret }) => message === 'height' && value > 600 && secret === 'abcDEF1234')",
        "the height, in both words",
    )
    .await
}

async fn a_fault_is_a_sentence_in_the_readers_language(t: &Trial) -> Result<()> {
    let worker = Worker::start(t).await?;
    t.api.serve("/article", Reply::status(404));
    let address = worker.reading(t, "/article");
    t.go(&format!("{address}&lang=fr")).await?;
    let seen = "[document.documentElement.lang, document.documentElement.dir, document.querySelector('p').textContent.slice(0, 30), document.querySelector('a').href]";
    same(
        t.get(seen).await?,
        json!([
            "fr",
            "ltr",
            "Cet article est introuvable\u{a0}: ",
            t.api.url() + "/"
        ]),
        "in French",
    )?;
    t.go(&format!("{address}&lang=ar")).await?;
    same(
        t.get("[document.documentElement.lang, document.documentElement.dir]")
            .await?,
        json!(["ar", "rtl"]),
        "in Arabic",
    )
}

/// What owners paste (docs/EDGE.md).
const SNIPPET: &str = include_str!("../../../examples/edge/snippet.html");

async fn a_page_takes_its_snippet_by_script(t: &Trial) -> Result<()> {
    let worker = Worker::start(t).await?;
    t.api
        .serve("/2026/09/18/atlas-train/", Reply::json(short()));
    let page = SNIPPET
        .replace("https://cdn.example", "{cdn}")
        .replace("https://news.example", "{api}")
        .replace("https://edge.example", &worker.origin);
    t.open(Page::new(page)).await?;
    t.wait_state("ready").await?;
    is_styled(t).await?;
    same(
        t.get("[text('title'), Boolean(document.querySelector('#article qari-reader'))]")
            .await?,
        json!([TITLE, true]),
        "the article and its place",
    )
}
