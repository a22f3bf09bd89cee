//! `release`: what a site or a CDN serves, made of `dist/`: versioned folders, hashes, licences, an archive.
//!
//!     release/v0.1.0/          the reader's files, never changed again, with integrity.json and LICENSES.txt
//!     release/v0/              the same; the next 0.x release takes this place
//!     release/nginx.conf …     what each server is to send with them
//!     release/oembed/          an oEmbed answer for each article of a list, where one is given (docs/IFRAME.md)
//!     release/qari-0.1.0.zip   all of that
//!     release/qari-reader-0.1.0.tgz   the npm package
//!     release/qari-wordpress-0.1.0.zip   the WordPress plugin
//!     release/SHA256SUMS       of all three

mod archive;
mod integrity;
mod licenses;
mod npm;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{build, paths, run};

/// What of `dist/` only shows the reader, and is no part of it.
const DEMO: &[&str] = &["demo", "index.html", "index.html.br", "index.html.gz"];

/// How each server sends the files.
const HOSTING: &[&str] = &[".htaccess", "Caddyfile", "_headers", "nginx.conf"];

/// Where a release is put.
pub fn folder() -> PathBuf {
    paths::root().join("release")
}

/// The npm package of the release that was made.
pub fn npm_archive() -> Result<PathBuf> {
    npm::archive_in(&folder())
}

/// Makes the release of `dist/` as it is.
pub fn pack() -> Result<()> {
    pack_with(None)
}

/// Makes the release of `dist/` as it is, with the oEmbed answers of a list of articles. An article that can't be read is told with
/// its code; the others are written, and then the command fails.
pub fn pack_with(list: Option<&str>) -> Result<()> {
    let metadata = metadata()?;
    let version = version(&metadata)?;
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let exact = folder.join(format!("v{version}"));
    copy(&build::dist(), &exact)?;
    fs::write(exact.join("LICENSES.txt"), licenses::text(&metadata)?)?;
    let integrity = integrity::of(&exact, version)?;
    fs::write(
        exact.join("integrity.json"),
        serde_json::to_string_pretty(&integrity)? + "\n",
    )?;
    let newest = format!("v{}", major(version));
    copy(&exact, &folder.join(&newest))?;
    for file in HOSTING {
        let source = paths::root().join("integrations/hosting").join(file);
        let text = fs::read_to_string(&source).with_context(|| source.display().to_string())?;
        let text = text
            .replace("/VERSION/", &format!("/v{version}/"))
            .replace("/NEWEST/", &format!("/{newest}/"));
        fs::write(folder.join(file), text)?;
    }
    let answered = list.map_or(Ok(()), |list| oembed(list, &folder));
    let archive = format!("qari-{version}.zip");
    archive::zip(&folder, &folder.join(&archive))?;
    let plugin = format!("qari-wordpress-{version}.zip");
    archive::zip(
        &paths::root().join("integrations/wordpress"),
        &folder.join(&plugin),
    )?;
    let package = npm::pack(&exact, version, &folder)?;
    let mut sums = String::new();
    for file in [&archive, &package, &plugin] {
        let sum = integrity::sha256(&folder.join(file))?;
        sums += &format!("{sum}  {file}\n");
    }
    fs::write(folder.join("SHA256SUMS"), sums)?;
    println!(
        "Release {version} is in {}. A page names it so:\n\n{}",
        folder.display(),
        integrity::snippet(&integrity, version)
    );
    answered
}

/// The answers, by `qari-prerender`, which reads articles as the reader does.
fn oembed(list: &str, release: &Path) -> Result<()> {
    let list = std::path::absolute(list)?;
    run::open(
        Command::new("cargo")
            .args(["run", "--quiet", "--package", "qari-prerender", "--"])
            .arg("--oembed")
            .arg(list)
            .arg("--out")
            .arg(release.join("oembed"))
            .current_dir(paths::root()),
    )
    .context("not every article has its oEmbed answer")
}

/// The number that stays while nothing public breaks (Semantic Versioning).
fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or(version)
}

/// What cargo knows of all crates.
fn metadata() -> Result<Value> {
    let printed = run::output(
        Command::new("cargo")
            .args(["metadata", "--format-version=1", "--locked"])
            .current_dir(paths::root()),
    )?;
    Ok(serde_json::from_str(&printed)?)
}

fn version(metadata: &Value) -> Result<&str> {
    licenses::packages(metadata)
        .find(|package| package["name"] == licenses::OURS)
        .and_then(|package| package["version"].as_str())
        .context("cargo names no version of the reader")
}

/// Copies a folder, without the demo.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let entries = fs::read_dir(from)
        .with_context(|| format!("no {}; run `cargo xtask build`", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        if DEMO.iter().any(|demo| name == *demo) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}
