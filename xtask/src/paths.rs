//! Where things are: the checkout, the tool folder, programs on the machine.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout: the folder that holds `xtask/`.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the checkout")
}

/// The tool folder, shared by all clones: `$QARI_TOOLS`, else `qari/tools` in the user's cache folder.
pub fn tools() -> Result<PathBuf> {
    if let Some(dir) = env::var_os("QARI_TOOLS") {
        return Ok(std::path::absolute(dir)?);
    }
    let cache = match env::var_os("XDG_CACHE_HOME") {
        Some(dir) => PathBuf::from(dir),
        None => env::home_dir()
            .context("no home folder; set QARI_TOOLS to a folder for the tools")?
            .join(".cache"),
    };
    Ok(cache.join("qari").join("tools"))
}

/// `PATH` with the tool folder's programs before all others.
pub fn path_with_tools() -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let dirs = std::iter::once(tools()?.join("bin")).chain(env::split_paths(&path));
    Ok(env::join_paths(dirs)?)
}

/// The first of `candidates` that exists: a name is looked for on `PATH`, a path is taken as it is.
pub fn find_program(candidates: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    candidates.iter().find_map(|candidate| {
        if candidate.contains('/') {
            return Some(PathBuf::from(candidate)).filter(|file| file.is_file());
        }
        let name = format!("{candidate}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&path)
            .map(|dir| dir.join(&name))
            .find(|file| file.is_file())
    })
}

/// A script of the npm package `package` in the tool folder, to be run with `node`.
pub fn npm_script(package: &str, script: &str) -> Result<PathBuf> {
    Ok(tools()?.join("node_modules").join(package).join(script))
}
