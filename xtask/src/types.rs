//! The types that pages use (`static/qari.d.ts`) against those that wasm-bindgen writes of the wasm, by TypeScript.

use std::process::Command;

use anyhow::Result;

use crate::{build, paths, run};

/// Checks the wasm of the last release build. What is compiled, and why, stands in `tests/types/`.
pub fn check() -> Result<()> {
    let types = paths::root().join("target").join("types");
    let mut bindgen = Command::new(paths::tools()?.join("bin").join("wasm-bindgen"));
    bindgen
        .args(["--target", "web", "--out-name", "qari-reader", "--out-dir"])
        .arg(&types)
        .arg(build::small_wasm());
    run::open(&mut bindgen)?;
    let mut tsc = Command::new("node");
    tsc.arg(paths::npm_script("typescript", "bin/tsc")?)
        .arg("--project")
        .arg(paths::root().join("tests").join("types"));
    run::open(&mut tsc)
}
