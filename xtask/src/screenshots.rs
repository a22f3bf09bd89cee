//! `screenshots`: the pictures of the docs, taken of the release build by the browser tests named so.

use anyhow::Result;

use crate::needs::Scope;
use crate::setup::setup;
use crate::{build, paths, test};

/// Builds, and writes the pictures to `docs/screenshots`.
pub fn screenshots() -> Result<()> {
    setup(Scope::Test)?;
    build::small()?;
    let folder = paths::root().join("docs").join("screenshots");
    std::fs::create_dir_all(&folder)?;
    test::browsers(&["screenshots"], Some(folder.as_os_str()))
}
