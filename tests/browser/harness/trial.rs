//! One scenario in one engine: a partner, a CDN and an API on origins of their own, and a browser to look at them.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::Client;
use fantoccini::elements::Element;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::engine::Engine;
use super::page::Page;
use super::reply::Reply;
use super::server::Origin;

const HELPERS: &str = include_str!("helpers.js");
const RECORDER: &str = include_str!("recorder.js");

/// The key under which WebDriver names an element (W3C WebDriver, 11).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a state may take to come: generous, because only a failure waits that long.
const LIMIT: Duration = Duration::from_secs(15);
/// Between two looks at a state.
const TICK: Duration = Duration::from_millis(15);

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
    pages: AtomicUsize,
    expected: Mutex<Vec<&'static str>>,
}

impl Trial {
    /// Starts the three origins; `dist` is what the CDN serves.
    pub async fn new(engine: Engine, client: Client, dist: PathBuf) -> Result<Self> {
        let (partner, cdn, api) = (
            Origin::start(None).await?,
            Origin::start(Some(dist.clone())).await?,
            Origin::start(Some(dist.join("articles"))).await?,
        );
        partner.serve("/recorder.js", Reply::script(RECORDER));
        Ok(Self {
            engine,
            client,
            partner,
            cdn,
            api,
            pages: AtomicUsize::new(0),
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
            self.enter_frame().await
        } else {
            Ok(())
        }
    }

    /// Goes into the page's frame. Until the frame's own page is there, a driver may offer the empty one before it,
    /// or one that is just going, so this tries from the top until it stands in the right one.
    async fn enter_frame(&self) -> Result<()> {
        let start = Instant::now();
        let top = self.client.window().await?;
        loop {
            let entered = async {
                self.element("document.querySelector('iframe')")
                    .await?
                    .enter_frame()
                    .await?;
                self.get(
                    "location.pathname.endsWith('-inner') && document.readyState !== 'loading'",
                )
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

    /// Opens an address and waits until its HTML is read. What the page before it did wrong counts.
    pub async fn go(&self, url: &str) -> Result<()> {
        self.check_quiet().await?;
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

    /// Runs statements in the page; `return` gives a value.
    pub async fn js(&self, statements: &str) -> Result<Value> {
        let script = format!("{HELPERS}\n{}", self.fill(statements));
        self.client
            .execute(&script, vec![])
            .await
            .with_context(|| format!("while running {statements}"))
    }

    /// The value of an expression.
    pub async fn get(&self, expression: &str) -> Result<Value> {
        self.js(&format!("return {expression}")).await
    }

    /// The value of an expression that must be a number.
    pub async fn number(&self, expression: &str) -> Result<f64> {
        self.get(expression)
            .await?
            .as_f64()
            .with_context(|| format!("{expression} is not a number"))
    }

    /// The value of an expression that must be a text.
    pub async fn text(&self, expression: &str) -> Result<String> {
        let value = self.get(expression).await?;
        value
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("{expression} is not a text but {value}"))
    }

    /// The element that an expression gives.
    pub async fn element(&self, expression: &str) -> Result<Element> {
        let value = self.get(expression).await?;
        let id = value[ELEMENT]
            .as_str()
            .with_context(|| format!("{expression} is no element but {value}"))?;
        Ok(Element::from_element_id(
            self.client.clone(),
            id.to_owned().into(),
        ))
    }

    /// Waits until an expression holds in the page.
    pub async fn wait_for(&self, condition: &str, what: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            // A page on its way to another has nothing to look at; the next look tells.
            let now = self.get(condition).await;
            if matches!(&now, Ok(value) if value.as_bool() == Some(true)) {
                return Ok(());
            }
            if start.elapsed() > LIMIT {
                bail!(
                    "{what} did not come: {condition}\n  last seen: {}\n  {}",
                    brief(&now),
                    self.situation().await
                );
            }
            tokio::time::sleep(TICK).await;
        }
    }

    /// Waits until a condition outside the browser holds, such as a request that must arrive.
    pub async fn wait_until(&self, condition: impl Fn() -> bool, what: &str) -> Result<()> {
        let start = Instant::now();
        while !condition() {
            if start.elapsed() > LIMIT {
                bail!("{what} did not come\n  {}", self.situation().await);
            }
            tokio::time::sleep(TICK).await;
        }
        Ok(())
    }

    /// Waits until two frames and the tasks between them have passed, which is when effects of a change are laid out.
    pub async fn frames(&self) -> Result<()> {
        self.js("window.__frames = 0; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => { window.__frames = 2; })))").await?;
        self.wait_for("window.__frames === 2", "two frames").await
    }

    /// Waits until the first reader of the page is in this state.
    pub async fn wait_state(&self, state: &str) -> Result<()> {
        self.wait_for(
            &format!("state() === '{state}'"),
            &format!("the state `{state}`"),
        )
        .await
    }

    /// Opens a page and waits until its first reader is ready.
    pub async fn open_ready(&self, page: Page) -> Result<()> {
        self.open(page).await?;
        self.wait_state("ready").await
    }

    /// Clicks a part of the first reader with the pointer.
    pub async fn click(&self, part: &str) -> Result<()> {
        self.click_on(&format!("part('{part}')")).await
    }

    /// Clicks the element that an expression gives, with the pointer. It is brought to the middle of the screen as a
    /// person would: a driver stops at the edge, where a bar of the reader's or the host's may lie over it.
    pub async fn click_on(&self, expression: &str) -> Result<()> {
        let element = self.element(expression).await?;
        self.js(&format!(
            "{expression}.scrollIntoView({{ block: 'center', behavior: 'instant' }})"
        ))
        .await?;
        element
            .click()
            .await
            .with_context(|| format!("cannot click {expression}"))
    }

    /// The detail of the last event of this name, once it has come.
    pub async fn event(&self, name: &str) -> Result<Value> {
        self.wait_for(
            &format!("__seen.events.some((event) => event.type === '{name}')"),
            &format!("`qari:{name}`"),
        )
        .await?;
        let event = self
            .get(&format!(
                "__seen.events.filter((event) => event.type === '{name}').at(-1)"
            ))
            .await?;
        ensure!(
            event["bubbles"] == true && event["composed"] == true,
            "`qari:{name}` must bubble and be composed: {event}"
        );
        Ok(event["detail"].clone())
    }

    /// An error in the console or a refusal by the page's policy that contains this is part of the scenario.
    pub fn expect(&self, part: &'static str) {
        self.expected.lock().unwrap().push(part);
    }

    /// Fails on anything uncaught, on console errors and on policy violations of the page that is open.
    pub async fn check_quiet(&self) -> Result<()> {
        let seen = self
            .get("window.__seen ? { ...__seen, globals: 0, events: 0, warnings: 0 } : null")
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
            "the page was not quiet:\n  {}",
            noise.join("\n  ")
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

/// A value or an error in one line.
fn brief(outcome: &Result<Value>) -> String {
    outcome
        .as_ref()
        .map_or_else(|error| format!("{error:#}"), Value::to_string)
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
