//! `finish`: what Trunk's post-build hook does to a release before it becomes `dist/`: shrinks wasm, scripts
//! and styles, lays compressed twins beside the files, and prints their sizes.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::{paths, run, sizes};

/// Passes of `wasm-opt`: for size, again until nothing gets smaller; names and other sections that no browser reads go.
/// The first kilobyte of the memory is not used: the stack lies there, which grows down towards it from above.
/// A function with one caller is not put into it if it is large: WebKitGTK 2.50 now and then traps in loops of functions of
/// 26 KB (docs/TESTING.md, "What bites"), and what is transferred is less. Others that were measured stand in docs/BUILDING.md.
const WASM_PASSES: &[&str] = &[
    "--strip-debug",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=1000",
    "-Oz",
    "--converge",
    "--strip-producers",
    "--strip-target-features",
];

/// What the wasm may contain: all of it is in every engine of the last years, and rustc emits it by default.
const WASM_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
];

/// A script or a stylesheet, and how esbuild minifies it.
struct Minified {
    file: &'static str,
    options: &'static [&'static str],
}

/// The programs: the reader's, and the demo's, which counts in no budget.
const PROGRAMS: &[&str] = &["qari-reader_bg.wasm", "demo/qari-configurator_bg.wasm"];

const MINIFIED: &[Minified] = &[
    // No newer syntax than ES2017: a browser that cannot run the reader must still be able to run the loader, which
    // says so. `import()` stays; the loader keeps it out of old browsers' way.
    // ASCII only, since a classic script is read in the page's encoding; modules and styles are always UTF-8.
    Minified {
        file: "qari.js",
        options: &[
            "--target=es2017",
            "--supported:dynamic-import=true",
            "--charset=ascii",
        ],
    },
    // Runs where the wasm cannot, so in old browsers too.
    Minified {
        file: "plain.js",
        options: &[
            "--target=es2017",
            "--supported:import-meta=true",
            "--format=esm",
            "--charset=utf8",
        ],
    },
    Minified {
        file: "touch.js",
        options: &["--target=es2017", "--format=esm", "--charset=utf8"],
    },
    Minified {
        file: "embed.js",
        options: &["--target=es2017", "--charset=ascii"],
    },
    Minified {
        file: "qari-reader.js",
        options: &["--format=esm", "--charset=utf8"],
    },
    Minified {
        file: "demo/qari-configurator.js",
        options: &["--format=esm", "--charset=utf8"],
    },
    Minified {
        file: "qari.css",
        options: &["--target=chrome87,firefox78,safari14", "--charset=utf8"],
    },
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
    timed("wasm-opt", || {
        PROGRAMS
            .iter()
            .try_for_each(|program| shrink_wasm(&staging.join(program)))
    })?;
    timed("esbuild", || {
        MINIFIED.iter().try_for_each(|one| minify(staging, one))
    })?;
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

fn shrink_wasm(wasm: &Path) -> Result<()> {
    let mut command = node_script("binaryen", "bin/wasm-opt")?;
    command.args(WASM_PASSES).args(WASM_FEATURES);
    run::open(command.arg(wasm).arg("-o").arg(wasm))
}

/// Minifies in place.
fn minify(staging: &Path, minified: &Minified) -> Result<()> {
    let file = staging.join(minified.file);
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(&file);
    let mut command = node_script("esbuild", "bin/esbuild")?;
    command
        .arg(&file)
        .arg(outfile)
        .args([
            "--minify",
            "--legal-comments=inline",
            "--log-level=warning",
            "--allow-overwrite",
        ])
        .args(minified.options);
    run::open(&mut command)
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
