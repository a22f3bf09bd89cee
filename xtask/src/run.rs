//! Running programs: in the open, or with their output in a log file and a line of progress now and then.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How often a long step says that it still runs.
const PROGRESS_EVERY: Duration = Duration::from_secs(20);
/// How much of a failed step's log is shown.
const LINES_SHOWN: usize = 40;

/// Runs `command`, its output going where ours goes; an exit code other than 0 is an error.
pub fn open(command: &mut Command) -> Result<()> {
    let shown = describe(command);
    let status = command
        .status()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// Runs `command` and gives what it printed on its standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let shown = describe(command);
    let output = command
        .output()
        .with_context(|| format!("`{shown}` could not be started"))?;
    if !output.status.success() {
        bail!(
            "`{shown}` failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs `command` with its output in the file `log`, saying every while how far it is.
///
/// Takes the command whole: it holds the writing end of the pipe, and the log ends when that is dropped.
pub fn logged(label: &str, mut command: Command, log: &Path) -> Result<()> {
    let started = Instant::now();
    let mut file = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let (reader, writer) = std::io::pipe()?;
    command
        .stdin(std::process::Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let shown = describe(&command);
    let mut child = command
        .spawn()
        .with_context(|| format!("`{shown}` could not be started"))?;
    drop(command);

    let progress = Mutex::new(Progress::default());
    let (done, finished) = mpsc::channel::<()>();
    let progress = &progress;
    let status = thread::scope(|scope| -> Result<_> {
        scope.spawn(|| {
            for line in BufReader::new(reader)
                .split(b'\n')
                .map_while(|line| line.ok())
            {
                let line = String::from_utf8_lossy(&line);
                let _ = writeln!(file, "{line}");
                progress
                    .lock()
                    .expect("no thread panics with it")
                    .read(&line);
            }
        });
        scope.spawn(move || {
            while finished.recv_timeout(PROGRESS_EVERY) == Err(mpsc::RecvTimeoutError::Timeout) {
                let progress = progress
                    .lock()
                    .expect("no thread panics with it")
                    .to_string();
                println!("  {label}: {}{progress}", seconds(started.elapsed()));
            }
        });
        let status = child.wait();
        drop(done);
        Ok(status?)
    })?;
    if !status.success() {
        let text = std::fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let last = lines[lines.len().saturating_sub(LINES_SHOWN)..].join("\n");
        bail!(
            "{label}: `{shown}` failed ({status}). The end of {}:\n{last}",
            log.display()
        );
    }
    Ok(())
}

/// How far a cargo build is, read off its output.
#[derive(Default)]
struct Progress {
    compiled: usize,
    last: String,
}

impl Progress {
    fn read(&mut self, line: &str) {
        if let Some(krate) = line.trim_start().strip_prefix("Compiling ") {
            self.compiled += 1;
            self.last = krate.split(" (").next().unwrap_or(krate).to_owned();
        }
    }
}

impl std::fmt::Display for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self.compiled {
            0 => Ok(()),
            n => write!(f, ", {n} crates so far, now {}", self.last),
        }
    }
}

/// A duration as people read it: `0.4 s`, `12 s`, `4 min 05 s`.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// A command as one would type it.
fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(seconds(Duration::from_millis(440)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(12)), "12 s");
        assert_eq!(seconds(Duration::from_secs(245)), "4 min 05 s");
    }

    #[test]
    fn progress_counts_crates() {
        let mut progress = Progress::default();
        progress.read("    Updating crates.io index");
        assert_eq!(progress.to_string(), "");
        progress.read("   Compiling serde v1.0.0");
        progress.read("   Compiling trunk v0.21.14 (/tmp/x)");
        assert_eq!(
            progress.to_string(),
            ", 2 crates so far, now trunk v0.21.14"
        );
    }
}
