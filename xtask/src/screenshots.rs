//! `screenshots`: pictures of the release build and of the gallery of states, taken by the browser tests named so.

use std::fs;

use anyhow::{Context, Result};

use crate::needs::Scope;
use crate::setup::setup;
use crate::{build, paths, test};

/// What the docs show; everything else is for looking at once.
const DOCS: [&str; 17] = [
    "phone-light-rtl-3",
    "phone-dark-rtl-3",
    "phone-light-ltr-3",
    "phone-light-rtl-1",
    "phone-light-rtl-9",
    "phone-settings-rtl",
    "desktop-light-rtl-3",
    "desktop-light-ltr-3",
    "desktop-dark-ltr-3",
    "theme-newspaper-phone",
    "theme-newspaper-desktop",
    "theme-tech-phone",
    "theme-tech-desktop",
    "theme-literary-phone",
    "theme-literary-desktop",
    "theme-brand-phone",
    "theme-brand-desktop",
];

/// Builds, writes all pictures to `target/screenshots` and those of the docs to `docs/screenshots`.
pub fn screenshots() -> Result<()> {
    setup(Scope::Test)?;
    build::small()?;
    let all = paths::root().join("target").join("screenshots");
    fs::create_dir_all(&all)?;
    test::browsers(&build::dist(), &["screenshots"], Some(&all))?;
    let docs = paths::root().join("docs").join("screenshots");
    fs::create_dir_all(&docs)?;
    for name in DOCS {
        let file = format!("{name}.webp");
        fs::copy(all.join(&file), docs.join(&file))
            .with_context(|| format!("{file} was not taken"))?;
    }
    println!("All pictures are in {}.", all.display());
    Ok(())
}

/// Builds, and takes each state of the gallery as it is now for what the browser tests `pictures` compare with.
pub fn accept() -> Result<()> {
    setup(Scope::Test)?;
    build::small()?;
    let pictures = paths::root().join("tests/browser/pictures");
    // One that no test takes any more goes.
    if pictures.is_dir() {
        fs::remove_dir_all(&pictures)?;
    }
    test::accept_pictures(&build::dist())?;
    println!(
        "{} is new: look at the change before you commit it.",
        pictures.display()
    );
    Ok(())
}
