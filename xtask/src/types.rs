//! The types that pages use (`static/qari.d.ts`) against those that wasm-bindgen writes of the wasm, by TypeScript.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::json;

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
    run::open(&mut tsc)?;
    jsx(&types)
}

/// Checks `<qari-reader>` in JSX with React's types, which pages without React do not have.
fn jsx(folder: &Path) -> Result<()> {
    let tests = paths::root().join("tests").join("types").join("react");
    let react = paths::npm_script("@types/react", "index.d.ts")?;
    let config = json!({
        "compilerOptions": {
            "strict": true, "noEmit": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler",
            "lib": ["esnext", "dom"], "types": [], "jsx": "preserve",
            "paths": { "react": [react], "csstype": [paths::npm_script("csstype", "index.d.ts")?] },
        },
        "files": [tests.join("usage.tsx"), paths::root().join("static").join("qari.d.ts")],
    });
    let file = folder.join("react.tsconfig.json");
    fs::write(&file, config.to_string())?;
    let mut tsc = Command::new("node");
    tsc.arg(paths::npm_script("typescript", "bin/tsc")?);
    run::open(tsc.arg("--project").arg(file))
}
