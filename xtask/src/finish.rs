//! `finish`: what Trunk's post-build hook does to a release before it becomes `dist/`: shrinks wasm, scripts
//! and styles, lays compressed twins beside the files, and prints their sizes.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{imports, order, paths, run, sizes};

/// Where wasm-bindgen puts the scripts that the glue imports.
const SNIPPETS: &str = "snippets";

/// Modules that the shell loads when a reader asks for what they do.
const LATER: [&str; 3] = ["qari-listen.js", "qari-plain.js", "qari-return.js"];

/// What the wasm may contain: all of it is in every engine of the last years, and rustc emits it by default.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// Runs as Trunk's hook; Trunk says by environment where it put what it built.
pub fn from_trunk() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .context("`finish` is a step of `trunk build`; run `cargo xtask build`")?;
    let staging = Path::new(&staging);
    if !paths::npm_script("esbuild", "bin/esbuild")?.is_file() {
        bail!("the tools of the release build are missing; run `cargo xtask setup`");
    }
    sizes::check_complete(staging)?;
    let wasm = staging.join("qari-reader_bg.wasm");
    timed("wasm-opt", || shrink_wasm(&wasm))?;
    imports::shorten(&wasm, &staging.join("qari-reader.js"))?;
    timed("esbuild", || minify(staging))?;
    timed("compression", || compress(staging))?;
    let sizes = sizes::measure(staging)?;
    println!("\n{}", sizes.table());
    fs::write(sizes::json_file(paths::root()), sizes.json())?;
    Ok(())
}

fn timed(step: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let started = Instant::now();
    work().with_context(|| format!("{step} failed"))?;
    println!("- {step}: {}", run::seconds(started.elapsed()));
    Ok(())
}

/// Rewrites the wasm for size; names and other sections that no browser reads go.
///
/// The passes and their order are the best of those measured (docs/BUILDING.md). The first kilobyte of the memory is not
/// used (`--low-memory-unused`): the stack lies there, which grows down towards it from a megabyte above.
fn shrink_wasm(wasm: &Path) -> Result<()> {
    let passes = [
        "--low-memory-unused",
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        "--optimize-added-constants-propagate",
        "-Oz",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    wasm_opt(wasm, &passes)?;
    order::name_by_likeness(wasm)?;
    wasm_opt(wasm, &["--reorder-functions-by-name", "--strip-debug"])
}

fn wasm_opt(wasm: &Path, passes: &[&str]) -> Result<()> {
    let mut command = node_script("binaryen", "bin/wasm-opt")?;
    command.args(passes).args(WASM_FEATURES);
    command.arg(wasm).arg("-o").arg(wasm);
    run::open(&mut command)
}

/// Minifies our scripts and styles in place, and folds all modules into the one that the loader starts: each
/// file that names the next costs a round trip.
fn minify(staging: &Path) -> Result<()> {
    // No newer syntax than the loader is written in: a browser that cannot run the reader must still be able
    // to run the loader, which says so. `import()` stays; the loader keeps it out of old browsers' way.
    // ASCII only, since a classic script is read in the page's encoding; modules and styles are always UTF-8.
    let loader = &[
        "--charset=ascii",
        "--target=es2017",
        "--supported:dynamic-import=true",
        "--legal-comments=inline",
    ];
    let styles = &[
        "--charset=utf8",
        "--target=chrome87,firefox78,safari14",
        "--legal-comments=inline",
    ];
    esbuild(&staging.join("qari.js"), loader)?;
    // What is loaded only when it is wanted stays a file of its own.
    let shell = ["--bundle", "--format=esm", "--charset=utf8"];
    let later = LATER.map(|file| format!("--external:./{file}"));
    let shell: Vec<&str> = shell
        .into_iter()
        .chain(later.iter().map(String::as_str))
        .collect();
    esbuild(&staging.join("qari-shell.js"), &shell)?;
    for file in LATER {
        esbuild(&staging.join(file), &["--format=esm", "--charset=utf8"])?;
    }
    esbuild(&staging.join("qari.css"), styles)?;
    fs::remove_file(staging.join("qari-reader.js"))?;
    fs::remove_dir_all(staging.join("shell"))?;
    match fs::remove_dir_all(staging.join(SNIPPETS)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn esbuild(file: &Path, options: &[&str]) -> Result<()> {
    let mut command = node_script("esbuild", "bin/esbuild")?;
    command
        .arg(file)
        .args(["--minify", "--log-level=warning", "--allow-overwrite"]);
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(file);
    run::open(command.arg(outfile).args(options))
}

/// Lays `.br` and `.gz` beside each file that compresses well. Node has both in it, at their best.
fn compress(staging: &Path) -> Result<()> {
    run::open(
        Command::new("node")
            .arg(paths::root().join("xtask/compress.mjs"))
            .arg(staging),
    )
}

fn node_script(package: &str, script: &str) -> Result<Command> {
    let mut command = Command::new("node");
    command.arg(paths::npm_script(package, script)?);
    Ok(command)
}
