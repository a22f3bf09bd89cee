//! Browser tests: every scenario in Chromium, Firefox and WebKit, on partner pages of another origin.
//!
//! `cargo xtask test` sets everything up and runs them; `cargo test --test browser -- share` runs those with `share`
//! in their name against the `dist/` that is there.

mod articles;
mod harness;
#[path = "../render/mod.rs"]
mod render;
mod scenarios;

use std::process::ExitCode;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use libtest_mimic::{Arguments, Failed};
use tokio::runtime::Runtime;

use harness::stage::{Browser, Stage, dist};
use harness::{Engine, Scenario, Trial, failed, lost};

/// No scenario needs as long, the longest a minute on a slow machine; a driver that hangs must not hang the run.
const LIMIT: Duration = Duration::from_secs(150);

/// Themes for which Chromium is enough: most ask its own protocol, which no other engine has. Each says why.
const CHROMIUM_ALONE: [&str; 3] = ["pictures::", "trees::", "wordpress_editor::"];

/// Scenarios share the machine, but for those that measure time: they have it to themselves.
static MACHINE: RwLock<()> = RwLock::new(());

fn main() -> Result<ExitCode> {
    let mut arguments = Arguments::from_args();
    // Trials wait more than they work, so one and a half for each core; but a person looks at one browser at a time.
    let cores = std::thread::available_parallelism().map_or(2, |cores| cores.get());
    let at_once = match failed::keeps_browsers() {
        true => 1,
        false => cores + cores / 2,
    };
    arguments.test_threads.get_or_insert(at_once);
    if !arguments.list {
        failed::clear();
    }
    let runtime = Arc::new(Runtime::new()?);
    let stage = Arc::new(Stage::new()?);
    let trials = scenarios::all().flat_map(|scenario| {
        let alone = CHROMIUM_ALONE
            .iter()
            .any(|theme| scenario.name.starts_with(theme));
        let engines = Engine::ALL
            .into_iter()
            .filter(move |engine| !alone || *engine == Engine::Chromium);
        let (runtime, stage) = (runtime.clone(), stage.clone());
        engines.map(move |engine| {
            let (runtime, stage) = (runtime.clone(), stage.clone());
            libtest_mimic::Trial::test(format!("{}::{}", engine.name(), scenario.name), move || {
                let alone = scenario.name.starts_with("speed::");
                let shared = || MACHINE.read().unwrap_or_else(PoisonError::into_inner);
                let _shared = (!alone).then(shared);
                let whole = || MACHINE.write().unwrap_or_else(PoisonError::into_inner);
                let _alone = alone.then(whole);
                runtime
                    .block_on(run(&stage, engine, scenario))
                    .map_err(|error| Failed::from(format!("{error:#}")))
            })
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    Arc::into_inner(stage)
        .context("a trial outlived the run")?
        .clear()?;
    Ok(conclusion.exit_code())
}

/// One scenario in one engine. What a failure leaves is said with it.
async fn run(stage: &Stage, engine: Engine, scenario: &Scenario) -> Result<()> {
    if let Ended::DriverLost = run_once(stage, engine, scenario).await? {
        eprintln!(
            "\n{}::{}: the driver got lost; begun anew in another browser",
            engine.name(),
            scenario.name
        );
        let ended = run_once(stage, engine, scenario).await?;
        ensure!(matches!(ended, Ended::Proved), "the driver got lost, twice");
    }
    Ok(())
}

/// How a trial that has not failed came to its end.
enum Ended {
    /// All that the scenario promises holds.
    Proved,
    /// Nothing is known: see [`lost`].
    DriverLost,
}

async fn run_once(stage: &Stage, engine: Engine, scenario: &Scenario) -> Result<Ended> {
    let dist = dist()?;
    let browser = stage.take(engine).await?;
    let trial = Trial::new(engine, &browser, dist).await?;
    let proved = tokio::time::timeout(LIMIT, prove(&trial, &browser, scenario)).await;
    let error = match proved {
        Ok(Ok(())) => {
            stage.give_back(engine, browser);
            return Ok(Ended::Proved);
        }
        Ok(Err(error)) => error,
        Err(_) if lost::is_lost(engine, &browser).await => {
            stage.discard(browser).await;
            return Ok(Ended::DriverLost);
        }
        Err(_) => anyhow!("took longer than {LIMIT:?}"),
    };
    let left = failed::leave(&trial, scenario.name).await;
    let error = anyhow!("{error:#}\n  {left}");
    if failed::keeps_browsers() {
        eprintln!("\n{error}");
        failed::keep(&trial, &browser, scenario.name).await;
    }
    stage.discard(browser).await;
    Err(error)
}

/// From a clean page to the check that nothing went wrong unseen.
async fn prove(trial: &Trial, browser: &Browser, scenario: &Scenario) -> Result<()> {
    browser.proxy.take_refused();
    (scenario.run)(trial).await?;
    trial.check_quiet().await?;
    let foreign = browser.proxy.take_refused();
    ensure!(foreign.is_empty(), "requests to third parties: {foreign:?}");
    // The page must be gone before its origins are.
    trial.client.goto("about:blank").await?;
    Ok(())
}
