//! The npm package in use: `tests/packages` has a page for each bundler and framework. Each is checked by its own type checker
//! and built with the package as npm installs it from the release's archive; the browser scenarios `packages` open them.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{npm, paths, release, run};

/// The type checkers: the script in `node_modules`, and what it is told.
const CHECKERS: &[(&str, &[&str])] = &[
    ("typescript/bin/tsc", &["--project", "."]),
    ("vue-tsc/bin/vue-tsc.js", &["--project", "vue"]),
    (
        "svelte-check/bin/svelte-check",
        &[
            "--workspace",
            "svelte",
            "--tsconfig",
            "./tsconfig.json",
            "--fail-on-warnings",
            "--output",
            "human",
        ],
    ),
];

/// Where the built pages are, a folder each.
pub fn folder() -> PathBuf {
    paths::root().join("target").join("packages")
}

/// Checks and builds every page with the release's package.
pub fn build() -> Result<()> {
    let pages = paths::root().join("tests").join("packages");
    npm::install(&pages)?;
    npm::install_archive(&pages, "@qari/reader", &release::npm_archive()?)?;
    for (script, arguments) in CHECKERS {
        npm::run(&pages, script, arguments)?;
    }
    let mut build = Command::new("node");
    run::open(build.arg(pages.join("build.mjs")).arg(folder()))
}
