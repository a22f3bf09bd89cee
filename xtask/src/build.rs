//! `build`: the release `dist/`, as small as it gets.
//!
//! Only here live the flags of the small build: plain `cargo test`, `trunk serve` and `trunk build --release`
//! work without them. What each brings is measured in docs/BUILDING.md.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use crate::needs::Scope;
use crate::setup::setup;
use crate::{paths, run, sizes};

/// The environment of the small build: it compiles std too, for size and without panic messages. These are
/// unstable features of the pinned stable compiler, which `RUSTC_BOOTSTRAP` lets it use. The stack is a quarter of a megabyte, not one:
/// every reader's page holds it, and the deepest articles that were tried take 97 KiB (the browser test `the_deepest_articles_are_shown`).
const SMALL_BUILD_ENV: &[(&str, &str)] = &[
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Clink-arg=-zstack-size=262144",
    ),
];

/// Sets up, builds `dist/` and checks its budgets.
pub fn build() -> Result<()> {
    setup(Scope::Build)?;
    small()?;
    check_budgets()
}

/// The build itself; everything it needs must be there.
pub fn small() -> Result<()> {
    let started = Instant::now();
    println!("Building the release into dist/ …");
    let mut command = trunk("warn")?;
    command
        .args(["build", "--release"])
        .envs(SMALL_BUILD_ENV.iter().copied())
        .env("CARGO_TARGET_DIR", small_target());
    run::open(&mut command)?;
    println!("Built dist/ in {}.", run::seconds(started.elapsed()));
    Ok(())
}

/// Cargo's folder of the small build, apart from other builds: its flags would make cargo rebuild everything at each
/// change of mind.
fn small_target() -> PathBuf {
    paths::root().join("target").join("small")
}

/// The wasm of the small build as the compiler left it: wasm-bindgen has not yet taken its descriptions out.
pub fn small_wasm() -> PathBuf {
    small_target().join("wasm32-unknown-unknown/small/qari-reader.wasm")
}

/// A development build, and the folder it is in: names of functions, panics with message and place, scripts as written.
pub fn development() -> Result<PathBuf> {
    let folder = paths::root().join("target").join("dev");
    println!("Building for development into {} …", folder.display());
    run::open(trunk("warn")?.args(["build", "--dist"]).arg(&folder))?;
    Ok(folder)
}

/// Fails where `dist/` is larger than its budgets.
pub fn check_budgets() -> Result<()> {
    sizes::measure(&dist())?.check()
}

/// Trunk, in the checkout, with the pinned tools on its `PATH`; says what is as grave as `log`, or graver.
pub fn trunk(log: &str) -> Result<Command> {
    let mut command = Command::new(paths::tools()?.join("bin").join("trunk"));
    command
        .current_dir(paths::root())
        .args(["--skip-version-check", "--log", log])
        .env("PATH", paths::path_with_tools()?)
        .env("QARI_TOOLS", paths::tools()?)
        // A failed build is explained by cargo's message, not by a trace of Trunk.
        .env("RUST_BACKTRACE", "0")
        // Trunk reads NO_COLOR as a boolean and stops at the usual value 1.
        .env_remove("NO_COLOR");
    Ok(command)
}

/// The release folder.
pub fn dist() -> PathBuf {
    paths::root().join("dist")
}
