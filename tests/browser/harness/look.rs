//! Looking and acting: scripts in the page, waiting for what must come, clicks and events.

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::elements::Element;
use serde_json::Value;
use tokio::time::Instant;

use super::page::Page;
use super::trial::Trial;

const HELPERS: &str = include_str!("helpers.js");

/// The key under which WebDriver names an element (W3C WebDriver, 11).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a state may take to come: generous, because only a failure waits that long.
pub(super) const LIMIT: Duration = Duration::from_secs(30);
/// Between two looks at a state.
pub(super) const TICK: Duration = Duration::from_millis(15);

/// What a look tells while tasks of the page that begin at once are still to run.
const UNDER_WAY: &str = "rendering is under way";
/// How many looks wait for them: a few tasks render any article; some pages always have another one.
const TASKS: usize = 50;

impl Trial {
    /// Runs statements in the page; `return` gives a value.
    pub async fn js(&self, statements: &str) -> Result<Value> {
        let script = format!("{HELPERS}\n{}", self.fill(statements));
        self.client
            .execute(&script, vec![])
            .await
            .with_context(|| format!("while running {statements}"))
    }

    /// The value of an expression, once rendering that yielded to the browser (`recorder.js`) has come to its end. A page
    /// that always has more to do is looked at all the same.
    pub async fn get(&self, expression: &str) -> Result<Value> {
        for _ in 0..TASKS {
            let look =
                format!("return window.__seen?.tasks.size > 0 ? '{UNDER_WAY}' : ({expression})");
            match self.look(&look).await {
                Ok(Value::String(seen)) if seen == UNDER_WAY => {}
                seen => return seen,
            }
        }
        self.look(&format!("return {expression}")).await
    }

    /// WebKit's driver now and then answers a look from the page that has just been left, with these words. A look
    /// changes nothing, so it is taken again from the page that is there.
    async fn look(&self, look: &str) -> Result<Value> {
        match self.ask(look).await {
            Err(error) if format!("{error:#}").contains("before the unload event") => {
                self.ask(look).await
            }
            seen => seen,
        }
    }

    async fn ask(&self, look: &str) -> Result<Value> {
        let Some(ask) = &self.ask else {
            return self.js(look).await;
        };
        let script = format!("{HELPERS}\n{}", self.fill(look));
        let seen = ask.look(&script).await;
        seen.with_context(|| format!("while running {look}"))
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

    /// The value of a promise that an expression gives.
    pub async fn promised(&self, expression: &str) -> Result<Value> {
        let script = format!(
            "{HELPERS}\nconst tell = arguments[arguments.length - 1];
            ({expression}).then((value) => tell({{ value }}), (error) => tell({{ error: String(error) }}))"
        );
        let told = self.client.execute_async(&script, vec![]).await?;
        ensure!(
            told.get("error").is_none(),
            "{expression}: {}",
            told["error"]
        );
        Ok(told["value"].clone())
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
            if now.is_err() {
                self.find_frame().await.ok();
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

    /// Scrolls until the element that an expression gives begins at the top of the screen and stays there: blocks
    /// may get their real height only when they come near, which moves those below.
    pub async fn bring_to_top(&self, expression: &str) -> Result<()> {
        // It may stand in a slice that is still to come.
        self.wait_for(&format!("Boolean({expression})"), expression)
            .await?;
        let top = format!("{expression}.getBoundingClientRect().top");
        for _ in 0..30 {
            self.js(&format!("scrollBy({{ top: {top}, behavior: 'instant' }})"))
                .await?;
            self.frames().await?;
            if self.number(&top).await?.abs() < 1.0 {
                return Ok(());
            }
        }
        bail!(
            "{expression} does not stay at the top of the screen: {}",
            self.number(&top).await?
        )
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

    /// Waits until the page's first two readers are ready.
    pub async fn wait_both(&self) -> Result<()> {
        self.wait_for(
            "state(0) === 'ready' && state(1) === 'ready'",
            "both articles",
        )
        .await
    }

    /// Waits until the first reader is ready with the article of this headline.
    pub async fn wait_title(&self, title: &str) -> Result<()> {
        self.wait_for(
            &format!("state() === 'ready' && text('title') === '{title}'"),
            &format!("the article «{title}»"),
        )
        .await
    }

    /// Clicks a part of the first reader with the pointer.
    pub async fn click(&self, part: &str) -> Result<()> {
        self.click_on(&format!("part('{part}')")).await
    }

    /// Clicks the element that an expression gives, with the pointer. It is brought to the middle of the screen as a
    /// person would: a driver stops at the edge, where a bar of the reader's or the host's may lie over it. And it is
    /// clicked once it stands still: a driver computes the place first and presses there some frames later.
    pub async fn click_on(&self, expression: &str) -> Result<()> {
        let element = self.element(expression).await?;
        self.promised(&self.fill(&format!("still({expression})")))
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
}

/// A value or an error in one line.
pub(super) fn brief(outcome: &Result<Value>) -> String {
    outcome
        .as_ref()
        .map_or_else(|error| format!("{error:#}"), Value::to_string)
}
