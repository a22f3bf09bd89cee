//! `test`: every check there is. A failed step does not hide what later steps would say.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::needs::{CHROMEDRIVER, Scope, WEBKITDRIVER};
use crate::setup::setup;
use crate::{bench, build, edge, hosts, packages, paths, release, run, sizes, types};

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

/// Something that browser scenarios look at besides `dist/`.
struct Part {
    name: &'static str,
    /// The scenarios that do; others don't wait for it.
    themes: &'static [&'static str],
    make: fn() -> Result<()>,
    /// It is made of a release.
    needs_release: bool,
}

const PARTS: [Part; 3] = [
    Part {
        name: "the Worker",
        themes: &["edge", "wordpress"],
        make: edge::build,
        needs_release: false,
    },
    Part {
        name: "packages",
        themes: &["packages"],
        make: packages::build,
        needs_release: true,
    },
    Part {
        name: "hosts",
        themes: &["hosts"],
        make: hosts::build,
        needs_release: true,
    },
];

/// Everything; what CI runs.
pub fn all() -> Result<()> {
    let mut steps = Steps::default();
    steps.run("set-up", || setup(Scope::Test));
    steps.native();
    steps.run("crates", crates);
    steps.edge();
    if steps.run("release build", build::small) {
        steps.run("size budgets", build::check_budgets);
        steps.run("types", types::check);
        if steps.run("release", release::pack) {
            steps.run("hosting", hosting_on_release);
        }
        steps.parts(&[]);
        steps.run("WordPress", wordpress_plugin);
        steps.run("browser tests", || browsers(&build::dist(), &[], None));
        steps.run("bench contestants", bench::check);
    }
    steps.finish()
}

/// Licences and origins of all crates.
pub fn crates_only() -> Result<()> {
    let mut steps = Steps::default();
    if steps.run("set-up", || setup(Scope::Test)) {
        steps.run("crates", crates);
    }
    steps.finish()
}

/// What `deny.toml` wants of the crates. Without known faults, which only a network tells.
fn crates() -> Result<()> {
    let program = format!("cargo-deny{}", env::consts::EXE_SUFFIX);
    run::open(
        Command::new(paths::tools()?.join("bin").join(program))
            .args(["--offline", "--workspace", "check"])
            .args(["licenses", "bans", "sources"])
            .current_dir(paths::root()),
    )
}

/// Makes a release of `dist/` as it is, and has each server send it.
pub fn hosting() -> Result<()> {
    let mut steps = Steps::default();
    if steps.run("set-up", || setup(Scope::Test)) && steps.run("release", release::pack) {
        steps.run("hosting", hosting_on_release);
    }
    steps.finish()
}

/// Makes the npm package of `dist/` as it is, builds pages with it and opens them.
pub fn packages() -> Result<()> {
    with_parts(&["packages"])
}

/// Makes the npm package of `dist/` as it is, builds a site of each host and opens them.
pub fn hosts() -> Result<()> {
    with_parts(&["hosts"])
}

/// The browser tests of these themes on `dist/` as it is, with what they look at besides.
fn with_parts(themes: &[&str]) -> Result<()> {
    let mut steps = Steps::default();
    if steps.run("set-up", || setup(Scope::Test)) && steps.parts(themes) {
        steps.run("browser tests", || browsers(&build::dist(), themes, None));
    }
    steps.finish()
}

fn hosting_on_release() -> Result<()> {
    let mut command = cargo(&["test", "--test", "hosting"]);
    run::open(command.env("QARI_RELEASE", release::folder()))
}

/// The WordPress plugin, with `dist/` as it is: what needs no browser, then in browsers.
pub fn wordpress() -> Result<()> {
    let mut steps = Steps::default();
    if steps.run("set-up", || setup(Scope::Test)) {
        steps.run("WordPress", wordpress_plugin);
        let themes = ["wordpress"];
        if steps.parts(&themes) {
            steps.run("browser tests", || browsers(&build::dist(), &themes, None));
        }
    }
    steps.finish()
}

/// What of the plugin needs no browser; it runs the command, which is built for it.
fn wordpress_plugin() -> Result<()> {
    let target = paths::root().join("target");
    let mut build = cargo(&["build", "--quiet", "--package", "qari-prerender"]);
    run::open(build.env("CARGO_TARGET_DIR", &target))?;
    let command = format!("debug/qari-prerender{}", env::consts::EXE_SUFFIX);
    let mut tests = cargo(&["test", "--test", "wordpress"]);
    run::open(tests.env("QARI_PRERENDER", target.join(command)))
}

/// What needs no browser and no release build.
pub fn native() -> Result<()> {
    let mut steps = Steps::default();
    steps.native();
    steps.finish()
}

/// The Worker's trials.
pub fn edge_only() -> Result<()> {
    let mut steps = Steps::default();
    if steps.run("set-up", || setup(Scope::Edge)) {
        steps.edge();
    }
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
            steps.parts(arguments);
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
        .env("QARI_EDGE", edge::folder())
        .env("QARI_PACKAGES", packages::folder())
        .env("QARI_HOSTS", hosts::folder())
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
    /// Runs one step and says its name before and its error after; gives whether it went well. A step that ran is not run again.
    fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        if let Some((_, _, well)) = self.0.iter().find(|(ran, ..)| *ran == name) {
            return *well;
        }
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
        let steps: [(&str, &[&str]); 5] = [
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
            (
                "lints for configurator",
                &[
                    "clippy",
                    "--quiet",
                    "--package",
                    "qari-configurator",
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

    /// Makes what the scenarios look at that have one of these in their names (all, without any); gives whether all of it went
    /// well.
    fn parts(&mut self, names: &[&str]) -> bool {
        let is_wanted =
            |theme: &&str| names.is_empty() || names.iter().any(|name| name.contains(*theme));
        let wanted = PARTS
            .iter()
            .filter(|part| part.themes.iter().any(&is_wanted));
        let mut all_well = true;
        for part in wanted {
            let well = (!part.needs_release || self.run("release", release::pack))
                && self.run(part.name, part.make);
            all_well &= well;
        }
        all_well
    }

    fn edge(&mut self) {
        if self.run("the Worker", edge::build) {
            self.run("under workerd", edge::test);
        }
    }

    fn summary(&self) -> String {
        let line = |(name, took, well): &(&str, Duration, bool)| {
            format!(
                "{:<24}{:>14}  {}",
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

    #[test]
    fn a_step_runs_once_and_its_answer_stays() {
        let mut steps = Steps::default();
        assert!(!steps.run("first", || bail!("no")));
        assert!(!steps.run("first", || panic!("a second time")));
        assert!(steps.finish().is_err());
    }

    #[test]
    fn each_part_is_of_a_theme_that_there_is() {
        let scenarios = paths::root().join("tests/browser/scenarios");
        for part in &PARTS {
            for theme in part.themes {
                let file = scenarios.join(format!("{theme}.rs"));
                assert!(file.is_file(), "{}: {theme}", part.name);
            }
        }
    }
}
