//! `scale`: the Spark recipe of `integrations/spark`, tried on a local cluster. It brings half a gigabyte of its own (in the tool
//! folder), so neither set-up nor `test` has it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{bench, paths, run};

/// The oldest Java that the pinned Spark runs on.
const JAVA_MAJOR: u32 = 17;

/// Sets up Python and Spark, builds `qari-prerender` and runs the recipe's tests.
pub fn scale() -> Result<()> {
    check_java()?;
    let recipe = paths::root().join("integrations").join("spark");
    let environment = environment(&recipe)?;
    let bin = environment.join("bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(bin.clone()).chain(std::env::split_paths(&path));
    run::open(
        Command::new(bin.join("python3"))
            .args(["-m", "unittest", "-v"])
            .current_dir(&recipe)
            .env("PATH", std::env::join_paths(path)?)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("QARI_PRERENDER", bench::prerender()?),
    )
}

fn check_java() -> Result<()> {
    let how = format!(
        "Install Java {JAVA_MAJOR} or newer (openjdk-17-jre-headless on Debian and Ubuntu)."
    );
    // Java tells its version on the standard error.
    let output = Command::new("java")
        .arg("-version")
        .output()
        .with_context(|| format!("Java is missing. {how}"))?;
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    match java_major(&printed) {
        Some(major) if major >= JAVA_MAJOR => Ok(()),
        _ => bail!(
            "{} will not do. {how}",
            printed.lines().next().unwrap_or("This Java")
        ),
    }
}

/// The major number in what `java -version` prints (`openjdk version "17.0.15" 2025-04-15` → 17).
fn java_major(printed: &str) -> Option<u32> {
    let version = printed.split('"').nth(1)?;
    version.split(['.', '-']).next()?.parse().ok()
}

/// A Python environment with the recipe's requirements, made anew when they are others.
fn environment(recipe: &Path) -> Result<PathBuf> {
    let folder = paths::tools()?.join("spark");
    let wanted = fs::read_to_string(recipe.join("requirements.txt"))?;
    let stamp = folder.join("requirements.txt");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    println!("Installing Spark into {} …", folder.display());
    run::open(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&folder),
    )?;
    run::open(
        Command::new(folder.join("bin").join("python3"))
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ])
            .arg("--requirement")
            .arg(recipe.join("requirements.txt")),
    )?;
    fs::write(stamp, wanted)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn java_tells_its_major_version() {
        assert_eq!(
            java_major("openjdk version \"17.0.15\" 2025-04-15\nmore"),
            Some(17)
        );
        assert_eq!(java_major("openjdk version \"21-ea\" 2023"), Some(21));
        assert_eq!(java_major("not java"), None);
    }
}
