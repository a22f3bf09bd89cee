//! A driver that has lost an answer. WebKit's now and then never answers a look at a page that is just going to another
//! one, and nothing after it; one trial in some thousands, in any that goes from page to page. Nothing of the reader's
//! is proved or disproved then, so `main` begins such a trial anew in another browser, and says so.
//!
//! A page that hangs keeps its driver from answering too. So a driver counts as lost only where its browser has nothing
//! to do either: a page in an endless loop has.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::engine::Engine;
use super::stage::Browser;

/// How long a driver is waited for that has just been silent for a whole trial.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long its browser is watched.
const WATCH: Duration = Duration::from_secs(2);
/// Less work than this in that time is none: a quarter of a core, in the kernel's ticks of 10 ms. A page that hangs has
/// half a core at least, three trials sharing two.
const IDLE: u64 = 50;

/// Whether the browser does nothing and its driver answers nothing.
pub async fn is_lost(engine: Engine, browser: &Browser) -> bool {
    if engine != Engine::Webkit {
        return false;
    }
    let asked = browser.client.execute("return true", Vec::new());
    if tokio::time::timeout(PATIENCE, asked).await.is_ok() {
        return false;
    }
    let before = worked(&browser.home);
    tokio::time::sleep(WATCH).await;
    worked(&browser.home).saturating_sub(before) < IDLE
}

/// The ticks that all processes with this home have worked (`proc(5)`: fields 14 and 15 of `stat`).
fn worked(home: &Path) -> u64 {
    let variable = format!("HOME={}", home.display());
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ticks = processes.filter_map(|process| {
        let environment = fs::read(process.path().join("environ")).ok()?;
        let is_its = environment
            .split(|byte| *byte == 0)
            .any(|entry| entry == variable.as_bytes());
        let stat = is_its.then(|| fs::read_to_string(process.path().join("stat")).ok())??;
        // The second field is a name in brackets, which may hold anything.
        let (_, fields) = stat.rsplit_once(')')?;
        let fields: Vec<u64> = fields
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse().ok())
            .collect();
        Some(fields.iter().sum::<u64>())
    });
    ticks.sum()
}
