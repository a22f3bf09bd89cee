//! Every snippet of a document is taken from a file that a test runs, and every trial that a document names is there.

use std::fs;
use std::path::Path;

use qari_reader::config::ATTRIBUTES;

/// Documents whose own blocks are what a trial runs (`security`).
const RUN_THEMSELVES: [&str; 1] = ["docs/SECURITY.md"];

/// No snippets: a drawing, and commands of this repository.
const NO_SNIPPETS: [&str; 2] = ["text", "sh"];

/// Where the files are that tests run.
const TRIED: [&str; 4] = ["examples/", "tests/", "static/demo/", "docs/SECURITY.md"];

fn file(path: &str) -> String {
    let full = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The documents, by their paths.
fn documents() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs")).expect("docs/ is there");
    let names = docs.flatten().map(|entry| entry.file_name());
    let docs = names.map(|name| format!("docs/{}", name.to_string_lossy()));
    let readmes = ["README.md", "README.ar.md", "README.fr.md"].map(str::to_owned);
    let mut all: Vec<String> = docs.chain(readmes).collect();
    all.push("integrations/npm/README.md".to_owned());
    all.retain(|path| path.ends_with(".md"));
    all
}

/// Lines without what stands before and after their words: a snippet may stand deeper in its file.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).collect()
}

/// A page of the demo names the loader as it lies there. (Not as a document does: Firefox fetches ahead what a template names.)
fn page(path: &str) -> String {
    file(path).replace("../../qari.js", "https://cdn.example/qari.js")
}

fn is_part(snippet: &str, text: &str) -> bool {
    let (wanted, there) = (lines(snippet), lines(text));
    there.windows(wanted.len()).any(|part| part == wanted)
        // A snippet of one line may be a part of it.
        || (wanted.len() == 1 && text.contains(wanted[0]))
}

/// The blocks of a document: what stands in the line before, the language, the code.
fn blocks(document: &str) -> Vec<(&str, &str, &str)> {
    let mut parts = document.split("\n```");
    let mut before = parts.next().unwrap_or_default();
    let mut blocks = Vec::new();
    while let Some(block) = parts.next() {
        let (language, code) = block.split_once('\n').expect("a block has lines");
        blocks.push((before.lines().last().unwrap_or_default(), language, code));
        before = parts.next().unwrap_or_default();
    }
    blocks
}

/// What the browser tests are made of, and the tests of the prerender command.
fn trials() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/scenarios");
    let files = fs::read_dir(folder).expect("the scenarios are there");
    let native = [file("prerender/tests/oembed.rs")];
    files
        .flatten()
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .chain(native)
        .collect()
}

#[test]
fn every_snippet_is_taken_from_a_file_that_a_test_runs() {
    let (mut faults, mut snippets, trials) = (Vec::new(), 0, trials());
    for document in documents() {
        if RUN_THEMSELVES.contains(&document.as_str()) {
            continue;
        }
        let text = file(&document);
        for (before, language, snippet) in blocks(&text) {
            if NO_SNIPPETS.contains(&language) {
                continue;
            }
            snippets += 1;
            let named = before
                .strip_prefix("<!-- ")
                .and_then(|rest| rest.strip_suffix(" -->"));
            let Some(path) = named else {
                faults.push(format!("{document}: no file is named above:\n{snippet}"));
                continue;
            };
            let whole = page(path);
            let is_same = match path.strip_prefix("examples/") {
                Some(_) => whole.trim_end() == snippet,
                None => is_part(snippet, &whole),
            };
            if !is_same {
                faults.push(format!("{document}: {path} does not have:\n{snippet}"));
            }
            let is_tried = TRIED.iter().any(|tried| path.starts_with(tried))
                && (!path.starts_with("examples/") || trials.contains(path));
            if !is_tried {
                faults.push(format!("{document}: no test runs {path}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(snippets > 80, "only {snippets} snippets");
}

#[test]
fn every_trial_that_is_named_is_there() {
    let mut named = 0;
    for document in documents() {
        let text = file(&document);
        for word in text.split('`').skip(1).step_by(2) {
            let Some((theme, trial)) = word.split_once("::") else {
                continue;
            };
            let path = format!("tests/browser/scenarios/{theme}.rs");
            let scenarios = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
            if trial.is_empty() || !scenarios.is_file() {
                continue;
            }
            // Several whose names begin alike.
            let name = match trial.strip_suffix('…') {
                Some(start) => start.to_owned(),
                None => format!("{trial}("),
            };
            assert!(
                file(&path).contains(&format!("async fn {name}")),
                "{document}: no trial {word}"
            );
            named += 1;
        }
    }
    assert!(named > 10, "only {named} trials are named");
}

/// The demo's page of examples is the one table of them.
#[test]
fn every_attribute_has_its_live_example() {
    let page = page("static/demo/attributes/index.html");
    let reference = file("docs/ATTRIBUTES.md");
    for attribute in ATTRIBUTES {
        let name = attribute.name;
        let (_, section) = page
            .split_once(&format!("<section id=\"data-{name}\">"))
            .unwrap_or_else(|| panic!("data-{name} has no example"));
        let (section, _) = section.split_once("</section>").expect("it ends");
        let (_, example) = section.split_once("<template>").expect("a template");
        let (example, _) = example.split_once("</template>").expect("it ends");
        assert!(
            example.contains(&format!(" data-{name}")),
            "the example of data-{name} does not set it"
        );
        assert!(page.contains(&format!("<li><a href=\"#data-{name}\">")));
        let (_, told) = reference
            .split_once(&format!("### `data-{name}`\n"))
            .unwrap_or_else(|| panic!("the reference has no data-{name}"));
        let (told, _) = told.split_once("\n#").expect("it ends");
        assert!(
            blocks(told)
                .iter()
                .any(|(_, _, code)| lines(code) == lines(example.trim())),
            "docs/ATTRIBUTES.md does not show the example of data-{name}"
        );
        assert!(
            told.contains(&format!("/demo/attributes/#data-{name})")),
            "docs/ATTRIBUTES.md does not lead to data-{name}"
        );
    }
    let sections = page.matches("<section ").count();
    assert_eq!(sections, ATTRIBUTES.len(), "examples of no attribute");
}
