//! `bench`: Qari beside other ways of showing the same article, in Chromium. What is measured is in `bench/`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::needs::Scope;
use crate::setup::setup;
use crate::{build, npm, paths, run};

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Builds what is measured (not with `--no-build` before all others), then measures; `args` are those of `bench/bench.mjs`.
pub fn bench(args: &[&str]) -> Result<()> {
    setup(Scope::Test)?;
    let args = match args {
        ["--no-build", rest @ ..] => rest,
        _ => {
            build::small()?;
            args
        }
    };
    measure(args)
}

/// Whether everybody who is measured shows the same paragraphs and answers A+: seconds, on `dist/` as it is.
pub fn check() -> Result<()> {
    measure(&["--check"])
}

fn measure(args: &[&str]) -> Result<()> {
    npm::install(&folder())?;
    let mut command = Command::new("node");
    command
        .arg(folder().join("bench.mjs"))
        .arg("--dist")
        .arg(build::dist())
        .arg("--prerender")
        .arg(prerender()?)
        .args(args);
    if let Some(program) = paths::find_program(CHROMIUM) {
        command.env("CHROMIUM", program);
    }
    run::open(&mut command)
}

fn folder() -> PathBuf {
    paths::root().join("bench")
}

/// The program `qari-prerender`, built. Unoptimised: what it writes is the same, and its own time is not measured here.
pub fn prerender() -> Result<PathBuf> {
    let target = paths::root().join("target");
    run::open(
        Command::new("cargo")
            .args([
                "build",
                "--quiet",
                "--package",
                "qari-prerender",
                "--target-dir",
            ])
            .arg(&target)
            .current_dir(paths::root()),
    )?;
    let name = format!("qari-prerender{}", std::env::consts::EXE_SUFFIX);
    Ok(target.join("debug").join(name))
}
