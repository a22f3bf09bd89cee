//! `test`: every check there is. A failed step does not hide what later steps would say.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::needs::{CHROMEDRIVER, Scope, WEBKITDRIVER};
use crate::setup::setup;
use crate::{build, paths, run, sizes, types};

/// Names a folder that the browser tests take instead of building one.
const DIST: &str = "QARI_DIST";

/// What the browser tests look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tested {
    /// A release, built for it.
    Release,
    /// A development build, built for it: its faults have names and places.
    Development,
    /// `dist/` as it is.
    Dist,
}

/// Everything; what CI runs.
pub fn all() -> Result<()> {
    let mut steps = Steps::default();
    steps.run("set-up", || setup(Scope::Test));
    steps.native();
    if steps.run("release build", build::small) {
        steps.run("size budgets", build::check_budgets);
        steps.run("types", types::check);
        steps.run("browser tests", || browsers(&build::dist(), &[], None));
    }
    steps.finish()
}

/// What needs no browser and no release build.
pub fn native() -> Result<()> {
    let mut steps = Steps::default();
    steps.native();
    steps.finish()
}

/// The browser tests that `arguments` choose (all without any). A folder in `$QARI_DIST` is taken as it is.
pub fn browser_only(tested: Tested, arguments: &[&str]) -> Result<()> {
    let mut steps = Steps::default();
    if steps.run("set-up", || setup(Scope::Test)) {
        let mut dist = build::dist();
        let there = match (env::var_os(DIST), tested) {
            (Some(folder), _) => {
                dist = PathBuf::from(folder);
                true
            }
            (None, Tested::Dist) => true,
            (None, Tested::Release) => steps.run("release build", build::small),
            (None, Tested::Development) => steps.run("development build", || {
                dist = build::development()?;
                Ok(())
            }),
        };
        if there {
            steps.run("browser tests", || browsers(&dist, arguments, None));
        }
    }
    steps.finish()
}

/// Runs the browser tests on `dist`. With `screenshots`, tests that take pictures write them to that folder.
pub fn browsers(dist: &Path, args: &[&str], screenshots: Option<&Path>) -> Result<()> {
    let mut command = browser_tests(dist, args)?;
    if let Some(folder) = screenshots {
        command.env("QARI_SCREENSHOTS", folder);
    }
    run::open(&mut command)
}

/// Runs the tests that compare pictures on `dist`, and has them take what they see for what they compare with.
pub fn accept_pictures(dist: &Path) -> Result<()> {
    let mut command = browser_tests(dist, &["chromium::pictures"])?;
    run::open(command.env("QARI_ACCEPT", "1"))
}

/// The browser tests, told by environment where everything is. Arguments go to the test program.
fn browser_tests(dist: &Path, args: &[&str]) -> Result<Command> {
    let tools = paths::tools()?;
    let driver = |candidates| {
        paths::find_program(candidates)
            .with_context(|| format!("{candidates:?} is not on the PATH; run `cargo xtask setup`"))
    };
    let mut command = cargo(&["test", "--test", "browser"]);
    if !args.is_empty() {
        command.arg("--").args(args);
    }
    command
        .env(DIST, std::path::absolute(dist)?)
        .env("QARI_SIZES", sizes::json_file(paths::root()))
        .env("QARI_TOOLS", &tools)
        .env("QARI_CHROMEDRIVER", driver(CHROMEDRIVER)?)
        .env(
            "QARI_GECKODRIVER",
            tools
                .join("bin")
                .join(format!("geckodriver{}", env::consts::EXE_SUFFIX)),
        )
        .env("QARI_WEBKITDRIVER", driver(WEBKITDRIVER)?)
        .env("QARI_AXE", paths::npm_script("axe-core", "axe.min.js")?)
        .env(
            "QARI_TURBO",
            paths::npm_script("@hotwired/turbo", "dist/turbo.es2017-umd.js")?,
        );
    Ok(command)
}

/// Cargo in the checkout. Tests find hostile HTML and the like in `$QARI_CORPORA`; a folder `shared/corpora`
/// beside the checkout is taken when that is not set.
fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(args).current_dir(paths::root());
    let beside = paths::root()
        .parent()
        .map(|parent| parent.join("shared").join("corpora"));
    if env::var_os("QARI_CORPORA").is_none()
        && let Some(corpora) = beside.filter(|folder| folder.is_dir())
    {
        command.env("QARI_CORPORA", corpora);
    }
    command
}

/// The steps run so far: name, duration, whether it went well.
#[derive(Debug, Default)]
struct Steps(Vec<(&'static str, Duration, bool)>);

impl Steps {
    /// Runs one step and says its name before and its error after; gives whether it went well.
    fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        println!("\n── {name}");
        let started = Instant::now();
        let result = step();
        if let Err(error) = &result {
            eprintln!("{name}: {error:#}");
        }
        self.0.push((name, started.elapsed(), result.is_ok()));
        result.is_ok()
    }

    fn native(&mut self) {
        let steps: [(&str, &[&str]); 4] = [
            ("format", &["fmt", "--all", "--check"]),
            (
                "lints",
                &[
                    "clippy",
                    "--quiet",
                    "--workspace",
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ],
            ),
            (
                "lints for wasm",
                &[
                    "clippy",
                    "--quiet",
                    "--lib",
                    "--bins",
                    "--target",
                    "wasm32-unknown-unknown",
                    "--",
                    "-D",
                    "warnings",
                ],
            ),
            ("native tests", &["test", "--workspace", "--no-fail-fast"]),
        ];
        for (name, args) in steps {
            self.run(name, || run::open(&mut cargo(args)));
        }
    }

    fn summary(&self) -> String {
        let line = |(name, took, well): &(&str, Duration, bool)| {
            format!(
                "{:<16}{:>14}  {}",
                name,
                run::seconds(*took),
                if *well { "ok" } else { "FAILED" }
            )
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Prints what took how long; an error when a step failed.
    fn finish(self) -> Result<()> {
        println!("\n{}", self.summary());
        let failed: Vec<&str> = self
            .0
            .iter()
            .filter(|step| !step.2)
            .map(|step| step.0)
            .collect();
        if failed.is_empty() {
            return Ok(());
        }
        bail!("failed: {}", failed.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failed_step_fails_the_run_and_hides_no_other() {
        let mut steps = Steps::default();
        assert!(!steps.run("first", || bail!("no")));
        assert!(steps.run("second", || Ok(())));
        assert!(steps.summary().lines().nth(1).unwrap().ends_with("ok"));
        assert_eq!(steps.finish().unwrap_err().to_string(), "failed: first");
    }
}
