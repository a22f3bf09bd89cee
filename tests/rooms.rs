//! The rooms of `docs/ARCHITECTURE.md`: none imports a higher one, and only the browser's touches the browser.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the bottom to the top. Those of one row do not know each other.
const FLOORS: &[&[&str]] = &[
    &["language", "platform", "remark"],
    &["article"],
    &["share", "prefs"],
    &["locale"],
    &["config"],
    // `native` is to the tests and the tools what `browser` is to a page.
    &["browser", "native"],
    &["app"],
    &["main"],
];

/// What `browser` and `native` may know besides themselves: the floors up to this one.
const HIGHEST_OF_PLATFORMS: &str = "article";

/// Crates that reach into the browser, and the rooms that may.
const BROWSER_CRATES: &[&str] = &[
    "gloo",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
];
const MAY_TOUCH_THE_BROWSER: &[&str] = &["browser", "main"];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// Whether code of `room` may name `other`.
fn may_import(room: &str, other: &str) -> bool {
    if room == other {
        return true;
    }
    let (Some(own), Some(others)) = (floor(room), floor(other)) else {
        return false;
    };
    let highest = match room {
        "browser" | "native" => floor(HIGHEST_OF_PLATFORMS),
        _ => own.checked_sub(1),
    };
    highest.is_some_and(|highest| others <= highest)
}

/// A file of `src/`, as far as it is no test.
struct Source {
    path: PathBuf,
    /// `article/body/mod.rs` → `article`, `body`
    modules: Vec<String>,
    code: String,
}

impl Source {
    fn room(&self) -> &str {
        &self.modules[0]
    }
}

/// Blanks out comments, and what stands behind `#[cfg(test)]` of a module written in place.
fn code_only(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut all = text.lines().peekable();
    while let Some(line) = all.next() {
        let opens_tests = |next: &&str| next.starts_with("mod ") && next.ends_with('{');
        if line == "#[cfg(test)]" && all.peek().is_some_and(opens_tests) {
            break;
        }
        let code = line.split("//").next().unwrap_or_default();
        // An address in a text is no comment, but no path follows it either.
        lines.push(code);
    }
    lines.join("\n")
}

/// The reader's crate, and the configurator's, whose rooms are its own but for `browser`.
const READER: &str = "src";
const CONFIGURATOR: &str = "configurator/src";

fn sources(folder: &str) -> Vec<Source> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src is there") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                files.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let src = root.join(folder);
    let mut files = Vec::new();
    walk(&src, &mut files);
    files.sort();
    let mut sources = Vec::new();
    for file in files {
        let path = file.strip_prefix(root).expect("in the checkout").to_owned();
        let mut modules: Vec<String> = file
            .strip_prefix(&src)
            .expect("of the folder")
            .with_extension("")
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        modules.retain(|module| module != "mod");
        // `lib.rs` only names the rooms.
        let is_test = modules.iter().any(|module| module == "tests");
        if !is_test && modules != ["lib"] {
            let code = code_only(&fs::read_to_string(&file).expect("a source can be read"));
            sources.push(Source {
                path,
                modules,
                code,
            });
        }
    }
    assert!(sources.len() > 10, "the sources are found");
    sources
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The word that `text` begins with, blanks aside.
fn word(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|c| !is_word(c)).next().unwrap_or_default()
}

/// The first words of a path's continuation: of `a::b` it is `a`, of `{a::b, c}` they are `a` and `c`.
fn heads(rest: &str) -> Vec<&str> {
    let Some(list) = rest.trim_start().strip_prefix('{') else {
        return vec![word(rest)];
    };
    let mut heads = vec![word(list)];
    let mut depth = 0;
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(word(&list[at + 1..])),
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// Every place where `prefix` begins a path, with what follows it.
fn paths<'a>(code: &'a str, prefix: &str) -> Vec<(usize, &'a str)> {
    code.match_indices(prefix)
        .filter(|(at, _)| !code[..*at].ends_with(|c| is_word(c) || c == ':'))
        .map(|(at, _)| (line(code, at), &code[at + prefix.len()..]))
        .collect()
}

fn line(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count() + 1
}

/// The rooms that a file names, each with its line.
fn named_rooms(source: &Source) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    // A path leaves the room by its name in the crate, or by as many `super` as the file lies deep.
    for prefix in [
        "crate::".to_owned(),
        "super::".repeat(source.modules.len()),
        "qari_reader::".to_owned(),
    ] {
        for (line, rest) in paths(&source.code, &prefix) {
            found.extend(heads(rest).into_iter().map(|head| (line, head)));
        }
    }
    found
}

#[test]
fn no_room_imports_one_above_it() {
    let mut faults = Vec::new();
    for source in &sources(READER) {
        let (room, path) = (source.room(), source.path.display());
        if floor(room).is_none() {
            faults.push(format!("{path}: {room} has no floor"));
        }
        for (line, other) in named_rooms(source) {
            if !may_import(room, other) {
                faults.push(format!("{path}:{line}: {room} must not import {other}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_the_browsers_room_touches_the_browser() {
    let mut faults = Vec::new();
    for source in sources(READER).iter().chain(&sources(CONFIGURATOR)) {
        if MAY_TOUCH_THE_BROWSER.contains(&source.room()) {
            continue;
        }
        for name in BROWSER_CRATES {
            for (at, _) in source.code.match_indices(name) {
                let (before, after) = (&source.code[..at], &source.code[at + name.len()..]);
                if !before.ends_with(is_word) && !after.starts_with(is_word) {
                    let (path, line) = (source.path.display(), line(before, at));
                    faults.push(format!("{path}:{line}: {name} is for `browser`"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_rules_are_those_of_the_diagram() {
    for (room, other) in [
        ("article", "language"),
        ("prefs", "article"),
        ("locale", "share"),
        ("config", "locale"),
        ("browser", "platform"),
        ("app", "browser"),
        ("main", "app"),
    ] {
        assert!(may_import(room, other), "{room} may import {other}");
        assert!(!may_import(other, room), "{other} must not import {room}");
    }
    for (room, other) in [
        ("share", "prefs"),
        ("platform", "language"),
        ("browser", "config"),
        ("browser", "native"),
        ("app", "view"),
    ] {
        assert!(!may_import(room, other), "{room} must not import {other}");
    }
}

#[test]
fn paths_are_found_however_they_are_written() {
    let source = |path: &str, code: &str| Source {
        path: path.into(),
        modules: path.split('/').map(str::to_owned).collect(),
        code: code_only(code),
    };
    let names = |source: &Source| -> Vec<(usize, String)> {
        let rooms = named_rooms(source).into_iter();
        rooms.map(|(line, room)| (line, room.to_owned())).collect()
    };
    let code = "//! [`crate::app`]\nuse crate::{\n    article::{self, Stamp},\n    share,\n};\nfn f() -> crate::config::Config {}\n\
                pub(crate) fn g() {} // crate::app\nlet a = super::super::locale::number;\nsuper::inside();\nmy_crate::x();\n\
                #[cfg(test)]\nmod tests {\n    use crate::native::Native;\n}\n";
    assert_eq!(
        names(&source("prefs/choices", code)),
        [(2, "article"), (2, "share"), (6, "config"), (8, "locale")]
            .map(|(line, room)| (line, room.to_owned()))
    );
    let shallow = source("share", "use super::locale::Words;\n");
    assert_eq!(names(&shallow), [(1, "locale".to_owned())]);
}
