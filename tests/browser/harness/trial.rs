//! One scenario in one engine: a partner, a CDN and an API on origins of their own, and a browser to look at them.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, bail, ensure};
use fantoccini::Client;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::ask::Ask;
use super::engine::Engine;
use super::look::{LIMIT, TICK, brief};
use super::page::Page;
use super::reply::Reply;
use super::server::Origin;
use super::stage::Browser;

const RECORDER: &str = include_str!("recorder.js");

/// What a scenario works with.
pub struct Trial {
    /// The engine it runs in.
    pub engine: Engine,
    /// The WebDriver session.
    pub client: Client,
    /// The site that embeds the reader.
    pub partner: Origin,
    /// Where the reader's files are.
    pub cdn: Origin,
    /// Where the articles are.
    pub api: Origin,
    /// How its page is looked at, where the session's own connection will not do.
    pub(super) ask: Option<Ask>,
    pages: AtomicUsize,
    /// How the address's path of the page in the frame ends, where one stands in a frame.
    framed: Mutex<Option<&'static str>>,
    expected: Mutex<Vec<&'static str>>,
}

impl Trial {
    /// Starts the three origins; `dist` is what the CDN serves.
    pub async fn new(engine: Engine, browser: &Browser, dist: PathBuf) -> Result<Self> {
        let client = browser.client.clone();
        let ask = || Ask::new(&browser.driver_url, &browser.session);
        let (partner, cdn, api) = (
            Origin::start(None).await?,
            Origin::start(Some(dist.clone())).await?,
            Origin::start(Some(dist.join("demo/articles"))).await?,
        );
        partner.serve("/recorder.js", Reply::script(RECORDER));
        Ok(Self {
            engine,
            client,
            partner,
            cdn,
            api,
            ask: (engine == Engine::Webkit).then(ask),
            pages: AtomicUsize::new(0),
            framed: Mutex::default(),
            expected: Mutex::default(),
        })
    }

    /// Serves the page at an address of its own and returns the address without opening it.
    pub fn serve(&self, page: &Page) -> String {
        let number = self.pages.fetch_add(1, Ordering::Relaxed);
        let (path, inner) = (format!("/page-{number}"), format!("/page-{number}-inner"));
        let mut reply = Reply::html(self.fill(&page.html())).header("Cache-Control", "no-store");
        if let Some(policy) = page.policy_header() {
            reply = reply.header("Content-Security-Policy", self.fill(policy));
        }
        match page.outer_html(&inner) {
            Some(outer) => {
                self.partner.serve(&inner, reply);
                self.partner.serve(&path, Reply::html(self.fill(&outer)));
            }
            None => self.partner.serve(&path, reply),
        }
        self.partner.url() + &path
    }

    /// Puts the origins' addresses in.
    pub fn fill(&self, text: &str) -> String {
        let recorder = self.partner.url() + "/recorder.js";
        [
            ("{cdn}", self.cdn.url()),
            ("{api}", self.api.url()),
            ("{partner}", self.partner.url()),
            ("{recorder}", recorder),
        ]
        .iter()
        .fold(text.to_owned(), |text, (name, url)| text.replace(name, url))
    }

    /// Opens the page and waits until its HTML is read; for a page in a frame, goes into the frame.
    pub async fn open(&self, page: Page) -> Result<()> {
        let url = self.serve(&page);
        self.go(&url).await?;
        if page.outer_html("").is_some() {
            self.enter("-inner").await?;
        }
        Ok(())
    }

    /// Goes into the page's first frame, whose path ends so; scripts then run there.
    pub async fn enter(&self, ending: &'static str) -> Result<()> {
        self.enter_frame(ending).await?;
        *self.framed.lock().unwrap() = Some(ending);
        Ok(())
    }

    /// Goes back to the page around the frame.
    pub async fn leave(&self) -> Result<()> {
        *self.framed.lock().unwrap() = None;
        let top = self.client.window().await?;
        Ok(self.client.switch_to_window(top).await?)
    }

    /// Goes into the page's frame. Until the frame's own page is there, a driver may offer the empty one before it,
    /// or one that is just going, so this tries from the top until it stands in the right one.
    async fn enter_frame(&self, ending: &str) -> Result<()> {
        let start = Instant::now();
        let top = self.client.window().await?;
        loop {
            let entered = async {
                // By its number: WebKit's driver may hold on to the page before, whose elements it cannot name.
                self.client.enter_frame(0).await?;
                self.get(&format!(
                    "location.pathname.endsWith('{ending}') && document.readyState !== 'loading'"
                ))
                .await
            };
            match entered.await {
                Ok(Value::Bool(true)) => return Ok(()),
                other if start.elapsed() > LIMIT => {
                    bail!("the framed page did not come: {}", brief(&other))
                }
                _ => self.client.switch_to_window(top.clone()).await?,
            }
            tokio::time::sleep(TICK).await;
        }
    }

    /// WebKit's driver may lose the frame that it stands in, and then answers nothing any more: enters it anew.
    pub(super) async fn find_frame(&self) -> Result<()> {
        let framed = *self.framed.lock().unwrap();
        if let Some(ending) = framed {
            let top = self.client.window().await?;
            self.client.switch_to_window(top).await?;
            self.enter_frame(ending).await?;
        }
        Ok(())
    }

    /// Opens an address and waits until its HTML is read. What the page before it did wrong counts.
    pub async fn go(&self, url: &str) -> Result<()> {
        self.check_quiet().await?;
        *self.framed.lock().unwrap() = None;
        self.client.goto(url).await?;
        let there = format!(
            "location.href === {} && document.readyState !== 'loading'",
            json!(url)
        );
        self.wait_for(&there, "the page's HTML").await
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Result<()> {
        self.check_quiet().await?;
        self.js("window.__old = true").await?;
        self.client.refresh().await?;
        self.wait_for(
            "!window.__old && document.readyState !== 'loading'",
            "the page again",
        )
        .await
    }

    /// An error in the console or a refusal by the page's policy that contains this is part of the scenario.
    pub fn expect(&self, part: &'static str) {
        self.expected.lock().unwrap().push(part);
    }

    /// Fails on anything uncaught, on console errors and on policy violations of the page that is open.
    pub async fn check_quiet(&self) -> Result<()> {
        // WebKit's driver may still answer from the last trial's page: only this trial's own pages count.
        let own = json!(self.partner.url());
        let seen = self
            .get(&format!("window.__seen && location.href.startsWith({own}) ? {{ ...__seen, globals: 0, events: 0, warnings: 0 }} : null"))
            .await?;
        let expected = self.expected.lock().unwrap().clone();
        let mut noise = Vec::new();
        for kind in ["uncaught", "errors", "refused"] {
            for entry in seen[kind]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
            {
                if !expected
                    .iter()
                    .any(|part| kind != "uncaught" && entry.contains(part))
                {
                    noise.push(format!("{kind}: {entry}"));
                }
            }
        }
        ensure!(
            noise.is_empty(),
            "the page was not quiet:\n  {}\n  {}",
            noise.join("\n  "),
            self.situation().await
        );
        Ok(())
    }

    /// What the page looks like, for the message of a failure.
    pub async fn situation(&self) -> String {
        let page = self.get("{ url: location.href, page: document.readyState, states: [...document.querySelectorAll('qari-reader')].map((r) => r.dataset.state ?? null), shown: shown().slice(0, 300), seen: window.__seen && { ...__seen, globals: undefined } }").await;
        let asked = |origin: &Origin| {
            origin
                .requests()
                .iter()
                .map(|r| format!("{}{}", r.target, if r.answered { "" } else { " (open)" }))
                .collect::<Vec<_>>()
                .join(" ")
        };
        let page = page.map_or_else(|error| format!("{error:#}"), |page| page.to_string());
        format!(
            "page: {page}\n  cdn: {}\n  api: {}",
            asked(&self.cdn),
            asked(&self.api)
        )
    }
}

/// Fails with both values when they differ.
#[track_caller]
pub fn same<A: PartialEq<B> + std::fmt::Debug, B: std::fmt::Debug>(
    is: A,
    should: B,
    what: &str,
) -> Result<()> {
    ensure!(is == should, "{what}: is {is:?}, should be {should:?}");
    Ok(())
}
