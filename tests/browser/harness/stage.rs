//! The browsers of a run: started when a trial first needs one, handed from trial to trial, ended with the run.
//!
//! A session is reused because starting one costs more than a trial. That is safe because every trial has origins
//! of its own, so storage and cache are empty; a session in which a trial failed is not trusted again.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::Child;
use tokio::sync::OnceCell;

use super::engine::{Engine, Start};
use super::failed;
use super::guard::Guard;
use super::processes;
use super::proxy::Proxy;
use super::server::free_port;

/// How long a browser may take to start.
const STARTING: Duration = Duration::from_secs(40);

/// A driver with one session.
pub struct Browser {
    /// The session.
    pub client: Client,
    /// The session's way out, which is none.
    pub proxy: Proxy,
    /// Where the driver listens.
    pub driver_url: String,
    /// The session's id.
    pub session: String,
    /// Its files, and the `HOME` of all its processes.
    pub home: PathBuf,
    debugging: String,
    driver: Child,
}

impl Browser {
    /// Where to look into it from outside: the address of its developer tools; for WebKit, its display.
    pub fn debugging(&self) -> &str {
        &self.debugging
    }
}

/// Everything that a run starts.
pub struct Stage {
    guard: Guard,
    idle: Mutex<HashMap<Engine, Vec<Browser>>>,
    display: OnceCell<String>,
    started: AtomicUsize,
}

impl Stage {
    /// Starts nothing but the guard.
    pub fn new() -> Result<Self> {
        Ok(Self {
            guard: Guard::start()?,
            idle: Mutex::default(),
            display: OnceCell::new(),
            started: AtomicUsize::new(0),
        })
    }

    /// An idle browser of this engine, or a new one.
    pub async fn take(&self, engine: Engine) -> Result<Browser> {
        let idle = self
            .idle
            .lock()
            .unwrap()
            .get_mut(&engine)
            .and_then(Vec::pop);
        match idle {
            Some(browser) => Ok(browser),
            None => self
                .start_in_time(engine)
                .await
                .with_context(|| format!("cannot start {}", engine.name())),
        }
    }

    /// Now and then WebKit's driver never answers the request for a session: nothing of a trial has begun then, so
    /// another browser is started instead.
    async fn start_in_time(&self, engine: Engine) -> Result<Browser> {
        for _ in 0..2 {
            match tokio::time::timeout(STARTING, self.start(engine)).await {
                Ok(started) => return started,
                Err(_) => eprintln!("{}: no session after {STARTING:?}", engine.name()),
            }
        }
        bail!("no session, twice")
    }

    /// Gives a browser back after a trial that went well.
    pub fn give_back(&self, engine: Engine, browser: Browser) {
        self.idle
            .lock()
            .unwrap()
            .entry(engine)
            .or_default()
            .push(browser);
    }

    /// Ends a browser that cannot be trusted any more.
    pub async fn discard(&self, mut browser: Browser) {
        tokio::time::timeout(Duration::from_secs(5), browser.client.close())
            .await
            .ok();
        browser.driver.kill().await.ok();
        processes::end(&browser.home);
    }

    /// Ends all processes and removes all files of the run.
    pub fn clear(self) -> Result<()> {
        self.guard.finish()
    }

    async fn start(&self, engine: Engine) -> Result<Browser> {
        let path = engine.driver()?;
        let home = self.new_home(engine)?;
        let proxy = Proxy::start().await?;
        let port = free_port().await?;
        let mut command = self.guard.command(path, &home);
        command
            .args(engine.driver_arguments(port, free_port().await?))
            .envs(engine.environment().iter().copied());
        if engine == Engine::Webkit {
            command
                .env("DISPLAY", self.display().await?)
                .env_remove("DBUS_SESSION_BUS_ADDRESS");
        }
        let keeps = failed::keeps_browsers();
        let start = Start {
            home,
            proxy: proxy.address(),
            in_window: keeps && given_display().is_some(),
            debugging: match keeps {
                true => Some(free_port().await?),
                false => None,
            },
        };
        let driver_url = format!("http://127.0.0.1:{port}");
        let log = std::fs::File::create(start.home.join("driver.log"))?;
        command.stdout(log.try_clone()?).stderr(log);
        let mut driver = command.spawn().context("the driver does not start")?;
        let client = async {
            listening(port, &mut driver).await?;
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(engine.capabilities(&start));
            let client = builder.connect(&driver_url).await?;
            // The same in every engine, whatever it opens with.
            client.set_window_size(1024, 768).await?;
            Ok::<_, anyhow::Error>(client)
        };
        match client.await {
            Ok(client) => Ok(Browser {
                debugging: match engine {
                    Engine::Chromium => client
                        .capabilities()
                        .and_then(|given| given["goog:chromeOptions"]["debuggerAddress"].as_str())
                        .unwrap_or_default()
                        .to_owned(),
                    Engine::Firefox => format!("127.0.0.1:{}", start.debugging.unwrap_or_default()),
                    Engine::Webkit => self.display().await?.to_owned(),
                },
                session: client.session_id().await?.unwrap_or_default(),
                client,
                proxy,
                driver_url,
                home: start.home,
                driver,
            }),
            Err(error) => {
                driver.kill().await.ok();
                let said =
                    std::fs::read_to_string(start.home.join("driver.log")).unwrap_or_default();
                Err(error.context(format!("the driver said: {}", said.trim())))
            }
        }
    }

    fn new_home(&self, engine: Engine) -> Result<PathBuf> {
        let number = self.started.fetch_add(1, Ordering::Relaxed);
        let home = self
            .guard
            .folder()
            .join(format!("{}-{number}", engine.name()));
        std::fs::create_dir_all(home.join("run"))?;
        Ok(home)
    }

    /// The X display for WebKit, which has no mode without a window: the given one, else one of our own.
    async fn display(&self) -> Result<&str> {
        let own = || async {
            match given_display() {
                Some(given) => Ok(given),
                None => start_display(&self.guard).await,
            }
        };
        Ok(self.display.get_or_try_init(own).await?)
    }
}

/// The display that the run was started on.
fn given_display() -> Option<String> {
    let display = std::env::var("DISPLAY").ok()?;
    (!display.is_empty()).then_some(display)
}

/// Starts Xvfb on a display number that it chooses and tells.
async fn start_display(guard: &Guard) -> Result<String> {
    let mut command = guard.command("Xvfb", guard.folder());
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1600x1200x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]);
    command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null());
    let mut display = command
        .spawn()
        .context("WebKit needs a display: Xvfb does not start (Debian: apt install xvfb)")?;
    let told = display.stdout.take().context("Xvfb has no output")?;
    let number = BufReader::new(told)
        .lines()
        .next_line()
        .await?
        .context("Xvfb ended before it had a display")?;
    Ok(format!(":{}", number.trim()))
}

/// Waits until something listens on the port.
async fn listening(port: u16, driver: &mut Child) -> Result<()> {
    let limit = tokio::time::Instant::now() + Duration::from_secs(20);
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if let Some(status) = driver.try_wait()? {
            bail!("the driver ended with {status}");
        }
        if tokio::time::Instant::now() > limit {
            bail!("the driver does not listen on port {port}");
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(())
}

/// The folder that is under test.
pub fn dist() -> Result<PathBuf> {
    let folder = std::env::var_os("QARI_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    );
    if !folder.join("qari.js").is_file() {
        bail!(
            "no qari.js in {} (run `cargo xtask build`, or `cargo xtask test`, which does)",
            folder.display()
        );
    }
    Ok(folder)
}
