//! The npm package `@qari/reader`: the reader's files, the loader as an ES module, types. What is written by hand of it lies in
//! `integrations/npm`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{npm, paths, run};

/// What lies at the top of the package as it lies at the top of a version's folder.
const AT_THE_TOP: &[&str] = &["article.schema.json", "qari.d.ts", "LICENSES.txt"];

/// What is not in `files/`: the loader is in `index.js`, others have a place of their own, and the iframe form is a page beside `qari.js`.
const NO_FILES: &[&str] = &[
    "qari.js",
    "integrity.json",
    "embed.html",
    "embed.js",
    "embed.css",
];

/// Packs the version's folder into `release`, and gives the archive's name.
pub fn pack(version_folder: &Path, version: &str, release: &Path) -> Result<String> {
    let package = paths::root().join("target/npm/package");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    let written = paths::root().join("integrations/npm");
    for name in ["README.md", "index.d.ts"] {
        copy(&written.join(name), &package.join(name))?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&paths::root().join(name), &package.join(name))?;
    }
    for name in AT_THE_TOP {
        copy(&version_folder.join(name), &package.join(name))?;
    }
    let known = fs::read_to_string(written.join("files.js"))?;
    for file in super::archive::files(version_folder)? {
        let name = file.strip_prefix(version_folder)?;
        if is_packed(name) {
            let name = in_package(name);
            let asked = format!("./files/{}", name.to_string_lossy().replace('\\', "/"));
            ensure!(known.contains(&asked), "files.js does not know {asked}");
            copy(&file, &package.join("files").join(name))?;
        }
    }
    fs::write(
        package.join("package.json"),
        manifest(&written.join("package.json"), version)?,
    )?;
    bundle(&written, &package.join("index.js"))?;
    packed(&package, release)
}

/// The archive that lies in `release`.
pub fn archive_in(release: &Path) -> Result<PathBuf> {
    let entries = fs::read_dir(release).with_context(|| release.display().to_string())?;
    let archive = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.extension().is_some_and(|end| end == "tgz"));
    archive.context("no npm package in the release")
}

/// Whether a file of the version's folder goes into `files/`.
fn is_packed(name: &Path) -> bool {
    let is = |names: &[&str]| names.iter().any(|other| name == Path::new(other));
    let is_twin = name
        .extension()
        .is_some_and(|end| end == "br" || end == "gz");
    !is_twin && !is(AT_THE_TOP) && !is(NO_FILES)
}

/// A stylesheet goes by another name: a site's bundler would make a script of it.
fn in_package(name: &Path) -> PathBuf {
    match name.extension() {
        Some(end) if end == "css" => name.with_extension("css.txt"),
        _ => name.to_owned(),
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(())
}

/// `package.json` with the reader's version.
fn manifest(template: &Path, version: &str) -> Result<String> {
    let text = fs::read_to_string(template).with_context(|| template.display().to_string())?;
    let manifest: Value = serde_json::from_str(&text)?;
    ensure!(
        manifest["version"] == "0.0.0",
        "a version is Cargo's to say"
    );
    Ok(text.replace(
        r#""version": "0.0.0""#,
        &format!(r#""version": "{version}""#),
    ))
}

/// The loader as an ES module. It asks the script tag where its files are; here it asks `script` of `files.js`. Not minified: the
/// site's own bundler does that, and reads comments before.
fn bundle(written: &Path, into: &Path) -> Result<()> {
    let option = |name: &str, path: &Path| {
        let mut option = OsString::from(name);
        option.push(path);
        option
    };
    let mut esbuild = Command::new("node");
    esbuild
        .arg(paths::npm_script("esbuild", "bin/esbuild")?)
        .arg(written.join("index.js"))
        .args(["--bundle", "--format=esm", "--target=es2020"])
        .args(["--charset=utf8", "--log-level=warning"])
        .arg("--define:document.currentScript=script")
        .arg(option("--inject:", &written.join("files.js")))
        .arg(option("--outfile=", into));
    run::open(&mut esbuild)
}

/// Has npm write the archive: it gives all files the same date, so the same files give the same bytes.
fn packed(package: &Path, release: &Path) -> Result<String> {
    let mut pack = npm::command(package, &["pack", "--json"]);
    pack.arg("--pack-destination").arg(release);
    let told: Value = serde_json::from_str(&run::output(&mut pack)?)?;
    // Older versions of npm tell a list, newer ones an object by the package's name.
    let only = match &told {
        Value::Array(list) => list.first(),
        Value::Object(named) => named.values().next(),
        _ => None,
    };
    let name = only.and_then(|packed| packed["filename"].as_str());
    Ok(name.context("npm names no archive")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_and_the_loader_are_not_packed() {
        let packed = |name: &str| is_packed(Path::new(name)).then(|| in_package(Path::new(name)));
        assert_eq!(packed("words/ar.json"), Some("words/ar.json".into()));
        assert_eq!(packed("qari.css"), Some("qari.css.txt".into()));
        for name in ["qari.js", "qari.css.br", "words/ar.json.gz", "qari.d.ts"] {
            assert_eq!(packed(name), None, "{name}");
        }
    }
}
