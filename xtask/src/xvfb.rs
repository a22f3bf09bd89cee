//! A screen that nobody sees, for the browser that has no headless mode.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::needs::XVFB;
use crate::paths;

/// A running Xvfb; it ends when this is dropped.
#[derive(Debug)]
pub struct Screen {
    child: Child,
    /// What `DISPLAY` must be, such as `:99`.
    pub display: String,
    _stdout: BufReader<ChildStdout>,
}

impl Screen {
    /// Starts Xvfb on a display of its own choosing and waits until it takes clients.
    pub fn start() -> Result<Self> {
        let program =
            paths::find_program(XVFB).context("Xvfb is missing; run `cargo xtask setup`")?;
        let mut child = Command::new(program)
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1400x1000x24",
                "-nolisten",
                "tcp",
                "-noreset",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started")?;
        let mut stdout = BufReader::new(child.stdout.take().context("Xvfb has no output")?);
        let mut number = String::new();
        stdout.read_line(&mut number)?;
        let number = number.trim();
        if number.is_empty() {
            let _ = child.wait();
            bail!("Xvfb ended without a display");
        }
        Ok(Self {
            child,
            display: format!(":{number}"),
            _stdout: stdout,
        })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
