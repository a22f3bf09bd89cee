//! System packages: installed with apt where that may be done, else named with the way to get them.

use std::fs;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use super::{Machine, install};
use crate::needs::{Need, Source};
use crate::{paths, run};

/// Systems whose packages we know by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Debian,
    Ubuntu,
    Other,
}

/// Installs `needs`, or says in one line what is missing and how to get it.
pub fn install(machine: &Machine, needs: &[&Need]) -> Result<()> {
    if needs.is_empty() {
        return Ok(());
    }
    let system = system(&fs::read_to_string("/etc/os-release").unwrap_or_default());
    let packages = packages(system, needs);
    let sudo = match rights() {
        Some(sudo) if system != System::Other => sudo,
        _ => bail!("{}", by_hand(system, needs, &packages)),
    };
    println!("- {} with apt …", packages.join(", "));
    let started = Instant::now();
    // A package list that is out of date names files that are gone; one that fails to update may still do.
    let _ = run::logged(
        "apt-get update",
        apt(sudo, &["update"]),
        &install::log(machine, "apt-update"),
    );
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(&packages);
    run::logged(
        "apt-get install",
        apt(sudo, &args),
        &install::log(machine, "apt-install"),
    )?;
    install::said("system packages", started);
    Ok(())
}

fn apt(sudo: bool, args: &[&str]) -> Command {
    let mut words = Vec::new();
    if sudo {
        words.extend(["sudo", "--non-interactive"]);
    }
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).args(args);
    command
}

/// Whether packages may be installed, and if so whether that takes `sudo`; never asks for a password.
fn rights() -> Option<bool> {
    paths::find_program(&["apt-get"])?;
    let root = run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if root {
        return Some(false);
    }
    run::output(Command::new("sudo").args(["--non-interactive", "true"]))
        .ok()
        .map(|_| true)
}

/// Reads `/etc/os-release`. Systems made from Debian or Ubuntu say so in `ID_LIKE`.
fn system(os_release: &str) -> System {
    let value = |key: &str| {
        let line = os_release
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let names = format!("{} {}", value("ID"), value("ID_LIKE"));
    let is = |name: &str| names.split_whitespace().any(|word| word == name);
    match () {
        () if is("ubuntu") => System::Ubuntu,
        () if is("debian") => System::Debian,
        () => System::Other,
    }
}

fn packages(system: System, needs: &[&Need]) -> Vec<&'static str> {
    let of = |need: &&Need| match need.source {
        Source::System { ubuntu, .. } if system == System::Ubuntu => ubuntu,
        Source::System { debian, .. } => debian,
        _ => &[],
    };
    needs
        .iter()
        .flat_map(|need| of(need).iter().copied())
        .collect()
}

/// One line: what is missing, what for, and how to get it.
fn by_hand(system: System, needs: &[&Need], packages: &[&str]) -> String {
    let missing: Vec<String> = needs
        .iter()
        .map(|need| format!("{} (to {})", need.name, need.purpose))
        .collect();
    let how = match system {
        System::Other => {
            "install them with your system's package manager; WebKitGTK needs Linux, so on other \
                          systems use a Debian or Ubuntu container"
                .to_owned()
        }
        _ => format!(
            "run `sudo apt-get install --no-install-recommends {}`",
            packages.join(" ")
        ),
    };
    format!(
        "missing: {}. To get what is missing, {how}.",
        missing.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::needs::NEEDS;

    fn browsers() -> Vec<&'static Need> {
        NEEDS
            .iter()
            .filter(|need| ["Chromium", "Xvfb"].contains(&need.name))
            .collect()
    }

    #[test]
    fn systems_are_known_by_their_own_name_or_their_parent_s() {
        assert_eq!(
            system("PRETTY_NAME=\"Debian 12\"\nID=debian\n"),
            System::Debian
        );
        assert_eq!(
            system("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"),
            System::Ubuntu
        );
        assert_eq!(system("ID=fedora\n"), System::Other);
        assert_eq!(system(""), System::Other);
    }

    #[test]
    fn packages_have_their_system_s_names() {
        assert_eq!(packages(System::Debian, &browsers()), ["chromium", "xvfb"]);
        assert_eq!(
            packages(System::Ubuntu, &browsers()),
            ["chromium-browser", "xvfb"]
        );
    }

    #[test]
    fn what_cannot_be_installed_is_named_with_the_way_to_get_it() {
        let needs = browsers();
        let line = by_hand(System::Debian, &needs, &packages(System::Debian, &needs));
        assert!(line.contains("Chromium (to test in Chromium)"), "{line}");
        assert!(
            line.ends_with("`sudo apt-get install --no-install-recommends chromium xvfb`."),
            "{line}"
        );
        assert_eq!(line.lines().count(), 1);
    }
}
