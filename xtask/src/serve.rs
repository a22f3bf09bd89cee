//! `serve`: the demo and a partner's page on two origins, rebuilt on change.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::needs::Scope;
use crate::server::{self, Site};
use crate::setup::setup;
use crate::{build, paths, run};

/// The demo, and all that a page loads.
const DEMO_PORT: u16 = 8080;
/// A partner's site: another origin, as it is in life.
const PARTNER_PORT: u16 = 8081;
/// How often the end of the first build is looked for.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// Sets up, builds, serves, and rebuilds until it is stopped.
pub fn serve() -> Result<()> {
    let demo = server::listen(DEMO_PORT)?;
    let partner = server::listen(PARTNER_PORT)?;
    setup(Scope::Build)?;

    // Not dist/: a release lying there is not for development to overwrite.
    let folder = paths::root().join("target").join("serve");
    let _ = fs::remove_dir_all(&folder);
    let started = Instant::now();
    println!("Building the reader for development …");
    let mut trunk = build::trunk()?
        .args(["watch", "--dist"])
        .arg(&folder)
        .spawn()?;
    while !is_built(&folder) {
        if let Some(status) = trunk.try_wait()? {
            bail!("trunk ended ({status})");
        }
        thread::sleep(LOOK_EVERY);
    }
    server::serve(
        demo,
        Site {
            home: folder.join("index.html"),
            folder: folder.clone(),
            also: None,
        },
    );
    server::serve(
        partner,
        Site {
            home: paths::root().join("static/partner.html"),
            folder,
            also: Some(paths::root().join("tests/gallery")),
        },
    );
    println!(
        "\nBuilt in {}. Open\n  http://127.0.0.1:{DEMO_PORT}  the demo\n  http://127.0.0.1:{PARTNER_PORT}  \
         a partner's page, on another origin\n  http://127.0.0.1:{PARTNER_PORT}/gallery/  every state of the reader\nA changed file is built at once; reload the page to see it. Ctrl-C ends it.",
        run::seconds(started.elapsed())
    );
    let status = trunk.wait()?;
    bail!("trunk ended ({status})")
}

/// Whether Trunk has moved a whole build into `folder`.
fn is_built(folder: &Path) -> bool {
    folder.join("index.html").is_file() && !folder.join(".stage").exists()
}
