//! Installing from rustup, crates.io and npm.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::{Machine, found};
use crate::needs::{Need, Source};
use crate::{paths, run};

/// Adds a part of the toolchain. Asked for by name: rustup's automatic installation may be switched off.
pub fn rustup(machine: &Machine, need: &Need, args: &[&str]) -> Result<()> {
    if paths::find_program(&["rustup"]).is_none() {
        bail!(
            "{} is missing, needed to {}, and so is rustup, which installs it (https://rustup.rs)",
            need.name,
            need.purpose
        );
    }
    println!("- {} (to {}) …", need.name, need.purpose);
    let started = Instant::now();
    let mut command = Command::new("rustup");
    command.args(args).current_dir(paths::root());
    run::logged(need.name, command, &log(machine, need.name))?;
    said(need.name, started);
    Ok(())
}

/// Installs a program of crates.io into the tool folder: prebuilt where `cargo binstall` is, else compiled.
///
/// Compiled without optimisation, which takes half the time; these programs wait for disk and browsers.
pub fn krate(machine: &Machine, need: &Need) -> Result<()> {
    let Source::Crate {
        program,
        version,
        locked,
        minutes,
    } = &need.source
    else {
        bail!("{} is not a crate", need.name)
    };
    let version = machine
        .version(version)
        .with_context(|| format!("{}: its version is not in Cargo.lock", need.name))?;
    let id = format!("{}@{version}", need.name);
    let started = Instant::now();
    found::unstamp(machine, need.name);

    let prebuilt = paths::find_program(&["cargo-binstall"]).is_some() && {
        println!("- {id} (to {}), prebuilt …", need.purpose);
        let mut command = cargo(machine);
        command.args([
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--root",
        ]);
        command.arg(&machine.tools).arg(&id);
        run::logged(&id, command, &log(machine, need.name))
            .inspect_err(|_| println!("  {id}: no prebuilt program could be had"))
            .is_ok()
    };
    if !prebuilt {
        println!(
            "- {id} (to {}), compiling, {minutes} min on 2 cores …",
            need.purpose
        );
        let mut command = cargo(machine);
        command
            .args(["install", "--debug", "--bin", program, "--root"])
            .arg(&machine.tools)
            .arg(&id);
        if *locked {
            command.arg("--locked");
        }
        run::logged(&id, command, &log(machine, need.name))?;
    }
    found::stamp(machine, need.name, &version)?;
    said(&id, started);
    Ok(())
}

/// Installs `needs` from npm in one go. No install scripts run: the packages hold all they need.
pub fn npm(machine: &Machine, needs: &[&Need]) -> Result<()> {
    let packages: Vec<(&str, &str)> = needs
        .iter()
        .filter_map(|need| match &need.source {
            Source::Npm { version } => Some((need.name, *version)),
            _ => None,
        })
        .collect();
    if packages.is_empty() {
        return Ok(());
    }
    let ids: Vec<String> = packages
        .iter()
        .map(|(name, version)| format!("{name}@{version}"))
        .collect();
    println!("- {} from npm …", ids.join(", "));
    let started = Instant::now();
    packages
        .iter()
        .for_each(|(name, _)| found::unstamp(machine, name));
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args([
        "install",
        "--save-exact",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]);
    command
        .arg("--prefix")
        .arg(&machine.tools)
        .args(&ids)
        .current_dir(&machine.tools);
    run::logged("npm", command, &log(machine, "npm"))?;
    for (name, version) in packages {
        found::stamp(machine, name, version)?;
    }
    said("npm packages", started);
    Ok(())
}

/// Cargo for building tools: outside the checkout's configuration, and with one target folder for all of
/// them, so that what two of them need is compiled once.
fn cargo(machine: &Machine) -> Command {
    let mut command = Command::new("cargo");
    command
        .current_dir(&machine.tools)
        .env("CARGO_TARGET_DIR", machine.tools.join("build"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0");
    command
}

/// The log of installing `name`.
pub fn log(machine: &Machine, name: &str) -> PathBuf {
    machine.tools.join("log").join(format!("{name}.log"))
}

/// Says that `what` is there now, and what it took.
pub fn said(what: &str, started: Instant) {
    println!("- {what}: installed in {}", run::seconds(started.elapsed()));
}
