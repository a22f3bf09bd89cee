//! Leaves nothing behind, however the run ends.
//!
//! Drivers start browsers, browsers start helpers, some in process groups of their own; killing what we started is
//! not enough, and a run that is itself killed can do nothing. So a small shell process waits on a pipe that closes
//! when the run ends in whatever way, then ends every process that carries the run's mark in its environment and
//! removes the run's folder. The mark is inherited, so all descendants carry it and nothing else does.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// Environment variable that marks the processes of a run; its value is the run's folder.
const MARK: &str = "QARI_BROWSER_RUN";

/// `$1` is the run's folder. Reads to the end of the pipe, then cleans up.
const WATCH: &str = r#"
cat > /dev/null
for process in /proc/[0-9]*; do
    if tr '\0' '\n' < "$process/environ" | grep -qxF "QARI_BROWSER_RUN=$1"; then
        kill -9 "${process#/proc/}"
    fi
done
tries=0
while ! rm -rf "$1" && [ $tries -lt 50 ]; do tries=$((tries + 1)); done
"#;

fn run_folder() -> PathBuf {
    std::env::temp_dir().join(format!("qari-browser-{}", std::process::id()))
}

/// A command whose process and all its descendants end with the run, and the process itself when it is dropped.
pub fn ending(program: impl AsRef<OsStr>) -> tokio::process::Command {
    let mut command = tokio::process::Command::new(program);
    command.env(MARK, run_folder()).kill_on_drop(true);
    command
}

/// What marks a process that is to end with the run: a variable of its environment, and its value.
pub fn mark() -> (String, String) {
    let folder = run_folder().to_string_lossy().into_owned();
    (MARK.to_owned(), folder)
}

/// The run's folder and its watcher.
pub struct Guard {
    folder: PathBuf,
    watcher: Child,
}

impl Guard {
    /// Makes the run's folder and starts the watcher.
    pub fn start() -> Result<Self> {
        let folder = run_folder();
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
        let mut watcher = Command::new("sh");
        watcher.args(["-c", WATCH, "guard"]).arg(&folder);
        watcher
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        // Its own group, so that Ctrl-C reaches the run but not the watcher.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut watcher, 0);
        let watcher = watcher.spawn().context("cannot start the watcher (sh)")?;
        Ok(Self { folder, watcher })
    }

    /// Where the processes of this run keep their files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A command whose process and all its descendants end with the run, with a home of their own.
    pub fn command(&self, program: impl AsRef<OsStr>, home: &Path) -> tokio::process::Command {
        let mut command = tokio::process::Command::new(program);
        // The leave to open windows on the display lies in the real home.
        if let (None, Some(real)) = (std::env::var_os("XAUTHORITY"), std::env::home_dir()) {
            command.env("XAUTHORITY", real.join(".Xauthority"));
        }
        command
            .env(MARK, &self.folder)
            .env("HOME", home)
            .env("TMPDIR", home)
            .current_dir(home);
        for (name, folder) in [
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            command.env(name, home.join(folder));
        }
        command.stdin(Stdio::null());
        command
    }

    /// Ends everything now and waits until it is gone.
    pub fn finish(mut self) -> Result<()> {
        drop(self.watcher.stdin.take());
        self.watcher.wait().context("the watcher got lost")?;
        Ok(())
    }
}
