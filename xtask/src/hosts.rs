//! A site of each host that docs/EMBEDDING.md names: `tests/hosts`, built with the real packages. The browser scenarios `hosts`
//! open them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::{npm, paths, release, run};

/// What builds leave between the sources.
const BUILT: &[&str] = &["node_modules", ".next", "out", ".astro"];

/// Where the built sites are, a folder each.
pub fn folder() -> PathBuf {
    paths::root().join("target").join("hosts")
}

/// Builds every site with the release's package, unless nothing has changed since they were.
pub fn build() -> Result<()> {
    let sources = paths::root().join("tests").join("hosts");
    let archive = release::npm_archive()?;
    let mut digest = Sha256::new();
    digest.update(fs::read(&archive)?);
    read_into(&mut digest, &sources)?;
    let wanted = digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    let stamp = folder().join("stamp");
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        println!("The sites are those of these sources.");
        return Ok(());
    }
    npm::install(&sources)?;
    npm::install_archive(&sources, "@qari/reader", &archive)?;
    let mut build = Command::new("node");
    run::open(build.arg(sources.join("build.mjs")).arg(folder()))?;
    fs::write(stamp, wanted)?;
    Ok(())
}

/// Names and texts of all files of a folder, in the order of their names.
fn read_into(digest: &mut Sha256, folder: &Path) -> Result<()> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    entries.sort();
    for path in entries {
        let is_built = BUILT.iter().any(|name| path.ends_with(name));
        if path.is_dir() && !is_built {
            read_into(digest, &path)?;
        } else if path.is_file() {
            digest.update(path.to_string_lossy().as_bytes());
            digest.update(fs::read(&path)?);
        }
    }
    Ok(())
}
