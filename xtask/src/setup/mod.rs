//! Set-up: makes the machine have what [`crate::needs`] lists, installing only what is missing.
//!
//! When all is there it costs a few file look-ups. The tool folder is shared by clones, so whoever installs
//! holds its lock; a tool counts as there only when its stamp was written, after its installation ended well.

mod found;
mod install;
mod system;

use std::fs::{self, File, TryLockError};
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::needs::{NEEDS, NODE_MAJOR, Need, Scope, Source, Version, locked_version, node_major};
use crate::{paths, run};

/// Installs what the commands of `scope` need and the machine lacks.
pub fn setup(scope: Scope) -> Result<()> {
    let started = Instant::now();
    check_node()?;
    let machine = Machine::look()?;
    if machine.missing(scope).is_empty() {
        println!("Set-up: all there ({}).", run::seconds(started.elapsed()));
        return Ok(());
    }
    fs::create_dir_all(machine.tools.join("stamps"))?;
    fs::create_dir_all(machine.tools.join("log"))?;
    let _lock = lock(&machine)?;

    // Looked at again: whoever held the lock may have installed it.
    let missing = machine.missing(scope);
    if !missing.is_empty() {
        println!(
            "Set-up: {} to install into {}.",
            missing.len(),
            machine.tools.display()
        );
    }
    install_all(&machine, &missing)?;
    if let Some(need) = machine.missing(scope).first() {
        bail!(
            "{} was installed but is not found, needed to {}",
            need.name,
            need.purpose
        );
    }
    println!("Set-up: done in {}.", run::seconds(started.elapsed()));
    Ok(())
}

/// What set-up looks at: the tool folder and the toolchain's.
pub struct Machine {
    pub tools: PathBuf,
    pub sysroot: PathBuf,
    /// The text of `Cargo.lock`.
    lock: String,
}

impl Machine {
    fn look() -> Result<Self> {
        let sysroot = run::output(
            Command::new("rustc")
                .args(["--print", "sysroot"])
                .current_dir(paths::root()),
        )?;
        Ok(Self {
            tools: paths::tools()?,
            sysroot: PathBuf::from(sysroot.trim()),
            lock: fs::read_to_string(paths::root().join("Cargo.lock"))
                .context("Cargo.lock cannot be read")?,
        })
    }

    fn missing(&self, scope: Scope) -> Vec<&'static Need> {
        let needed = NEEDS.iter().filter(|need| need.scope <= scope);
        needed.filter(|need| !found::is_there(self, need)).collect()
    }

    /// The version meant by `version`, for a tool that must fit a crate: the crate's.
    pub fn version(&self, version: &Version) -> Option<String> {
        match version {
            Version::Exactly(version) => Some((*version).to_owned()),
            Version::SameAsCrate(krate) => locked_version(&self.lock, krate).map(str::to_owned),
        }
    }
}

/// Node cannot be installed from here; everything else can.
fn check_node() -> Result<()> {
    let how =
        format!("Install Node.js {NODE_MAJOR} or newer (https://nodejs.org), then run this again.");
    let printed = run::output(Command::new("node").arg("--version"))
        .map_err(|_| anyhow::anyhow!("Node.js is missing. {how}"))?;
    match node_major(&printed) {
        Some(major) if major >= NODE_MAJOR => Ok(()),
        _ => bail!("Node.js {} is too old. {how}", printed.trim()),
    }
}

/// The tool folder's lock, waited for while another clone installs; released when dropped.
fn lock(machine: &Machine) -> Result<File> {
    let file = File::create(machine.tools.join("lock"))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            println!("Set-up: another clone is installing; waiting for it.");
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    Ok(file)
}

/// Installs side by side what does not wait for the same thing: system packages and npm download while
/// cargo compiles. All run to their end, so that one run says everything that is wrong.
fn install_all(machine: &Machine, missing: &[&'static Need]) -> Result<()> {
    let of = |wanted: fn(&Source) -> bool| -> Vec<&'static Need> {
        missing
            .iter()
            .copied()
            .filter(|need| wanted(&need.source))
            .collect()
    };
    let system = of(|source| matches!(source, Source::System { .. }));
    let npm = of(|source| matches!(source, Source::Npm { .. }));
    let failures: Vec<String> = thread::scope(|scope| {
        let side = [
            scope.spawn(|| system::install(machine, &system)),
            scope.spawn(|| install::npm(machine, &npm)),
        ];
        let mut results = Vec::new();
        for need in missing {
            match &need.source {
                Source::Rustup { args, .. } => results.push(install::rustup(machine, need, args)),
                Source::Crate { .. } => results.push(install::krate(machine, need)),
                Source::Npm { .. } | Source::System { .. } => {}
            }
        }
        results.extend(
            side.into_iter()
                .map(|thread| thread.join().expect("installers do not panic")),
        );
        results
            .into_iter()
            .filter_map(|result| result.err())
            .map(|error| format!("{error:#}"))
            .collect()
    });
    if failures.is_empty() {
        // The compiled dependencies of the tools: a gigabyte that nothing needs any more.
        let _ = fs::remove_dir_all(machine.tools.join("build"));
        return Ok(());
    }
    bail!("set-up is not complete:\n- {}", failures.join("\n- "))
}
