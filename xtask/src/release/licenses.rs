//! `LICENSES.txt`: the licences of what is compiled into the wasm, with the texts that they want to be shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{paths, run};

/// The crate that becomes the wasm.
pub const OURS: &str = "qari-reader";

/// Where a crate lets us choose, this one: it is the same text for all.
const CHOSEN: &str = "Apache-2.0";

/// Licences that ask to be shown and that we may pass on, where the chosen one is not offered.
const TAKEN: &[&str] = &["MIT", "Unicode-3.0", "Zlib"];

/// The text, of what `cargo metadata` says for the wasm's target.
///
/// # Errors
///
/// A crate has a licence that nobody has looked at yet, or none of its own text.
pub fn text(metadata: &Value) -> Result<String> {
    let mut chosen = Vec::new();
    // By text: families of crates share theirs.
    let mut others: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in compiled(metadata)? {
        let name = format!(
            "{} {}",
            string(package, "name")?,
            string(package, "version")?
        );
        let expression = string(package, "license")?;
        // All of what is joined by AND holds at once.
        for part in expression.split(" AND ") {
            if offers(part, CHOSEN) {
                chosen.push(name.clone());
            } else if let Some(license) = TAKEN.iter().find(|license| offers(part, license)) {
                let text = own_text(package, license)?;
                others.entry(text).or_default().push(name.clone());
            } else {
                bail!("{name} is under {expression}, which is not among {CHOSEN}, {TAKEN:?}");
            }
        }
    }
    let mut text = format!(
        "Qari is under MIT or Apache-2.0, as you like. What is compiled into qari-reader_bg.wasm, besides Rust's own library (MIT OR\n\
         Apache-2.0), is under the licences below.\n\n\
         == {CHOSEN}: {}\n\n{}\n",
        chosen.join(", "),
        fs::read_to_string(paths::root().join("LICENSE-APACHE"))?.trim_end()
    );
    for (license, names) in &others {
        text.push_str(&format!(
            "\n== {}\n\n{}\n",
            names.join(", "),
            license.trim_end()
        ));
    }
    Ok(text)
}

/// All packages that cargo names.
pub fn packages(metadata: &Value) -> impl Iterator<Item = &Value> {
    metadata["packages"].as_array().into_iter().flatten()
}

/// The packages whose code is in the wasm, ours aside, by name. What macros need runs at build time only; other members of
/// the workspace need more than the reader, so cargo is asked for the reader's own tree.
fn compiled(metadata: &Value) -> Result<Vec<&Value>> {
    let tree = run::output(
        Command::new("cargo")
            .args(["tree", "--locked", "--package", OURS])
            .args(["--target", "wasm32-unknown-unknown"])
            .args(["--edges", "normal,no-proc-macro"])
            .args(["--prefix", "none", "--format", "{p}"])
            .current_dir(paths::root()),
    )?;
    // Each line: `name vVERSION`, perhaps with more behind it.
    let named: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| line.split_once(" v"))
        .map(|(name, rest)| (name, rest.split(' ').next().unwrap_or(rest)))
        .filter(|(name, _)| *name != OURS)
        .collect();
    let by_name: BTreeMap<(&str, &str), &Value> = packages(metadata)
        .filter_map(|package| {
            Some((
                (package["name"].as_str()?, package["version"].as_str()?),
                package,
            ))
        })
        .collect();
    let package = |id: &(&str, &str)| by_name.get(id).copied();
    let found: Vec<&Value> = named.iter().filter_map(package).collect();
    if found.len() != named.len() || found.is_empty() {
        bail!(
            "cargo describes {} of the {} crates in the wasm",
            found.len(),
            named.len()
        );
    }
    Ok(found)
}

/// Whether a part of an SPDX expression lets us choose `license`.
fn offers(part: &str, license: &str) -> bool {
    // The slash is what crates wrote for `OR` before SPDX.
    let part = part.trim().trim_matches(['(', ')']);
    let mut alternatives = part.split(" OR ").flat_map(|part| part.split('/'));
    alternatives.any(|alternative| alternative.trim() == license)
}

/// The file of a crate with the text of `license`: the one that names it, else the only one.
fn own_text(package: &Value, license: &str) -> Result<String> {
    let manifest = Path::new(string(package, "manifest_path")?);
    let folder = manifest.parent().context("a manifest without a folder")?;
    let mut files: Vec<_> = fs::read_dir(folder)?
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_string_lossy().to_uppercase();
            name.starts_with("LICENSE").then_some((name, path))
        })
        .collect();
    files.sort();
    let word = license.split('-').next().unwrap_or(license).to_uppercase();
    let named = files.iter().find(|(name, _)| name.contains(&word));
    let (_, file) = named
        .or(files.first())
        .with_context(|| format!("no licence in {}", folder.display()))?;
    Ok(fs::read_to_string(file)?)
}

fn string<'a>(value: &'a Value, key: &str) -> Result<&'a str> {
    value[key]
        .as_str()
        .with_context(|| format!("cargo names no {key} of {}", value["name"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_the_alternatives_is_enough() {
        assert!(offers("MIT OR Apache-2.0", CHOSEN));
        assert!(offers("Apache-2.0 / MIT", CHOSEN));
        assert!(offers("Zlib", "Zlib"));
        assert!(!offers("MIT", CHOSEN));
        assert!(offers("(MIT OR Apache-2.0)", CHOSEN));
        assert!(!offers("Apache-2.0 WITH LLVM-exception", CHOSEN));
    }

    #[test]
    fn what_is_in_the_wasm_is_named_and_macros_are_not() {
        let text = text(&super::super::metadata().unwrap()).unwrap();
        for there in [
            "yew 0.",
            "serde_json 1.",
            "memchr 2.",
            "foldhash 0.",
            "unicode-ident 1.",
        ] {
            assert!(text.contains(there), "{there}");
        }
        for not in ["syn 2.", "yew-macro", "html5ever", "qari-reader 0"] {
            assert!(!text.contains(not), "{not}");
        }
        assert!(text.contains("Apache License") && text.contains("UNICODE LICENSE V3"));
    }
}
