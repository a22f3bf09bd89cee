//! `edge`: the Worker of `integrations/edge`, built into `target/edge`, run here, and tested under workerd.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::needs::Scope;
use crate::setup::setup;
use crate::{build, paths, run};

const WASM: &str = "target/wasm32-unknown-unknown/small/qari_edge.wasm";

/// What is uploaded to Cloudflare, or read by a workerd of one's own.
pub fn folder() -> PathBuf {
    paths::root().join("target").join("edge")
}

/// Builds the Worker: its wasm, the glue, the script.
pub fn build() -> Result<()> {
    println!("Building the Worker into {} …", folder().display());
    let mut cargo = Command::new("cargo");
    cargo
        .args([
            "build",
            "--quiet",
            "--profile",
            "small",
            "--package",
            "qari-edge",
        ])
        .args(["--target", "wasm32-unknown-unknown"])
        .current_dir(paths::root())
        // Where WASM is looked for, whatever the machine's own settings are.
        .env("CARGO_TARGET_DIR", paths::root().join("target"));
    run::open(&mut cargo)?;
    let mut bindgen = Command::new(paths::tools()?.join("bin").join("wasm-bindgen"));
    bindgen
        .args([
            "--target",
            "web",
            "--experimental-reset-state-function",
            "--out-dir",
        ])
        .arg(folder())
        .arg(paths::root().join(WASM));
    run::open(&mut bindgen)?;
    let script = paths::root().join("integrations/edge/worker.mjs");
    fs::copy(&script, folder().join("worker.mjs"))
        .with_context(|| format!("cannot copy {}", script.display()))?;
    Ok(())
}

/// Builds what is missing and runs the Worker until it is stopped.
pub fn serve() -> Result<()> {
    setup(Scope::Edge)?;
    if !build::dist().join("qari.js").is_file() {
        build::small()?;
    }
    build()?;
    let status = node(&["integrations/edge/serve.mjs"])?
        .env("QARI_DIST", build::dist())
        .status()?;
    bail!("the Worker ended ({status})")
}

/// Only the Worker, to be uploaded.
pub fn build_alone() -> Result<()> {
    setup(Scope::Build)?;
    build()
}

/// The trials under workerd; the Worker must be built.
pub fn test() -> Result<()> {
    let trials =
        ["worker", "workerd"].map(|name| format!("integrations/edge/test/{name}.test.mjs"));
    run::open(node(&["--test", "--test-reporter=spec"])?.args(trials))
}

/// Node in the checkout, told where the Worker and the tools are.
fn node(arguments: &[&str]) -> Result<Command> {
    let mut command = Command::new("node");
    command
        .args(arguments)
        .current_dir(paths::root())
        .env("QARI_EDGE", folder())
        .env("QARI_TOOLS", paths::tools()?);
    Ok(command)
}
