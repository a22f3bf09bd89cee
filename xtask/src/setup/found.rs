//! Whether a needed thing is there: by looking at files, since asking programs costs their start.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Machine;
use crate::needs::{Need, Source, names_version};
use crate::{paths, run};

/// Whether `need` is met, in the right version.
pub fn is_there(machine: &Machine, need: &Need) -> bool {
    match &need.source {
        Source::Rustup { file, .. } => {
            let file = machine.sysroot.join(file);
            file.exists() || file.with_extension("exe").exists()
        }
        Source::Crate {
            program, version, ..
        } => {
            let Some(version) = machine.version(version) else {
                return false;
            };
            let program = program_file(machine, program);
            program.is_file()
                && (is_stamped(machine, need.name, &version)
                    || answers(machine, need.name, &program, &version))
        }
        Source::Npm { version } => {
            machine.tools.join("node_modules").join(need.name).is_dir()
                && is_stamped(machine, need.name, version)
        }
        Source::System { programs, .. } => paths::find_program(programs).is_some(),
    }
}

/// Where an installed program of a crate lies.
pub fn program_file(machine: &Machine, program: &str) -> PathBuf {
    machine
        .tools
        .join("bin")
        .join(format!("{program}{EXE_SUFFIX}"))
}

/// Remembers that `name` was wholly installed in `version`.
pub fn stamp(machine: &Machine, name: &str, version: &str) -> Result<()> {
    let file = stamp_file(machine, name);
    // A name with an owner (`@owner/package`) has a folder more.
    fs::create_dir_all(file.parent().unwrap_or(&machine.tools))?;
    Ok(fs::write(file, version)?)
}

/// Forgets it, before an installation starts.
pub fn unstamp(machine: &Machine, name: &str) {
    let _ = fs::remove_file(stamp_file(machine, name));
}

fn is_stamped(machine: &Machine, name: &str, version: &str) -> bool {
    fs::read_to_string(stamp_file(machine, name)).is_ok_and(|stamped| stamped == version)
}

fn stamp_file(machine: &Machine, name: &str) -> PathBuf {
    machine.tools.join("stamps").join(name)
}

/// Asks a program that somebody else put there, once: a right answer is stamped.
fn answers(machine: &Machine, name: &str, program: &std::path::Path, version: &str) -> bool {
    run::output(Command::new(program).arg("--version")).is_ok_and(|printed| {
        names_version(&printed, version) && stamp(machine, name, version).is_ok()
    })
}
