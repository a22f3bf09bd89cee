//! `serve`: the configurator, and on another origin the gallery of states, rebuilt on change.

use anyhow::{Result, bail};

use crate::needs::Scope;
use crate::setup::setup;
use crate::{build, paths};

/// One server answers to both names, and to a browser they are two sites, as a partner's and ours are in life.
const ADDRESSES: &str = "
Once it is built, open
  http://127.0.0.1:8080                    the demo and configurator
  http://127.0.0.1:8080/demo/partner.html  its second partner, in French
  http://127.0.0.1:8080/demo/attributes/   every attribute, live; the looks of docs/THEMING.md are in /demo/themes/
  http://localhost:8080/gallery/           every state of the reader, on another origin than the reader's files
A changed file is built at once; a page without the demo's script must be loaded again to show it. Ctrl-C ends it.
";

/// Sets up, builds, serves, and rebuilds until it is stopped.
pub fn serve() -> Result<()> {
    setup(Scope::Build)?;
    println!("{ADDRESSES}");
    // Not dist/: a release lying there is not for development to overwrite.
    let status = build::trunk("info")?
        .args(["serve", "--dist"])
        .arg(paths::root().join("target").join("serve"))
        .status()?;
    bail!("trunk ended ({status})")
}
