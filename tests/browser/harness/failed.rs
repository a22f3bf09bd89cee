//! What a failing trial leaves: a picture of the page and its HTML in `target/failed/`; where `QARI_KEEP` is set, also
//! the open browser.

use std::fs;
use std::future::pending;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;

use super::engine::Engine;
use super::stage::Browser;
use super::trial::Trial;

/// How long a browser that may hang is asked for each.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether a browser whose trial failed stays open: the variable `QARI_KEEP` is set, and not to `0`.
pub fn keeps_browsers() -> bool {
    std::env::var_os("QARI_KEEP").is_some_and(|value| !value.is_empty() && value != "0")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/failed")
}

/// Removes what the last run left.
pub fn clear() {
    // Where there is none, there is nothing to remove; where it cannot be removed, the times of the files tell.
    fs::remove_dir_all(folder()).ok();
}

/// Writes picture and HTML of the page that is open. Gives a line for each: where it is, or why it is not there.
pub async fn leave(trial: &Trial, name: &str) -> String {
    let name = format!("{}-{}", name.replace("::", "-"), trial.engine.name());
    let picture = async { Ok(trial.client.screenshot().await?) };
    let html = async { Ok(trial.text("wholePage()").await?.into_bytes()) };
    [
        write(&format!("{name}.png"), picture).await,
        write(&format!("{name}.html"), html).await,
    ]
    .join("\n  ")
}

/// Writes one file more.
pub fn leave_file(name: &str, content: &[u8]) -> Result<()> {
    fs::create_dir_all(folder())?;
    Ok(fs::write(folder().join(name), content)?)
}

async fn write(name: &str, content: impl Future<Output = Result<Vec<u8>>>) -> String {
    let file = folder().join(name);
    let written = async {
        let content = tokio::time::timeout(PATIENCE, content).await??;
        fs::create_dir_all(folder())?;
        Ok::<_, anyhow::Error>(fs::write(&file, content)?)
    };
    match written.await {
        Ok(()) => format!("left {}", file.display()),
        Err(error) => format!("no {name}: {error:#}"),
    }
}

/// Says how to look into the browser, then waits: until Enter goes on with the next trial, or Ctrl-C ends the run.
pub async fn keep(trial: &Trial, browser: &Browser, name: &str) {
    let url = trial.client.current_url().await;
    let url = url.map_or_else(|error| error.to_string(), |url| url.to_string());
    let session = trial.client.session_id().await.ok().flatten();
    let debugging = match trial.engine {
        Engine::Chromium => format!(
            "chrome://inspect in another Chromium, with the address {} configured",
            browser.debugging()
        ),
        Engine::Firefox => format!(
            "about:debugging in another Firefox, with the network location {}",
            browser.debugging()
        ),
        Engine::Webkit => format!(
            "the display {}, such as by `x11vnc -display {0}`",
            browser.debugging()
        ),
    };
    eprintln!(
        "\n{name} failed in {}; its browser stays open.\n  page: {url}\n  WebDriver: {}/session/{}\n  \
         from outside: {debugging}\nEnter goes on, Ctrl-C ends the run.",
        trial.engine.name(),
        browser.driver_url,
        session.unwrap_or_default(),
    );
    let enter = tokio::task::spawn_blocking(|| std::io::stdin().read_line(&mut String::new()));
    // Where nobody can press Enter, only Ctrl-C is left.
    if !matches!(enter.await, Ok(Ok(1..))) {
        pending::<()>().await;
    }
}
