//! Folders with npm packages of their own: installed as their lock file says, once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::run;

/// npm, quiet, in a folder. Packages run no scripts of theirs.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command
        .args(arguments)
        .args(["--ignore-scripts", "--no-audit", "--no-fund"])
        .arg("--loglevel=error")
        .current_dir(folder);
    command
}

/// Has the packages be those of the lock file: installed anew when that is newer than what is there.
pub fn install(folder: &Path) -> Result<()> {
    let changed = |file: PathBuf| fs::metadata(file).and_then(|metadata| metadata.modified());
    let lock = folder.join("package-lock.json");
    let wanted = changed(lock.clone()).with_context(|| lock.display().to_string())?;
    // npm writes this file at the end of an installation.
    let is_there = changed(folder.join("node_modules/.package-lock.json"))
        .is_ok_and(|installed| installed >= wanted);
    if is_there {
        return Ok(());
    }
    println!("Installing the npm packages of {} …", folder.display());
    run::open(&mut command(folder, &["ci"]))
}

/// Installs an archive beside them, as a site would, whatever of its name was there.
pub fn install_archive(folder: &Path, name: &str, archive: &Path) -> Result<()> {
    let there = folder.join("node_modules").join(name);
    if there.exists() {
        fs::remove_dir_all(there)?;
    }
    run::open(command(folder, &["install", "--no-save"]).arg(archive))
}

/// Runs a program of a package.
pub fn run(folder: &Path, script: &str, arguments: &[&str]) -> Result<()> {
    let mut node = Command::new("node");
    node.arg(folder.join("node_modules").join(script))
        .args(arguments)
        .current_dir(folder);
    run::open(&mut node)
}
