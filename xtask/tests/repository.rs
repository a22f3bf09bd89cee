//! What the repository promises of itself (issue 8): published crates and nothing copied, and little JavaScript.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the reader stands on, as published.
const PUBLISHED: [&str; 6] = [
    "yew",
    "gloo",
    "serde",
    "serde_json",
    "wasm-bindgen",
    "web-sys",
];
/// Where dependencies could be bent.
const MANIFESTS: [&str; 7] = [
    "Cargo.toml",
    "configurator/Cargo.toml",
    "prerender/Cargo.toml",
    "integrations/edge/Cargo.toml",
    "xtask/Cargo.toml",
    "fuzz/Cargo.toml",
    ".cargo/config.toml",
];
/// Most lines of JavaScript in `static/`, but for the demo's. Lines of code: to leave out one that is blank, or a comment and
/// nothing else, would be no gain.
const MOST_SCRIPT_LINES: usize = 600;
/// The iframe form's own script, and most lines of it: only a page in a frame fetches it, which is no partner's.
const EMBED_SCRIPT: (&str, usize) = ("embed.js", 35);
const DEMO_SCRIPTS: [&str; 2] = ["demo.js", "examples.js"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// All files of a folder and the folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .flat_map(|entry| match entry.file_type().unwrap().is_dir() {
            true => files(&entry.path()),
            false => vec![entry.path()],
        })
        .collect()
}

#[test]
fn the_wasm_is_made_of_published_crates() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "qari-reader", "--edges", "normal"])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let tree = String::from_utf8(output.stdout).unwrap();
    // A crate of the registry has its name and version; one of a folder or a git repository also says where that is.
    let notes = [" (*)", " (proc-macro)"];
    let elsewhere: Vec<&str> = tree
        .lines()
        .map(|line| {
            notes
                .iter()
                .fold(line, |krate, note| krate.trim_end_matches(note))
        })
        .filter(|krate| krate.contains('(') && !krate.starts_with("qari-reader "))
        .collect();
    assert!(elsewhere.is_empty(), "not from the registry: {elsewhere:?}");
    for name in PUBLISHED {
        let there = |krate: &str| krate.split(' ').next() == Some(name);
        assert!(tree.lines().any(there), "{name} is not in the wasm");
    }
}

#[test]
fn no_crate_is_copied_or_patched() {
    assert!(!root().join("vendor").exists());
    for file in MANIFESTS {
        let text = fs::read_to_string(root().join(file)).unwrap();
        let bent = ["[patch", "[replace]", "[source."];
        let line = text
            .lines()
            .find(|line| bent.iter().any(|start| line.trim().starts_with(start)));
        assert_eq!(line, None, "in {file}");
    }
}

/// Neither blank nor a comment and nothing else.
fn is_code(line: &str) -> bool {
    let line = line.trim();
    !(line.is_empty()
        || ["//", "/*", "*"]
            .iter()
            .any(|start| line.starts_with(start)))
}

#[test]
fn javascript_is_only_what_must_run_before_or_without_the_wasm() {
    let mut total = 0;
    let mut table = String::new();
    for file in files(&root().join("static")) {
        let is_script = matches!(
            file.extension().and_then(OsStr::to_str),
            Some("js" | "mjs" | "cjs")
        );
        let is_demo = DEMO_SCRIPTS.iter().any(|demo| file.ends_with(demo));
        if is_script && !is_demo {
            let text = fs::read_to_string(&file).unwrap();
            let lines = text.lines().filter(|line| is_code(line)).count();
            let (embed, most) = EMBED_SCRIPT;
            if file.ends_with(embed) {
                assert!(lines <= most, "{embed}: {lines} lines, {most} are allowed");
                continue;
            }
            total += lines;
            table += &format!("\n{lines:>6} {}", file.display());
        }
    }
    assert!(
        total <= MOST_SCRIPT_LINES,
        "{total} lines, {MOST_SCRIPT_LINES} are allowed:{table}"
    );
}

/// The Markdown files that a text names, by the folders and words before `.md`.
fn documents(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.match_indices(".md").map(|(at, _)| at);
    ends.filter_map(|end| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
        let start = text[..end].rfind(|c| !is_name(c)).map_or(0, |at| {
            at + text[at..].chars().next().map_or(1, char::len_utf8)
        });
        let ends_here = !text[end + 3..].starts_with(|c: char| c.is_ascii_alphanumeric());
        (ends_here && start < end).then(|| &text[start..end + 3])
    })
}

#[test]
fn comments_cite_documents_that_are_there() {
    let folders = [
        "src",
        "prerender",
        "integrations",
        "configurator",
        "static",
        "tests",
        "xtask/src",
    ];
    let mut gone = Vec::new();
    for file in folders
        .iter()
        .flat_map(|folder| files(&root().join(folder)))
    {
        let is_source = matches!(
            file.extension().and_then(OsStr::to_str),
            Some("rs" | "js" | "mjs" | "css" | "php" | "ts")
        );
        let path = file.strip_prefix(root()).unwrap();
        if !is_source || path.iter().any(|part| part == "node_modules") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for name in documents(&text).map(|name| name.trim_start_matches(['.', '/'])) {
            let places = [
                root().join(name),
                root().join("docs").join(name),
                file.with_file_name(name),
            ];
            if !places.iter().any(|place| place.is_file()) {
                gone.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(gone.is_empty(), "no such document:\n{}", gone.join("\n"));
}
