//! A driver that has lost an answer of which all others wait: WebKit's may, where a trial goes from page to page. Looks are asked
//! anew (`ask.rs`); clicks and navigations cannot be. Nothing of the reader's is proved or disproved then, so `main` begins
//! such a trial anew in another browser, and says so.
//!
//! A page that hangs keeps its driver from answering too. So a driver counts as lost only where the page answers whoever asks
//! anew, or its browser has nothing to do: a page in an endless loop does neither.

use std::time::Duration;

use super::ask::Ask;
use super::engine::Engine;
use super::processes;
use super::stage::Browser;

/// How long a driver is waited for that has just been silent for a whole trial.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long its browser is watched.
const WATCH: Duration = Duration::from_secs(2);
/// Less work than this in that time is none: a quarter of a core, in the kernel's ticks of 10 ms. A page that hangs has
/// half a core at least, three trials sharing two.
const IDLE: u64 = 50;

/// Whether the driver answers nothing to the trial, though the page would, or the browser does nothing.
pub async fn is_lost(engine: Engine, browser: &Browser) -> bool {
    if engine != Engine::Webkit {
        return false;
    }
    // The trial's own connection waits for the lost answer first.
    let asked = browser.client.execute("return true", Vec::new());
    if tokio::time::timeout(PATIENCE, asked).await.is_ok() {
        return false;
    }
    let ask = Ask::new(&browser.driver_url, &browser.session);
    let anew = tokio::time::timeout(PATIENCE, ask.look("return true")).await;
    if matches!(anew, Ok(Ok(_))) {
        return true;
    }
    let before = processes::worked(&browser.home);
    tokio::time::sleep(WATCH).await;
    processes::worked(&browser.home).saturating_sub(before) < IDLE
}
