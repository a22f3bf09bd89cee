//! The command: what it writes where, and how it ends.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const GOOD: &str = r#"{"title":"خبر","url":"https://n.example/a","body":"<p>نص</p>"}"#;

fn run(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qari-prerender"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    command
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    command.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_file_becomes_a_snippet() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), GOOD).unwrap();
    let output = run(
        folder.path(),
        &[
            "--theme",
            "sepia",
            "--base",
            "https://cdn.example/q",
            "a.json",
        ],
        "",
    );
    assert!(output.status.success(), "{}", err(&output));
    let html = out(&output);
    // What makes the controls answer is asked for before the article.
    let (before, element) = html.split_once("<qari-reader").expect("an element");
    assert!(
        before.contains("src=\"https://cdn.example/q/touch.js\""),
        "{html}"
    );
    assert!(element.starts_with(" data-src=\"#qari-"), "{html}");
    assert!(html.contains("data-theme=\"sepia\""));
    assert!(html.contains("src=\"https://cdn.example/q/qari.js\""));
    assert_eq!(err(&output), "");
}

/// Not once for each article, and for a stream too, whose lines have no room for it.
#[test]
fn a_mistyped_option_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.json", "b.json"] {
        fs::write(folder.path().join(name), GOOD).unwrap();
    }
    let lines = [GOOD, GOOD].join("\n");
    for (arguments, input) in [
        (["--theme", "sepai", "a.json", "b.json"].as_slice(), ""),
        (&["--theme", "sepai", "--ndjson"], &lines),
    ] {
        let output = run(folder.path(), arguments, input);
        assert!(output.status.success(), "{}", err(&output));
        let told = err(&output);
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(
            told.contains("data-theme=\"sepai\"") && told.contains("sepia"),
            "{told}"
        );
    }
    // A name that is nearly one.
    let output = run(folder.path(), &["--tehme", "sepia", "a.json"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("--theme"), "{}", err(&output));
}

#[test]
fn a_folder_becomes_pages_and_a_bad_article_does_not_stop_them() {
    let folder = tempfile::tempdir().unwrap();
    let articles = folder.path().join("articles");
    fs::create_dir(&articles).unwrap();
    fs::write(articles.join("a.json"), GOOD).unwrap();
    fs::write(articles.join("b.json"), "no JSON").unwrap();
    fs::write(articles.join("c.json"), GOOD).unwrap();
    fs::write(articles.join("note.txt"), "none").unwrap();
    let output = run(
        folder.path(),
        &["--page", "--out", "public", "articles"],
        "",
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("b.json: not-json: "),
        "{}",
        err(&output)
    );
    let mut files: Vec<_> = fs::read_dir(folder.path().join("public"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, ["a.html", "c.html"]);
    let page = fs::read_to_string(folder.path().join("public/a.html")).unwrap();
    assert!(page.starts_with("<!doctype html>"));
}

#[test]
fn a_file_that_cannot_be_read_is_no_fault_of_the_network() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("articles/b.json")).unwrap();
    let output = run(folder.path(), &["--out", "public", "articles"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).contains("b.json: config: "),
        "{}",
        err(&output)
    );
}

#[test]
fn lines_become_lines() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["--ndjson"], &format!("{GOOD}\n{GOOD}\n"));
    assert!(output.status.success());
    assert_eq!(out(&output).lines().count(), 2);
    let output = run(folder.path(), &["--ndjson"], &format!("{GOOD}\nno JSON\n"));
    assert_eq!(output.status.code(), Some(1));
    assert!(
        out(&output).contains(r#"{"id":2,"error":"not-json","message":""#),
        "{}",
        out(&output)
    );
}

#[test]
fn what_is_not_taken_is_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), GOOD).unwrap();
    let output = run(folder.path(), &["--theme", "pink", "a.json"], "");
    assert!(output.status.success());
    assert!(
        err(&output).contains("data-theme=\"pink\" is ignored"),
        "{}",
        err(&output)
    );
    let output = run(folder.path(), &["--theem", "dark", "a.json"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("--theme"), "{}", err(&output));
    let output = run(folder.path(), &["missing.json"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("missing.json"));
    // What is there is written all the same.
    let output = run(folder.path(), &["a.json", "missing.json"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("<qari-reader"));
    fs::create_dir(folder.path().join("empty")).unwrap();
    let output = run(folder.path(), &["empty"], "");
    assert_eq!(output.status.code(), Some(2));
    // Of the lines of a stream, each once.
    let line = format!(r#"{{"article":{GOOD},"attributes":{{"theme":"darkk","thme":"dark"}}}}"#);
    let output = run(folder.path(), &["--ndjson"], &format!("{line}\n{line}\n"));
    assert!(output.status.success());
    assert_eq!(err(&output).lines().count(), 2, "{}", err(&output));
}

#[test]
fn help_has_examples_and_every_attribute() {
    let folder = tempfile::tempdir().unwrap();
    let help = out(&run(folder.path(), &["--help"], ""));
    for part in [
        "Examples:",
        "--ndjson",
        "--page",
        "--base",
        "--out",
        "--theme",
        "--timezone",
        "--map",
    ] {
        assert!(help.contains(part), "no {part} in {help}");
    }
}
