//! Pages in Arabic and French say what the English ones say: code, attributes, trials and links are compared; and no link of a document
//! leads nowhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const MODELS: [&str; 2] = ["README.md", "docs/EMBEDDING.md"];
const LANGUAGES: [&str; 2] = ["ar", "fr"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn file(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// `README.md` → `README.ar.md`
fn edition(model: &str, language: &str) -> String {
    model.replace(".md", &format!(".{language}.md"))
}

/// The code blocks of a page, without what is said behind `#`.
fn code(page: &str) -> Vec<String> {
    let blocks = page.split("```").skip(1).step_by(2);
    let line = |line: &str| {
        let code = line.split(" #").next().unwrap_or_default();
        code.trim_end().to_owned()
    };
    blocks
        .map(|block| block.lines().map(line).collect::<Vec<_>>().join("\n"))
        .collect()
}

/// Of each row of a table that begins with an attribute or ends with trials, what is not for translation.
fn fixed_cells(page: &str) -> Vec<&str> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| "));
    rows.filter_map(|row| {
        let cells: Vec<&str> = row.trim_end_matches(" |").split(" | ").collect();
        let is_fixed =
            |cell: &&&str| cell.starts_with('`') && (cell.contains("data-") || cell.contains("::"));
        [cells.first(), cells.last()]
            .into_iter()
            .flatten()
            .find(is_fixed)
            .copied()
    })
    .collect()
}

/// Where links lead that stay within the project.
fn links(page: &str) -> BTreeSet<String> {
    let links = page.split("](").skip(1);
    let targets = links.filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    let own = targets.filter(|target| !target.contains("://"));
    own.map(str::to_owned).collect()
}

/// The pages that are linked to, whichever their language and the place in them; no place of this page itself.
fn pages(page: &str) -> BTreeSet<String> {
    let links = links(page).into_iter();
    let pages = links.filter_map(|link| {
        let page = link.split('#').next().unwrap_or_default().to_owned();
        let page = LANGUAGES.iter().fold(page, |page, language| {
            page.replace(&format!(".{language}.md"), ".md")
        });
        (!page.is_empty()).then_some(page)
    });
    pages.collect()
}

#[test]
fn editions_say_what_their_models_say() {
    for path in MODELS {
        let model = file(path);
        assert!(!fixed_cells(&model).is_empty(), "{path} has a table");
        for language in LANGUAGES {
            let name = edition(path, language);
            let edition = file(&name);
            assert_eq!(code(&edition), code(&model), "code of {name}");
            assert_eq!(
                fixed_cells(&edition),
                fixed_cells(&model),
                "tables of {name}"
            );
            let (theirs, ours) = (pages(&edition), pages(&model));
            let unknown: Vec<_> = theirs.difference(&ours).collect();
            assert!(unknown.is_empty(), "{name} leads to {unknown:?}");
            // The READMEs in other languages name the documents for owners alone.
            let left_out: Vec<_> = ours.difference(&theirs).collect();
            assert!(
                left_out.is_empty() || path == "README.md",
                "{name} does not lead to {left_out:?}"
            );
        }
    }
}

/// Each links to the two others before anything else.
#[test]
fn editions_lead_to_each_other() {
    for path in MODELS {
        let all = [path.to_owned(), edition(path, "ar"), edition(path, "fr")];
        for name in &all {
            let page = file(name);
            let top = page.split("\n\n").take(4).collect::<String>();
            for other in all.iter().filter(|other| *other != name) {
                let other = other.rsplit('/').next().unwrap_or_default();
                assert!(top.contains(&format!("]({other})")), "{name}: no {other}");
            }
        }
    }
}

/// As GitHub makes a heading's address.
fn slug(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase();
    text.chars()
        .filter(|c| c.is_alphanumeric() || ['-', '_', ' '].contains(c))
        .map(|c| if c == ' ' { '-' } else { c })
        .collect()
}

fn headings(page: &str) -> BTreeSet<String> {
    let mut is_code = false;
    let lines = page.lines().filter(|line| {
        is_code ^= line.starts_with("```");
        !is_code && line.starts_with('#')
    });
    lines.map(slug).collect()
}

#[test]
fn every_link_of_a_document_leads_somewhere() {
    let docs = fs::read_dir(root().join("docs")).expect("docs/ is there");
    let mut documents: Vec<PathBuf> = docs.flatten().map(|entry| entry.path()).collect();
    documents.extend(["README.md", "README.ar.md", "README.fr.md"].map(|name| root().join(name)));
    documents.retain(|path| path.extension().is_some_and(|kind| kind == "md"));
    assert!(documents.len() > 20, "the documents are found");
    let mut nowhere = Vec::new();
    for path in documents {
        let page = fs::read_to_string(&path).expect("a document can be read");
        for link in links(&page) {
            let (file, place) = link.split_once('#').unwrap_or((link.as_str(), ""));
            let target = match file {
                "" => path.clone(),
                file => path.parent().unwrap_or(Path::new("")).join(file),
            };
            let is_there = match fs::read_to_string(&target) {
                Ok(text) => place.is_empty() || headings(&text).contains(place),
                // A picture or a folder.
                Err(_) => target.exists(),
            };
            if !is_there {
                nowhere.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert!(nowhere.is_empty(), "{}", nowhere.join("\n"));
}
